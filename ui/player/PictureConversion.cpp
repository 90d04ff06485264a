// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/PictureConversion.h"

#include <algorithm>
#include <thread>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

namespace callboard::ui {

namespace {

// The deprecated "J" formats say full range by their name.
bool namesFullRange(int format)
{
    return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P || format == AV_PIX_FMT_YUVJ444P
        || format == AV_PIX_FMT_YUVJ440P || format == AV_PIX_FMT_YUVJ411P;
}

int matrixOf(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709: return SWS_CS_ITU709;
    case AVCOL_SPC_FCC: return SWS_CS_FCC;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M: return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M: return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL: return SWS_CS_BT2020;
    default: return frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

} // namespace

PictureConversion::~PictureConversion()
{
    sws_freeContext(m_tables);
}

PictureConversion::Shape PictureConversion::shapeOf(const AVFrame &frame)
{
    return {frame.width, frame.height, frame.format, matrixOf(frame),
        frame.color_range == AVCOL_RANGE_JPEG || namesFullRange(frame.format)};
}

bool PictureConversion::prepare(const Shape &shape)
{
    if (m_tables && shape == m_shape) return true;
    sws_freeContext(m_tables);
    m_shape = {};
    m_tables = sws_alloc_context();
    if (!m_tables) return false;
    av_opt_set_int(m_tables, "srcw", shape.width, 0);
    av_opt_set_int(m_tables, "srch", shape.height, 0);
    av_opt_set_int(m_tables, "src_format", shape.pixelFormat, 0);
    av_opt_set_int(m_tables, "dstw", shape.width, 0);
    av_opt_set_int(m_tables, "dsth", shape.height, 0);
    av_opt_set_int(m_tables, "dst_format", AV_PIX_FMT_BGRA, 0);
    av_opt_set_int(m_tables, "sws_flags", SWS_BILINEAR, 0);
    av_opt_set_int(m_tables, "threads", std::clamp(int(std::thread::hardware_concurrency()), 1, 4), 0);
    if (sws_init_context(m_tables, nullptr, nullptr) < 0) {
        sws_freeContext(m_tables);
        m_tables = nullptr;
        return false;
    }
    // RGB sources have no matrix; the call then refuses and nothing needs to be set.
    sws_setColorspaceDetails(m_tables, sws_getCoefficients(shape.matrix), shape.isFullRange,
        sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    m_shape = shape;
    return true;
}

std::optional<QImage> PictureConversion::toImage(const AVFrame &frame)
{
    if (frame.width <= 0 || frame.height <= 0 || !sws_isSupportedInput(AVPixelFormat(frame.format))
        || !prepare(shapeOf(frame)))
        return std::nullopt;
    // The picture lies in a frame's buffer because that is padded for vector stores past a line's end.
    AVFrame *target = av_frame_alloc();
    if (!target) return std::nullopt;
    target->width = frame.width;
    target->height = frame.height;
    target->format = AV_PIX_FMT_BGRA;
    if (av_frame_get_buffer(target, 0) < 0 || sws_scale_frame(m_tables, target, &frame) < 0) {
        av_frame_free(&target);
        return std::nullopt;
    }
    const auto release = [](void *held) {
        auto *owned = static_cast<AVFrame *>(held);
        av_frame_free(&owned);
    };
    return QImage(
        target->data[0], target->width, target->height, target->linesize[0], QImage::Format_RGB32, release, target);
}

} // namespace callboard::ui
