// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job in real windows: an administrator plans a production from a shot list, an artist publishes a movie,
// a supervisor draws on frame 37 and asks for a retake, the artist sees it without a reload, and a script on the
// API sees the same. Once on a studio in the window's own process, once joined to a server in another.
// CALLBOARD_PICTURES names a folder that gets a picture of each step.
#include "tests/support/PlayerMovies.h"
#include "tests/support/PythonClients.h"

#include "ui/entities/EntitiesPage.h"
#include "ui/entities/EntityEditing.h"
#include "ui/import/ImportPage.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Picker.h"
#include "ui/player/FrameSource.h"
#include "ui/player/PlayerView.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/production/NewProductionSheet.h"
#include "ui/production/ProductionBasics.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StudioFrame.h"
#include "ui/shell/Words.h"
#include "ui/start/SignInPage.h"
#include "ui/start/StartPage.h"
#include "ui/tasks/CommentComposer.h"
#include "ui/tasks/MentionField.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPanel.h"
#include "ui/theme/Theme.h"

#include <QCoroTask>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"mysecretpassword"_s;
const QString administrator = u"admin@example.com"_s;
constexpr int shotCount = 120;
constexpr int reviewedFrame = 37; // counted from 1

/// A shot list as spreadsheets export it: quoted cells, commas and quotes in descriptions, blank lines.
QByteArray shotList()
{
    QByteArray list = "Sequence,Shot,Description,Frames,Frame in,Frame out\r\n";
    for (int shot = 0; shot < shotCount; ++shot) {
        const int frames = 48 + shot; // each its own
        if (shot % 30 == 29) list += ",,,,,\r\n\r\n";
        list += QStringLiteral("SQ%1,SH%2,\"Keeper turns, and says \"\"no\"\" (%3)\",%4,1001,%5\r\n")
                    .arg(10 * (1 + shot / 30), 3, 10, QLatin1Char('0'))
                    .arg(10 * (1 + shot % 30), 4, 10, QLatin1Char('0'))
                    .arg(shot)
                    .arg(frames)
                    .arg(1000 + frames)
                    .toUtf8();
    }
    return list;
}

template<typename Type>
Type *shown(const QWidget &window)
{
    for (auto *widget : window.findChildren<Type *>())
        if (widget->isVisible()) return widget;
    return nullptr;
}

QPushButton *buttonWith(const QWidget &window, const QString &text)
{
    for (auto *button : window.findChildren<QPushButton *>())
        if (button->isVisible() && button->isEnabled() && button->text().startsWith(text)) return button;
    return nullptr;
}

} // namespace

class TestFirstProduction : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_address;                    // of the server, or of the hosting window
    std::unique_ptr<MainWindow> m_window; // of the administrator, later of the supervisor
    std::unique_ptr<MainWindow> m_artists;
    QString m_production, m_shot, m_animation, m_task;
    int m_picture = 0;

    OpenedStudio &studio() { return *m_window->studio(); }
    Json get(const QString &path) { return QCoro::waitFor(studio().gateway().get(path)); }
    Json post(const QString &path, const Json &body) { return QCoro::waitFor(studio().gateway().post(path, body)); }

    static std::unique_ptr<MainWindow> newWindow()
    {
        auto window = std::make_unique<MainWindow>();
        window->resize(1600, 1000);
        window->show();
        return window;
    }
    void keepPicture(QWidget &window, const char *name)
    {
        const QString folder = qEnvironmentVariable("CALLBOARD_PICTURES");
        if (folder.isEmpty() || QString::fromLatin1(QTest::currentDataTag()) != u"embedded"_s) return;
        QTest::qWait(400); // Pictures arrive.
        window.grab().save(
            u"%1/%2-%3.png"_s.arg(folder).arg(++m_picture, 2, 10, QLatin1Char('0')).arg(QLatin1String(name)));
    }
    QString statusNamed(const QString &shortName)
    {
        for (const auto &status : studio().directory().statuses())
            if (status.shortName.compare(shortName, Qt::CaseInsensitive) == 0 && !status.isForConcept) return status.id;
        return {};
    }

    void startServer();
    void open(MainWindow &window, bool isJoined);
    void join(MainWindow &window);
    void signIn(MainWindow &window, const QString &email);
    void signOut(MainWindow &window);
    void makeProduction();
    void makeTeam();
    void importShots();
    void makeTasks();
    void assign();
    void publish();
    void review();
    void seeRetake();
    void askScript();
    void waitForTask(TaskPanel &panel);
    static void choose(TaskPanel &panel, const QString &statusId);

