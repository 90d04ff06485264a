// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/MovieReader.h"

#include "ui/player/PictureConversion.h"
#include "ui/player/Player.h"

#include <QFile>

#include <algorithm>
#include <thread>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

namespace callboard::ui {

namespace {

// Playlist formats that name further files, and all network protocols, stay out: a file from
// elsewhere must not make this program open anything but itself.
constexpr auto allowedFormats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,mxf,mpegts,mpeg,ogg,gif,dv,flv";

int isCancelled(void *flag)
{
    return static_cast<const std::atomic_bool *>(flag)->load(std::memory_order_relaxed);
}

} // namespace

MovieReader::MovieReader(const std::atomic_bool &cancelled)
    : m_cancelled(cancelled)
    , m_frame(av_frame_alloc())
    , m_packet(av_packet_alloc())
    , m_conversion(std::make_unique<PictureConversion>())
{}

MovieReader::~MovieReader() = default;

OpenedMedia MovieReader::open(const QString &file, const std::atomic_bool &cancelled)
{
    av_log_set_level(AV_LOG_FATAL); // faults are told as values; the library's chatter goes nowhere
    auto reader = std::unique_ptr<MovieReader>(new MovieReader(cancelled));
    if (!reader->m_frame || !reader->m_packet)
        return MediaFault{Player::tr("There is not enough memory to open the file.")};
    if (auto fault = reader->openContainer(file)) return *fault;
    if (auto fault = reader->openDecoder()) return *fault;
    if (auto fault = reader->countFrames()) return *fault;
    return std::unique_ptr<MediaReader>(std::move(reader));
}

std::optional<MediaFault> MovieReader::openContainer(const QString &file)
{
    AVFormatContext *context = avformat_alloc_context();
    if (!context) return MediaFault{Player::tr("There is not enough memory to open the file.")};
    context->interrupt_callback = {isCancelled, const_cast<std::atomic_bool *>(&m_cancelled)};
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", allowedFormats, 0);
    av_dict_set(&options, "max_streams", "64", 0);
    const QByteArray path = QByteArrayLiteral("file:") + QFile::encodeName(file);
    const int opened = avformat_open_input(&context, path.constData(), nullptr, &options); // frees on failure
    av_dict_free(&options);
    if (opened < 0) return MediaFault{Player::tr("This file holds no movie that can be read.")};
    m_container.reset(context);
    if (avformat_find_stream_info(context, nullptr) < 0)
        return MediaFault{Player::tr("The movie's header is damaged.")};
    m_stream = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (m_stream < 0) return MediaFault{Player::tr("There is no picture in this file.")};
    m_format.hasSound = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, m_stream, nullptr, 0) >= 0;
    for (unsigned at = 0; at < context->nb_streams; ++at)
        context->streams[at]->discard = int(at) == m_stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    return std::nullopt;
}

std::optional<MediaFault> MovieReader::openDecoder()
{
    const AVStream *stream = m_container->streams[m_stream];
    const AVCodecParameters *parameters = stream->codecpar;
    if (parameters->width <= 0 || parameters->height <= 0
        || qint64(parameters->width) * parameters->height > mostPixels)
        return MediaFault{Player::tr("The movie's picture is larger than can be shown.")};
    const AVCodec *codec = avcodec_find_decoder(parameters->codec_id);
    if (!codec)
        return MediaFault{Player::tr("The movie's codec (%1) is not known here.")
                              .arg(QString::fromUtf8(avcodec_get_name(parameters->codec_id)))};
    m_decoder.reset(avcodec_alloc_context3(codec));
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), parameters) < 0)
        return MediaFault{Player::tr("There is not enough memory to open the file.")};
    m_decoder->pkt_timebase = stream->time_base;
    m_decoder->thread_count = std::clamp(int(std::thread::hardware_concurrency()), 1, 8);
    m_decoder->max_pixels = mostPixels;
    if (avcodec_open2(m_decoder.get(), codec, nullptr) < 0)
        return MediaFault{
            Player::tr("The movie's codec (%1) could not be started.").arg(QString::fromUtf8(codec->name))};
    m_format.size = {parameters->width, parameters->height};
    m_format.codec = QString::fromUtf8(codec->name);
    return std::nullopt;
}

std::optional<MediaFault> MovieReader::countFrames()
{
    const qint64 promised = m_container->streams[m_stream]->nb_frames;
    bool lacksPts = false, isAllKeys = true;
    const bool seeksByPts = m_container->iformat->flags & AVFMT_SEEK_TO_PTS;
    while (av_read_frame(m_container.get(), m_packet.get()) >= 0) {
        const AVPacket &packet = *m_packet;
        const bool isShown =
            packet.stream_index == m_stream && !(packet.flags & (AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT));
        const qint64 pts = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
        if (isShown && pts != AV_NOPTS_VALUE) {
            lacksPts |= packet.pts == AV_NOPTS_VALUE;
            isAllKeys &= bool(packet.flags & AV_PKT_FLAG_KEY);
            const bool usesPts = seeksByPts || packet.dts == AV_NOPTS_VALUE;
            m_moments.push_back({pts, usesPts ? pts : packet.dts, bool(packet.flags & AV_PKT_FLAG_KEY)});
        }
        av_packet_unref(m_packet.get());
        if (m_moments.size() > size_t(mostFrames))
            return MediaFault{Player::tr("The movie has more frames than can be shown.")};
        if (m_cancelled) break;
    }
    if (m_cancelled) return MediaFault{Player::tr("Opening was cancelled.")};
    std::stable_sort(
        m_moments.begin(), m_moments.end(), [](const Moment &one, const Moment &other) { return one.pts < other.pts; });
    const auto same = [](const Moment &one, const Moment &other) { return one.pts == other.pts; };
    m_moments.erase(std::unique(m_moments.begin(), m_moments.end(), same), m_moments.end());
    if (m_moments.empty()) return MediaFault{Player::tr("There is no frame in this movie.")};
    m_countsFromStart = lacksPts && !isAllKeys;
    int key = 0;
    for (int at = 0; at < int(m_moments.size()); ++at) {
        if (m_moments[at].isKey && !m_countsFromStart) key = at;
        m_keyBefore.push_back(key);
    }
    describe(promised);
    return std::nullopt;
}

