// SPDX-License-Identifier: GPL-3.0-or-later
// The bar below the window: what the page counts, whether all changes are sent, where the studio is.
#pragma once

#include <QWidget>

namespace callboard::ui {

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

    OpenedStudio &m_studio;
    Label *m_summary;
    Label *m_place;
};

} // namespace callboard::ui
