// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SheetExample.h"
#include "ui/spreadsheet/SheetLayout.h"
#include "ui/spreadsheet/SheetLines.h"

#include <QSignalSpy>
#include <QTest>

using namespace callboard::ui;

namespace {

// The cells that a spy of dataChanged has heard of, as "row:first-last".
QStringList cellsOf(const QSignalSpy &spy)
{
    QStringList cells;
    for (const auto &call : spy) {
        const auto from = call[0].toModelIndex(), to = call[1].toModelIndex();
        cells << u"%1:%2-%3"_s.arg(from.row()).arg(from.column()).arg(to.column());
    }
    return cells;
}

struct OddRows : RowFilter
{
    bool accepts(int row) const override { return row % 2 == 1; }
};

} // namespace

class TestSpreadsheetModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SheetModel> m_model;

    int column(const ColumnKey &key) const { return m_model->columnOf(key); }
    QStringList names(const SheetLines &lines) const
    {
        QStringList words;
        for (int i = 0; i < lines.count(); ++i)
            words << (lines.line(i).isHead() ? lines.groups()[size_t(lines.line(i).group)].name
                                             : m_model->row(lines.line(i).row).name);
        return words;
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SheetModel>();
        m_model->setSubject(exampleSubject());
        m_model->appendRows(exampleShots(2, 4));
    }

    void aPatchedTaskTellsExactlyItsCells()
    {
        QSignalSpy changed(m_model.get(), &SheetModel::dataChanged), reset(m_model.get(), &SheetModel::modelReset);
        auto task = exampleTask(u"done"_s, {u"mia"_s});
        m_model->patchTask(u"SQ010/SH0020"_s, u"ani"_s, task);
        const int animation = column(taskColumn(u"ani"_s));
        QCOMPARE(cellsOf(changed), QStringList{u"1:%1-%1"_s.arg(animation)});
        changed.clear();
        m_model->patchTask(u"SQ010/SH0020"_s, u"ani"_s, task);
        QCOMPARE(changed.count(), 0); // nothing differs
        task.estimationMinutes = 960;
        m_model->patchTask(u"SQ010/SH0020"_s, u"ani"_s, task);
        const int estimation = column({ColumnKind::Estimation, {}});
        QCOMPARE(cellsOf(changed), (QStringList{u"1:%1-%1"_s.arg(estimation), u"1:%1-%1"_s.arg(animation)}));
        QCOMPARE(reset.count(), 0);
    }

    void aPatchedRowKeepsItsTasksWhenOnlyFieldsArrive()
    {
        QSignalSpy changed(m_model.get(), &SheetModel::dataChanged);
        auto row = m_model->row(0);
        row.frames = 99;
        row.tasks.clear();
        m_model->patchFields(row);
        QCOMPARE(cellsOf(changed), QStringList{u"0:%1-%1"_s.arg(column({ColumnKind::Frames, {}}))});
        QCOMPARE(m_model->row(0).tasks.size(), 3);
    }

    void aRefusedChangeBringsBackWhatWasThere()
    {
        const CellEdit edit{{{u"SQ010/SH0010"_s, taskColumn(u"ani"_s)}, {u"SQ010/SH0020"_s, taskColumn(u"ani"_s)}},
            CellAspect::Status, u"done"_s};
        const int animation = column(taskColumn(u"ani"_s));
        const auto change = m_model->applyPending(edit);
        QCOMPARE(m_model->cellText(0, animation), u"DONE"_s);
        QVERIFY(m_model->isPending(0, animation));
        m_model->refuse(change);
        QCOMPARE(m_model->cellText(0, animation), u"WIP"_s);
        QCOMPARE(m_model->cellText(1, animation), u"WFA"_s);
        QVERIFY(!m_model->isPending(0, animation));
        QCOMPARE(m_model->pendingCount(), 0);
    }

    void aLaterChangeOfTheSameCellOutlivesARefusedEarlierOne()
    {
        const CellAddress cell{u"SQ010/SH0010"_s, taskColumn(u"ani"_s)};
        const int animation = column(cell.column);
        const auto first = m_model->applyPending({{cell}, CellAspect::Status, u"done"_s});
        const auto second = m_model->applyPending({{cell}, CellAspect::Status, u"retake"_s});
        m_model->refuse(first);
        QCOMPARE(m_model->cellText(0, animation), u"RETAKE"_s);
        m_model->refuse(second);
        QCOMPARE(m_model->cellText(0, animation), u"WIP"_s);
    }

    void whatArrivesMeanwhileStaysBelowThePendingValue()
    {
        const CellAddress cell{u"SQ010/SH0010"_s, taskColumn(u"ani"_s)};
        const int animation = column(cell.column);
        const auto change = m_model->applyPending({{cell}, CellAspect::Status, u"done"_s});
        m_model->patchTask(cell.rowId, u"ani"_s, exampleTask(u"todo"_s));
        QCOMPARE(m_model->cellText(0, animation), u"DONE"_s);
        // News of another task is no news of this one.
        m_model->patchTask(cell.rowId, u"fx"_s, exampleTask(u"wip"_s));
        m_model->refuse(change);
        QCOMPARE(m_model->cellText(0, animation), u"TODO"_s);
    }

    void rowsGoAndTheOthersAreStillFound()
    {
        m_model->removeRows({u"SQ010/SH0010"_s, u"SQ010/SH0020"_s, u"SQ020/SH0030"_s});
        QCOMPARE(m_model->entityCount(), 5);
        for (int row = 0; row < m_model->entityCount(); ++row) QCOMPARE(m_model->rowOf(m_model->row(row).id), row);
    }

    void aCellSaysAllOfItselfInWords()
    {
        QCOMPARE(m_model->spokenCell(0, column(taskColumn(u"ani"_s))),
            u"SQ010 SH0010, Animation, work in progress, Mia Okafor"_s);
        auto task = exampleTask(u"retake"_s);
        task.priority = 1;
        task.isUnread = true;
        m_model->patchTask(u"SQ010/SH0010"_s, u"ani"_s, task);
        QCOMPARE(m_model->spokenCell(0, column(taskColumn(u"ani"_s))),
            u"SQ010 SH0010, Animation, retake, high priority, unread"_s);
        QCOMPARE(m_model->spokenCell(0, column({ColumnKind::Frames, {}})), u"SQ010 SH0010, Frames, 41"_s);
    }

    void typedTextBecomesAValueOrIsRefused()
    {
        const auto value = [this](const ColumnKey &key, const QString &text) {
            return m_model->valueFromText(column(key), text);
        };
        QCOMPARE(value({ColumnKind::Frames, {}}, u" 88 "_s), std::optional<QVariant>(88));
        QVERIFY(!value({ColumnKind::Frames, {}}, u"many"_s));
        QVERIFY(!value({ColumnKind::Name, {}}, u" "_s));
        QCOMPARE(value({ColumnKind::InOut, {}}, u"1001 – 1088"_s), std::optional<QVariant>(QVariantList{1001, 1088}));
        QVERIFY(!value({ColumnKind::InOut, {}}, u"1088-1001"_s));
        QCOMPARE(value({ColumnKind::Metadata, u"diff"_s}, u"hard"_s), std::optional<QVariant>(u"Hard"_s));
        QVERIFY(!value({ColumnKind::Metadata, u"diff"_s}, u"impossible"_s));
        QCOMPARE(value(taskColumn(u"ani"_s), u"WFA"_s), std::optional<QVariant>(u"wfa"_s));
    }

    void groupsCountWhatIsShown()
    {
        SheetLines lines(*m_model);
        const auto layout = SheetLayout{}.completedFor(*m_model);
        lines.sort(layout);
        lines.arrange(layout, nullptr);
        QCOMPARE(names(lines),
            (QStringList{u"SQ010"_s, u"SH0010"_s, u"SH0020"_s, u"SH0030"_s, u"SH0040"_s, u"SQ020"_s, u"SH0010"_s,
                u"SH0020"_s, u"SH0030"_s, u"SH0040"_s}));
        const OddRows odd;
        lines.arrange(layout, &odd);
        const auto &group = lines.groups().front();
        QCOMPARE(group.shown, 2);
        QCOMPARE(group.total, 4);
        QCOMPARE(group.frames, 42 + 44);
        QCOMPARE(group.tasks[size_t(StatusKind::Done)], 2);
        QCOMPARE(group.tasks[size_t(StatusKind::WaitingForApproval)], 2);
        QCOMPARE(group.percentDone(), 33);
        QCOMPARE(lines.sums().shown, 4);
        m_model->patchTask(u"SQ010/SH0020"_s, u"ani"_s, exampleTask(u"done"_s));
        lines.rowChanged(1);
        QCOMPARE(lines.groups().front().percentDone(), 50);
    }

    void linesStandWhereTheirHeightsPutThem()
    {
        SheetLines lines(*m_model);
        auto layout = SheetLayout{}.completedFor(*m_model);
        layout.collapsedGroups = {u"SQ010"_s};
        lines.setHeights(44, 30);
        lines.sort(layout);
        lines.arrange(layout, nullptr);
        QCOMPARE(lines.count(), 6);
        QCOMPARE(lines.totalHeight(), 2 * 30 + 4 * 44);
        for (int line = 0; line < lines.count(); ++line) {
            QCOMPARE(lines.lineAt(lines.top(line)), line);
            QCOMPARE(lines.lineAt(lines.top(line) + lines.height(line) - 1), line);
        }
    }

    void sortingFollowsNumbersAndTheOrderOfStatuses()
    {
        SheetLines lines(*m_model);
        auto layout = SheetLayout{}.completedFor(*m_model);
        layout.isGrouped = false;
        layout.sortColumn = {ColumnKind::Frames, {}};
        layout.isDescending = true;
        lines.sort(layout);
        lines.arrange(layout, nullptr);
        QCOMPARE(*m_model->row(lines.line(0).row).frames, 44);
        QCOMPARE(*m_model->row(lines.line(7).row).frames, 41);
        layout.sortColumn = taskColumn(u"ani"_s);
        layout.isDescending = false;
        lines.sort(layout);
        lines.arrange(layout, nullptr);
        QCOMPARE(m_model->row(lines.line(0).row).tasks.value(u"ani"_s).statusId, u"wip"_s);
        QCOMPARE(m_model->row(lines.line(7).row).tasks.value(u"ani"_s).statusId, u"wfa"_s);
        QVERIFY(naturalCompare(u"SH2"_s, u"sh10"_s) < 0);
        QVERIFY(naturalCompare(u"SH0010"_s, u"SH010A"_s) < 0);
    }

    void aLayoutIsKeptAndFollowsTheColumnsOfTheProduction()
    {
        auto layout = SheetLayout{}.completedFor(*m_model);
        layout.find(taskColumn(u"lay"_s))->isMinimised = true;
        layout.find({ColumnKind::Frames, {}})->width = 77;
        layout.density = metrics::Density::Large;
        layout.sortColumn = {ColumnKind::Metadata, u"diff"_s};
        layout.isDescending = true;
        layout.collapsedGroups = {u"a"_s, u"b"_s};
        QCOMPARE(SheetLayout::fromJson(layout.toJson()), layout);
        QCOMPARE(SheetLayout::fromJson({{u"columns"_s, u"rubbish"_s}, {u"density"_s, 5}}), SheetLayout());

        auto subject = exampleSubject();
        subject.taskTypes.removeAt(1);
        subject.taskTypes << TaskTypeColumn{u"light"_s, u"Lighting"_s, {}, {}, {}};
        SheetModel later;
        later.setSubject(subject);
        const auto followed = layout.completedFor(later);
        QVERIFY(!followed.find(taskColumn(u"ani"_s)));
        QVERIFY(followed.find(taskColumn(u"lay"_s))->isMinimised);
        QCOMPARE(followed.columns.last().key, taskColumn(u"light"_s));
    }
};

QTEST_MAIN(TestSpreadsheetModel)
#include "test_model.moc"
