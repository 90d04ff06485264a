// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/previews/ReviewPreview.h"

#include <QJsonDocument>

namespace callboard::ui {

using namespace Qt::StringLiterals;

ReviewPreview::Kind ReviewPreview::kind() const
{
    if (extension == "mp4"_L1) return Kind::Movie;
    // What the player decodes of the types that the studio keeps as they came.
    static const QStringList pictures{u"png"_s, u"exr"_s, u"hdr"_s, u"dpx"_s, u"tif"_s, u"tiff"_s, u"tga"_s, u"gif"_s};
    return pictures.contains(extension) ? Kind::Picture : Kind::Other;
}

QString ReviewPreview::path() const
{
    if (kind() == Kind::Movie) return u"/movies/originals/preview-files/%1.mp4"_s.arg(id);
    return u"/pictures/originals/preview-files/%1.%2"_s.arg(id, extension);
}

ReviewPreview previewOf(const Json &told)
{
    ReviewPreview preview;
    preview.id = textOf(told, "id");
    preview.taskId = textOf(told, "task_id");
    preview.personId = textOf(told, "person_id");
    preview.originalName = textOf(told, "original_name");
    preview.extension = textOf(told, "extension").toLower();
    preview.revision = wholeOf(told, "revision", 1);
    preview.position = wholeOf(told, "position", 1);
    preview.fileSize = static_cast<qint64>(numberOf(told, "file_size"));
    const QString state = textOf(told, "status");
    preview.state = state == "ready"_L1 ? ReviewPreview::State::Ready
        : state == "broken"_L1          ? ReviewPreview::State::Broken
                                        : ReviewPreview::State::Processing;
    preview.made = QDateTime::fromString(textOf(told, "created_at"), Qt::ISODate);
    preview.made.setTimeSpec(Qt::UTC);
    return preview;
}

QJsonArray annotationsOf(const Json &told)
{
    const Json &annotations = memberOf(told, "annotations");
    return annotations.is_array() ? QJsonDocument::fromJson(QByteArray::fromStdString(toText(annotations))).array()
                                  : QJsonArray();
}

} // namespace callboard::ui
