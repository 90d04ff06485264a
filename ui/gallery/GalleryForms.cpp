// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery's sections of what is put together: forms, settings, lists, and all icons.
#include "ui/gallery/GallerySections.h"

#include "ui/gallery/GallerySamples.h"
#include "ui/parts/Boxes.h"
#include "ui/parts/DateField.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Segments.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace callboard::ui::gallery {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Gallery", text);
}

} // namespace

QWidget *formSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Form"), body);
    auto *form = new Form;
    form->add(words("Name"), new QLineEdit(words("The Ferryman")));
    auto *code = form->addBeside(words("Code"), new QLineEdit(u"LHK"_s));
    code->setCheck([]() -> std::optional<FieldFault> {
        return FieldFault{
            FieldFault::Kind::Error, words("Taken by The Lighthouse Keeper. Free:"), {u"FRM"_s, u"FERRY"_s}};
    });
    auto *rate = new Segments({u"23.976"_s, u"24"_s, u"25"_s, u"30"_s});
    rate->setCurrent(1);
    rate->setStretched(true);
    form->add(words("Frames per second"), rate);
    auto *date = new DateField;
    date->setDate(QDate(2027, 4, 30));
    form->addBeside(words("Delivery"), date)->setHint(words("83 workdays"));
    auto *team = form->add(words("Supervisor of Compositing"), new QLineEdit(words("Nobody")));
    team->setCheck([]() -> std::optional<FieldFault> {
        return FieldFault{
            FieldFault::Kind::Warning, words("Nobody here may set DONE in Compositing."), {words("Add Aiko Tanabe")}};
    });
    form->check();
    body->addWidget(form);
    auto *make = new QPushButton(words("Make production"));
    setButtonRole(make, ButtonRole::Primary);
    form->setAction(make);
    auto *foot = new FormFoot(form);
    foot->addAction(make);
    body->addWidget(foot);
    return whole;
}

QWidget *settingsSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Settings box, tabs"), body);
    auto *tabs = new QTabBar;
    for (const QString &name : {words("Board"), words("List"), words("Calendar"), words("Timesheet")})
        tabs->addTab(name);
    tabs->setTabEnabled(3, false);
    tabs->setExpanding(false);
    body->addWidget(tabs);
    auto *box = new SettingsBox(words("Hosting"));
    box->setCount(words("from this computer"));
    box->setAdd(words("Address"));
    auto *shown = new QCheckBox;
    setSwitch(shown);
    shown->setChecked(true);
    box->addRow(words("Show this host on the network"), shown);
    auto *start = new QCheckBox;
    setSwitch(start);
    box->addRow(words("Start with this computer"), start);
    body->addWidget(box);
    return whole;
}

QWidget *viewSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Lists and menus"), body);
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({words("Shot"), words("Frames"), words("Difficulty")});
    auto *sequence = new QTreeWidgetItem(tree, {u"SQ010"_s, u"412"_s, {}});
    for (const QString &name : {u"SH0020"_s, u"SH0040"_s, u"SH0050"_s})
        new QTreeWidgetItem(sequence, {name, u"96"_s, words("Medium")});
    sequence->setExpanded(true);
    tree->setCurrentItem(sequence->child(1));
    tree->setSortingEnabled(true);
    tree->setFixedHeight(150);
    tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto *menu = new QMenu;
    menu->setWindowFlags(Qt::Widget);
    menu->addAction(icons::icon(u"user"_s), words("Assign"), QKeySequence(Qt::Key_A));
    auto *mine = menu->addAction(words("Only mine"));
    mine->setCheckable(true);
    mine->setChecked(true);
    menu->addMenu(new QMenu(words("Priority"), menu));
    menu->addSeparator();
    menu->addAction(icons::icon(u"trash"_s), words("Delete"))->setEnabled(false);
    menu->setActiveAction(menu->actions().first());
    auto *both = new QHBoxLayout;
    both->addWidget(tree, 1);
    both->addWidget(menu, 0, Qt::AlignTop);
    body->addLayout(both);
    return whole;
}

QWidget *popupSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Picker and month"), body);
    auto *picker = new Picker;
    picker->setWindowFlags(Qt::Widget);
    picker->setMultiple(true);
    QList<PickerItem> items;
    for (const PersonLook &person : people())
        items.append({.id = person.id, .text = person.name, .detail = words("animation"), .person = person});
    picker->setItems(items);
    picker->setChosen({items[0].id, items[2].id});
    picker->setFixedSize(240, 240);
    auto *month = new MonthView;
    month->setWindowFlags(Qt::Widget);
    month->setChosen(QDate(2027, 4, 30));
    body->addLayout(row({picker, month}));
    return whole;
}

QWidget *iconSection()
{
    QVBoxLayout *body;
    auto *whole = section(words("Icons"), body);
    constexpr int across = 16, step = 27;
    const QStringList names = icons::names();
    const int rows = (static_cast<int>(names.size()) + across - 1) / across;
    body->addWidget(new Painted({across * step, rows * step}, [names](QPainter &painter, const QRect &) {
        for (int i = 0; i < names.size(); ++i)
            icons::paint(painter, names[i], QRectF(i % across * step, i / across * step + 5, 16, 16), colours().text2);
    }));
    return whole;
}

} // namespace callboard::ui::gallery
