// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery's sections of what delegates paint: type, chips, people, marks, pictures, changes.
#include "ui/gallery/GallerySections.h"

#include "ui/gallery/GallerySamples.h"
#include "ui/parts/Boxes.h"
#include "ui/parts/Label.h"
#include "ui/parts/Marks.h"
#include "ui/parts/Pill.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace callboard::ui::gallery {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Gallery", text);
}

struct Role
{
    const char *name;
    QColor Palette::*colour;
};

constexpr Role roles[] = {{"field", &Palette::field}, {"bg0", &Palette::bg0}, {"bg1", &Palette::bg1},
    {"bg2", &Palette::bg2}, {"bg3", &Palette::bg3}, {"bg4", &Palette::bg4}, {"line", &Palette::line},
    {"line2", &Palette::line2}, {"text", &Palette::text}, {"text2", &Palette::text2}, {"text3", &Palette::text3},
    {"accent", &Palette::accent}, {"sel", &Palette::sel}, {"selRow", &Palette::selRow}, {"warn", &Palette::warn},
    {"bad", &Palette::bad}, {"ok", &Palette::ok}};

void paintRoles(QPainter &painter, const QRect &rect)
{
    constexpr int across = 9, high = 40;
    const int wide = rect.width() / across;
    for (int i = 0; i < static_cast<int>(std::size(roles)); ++i) {
        const QRect cell(i % across * wide, i / across * high, wide, high);
        crisp::box(
            painter, QRect(cell.left(), cell.top(), wide - 6, 20), 3, colours().*roles[i].colour, colours().line2);
        painter.setFont(textFont(TextRole::Small));
        painter.setPen(colours().text2);
        painter.drawText(cell.adjusted(0, 21, 0, 0), Qt::AlignLeft | Qt::AlignTop, QString::fromLatin1(roles[i].name));
    }
}

} // namespace

QWidget *typeSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Type and colours"), body);
    body->addWidget(new Label(u"Callboard"_s, TextRole::AppName));
    body->addWidget(new Label(words("Recent studios"), TextRole::Section));
    body->addWidget(new Label(words("SQ020 / SH0030"), TextRole::PanelTitle));
    body->addWidget(new Label(words("Slowed the turn and held the eyes."), TextRole::Base));
    body->addWidget(new Label(words("Keeper turns to the lens, 1001 – 1111"), TextRole::Secondary, Tone::Secondary));
    body->addWidget(new Label(words("Hints and counts, 7 of 22 shots"), TextRole::Small, Tone::Hint));
    body->addLayout(row(
        {new Label(u"animation=[wip,wfa] 00:00:01:17"_s, TextRole::Mono), new Label(u"1042"_s, TextRole::FrameCount)},
        16));
    body->addWidget(new Painted({440, 80}, paintRoles));
    return whole;
}

QWidget *chipSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Statuses"), body);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(6);
    for (const StatusLook &status : statuses()) chips->addWidget(new StatusChip(status));
    chips->addStretch();
    body->addLayout(chips);
    auto *composer = new StatusChip(statuses()[2]);
    composer->setOptions({metrics::chipLarge, false});
    auto *target = new StatusChip(statuses()[3]);
    target->setClickable(true);
    auto *glyphs = new Painted({140, 24}, [](QPainter &painter, const QRect &) {
        int left = 0;
        for (const StatusLook &status : statuses()) {
            paintStatusGlyph(painter, QRectF(left, 0, 14, 24), status, 14);
            left += 20;
        }
    });
    body->addLayout(row({composer, new IconLabel(u"right"_s, 12), target, glyphs}, 10));
    auto *studio = new QHBoxLayout;
    studio->setSpacing(6);
    for (const char *colour : {"#ff7733", "#c0ffee", "#3f51b5", "#00ff00", "#ffff00", "#000000", "#9b298c"})
        studio->addWidget(
            new StatusChip({words("Own"), QString::fromLatin1(colour).mid(1), QColor(colour), StatusKind::Other}));
    studio->addStretch();
    body->addLayout(studio);
    return whole;
}

QWidget *peopleSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("People"), body);
    auto *large = new QHBoxLayout;
    for (const PersonLook &person : people()) {
        auto *avatar = new Avatar(28);
        avatar->setPerson(person);
        large->addWidget(avatar);
    }
    for (const QString &name : {u"Sofia Duarte"_s, u"Leo Marchetti"_s, u"Ken"_s}) {
        auto *avatar = new Avatar(28);
        avatar->setPerson({name, name, {}});
        large->addWidget(avatar);
    }
    auto *stack = new AvatarStack;
    stack->setPeople(people());
    large->addSpacing(12);
    large->addWidget(stack);
    large->addStretch();
    body->addLayout(large);
    auto *tag = new Tag(words("Noah"));
    tag->setPerson(people()[1]);
    tag->setDetail(words("director"));
    auto *second = new Tag(words("Ines"));
    second->setPerson({u"ines"_s, u"Ines Fabre"_s, {}});
    second->setDetail(words("art"));
    body->addLayout(row({tag, second, new Tag(words("harbour"))}));
    return whole;
}

