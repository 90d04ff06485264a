// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the user: in the composer with what shall become of it, and on its way with its progress.
#pragma once

#include "ui/outbox/PublishQueue.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace callboard::ui {

class Label;
class ProgressLine;

/// Name, size, what becomes of it, away.
class FileRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FileRow(const QString &path, QWidget *parent = nullptr);
    /// "Publish as v4"; a button when it can be something else.
    void setUse(const QString &words, bool canChange);

Q_SIGNALS:
    void useToggled();
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_use;
};

/// Name and progress with cancel; when refused: why, again, away.
class PublishRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishRow(QWidget *parent = nullptr);
    void setFile(const PublishedFile &file);
    quint64 fileId() const { return m_id; }

Q_SIGNALS:
    void cancelAsked(quint64 id);
    void retryAsked(quint64 id);
    void dismissAsked(quint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    quint64 m_id = 0;
    bool m_isRefused = false;
    Label *m_name;
    Label *m_fault;
    ProgressLine *m_progress;
    QPushButton *m_retry;
    QToolButton *m_away;
};

} // namespace callboard::ui
