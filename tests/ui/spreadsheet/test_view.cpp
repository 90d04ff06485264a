// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SheetExample.h"
#include "ui/filter/FilterField.h"
#include "ui/filter/SheetSearch.h"
#include "ui/spreadsheet/BulkBar.h"
#include "ui/spreadsheet/SheetThumbnails.h"
#include "ui/spreadsheet/SheetView.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace callboard::ui;

namespace {

/// How often a widget is painted from now on.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) ++count;
        return false;
    }
};

} // namespace

class TestSpreadsheetView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SheetModel> m_model;
    std::unique_ptr<SheetView> m_view;

    CellAddress cell(const QString &row, const QString &type) const { return {row, taskColumn(type)}; }
    QPoint middle(const CellAddress &address) const
    {
        return m_view
            ->cellRect(
                {m_view->lines().lineOfRow(m_model->rowOf(address.rowId)), m_view->shownColumns().find(address.column)})
            .center();
    }
    void click(const CellAddress &address, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, middle(address));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    }

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void init()
    {
        qRegisterMetaType<CellEdit>();
        m_model = std::make_unique<SheetModel>();
        m_model->setSubject(exampleSubject());
        m_model->appendRows(exampleShots(3, 20));
        m_view = std::make_unique<SheetView>();
        m_view->setModel(m_model.get());
        m_view->resize(1200, 600);
        m_view->show();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void aDragSelectsARectangleAndControlAddsAnother()
    {
        click(cell(u"SQ010/SH0010"_s, u"ani"_s));
        click(cell(u"SQ010/SH0030"_s, u"fx"_s), Qt::ShiftModifier);
        QCOMPARE(m_view->selectedTasks().size(), 6);
        QCOMPARE(m_view->current()->rowId, u"SQ010/SH0010"_s); // what the panel shows stays
        click(cell(u"SQ010/SH0050"_s, u"lay"_s), Qt::ControlModifier);
        QCOMPARE(m_view->selectedTasks().size(), 7);
        const auto sums = m_view->selectionSums();
        QCOMPARE(sums, (SelectionSums{7, 4, 3, 7 * 480, 41 + 42 + 43 + 45}));
    }

    void theKeyboardMovesExtendsAndSkipsHeads()
    {
        m_view->setCurrent(cell(u"SQ010/SH0200"_s, u"ani"_s));
        press(Qt::Key_Down);
        QCOMPARE(m_view->current()->rowId, u"SQ020/SH0010"_s);
        press(Qt::Key_Up, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedTasks().size(), 4); // across the head of the second group
        press(Qt::Key_End);
        QCOMPARE(m_view->current()->column, taskColumn(u"fx"_s));
        press(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(*m_view->current(), (CellAddress{u"SQ010/SH0010"_s, {}}));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_view->current()->rowId, u"SQ020/SH0010"_s);
        press(Qt::Key_PageDown);
        QVERIFY(m_view->verticalScrollBar()->value() > 0);
    }

    void aNameFoldsItsGroupAndTheHeadUnfoldsIt()
    {
        m_view->setCurrent({u"SQ010/SH0030"_s, {}});
        press(Qt::Key_Left);
        QCOMPARE(m_view->lines().count(), 3 + 40);
        QVERIFY(m_view->sheetLayout().collapsedGroups.contains(u"SQ010"_s));
        press(Qt::Key_Right);
        QCOMPARE(m_view->lines().count(), 3 + 60);
    }

    void letterAndEnterGiveAStatusToAllSelectedTasks()
    {
        QSignalSpy edited(m_view.get(), &SheetView::edited);
        m_view->setCurrent(cell(u"SQ010/SH0010"_s, u"ani"_s));
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_R);
        auto *search =
            QApplication::activePopupWidget() ? QApplication::activePopupWidget()->findChild<QLineEdit *>() : nullptr;
        QVERIFY(search);
        QCOMPARE(search->text(), u"r"_s);
        QTest::keyClick(search, Qt::Key_E);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        const auto edit = edited.first().first().value<CellEdit>();
        QCOMPARE(edit.aspect, CellAspect::Status);
        QCOMPARE(edit.value.toString(), u"retake"_s);
        QCOMPARE(edit.cells.size(), 2);
        QCOMPARE(
            m_model->cellText(0, m_model->columnOf(taskColumn(u"ani"_s))), u"WIP"_s); // the view changes nothing itself
    }

    void digitsSetThePriority()
    {
        QSignalSpy edited(m_view.get(), &SheetView::edited);
        m_view->setCurrent(cell(u"SQ010/SH0010"_s, u"ani"_s));
        press(Qt::Key_4);
        QCOMPARE(edited.first().first().value<CellEdit>(),
            (CellEdit{{cell(u"SQ010/SH0010"_s, u"ani"_s)}, CellAspect::Priority, 3}));
        m_view->setRights({true, true, true, false, true, true});
        press(Qt::Key_1);
        QCOMPARE(edited.count(), 1);
    }

    void typingInAFieldEditsAllItsSelectedCells()
    {
        QSignalSpy edited(m_view.get(), &SheetView::edited);
        m_view->setCurrent({u"SQ010/SH0010"_s, {ColumnKind::Frames, {}}});
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_9);
        auto *line = m_view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        QTest::keyClicks(line, u"9"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        const auto edit = edited.first().first().value<CellEdit>();
        QCOMPARE(edit.value.toInt(), 99);
        QCOMPARE(edit.cells.size(), 2);
    }

    void whatCannotBeANumberIsNotTaken()
    {
        QSignalSpy edited(m_view.get(), &SheetView::edited);
        m_view->setCurrent({u"SQ010/SH0010"_s, {ColumnKind::Frames, {}}});
        press(Qt::Key_F2);
        auto *line = m_view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        QCOMPARE(line->text(), u"41"_s);
        line->setText(u"many"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(edited.count(), 0);
    }

    void cellsGoOutAndComeBackAsText()
    {
        m_view->setCurrent({u"SQ010/SH0010"_s, {ColumnKind::Frames, {}}});
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"41\t1001 – 1041\n42\t1001 – 1042"_s);
        QApplication::clipboard()->setText(u"77\tnonsense\n42\t1001 – 1050\n"_s);
        QList<CellPaste> changes;
        QStringList refused;
        connect(m_view.get(), &SheetView::pasteRequested, this, [&](const auto &all, const auto &no) {
            changes = all;
            refused = no;
        });
        m_view->setCurrent({u"SQ010/SH0010"_s, {ColumnKind::Frames, {}}});
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(changes.size(), 2); // 42 is there already
        QCOMPARE(changes.first(), (CellPaste{{u"SQ010/SH0010"_s, {ColumnKind::Frames, {}}}, u"41"_s, u"77"_s}));
        QCOMPARE(refused.size(), 1);
    }

    void aChangedRowStaysUntilItIsArranged()
    {
        m_view->sortBy({ColumnKind::Frames, {}}, false);
        const int before = m_view->lines().lineOfRow(0);
        auto row = m_model->row(0);
        row.frames = 500;
        m_model->patchFields(row);
        QCOMPARE(m_view->lines().lineOfRow(0), before);
        QCOMPARE(m_view->changedRows(), 1);
        m_view->arrangeChangedRows();
        QVERIFY(m_view->lines().lineOfRow(0) > before);
        QCOMPARE(m_view->changedRows(), 0);
    }

    void rowsAboveComeAndGoWithoutMovingWhatIsSeen()
    {
        m_view->setCurrent(cell(u"SQ020/SH0100"_s, u"ani"_s));
        click(cell(u"SQ020/SH0100"_s, u"ani"_s));
        const auto address = *m_view->current();
        const int y = m_view->cellRect(m_view->currentCell()).top();
        m_model->removeRows({u"SQ010/SH0010"_s, u"SQ010/SH0020"_s});
        QCOMPARE(*m_view->current(), address);
        QCOMPARE(m_view->cellRect(m_view->currentCell()).top(), y);
        auto fresh = exampleShots(1, 1).front();
        fresh.id = u"new"_s;
        fresh.name = u"SH0005"_s;
        m_model->insertRow(fresh);
        (void)m_view->lines();
        QCOMPARE(*m_view->current(), address);
        QCOMPARE(m_view->cellRect(m_view->currentCell()).top(), y);
        QCOMPARE(m_view->selectedTasks(), QList<CellAddress>{address});
    }

    void picturesAreAskedForWhenSeenAndCalledOffWhenGone()
    {
        QSignalSpy wanted(&m_view->thumbnails(), &SheetThumbnails::wanted),
            unwanted(&m_view->thumbnails(), &SheetThumbnails::unwanted);
        QTRY_VERIFY(!wanted.isEmpty());
        QCOMPARE(wanted.first().first().toStringList().first(), u"SQ010/SH0010"_s); // the topmost first
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        m_view->thumbnails().setImage(u"SQ010/SH0020"_s, picture);
        QVERIFY(m_view->thumbnails().find(u"SQ010/SH0020"_s));
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QTRY_VERIFY(!unwanted.isEmpty());
        QVERIFY(!unwanted.last().first().toStringList().contains(u"SQ010/SH0020"_s)); // it was answered
        QVERIFY(wanted.last().first().toStringList().contains(u"SQ030/SH0200"_s));
    }

    void aPictureThatArrivesIsPaintedAtOnce()
    {
        QSignalSpy wanted(&m_view->thumbnails(), &SheetThumbnails::wanted);
        QTRY_VERIFY(!wanted.isEmpty());
        QTest::qWait(100); // until nothing is painted any more
        PaintCounter paints(*m_view->viewport());
        QTest::qWait(50);
        QCOMPARE(paints.count, 0);
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        m_view->thumbnails().setImage(u"SQ010/SH0010"_s, picture);
        QTRY_VERIFY(paints.count > 0);
    }

    void aPictureThatWasNotThereIsAskedForAgainWhenItMayBe()
    {
        SheetThumbnails &thumbnails = m_view->thumbnails();
        QSignalSpy wanted(&thumbnails, &SheetThumbnails::wanted);
        QTRY_VERIFY(!wanted.isEmpty());
        thumbnails.setImage(u"SQ010/SH0010"_s, {}); // none yet
        wanted.clear();
        thumbnails.lookAgain(u"SQ010/SH0010"_s);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toStringList(), QStringList{u"SQ010/SH0010"_s});
        thumbnails.lookAgain(u"SQ010/SH0010"_s); // it is on its way
        QCOMPARE(wanted.count(), 1);
    }

    void givingUpASearchGoesBackToWhereItBegan()
    {
        FilterField field;
        SheetSearch search(field, *m_view, *m_model);
        m_view->setCurrent(cell(u"SQ020/SH0100"_s, u"ani"_s));
        const int scrolled = m_view->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        field.setText(u"animation=wip sequence=SQ010"_s);
        QCOMPARE(m_view->lines().sums().shown, 10);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QTest::keyClick(field.findChild<QLineEdit *>(), Qt::Key_Escape);
        QCOMPARE(m_view->lines().sums().shown, 60);
        QCOMPARE(m_view->verticalScrollBar()->value(), scrolled);
        QCOMPARE(m_view->current()->rowId, u"SQ020/SH0100"_s);
    }

    void aSearchThatGoesAwayTakesItsFilterAlong()
    {
        FilterField field;
        auto search = std::make_unique<SheetSearch>(field, *m_view, *m_model);
        field.setText(u"animation=wip"_s);
        QCOMPARE(m_view->lines().sums().shown, 30);
        search.reset();
        QCOMPARE(m_view->lines().sums().shown, 60);
    }

    void aColumnMovesAndItsPlaceIsTold()
    {
        QSignalSpy told(m_view.get(), &SheetView::layoutChanged);
        const auto head = [this](const ColumnKey &key) {
            auto rect = m_view->cellRect({0, m_view->shownColumns().find(key)});
            return QPoint(rect.center().x() + 20, 12);
        };
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, head(taskColumn(u"fx"_s)));
        QTest::mouseMove(m_view->viewport(), head(taskColumn(u"ani"_s)));
        QTest::mouseMove(m_view->viewport(), head(taskColumn(u"lay"_s)) - QPoint(50, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, head(taskColumn(u"lay"_s)) - QPoint(50, 0));
        QVERIFY(!told.isEmpty());
        const auto &columns = m_view->shownColumns();
        QVERIFY(columns.find(taskColumn(u"fx"_s)) < columns.find(taskColumn(u"lay"_s)));
    }

    void screenReadersFindTheCells()
    {
        auto *table = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), 63);
        const int column = m_view->shownColumns().find(taskColumn(u"ani"_s));
        QCOMPARE(table->tableInterface()->cellAt(1, column)->text(QAccessible::Name),
            u"SQ010 SH0010, Animation, work in progress, Mia Okafor"_s);
        m_view->setCurrentCell({1, column});
        QVERIFY(table->focusChild()->state().selected);
    }

    void theBulkBarOffersOnlyWhatTheRoleMayDo()
    {
        BulkBar bar;
        bar.resize(1200, 48);
        bar.setStatuses(exampleSubject().statuses);
        bar.setSums({12, 4, 3, 31 * 480, 400}, 480);
        QVERIFY(bar.isVisible());
        bar.setAllowed({BulkAction::Status});
        QStringList words;
        for (const auto *button : bar.findChildren<QPushButton *>())
            if (button->isVisible()) words << button->text();
        QCOMPARE(words, QStringList{u"Status"_s});
        bar.setSums({}, 480);
        QVERIFY(!bar.isVisible());
    }
};

QTEST_MAIN(TestSpreadsheetView)
#include "test_view.moc"
