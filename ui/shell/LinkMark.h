// SPDX-License-Identifier: GPL-3.0-or-later
// In the top bar: whether the studio can be reached, and how many changes wait for it. Opens their list. GUI thread.
#pragma once

#include <QAbstractButton>

namespace callboard::ui {

class OpenedStudio;

/// A green dot and "Live", or an amber box: "Offline · 3 changes wait to be sent".
class LinkMark final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkMark(OpenedStudio &studio, QWidget *parent = nullptr);
    /// The count alone.
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    void showState();
    bool isWarning() const;

    OpenedStudio &m_studio;
    bool m_isNarrow = false;
};

} // namespace callboard::ui
