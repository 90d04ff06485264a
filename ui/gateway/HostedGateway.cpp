// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/HostedGateway.h"

#include <QCoroFuture>
#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>
#include <QUuid>

namespace callboard::ui {

namespace {

constexpr qint64 copiedAtOnce = 1 << 20; // bytes

QByteArray contentsOf(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Collects the pieces of an answer on the studio's threads and hands the whole to the GUI's.
class AwaitedAnswer final : public Studio::Answer
{
public:
    explicit AwaitedAnswer(bool namesFile)
        : m_namesFile(namesFile)
    {
        m_promise.start();
    }
    QFuture<ApiAnswer> future() { return m_promise.future(); }

    void begin(api::Response &&response) override
    {
        m_answer.status = response.status;
        m_answer.contentType = QByteArray::fromStdString(response.contentType);
        if (const auto *text = std::get_if<std::string>(&response.body))
            m_answer.body = QByteArray::fromStdString(*text);
        else if (const auto *file = std::get_if<api::FileBody>(&response.body)) {
            if (m_namesFile)
                m_answer.file = QString::fromStdString(file->path.string());
            else
                m_answer.body = contentsOf(file->path);
        }
    }
    void piece(std::string_view bytes) override
    {
        m_answer.body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    void end(bool complete) override
    {
        if (!complete) m_answer = ApiAnswer{500, "application/json", R"({"message": "The answer broke off."})", {}};
        m_promise.addResult(std::move(m_answer));
        m_promise.finish();
    }

private:
    const bool m_namesFile;
    ApiAnswer m_answer;
    QPromise<ApiAnswer> m_promise;
};

struct Copied
{
    std::vector<api::UploadedFile> files;
    QString failure;
};

/// Copies the user's files into the studio's volume, as an upload over the network would put them there.
class FilesToCopy
{
public:
    FilesToCopy(QList<FileToSend> files, std::filesystem::path folder, std::shared_ptr<Cancellation> cancellation,
        std::function<void(qint64, qint64)> progress)
        : m_files(std::move(files))
        , m_folder(std::move(folder))
        , m_cancellation(std::move(cancellation))
        , m_progress(std::move(progress))
    {
        for (const FileToSend &file : m_files) m_all += QFileInfo(file.path).size();
    }

    Copied copy()
    {
        Copied copied;
        for (const FileToSend &file : m_files) {
            const auto target = m_folder / QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
            copied.files.emplace_back(file.field.toStdString(), QFileInfo(file.path).fileName().toStdString(),
                std::string(), target, static_cast<std::uint64_t>(QFileInfo(file.path).size()));
            copied.failure = copyOne(file.path, QString::fromStdString(target.string()));
            if (!copied.failure.isEmpty()) return copied;
        }
        return copied;
    }

private:
    QString copyOne(const QString &from, const QString &to)
    {
        QFile source(from);
        QFile target(to);
        if (!source.open(QIODevice::ReadOnly)) return StudioGateway::tr("The file %1 cannot be read.").arg(from);
        if (!target.open(QIODevice::WriteOnly)) return StudioGateway::tr("The studio's folder cannot be written.");
        while (!source.atEnd()) {
            if (m_cancellation && m_cancellation->isCancelled()) return StudioGateway::tr("Cancelled.");
            const QByteArray piece = source.read(copiedAtOnce);
            if (piece.isEmpty() && source.error() != QFileDevice::NoError)
                return StudioGateway::tr("The file %1 cannot be read.").arg(from);
            if (target.write(piece) != piece.size()) return StudioGateway::tr("The disk of the studio is full.");
            m_copied += piece.size();
            if (m_progress) m_progress(m_copied, m_all);
        }
        return target.flush() ? QString() : StudioGateway::tr("The disk of the studio is full.");
    }

    QList<FileToSend> m_files;
    std::filesystem::path m_folder;
    std::shared_ptr<Cancellation> m_cancellation;
    std::function<void(qint64, qint64)> m_progress;
    qint64 m_all = 0;
    qint64 m_copied = 0;
};

QFuture<std::shared_ptr<Copied>> copyFiles(ApiRequest &request, const std::filesystem::path &folder, QObject *receiver)
{
    std::function<void(qint64, qint64)> progress;
    if (request.progress)
        progress = [told = request.progress, receiver = QPointer<QObject>(receiver)](qint64 sent, qint64 all) {
            if (receiver)
                QMetaObject::invokeMethod(
                    receiver, [told, sent, all] { told(sent, all); }, Qt::QueuedConnection);
        };
    auto promise = std::make_shared<QPromise<std::shared_ptr<Copied>>>();
    promise->start();
    auto files = std::make_shared<FilesToCopy>(request.files, folder, request.cancellation, std::move(progress));
    QThreadPool::globalInstance()->start([promise, files] {
        promise->addResult(std::make_shared<Copied>(files->copy()));
        promise->finish();
    });
    return promise->future();
}

api::Request coreRequest(const ApiRequest &request, const QString &token)
{
    api::Request core;
    core.verb = request.verb;
    core.path = request.path.toStdString();
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded))
        core.query.add(name.toStdString(), value.toStdString());
    for (const auto &[name, value] : request.form) core.form.add(name.toStdString(), value.toStdString());
    if (request.body) {
        core.headers.set("Content-Type", "application/json");
        core.body = toText(*request.body);
    }
    if (!token.isEmpty()) core.headers.set("Authorization", "Bearer " + token.toStdString());
    core.headers.set("User-Agent", "Callboard desktop");
    core.remoteAddress = "127.0.0.1";
    return core;
}

} // namespace

HostedGateway::HostedGateway(std::shared_ptr<Studio> studio, QObject *parent)
    : StudioGateway(parent)
    , m_studio(std::move(studio))
{
    m_subscription = m_studio->subscribe([this](const api::Event &event) {
        QMetaObject::invokeMethod(
            this,
            [this, event] {
                // A team or a role may have changed with it: what may be heard is read again.
                if (event.name == "project:update" || event.name == "person:update") readListener();
                if (m_listener && Studio::mayHear(*m_listener, event))
                    Q_EMIT eventHeard(QString::fromStdString(event.name), event.payload);
            },
            Qt::QueuedConnection);
    });
    setLink(Link::Live);
}

HostedGateway::~HostedGateway()
{
    m_studio->unsubscribe(m_subscription);
}

QString HostedGateway::place() const
{
    return tr("This computer");
}

void HostedGateway::tokenChanged()
{
    m_listener.reset();
    readListener();
}

void HostedGateway::readListener()
{
    if (accessToken().isEmpty()) {
        m_presence.reset();
        return;
    }
    // Reading who listens touches the database: not on this thread.
    QThreadPool::globalInstance()->start(
        [self = QPointer<HostedGateway>(this), studio = m_studio, token = accessToken()] {
            const auto listener = studio->listenerOf(coreRequest({}, token));
            if (!listener) return;
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, token, listener] {
                    if (!self || self->accessToken() != token) return;
                    // The new before the old: a renewed token is no coming and going.
                    self->m_presence = self->m_studio->arrive(listener->personId);
                    self->m_listener = *listener;
                },
                Qt::QueuedConnection);
        });
}

QCoro::Task<ApiAnswer> HostedGateway::transmit(ApiRequest request)
{
    const auto studio = m_studio;
    api::Request core = coreRequest(request, request.token.value_or(accessToken()));
    if (!request.files.isEmpty()) {
        const auto copied = co_await copyFiles(request, studio->uploadFolder(), this);
        if (!copied->failure.isEmpty()) throw ApiError(0, copied->failure);
        core.files = std::move(copied->files);
    }
    const auto answer = std::make_shared<AwaitedAnswer>(!request.keepIn.isEmpty());
    QFuture<ApiAnswer> future = answer->future();
    studio->handle(std::move(core), answer);
    co_return co_await future;
}

} // namespace callboard::ui
