// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Form.h"

#include "ui/parts/Label.h"
#include "ui/parts/Segments.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>

#include <algorithm>

namespace callboard::ui {

FormRow::FormRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_label(label)
    , m_field(field)
    , m_name(new Label(label, TextRole::Secondary, Tone::Secondary))
    , m_line(new Label({}, TextRole::Secondary, Tone::Hint))
    , m_mark(new IconLabel(QStringLiteral("warning"), 13, Tone::Bad))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_name->setBuddy(field);
    layout->addWidget(m_name);
    layout->addWidget(field);
    auto *below = new QHBoxLayout;
    below->setSpacing(6);
    below->addWidget(m_mark, 0, Qt::AlignTop);
    below->addWidget(m_line, 1);
    layout->addLayout(below);
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::RichText);
    connect(m_line, &QLabel::linkActivated, this, &FormRow::mendChosen);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(label);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusProxy(field);
    watch(field);
    show({});
}

void FormRow::watch(QWidget *field)
{
    field->installEventFilter(this);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        connect(line, &QLineEdit::textChanged, this, &FormRow::touched);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(field))
        connect(text, &QPlainTextEdit::textChanged, this, &FormRow::touched);
    else if (auto *combo = qobject_cast<QComboBox *>(field))
        connect(combo, &QComboBox::currentTextChanged, this, &FormRow::touched);
    else if (auto *whole = qobject_cast<QSpinBox *>(field))
        connect(whole, &QSpinBox::valueChanged, this, &FormRow::touched);
    else if (auto *real = qobject_cast<QDoubleSpinBox *>(field))
        connect(real, &QDoubleSpinBox::valueChanged, this, &FormRow::touched);
    else if (auto *segments = qobject_cast<Segments *>(field))
        connect(segments, &Segments::changed, this, &FormRow::touched);
}

void FormRow::setHint(const QString &hint)
{
    m_hint = hint;
    if (!m_errorShown) show({});
}

void FormRow::setLabelShown(bool on)
{
    m_name->setVisible(on);
}

void FormRow::setCheck(Check check)
{
    m_check = std::move(check);
}

std::optional<FieldFault> FormRow::fault() const
{
    if (m_refused) return m_refused;
    return m_check ? m_check() : std::nullopt;
}

bool FormRow::hasError() const
{
    const auto found = fault();
    return found && found->kind == FieldFault::Kind::Error;
}

void FormRow::check()
{
    show(fault());
}

void FormRow::refuse(const FieldFault &fault)
{
    m_refused = fault;
    show(fault);
    Q_EMIT changed();
}

void FormRow::touched()
{
    m_refused.reset();
    if (m_errorShown) check();
    Q_EMIT changed();
}

bool FormRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) check();
    return QWidget::eventFilter(watched, event);
}

void FormRow::show(const std::optional<FieldFault> &fault)
{
    m_errorShown = fault && fault->kind == FieldFault::Kind::Error;
    const bool warns = fault && fault->kind == FieldFault::Kind::Warning;
    setFieldState(m_field, m_errorShown ? FieldState::Error : warns ? FieldState::Warning : FieldState::Plain);
    QString words = fault ? fault->text.toHtmlEscaped() : m_hint.toHtmlEscaped();
    if (fault) {
        QStringList links;
        for (const QString &mend : fault->mends)
            links << QStringLiteral("<a style=\"text-decoration:none\" href=\"%1\">%1</a>").arg(mend.toHtmlEscaped());
        if (!links.isEmpty()) words += QStringLiteral(" ") + links.join(QStringLiteral(", "));
    }
    m_line->setTone(m_errorShown ? Tone::Bad : warns ? Tone::Warning : Tone::Hint);
    m_line->setText(words);
    m_line->setVisible(!words.isEmpty());
    m_mark->setIcon(QStringLiteral("warning"), m_errorShown ? Tone::Bad : Tone::Warning);
    m_mark->setVisible(fault.has_value());
    m_field->setAccessibleDescription(fault ? fault->text : m_hint);
}

Form::Form(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(10);
    auto *next = new QShortcut(QKeySequence(Qt::Key_F8), this, nullptr, nullptr, Qt::WindowShortcut);
    connect(next, &QShortcut::activated, this, &Form::goToNextFault);
}

