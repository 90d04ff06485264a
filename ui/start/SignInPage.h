// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at a studio, with a one-time code where the person has one; in a new studio, making its first
// administrator.
#pragma once

#include <QCoroTask>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callboard::ui {

class BusyRing;
class Form;
class FormRow;
class Label;
class OpenedStudio;

class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(OpenedStudio &studio, QWidget *parent = nullptr);

Q_SIGNALS:
    void signedIn();
    void backAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QCoro::Task<void> signIn();
    void setBusy(bool busy);
    void askForCode();
    void takeLetter(bool has);
    QCoro::Task<void> setPasswordByLetter();

    OpenedStudio &m_studio;
    Form *m_form;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QLineEdit *m_code;
    QLineEdit *m_letter; // the code of an invitation or a forgotten password
    FormRow *m_passwordRow;
    FormRow *m_codeRow;
    FormRow *m_letterRow;
    QPushButton *m_hasLetter;
    QPushButton *m_action;
    BusyRing *m_busy;
    Label *m_failure;
};

} // namespace callboard::ui
