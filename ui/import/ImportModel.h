// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of an import as a table: a line of each row, and below a row that must be mended a line with the
// sentence and its mends. Mending changes a row in its place.
#pragma once

#include "ui/import/ImportRows.h"

#include <QAbstractTableModel>

namespace callboard::ui {

class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Line
    {
        int row = 0; // of the table
        bool isSentence = false;
    };
    enum FixedColumn { LineNumber, State, Parent, Name, FirstField };
    enum class Order { ErrorsFirst, File };

    using QAbstractTableModel::QAbstractTableModel;

    void setImport(ImportTable table, ImportSubject subject);
    void setRules(const ImportRules &rules);
    void setKey(int column, const QString &key);
    void setFilter(std::optional<RowChange> change, const QString &words);
    void setOrder(Order order);
    void mend(int row, const ImportMend &mend);
    void leaveOut(int row, bool on);

    const ImportTable &table() const { return m_table; }
    const ImportSubject &subject() const { return m_subject; }
    const ImportRules &rules() const { return m_rules; }
    const ImportPlan &plan() const { return m_plan; }
    Line line(int modelRow) const { return m_lines[static_cast<std::size_t>(modelRow)]; }
    const ImportRow &row(int modelRow) const { return m_plan.rows[static_cast<std::size_t>(line(modelRow).row)]; }
    /// The field of a column; null for the fixed ones and the last, "What happens".
    const ImportField *fieldOf(int column) const;
    /// The line of the next row with an error behind that line, going round; -1 when there is none.
    int nextError(int from, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// The plan is another: counts, errors.
    void planned();

private:
    void arrange();
    void replan();
    bool isShown(const ImportRow &row) const;
    QString keyOf(int column) const;
    QString textOf(const ImportRow &row, const SourceRow &source, int column) const;

    ImportTable m_table;
    ImportSubject m_subject;
    ImportRules m_rules;
    ImportPlan m_plan;
    std::vector<Line> m_lines;
    QList<const ImportField *> m_fields; // one of each column from FirstField
    std::optional<RowChange> m_filter;
    QString m_words;
    Order m_order = Order::ErrorsFirst;
};

} // namespace callboard::ui