void MovieReader::describe(qint64 promisedFrames)
{
    AVStream *stream = m_container->streams[m_stream];
    m_format.frameCount = int(m_moments.size());
    // A header counts frames that an edit list hides as well; few missing ones are no cut.
    m_format.isComplete = promisedFrames <= 0 || m_format.frameCount >= promisedFrames * 95 / 100 - 2;
    const AVRational guessed = av_guess_frame_rate(m_container.get(), stream, nullptr);
    m_format.rate = {guessed.num, guessed.den};
    const qint64 span = m_moments.back().pts - m_moments.front().pts;
    if (m_moments.size() < 2 || span <= 0) {
        if (!m_format.rate.isValid()) m_format.rate = {};
        return;
    }
    // Frames for the whole length at the guessed rate; if the real count is another, frames are uneven
    // and the average keeps picture and sound together.
    const qint64 count = m_format.frameCount - 1;
    const double seconds = double(span) * av_q2d(stream->time_base);
    const bool fits = m_format.rate.isValid() && std::abs(seconds * m_format.rate.perSecond() - double(count)) <= 1.0;
    if (!fits) {
        AVRational average = {};
        av_reduce(&average.num, &average.den, count * stream->time_base.den, span * stream->time_base.num, 1'000'000);
        m_format.rate = {average.num, average.den};
        if (!m_format.rate.isValid()) m_format.rate = {};
    }
}

int MovieReader::indexOf(qint64 pts) const
{
    const auto after = std::lower_bound(
        m_moments.begin(), m_moments.end(), pts, [](const Moment &moment, qint64 time) { return moment.pts < time; });
    const int index = int(after - m_moments.begin());
    if (index == int(m_moments.size())) return index - 1;
    if (index > 0 && after->pts - pts > pts - m_moments[index - 1].pts) return index - 1;
    return index;
}

int MovieReader::indexOfDecoded() const
{
    return m_countsFromStart ? m_next : indexOf(m_frame->best_effort_timestamp);
}

bool MovieReader::canReachForward(int index) const
{
    constexpr int cheapSteps = 4; // decoding a few frames costs less than emptying the decoder
    return m_next >= 0 && index >= m_next && (m_keyBefore[index] <= m_next || index - m_next <= cheapSteps);
}

int MovieReader::seekToKey(int index)
{
    const int key = m_keyBefore[index];
    const qint64 time = key == 0 ? std::min(m_moments[0].seekTime, m_moments[0].pts) : m_moments[key].seekTime;
    if (av_seek_frame(m_container.get(), m_stream, time, AVSEEK_FLAG_BACKWARD) < 0)
        avformat_seek_file(m_container.get(), m_stream, INT64_MIN, m_moments[0].seekTime, INT64_MAX, 0);
    avcodec_flush_buffers(m_decoder.get());
    m_isDraining = false;
    m_next = key;
    return key;
}

MovieReader::Step MovieReader::decodeNext()
{
    while (!m_cancelled) {
        const int received = avcodec_receive_frame(m_decoder.get(), m_frame.get());
        if (received == 0) return Step::Frame;
        if (received == AVERROR_EOF || m_isDraining) return Step::End;
        // Damaged packets cost their own frames only: decoding goes on behind them.
        if (av_read_frame(m_container.get(), m_packet.get()) < 0) {
            m_isDraining = true;
            avcodec_send_packet(m_decoder.get(), nullptr);
            continue;
        }
        if (m_packet->stream_index == m_stream) avcodec_send_packet(m_decoder.get(), m_packet.get());
        av_packet_unref(m_packet.get());
    }
    return Step::Cancelled;
}

std::optional<MediaFault> MovieReader::read(int index, const FrameSink &sink)
{
    if (index < 0 || index >= m_format.frameCount) return MediaFault{Player::tr("The movie has no such frame.")};
    int soughtKey = m_format.frameCount; // the key frame that decoding began at; none yet
    if (!canReachForward(index)) soughtKey = seekToKey(index);
    while (true) {
        const Step step = decodeNext();
        if (step == Step::Cancelled) {
            m_next = -1;
            return MediaFault{Player::tr("Reading was cancelled.")};
        }
        const int at = step == Step::Frame ? indexOfDecoded() : m_format.frameCount;
        if (at > index) {
            // It was passed: the place was not what it seemed, or the frame depends on an earlier key.
            if (soughtKey == 0) {
                m_next = -1;
                return MediaFault{Player::tr("This frame is damaged.")};
            }
            soughtKey = seekToKey(soughtKey >= m_format.frameCount ? index : soughtKey - 1);
            continue;
        }
        m_next = at + 1;
        if (at != index && sink.isOver && sink.isOver()) return std::nullopt;
        if (at == index || sink.wants(at)) {
            auto picture = m_conversion->toImage(*m_frame);
            if (picture)
                sink.take(at, *picture);
            else if (at == index)
                return MediaFault{Player::tr("The frame's pixel form can't be shown.")};
        }
        if (at == index) return std::nullopt;
    }
}

} // namespace callboard::ui
