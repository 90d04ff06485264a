// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/EventNamespace.h"

#include <QTimer>

namespace callboard::server {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostHeldEvents = 64; // of one client, while the studio is asked about a playlist
constexpr std::size_t mostPlaylists = 64;  // that one client may have open
constexpr std::string_view eventsName = "/events";

std::string eventMessage(const std::string &name, const Json &payload)
{
    SocketPacket packet;
    packet.nameSpace = eventsName;
    packet.content = Json::array({name, payload});
    return packet.toMessage();
}

std::string refusalMessage(const std::string &nameSpace, const char *reason)
{
    SocketPacket packet;
    packet.type = SocketPacket::Type::ConnectError;
    packet.nameSpace = nameSpace;
    packet.content = {{"message", reason}};
    return packet.toMessage();
}

/// Only the status counts: it says whether the caller may read what was asked for.
class StatusAnswer : public Studio::Answer
{
public:
    explicit StatusAnswer(std::function<void(int)> told)
        : m_told(std::move(told))
    {}
    void begin(api::Response &&response) override { m_told(response.status); }
    void piece(std::string_view) override {}
    void end(bool) override {}

private:
    std::function<void(int)> m_told;
};

/// Changes of teams, roles and accounts change what somebody may hear, and so does the end of a session.
bool changesRights(const api::Event &event)
{
    return event.name.starts_with("person:") || event.name.starts_with("project:")
        || event.name == "callboard:session-ended";
}

} // namespace

class EventNamespace::Inbox : public std::enable_shared_from_this<Inbox>
{
public:
    explicit Inbox(EventNamespace &reader)
        : m_reader(&reader)
    {}

    void post(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_reader) return;
        m_work.push_back(std::move(work));
        if (m_work.size() > 1) return;
        QMetaObject::invokeMethod(
            m_reader, [self = shared_from_this()] { self->run(); }, Qt::QueuedConnection);
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_reader = nullptr;
        m_work.clear();
    }

private:
    void run()
    {
        std::vector<std::function<void()>> work;
        {
            const std::lock_guard lock(m_mutex);
            work.swap(m_work);
        }
        for (const auto &piece : work) piece();
    }

    std::mutex m_mutex;
    EventNamespace *m_reader;
    std::vector<std::function<void()>> m_work;
};

EventNamespace::EventNamespace(Backend &backend, const ServerOptions &options)
    : m_backend(backend)
    , m_inbox(std::make_shared<Inbox>(*this))
    , m_engine(options, *this)
{
    m_gate.setMaxThreadCount(1);
    m_subscription = m_backend.subscribe(
        [this, inbox = m_inbox](const api::Event &event) { inbox->post([this, event] { tell(event); }); });
    // Tokens run out by themselves, without an event.
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &EventNamespace::refreshAll);
    clock->start(60s);
}

EventNamespace::~EventNamespace()
{
    m_backend.unsubscribe(m_subscription);
    m_inbox->close();
    m_gate.clear();
    m_gate.waitForDone();
    m_engine.endAll();
}

void EventNamespace::messageArrived(EngineSession &session, std::string_view text)
{
    const auto packet = SocketPacket::parsed(text);
    if (!packet) return; // Binary events are not part of this API.
    switch (packet->type) {
    case SocketPacket::Type::Connect: connectClient(session, *packet); break;
    case SocketPacket::Type::Disconnect:
        if (const auto found = m_clients.find(session.id()); found != m_clients.end()) {
            found->second.nameSpaces.erase(packet->nameSpace);
            if (packet->nameSpace != eventsName) break;
            found->second.presence.reset();
            tell(m_rooms.leaveAll(session.id()));
        }
        break;
    case SocketPacket::Type::Event: takeEvent(session, *packet); break;
    default: break; // We ask for no acknowledgements.
    }
}

void EventNamespace::sessionEnded(EngineSession &session)
{
    m_clients.erase(session.id());
    tell(m_rooms.leaveAll(session.id()));
    m_engine.forget(session);
}

void EventNamespace::connectClient(EngineSession &session, const SocketPacket &packet)
{
    const auto &name = packet.nameSpace;
    // The main namespace is admitted too: some clients connect it along with the one that they want.
    if (name != eventsName && name != "/") {
        session.send(refusalMessage(name, "There is no such namespace."));
        return;
    }
    auto &client = m_clients[session.id()];
    if (client.nameSpaces.contains(name) || !client.asking.insert(name).second) return;
    client.credentials = session.credentials();
    if (packet.content.is_object()) {
        const auto token = packet.content.find("token");
        if (token != packet.content.end() && token->is_string())
            client.credentials.headers.set("Authorization", "Bearer " + token->get<std::string>());
    }
    askWho(session.id(), client.credentials, [this, name](const std::string &id, std::optional<Listener> listener) {
        admit(id, name, std::move(listener));
    });
}

void EventNamespace::askWho(const std::string &id, const Credentials &credentials,
    std::function<void(const std::string &, std::optional<Listener>)> then)
{
    auto question = std::make_shared<api::Request>(credentials.asRequest("/socket.io/"));
    m_gate.start([this, id, question, then = std::move(then), inbox = m_inbox] {
        std::optional<Listener> listener;
        try {
            listener = m_backend.listenerOf(*question);
        } catch (const std::exception &error) {
            qWarning("A client of the events could not be admitted: %s", error.what());
        }
        inbox->post([id, listener, then] { then(id, listener); });
    });
}