void Form::follow(FormRow *row)
{
    m_rows.append(row);
    connect(row, &FormRow::changed, this, &Form::lookAgain);
    lookAgain();
}

FormRow *Form::add(const QString &label, QWidget *field)
{
    auto *row = new FormRow(label, field);
    nextLine();
    m_grid->addWidget(row, m_line, 0, 1, -1, Qt::AlignTop);
    follow(row);
    return row;
}

FormRow *Form::addBeside(const QString &label, QWidget *field)
{
    auto *row = new FormRow(label, field);
    // The row that stands there gives up the width it spanned.
    if (auto *first = m_column == 0 && m_line >= 0 ? m_grid->itemAtPosition(m_line, 0) : nullptr) {
        auto *widget = first->widget();
        m_grid->removeWidget(widget);
        m_grid->addWidget(widget, m_line, 0, Qt::AlignTop);
    }
    m_line = std::max(m_line, 0);
    m_grid->addWidget(row, m_line, ++m_column, Qt::AlignTop);
    for (int column = 0; column <= m_column; ++column) m_grid->setColumnStretch(column, 1);
    follow(row);
    return row;
}

void Form::addSection(const QString &title, const QString &count)
{
    addWidget(new SectionTitle(title, count));
}

void Form::addWidget(QWidget *widget)
{
    nextLine();
    m_grid->addWidget(widget, m_line, 0, 1, -1);
}

void Form::nextLine()
{
    m_column = 0;
    ++m_line;
    // What room is over stays below the last line.
    m_grid->setRowStretch(m_line, 0);
    m_grid->setRowStretch(m_line + 1, 1);
}

void Form::take(FormRow *row)
{
    follow(row);
}

void Form::setAction(QPushButton *action)
{
    m_action = action;
    lookAgain();
}

bool Form::isComplete() const
{
    return std::none_of(m_rows.begin(), m_rows.end(), [](const FormRow *row) { return row->hasError(); });
}

QString Form::missing() const
{
    int errors = 0;
    QString first;
    for (const FormRow *row : m_rows) {
        const auto fault = row->fault();
        if (!fault || fault->kind != FieldFault::Kind::Error) continue;
        if (errors++ == 0)
            first = row->label() + QStringLiteral(": ")
                + QStringList{fault->text, fault->mends.join(QStringLiteral(", "))}.join(QLatin1Char(' ')).trimmed();
    }
    return errors == 0 ? QString() : tr("%n to mend. %1", nullptr, errors).arg(first);
}

bool Form::check()
{
    for (FormRow *row : m_rows) row->check();
    return isComplete();
}

void Form::goToNextFault()
{
    const auto focused = std::find_if(m_rows.begin(), m_rows.end(), [](const FormRow *row) {
        const QWidget *now = row->window()->focusWidget();
        return now && (now == row->field() || row->field()->isAncestorOf(now));
    });
    const qsizetype start = focused == m_rows.end() ? 0 : focused - m_rows.begin() + 1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        FormRow *row = m_rows[(start + i) % m_rows.size()];
        if (!row->fault()) continue;
        row->check();
        row->field()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void Form::lookAgain()
{
    if (m_action) {
        m_action->setEnabled(isComplete());
        m_action->setToolTip(missing());
    }
    Q_EMIT changed();
}

FormFoot::FormFoot(Form *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_mark(new IconLabel(QStringLiteral("warning"), 14, Tone::Bad))
    , m_missing(new Label({}, TextRole::Base, Tone::Bad))
    , m_next(new Label({}, TextRole::Secondary, Tone::Secondary))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(m_mark);
    m_missing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_missing->setWordWrap(true);
    layout->addWidget(m_missing, 1);
    layout->addWidget(m_next);
    m_next->setText(tr("F8 next to mend"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(form, &Form::changed, this, &FormFoot::follow);
    follow();
}

void FormFoot::addAction(QPushButton *button)
{
    layout()->addWidget(button);
}

void FormFoot::follow()
{
    const QString missing = m_form->missing();
    m_missing->setText(missing);
    m_mark->setVisible(!missing.isEmpty());
    m_next->setVisible(!missing.isEmpty());
}

void FormFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::fill(painter, rect(), colours().bg1);
    crisp::horizontal(painter, 0, width(), 0, colours().line);
}

} // namespace callboard::ui
