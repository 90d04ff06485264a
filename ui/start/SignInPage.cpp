// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/SignInPage.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"
#include "ui/studios/RecentStudios.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 360;
constexpr int shortestPassword = 8;

std::optional<FieldFault> fault(bool isWrong, const QString &sentence)
{
    if (!isWrong) return std::nullopt;
    return FieldFault{FieldFault::Kind::Error, sentence, {}};
}

} // namespace

SignInPage::SignInPage(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_form(new Form(this))
    , m_email(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_letter(new QLineEdit(this))
    , m_hasLetter(new QPushButton(tr("I have a code"), this))
    , m_action(new QPushButton(this))
    , m_busy(new BusyRing(this))
    , m_failure(new Label({}, TextRole::Base, Tone::Bad, this))
{
    const bool isNew = studio.needsAdministrator();
    m_email->setPlaceholderText(tr("name@studio.com"));
    m_email->setObjectName(u"email"_s);
    m_password->setObjectName(u"password"_s);
    m_letter->setObjectName(u"letter-code"_s);
    m_hasLetter->setObjectName(u"has-code"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_code->setPlaceholderText(tr("6 digits, or a recovery code"));
    FormRow *email = m_form->add(tr("E-mail"), m_email);
    email->setCheck([this] { return fault(!m_email->text().contains(u'@'), tr("Type your e-mail address.")); });
    m_letterRow = m_form->add(tr("Code from the letter"), m_letter);
    m_letterRow->setCheck([this] {
        return fault(m_hasLetter->isChecked() && m_letter->text().trimmed().isEmpty(), tr("Type the code."));
    });
    m_letterRow->hide();
    m_passwordRow = m_form->add(isNew ? tr("Choose a password") : tr("Password"), m_password);
    m_passwordRow->setCheck([this, isNew] {
        if (isNew || m_hasLetter->isChecked())
            return fault(m_password->text().size() < shortestPassword, tr("Take 8 characters or more."));
        return fault(m_password->text().isEmpty(), tr("Type your password."));
    });
    m_codeRow = m_form->add(tr("One-time code"), m_code);
    m_codeRow->hide();
    m_failure->setWordWrap(true);
    m_failure->hide();

    auto *title = new Label(isNew ? tr("A new studio") : tr("Sign in"), TextRole::AppName, Tone::Text, this);
    auto *where = new Label(isNew ? tr("You become its administrator; the folder is %1").arg(studio.location())
            : studio.isHere()     ? studio.location()
                                  : studio.gateway().place(),
        TextRole::Secondary, Tone::Secondary, this);
    where->setWordWrap(true);
    m_action->setText(isNew ? tr("Make the studio") : tr("Sign in"));
    setButtonRole(m_action, ButtonRole::Primary);
    auto *back = new QPushButton(tr("Back"), this);

    auto *card = new QWidget(this);
    card->setFixedWidth(cardWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(where);
    column->addSpacing(8);
    column->addWidget(m_form);
    column->addWidget(m_failure);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(m_hasLetter);
    m_hasLetter->setCheckable(true);
    m_hasLetter->setVisible(!isNew);
    m_hasLetter->setToolTip(tr("Of an invitation, or to replace a forgotten password"));
    setButtonRole(m_hasLetter, ButtonRole::Quiet);
    connect(m_hasLetter, &QPushButton::toggled, this, &SignInPage::takeLetter);
    buttons->addStretch(1);
    buttons->addWidget(m_busy);
    buttons->addWidget(m_action);
    column->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(back, &QPushButton::clicked, this, &SignInPage::backAsked);
    connect(m_action, &QPushButton::clicked, this, [this] { signIn(); });
    for (QLineEdit *field : {m_email, m_letter, m_password, m_code})
        connect(field, &QLineEdit::returnPressed, this, [this] { signIn(); });
    for (const RecentStudio &recent : recentStudios())
        if (recent.place == studio.location() && m_email->text().isEmpty()) m_email->setText(recent.email);
}

QCoro::Task<void> SignInPage::signIn()
{
    const QPointer<SignInPage> self(this);
    m_failure->hide();
    if (!m_action->isEnabled() || !m_form->check()) co_return;
    setBusy(true);
    try {
        if (m_studio.needsAdministrator()) co_await m_studio.makeAdministrator(m_email->text(), m_password->text());
        if (!self) co_return;
        if (m_hasLetter->isChecked()) co_await setPasswordByLetter();
        if (!self) co_return;
        const auto outcome = co_await m_studio.session().signIn(m_email->text(), m_password->text(), m_code->text());
        if (!self) co_return;
        setBusy(false);
        switch (outcome) {
        case UserSession::Outcome::SignedIn: Q_EMIT signedIn(); break;
        case UserSession::Outcome::NeedsOneTimeCode: askForCode(); break;
        case UserSession::Outcome::NeedsNewPassword:
            m_passwordRow->refuse({FieldFault::Kind::Error,
                tr("This password must be replaced first: with the code of your invitation."), {}});
            break;
        }
    } catch (const ApiError &error) {
        if (!self) co_return;
        setBusy(false);
        m_failure->setText(error.sentence());
        m_failure->show();
        m_password->selectAll();
        m_password->setFocus();
    }
}

/// The code is spent with it: what comes after is a usual sign-in.
QCoro::Task<void> SignInPage::setPasswordByLetter()
{
    const QPointer<SignInPage> self(this);
    const std::string password = m_password->text().toStdString();
    const Json body = {{"email", m_email->text().trimmed().toStdString()},
        {"token", m_letter->text().trimmed().toStdString()}, {"password", password}, {"password_2", password}};
    co_await m_studio.gateway().put(u"/auth/reset-password"_s, body);
    if (self) m_hasLetter->setChecked(false);
}

void SignInPage::takeLetter(bool has)
{
    m_letterRow->setVisible(has);
    m_passwordRow->setHint(has ? tr("The password that you want from now on.") : QString());
    if (has) m_letter->setFocus();
}

void SignInPage::askForCode()
{
    m_codeRow->setVisible(true);
    m_code->setFocus();
}

void SignInPage::setBusy(bool busy)
{
    m_busy->setBusy(busy);
    m_action->setEnabled(!busy);
    m_form->setEnabled(!busy);
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_email->text().isEmpty() ? m_email : m_password)->setFocus();
}

} // namespace callboard::ui
