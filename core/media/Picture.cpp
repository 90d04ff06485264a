// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/Picture.h"

#include "core/api/Error.h"

#include <QImageReader>
#include <QPainter>

namespace callboard::media {

namespace {

constexpr int greatestMemory = 1024; // MiB for one decoded picture

template<std::size_t N>
bool isOneOf(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

QImage readPicture(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) throw api::badRequest("The picture cannot be read.");
    QImageReader::setAllocationLimit(greatestMemory);
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    static const QSet<QByteArray> formats{"png", "jpeg", "jpg"};
    if (!formats.contains(reader.format())) throw api::badRequest("This file is no JPEG or PNG picture.");
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) throw api::badRequest("This file is no picture.");
    if (std::int64_t(size.width()) * size.height() > greatestPixelCount)
        throw api::badRequest("The picture has too many pixels.");
    const QImage picture = reader.read();
    if (picture.isNull()) throw api::badRequest("The picture is damaged.");
    return picture;
}

QImage letterboxed(const QImage &picture, int width, int height)
{
    const QImage inner = picture.scaled(width, height, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage ground(width, height, QImage::Format_ARGB32);
    ground.fill(Qt::transparent);
    QPainter painter(&ground);
    painter.drawImage((width - inner.width()) / 2, (height - inner.height()) / 2, inner);
    return ground;
}

QImage covering(const QImage &picture, int width, int height)
{
    const QImage outer = picture.scaled(width, height, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return outer.copy((outer.width() - width) / 2, (outer.height() - height) / 2, width, height);
}

QImage scaledToWidth(const QImage &picture, int width)
{
    // A very tall picture would become one too large to hold.
    const std::int64_t height = std::int64_t(picture.height()) * width / std::max(1, picture.width());
    if (height * width > greatestPixelCount) return picture;
    return picture.scaled(width, std::max(1, int(height)), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

bool isPictureExtension(std::string_view extension)
{
    static constexpr std::array<std::string_view, 4> extensions{"jpe", "jpeg", "jpg", "png"};
    return isOneOf(extensions, extension);
}

bool isMovieExtension(std::string_view extension)
{
    static constexpr std::array<std::string_view, 7> extensions{"avi", "m4v", "mkv", "mov", "mp4", "webm", "wmv"};
    return isOneOf(extensions, extension);
}

bool isKeptExtension(std::string_view extension)
{
    static constexpr std::array<std::string_view, 32> extensions{"ae", "ai", "blend", "clip", "comp", "exr", "fbx",
        "fla", "flv", "gif", "glb", "gltf", "hip", "kra", "ma", "mb", "mp3", "obj", "pdf", "psb", "psd", "rar", "rev",
        "sbbkp", "svg", "swf", "tif", "tiff", "tvpp", "wav", "xstage", "zip"};
    return isOneOf(extensions, extension);
}

} // namespace callboard::media
