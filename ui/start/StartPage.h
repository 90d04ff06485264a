// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: open a studio on this computer, host it for the team, join one, or take a recent one.
#pragma once

#include <QCoroTask>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace callboard::ui {

class BusyRing;
class HostingPanel;
class Label;

class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// What is being done, in words; nothing else can be chosen meanwhile. Empty: it is done.
    void setBusy(const QString &doing);
    /// Why an address could not be joined: below the field.
    void showJoinFailure(const QString &sentence);
    /// Why a studio of this computer could not be opened: below the recent ones.
    void showOpenFailure(const QString &sentence);
    HostingPanel *hosting() const { return m_hosting; }
    /// Reads the recent studios again.
    void refresh();

    /// Where a new studio goes when the user does not choose a folder.
    static QString usualFolder();

Q_SIGNALS:
    void openAsked(const QString &folder);
    /// Open that studio and host it for the team.
    void hostAsked(const QString &folder, quint16 port);
    void joinAsked(const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();
    QLayout *makeName(QWidget *left);
    QWidget *makeThemeChoice(QWidget *left);
    QWidget *makeMiddle();
    void chooseFolder();
    void join();
    QCoro::Task<void> askAddress();

    void arrange();

    QWidget *m_picture;
    HostingPanel *m_hosting;
    QWidget *m_hostingLine; // beside it
    QString m_hostedFolder; // which the switch is about
    QVBoxLayout *m_middle;
    QVBoxLayout *m_recent;
    Label *m_recentLine;
    QLineEdit *m_address;
    Label *m_addressLine;
    BusyRing *m_busy;
    Label *m_doing;
    QTimer m_typed;      // an address that is still being typed is not asked
    int m_questions = 0; // one asked later makes an earlier one void
};

} // namespace callboard::ui
