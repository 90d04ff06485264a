// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/AnnotationDocument.h"

#include <QObject>
#include <QUndoStack>

namespace callboard::ui {

/// The drawings on one preview while they are shown and edited, with undo. Every edit, and its undoing,
/// is told as the difference that the server is to be sent. Lives on the GUI thread.
class AnnotationModel : public QObject
{
    Q_OBJECT
public:
    explicit AnnotationModel(QObject *parent = nullptr);

    /// What the preview is; forgets drawings and undo.
    void reset(const FrameRate &rate, bool isPicture);
    /// What the server has now. Undo stays: its steps act on ids.
    void setAnnotations(const QJsonArray &stored);
    QJsonArray annotations() const { return m_document.toJson(); }

    std::vector<AnnotationDocument::Placed> objectsAt(qint64 index) const;
    std::vector<qint64> frames() const;
    std::optional<AnnotationDocument::Placed> find(const QString &id) const { return m_document.find(id); }

    /// Frames are 0-based. Objects without an id can't be changed: the server knows them by id only.
    void add(qint64 index, const QJsonObject &object, const QString &what);
    void replace(const QJsonObject &object, const QString &what);
    void remove(const QStringList &ids, const QString &what);

    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void changed();
    /// `{additions, updates, deletions}` for PUT /actions/preview-files/{id}/update-annotations.
    void edited(const QJsonObject &difference);

private:
    class Edit;
    void apply(const AnnotationDifference &difference);

    FrameRate m_rate;
    bool m_isPicture = false;
    AnnotationDocument m_document;
    QUndoStack m_undo;
};

} // namespace callboard::ui
