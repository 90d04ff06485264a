// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of many cells at once: a few requests on their way at a time, one step to undo, refusals cell by cell.
#include "tests/support/TestDesktop.h"

#include "ui/entities/EntityEditing.h"
#include "ui/entities/EntityFeed.h"
#include "ui/gateway/SendMany.h"

#include <QCoroTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

/// Answers each request after a moment and counts those on their way; refuses paths that end in "no".
class CountingGateway final : public StudioGateway
{
public:
    QString place() const override { return u"nowhere"_s; }
    bool isHostedHere() const override { return false; }
    int onTheirWay = 0;
    int most = 0;
    QStringList order;

protected:
    QCoro::Task<ApiAnswer> transmit(ApiRequest request) override
    {
        order << request.path;
        most = std::max(most, ++onTheirWay);
        QTimer moment;
        moment.setSingleShot(true);
        moment.start(5);
        co_await moment;
        --onTheirWay;
        ApiAnswer answer;
        answer.status = request.path.endsWith(u"no"_s) ? 403 : 200;
        answer.body = R"({"message": "No."})";
        co_return answer;
    }
    void tokenChanged() override {}
};

} // namespace

class TestBulkEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourRequestsAreOnTheirWayAtATimeAndARefusalKeepsNoneBack()
    {
        CountingGateway gateway;
        QList<ApiRequest> requests;
        for (int i = 0; i < 20; ++i) {
            ApiRequest request;
            request.path = i == 3 ? u"/no"_s : u"/%1"_s.arg(i);
            requests << request;
        }
        QList<qsizetype> done;
        QList<qsizetype> refused;
        const RequestDone tell = [&](qsizetype place, const ApiError *refusal) { (refusal ? refused : done) << place; };
        tests::awaited(sendMany(gateway, requests, tell));
        QCOMPARE(gateway.most, 4);
        QCOMPARE(done.size(), 19);
        QCOMPARE(refused, QList<qsizetype>{3});
        QCOMPARE(gateway.order.first(), u"/0"_s);
        QCOMPARE(gateway.order.last(), u"/19"_s);
    }

    void aPriorityOfManyTasksIsOneStepToUndoAndWhatIsRefusedGoesBackAlone()
    {
        tests::TestDesktop desktop;
        const QString production = desktop.production(u"Alpha"_s);
        const QString sequence = desktop.sequence(production, u"SQ010"_s);
        QStringList shots;
        for (int i = 1; i <= 6; ++i) shots << desktop.shot(production, sequence, u"SH00%10"_s.arg(i));
        const QString type = desktop.taskTypeNamed(u"Animation"_s);
        const QStringList tasks = desktop.tasks(production, type, u"shots"_s, shots);
        SheetModel model;
        EntityFeed feed(desktop.studio(), EntityKind::Shot, model);
        EntityEditing editing(desktop.studio(), model);
        editing.setProduction(production);
        feed.show(production);
        QTRY_COMPARE(model.entityCount(), 6);
        QList<CellAddress> cells;
        for (const QString &shot : shots) cells << CellAddress{shot, {ColumnKind::Task, type}};
        const auto priorities = [&] {
            QList<int> found;
            for (const QString &task : tasks) found << desktop.get(u"/data/tasks/"_s + task)["priority"].get<int>();
            return found;
        };

        editing.carryOut({cells, CellAspect::Priority, 2});
        QCOMPARE(model.aspect(cells[5], CellAspect::Priority).toInt(), 2); // at once
        QTRY_COMPARE(model.pendingCount(), 0);
        QCOMPARE(priorities(), QList<int>(6, 2));
        QCOMPARE(editing.undoStack().count(), 1);
        editing.undoStack().undo();
        QTRY_COMPARE(model.pendingCount(), 0);
        QCOMPARE(priorities(), QList<int>(6, 0));

        QSignalSpy refused(&editing, &EntityEditing::refused);
        editing.carryOut({{cells[0]}, CellAspect::Value, u"?"_s}); // a task's cell holds no value of its own
        QCOMPARE(model.pendingCount(), 0);
        QVERIFY(refused.isEmpty());

        // One task goes while its change is on the way.
        disconnect(&desktop.studio().gateway(), &StudioGateway::eventHeard, &feed, nullptr);
        const Json gone = {tasks[2].toStdString()};
        desktop.post(u"/actions/projects/%1/delete-tasks"_s.arg(production), gone);
        editing.carryOut({cells, CellAspect::Estimation, 480});
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(model.aspect(cells[2], CellAspect::Estimation).toInt(), 0);
        QCOMPARE(model.aspect(cells[3], CellAspect::Estimation).toInt(), 480);
        QVERIFY2(refused[0][0].toString().contains(u"1 of 6"_s), qPrintable(refused[0][0].toString()));
    }
};

QTEST_MAIN(TestBulkEdits)
#include "test_bulk_edits.moc"
