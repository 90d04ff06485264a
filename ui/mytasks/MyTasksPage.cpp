// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/MyTasksPage.h"

#include "ui/mytasks/TaskBoard.h"
#include "ui/mytasks/TaskListing.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/openstudio/ProductionItems.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Pill.h"
#include "ui/parts/SearchField.h"
#include "ui/parts/Segments.h"
#include "ui/parts/Toast.h"
#include "ui/tasks/TaskFacts.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonDays = 14;
constexpr int boardForm = 0;
constexpr int listForm = 1;
const QString formSetting = u"my-tasks/list"_s;
const QString picturesSetting = u"my-tasks/pictures"_s;

} // namespace

MyTasksPage::MyTasksPage(OpenedStudio &studio, QWidget *parent)
    : PageWithTask(studio, parent)
    , m_model(new MyTasksModel(studio, this))
    , m_form(new Segments({tr("Board"), tr("List")}, this))
    , m_filter(new SearchField(tr("Filter my tasks"), this))
    , m_production(new PickerField(tr("All productions"), this))
    , m_soon(new Pill(tr("Due in two weeks"), this))
    , m_late(new Pill(tr("Late"), this))
    , m_pictures(new QPushButton(icons::icon(u"picture"_s), tr("Pictures"), this))
    , m_board(new TaskBoard(studio, *m_model, this))
    , m_listing(new TaskListing(studio, *m_model, this))
    , m_none(new EmptyState(u"my-tasks"_s, tr("No task is assigned to you."), {}, this))
{
    build(makeBar(), {m_board, m_listing, m_none});
    connectAll();
    setListShown(QSettings().value(formSetting).toBool());
    m_pictures->setChecked(QSettings().value(picturesSetting, true).toBool());
    m_board->setPictures(m_pictures->isChecked());
    fillProductions();
}

QWidget *MyTasksPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(metrics::filterBar + 4);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(8);
    m_filter->setKeys(u"/"_s);
    m_filter->setLeadingIcon(u"filter"_s);
    m_filter->setMaximumWidth(360);
    m_soon->setIconName(u"calendar"_s);
    m_late->setIconName(u"warning"_s);
    m_pictures->setCheckable(true);
    setButtonRole(m_pictures, ButtonRole::Quiet);
    layout->addWidget(m_form);
    layout->addWidget(m_filter, 2);
    layout->addWidget(m_soon);
    layout->addWidget(m_late);
    layout->addStretch(1);
    layout->addWidget(m_production);
    layout->addWidget(m_pictures);
    return bar;
}

