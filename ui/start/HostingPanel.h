// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace callboard::ui {

class IconLabel;
class Label;

/// Hosting for the team: one switch, the port, and while it is on the address for the others. Says nothing of a
/// studio by itself: whoever shows it carries out toggled() and tells what became of it.
class HostingPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HostingPanel(QWidget *parent = nullptr);

    /// Which studio it is about.
    void setStudio(const QString &name);
    /// On with this address; off when it is empty. Clears a failure.
    void setAddress(const QString &address);
    /// It did not become what was asked, and why.
    void showFailure(const QString &sentence);

    quint16 port() const;
    QCheckBox *toggle() const { return m_switch; }
    QLineEdit *portField() const { return m_port; }
    QString failure() const;

    /// The port used last on this computer.
    static quint16 usualPort();

Q_SIGNALS:
    void toggled(bool on, quint16 port);

private:
    void ask(bool on);

    Label *m_name;
    Label *m_state;
    QCheckBox *m_switch;
    QLineEdit *m_port;
    Label *m_fault;
    QWidget *m_addressBox;
    Label *m_address;
    QPushButton *m_copy;
    Label *m_words;
};

} // namespace callboard::ui
