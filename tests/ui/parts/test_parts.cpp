// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Avatar.h"
#include "ui/parts/Form.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Progress.h"
#include "ui/parts/SearchField.h"
#include "ui/parts/Segments.h"
#include "ui/parts/Sheet.h"
#include "ui/parts/SidePanel.h"
#include "ui/parts/Status.h"
#include "ui/parts/StatusChip.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Contrast.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

class PartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void aChipOfAnyStudioColourIsReadableInBothThemes()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const QColor studio(random.bounded(256), random.bounded(256), random.bounded(256));
            for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
                const ChipColours chip = chipColours(StatusKind::Retake, studio, appearance);
                QVERIFY2(contrast(chip.text, chip.fill) >= 6.0, qPrintable(studio.name()));
            }
        }
    }

    void theDesignedChipsKeepTheirContrast()
    {
        for (int kind = 0; kind <= static_cast<int>(StatusKind::Other); ++kind)
            for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
                const ChipColours chip = chipColours(static_cast<StatusKind>(kind), {}, appearance);
                QVERIFY(contrast(chip.text, chip.fill) >= 6.0);
            }
    }

    void textIsReadableOnTheContentInBothThemes()
    {
        for (const auto *palette : {&Palette::dark(), &Palette::light()}) {
            for (const QColor &colour : {palette->text, palette->text2, palette->text3, palette->accentText,
                     palette->warn, palette->bad, palette->ok})
                QVERIFY(contrast(colour, palette->bg2) >= 4.5);
            QVERIFY(contrast(palette->onAccent, palette->accent) >= 4.5);
        }
    }

    void aStatusKindComesFromItsFlagsAndElseFromItsName()
    {
        QCOMPARE(statusKind({.isDefault = true}, u"todo"_s, u"Todo"_s), StatusKind::ToDo);
        QCOMPARE(statusKind({.isWip = true}, u"wip"_s, u"Work In Progress"_s), StatusKind::InProgress);
        QCOMPARE(statusKind({.isDone = true}, u"ok"_s, u"Approved"_s), StatusKind::Done);
        QCOMPARE(statusKind({.isRetake = true}, u"rtk"_s, u"Retake"_s), StatusKind::Retake);
        QCOMPARE(statusKind({.isFeedbackRequest = true}, u"wfa"_s, u"Waiting"_s), StatusKind::WaitingForApproval);
        QCOMPARE(statusKind({}, u"ready"_s, u"Ready To Start"_s), StatusKind::Ready);
        QCOMPARE(statusKind({}, u"stb"_s, u"Stand by"_s), StatusKind::OnHold);
        QCOMPARE(statusKind({}, u"rej"_s, u"Rejected"_s), StatusKind::Other);
    }

    void everyIconDrawsSomethingInTheColourAskedFor()
    {
        const QColor colour(0x12, 0x34, 0x56);
        QVERIFY(icons::names().size() > 90);
        for (const QString &name : icons::names()) {
            const QImage image = icons::pixmap(name, colour, 16, 2.0).toImage().convertToFormat(QImage::Format_ARGB32);
            bool drawn = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) drawn = drawn || image.pixel(x, y) == colour.rgba();
            QVERIFY2(drawn, qPrintable(name));
        }
    }

    void initialsAndHueOfAPersonStay()
    {
        QCOMPARE(initials(u"Mia Okafor"_s), u"MO"_s);
        QCOMPARE(initials(u"  aiko "_s), u"A"_s);
        QCOMPARE(personColour({u"7"_s, u"Mia"_s, {}}), personColour({u"7"_s, u"Mia Okafor"_s, {}}));
    }

    void aThemeChangeRepaintsWhatIsShown()
    {
        Theme::instance().setMode(Theme::Mode::Dark);
        StatusChip chip({u"Work in progress"_s, u"wip"_s, QColor(0x3273dc), StatusKind::InProgress});
        chip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chip));
        const QColor dark = chip.grab().toImage().pixelColor(chip.width() - 4, chip.height() / 2);
        Theme::instance().setMode(Theme::Mode::Light);
        const QColor light = chip.grab().toImage().pixelColor(chip.width() - 4, chip.height() / 2);
        Theme::instance().setMode(Theme::Mode::Dark);
        QCOMPARE(dark, QColor(0x1f3a61));
        QCOMPARE(light, QColor(0xd8e6ff));
    }

    void figuresAreOfOneWidthAndOtherTextIsAsItWas()
    {
        if (!QFontDatabase::families().contains(u"Inter"_s)) QSKIP("Inter is not installed");
        for (const auto weight : {QFont::Normal, QFont::Medium, QFont::DemiBold}) {
            const QFont ours = textFont(TextRole::Base, weight);
            QCOMPARE(QFontInfo(ours).weight(), int(weight));
            const QFontMetricsF tabular(ours);
            QCOMPARE(tabular.horizontalAdvance(u"1111"_s), tabular.horizontalAdvance(u"0000"_s));
            QFont plain(u"Inter"_s);
            plain.setPixelSize(ours.pixelSize());
            plain.setWeight(weight);
            plain.setHintingPreference(QFont::PreferNoHinting);
            for (const QString &text : {u"Keeper turns to the lens. Who, then"_s, u". , : ; / ( ) -"_s})
                QVERIFY2(qAbs(tabular.horizontalAdvance(text) - QFontMetricsF(plain).horizontalAdvance(text)) < 1.0,
                    qPrintable(text));
        }
    }

    void aPrimaryButtonIsInTheAccentOfEachTheme()
    {
        QPushButton button(u"Post"_s);
        setButtonRole(&button, ButtonRole::Primary);
        button.resize(button.sizeHint());
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::instance().setMode(mode);
            QCOMPARE(button.grab().toImage().pixelColor(6, button.height() / 2), colours().accent);
        }
    }

    void segmentsAreChosenWithTheArrows()
    {
        Segments segments({u"Film"_s, u"Series"_s, u"Game"_s});
        segments.show();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        QSignalSpy changed(&segments, &Segments::changed);
        segments.findChildren<QAbstractButton *>().first()->setFocus();
        QTest::keyClick(segments.focusWidget(), Qt::Key_Right);
        QTest::keyClick(segments.focusWidget(), Qt::Key_Right);
        QCOMPARE(segments.current(), 2);
        QCOMPARE(changed.size(), 2);
    }

    void aPickerIsSearchedAndTakenFromByTheKeyboard()
    {
        PickerField field(u"Nobody"_s);
        field.setItems({{.id = u"1"_s, .text = u"Mia Okafor"_s}, {.id = u"2"_s, .text = u"Noah Weiss"_s},
            {.id = u"3"_s, .text = u"Noemi Costa"_s}});
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QTest::keyClick(&field, Qt::Key_Down);
        QVERIFY(field.picker()->isVisible());
        auto *search = field.picker()->findChild<QLineEdit *>();
        QTest::keyClicks(search, u"no"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(field.chosen(), QStringList{u"3"_s});
        QCOMPARE(field.text(), u"Noemi Costa"_s);
        QVERIFY(!field.picker()->isVisible());
    }

    void aPickerOfSeveralStaysOpenAndTakesOutAgain()
    {
        PickerField field(u"Nobody"_s);
        field.setMultiple(true);
        field.setItems({{.id = u"1"_s, .text = u"Mia"_s}, {.id = u"2"_s, .text = u"Noah"_s}});
        field.show();
        field.click();
        auto *search = field.picker()->findChild<QLineEdit *>();
        QTest::keyClick(search, Qt::Key_Space);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Space);
        QCOMPARE(field.chosen(), (QStringList{u"1"_s, u"2"_s}));
        QTest::keyClick(search, Qt::Key_Space);
        QCOMPARE(field.chosen(), QStringList{u"1"_s});
        QVERIFY(field.picker()->isVisible());
    }

    void aFormIsCheckedOnLeavingAndThenOnEachKey()
    {
        Form form;
        auto *name = new QLineEdit;
        auto *code = new QLineEdit;
        auto *row = form.add(u"Name"_s, name);
        row->setCheck([name]() -> std::optional<FieldFault> {
            if (!name->text().isEmpty()) return std::nullopt;
            return FieldFault{FieldFault::Kind::Error, u"Give it a name."_s, {}};
        });
        form.add(u"Code"_s, code);
        QPushButton action(u"Make"_s);
        form.setAction(&action);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        name->setFocus();
        QVERIFY(!action.isEnabled());
        QCOMPARE(fieldState(name), FieldState::Plain);
        QTest::keyClick(name, Qt::Key_Tab);
        QCOMPARE(fieldState(name), FieldState::Error);
        QTest::keyClick(code, Qt::Key_F8);
        QCOMPARE(form.focusWidget(), name);
        QTest::keyClicks(name, u"F"_s);
        QCOMPARE(fieldState(name), FieldState::Plain);
        QVERIFY(action.isEnabled());
        QVERIFY(form.missing().isEmpty());
    }

    void theFocusStaysInASheetAndGoesBackAfterIt()
    {
        QWidget window;
        window.resize(900, 700);
        auto *before = new QLineEdit(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        before->setFocus();
        Sheet sheet(u"New production"_s, &window);
        auto *field = new QLineEdit;
        sheet.setContent(field);
        sheet.open();
        for (int i = 0; i < 5; ++i) {
            QVERIFY(sheet.isAncestorOf(window.focusWidget()));
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(sheet.width() <= window.width() - 36);
        QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        QCOMPARE(window.focusWidget(), before);
    }

    void aSidePanelBecomesADrawerInANarrowWindow()
    {
        auto *content = new QWidget;
        SidePanelHost host(content, new Panel(u"Task"_s));
        host.resize(1400, 600);
        host.show();
        QCOMPARE(content->width(), 1400 - metrics::taskPanel);
        host.resize(1000, 600);
        QVERIFY(host.isDrawer());
        QCOMPARE(content->width(), 1000);
        host.setOpen(false);
        QTRY_VERIFY(!host.findChild<Panel *>()->isVisible());
    }

    void nothingOfProgressIsShownInTheFirst300Milliseconds()
    {
        ProgressLine line;
        line.resize(100, 16);
        line.setProgress(0.5);
        const auto shows = [&] {
            const QImage image = line.grab().toImage();
            return image.pixelColor(5, image.height() / 2) == colours().accent;
        };
        QVERIFY(!shows());
        QTRY_VERIFY_WITH_TIMEOUT(shows(), 2000);
    }

    void aToastOffersItsActionAndGoes()
    {
        QWidget window;
        window.resize(1000, 600);
        window.show();
        bool undone = false;
        QPointer<Toast> toast = ToastStack::of(&window).show(
            {NoticeKind::Bad, u"FX stayed at RETAKE"_s, u"Why"_s, {{u"Undo"_s, {}, [&] { undone = true; }}}, true});
        QVERIFY(toast->geometry().bottom() < window.height());
        QTest::mouseClick(toast->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(undone);
        QTRY_VERIFY(toast.isNull());
    }
};

QTEST_MAIN(PartsTest)
#include "test_parts.moc"