private Q_SLOTS:
    void initTestCase();
    void theWholeJob_data();
    void theWholeJob();
    void cleanup();
};

void TestFirstProduction::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"data"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8());
    QCoreApplication::setApplicationName(u"callboard-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"settings"_s));
    installWords();
    Theme::instance().install();
    QVERIFY(playermovies::make(m_folder.filePath(u"sh0010.mov"_s), 60, u"24"_s, {u"-c:v"_s, u"prores_ks"_s}, true));
    QFile list(m_folder.filePath(u"shots.csv"_s));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write(shotList()) > 0);
}

void TestFirstProduction::theWholeJob_data()
{
    QTest::addColumn<bool>("isJoined");
    QTest::newRow("embedded") << false;
    QTest::newRow("joined") << true;
}

void TestFirstProduction::cleanup()
{
    m_artists.reset();
    m_window.reset();
    if (m_server.state() != QProcess::NotRunning) {
        m_server.terminate();
        QVERIFY(m_server.waitForFinished(5000));
    }
}

void TestFirstProduction::theWholeJob()
{
    QFETCH(bool, isJoined);
    const auto stillWell = [] { return !QTest::currentTestFailed(); };
    if (isJoined) startServer();
    m_window = newWindow();
    if (stillWell()) open(*m_window, isJoined);
    if (stillWell()) signIn(*m_window, administrator);
    if (stillWell()) makeProduction();
    if (stillWell()) makeTeam();
    if (stillWell()) importShots();
    if (stillWell()) makeTasks();
    if (stillWell()) assign();
    if (stillWell()) signOut(*m_window);
    if (stillWell()) open(*m_window, isJoined);
    if (stillWell()) signIn(*m_window, u"noah@example.com"_s);
    if (!stillWell()) return;
    if (!isJoined) {
        studio().share(0);
        m_address = u"127.0.0.1:"_s + studio().sharedAddress().section(u':', -1);
    }
    m_artists = newWindow();
    if (stillWell()) join(*m_artists);
    if (stillWell()) signIn(*m_artists, u"mia@example.com"_s);
    if (stillWell()) publish();
    if (stillWell()) review();
    if (stillWell()) seeRetake();
    if (stillWell()) askScript();
}

