// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/PreviewPictures.h"

#include "core/media/Picture.h"
#include "core/media/PngFile.h"

namespace callboard::media {

namespace {

std::uint64_t storePng(
    const Services &services, NewFiles &files, FileKind kind, const std::string &id, const QImage &picture)
{
    const auto path = newArriving(services, ".png");
    writePng(picture, path);
    const auto size = std::filesystem::file_size(path);
    try {
        files.add(kind, id, path);
    } catch (...) {
        std::error_code ignored; // The first failure is the one to tell.
        std::filesystem::remove(path, ignored);
        throw;
    }
    return size;
}

} // namespace

std::uint64_t storePreviewPictures(
    const Services &services, NewFiles &files, const std::string &previewId, const QImage &picture)
{
    const auto size = storePng(services, files, FileKind::PreviewOriginal, previewId, picture);
    storePng(services, files, FileKind::PreviewScaled, previewId, scaledToWidth(picture, 1200));
    storePng(services, files, FileKind::PreviewThumbnail, previewId, letterboxed(picture, 150, 100));
    storePng(services, files, FileKind::PreviewSquare, previewId, letterboxed(picture, 100, 100));
    return size;
}

} // namespace callboard::media
