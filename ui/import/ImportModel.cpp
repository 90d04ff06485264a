// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportModel.h"

#include <algorithm>
#include <numeric>

namespace callboard::ui {

using namespace Qt::StringLiterals;

void ImportModel::setImport(ImportTable table, ImportSubject subject)
{
    m_table = std::move(table);
    m_subject = std::move(subject);
    arrange();
}

void ImportModel::setRules(const ImportRules &rules)
{
    m_rules = rules;
    arrange();
}

void ImportModel::setKey(int column, const QString &key)
{
    if (!key.isEmpty())
        if (const int other = m_table.column(key); other >= 0) m_table.keys[other].clear();
    m_table.keys[column] = key;
    arrange();
}

void ImportModel::setFilter(std::optional<RowChange> change, const QString &words)
{
    m_filter = change;
    m_words = words;
    arrange();
}

void ImportModel::setOrder(Order order)
{
    m_order = order;
    arrange();
}

bool ImportModel::isShown(const ImportRow &row) const
{
    if (m_filter && (row.isLeftOut || row.change != *m_filter)) return false;
    if (m_words.isEmpty()) return true;
    if (row.name.contains(m_words, Qt::CaseInsensitive) || row.parentKey.contains(m_words, Qt::CaseInsensitive))
        return true;
    return std::any_of(row.values.begin(), row.values.end(),
        [&](const ImportValue &value) { return value.after.contains(m_words, Qt::CaseInsensitive); });
}

/// Columns, order and filter: everything may be elsewhere, so the model begins anew.
void ImportModel::arrange()
{
    beginResetModel();
    m_plan = planImport(m_table, m_subject, m_rules);
    m_fields.clear();
    for (const ImportField &field : m_subject.fields) {
        static const QStringList fixed{u"episode"_s, u"sequence"_s, u"type"_s, u"name"_s};
        const bool isDerived =
            field.key == "frames"_L1 && m_table.column(u"frame_in"_s) >= 0 && m_table.column(u"frame_out"_s) >= 0;
        if (!fixed.contains(field.key) && (m_table.column(field.key) >= 0 || isDerived)) m_fields << &field;
    }
    std::vector<int> order(m_plan.rows.size());
    std::iota(order.begin(), order.end(), 0);
    if (m_order == Order::ErrorsFirst)
        std::stable_partition(order.begin(), order.end(), [this](int row) {
            const ImportRow &planned = m_plan.rows[static_cast<std::size_t>(row)];
            return planned.change == RowChange::Error && !planned.isLeftOut;
        });
    m_lines.clear();
    for (const int row : order) {
        const ImportRow &planned = m_plan.rows[static_cast<std::size_t>(row)];
        if (!isShown(planned)) continue;
        m_lines.push_back({row, false});
        if (!planned.error.isEmpty()) m_lines.push_back({row, true});
    }
    endResetModel();
    Q_EMIT planned();
}

/// After a mend: rows stay where they are, only sentences come and go.
void ImportModel::replan()
{
    m_plan = planImport(m_table, m_subject, m_rules);
    for (int i = static_cast<int>(m_lines.size()) - 1; i >= 0; --i) {
        const Line line = m_lines[static_cast<std::size_t>(i)];
        if (line.isSentence) continue;
        const auto below = static_cast<std::size_t>(i) + 1;
        const bool has = below < m_lines.size() && m_lines[below].isSentence;
        const bool needs = !m_plan.rows[static_cast<std::size_t>(line.row)].error.isEmpty();
        if (has && !needs) {
            beginRemoveRows({}, i + 1, i + 1);
            m_lines.erase(m_lines.begin() + i + 1);
            endRemoveRows();
        } else if (!has && needs) {
            beginInsertRows({}, i + 1, i + 1);
            m_lines.insert(m_lines.begin() + i + 1, {line.row, true});
            endInsertRows();
        }
    }
    if (!m_lines.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT planned();
}

void ImportModel::mend(int row, const ImportMend &mend)
{
    switch (mend.kind) {
    case ImportMend::Kind::LeaveOut: m_table.rows[static_cast<std::size_t>(row)].isLeftOut = true; break;
    case ImportMend::Kind::LeaveOtherOut: m_table.rows[static_cast<std::size_t>(mend.otherRow)].isLeftOut = true; break;
    case ImportMend::Kind::SetCell:
        if (const int column = m_table.column(mend.key); column >= 0)
            m_table.rows[static_cast<std::size_t>(row)].cells[column] = mend.value;
        break;
    }
    replan();
}

void ImportModel::leaveOut(int row, bool on)
{
    m_table.rows[static_cast<std::size_t>(row)].isLeftOut = on;
    replan();
}

const ImportField *ImportModel::fieldOf(int column) const
{
    return column >= FirstField && column - FirstField < m_fields.size() ? m_fields[column - FirstField] : nullptr;
}

int ImportModel::nextError(int from, int step) const
{
    const int count = rowCount();
    for (int i = 1; i <= count; ++i) {
        const int at = ((from + i * step) % count + count) % count;
        if (!line(at).isSentence && !row(at).error.isEmpty()) return at;
    }
    return -1;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstField + static_cast<int>(m_fields.size()) + 1;
}

QString ImportModel::keyOf(int column) const
{
    if (column == Parent) return m_subject.kind == ImportKind::Shots ? u"sequence"_s : u"type"_s;
    if (column == Name) return u"name"_s;
    const ImportField *field = fieldOf(column);
    return field ? field->key : QString();
}

QString ImportModel::textOf(const ImportRow &row, const SourceRow &source, int column) const
{
    switch (column) {
    case LineNumber: return QString::number(source.line);
    case State: return row.isLeftOut ? tr("Left out") : changeName(row.change);
    case Parent: return row.parentKey;
    case Name: return row.name;
    default: break;
    }
    const ImportField *field = fieldOf(column);
    if (!field) return row.happens;
    return row.isLeftOut ? m_table.cell(source, field->key) : row.values.value(field->key).after;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    const Line at = line(index.row());
    const ImportRow &planned = row(index.row());
    const SourceRow &source = m_table.rows[static_cast<std::size_t>(at.row)];
    if (at.isSentence)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(planned.error) : QVariant();
    if (role == Qt::EditRole) return m_table.cell(source, keyOf(index.column()));
    if (role == Qt::DisplayRole) return textOf(planned, source, index.column());
    if (role == Qt::AccessibleTextRole)
        return u"%1, %2 %3, %4: %5"_s.arg(textOf(planned, source, State), planned.parentKey, planned.name,
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            textOf(planned, source, index.column()));
    return {};
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case LineNumber: return tr("Line");
    case State: return tr("State");
    case Parent: return m_subject.kind == ImportKind::Shots ? tr("Sequence") : tr("Asset type");
    case Name: return m_subject.kind == ImportKind::Shots ? tr("Shot") : tr("Asset");
    default: break;
    }
    const ImportField *field = fieldOf(section);
    return field ? field->words.section(u':', 0, 0) : tr("What happens");
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool hasCell = m_table.column(keyOf(index.column())) >= 0;
    return !line(index.row()).isSentence && hasCell ? flags | Qt::ItemIsEditable : flags;
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int column = m_table.column(keyOf(index.column()));
    if (role != Qt::EditRole || column < 0) return false;
    const int at = line(index.row()).row;
    if (m_table.rows[static_cast<std::size_t>(at)].cells[column] == value.toString()) return false;
    m_table.rows[static_cast<std::size_t>(at)].cells[column] = value.toString();
    replan();
    return true;
}

} // namespace callboard::ui
