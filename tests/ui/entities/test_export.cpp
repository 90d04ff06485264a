// SPDX-License-Identifier: GPL-3.0-or-later
// The list of shots as a file, with a real studio.
#include "tests/support/TestDesktop.h"

#include "ui/entities/EntitiesBars.h"
#include "ui/entities/EntitiesPage.h"
#include "ui/parts/Toast.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsWrittenWithItsShotsAndTasks()
    {
        tests::TestDesktop desktop;
        const QString production = desktop.production(u"Alpha"_s);
        desktop.shotTasks(production, {u"SH0010"_s, u"SH0020"_s});
        ShotsPage page(desktop.studio());
        static_cast<Page &>(page).show({u"shots"_s, production, {}, {}, {}});
        QVERIFY(page.bars().findChild<QPushButton *>(u"export"_s));
        const QString file = desktop.folder() + u"/shots.csv"_s;
        tests::awaited(page.exportTo(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY2(
            bytes.contains("SH0010") && bytes.contains("SH0020") && bytes.contains("Animation"), bytes.constData());
    }

    void aFileThatCannotBeWrittenIsSaidWithTheReason()
    {
        tests::TestDesktop desktop;
        const QString production = desktop.production(u"Alpha"_s);
        QWidget window;
        ShotsPage page(desktop.studio(), &window);
        static_cast<Page &>(page).show({u"shots"_s, production, {}, {}, {}});
        const QString file = desktop.folder() + u"/not there/shots.csv"_s;
        tests::awaited(page.exportTo(file));
        const auto *toast = window.findChild<Toast *>();
        QVERIFY(toast);
        QStringList said;
        for (const auto *label : toast->findChildren<QLabel *>()) said << label->text();
        QVERIFY2(said.contains(u"shots.csv was not written"_s), qPrintable(said.join(u" | "_s)));
    }
};

QTEST_MAIN(TestExport)
#include "test_export.moc"
