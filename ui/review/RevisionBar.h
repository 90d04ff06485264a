// SPDX-License-Identifier: GPL-3.0-or-later
// The bar over the player: task and revision that are reviewed, and the revision that it is compared with.
#pragma once

#include "ui/parts/Picker.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace callboard::ui {

class Label;
class ReviewFeed;

class RevisionBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are the player's own switches.
    RevisionBar(QAction *wipe, QAction *sideBySide, QWidget *parent = nullptr);

    /// Fills the lists; `shown` and `compared` are previews, empty for none.
    void show(const ReviewFeed &feed, const QString &shown, const QString &compared);
    void setFacts(const QString &words);
    void setNeighbours(bool hasBefore, bool hasAfter);

Q_SIGNALS:
    void taskChosen(const QString &taskTypeId);
    void previewChosen(const QString &previewId);
    void comparedChosen(const QString &previewId);
    void beforeAsked();
    void afterAsked();
    void saveAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PickerField *field(const QString &name);

    PickerField *m_task;
    PickerField *m_revision;
    PickerField *m_file; // of a revision with several
    PickerField *m_compared;
    Label *m_with;
    Label *m_facts;
    QToolButton *m_before;
    QToolButton *m_after;
};

} // namespace callboard::ui
