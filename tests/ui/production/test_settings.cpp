// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a production, through the real page on a real studio.
#include "tests/support/TestDesktop.h"
#include "ui/parts/Sheet.h"
#include "ui/production/ChoiceRows.h"
#include "ui/production/ProductionBasics.h"
#include "ui/production/ProductionSettingsPage.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::TestDesktop> m_desktop;
    std::unique_ptr<ProductionSettingsPage> m_page;

    const DirectoryProduction &production() { return *m_desktop->directory().production(m_page->productionId()); }
    void open(const QString &name)
    {
        const QString id = m_desktop->production(name);
        m_page = std::make_unique<ProductionSettingsPage>(m_desktop->studio());
        m_page->resize(1400, 900);
        m_page->setVisible(true);
        m_page->show({u"settings"_s, id, {}, {}, {}});
    }
    ChoiceRows *rows(const QString &name)
    {
        for (auto *rows : m_page->findChildren<ChoiceRows *>())
            if (rows->accessibleName() == name) return rows;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_desktop = std::make_unique<tests::TestDesktop>(); }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase() { m_desktop.reset(); }

    void aNameWaitsForKeepAndItsOwnNameIsNotTaken()
    {
        open(u"Alpha"_s);
        auto *name = m_page->findChild<ProductionBasics *>()->nameField();
        QCOMPARE(name->text(), u"Alpha"_s);
        QTest::keyClicks(name, u" two"_s);
        QCOMPARE(textOf(m_desktop->get(u"/data/projects/"_s + m_page->productionId()), "name"), u"Alpha"_s);
        m_page->keep();
        QTRY_COMPARE(production().name, u"Alpha two"_s);
        QTest::keyClick(name, Qt::Key_Backspace);
        m_page->keep(); // Only itself has such a name.
        QTRY_COMPARE(production().name, u"Alpha tw"_s);
    }

    void aTaskTypeIsLeftOutAtOnce()
    {
        open(u"Beta"_s);
        auto *types = rows(u"Task types"_s);
        QVERIFY(types);
        const qsizetype before = production().taskTypeIds.size();
        types->setFocus();
        QTest::keyClick(types, Qt::Key_Space);
        QTRY_COMPARE(production().taskTypeIds.size(), before - 1);
    }

    void aStatusIsLeftOutOfAProductionThatUsedAll()
    {
        open(u"Gamma"_s);
        auto *statuses = rows(u"Statuses"_s);
        const qsizetype all = statuses->chosen().size();
        statuses->setFocus();
        QTest::keyClick(statuses, Qt::Key_End);
        for (int i = 0; i < 20; ++i) QTest::keyClick(statuses, Qt::Key_Down);
        QTest::keyClick(statuses, Qt::Key_Space);
        QTRY_COMPARE(production().taskStatusIds.size(), all - 1);
    }

    void aRightIsSwitchedAtOnce()
    {
        open(u"Delta"_s);
        QCheckBox *isolated = nullptr;
        for (auto *box : m_page->findChildren<QCheckBox *>())
            if (box->accessibleName().contains(u"Clients"_s)) isolated = box;
        QVERIFY(isolated);
        QTest::qWait(50);
        isolated->click();
        QTRY_COMPARE(m_desktop->get(u"/data/projects/"_s + m_page->productionId())["is_clients_isolated"], Json(true));
    }

    void closingAsksForTheNameAndKeepsEverything()
    {
        open(u"Epsilon"_s);
        const QString id = m_page->productionId();
        QSignalSpy asked(m_page.get(), &Page::asked);
        m_page->askToClose();
        auto *sheet = m_page->findChild<Sheet *>();
        QVERIFY(sheet);
        QPushButton *close = nullptr;
        for (auto *button : sheet->findChildren<QPushButton *>())
            if (button->text() == u"Close it"_s) close = button;
        QVERIFY(!close->isEnabled());
        QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"Epsilon"_s);
        QVERIFY(close->isEnabled());
        close->click();
        QTRY_COMPARE(asked.count(), 1);
        QVERIFY(!m_desktop->directory().production(id));
        QCOMPARE(textOf(m_desktop->get(u"/data/projects/"_s + id), "name"), u"Epsilon"_s);
    }
};

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
