// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/SoundReader.h"

#include <QFile>

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace callboard::ui {

SoundReader::SoundReader()
    : m_frame(av_frame_alloc())
    , m_packet(av_packet_alloc())
{}
SoundReader::~SoundReader() = default;

std::unique_ptr<SoundReader> SoundReader::open(const QString &file)
{
    auto reader = std::unique_ptr<SoundReader>(new SoundReader);
    return reader->m_frame && reader->m_packet && reader->openStream(file) ? std::move(reader) : nullptr;
}

bool SoundReader::openStream(const QString &file)
{
    AVFormatContext *context = nullptr;
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "max_streams", "64", 0);
    const int opened = avformat_open_input(
        &context, (QByteArrayLiteral("file:") + QFile::encodeName(file)).constData(), nullptr, &options);
    av_dict_free(&options);
    if (opened < 0) return false;
    m_container.reset(context);
    if (avformat_find_stream_info(context, nullptr) < 0) return false;
    const AVCodec *codec = nullptr;
    const int picture = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    m_stream = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, picture, &codec, 0);
    if (m_stream < 0 || !codec) return false;
    for (unsigned at = 0; at < context->nb_streams; ++at)
        context->streams[at]->discard = int(at) == m_stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    if (picture >= 0 && context->streams[picture]->start_time != AV_NOPTS_VALUE)
        m_origin = double(context->streams[picture]->start_time) * av_q2d(context->streams[picture]->time_base);
    m_decoder.reset(avcodec_alloc_context3(codec));
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), context->streams[m_stream]->codecpar) < 0)
        return false;
    m_decoder->pkt_timebase = context->streams[m_stream]->time_base;
    return avcodec_open2(m_decoder.get(), codec, nullptr) >= 0 && prepareConversion();
}

bool SoundReader::prepareConversion()
{
    AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
    AVChannelLayout source = {};
    if (m_decoder->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&source, m_decoder->ch_layout.nb_channels);
    else
        av_channel_layout_copy(&source, &m_decoder->ch_layout);
    SwrContext *context = nullptr;
    const bool isMade = m_decoder->sample_rate > 0
        && swr_alloc_set_opts2(&context, &stereo, AV_SAMPLE_FMT_S16, sampleRate, &source, m_decoder->sample_fmt,
               m_decoder->sample_rate, 0, nullptr)
            >= 0;
    av_channel_layout_uninit(&source);
    m_conversion.reset(context);
    return isMade && swr_init(context) >= 0;
}

void SoundReader::seek(double seconds)
{
    // Codecs need some sound before the place to be exact there.
    constexpr double leadIn = 0.1;
    const AVStream *stream = m_container->streams[m_stream];
    const double from = std::max(0.0, seconds - leadIn) + m_origin;
    if (av_seek_frame(m_container.get(), m_stream, qint64(from / av_q2d(stream->time_base)), AVSEEK_FLAG_BACKWARD) < 0)
        avformat_seek_file(m_container.get(), -1, INT64_MIN, 0, INT64_MAX, 0);
    avcodec_flush_buffers(m_decoder.get());
    prepareConversion();
    m_samples.clear();
    m_taken = 0;
    m_wantedFrom = std::max<qint64>(0, std::llround(seconds * sampleRate));
    m_isAligned = false;
    m_isDraining = false;
}

bool SoundReader::decodeMore()
{
    while (true) {
        const int received = avcodec_receive_frame(m_decoder.get(), m_frame.get());
        if (received == 0) {
            takeFrame();
            return true;
        }
        if (received == AVERROR_EOF || m_isDraining) return false;
        if (av_read_frame(m_container.get(), m_packet.get()) < 0) {
            m_isDraining = true;
            avcodec_send_packet(m_decoder.get(), nullptr);
            continue;
        }
        if (m_packet->stream_index == m_stream) avcodec_send_packet(m_decoder.get(), m_packet.get());
        av_packet_unref(m_packet.get());
    }
}

void SoundReader::takeFrame()
{
    const int room = swr_get_out_samples(m_conversion.get(), m_frame->nb_samples);
    if (room <= 0) return;
    m_samples.erase(m_samples.begin(), m_samples.begin() + std::ptrdiff_t(m_taken));
    m_taken = 0;
    const size_t before = m_samples.size();
    m_samples.resize(before + size_t(room) * channels);
    auto *target = reinterpret_cast<uint8_t *>(m_samples.data() + before);
    const int made = swr_convert(
        m_conversion.get(), &target, room, const_cast<const uint8_t **>(m_frame->extended_data), m_frame->nb_samples);
    m_samples.resize(before + size_t(std::max(0, made)) * channels);
    if (m_isAligned || m_frame->best_effort_timestamp == AV_NOPTS_VALUE) return;
    const double seconds =
        double(m_frame->best_effort_timestamp) * av_q2d(m_container->streams[m_stream]->time_base) - m_origin;
    const qint64 ahead = m_wantedFrom - std::llround(seconds * sampleRate);
    const qint64 held = qint64(m_samples.size()) / channels;
    if (ahead >= held) {
        m_samples.clear();
    } else if (ahead >= 0) {
        m_samples.erase(m_samples.begin(), m_samples.begin() + ahead * channels);
        m_isAligned = true;
    } else {
        // The sound begins later than asked for: silence until then, within reason.
        constexpr qint64 longest = 60LL * sampleRate;
        m_samples.insert(m_samples.begin(), size_t(std::min(-ahead, longest)) * channels, 0);
        m_isAligned = true;
    }
}

qint64 SoundReader::read(qint16 *target, qint64 moments)
{
    qint64 done = 0;
    while (done < moments) {
        const qint64 held = m_isAligned ? qint64(m_samples.size() - m_taken) / channels : 0;
        if (held == 0) {
            if (!decodeMore()) break;
            continue;
        }
        const qint64 now = std::min(held, moments - done);
        std::copy_n(m_samples.begin() + std::ptrdiff_t(m_taken), now * channels, target + done * channels);
        m_taken += size_t(now) * channels;
        done += now;
    }
    return done;
}

} // namespace callboard::ui
