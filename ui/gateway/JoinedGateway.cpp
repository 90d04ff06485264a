// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/JoinedGateway.h"

#include <QCoroNetworkReply>
#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QPointer>
#include <QSaveFile>
#include <QTimer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerTimeout = 120'000; // milliseconds without a byte
constexpr int cancellationLook = 100;  // milliseconds between looks at whether the user gave up

QHttpPart formPart(const QString &name, const QString &value)
{
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"%1\""_s.arg(name));
    part.setBody(value.toUtf8());
    return part;
}

/// The file stays on disk until it is sent.
QHttpPart filePart(const FileToSend &sent, QHttpMultiPart *owner)
{
    auto *file = new QFile(sent.path, owner);
    if (!file->open(QIODevice::ReadOnly))
        throw ApiError(0, StudioGateway::tr("The file %1 cannot be read.").arg(sent.path));
    QString name = QFileInfo(sent.path).fileName();
    name.replace(u'"', u'\'');
    QHttpPart part;
    part.setHeader(
        QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"%1\"; filename=\"%2\""_s.arg(sent.field, name));
    part.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
    part.setBodyDevice(file);
    return part;
}

/// A body that cannot be read from its beginning again: QNetworkAccessManager, which would send a request twice when
/// the connection breaks, gives up instead (QNetworkReply::ContentReSendError).
class OneWayBytes final : public QIODevice
{
public:
    explicit OneWayBytes(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_read == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (atEnd()) return -1;
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_read);
        std::copy_n(m_bytes.constData() + m_read, count, to);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

QString unreachableSentence(const QNetworkReply &reply, const QString &place)
{
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError: return StudioGateway::tr("Nothing answers at %1.").arg(place);
    case QNetworkReply::HostNotFoundError: return StudioGateway::tr("There is no computer named %1.").arg(place);
    case QNetworkReply::TimeoutError: return StudioGateway::tr("%1 does not answer in time.").arg(place);
    case QNetworkReply::OperationCanceledError: return StudioGateway::tr("Cancelled.");
    case QNetworkReply::SslHandshakeFailedError:
        return StudioGateway::tr("The certificate of %1 is not trusted.").arg(place);
    default: return StudioGateway::tr("%1 cannot be reached: %2").arg(place, reply.errorString());
    }
}

/// Writes the bytes of an answer to disk as they come: beside the file, which appears whole with finish().
class AnswerFile
{
public:
    AnswerFile(QNetworkReply &reply, const QString &path)
        : m_reply(reply)
        , m_file(path)
    {
        QObject::connect(&reply, &QNetworkReply::readyRead, &reply, [this] { take(); });
    }

    /// Throws ApiError when the disk did not take it all.
    void finish()
    {
        take();
        if (!m_file.isOpen() || m_failed || !m_file.commit())
            throw ApiError(
                0, StudioGateway::tr("The file cannot be kept on this computer: %1").arg(m_file.errorString()));
    }

private:
    void take()
    {
        const int status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != 200) return; // a refusal: its words are read as those of any answer
        if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly)) m_failed = true;
        const QByteArray piece = m_reply.readAll();
        if (!m_failed && m_file.write(piece) != piece.size()) m_failed = true;
        if (m_failed && !m_reply.isFinished()) m_reply.abort();
    }

    QNetworkReply &m_reply;
    QSaveFile m_file;
    bool m_failed = false;
};

/// Tells progress to the asker and ends the request when he gave up.
void follow(QNetworkReply *reply, const ApiRequest &request)
{
    const auto tell = [told = request.progress](qint64 done, qint64 all) {
        if (told && all > 0) told(done, all);
    };
    if (request.keepIn.isEmpty())
        QObject::connect(reply, &QNetworkReply::uploadProgress, reply, tell);
    else
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply, tell);
    if (!request.cancellation) return;
    auto *look = new QTimer(reply);
    QObject::connect(look, &QTimer::timeout, reply, [reply, cancellation = request.cancellation] {
        if (cancellation->isCancelled() && !reply->isFinished()) reply->abort();
    });
    look->start(cancellationLook);
}

} // namespace

