// SPDX-License-Identifier: GPL-3.0-or-later
// The Socket.IO namespace /events: admits clients that show a valid access token, tells each of them what it
// may hear, and keeps the review rooms. Lives on the network thread; who a token belongs to is asked on a
// thread of its own, because that reads the database.
#pragma once

#include "server/Backend.h"
#include "server/socketio/EngineServer.h"
#include "server/socketio/ReviewRooms.h"

#include <QThreadPool>

namespace callboard::server {

class EventNamespace : public QObject, private EngineSession::Owner
{
    Q_OBJECT

public:
    EventNamespace(Backend &backend, const ServerOptions &options);
    ~EventNamespace() override;

    EngineServer &engine() { return m_engine; }

private:
    /// An admitted or asking client.
    struct Client
    {
        Credentials credentials;
        std::optional<Listener> listener;
        std::shared_ptr<void> presence;                 // while it hears the events
        std::set<std::string> nameSpaces;               // connected ones
        std::set<std::string> asking;                   // namespaces whose answer is awaited
        std::map<std::string, bool> playlists;          // true: may read it; false: being asked
        std::vector<std::pair<std::string, Json>> held; // room events that wait for that
    };

    /// What arrives from other threads, with one wake-up for all that has gathered. Outlives this object.
    class Inbox;

    void messageArrived(EngineSession &session, std::string_view text) override;
    void sessionEnded(EngineSession &session) override;

    void connectClient(EngineSession &session, const SocketPacket &packet);
    void askWho(const std::string &id, const Credentials &credentials,
        std::function<void(const std::string &, std::optional<Listener>)> then);
    void admit(const std::string &id, const std::string &nameSpace, std::optional<Listener> listener);
    void refresh(const std::string &id, std::optional<Listener> listener);
    void refreshAll();
    void takeEvent(EngineSession &session, const SocketPacket &packet);
    void enterRoom(const std::string &id, const std::string &event, const Json &payload);
    void askForPlaylist(const std::string &id, const std::string &playlist);
    void playlistAnswered(const std::string &id, const std::string &playlist, bool mayRead);
    void tell(const ReviewRooms::Notices &notices);
    void tell(const api::Event &event);

    Backend &m_backend;
    std::shared_ptr<Inbox> m_inbox;
    std::unordered_map<std::string, Client> m_clients; // by session
    ReviewRooms m_rooms;
    EngineServer m_engine;
    QThreadPool m_gate;
    int m_subscription = 0;
    bool m_isRefreshDue = false;
};

} // namespace callboard::server
