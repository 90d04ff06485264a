// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the user waits for when the production of 10,000 shots is opened in the desktop: from the choice of
// the page to the first rows painted, and to all rows.
#include "bench/api/BigProduction.h"
#include "ui/entities/EntitiesPage.h"
#include "ui/entities/EntityFeed.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<OpenedStudio> openStudio(const QString &folder)
{
    auto studio = QCoro::waitFor(OpenedStudio::openHere(folder, false));
    const QString email = u"admin@example.com"_s, password = u"mysecretpassword"_s;
    QCoro::waitFor(studio->makeAdministrator(email, password));
    QCoro::waitFor(studio->session().signIn(email, password));
    QCoro::waitFor(studio->directory().load());
    return studio;
}

double seconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

void print(const char *what, double figure, const char *goal)
{
    std::printf("%-58s %10.3f %-10s goal: %s\n", what, figure, "s", goal);
}

/// Opens the page once; the seconds to its first rows on screen and to its last row.
std::pair<double, double> timeOfOpening(OpenedStudio &studio, const QString &productionId)
{
    ShotsPage page(studio);
    page.resize(1600, 900);
    page.QWidget::show();
    QElapsedTimer clock;
    double first = 0;
    QEventLoop loop;
    QObject::connect(&page.feed(), &EntityFeed::firstRowsShown, &page, [&] {
        page.grab(); // paints now, as the next frame would
        first = seconds(clock);
    });
    QObject::connect(&page.feed(), &EntityFeed::loading, &loop, [&](bool isLoading) {
        if (!isLoading) loop.quit();
    });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    clock.start();
    static_cast<Page &>(page).show({u"shots"_s, productionId, {}, {}, {}});
    loop.exec();
    return {first, seconds(clock)};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Theme::instance().install();
    try {
        const QString place = folder.path() + u"/studio"_s;
        const bench::BigProduction big = bench::makeBigProduction(place.toStdString());
        const auto studio = openStudio(place);
        const auto [first, all] = timeOfOpening(*studio, QString::fromStdString(big.projectId));
        print("Desktop: the big production to first rows", first, "0.5");
        print("  to all rows", all, "-");
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
