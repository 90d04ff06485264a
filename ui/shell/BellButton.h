// SPDX-License-Identifier: GPL-3.0-or-later
// The bell of the top bar with the number of notifications that are not read.
#pragma once

#include <QAbstractButton>

namespace callboard::ui {

class StudioDirectory;

class BellButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit BellButton(StudioDirectory &directory, QWidget *parent = nullptr);
    int unread() const { return m_unread; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUnread(int unread);

    int m_unread = 0;
};

} // namespace callboard::ui
