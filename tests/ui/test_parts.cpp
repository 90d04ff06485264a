// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Avatar.h"
#include "ui/parts/Status.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Contrast.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QRandomGenerator>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

class PartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void aChipOfAnyStudioColourIsReadableInBothThemes() {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const QColor studio(random.bounded(256), random.bounded(256), random.bounded(256));
            for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
                const ChipColours chip = chipColours(StatusKind::Retake, studio, appearance);
                QVERIFY2(contrast(chip.text, chip.fill) >= 6.0, qPrintable(studio.name()));
            }
        }
    }

    void theDesignedChipsKeepTheirContrast() {
        for (int kind = 0; kind <= static_cast<int>(StatusKind::Other); ++kind)
            for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
                const ChipColours chip = chipColours(static_cast<StatusKind>(kind), {}, appearance);
                QVERIFY(contrast(chip.text, chip.fill) >= 6.0);
            }
    }

    void textIsReadableOnTheContentInBothThemes() {
        for (const auto *palette : {&Palette::dark(), &Palette::light()}) {
            for (const QColor &colour : {palette->text, palette->text2, palette->text3, palette->accentText,
                     palette->warn, palette->bad, palette->ok})
                QVERIFY(contrast(colour, palette->bg2) >= 4.5);
            QVERIFY(contrast(palette->onAccent, palette->accent) >= 4.5);
        }
    }

    void aStatusKindComesFromItsFlagsAndElseFromItsName() {
        QCOMPARE(statusKind({.isDefault = true}, u"todo"_s, u"Todo"_s), StatusKind::ToDo);
        QCOMPARE(statusKind({.isWip = true}, u"wip"_s, u"Work In Progress"_s), StatusKind::InProgress);
        QCOMPARE(statusKind({.isDone = true}, u"ok"_s, u"Approved"_s), StatusKind::Done);
        QCOMPARE(statusKind({.isRetake = true}, u"rtk"_s, u"Retake"_s), StatusKind::Retake);
        QCOMPARE(statusKind({.isFeedbackRequest = true}, u"wfa"_s, u"Waiting"_s), StatusKind::WaitingForApproval);
        QCOMPARE(statusKind({}, u"ready"_s, u"Ready To Start"_s), StatusKind::Ready);
        QCOMPARE(statusKind({}, u"stb"_s, u"Stand by"_s), StatusKind::OnHold);
        QCOMPARE(statusKind({}, u"rej"_s, u"Rejected"_s), StatusKind::Other);
    }

    void everyIconDrawsSomethingInTheColourAskedFor() {
        const QColor colour(0x12, 0x34, 0x56);
        QVERIFY(icons::names().size() > 90);
        for (const QString &name : icons::names()) {
            const QImage image = icons::pixmap(name, colour, 16, 2.0).toImage().convertToFormat(QImage::Format_ARGB32);
            bool drawn = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    drawn = drawn || image.pixel(x, y) == colour.rgba();
            QVERIFY2(drawn, qPrintable(name));
        }
    }

    void initialsAndHueOfAPersonStay() {
        QCOMPARE(initials(u"Mia Okafor"_s), u"MO"_s);
        QCOMPARE(initials(u"  aiko "_s), u"A"_s);
        QCOMPARE(personColour({u"7"_s, u"Mia"_s, {}}), personColour({u"7"_s, u"Mia Okafor"_s, {}}));
    }

    void aThemeChangeRepaintsWhatIsShown() {
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
};

QTEST_MAIN(PartsTest)
#include "test_parts.moc"
