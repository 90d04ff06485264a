// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <optional>

struct AVFrame;
struct SwsContext;

namespace callboard::ui {

/// Turns decoded frames into RGB with the matrix and range that the frame declares; what it leaves open
/// is Rec.709 from 720 lines on, Rec.601 below. Keeps its tables between frames of one shape.
class PictureConversion
{
public:
    PictureConversion() = default;
    ~PictureConversion();
    PictureConversion(const PictureConversion &) = delete;
    PictureConversion &operator=(const PictureConversion &) = delete;

    /// Nothing if the frame's form is unknown or memory lacks.
    std::optional<QImage> toImage(const AVFrame &frame);

private:
    struct Shape
    {
        int width = 0, height = 0, pixelFormat = -1, matrix = -1;
        bool isFullRange = false;
        bool operator==(const Shape &) const = default;
    };
    static Shape shapeOf(const AVFrame &frame);
    bool prepare(const Shape &shape);

    SwsContext *m_tables = nullptr;
    Shape m_shape;
};

} // namespace callboard::ui
