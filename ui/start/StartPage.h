// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: open a studio on this computer, join one, or take a recent one.
#pragma once

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace callboard::ui {

class BusyRing;
class Label;

class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setBusy(bool busy);
    /// Below the field or the list from which it was asked.
    void showFailure(const QString &sentence);
    /// Reads the recent studios again.
    void refresh();

    /// Where a new studio goes when the user does not choose a folder.
    static QString usualFolder();

Q_SIGNALS:
    void openAsked(const QString &folder);
    void joinAsked(const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeMiddle();
    void chooseFolder();
    void join();

    QWidget *m_picture;
    QVBoxLayout *m_recent;
    QLineEdit *m_address;
    Label *m_addressLine;
    BusyRing *m_busy;
};

} // namespace callboard::ui
