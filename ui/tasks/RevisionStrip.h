// SPDX-License-Identifier: GPL-3.0-or-later
// The previews of a task: one large, and a strip of all revisions to choose from.
#pragma once

#include "ui/tasks/TaskValues.h"

#include <QAbstractButton>
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QScrollArea;

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

/// All revisions, newest first; files of one revision stand together.
class RevisionStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit RevisionStrip(OpenedStudio &studio, QWidget *parent = nullptr);
    void setPreviews(const QList<TaskPreview> &previews);
    void setCurrent(const QString &previewId);
    const QString &current() const { return m_current; }

Q_SIGNALS:
    void chosen(const callboard::ui::TaskPreview &preview);

private:
    OpenedStudio &m_studio;
    QString m_current;
    QList<PreviewButton *> m_buttons;
    QScrollArea *m_area;
    QHBoxLayout *m_row;
};

/// The chosen preview as large as the panel is wide; a click opens it in review.
class PreviewStage final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PreviewStage(OpenedStudio &studio, QWidget *parent = nullptr);
    /// Nothing: the entity's own picture, or none.
    void setPreview(const std::optional<TaskPreview> &preview);
    const std::optional<TaskPreview> &preview() const { return m_preview; }
    /// Low windows.
    void setMostHeight(int pixels);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    OpenedStudio &m_studio;
    std::optional<TaskPreview> m_preview;
    int m_most = 226;
};

} // namespace callboard::ui
