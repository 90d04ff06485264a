// SPDX-License-Identifier: GPL-3.0-or-later
// A preview as a small picture to press, and the words for previews.
#pragma once

#include "ui/values/TaskValues.h"

#include <QAbstractButton>

namespace callboard::ui {

class OpenedStudio;

/// A preview as a small picture with its revision; says in words what is not there yet.
class PreviewButton final : public QAbstractButton
{
    Q_OBJECT

public:
    PreviewButton(OpenedStudio &studio, const QSize &size, QWidget *parent = nullptr);
    void setPreview(const TaskPreview &preview);
    const TaskPreview &preview() const { return m_preview; }
    QSize sizeHint() const override { return m_size; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    OpenedStudio &m_studio;
    QSize m_size;
    TaskPreview m_preview;
};

/// "v3"; "v3 · 2" for the second file of a revision.
QString revisionName(const TaskPreview &preview);
/// Why a preview cannot be looked at: "In preparation", "Cannot be decoded", its type; empty when it can.
QString stateWords(const TaskPreview &preview);

} // namespace callboard::ui
