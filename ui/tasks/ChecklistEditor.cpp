// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/ChecklistEditor.h"

#include "ui/parts/Label.h"
#include "ui/tasks/CommentText.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *column(QWidget *widget, int spacing)
{
    auto *rows = new QVBoxLayout(widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing);
    return rows;
}

} // namespace

ChecklistView::ChecklistView(QWidget *parent)
    : QWidget(parent)
    , m_rows(column(this, 2))
{}

void ChecklistView::setChecklist(const Checklist &checklist, bool isTickable)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < checklist.size(); ++i) {
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto *box = new QCheckBox(row);
        box->setChecked(checklist[i].isDone);
        box->setEnabled(isTickable);
        box->setAccessibleName(checklist[i].text);
        auto *words = new Label(
            commentHtml(checklist[i].text, {}), TextRole::Secondary, checklist[i].isDone ? Tone::Hint : Tone::Text, row);
        words->setTextFormat(Qt::RichText);
        words->setWordWrap(true);
        if (checklist[i].isDone) words->setText(u"<s>%1</s>"_s.arg(words->text()));
        layout->addWidget(box, 0, Qt::AlignTop);
        layout->addWidget(words, 1);
        m_rows->addWidget(row);
        connect(box, &QCheckBox::clicked, this, [this, i](bool isDone) { Q_EMIT ticked(i, isDone); });
        connect(words, &QLabel::linkActivated, this, &ChecklistView::linkChosen);
    }
    setVisible(!checklist.isEmpty());
}

ChecklistEditor::ChecklistEditor(QWidget *parent)
    : QWidget(parent)
    , m_rows(column(this, 4))
{
    setVisible(false);
}

void ChecklistEditor::setChecklist(const Checklist &checklist)
{
    while (m_rows->count() > 0) {
        QLayoutItem *item = m_rows->takeAt(0);
        item->widget()->deleteLater();
        delete item;
    }
    m_kept.clear();
    for (const ChecklistItem &item : checklist) insert(m_rows->count(), item);
    setVisible(!checklist.isEmpty());
}

Checklist ChecklistEditor::checklist() const
{
    Checklist checklist;
    for (int row = 0; row < m_rows->count(); ++row) {
        const QString text = fieldAt(row)->text().trimmed();
        if (text.isEmpty()) continue;
        const bool isDone = m_rows->itemAt(row)->widget()->findChild<QCheckBox *>()->isChecked();
        checklist << ChecklistItem{text, isDone, m_kept[row]};
    }
    return checklist;
}

void ChecklistEditor::addItem()
{
    setVisible(true);
    insert(m_rows->count(), {});
    fieldAt(m_rows->count() - 1)->setFocus();
}

QWidget *ChecklistEditor::insert(int at, const ChecklistItem &item)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *box = new QCheckBox(row);
    box->setChecked(item.isDone);
    box->setAccessibleName(tr("Done"));
    auto *field = new QLineEdit(item.text, row);
    field->setPlaceholderText(tr("What is to be done"));
    field->setAccessibleName(tr("Item of the checklist"));
    setControlSize(field, ControlSize::Small);
    field->installEventFilter(this);
    auto *away = new QToolButton(row);
    away->setIcon(icons::icon(u"close"_s));
    away->setAutoRaise(true);
    setControlSize(away, ControlSize::Small);
    setTip(away, tr("Remove this item"));
    away->setAccessibleName(tr("Remove this item"));
    layout->addWidget(box);
    layout->addWidget(field, 1);
    layout->addWidget(away);
    m_rows->insertWidget(at, row);
    m_kept.insert(at, item.kept);
    connect(field, &QLineEdit::textChanged, this, &ChecklistEditor::changed);
    connect(box, &QCheckBox::clicked, this, &ChecklistEditor::changed);
    connect(away, &QToolButton::clicked, this, [this, field] { remove(rowOf(field)); });
    return row;
}

void ChecklistEditor::remove(int row)
{
    if (row < 0) return;
    QLayoutItem *item = m_rows->takeAt(row);
    item->widget()->setVisible(false);
    item->widget()->deleteLater();
    delete item;
    m_kept.removeAt(row);
    if (m_rows->count() == 0)
        setVisible(false);
    else
        fieldAt(std::max(0, row - 1))->setFocus();
    Q_EMIT changed();
}

int ChecklistEditor::rowOf(const QObject *field) const
{
    for (int row = 0; row < m_rows->count(); ++row)
        if (fieldAt(row) == field) return row;
    return -1;
}

QLineEdit *ChecklistEditor::fieldAt(int row) const
{
    return m_rows->itemAt(row)->widget()->findChild<QLineEdit *>();
}

bool ChecklistEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const int row = rowOf(watched);
    if (row < 0) return QWidget::eventFilter(watched, event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (key->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT sendAsked();
        } else {
            insert(row + 1, {});
            fieldAt(row + 1)->setFocus();
        }
        return true;
    }
    if (key->key() == Qt::Key_Backspace && fieldAt(row)->text().isEmpty()) {
        remove(row);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace callboard::ui
