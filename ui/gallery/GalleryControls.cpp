// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery's sections of controls: buttons, fields, choices, progress, notices.
#include "ui/gallery/GallerySections.h"

#include "ui/gallery/GallerySamples.h"
#include "ui/parts/DateField.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Pill.h"
#include "ui/parts/Progress.h"
#include "ui/parts/SearchField.h"
#include "ui/parts/Segments.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace callboard::ui::gallery {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Gallery", text);
}

QPushButton *button(const QString &text, const QString &icon = {}, ButtonRole role = ButtonRole::Normal)
{
    auto *made = icon.isEmpty() ? new QPushButton(text) : new QPushButton(icons::icon(icon), text);
    setButtonRole(made, role);
    return made;
}

QWidget *disabled(QWidget *widget)
{
    widget->setEnabled(false);
    return widget;
}

QToolButton *tool(const QString &icon, const QString &tip, bool on = false)
{
    auto *made = new QToolButton;
    made->setIcon(icons::icon(icon));
    made->setAutoRaise(true);
    made->setCheckable(on);
    made->setChecked(on);
    setTip(made, tip);
    return made;
}

} // namespace

QWidget *buttonSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Buttons"), body);
    auto *more = button(words("Status"), u"eye"_s);
    more->setMenu(new QMenu(more));
    body->addLayout(row({button(words("New shots"), u"plus"_s, ButtonRole::Primary), button(words("Build"), u"build"_s),
        more, button(words("Reply"), u"reply"_s, ButtonRole::Quiet)}));
    auto *make = button(words("Make production"), {}, ButtonRole::Primary);
    setShortcutHint(make, u"Ctrl Enter"_s);
    auto *undo = button(words("Undo the other 2"), u"undo"_s);
    setShortcutHint(undo, u"Ctrl Z"_s);
    body->addLayout(row({make, undo}));
    auto *off = button(words("Make production"), {}, ButtonRole::Primary);
    setShortcutHint(off, u"Ctrl Enter"_s);
    auto *join = button(words("Join"));
    setControlSize(join, ControlSize::Small);
    auto *post = button(words("Post"), {}, ButtonRole::Primary);
    setControlSize(post, ControlSize::Large);
    body->addLayout(row({disabled(off), disabled(button(words("Build"), u"build"_s)), join, post,
        button(words("Delete"), u"trash"_s, ButtonRole::Danger)}));
    auto *menu = tool(u"sequence"_s, words("Group by"));
    menu->setText(words("Sequence"));
    menu->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    menu->setMenu(new QMenu(menu));
    menu->setPopupMode(QToolButton::InstantPopup);
    body->addLayout(row({tool(u"attachment"_s, words("Attach")), tool(u"pen"_s, words("Pencil"), true),
                            tool(u"eye"_s, words("Look")), disabled(tool(u"undo"_s, words("Undo"))), menu},
        4));
    return whole;
}

QWidget *fieldSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Fields"), body);
    auto *filter = new SearchField(words("Filter the rows"));
    filter->setKeys(u"/"_s);
    filter->setLeadingIcon(u"filter"_s);
    auto *search = new SearchField(words("Jump to, or run a command"));
    search->setText(u"lam"_s);
    search->setCount(words("21 of 148"));
    auto *searches = new QHBoxLayout;
    searches->addWidget(filter);
    searches->addWidget(search);
    body->addLayout(searches);
    auto *combo = new QComboBox;
    combo->addItems({words("3D, stylised"), words("2D")});
    auto *frames = new QSpinBox;
    frames->setRange(0, 9999);
    frames->setValue(1001);
    auto *date = new DateField;
    date->setDate(QDate(2027, 4, 30));
    auto *three = new QHBoxLayout;
    three->addWidget(combo, 1);
    three->addWidget(frames);
    three->addWidget(date, 1);
    body->addLayout(three);
    QList<PickerItem> persons, looks;
    for (const PersonLook &person : people()) persons.append({.id = person.id, .text = person.name, .person = person});
    for (const StatusLook &status : statuses())
        looks.append({.id = status.shortName, .text = status.name, .status = status});
    auto *person = new PickerField(words("Nobody"));
    person->setItems(persons);
    person->setChosen({u"mia-okafor"_s});
    auto *status = new PickerField(words("Any status"));
    status->setItems(looks);
    status->setChosen({u"done"_s});
    auto *none = new PickerField(words("Any status"));
    none->setEnabled(false);
    auto *pickers = new QHBoxLayout;
    pickers->addWidget(person);
    pickers->addWidget(status);
    pickers->addWidget(none);
    body->addLayout(pickers);
    auto *text = new QPlainTextEdit(words("Slowed the turn and held the eyes."));
    text->setFixedHeight(52);
    body->addWidget(text);
    return whole;
}

