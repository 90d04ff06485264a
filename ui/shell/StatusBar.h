// SPDX-License-Identifier: GPL-3.0-or-later
// The bar below the window: what the page counts, where the studio is, whether all changes are sent.
#pragma once

#include <QWidget>

namespace callboard::ui {

class IconLabel;
class Label;
class OpenedStudio;

class StatusBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(OpenedStudio &studio, QWidget *parent = nullptr);
    void setSummary(const QString &summary);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showPlace();
    void showWhetherSent();

    OpenedStudio &m_studio;
    Label *m_summary;
    Label *m_place;
    IconLabel *m_mark;
    Label *m_sent;
};

} // namespace callboard::ui
