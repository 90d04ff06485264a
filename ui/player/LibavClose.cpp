// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/LibavClose.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace callboard::ui {

void LibavClose::operator()(AVFormatContext *context) const
{
    avformat_close_input(&context);
}
void LibavClose::operator()(AVCodecContext *context) const
{
    avcodec_free_context(&context);
}
void LibavClose::operator()(AVFrame *frame) const
{
    av_frame_free(&frame);
}
void LibavClose::operator()(AVPacket *packet) const
{
    av_packet_free(&packet);
}
void LibavClose::operator()(SwrContext *context) const
{
    swr_free(&context);
}

} // namespace callboard::ui
