// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/FrameCache.h"
#include "ui/player/Medium.h"

#include <QObject>

#include <memory>
#include <vector>

namespace callboard::ui {

/// One medium being shown: opened and decoded on a thread of its own, its frames at hand without
/// waiting. Lives on the GUI thread; no call blocks it.
class FrameSource : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 defaultByteLimit = 768LL * 1024 * 1024;

    explicit FrameSource(QObject *parent = nullptr);
    ~FrameSource() override;

    /// Bytes of decoded frames to keep; for media opened afterwards.
    void setByteLimit(qint64 bytes) { m_byteLimit = bytes; }

    /// Opens in the background; opened() or failed() follows. What was open is closed.
    void open(const QString &file);
    void close();

    /// Nothing until opened.
    const std::optional<MediaFormat> &format() const { return m_format; }
    std::optional<QImage> frame(int index) const;
    bool has(int index) const;
    std::optional<MediaFault> faultOf(int index) const;

    void setPlayhead(const Playhead &playhead);
    std::vector<FrameRange> cachedRanges() const;
    qint64 cachedBytes() const;

Q_SIGNALS:
    void opened(const callboard::ui::MediaFormat &format);
    void failed(const callboard::ui::MediaFault &fault);
    /// The frame is in the cache, or it is known why it never will be.
    void frameReady(int index);
    void cacheChanged();

private:
    class Worker;
    void retire();
    void receiveFormat(const Worker *from, const MediaFormat &format);
    void receiveFault(const Worker *from, const MediaFault &fault);
    void receiveFrame(const Worker *from, int index);

    qint64 m_byteLimit = defaultByteLimit;
    std::optional<MediaFormat> m_format;
    std::unique_ptr<Worker> m_worker;
    std::vector<std::unique_ptr<Worker>> m_retired; ///< ending by themselves; joined when ended
};

} // namespace callboard::ui