JoinedGateway::JoinedGateway(const QString &server, QObject *parent)
    : StudioGateway(parent)
    , m_server(urlOf(server))
    , m_events(m_server)
{
    m_network.setTransferTimeout(answerTimeout);
    m_network.setAutoDeleteReplies(false);
    connect(&m_events, &EventClient::heard, this, &StudioGateway::eventHeard);
    connect(&m_events, &EventClient::connectedChanged, this,
        [this](bool connected) { setLink(connected ? Link::Live : Link::Offline); });
}

QUrl JoinedGateway::urlOf(const QString &address)
{
    const QString trimmed = address.trimmed();
    if (trimmed.isEmpty()) return {};
    QUrl url(trimmed.contains("://"_L1) ? trimmed : u"http://"_s + trimmed, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!isWeb || url.host().isEmpty()) return {};
    QString path = url.path();
    while (path.endsWith(u'/')) path.chop(1);
    if (path.endsWith("/api"_L1)) path.chop(4); // as written for clients of Kitsu
    url.setPath(path);
    return url;
}

QString JoinedGateway::place() const
{
    return m_server.port() < 0 ? m_server.host() : u"%1:%2"_s.arg(m_server.host()).arg(m_server.port());
}

void JoinedGateway::tokenChanged()
{
    m_events.setAccessToken(accessToken());
}

void JoinedGateway::tokenRenewed()
{
    m_events.renewAccessToken(accessToken());
}

QNetworkReply *JoinedGateway::start(const ApiRequest &request)
{
    QUrl url = m_server;
    url.setPath(m_server.path() + request.path);
    url.setQuery(request.query);
    QNetworkRequest message(url);
    const QString token = request.token.value_or(accessToken());
    if (!token.isEmpty()) message.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    message.setHeader(QNetworkRequest::UserAgentHeader, u"Callboard desktop"_s);
    const auto name = api::nameOf(request.verb);
    const QByteArray verb(name.data(), static_cast<qsizetype>(name.size()));
    if (!request.files.isEmpty() || !request.form.isEmpty()) {
        auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
        for (const auto &[field, value] : request.form) parts->append(formPart(field, value));
        for (const FileToSend &file : request.files) parts->append(filePart(file, parts.get()));
        QNetworkReply *reply = m_network.sendCustomRequest(message, verb, parts.get());
        parts.release()->setParent(reply);
        return reply;
    }
    if (!request.body) return m_network.sendCustomRequest(message, verb);
    message.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray bytes = QByteArray::fromStdString(toText(*request.body));
    if (!request.isSentOnce) return m_network.sendCustomRequest(message, verb, bytes);
    message.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
    message.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto body = std::make_unique<OneWayBytes>(bytes);
    QNetworkReply *reply = m_network.sendCustomRequest(message, verb, body.get());
    body.release()->setParent(reply);
    return reply;
}

QCoro::Task<ApiAnswer> JoinedGateway::transmit(ApiRequest request)
{
    const QPointer<JoinedGateway> self(this);
    const QString where = place();
    const std::unique_ptr<QNetworkReply, void (*)(QNetworkReply *)> reply(
        start(request), [](QNetworkReply *r) { r->deleteLater(); });
    QNetworkReply *raw = reply.get();
    follow(raw, request);
    // Not by the kind of failure: what broke off is tried again, and then nothing may answer.
    const auto wasSent = std::make_shared<bool>(false);
    connect(raw, &QNetworkReply::requestSent, raw, [wasSent] { *wasSent = true; });
    std::optional<AnswerFile> file;
    if (!request.keepIn.isEmpty()) file.emplace(*raw, request.keepIn);
    co_await qCoro(raw).waitForFinished();
    ApiAnswer answer;
    answer.status = raw->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.status == 0) {
        const QString sentence = unreachableSentence(*raw, where);
        throw *wasSent ? ApiError(0, sentence) : ApiError::neverSent(sentence);
    }
    if (self) m_events.hurry();
    answer.contentType = raw->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    if (file && answer.status == 200) {
        if (raw->error() != QNetworkReply::NoError) throw ApiError(0, unreachableSentence(*raw, where));
        file->finish();
        answer.file = request.keepIn;
    } else {
        answer.body = raw->readAll();
    }
    co_return answer;
}

} // namespace callboard::ui