void TestFirstProduction::startServer()
{
    const QString program = qEnvironmentVariable("CALLBOARD_BINARIES") + u"/callboard-server"_s;
    m_server.start(program,
        {u"--data"_s, m_folder.filePath(u"served"_s), u"--port"_s, u"0"_s, u"--administrator"_s, administrator});
    QVERIFY(m_server.waitForStarted());
    m_server.write(password.toUtf8() + '\n');
    m_server.closeWriteChannel();
    QString said;
    QTRY_VERIFY_WITH_TIMEOUT(
        (said += QString::fromUtf8(m_server.readAllStandardOutput())).contains(u"http://"_s), 15'000);
    m_address = said.section(u"http://"_s, 1).section(u'\n', 0, 0).trimmed();
}

void TestFirstProduction::open(MainWindow &window, bool isJoined)
{
    if (isJoined)
        join(window);
    else
        window.openHere(m_folder.filePath(u"studio"_s), false);
    QTRY_VERIFY_WITH_TIMEOUT(window.signInPage() && window.signInPage()->isVisible(), 15'000);
}

void TestFirstProduction::join(MainWindow &window)
{
    QTRY_VERIFY(window.startPage()->isVisible());
    QLineEdit *field = nullptr;
    for (auto *candidate : window.startPage()->findChildren<QLineEdit *>())
        if (candidate->accessibleName() == u"Address of a studio"_s) field = candidate;
    QVERIFY(field);
    field->clear();
    QTest::keyClicks(field, m_address);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window.signInPage() && window.signInPage()->isVisible(), 15'000);
}

void TestFirstProduction::signIn(MainWindow &window, const QString &email)
{
    QList<QLineEdit *> fields;
    for (auto *field : window.signInPage()->findChildren<QLineEdit *>())
        if (field->isVisible()) fields << field;
    QCOMPARE(fields.size(), 2);
    fields[0]->clear();
    QTest::keyClicks(fields[0], email);
    QTest::keyClicks(fields[1], password);
    keepPicture(window, "sign-in");
    QTest::keyClick(fields[1], Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window.frame() && window.frame()->isVisible(), 15'000);
}

void TestFirstProduction::signOut(MainWindow &window)
{
    Q_EMIT window.frame()->signOutAsked();
    QTRY_VERIFY(window.startPage()->isVisible());
}

void TestFirstProduction::makeProduction()
{
    QTRY_VERIFY(buttonWith(*m_window, u"New production"_s));
    QTest::mouseClick(buttonWith(*m_window, u"New production"_s), Qt::LeftButton);
    QTRY_VERIFY(shown<NewProductionSheet>(*m_window));
    auto *name = shown<NewProductionSheet>(*m_window)->findChild<ProductionBasics *>()->nameField();
    QTest::keyClicks(name, u"The Ferryman"_s);
    keepPicture(*m_window, "new-production");
    QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(studio().directory().productions().size(), 1, 15'000);
    m_production = studio().directory().productions().first().id;
    QTRY_VERIFY(!shown<NewProductionSheet>(*m_window));
    for (const auto &type : studio().directory().taskTypes())
        if (type.name == u"Animation"_s) m_animation = type.id;
    QVERIFY(!m_animation.isEmpty());
}

void TestFirstProduction::makeTeam()
{
    for (const auto &[name, role] : {std::pair("Noah", "supervisor"), std::pair("Mia", "user")}) {
        const std::string email = QString::fromLatin1(name).toLower().toStdString() + "@example.com";
        const Json person = {{"first_name", name}, {"last_name", "Test"}, {"role", role}, {"email", email},
            {"password", password.toStdString()}};
        const Json made = post(u"/data/persons"_s, person);
        post(u"/data/projects/%1/team"_s.arg(m_production), {{"person_id", made["id"]}});
    }
    QCoro::waitFor(studio().directory().load());
}

void TestFirstProduction::importShots()
{
    m_window->frame()->go({u"shots"_s, m_production, {}, {}, {}});
    QTRY_VERIFY(buttonWith(*m_window, u"Import"_s));
    keepPicture(*m_window, "no-shots-yet");
    QTest::mouseClick(buttonWith(*m_window, u"Import"_s), Qt::LeftButton);
    QTRY_VERIFY(shown<ImportPage>(*m_window));
    shown<ImportPage>(*m_window)->readFile(m_folder.filePath(u"shots.csv"_s));
    QTRY_VERIFY_WITH_TIMEOUT(buttonWith(*m_window, u"Write 12"_s), 15'000);
    keepPicture(*m_window, "import");
    QTest::mouseClick(buttonWith(*m_window, u"Write 12"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        get(u"/data/projects/%1/shots"_s.arg(m_production)).size(), std::size_t(shotCount), 60'000);
    for (const Json &shot : get(u"/data/projects/%1/shots"_s.arg(m_production)))
        if (shot["name"] == "SH0010" && shot["nb_frames"] == 48) m_shot = textOf(shot, "id");
    QVERIFY(!m_shot.isEmpty());
}

void TestFirstProduction::makeTasks()
{
    m_window->frame()->go({u"shots"_s, m_production, m_shot, m_animation, {}});
    QTRY_VERIFY(shown<EntitiesPage>(*m_window));
    auto *page = shown<EntitiesPage>(*m_window);
    QTRY_COMPARE_WITH_TIMEOUT(page->model().entityCount(), shotCount, 15'000);
    const ColumnKey column = ColumnKey{ColumnKind::Task, m_animation};
    page->sheet().setCurrent({m_shot, column});
    page->sheet().selectColumn(page->sheet().currentCell().column, false);
    if (page->sheet().selectedTasks().isEmpty()) page->editing().createTasks(page->sheet().selectedCells());
    QTRY_COMPARE_WITH_TIMEOUT(page->sheet().selectedTasks().size(), shotCount, 15'000);
}

void TestFirstProduction::assign()
{
    auto *page = shown<EntitiesPage>(*m_window);
    page->sheet().clearSelection();
    page->sheet().setCurrent({m_shot, ColumnKey{ColumnKind::Task, m_animation}});
    QTRY_COMPARE(page->sheet().selectedTasks().size(), 1);
    QTRY_VERIFY(buttonWith(*page, u"Assign"_s));
    QTest::mouseClick(buttonWith(*page, u"Assign"_s), Qt::LeftButton);
    QTRY_VERIFY(shown<Picker>(*m_window));
    auto *search = shown<Picker>(*m_window)->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"Mia"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTest::keyClick(search, Qt::Key_Escape);
    Json tasks;
    QTRY_VERIFY((tasks = get(u"/data/shots/%1/tasks"_s.arg(m_shot))).size() > 0);
    for (const Json &task : tasks)
        if (textOf(task, "task_type_id") == m_animation) m_task = textOf(task, "id");
    QTRY_COMPARE(get(u"/data/tasks/%1"_s.arg(m_task))["assignees"].size(), std::size_t(1));
    keepPicture(*m_window, "shots");
}

void TestFirstProduction::waitForTask(TaskPanel &panel)
{
    QTRY_COMPARE_WITH_TIMEOUT(panel.taskId(), m_task, 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(panel.feed().isLoaded(), 15'000);
}

void TestFirstProduction::choose(TaskPanel &panel, const QString &statusId)
{
    Q_EMIT panel.composer().findChild<Picker *>()->changed({statusId});
}

void TestFirstProduction::publish()
{
    m_artists->frame()->go({u"shots"_s, m_production, m_shot, m_animation, {}});
    QTRY_VERIFY(shown<EntitiesPage>(*m_artists));
    auto *page = shown<EntitiesPage>(*m_artists);
    QTRY_COMPARE_WITH_TIMEOUT(page->model().entityCount(), shotCount, 15'000);
    page->sheet().setCurrent({m_shot, ColumnKey{ColumnKind::Task, m_animation}});
    QTest::keyClick(page->sheet().viewport(), Qt::Key_Return);
    QTRY_VERIFY(shown<TaskPanel>(*m_artists));
    TaskPanel &panel = *shown<TaskPanel>(*m_artists);
    waitForTask(panel);
    panel.addFiles({m_folder.filePath(u"sh0010.mov"_s)});
    panel.composer().text()->setFocus();
    QTest::keyClicks(panel.composer().text(), u"First pass, with sound."_s);
    choose(panel, statusNamed(u"wfa"_s));
    QTest::keyClick(panel.composer().text(), Qt::Key_Return, Qt::ControlModifier);
    const auto published = [&] { return get(u"/data/tasks/%1/previews"_s.arg(m_task)); };
    QTRY_VERIFY_WITH_TIMEOUT(published().size() == 1 && published()[0].value("status", "") == "ready", 90'000);
    QTRY_COMPARE(panel.feed().task().statusId, statusNamed(u"wfa"_s));
    keepPicture(*m_artists, "published");
}

void TestFirstProduction::review()
{
    m_window->frame()->go({u"review"_s, m_production, m_shot, m_animation, {}});
    QTRY_VERIFY(shown<ReviewPage>(*m_window));
    auto &page = *shown<ReviewPage>(*m_window);
    QTRY_VERIFY_WITH_TIMEOUT(page.player().source().format(), 60'000);
    QTRY_COMPARE(page.player().source().format()->frameCount, 60);
    const auto painted = [&] {
        auto &view = page.player().view();
        return playermovies::numberIn(view.grab().toImage().copy(view.pictureRect().toRect()));
    };
    QTRY_COMPARE(painted(), 0);
    m_window->activateWindow(); // The artist's is the active one until now.
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    page.player().setFocus();
    for (int frame = 1; frame < reviewedFrame; ++frame) {
        QTest::keyClick(&page.player(), Qt::Key_Right);
        QTRY_COMPARE(painted(), frame);
    }
    QTest::keyClick(&page.player(), Qt::Key_Right);
    QTest::keyClick(&page.player(), Qt::Key_Left);
    QTRY_COMPARE(painted(), reviewedFrame - 1);
    QTest::keyClick(&page.player(), Qt::Key_D);
    QWidget &view = page.player().view();
    const QPoint from = page.player().view().pictureRect().center().toPoint();
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    for (int part = 1; part <= 8; ++part) {
        const QPoint at = from + QPoint(20 * part, 6 * part);
        QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
    }
    QTest::mouseRelease(&view, Qt::LeftButton, {}, from + QPoint(160, 48));
    const QString preview = page.shownPreview();
    QTRY_COMPARE(
        get(u"/data/preview-files/%1"_s.arg(preview)).value("annotations", Json::array()).size(), std::size_t(1));
    const Json moment = get(u"/data/preview-files/%1"_s.arg(preview))["annotations"][0];
    QCOMPARE(moment["time"].get<double>(), (reviewedFrame - 1) / 24.0);
    TaskPanel &panel = page.panel();
    waitForTask(panel);
    panel.composer().text()->setFocus();
    QTest::keyClicks(panel.composer().text(), u"Hold two frames here."_s);
    choose(panel, statusNamed(u"retake"_s));
    QTest::keyClick(panel.composer().text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(get(u"/data/tasks/%1"_s.arg(m_task))["task_status_id"].get<std::string>(),
        statusNamed(u"retake"_s).toStdString());
    keepPicture(*m_window, "review");
}

void TestFirstProduction::seeRetake()
{
    TaskPanel &panel = *shown<TaskPanel>(*m_artists);
    QTRY_COMPARE_WITH_TIMEOUT(panel.feed().task().statusId, statusNamed(u"retake"_s), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(panel.feed().comments().size() == 2, 10'000);
    auto *page = shown<EntitiesPage>(*m_artists);
    const auto shownStatus = [&] {
        return page->model().aspect({m_shot, ColumnKey{ColumnKind::Task, m_animation}}, CellAspect::Status).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(shownStatus(), statusNamed(u"retake"_s), 10'000);
    keepPicture(*m_artists, "retake");
}

void TestFirstProduction::askScript()
{
    const QString python = tests::pythonWithClients();
    if (python.isEmpty()) QSKIP(tests::noPythonClients);
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(python,
        {qEnvironmentVariable("CALLBOARD_SOURCE") + u"/tests/ui/first_production.py"_s, u"http://"_s + m_address,
            administrator, password, u"The Ferryman"_s, u"SQ010/SH0010"_s});
    QTRY_COMPARE_WITH_TIMEOUT(script.state(), QProcess::NotRunning, 60'000); // The hosting window must go on answering.
    QCOMPARE(script.exitCode(), 0);
    const Json seen = Json::parse(script.readAllStandardOutput().toStdString());
    QCOMPARE(seen["shots"].get<int>(), shotCount);
    QCOMPARE(textOf(seen, "description"), u"Keeper turns, and says \"no\" (0)"_s);
    QCOMPARE(seen["frames"].get<int>(), 48);
    QCOMPARE(textOf(seen, "status"), u"retake"_s);
    QCOMPARE(seen["assignees"], Json({"Mia"}));
    QCOMPARE(seen["comments"].size(), std::size_t(2));
    QCOMPARE(seen["drawings"].size(), std::size_t(1));
    QCOMPARE(seen["drawings"][0].get<double>(), (reviewedFrame - 1) / 24.0);
}

QTEST_MAIN(TestFirstProduction)
#include "test_first_production.moc"
