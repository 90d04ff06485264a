// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the spreadsheet with 10,000 shots × 5 task types in software rendering and prints each figure with
// its goal; ends with 1 if a goal is missed.
//   bench_spreadsheet                                     measures
//   bench_spreadsheet --picture FILE [--light] [--drawings FOLDER] [--density 0-3] [--search TEXT] [-reverse]
//                                                         paints one screen into a file
#include "Production.h"

#include "ui/filter/FilterField.h"
#include "ui/filter/SavedFilterBar.h"
#include "ui/filter/SheetSearch.h"
#include "ui/spreadsheet/BulkBar.h"
#include "ui/spreadsheet/SheetThumbnails.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextStream>
#include <QVBoxLayout>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

// The middle of the Shots screen: search, saved searches, table, bulk bar.
struct Screen
{
    QWidget window;
    FilterField field;
    SavedFilterBar saved;
    SheetModel model;
    SheetView view;
    BulkBar bulk;
    std::unique_ptr<SheetSearch> search;

    Screen()
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 8, 0, 0);
        column->setSpacing(0);
        for (QWidget *bar : {static_cast<QWidget *>(&field), static_cast<QWidget *>(&saved)}) {
            auto *row = new QHBoxLayout;
            row->setContentsMargins(12, 0, 12, 8);
            row->addWidget(bar);
            column->addLayout(row);
        }
        column->addWidget(&view, 1);
        column->addWidget(&bulk);
        model.setSubject(lighthouseSubject());
        view.setModel(&model);
        bulk.setStatuses(model.subject().statuses);
        search = std::make_unique<SheetSearch>(field, view, model);
        QObject::connect(&view, &SheetView::selectionChanged, &bulk,
            [this] { bulk.setSums(view.selectionSums(), model.subject().minutesPerDay); });
    }
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

