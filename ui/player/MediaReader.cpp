// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/MediaReader.h"

#include "ui/player/MovieReader.h"
#include "ui/player/PictureReader.h"
#include "ui/player/Player.h"

#include <QFileInfo>

namespace callboard::ui {

std::variant<QImage, MediaFault> MediaReader::frame(int index)
{
    QImage picture;
    const FrameSink sink{[](int) { return false; },
        [&](int at, const QImage &image) {
            if (at == index) picture = image;
        },
        {}};
    if (auto fault = read(index, sink)) return *fault;
    return picture;
}

OpenedMedia openMedia(const QString &file, const std::atomic_bool &cancelled)
{
    const QFileInfo about(file);
    if (!about.isFile()) return MediaFault{Player::tr("The file is not there.")};
    if (!about.isReadable()) return MediaFault{Player::tr("The file may not be read.")};
    if (PictureReader::reads(file)) return PictureReader::open(file);
    return MovieReader::open(file, cancelled);
}

} // namespace callboard::ui
