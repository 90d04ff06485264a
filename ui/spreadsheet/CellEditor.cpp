// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/CellEditor.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QToolTip>
#include <QVBoxLayout>

namespace callboard::ui {

CellEditor::CellEditor(const SheetModel &model, int row, int column, QWidget *viewport)
    : QObject(viewport)
    , m_column(model.columns()[size_t(column)])
    , m_place(column)
    , m_model(model)
    , m_value(model.cellValue(row, column))
    , m_text(model.cellText(row, column))
    , m_viewport(viewport)
{}

void CellEditor::open(const QRect &cell, const QString &typed)
{
    using Choice = QPair<QString, QVariant>;
    QList<Choice> choices;
    if (m_column.key.kind == ColumnKind::ReadyFor) {
        choices << Choice(tr("Nothing"), QString());
        for (const auto &type : m_model.subject().taskTypes) choices << Choice(type.name, type.id);
        return openChoices(cell, choices);
    }
    if (m_column.key.kind != ColumnKind::Metadata) return openLine(cell, typed);
    switch (m_column.type) {
    case MetadataType::List:
        choices << Choice(tr("Nothing"), QString());
        for (const auto &choice : m_column.choices) choices << Choice(choice, choice);
        return openChoices(cell, choices);
    case MetadataType::TagList:
    case MetadataType::Checklist: return openChecks(cell, m_column.choices);
    case MetadataType::Boolean: Q_EMIT finished(!m_value.toBool()); return deleteLater();
    case MetadataType::Text:
    case MetadataType::Number: return openLine(cell, typed);
    }
}

void CellEditor::openLine(const QRect &cell, const QString &typed)
{
    m_line = new QLineEdit(typed.isEmpty() ? m_text : typed, m_viewport);
    m_line->setAccessibleName(m_column.title);
    const int height = std::min(cell.height() - 2, m_line->sizeHint().height());
    m_line->setGeometry(cell.left(), cell.top() + (cell.height() - 1 - height) / 2, std::max(cell.width(), 56), height);
    m_line->installEventFilter(this);
    m_line->show();
    m_line->setFocus();
    if (typed.isEmpty()) m_line->selectAll();
    connect(m_line, &QLineEdit::returnPressed, this, [this] { leaveLine(true); });
    connect(m_line, &QObject::destroyed, this, &QObject::deleteLater);
}

bool CellEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line) return false;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            leaveLine(key != Qt::Key_Escape);
            return true;
        }
    } else if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // letters belong to the line, not to the window's shortcuts
    } else if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        leaveLine(true);
    }
    return false;
}

void CellEditor::leaveLine(bool keep)
{
    if (!m_line) return;
    const auto value = keep && m_line->text() != m_text ? m_model.valueFromText(m_place, m_line->text()) : std::nullopt;
    if (keep && m_line->text() != m_text && !value) {
        // It stays open and says why, unless the user has gone elsewhere: then the old value stays.
        QToolTip::showText(
            m_line->mapToGlobal(QPoint(0, m_line->height())), tr("%1 can't be that.").arg(m_column.title), m_line);
        if (m_line->hasFocus()) return;
    }
    auto *line = std::exchange(m_line, nullptr);
    line->removeEventFilter(this);
    line->hide();
    if (value) Q_EMIT finished(*value);
    line->deleteLater();
}

void CellEditor::openChoices(const QRect &cell, const QList<QPair<QString, QVariant>> &choices)
{
    auto *menu = new QMenu(m_viewport);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[words, value] : choices) {
        auto *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(value == m_value || (!m_value.isValid() && value.toString().isEmpty()));
        connect(action, &QAction::triggered, this, [this, value = value] { Q_EMIT finished(value); });
    }
    connect(menu, &QObject::destroyed, this, &QObject::deleteLater);
    menu->popup(m_viewport->mapToGlobal(cell.bottomLeft()));
}

void CellEditor::openChecks(const QRect &cell, const QStringList &items)
{
    auto *popup = new QFrame(m_viewport, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *list = new QListWidget(popup);
    list->setAccessibleName(m_column.title);
    list->setFrameShape(QFrame::NoFrame);
    const bool isChecklist = m_column.type == MetadataType::Checklist;
    const auto tags = m_value.toStringList();
    const auto checks = m_value.toMap();
    for (const auto &item : items) {
        auto *row = new QListWidgetItem(item, list);
        row->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        row->setCheckState(
            (isChecklist ? checks.value(item).toBool() : tags.contains(item)) ? Qt::Checked : Qt::Unchecked);
    }
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(list);
    connect(popup, &QObject::destroyed, this, [this, isChecklist, before = m_value] {
        if (m_value != before) Q_EMIT finished(m_value);
        deleteLater();
    });
    connect(list, &QListWidget::itemChanged, this, [this, list, isChecklist] {
        QStringList checked;
        QVariantMap map;
        for (int i = 0; i < list->count(); ++i) {
            const bool isOn = list->item(i)->checkState() == Qt::Checked;
            if (isOn) checked << list->item(i)->text();
            map.insert(list->item(i)->text(), isOn);
        }
        m_value = isChecklist ? QVariant(map) : QVariant(checked);
    });
    popup->setFixedSize(std::max(cell.width(), 180), std::min<int>(10, std::max<int>(1, int(items.size()))) * 28 + 14);
    popup->move(m_viewport->mapToGlobal(cell.bottomLeft()));
    popup->show();
    list->setFocus();
    list->setCurrentRow(0);
}

} // namespace callboard::ui
