// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TerminationSignals.h"
#include "ui/gallery/Gallery.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Words.h"
#include "ui/studios/StudiosHere.h"
#include "ui/theme/Emblem.h"
#include "ui/theme/ThemeChoice.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScrollArea>
#include <QTextStream>

#include <span>
#include <string_view>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

const QCommandLineOption parts(u"parts"_s, u"Show every part of the window."_s);
const QCommandLineOption picture(u"picture"_s, u"With --parts: write them to this PNG and end."_s, u"file"_s);
const QCommandLineOption theme(u"theme"_s, u"dark, light or system; kept for the next start."_s, u"theme"_s);
const QCommandLineOption studio(u"studio"_s, u"Open the studio in this folder."_s, u"folder"_s);
const QCommandLineOption join(u"join"_s, u"Join the studio at this address."_s, u"address"_s);
const QCommandLineOption demo(u"demo"_s, u"With --studio: a new studio gets the demo production."_s);

int fail(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return 2;
}

int showParts()
{
    QScrollArea area;
    area.setWindowTitle(QApplication::translate("Gallery", "Parts of the window"));
    area.setWidget(new Gallery);
    area.setWidgetResizable(true);
    area.resize(1500, 960);
    area.show();
    return QApplication::exec();
}

/// What asks for words only is answered without a display too.
void answerWithoutDisplay(int argc, char **argv)
{
    for (const std::string_view argument : std::span(argv, static_cast<std::size_t>(argc)))
        if (argument == "--help" || argument == "-h" || argument == "--help-all" || argument == "--version"
            || argument == "-v")
            qputenv("QT_QPA_PLATFORM", "offscreen");
}

int runWindow(const QCommandLineParser &arguments, callboard::TerminationSignals &signals)
{
    MainWindow window;
    // As by its button: the place of the window is kept, and the studio is closed with it.
    QObject::connect(&signals, &callboard::TerminationSignals::received, &window, [&window] {
        window.close();
        QApplication::quit();
    });
    signals.listen();
    window.show();
    if (arguments.isSet(studio))
        window.openHere(arguments.value(studio), arguments.isSet(demo));
    else if (arguments.isSet(join))
        window.join(arguments.value(join));
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    callboard::TerminationSignals signals;
    answerWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"callboard"_s);
    QApplication::setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    QApplication::setOrganizationName(u"callboard"_s);
    QApplication::setApplicationDisplayName(u"Callboard"_s);
    QCommandLineParser arguments;
    arguments.setApplicationDescription(u"Plans and reviews the productions of a studio, opened here or joined."_s);
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addOptions({parts, picture, theme, studio, join, demo});
    arguments.process(application);

    installWords();
    Theme::instance().install();
    if (arguments.isSet(theme)) {
        const auto look = themeNamed(arguments.value(theme));
        if (!look) return fail(u"The theme is dark, light or system."_s);
        chooseTheme(*look);
    } else {
        Theme::instance().setMode(keptTheme());
    }
    QApplication::setWindowIcon(emblemIcon());
    if (arguments.isSet(picture))
        return Gallery::writePicture(arguments.value(picture))
            ? 0
            : fail(u"%1 could not be written."_s.arg(arguments.value(picture)));
    if (arguments.isSet(parts)) return showParts();

    const int code = runWindow(arguments, signals);
    awaitStudiosClosed();
    return code;
}