QWidget *markSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Marks"), body);
    auto *layout = row({new PriorityMark(1), new PriorityMark(2), new PriorityMark(3)}, 10);
    for (const auto &[name, colour] :
        {std::pair{words("Layout"), 0xff7fb0e6}, {words("Animation"), 0xfff28ba0}, {words("FX"), 0xffd0a050}}) {
        auto *type = new TaskTypeLabel;
        type->setTaskType(name, QColor(QRgb(colour)));
        layout->insertWidget(layout->count() - 1, type);
    }
    body->addLayout(layout);
    auto *spread = new SpreadBar;
    QList<SpreadPart> parts;
    const double amounts[] = {2, 1, 5, 4, 2, 10, 1};
    for (qsizetype i : {5, 3, 2, 1, 4, 0})
        parts.append({chipColours(statuses()[i].kind, {}, colours().appearance).text, amounts[i]});
    spread->setSpread(parts, words("36 % done"));
    auto *cell = new Painted({130, 44}, [](QPainter &painter, const QRect &rect) {
        crisp::fill(painter, rect, colours().sel);
        const QRect chip = paintChip(painter, rect.adjusted(8, 0, -8, 0), statuses()[2]);
        const int left = 8 + chip.width() + 6;
        paintPriority(painter, rect.adjusted(left, 0, -left, 0), 2);
        paintAvatars(painter, rect.adjusted(8, 0, -8, 0), people().mid(0, 2), colours().sel);
        paintUnreadMark(painter, rect);
        paintUnsentMark(painter, rect);
        crisp::outline(painter, rect, 0, 2, colours().accent);
    });
    auto *plain = new Painted({170, 44}, [](QPainter &painter, const QRect &rect) {
        crisp::outline(painter, rect, 0, 1, colours().line);
        paintChip(painter, rect.adjusted(8, 0, -8, 0), statuses()[4]);
        paintAvatars(painter, rect.adjusted(8, 0, -8, 0), people(), colours().bg2);
    });
    body->addLayout(row({cell, plain}));
    body->addWidget(spread);
    return whole;
}

QWidget *pictureSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Pictures"), body);
    auto *shown = new ThumbnailBox({128, 72});
    shown->setPicture(picture(u"keeper_close"_s));
    auto *small = new ThumbnailBox({64, 36});
    small->setPicture(picture(u"dusk_arrival"_s));
    auto *missing = new ThumbnailBox({64, 36});
    missing->setMissing();
    body->addLayout(row({shown, small, new ThumbnailBox({64, 36}), missing}));
    return whole;
}

QWidget *changeSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Rows of a preview"), body);
    body->addWidget(new Painted({440, 4 * 32}, [](QPainter &painter, const QRect &rect) {
        const RowChange changes[] = {RowChange::Error, RowChange::Changed, RowChange::New, RowChange::Unchanged};
        for (int i = 0; i < 4; ++i) {
            const QRect line(0, i * 32, rect.width(), 32);
            const QColor colour = changeColour(changes[i]);
            paintChangeRow(painter, line, changes[i]);
            crisp::horizontal(painter, 0, rect.width(), line.bottom(), colours().line);
            const auto from = [&](int left) {
                return QStyle::visualRect(painter.layoutDirection(), rect, line.adjusted(left, 0, 0, 0));
            };
            const QRect mark = QStyle::visualRect(painter.layoutDirection(), rect, QRect(12, line.top(), 14, 32));
            icons::paint(painter, changeIcon(changes[i]), mark, colour);
            painter.setFont(textFont(TextRole::Base));
            painter.setPen(colour);
            painter.drawText(from(34), Qt::AlignVCenter | Qt::AlignLeading, changeName(changes[i]));
            painter.setPen(changes[i] == RowChange::Unchanged ? colours().text2 : colours().text);
            painter.drawText(from(130), Qt::AlignVCenter | Qt::AlignLeading, words("Boat rounds the headland"));
            if (changes[i] == RowChange::Changed) paintChangedValue(painter, from(330), u"88"_s, u"96"_s);
        }
    }));
    return whole;
}

} // namespace callboard::ui::gallery
