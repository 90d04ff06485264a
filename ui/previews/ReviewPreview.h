// SPDX-License-Identifier: GPL-3.0-or-later
// A preview as the review shows it: one file of one revision of a task.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QDateTime>
#include <QJsonArray>
#include <QString>

namespace callboard::ui {

struct ReviewPreview
{
    enum class State { Processing, Ready, Broken };
    enum class Kind { Movie, Picture, Other };

    QString id;
    QString taskId;
    QString personId;
    QString originalName; // as uploaded, without extension; empty: nothing was uploaded yet
    QString extension;    // of the stored file: "mp4", "png", or what was kept as it came
    int revision = 1;
    int position = 1; // within the revision, from 1
    qint64 fileSize = 0;
    State state = State::Processing;
    QDateTime made; // UTC

    Kind kind() const;
    /// Where the studio serves its file.
    QString path() const;

    bool operator==(const ReviewPreview &) const = default;
};

/// From the studio's JSON; what is missing keeps its default.
ReviewPreview previewOf(const Json &told);
/// The drawings in a preview's JSON; empty when there are none.
QJsonArray annotationsOf(const Json &told);

} // namespace callboard::ui