QWidget *choiceSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Choices"), body);
    auto *kinds = new Segments({words("Short film"), words("Feature"), words("Series"), words("Game")});
    auto *views = new Segments;
    views->add({}, u"rows"_s, words("Rows"));
    views->add({}, u"grid"_s, words("Pictures"));
    body->addLayout(row({kinds, views}));
    auto *on = new QCheckBox(words("Make tasks"));
    on->setChecked(true);
    auto *some = new QCheckBox(words("Some"));
    some->setCheckState(Qt::PartiallyChecked);
    auto *off = new QCheckBox(words("Erase"));
    auto *grey = new QCheckBox(words("Refused"));
    grey->setChecked(true);
    grey->setEnabled(false);
    body->addLayout(row({on, some, off, grey}, 16));
    auto *one = new QRadioButton(words("In progress"));
    one->setChecked(true);
    auto *other = new QRadioButton(words("To do"));
    auto *acts = new QCheckBox;
    setSwitch(acts);
    acts->setChecked(true);
    auto *rests = new QCheckBox;
    setSwitch(rests);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    slider->setFixedWidth(110);
    body->addLayout(row({one, other, acts, rests, slider}, 16));
    auto *mine = new Pill(words("Mia, in progress"));
    mine->setMark(QColor(0x45bfd6));
    mine->setCount(21);
    mine->setChecked(true);
    auto *review = new Pill(words("To review"));
    review->setMark(QColor(0xb08ae0));
    review->setCount(7);
    auto *late = new Pill(words("Late"));
    late->setIconName(u"warning"_s);
    late->setCount(1);
    body->addLayout(row({mine, review, late}));
    return whole;
}

QWidget *progressSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Progress"), body);
    auto *line = new ProgressLine;
    line->setDelayed(false);
    line->setProgress(0.62);
    body->addWidget(line);
    auto *ring = new BusyRing;
    ring->setDelayed(false);
    ring->setBusy(true);
    body->addLayout(row({ring, new Label(words("Looking for hosts"), TextRole::Secondary, Tone::Secondary)}));
    return whole;
}

QWidget *noticeSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Notices"), body);
    auto *offline = new Banner(NoticeKind::Warning, words("Offline. 3 changes wait to be sent."));
    offline->addAction(words("Try now"), [] {});
    body->addWidget(offline);
    body->addWidget(new Banner(NoticeKind::Bad, words("The disk is full: nothing can be published.")));
    body->addWidget(new DropPlace(words("Drop a movie here to publish v4, or files to attach")));
    auto *toast =
        new Toast({NoticeKind::Bad, words("SQ020 / SH0060 FX stayed at RETAKE"),
                      words("Only FX supervisors may set DONE. Your 2 other changes are kept."),
                      {{words("Undo the other 2"), u"Ctrl Z"_s, {}}, {words("Ask Leo Marchetti"), {}, {}}}, true},
            whole);
    body->addWidget(toast);
    auto *empty = new EmptyState(u"shot"_s, words("No shots yet. Make them, or import an EDL."), words("Make shots"));
    empty->setFixedHeight(150);
    body->addWidget(empty);
    return whole;
}

} // namespace callboard::ui::gallery
