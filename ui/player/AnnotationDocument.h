// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/FrameRate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSizeF>

#include <vector>

namespace callboard::ui {

/// Objects of one moment, as they stand in a document or a difference. Each object is kept as it was
/// stored, so what this program does not know goes back untouched.
struct AnnotationMoment
{
    double time = 0; ///< seconds; the moment's name, sent back exactly as it came
    std::vector<QJsonObject> objects;
    bool operator==(const AnnotationMoment &) const = default;
};

/// What an edit changes, in the form that the server's update of annotations takes.
struct AnnotationDifference
{
    struct Deletion
    {
        double time = 0;
        QStringList ids;
        bool operator==(const Deletion &) const = default;
    };
    std::vector<AnnotationMoment> additions;
    std::vector<AnnotationMoment> updates;
    std::vector<Deletion> deletions;

    /// `{additions, updates, deletions}`; additions and updates carry the 1-based `frame`.
    QJsonObject toJson(const FrameRate &rate) const;
    bool operator==(const AnnotationDifference &) const = default;
};

/// All drawings on one preview: `[{time, frame, drawing: {objects}}]`. Changes follow the server's own
/// rules, so the document stays what the server has.
class AnnotationDocument
{
public:
    AnnotationDocument() = default;
    static AnnotationDocument fromJson(const QJsonArray &stored);
    QJsonArray toJson() const;

    /// An object with the size of the canvas that it was drawn on where only its moment tells it.
    struct Placed
    {
        double time = 0;
        QJsonObject object;
        QSizeF momentCanvas; ///< legacy width and height; empty where they lack
    };
    /// The objects seen on that frame (0-based): those of every moment within half a frame.
    std::vector<Placed> objectsAt(qint64 index, const FrameRate &rate, bool isPicture) const;
    /// Frames (0-based) that have objects, in order, each once.
    std::vector<qint64> frames(const FrameRate &rate, bool isPicture) const;
    /// The time to write for that frame: the stored one if there is any, else its begin.
    double timeFor(qint64 index, const FrameRate &rate, bool isPicture) const;
    std::optional<Placed> find(const QString &id) const;

    void apply(const AnnotationDifference &difference);

private:
    struct Moment
    {
        double time = 0;
        QJsonObject stored; ///< the entry without its objects
        std::vector<QJsonObject> objects;
    };
    Moment *momentAt(double time);
    std::vector<Moment> m_moments;
    QJsonArray m_unreadable; ///< entries of no known form; written back at the end
};

} // namespace callboard::ui
