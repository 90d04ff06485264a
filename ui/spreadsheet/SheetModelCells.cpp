// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of SheetModel says: shown, edited, sorted and spoken.
#include "ui/spreadsheet/SheetModel.h"

#include <QLocale>
#include <QMetaType>

namespace callboard::ui {
namespace {

QString numberText(double value)
{
    return QLocale::system().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString days(int minutes, int minutesPerDay)
{
    if (minutes <= 0) return {};
    const double value = double(minutes) / qMax(1, minutesPerDay);
    return SheetModel::tr("%1 d").arg(numberText(qRound(value * 100) / 100.0));
}

int total(const EntityRow &row, int TaskCell::*minutes)
{
    int sum = 0;
    for (const auto &task : row.tasks) sum += task.*minutes;
    return sum;
}

QString frameRange(const EntityRow &row)
{
    if (!row.frameIn && !row.frameOut) return {};
    const auto word = [](std::optional<int> frame) { return frame ? QString::number(*frame) : QStringLiteral("?"); };
    return QStringLiteral("%1 – %2").arg(word(row.frameIn), word(row.frameOut));
}

QString priorityWords(int priority)
{
    switch (priority) {
    case 1: return SheetModel::tr("high priority");
    case 2: return SheetModel::tr("very high priority");
    case 3: return SheetModel::tr("emergency");
    default: return {};
    }
}

} // namespace

QString SheetModel::metadataText(const QVariant &value, const SheetColumn &column) const
{
    switch (column.type) {
    case MetadataType::Boolean: {
        if (!value.isValid()) return {};
        const bool isOn = value.typeId() == QMetaType::QString
            ? value.toString().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
            : value.toBool();
        return isOn ? tr("Yes") : tr("No");
    }
    case MetadataType::TagList: return value.toStringList().join(QStringLiteral(", "));
    case MetadataType::Checklist: {
        const auto items = value.toMap();
        if (items.isEmpty()) return {};
        int done = 0;
        for (const auto &item : items) done += item.toBool();
        return QStringLiteral("%1/%2").arg(done).arg(qMax<qsizetype>(items.size(), column.choices.size()));
    }
    case MetadataType::Number:
        return value.typeId() == QMetaType::QString || !value.isValid() ? value.toString()
                                                                        : numberText(value.toDouble());
    case MetadataType::Text:
    case MetadataType::List: return value.toString();
    }
    return {};
}

QString SheetModel::taskWords(const TaskCell &task) const
{
    if (!task.exists()) return {};
    const auto *look = status(task.statusId);
    return look ? look->shortName.toUpper() : QString();
}

QString SheetModel::cellText(int place, int columnPlace) const
{
    const auto &row = m_rows[size_t(place)];
    const auto &column = m_columns[size_t(columnPlace)];
    switch (column.key.kind) {
    case ColumnKind::Name: return row.name;
    case ColumnKind::Group: return row.groupName;
    case ColumnKind::Episode: return row.episodeName;
    case ColumnKind::Description: return row.description;
    case ColumnKind::Frames: return row.frames ? QString::number(*row.frames) : QString();
    case ColumnKind::InOut: return frameRange(row);
    case ColumnKind::FramesPerSecond: return row.framesPerSecond ? numberText(*row.framesPerSecond) : QString();
    case ColumnKind::Resolution: return row.resolution;
    case ColumnKind::MaxRetakes: return row.maxRetakes ? QString::number(*row.maxRetakes) : QString();
    case ColumnKind::ReadyFor: {
        const int type = columnOf({ColumnKind::Task, row.readyForTaskTypeId});
        return type < 0 ? QString() : m_columns[size_t(type)].title;
    }
    case ColumnKind::Estimation: return days(total(row, &TaskCell::estimationMinutes), m_subject.minutesPerDay);
    case ColumnKind::Spent: return days(total(row, &TaskCell::spentMinutes), m_subject.minutesPerDay);
    case ColumnKind::Metadata: return metadataText(row.metadata.value(column.fieldName), column);
    case ColumnKind::Task: {
        const auto *cell = task(place, columnPlace);
        return cell ? taskWords(*cell) : QString();
    }
    }
    return {};
}

QVariant SheetModel::cellValue(int place, int columnPlace) const
{
    const auto &column = m_columns[size_t(columnPlace)];
    const auto aspect = column.key.kind == ColumnKind::Task ? CellAspect::Status : CellAspect::Value;
    return aspectOf(m_rows[size_t(place)], column.key, aspect);
}

QVariant SheetModel::sortValue(int place, int columnPlace) const
{
    const auto &row = m_rows[size_t(place)];
    const auto &column = m_columns[size_t(columnPlace)];
    switch (column.key.kind) {
    case ColumnKind::Frames: return row.frames.value_or(-1);
    case ColumnKind::InOut: return row.frameIn.value_or(-1);
    case ColumnKind::FramesPerSecond: return row.framesPerSecond.value_or(-1);
    case ColumnKind::MaxRetakes: return row.maxRetakes.value_or(-1);
    case ColumnKind::Estimation: return total(row, &TaskCell::estimationMinutes);
    case ColumnKind::Spent: return total(row, &TaskCell::spentMinutes);
    case ColumnKind::Task: {
        const auto *cell = task(place, columnPlace);
        if (!cell) return -1;
        return m_statusById.value(cell->statusId, -1) * 4 + (3 - cell->priority);
    }
    case ColumnKind::Metadata: {
        const auto value = row.metadata.value(column.fieldName);
        if (column.type == MetadataType::Number) return value.isValid() ? value.toDouble() : -1e300;
        if (column.type == MetadataType::List) return int(column.choices.indexOf(value.toString()));
        return metadataText(value, column);
    }
    default: return cellText(place, columnPlace);
    }
}

QString SheetModel::spokenCell(int place, int columnPlace) const
{
    const auto &row = m_rows[size_t(place)];
    const auto &column = m_columns[size_t(columnPlace)];
    QStringList words = {row.groupName.isEmpty() ? row.name : row.groupName + QLatin1Char(' ') + row.name};
    if (column.key.kind != ColumnKind::Task) {
        const auto text = column.key.kind == ColumnKind::Name ? row.description : cellText(place, columnPlace);
        if (column.key.kind != ColumnKind::Name) words << column.title;
        words << (text.isEmpty() && column.key.kind != ColumnKind::Name ? tr("empty") : text);
    } else if (const auto *cell = task(place, columnPlace)) {
        words << column.title;
        if (const auto *look = status(cell->statusId))
            words << (look->name.isEmpty() ? look->shortName : look->name).toLower();
        for (const auto &id : cell->assigneeIds)
            if (const auto *who = person(id)) words << who->fullName;
        words << priorityWords(cell->priority);
        if (cell->isUnread) words << tr("unread");
    } else {
        words << column.title << tr("no task");
    }
    if (isPending(place, columnPlace)) words << tr("not sent yet");
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

bool SheetModel::isEditable(int column) const
{
    switch (m_columns[size_t(column)].key.kind) {
    case ColumnKind::Name:
    case ColumnKind::Description:
    case ColumnKind::Frames:
    case ColumnKind::InOut:
    case ColumnKind::FramesPerSecond:
    case ColumnKind::Resolution:
    case ColumnKind::MaxRetakes:
    case ColumnKind::ReadyFor:
    case ColumnKind::Metadata: return true;
    default: return false;
    }
}

QVariant SheetModel::data(const QModelIndex &at, int role) const
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
    case Qt::DisplayRole: return cellText(at.row(), at.column());
    case Qt::EditRole: return cellValue(at.row(), at.column());
    case Qt::AccessibleTextRole: return spokenCell(at.row(), at.column());
    case SortRole: return sortValue(at.row(), at.column());
    case EntityIdRole: return row(at.row()).id;
    case PendingRole: return isPending(at.row(), at.column());
    default: return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0) return {};
    if (orientation == Qt::Horizontal)
        return section < int(m_columns.size()) ? QVariant(m_columns[size_t(section)].title) : QVariant();
    return section < entityCount() ? QVariant(row(section).name) : QVariant();
}

} // namespace callboard::ui