bool report(const QString &what, double value, double goal, const QString &unit)
{
    const bool isMet = value <= goal;
    out() << u"%1 %2 %3   goal %4 %3   %5\n"_s.arg(what, -44)
                 .arg(value, 8, 'f', 2)
                 .arg(unit)
                 .arg(goal, 0, 'f', 1)
                 .arg(isMet ? u"met"_s : u"MISSED"_s);
    out().flush();
    return isMet;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

template<typename Work>
double milliseconds(Work work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

bool measure()
{
    constexpr double frame = 1000.0 / 60;
    bool isAll = true;
    auto rows = manyShots(10000, 200);
    Screen screen;
    QImage picture(320, 180, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    auto &thumbnails = screen.view.thumbnails();
    QObject::connect(&thumbnails, &SheetThumbnails::wanted, &thumbnails, [&](const QStringList &ids) {
        for (const auto &id : ids) thumbnails.setImage(id, picture);
    });
    screen.window.resize(1600, 1000);
    screen.window.show();
    QCoreApplication::processEvents();

    const double first = milliseconds([&] {
        screen.model.setExpectedRows(10000);
        screen.model.appendRows({rows.begin(), rows.begin() + 200});
        screen.view.viewport()->repaint();
    });
    isAll &= report(u"open: to the first rows"_s, first, 500, u"ms"_s);
    const double rest = milliseconds([&] {
        for (size_t from = 200; from < rows.size(); from += 1000) {
            screen.model.appendRows(
                {rows.begin() + long(from), rows.begin() + long(std::min(rows.size(), from + 1000))});
            screen.view.viewport()->repaint();
            QCoreApplication::processEvents();
        }
        screen.model.setExpectedRows(0);
    });
    isAll &= report(u"open: to the last of 10,000 rows"_s, first + rest, 2000, u"ms"_s);

    auto *bar = screen.view.verticalScrollBar();
    for (const auto &[name, step] : {std::pair{u"slowly (7 px)"_s, 7}, std::pair{u"fast (900 px)"_s, 900}}) {
        bar->setValue(0);
        std::vector<double> frames;
        for (int i = 0; i < 400; ++i)
            frames.push_back(milliseconds([&, step = step] {
                bar->setValue((bar->value() + step) % std::max(1, bar->maximum()));
                screen.view.viewport()->repaint();
                QCoreApplication::processEvents();
            }));
        isAll &= report(u"scroll %1: p50 of a frame"_s.arg(name), percentile(frames, 0.5), frame, u"ms"_s);
        isAll &= report(u"scroll %1: p99 of a frame"_s.arg(name), percentile(frames, 0.99), frame, u"ms"_s);
    }
    std::vector<double> keys;
    const auto typed = u"storm animation=[wip,wfa,retake] lighting=[-done] assignedto=[Mia Okafor]"_s;
    for (int length = 1; length <= typed.size(); ++length)
        keys.push_back(milliseconds([&] { screen.field.setText(typed.left(length)); }));
    isAll &= report(u"filter: p50 of a key"_s, percentile(keys, 0.5), 16, u"ms"_s);
    isAll &= report(u"filter: slowest key"_s, percentile(keys, 1), 16, u"ms"_s);
    screen.field.setText({});
    QCoreApplication::processEvents();
    const auto sortBy = [&](const ColumnKey &key) {
        return milliseconds([&] {
            screen.view.sortBy(key, false);
            (void)screen.view.lines();
        });
    };
    isAll &= report(u"sort: by frames"_s, sortBy({ColumnKind::Frames, {}}), 50, u"ms"_s);
    isAll &= report(u"sort: by status"_s, sortBy({ColumnKind::Task, u"animation"_s}), 50, u"ms"_s);
    isAll &= report(u"sort: by name"_s, sortBy({}), 50, u"ms"_s);
    isAll &= report(u"group: off"_s, milliseconds([&] {
        screen.view.setGrouped(false);
        (void)screen.view.lines();
    }),
        50, u"ms"_s);
    isAll &= report(u"group: on"_s, milliseconds([&] {
        screen.view.setGrouped(true);
        (void)screen.view.lines();
    }),
        50, u"ms"_s);
    TaskCell task = screen.model.row(5000).tasks.value(u"animation"_s);
    task.statusId = task.statusId == u"done"_s ? u"wip"_s : u"done"_s;
    isAll &= report(u"patch: one task, painted"_s, milliseconds([&] {
        screen.model.patchTask(screen.model.row(5000).id, u"animation"_s, task);
        QCoreApplication::processEvents();
    }),
        frame, u"ms"_s);
    return isAll;
}

void paintScreen(const QString &file, const QString &drawings, int density, const QString &search)
{
    Screen screen;
    screen.saved.setFilters(
        {{u"1"_s, u"Mia, in progress"_s, u"animation=[wip,wfa,retake] lighting=[-done] assignedto=[Mia Okafor]"_s,
             QColor(0x45, 0xbf, 0xd6)},
            {u"2"_s, u"To review"_s, u"status=wfa"_s, QColor(0xb9, 0x9a, 0xf0)},
            {u"3"_s, u"Retakes this week"_s, u"status=retake"_s, QColor(0xff, 0x7b, 0x86)},
            {u"4"_s, u"Unassigned"_s, u"compositing=unassigned"_s, QColor(0xf2, 0xc1, 0x4e)}});
    screen.search->setSavedFilters(&screen.saved);
    auto &thumbnails = screen.view.thumbnails();
    QObject::connect(&thumbnails, &SheetThumbnails::wanted, &thumbnails, [&](const QStringList &ids) {
        for (const auto &id : ids) thumbnails.setImage(id, QImage(QDir(drawings).filePath(id + u".jpg"_s)));
        screen.view.viewport()->update();
    });
    for (const auto &person : screen.model.subject().people) {
        QSvgRenderer portrait(QDir(drawings).filePath(u"people/"_s + person.id + u".svg"_s));
        QPixmap picture(96, 96);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        if (portrait.isValid()) portrait.render(&painter);
        painter.end();
        if (portrait.isValid()) screen.view.setAvatar(person.id, picture);
    }
    screen.model.appendRows(lighthouseShots());
    auto layout = screen.view.sheetLayout();
    layout.find({ColumnKind::Task, u"modelling"_s})->isMinimised = true;
    layout.find({ColumnKind::Task, u"layout"_s})->width = 112;
    layout.find({ColumnKind::Task, u"animation"_s})->width = 148;
    layout.find({ColumnKind::Task, u"fx"_s})->width = 134;
    layout.find({ColumnKind::Task, u"lighting"_s})->width = 114;
    layout.density = metrics::Density(density);
    screen.view.setSheetLayout(layout);
    screen.window.resize(1130, 886);
    screen.window.show();
    screen.field.setText(search.isEmpty() ? screen.saved.filters().first().text : search);
    screen.view.setFocus();
    screen.view.setCurrent({u"SQ020SH0030"_s, {ColumnKind::Task, u"animation"_s}});
    if (const auto selected = screen.view.currentCell(); selected.isValid())
        screen.view.setCurrentCell({selected.line + 3, selected.column + 2}, true);
    QElapsedTimer settling;
    settling.start();
    while (settling.elapsed() < 500) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    if (!screen.window.grab().save(file)) qFatal("The picture could not be written");
}

} // namespace

int main(int count, char **words)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(count, words);
    QCommandLineParser parser;
    const QCommandLineOption picture(u"picture"_s, u"Paint one screen into this file."_s, u"file"_s);
    const QCommandLineOption drawings(u"drawings"_s, u"Folder of pictures for the rows."_s, u"folder"_s);
    const QCommandLineOption light(u"light"_s, u"In the light theme."_s);
    parser.addHelpOption();
    const QCommandLineOption density(u"density"_s, u"0 compact to 3 pictures."_s, u"density"_s, u"1"_s);
    const QCommandLineOption search(u"search"_s, u"What is searched."_s, u"text"_s);
    parser.addOptions({picture, drawings, light, density, search});
    parser.process(application);
    Theme::instance().setMode(parser.isSet(light) ? Theme::Mode::Light : Theme::Mode::Dark);
    Theme::instance().install();
    if (parser.isSet(picture)) {
        paintScreen(parser.value(picture), parser.value(drawings), std::clamp(parser.value(density).toInt(), 0, 3),
            parser.value(search));
        return 0;
    }
    return measure() ? 0 : 1;
}
