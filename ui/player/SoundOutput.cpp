// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/SoundOutput.h"

#include "ui/player/SoundReader.h"

#include <QAudio>
#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <mutex>

namespace callboard::ui {

namespace {

using Steady = std::chrono::steady_clock;
constexpr auto deviceMayTake = std::chrono::milliseconds(800); // to begin, or between two reports
constexpr qint64 bytesPerMoment = SoundReader::channels * sizeof(qint16);

} // namespace

/// What the two threads share.
struct SoundOutput::State
{
    mutable std::mutex mutex;
    bool isRunning = false;
    bool flows = false; ///< the device takes sound; before, the clock stands
    int serial = 0;     ///< counts starts and stops: reports of former ones are void
    double seconds = 0; ///< heard at `at`
    Steady::time_point at;
};

/// Lives on the sound thread: decodes ahead into the device's buffer.
class SoundOutput::Pump : public QObject
{
public:
    explicit Pump(std::shared_ptr<State> state)
        : m_state(std::move(state))
        , m_timer(this)
    {
        m_timer.setInterval(15);
        connect(&m_timer, &QTimer::timeout, this, [this] { fill(); });
    }

    void open(const QString &file)
    {
        stop();
        m_reader = file.isEmpty() ? nullptr : SoundReader::open(file);
    }

    void start(double seconds, int serial)
    {
        stop();
        m_serial = serial;
        const QAudioDevice device = m_reader ? QMediaDevices::defaultAudioOutput() : QAudioDevice();
        QAudioFormat format;
        format.setSampleRate(SoundReader::sampleRate);
        format.setChannelCount(SoundReader::channels);
        format.setSampleFormat(QAudioFormat::Int16);
        if (device.isNull() || !device.isFormatSupported(format)) {
            giveUp();
            return;
        }
        m_reader->seek(seconds);
        m_from = seconds;
        m_written = 0;
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(SoundReader::sampleRate * bytesPerMoment / 5);
        m_sink->setVolume(m_volume);
        m_device = m_sink->start();
        if (!m_device) {
            giveUp();
            return;
        }
        fill();
        m_timer.start();
    }

    void stop()
    {
        m_timer.stop();
        m_device = nullptr;
        if (m_sink) m_sink->stop();
        m_sink.reset();
    }

    void setVolume(qreal volume)
    {
        m_volume = volume;
        if (m_sink) m_sink->setVolume(volume);
    }

private:
    void fill()
    {
        if (m_sink->error() != QAudio::NoError && m_sink->error() != QAudio::UnderrunError) {
            giveUp();
            return;
        }
        std::array<qint16, 4096 * SoundReader::channels> chunk;
        while (m_sink->bytesFree() >= qsizetype(sizeof chunk)) {
            const qint64 moments = qint64(chunk.size()) / SoundReader::channels;
            const qint64 read = m_reader->read(chunk.data(), moments);
            // Silence behind the end keeps the clock going for the last pictures.
            std::fill(chunk.begin() + read * SoundReader::channels, chunk.end(), 0);
            const qint64 taken = m_device->write(reinterpret_cast<const char *>(chunk.data()), qint64(sizeof chunk));
            if (taken <= 0) break;
            m_written += taken;
        }
        report();
    }

    void report()
    {
        const qint64 waiting = m_sink->bufferSize() - m_sink->bytesFree();
        const qint64 heard = std::max<qint64>(0, m_written - waiting) / bytesPerMoment;
        const std::lock_guard lock(m_state->mutex);
        if (m_serial != m_state->serial || heard == 0) return;
        const double seconds = m_from + double(heard) / SoundReader::sampleRate;
        if (m_state->flows && seconds <= m_state->seconds)
            return; // the device's own steps are coarse: the time since the last one counts
        m_state->flows = true;
        m_state->seconds = seconds;
        m_state->at = Steady::now();
    }

    void giveUp()
    {
        stop();
        const std::lock_guard lock(m_state->mutex);
        if (m_serial == m_state->serial) m_state->isRunning = false;
    }

    std::shared_ptr<State> m_state;
    QTimer m_timer;
    std::unique_ptr<SoundReader> m_reader;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice *m_device = nullptr; ///< the sink's
    qreal m_volume = 1;
    double m_from = 0;
    qint64 m_written = 0;
    int m_serial = 0;
};

SoundOutput::SoundOutput(QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>())
    , m_pump(new Pump(m_state))
{
    m_thread.setObjectName(QStringLiteral("sound"));
    m_pump->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_pump, &QObject::deleteLater);
    m_thread.start();
    sendVolume();
}

SoundOutput::~SoundOutput()
{
    QMetaObject::invokeMethod(
        m_pump, [pump = m_pump] { pump->stop(); }, Qt::QueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void SoundOutput::open(const QString &file)
{
    stop();
    QMetaObject::invokeMethod(
        m_pump, [pump = m_pump, file] { pump->open(file); }, Qt::QueuedConnection);
}

void SoundOutput::start(double seconds)
{
    int serial = 0;
    {
        const std::lock_guard lock(m_state->mutex);
        serial = ++m_state->serial;
        m_state->isRunning = true;
        m_state->flows = false;
        m_state->seconds = seconds;
        m_state->at = Steady::now();
    }
    QMetaObject::invokeMethod(
        m_pump, [pump = m_pump, seconds, serial] { pump->start(seconds, serial); }, Qt::QueuedConnection);
}

void SoundOutput::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        ++m_state->serial;
        m_state->isRunning = false;
    }
    QMetaObject::invokeMethod(
        m_pump, [pump = m_pump] { pump->stop(); }, Qt::QueuedConnection);
}

std::optional<double> SoundOutput::position() const
{
    const std::lock_guard lock(m_state->mutex);
    const auto since = Steady::now() - m_state->at;
    if (!m_state->isRunning || since > deviceMayTake) return std::nullopt;
    return m_state->flows ? m_state->seconds + std::chrono::duration<double>(since).count() : m_state->seconds;
}

void SoundOutput::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    sendVolume();
}

void SoundOutput::setMuted(bool on)
{
    m_isMuted = on;
    sendVolume();
}

void SoundOutput::sendVolume()
{
    // The ear hears by decibels; the device takes amplitude.
    const qreal amplitude =
        m_isMuted ? 0 : QAudio::convertVolume(m_volume, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale);
    QMetaObject::invokeMethod(
        m_pump, [pump = m_pump, amplitude] { pump->setVolume(amplitude); }, Qt::QueuedConnection);
}

} // namespace callboard::ui