void EventNamespace::admit(const std::string &id, const std::string &nameSpace, std::optional<Listener> listener)
{
    auto *session = m_engine.find(id);
    const auto found = m_clients.find(id);
    if (!session || found == m_clients.end()) return;
    auto &client = found->second;
    client.asking.erase(nameSpace);
    if (!listener) {
        session->send(refusalMessage(nameSpace, "A valid access token is needed."));
        return;
    }
    client.listener = std::move(listener);
    client.nameSpaces.insert(nameSpace);
    if (nameSpace == eventsName) client.presence = m_backend.arrive(client.listener->personId);
    session->setAdmitted();
    SocketPacket packet;
    packet.type = SocketPacket::Type::Connect;
    packet.nameSpace = nameSpace;
    packet.content = {{"sid", id.substr(0, 12) + (nameSpace == "/" ? "" : "e")}};
    session->send(packet.toMessage());
}

void EventNamespace::refreshAll()
{
    m_isRefreshDue = false;
    for (const auto &[id, client] : m_clients) {
        if (client.nameSpaces.empty()) continue;
        askWho(id, client.credentials, [this](const std::string &session, std::optional<Listener> listener) {
            refresh(session, std::move(listener));
        });
    }
}

void EventNamespace::refresh(const std::string &id, std::optional<Listener> listener)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end()) return;
    // What it may read has to be asked again as well.
    std::erase_if(found->second.playlists, [](const auto &playlist) { return playlist.second; });
    found->second.listener = std::move(listener);
    if (found->second.listener) return;
    if (auto *session = m_engine.find(id)) session->end();
}

void EventNamespace::takeEvent(EngineSession &session, const SocketPacket &packet)
{
    const auto found = m_clients.find(session.id());
    if (found == m_clients.end() || !found->second.nameSpaces.contains(packet.nameSpace)) return;
    const auto &content = packet.content;
    if (!content.is_array() || content.empty() || !content[0].is_string()) return;
    if (packet.acknowledgement) {
        SocketPacket answer;
        answer.type = SocketPacket::Type::Ack;
        answer.nameSpace = packet.nameSpace;
        answer.acknowledgement = packet.acknowledgement;
        answer.content = Json::array();
        session.send(answer.toMessage());
    }
    const auto name = content[0].get<std::string>();
    if (packet.nameSpace != eventsName || !ReviewRooms::takes(name) || content.size() < 2) return;
    const auto &payload = content[1];
    if (!payload.is_object() || !payload.contains("playlist_id") || !payload["playlist_id"].is_string()) return;
    if (api::isUuid(payload["playlist_id"].get<std::string>())) enterRoom(session.id(), name, payload);
}

void EventNamespace::enterRoom(const std::string &id, const std::string &event, const Json &payload)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end() || !found->second.listener) return;
    auto &client = found->second;
    const auto playlist = payload["playlist_id"].get<std::string>();
    const auto known = client.playlists.find(playlist);
    if (known != client.playlists.end() && known->second) {
        tell(m_rooms.take(id, client.listener->personId, event, payload));
        return;
    }
    if (client.held.size() >= mostHeldEvents) return;
    client.held.emplace_back(event, payload);
    if (known == client.playlists.end() && client.playlists.size() < mostPlaylists) askForPlaylist(id, playlist);
}

/// Whether a client may follow a playlist's room is what the API says when it reads the playlist.
void EventNamespace::askForPlaylist(const std::string &id, const std::string &playlist)
{
    auto &client = m_clients.at(id);
    client.playlists.emplace(playlist, false);
    m_backend.handle(client.credentials.asRequest("/data/playlists/" + playlist),
        std::make_shared<StatusAnswer>([this, id, playlist, inbox = m_inbox](int status) {
            inbox->post([this, id, playlist, status] { playlistAnswered(id, playlist, status == 200); });
        }));
}

void EventNamespace::playlistAnswered(const std::string &id, const std::string &playlist, bool mayRead)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end()) return;
    if (mayRead)
        found->second.playlists[playlist] = true;
    else
        found->second.playlists.erase(playlist);
    std::vector<std::pair<std::string, Json>> others;
    for (auto &[event, payload] : std::exchange(found->second.held, {})) {
        if (payload["playlist_id"] != playlist)
            others.emplace_back(std::move(event), std::move(payload));
        else if (mayRead)
            enterRoom(id, event, payload);
    }
    if (const auto still = m_clients.find(id); still != m_clients.end()) still->second.held = std::move(others);
}

void EventNamespace::tell(const ReviewRooms::Notices &notices)
{
    for (const auto &notice : notices) {
        const auto message = eventMessage(notice.name, notice.payload);
        for (const auto &id : notice.clients)
            if (auto *session = m_engine.find(id)) session->send(message);
    }
}

void EventNamespace::tell(const api::Event &event)
{
    std::string message; // written once for all who hear it
    std::vector<std::string> hearers;
    for (const auto &[id, client] : m_clients)
        if (client.listener && client.nameSpaces.contains(std::string(eventsName))
            && m_backend.mayHear(*client.listener, event))
            hearers.push_back(id);
    for (const auto &id : hearers) {
        if (message.empty()) message = eventMessage(event.name, event.payload);
        if (auto *session = m_engine.find(id)) session->send(message);
    }
    if (changesRights(event) && !std::exchange(m_isRefreshDue, true))
        QTimer::singleShot(200ms, this, &EventNamespace::refreshAll);
}

} // namespace callboard::server