void MyTasksPage::connectAll()
{
    connect(m_form, &Segments::changed, this, [this](int form) {
        QSettings().setValue(formSetting, form == listForm);
        setListShown(form == listForm);
    });
    connect(m_filter, &QLineEdit::textChanged, this, &MyTasksPage::takeWish);
    connect(m_production, &PickerField::changed, this, &MyTasksPage::takeWish);
    connect(m_soon, &QAbstractButton::toggled, this, &MyTasksPage::takeWish);
    connect(m_late, &QAbstractButton::toggled, this, &MyTasksPage::takeWish);
    connect(m_pictures, &QAbstractButton::toggled, this, [this](bool shown) {
        QSettings().setValue(picturesSetting, shown);
        m_board->setPictures(shown);
    });
    connect(new QShortcut(QKeySequence(Qt::Key_Slash), this), &QShortcut::activated, m_filter,
        [this] { m_filter->setFocus(); });
    connect(m_model, &MyTasksModel::loading, this, [this](bool isLoading) {
        setLoading(isLoading);
        if (!isLoading) showCounts();
    });
    connect(m_model, &MyTasksModel::failed, this, [this](const QString &why) {
        tellFailure(tr("Your tasks could not be read"), why, [this] { m_model->reload(); });
    });
    connect(m_model, &MyTasksModel::refused, this, [this](const QString &task, const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("%1 stays where it was").arg(task), why, {}, false});
    });
    connect(m_model, &MyTasksModel::moved, this, [this](const QString &taskId, const QString &before) {
        const int row = m_model->rowOf(taskId);
        const DirectoryStatus *status = row < 0 ? nullptr : studio().directory().status(m_model->task(row).statusId);
        if (!status || status->id == before) return;
        m_undo = [this, taskId, before] { m_model->setStatus(taskId, before); };
        ToastStack::of(this).show({NoticeKind::Ok, tr("%1 is %2 now").arg(m_model->task(row).fullName(), status->name),
            {}, {{tr("Undo"), u"Ctrl+Z"_s, m_undo}}, false});
    });
    auto *undo = new QShortcut(QKeySequence::Undo, forms()); // the panel beside it undoes its own
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, [this] {
        if (const auto back = std::exchange(m_undo, {})) back();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &MyTasksPage::showCounts);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MyTasksPage::showCounts);
    connect(m_board, &TaskBoard::opened, this, &MyTasksPage::open);
    connect(m_listing, &TaskListing::opened, this, &MyTasksPage::open);
    connect(m_board, &TaskBoard::chosen, this, &MyTasksPage::followTask);
    connect(m_listing, &TaskListing::chosen, this, &MyTasksPage::followTask);
    connect(&studio().directory(), &StudioDirectory::changed, this, &MyTasksPage::fillProductions);
}

void MyTasksPage::show(const Destination &)
{
    m_model->reload();
    showCounts();
}

QList<KeyGroup> MyTasksPage::keys() const
{
    return {{tr("My tasks"),
        {{u"/"_s, tr("Filter")}, {u"Enter"_s, tr("Open the task panel")},
            {u"Ctrl+Left  Ctrl+Right"_s, tr("Move the card to the status beside")}}}};
}

void MyTasksPage::setListShown(bool shown)
{
    m_form->setCurrent(shown ? listForm : boardForm);
    m_pictures->setVisible(!shown);
    showCounts();
}

void MyTasksPage::takeWish()
{
    TaskWish wish;
    wish.words = m_filter->text().trimmed();
    wish.productionId = m_production->chosen().value(0);
    if (m_soon->isChecked()) wish.dueUntil = QDate::currentDate().addDays(soonDays);
    wish.isLateOnly = m_late->isChecked();
    m_board->setWish(wish);
    m_listing->setWish(wish);
}

void MyTasksPage::showCounts()
{
    int open = 0;
    int late = 0;
    int soon = 0;
    double estimated = 0;
    double spent = 0;
    for (const MyTask &task : m_model->tasks()) {
        const DirectoryStatus *status = studio().directory().status(task.statusId);
        if (status && status->isDone) continue;
        ++open;
        late += isLate(task.due, false);
        soon += task.due.isValid() && task.due <= QDate::currentDate().addDays(soonDays);
        estimated += task.estimation;
        spent += task.spent;
    }
    m_late->setCount(late);
    m_soon->setCount(soon);
    QStringList words{tr("%n task(s)", nullptr, open)};
    if (estimated > 0) words << tr("%1 estimated").arg(workWords(estimated));
    if (spent > 0) words << tr("%1 spent").arg(workWords(spent));
    setSummary(words.join(u"   "_s));
    const bool isEmpty = m_model->isLoaded() && m_model->tasks().isEmpty();
    showForm(isEmpty                        ? static_cast<QWidget *>(m_none)
            : m_form->current() == listForm ? static_cast<QWidget *>(m_listing)
                                            : static_cast<QWidget *>(m_board));
}

void MyTasksPage::fillProductions()
{
    PickerItem all;
    all.text = tr("All productions");
    m_production->setItems(QList{all} + productionItems(studio().directory()));
}

void MyTasksPage::open(const QString &taskId)
{
    m_board->choose(taskId);
    m_listing->choose(taskId);
    openTask(taskId);
}

} // namespace callboard::ui
