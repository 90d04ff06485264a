// SPDX-License-Identifier: GPL-3.0-or-later
// How what libav made is given back; for std::unique_ptr.
#pragma once

struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVPacket;
struct SwrContext;

namespace callboard::ui {

struct LibavClose
{
    void operator()(AVFormatContext *context) const;
    void operator()(AVCodecContext *context) const;
    void operator()(AVFrame *frame) const;
    void operator()(AVPacket *packet) const;
    void operator()(SwrContext *context) const;
};

} // namespace callboard::ui
