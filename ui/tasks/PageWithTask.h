// SPDX-License-Identifier: GPL-3.0-or-later
// A page of tasks with the panel of the chosen one at its side: a bar, a line of progress, and below one of several
// forms of the content.
#pragma once

#include "ui/navigation/Page.h"

#include <functional>

class QStackedWidget;

namespace callboard::ui {

class ProgressLine;
class SidePanelHost;
class TaskPanel;

class PageWithTask : public Page
{
    Q_OBJECT

public:
    TaskPanel &panel() { return *m_panel; }
    SidePanelHost &side() { return *m_side; }

protected:
    PageWithTask(OpenedStudio &studio, QWidget *parent);

    /// Puts the page together; called once by the constructor. The first form is shown.
    void build(QWidget *bar, const QList<QWidget *> &forms);
    void showForm(QWidget *form);
    /// The widget that holds the forms: shortcuts of the content alone belong to it.
    QWidget *forms() const;
    void setLoading(bool isLoading);
    /// Says that `what` could not be read, and offers to try again.
    void tellFailure(const QString &what, const QString &why, const std::function<void()> &again);

    void openTask(const QString &taskId);
    /// Shows the task if the panel is open.
    void followTask(const QString &taskId);

    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_content;
    ProgressLine *m_progress;
    QStackedWidget *m_forms;
    TaskPanel *m_panel;
    SidePanelHost *m_side;
};

} // namespace callboard::ui
