// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/FrameSource.h"

#include "ui/player/MediaReader.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace callboard::ui {

/// The decode thread of one opened file and what it shares with the GUI thread, behind one lock.
class FrameSource::Worker
{
public:
    Worker(FrameSource &owner, const QString &file, qint64 byteLimit)
        : m_owner(owner)
        , m_file(file)
        , m_byteLimit(byteLimit)
        , m_thread([this] { run(); })
    {}
    ~Worker()
    {
        cancel();
        m_thread.join();
    }

    void cancel()
    {
        m_isCancelled = true;
        // Through the lock, or a thread that is about to wait would miss the call.
        const std::lock_guard lock(m_mutex);
        m_isCalled.notify_all();
    }
    bool hasEnded() const { return m_hasEnded; }

    template<typename Ask>
    auto withCache(Ask ask) const -> decltype(ask(std::declval<FrameCache &>()))
    {
        const std::lock_guard lock(m_mutex);
        return m_cache ? ask(*m_cache) : decltype(ask(*m_cache)){};
    }
    std::optional<MediaFault> faultOf(int index) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_faults.find(index);
        return found == m_faults.end() ? std::nullopt : std::optional(found->second);
    }
    void setPlayhead(const Playhead &playhead)
    {
        const std::lock_guard lock(m_mutex);
        m_playhead = playhead;
        if (m_cache) m_cache->setPlayhead(playhead);
        m_isCalled.notify_all();
    }

private:
    void run()
    {
        decodeAll();
        m_hasEnded = true;
    }

    void decodeAll()
    {
        OpenedMedia opened = openMedia(m_file, m_isCancelled);
        if (const auto *fault = std::get_if<MediaFault>(&opened)) {
            tell([this, fault = *fault](FrameSource &owner) { owner.receiveFault(this, fault); });
            return;
        }
        auto &reader = *std::get<std::unique_ptr<MediaReader>>(opened);
        const MediaFormat format = reader.format();
        {
            const std::lock_guard lock(m_mutex);
            const qint64 bytesPerFrame = 4LL * format.size.width() * format.size.height();
            m_cache = std::make_unique<FrameCache>(m_byteLimit, format.frameCount, bytesPerFrame);
            if (m_playhead) m_cache->setPlayhead(*m_playhead);
        }
        tell([this, format](FrameSource &owner) { owner.receiveFormat(this, format); });
        while (const auto target = waitForTarget()) decode(reader, *target);
    }

    std::optional<int> waitForTarget()
    {
        std::unique_lock lock(m_mutex);
        std::optional<int> target;
        m_isCalled.wait(lock, [&] {
            if (!m_isCancelled) target = m_cache->mostUrgent([this](int frame) { return !m_faults.contains(frame); });
            return m_isCancelled || target;
        });
        return m_isCancelled ? std::nullopt : target;
    }

    void decode(MediaReader &reader, int target)
    {
        const FrameSink sink{[this](int index) {
                                 const std::lock_guard lock(m_mutex);
                                 return m_cache->wants(index) && !m_cache->has(index);
                             },
            [this](int index, const QImage &picture) {
                {
                    const std::lock_guard lock(m_mutex);
                    m_cache->insert(index, picture);
                }
                tell([this, index](FrameSource &owner) { owner.receiveFrame(this, index); });
            },
            [this, target] {
                // The viewer went elsewhere while this was under way.
                const std::lock_guard lock(m_mutex);
                const int wanted = m_cache->playhead().frame;
                return m_isCancelled || (wanted != target && !m_cache->has(wanted) && !m_faults.contains(wanted));
            }};
        const auto fault = reader.read(target, sink);
        if (!fault || m_isCancelled) return;
        {
            const std::lock_guard lock(m_mutex);
            m_faults.emplace(target, *fault);
        }
        tell([this, target](FrameSource &owner) { owner.receiveFrame(this, target); });
    }

    template<typename Message>
    void tell(Message message)
    {
        if (m_isCancelled) return;
        // The owner outlives this thread, which its destructor joins.
        QMetaObject::invokeMethod(
            &m_owner, [&owner = m_owner, message] { message(owner); }, Qt::QueuedConnection);
    }

    FrameSource &m_owner;
    const QString m_file;
    const qint64 m_byteLimit;
    std::atomic_bool m_isCancelled = false;
    std::atomic_bool m_hasEnded = false;
    mutable std::mutex m_mutex;
    std::condition_variable m_isCalled;
    std::unique_ptr<FrameCache> m_cache; ///< from the moment the file is open
    std::optional<Playhead> m_playhead;
    std::map<int, MediaFault> m_faults;
    std::thread m_thread; ///< last: it starts when all the others are there
};

FrameSource::FrameSource(QObject *parent)
    : QObject(parent)
{}

FrameSource::~FrameSource()
{
    if (m_worker) m_worker->cancel();
}

void FrameSource::retire()
{
    if (m_worker) {
        m_worker->cancel();
        m_retired.push_back(std::move(m_worker));
    }
    std::erase_if(m_retired, [](const auto &worker) { return worker->hasEnded(); });
}

void FrameSource::open(const QString &file)
{
    close();
    m_worker = std::make_unique<Worker>(*this, file, m_byteLimit);
}

void FrameSource::close()
{
    retire();
    m_format.reset();
    Q_EMIT cacheChanged();
}

// A worker's last messages may arrive when another file is open already.
void FrameSource::receiveFormat(const Worker *from, const MediaFormat &format)
{
    if (from != m_worker.get()) return;
    m_format = format;
    Q_EMIT opened(format);
}

void FrameSource::receiveFault(const Worker *from, const MediaFault &fault)
{
    if (from == m_worker.get()) Q_EMIT failed(fault);
}

void FrameSource::receiveFrame(const Worker *from, int index)
{
    if (from != m_worker.get()) return;
    Q_EMIT frameReady(index);
    Q_EMIT cacheChanged();
}

std::optional<QImage> FrameSource::frame(int index) const
{
    return m_worker ? m_worker->withCache([=](FrameCache &cache) { return cache.find(index); }) : std::nullopt;
}

bool FrameSource::has(int index) const
{
    return m_worker && m_worker->withCache([=](FrameCache &cache) { return cache.has(index); });
}

std::optional<MediaFault> FrameSource::faultOf(int index) const
{
    return m_worker ? m_worker->faultOf(index) : std::nullopt;
}

void FrameSource::setPlayhead(const Playhead &playhead)
{
    if (m_worker) m_worker->setPlayhead(playhead);
}

std::vector<FrameRange> FrameSource::cachedRanges() const
{
    return m_worker ? m_worker->withCache([](FrameCache &cache) { return cache.ranges(); }) : std::vector<FrameRange>{};
}

qint64 FrameSource::cachedBytes() const
{
    return m_worker ? m_worker->withCache([](FrameCache &cache) { return cache.bytes(); }) : 0;
}

} // namespace callboard::ui
