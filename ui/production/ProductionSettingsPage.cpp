// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionSettingsPage.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Boxes.h"
#include "ui/parts/ColumnScroll.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Sheet.h"
#include "ui/parts/Toast.h"
#include "ui/production/ProductionBasics.h"
#include "ui/production/ProductionChange.h"
#include "ui/production/ProductionChoices.h"
#include "ui/production/SectionSteps.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepsFrom = 900; // width of the page
constexpr QSize closingSheet{520, 260};

using Part = ProductionChoices::Part;
constexpr std::array choiceParts{Part::TaskTypes, Part::Statuses, Part::AssetTypes, Part::Team};

} // namespace

ProductionSettingsPage::ProductionSettingsPage(OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_form(new Form)
    , m_basics(new ProductionBasics(studio.directory(), *m_form))
    , m_choices(new ProductionChoices(studio, *m_form))
    , m_steps(new SectionSteps(this))
    , m_scroll(new ColumnScroll(this))
    , m_run(new RequestRun(studio.gateway(), this))
{
    build();
    connect(m_basics, &ProductionBasics::changed, this, [this] {
        m_isEdited = true;
        showKeep();
    });
    connect(m_choices, &ProductionChoices::changed, this, [this] {
        const DirectoryProduction *production = this->studio().directory().production(m_productionId);
        if (!production || m_run->isAtWork()) return;
        m_choices->write(m_draft);
        change(stepsToChangeChoices(*production, m_draft, this->studio().directory()));
    });
    connect(
        m_run, &RequestRun::ended, this, [this](int, const QString &words, const QString &why) { finish(words, why); });
    connect(&studio.directory(), &StudioDirectory::changed, this, [this] {
        if (!m_run->isAtWork()) takeProduction();
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
        &ProductionSettingsPage::keep);
}

void ProductionSettingsPage::build()
{
    for (const QString &step :
        {tr("General"), tr("Task types"), tr("Statuses"), tr("Asset types"), tr("Team"), tr("Rights"), tr("Close")})
        m_steps->add(step);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(20);
    QWidget *basics = makeBasics();
    QWidget *rights = makeRights();
    QWidget *end = makeEnd();
    for (QWidget *part : {basics, static_cast<QWidget *>(m_choices), rights, end}) column->addWidget(part);
    column->addStretch(1);
    m_sections << basics;
    for (const Part part : choiceParts) m_sections << m_choices->widgetOf(part);
    m_sections << rights << end;
    m_scroll->setWidget(content);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_steps);
    columns->addWidget(m_scroll, 1);
    connect(m_steps, &SectionSteps::chosen, this, &ProductionSettingsPage::goTo);
}

QWidget *ProductionSettingsPage::makeBasics()
{
    m_basics->setForExisting();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->addWidget(new SectionTitle(tr("General")), 1);
    m_discard = new QPushButton(tr("Discard"));
    m_keep = new QPushButton(tr("Keep"));
    setButtonRole(m_keep, ButtonRole::Primary);
    setShortcutHint(m_keep, u"Ctrl Enter"_s);
    head->addWidget(m_discard);
    head->addWidget(m_keep);
    column->addLayout(head);
    m_form->addWidget(m_basics);
    column->addWidget(m_form);
    connect(m_keep, &QPushButton::clicked, this, &ProductionSettingsPage::keep);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_isEdited = false;
        takeProduction();
    });
    connect(m_form, &Form::changed, this, &ProductionSettingsPage::showKeep);
    connect(m_basics, &ProductionBasics::pictureChosen, this, &ProductionSettingsPage::changePicture);
    connect(&studio().pictures(), &PictureStore::arrived, this, &ProductionSettingsPage::showPicture);
    return box;
}

QCheckBox *ProductionSettingsPage::addSwitch(SettingsBox *box, const QString &words, const char *member)
{
    auto *on = new QCheckBox;
    setSwitch(on);
    box->addRow(words, on);
    m_switches[QString::fromLatin1(member)] = on;
    connect(on, &QCheckBox::clicked, this,
        [this, on, name = QString::fromLatin1(member)](bool checked) { setRight(on, name, checked); });
    return on;
}

QWidget *ProductionSettingsPage::makeRights()
{
    auto *box = new SettingsBox(tr("What roles may do"));
    const auto say = [box](const QString &who, const QString &what) {
        auto *words = new Label(what, TextRole::Secondary, Tone::Secondary);
        words->setWordWrap(true);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(12, 6, 12, 6);
        auto *name = new Label(who);
        name->setFixedWidth(110);
        line->addWidget(name, 0, Qt::AlignTop);
        line->addWidget(words, 1);
        box->addRow(row);
    };
    say(tr("Managers"), tr("Everything in the productions of their team: plan, assign, change settings, see budgets."));
    say(tr("Supervisors"), tr("Assign, set priorities and estimations, and review in their departments."));
    say(tr("Artists"), tr("Work on tasks: publish, comment, and set the statuses that artists may set."));
    say(tr("Clients"), tr("See what is shown to them, comment, and set the statuses that clients may set."));
    say(tr("Vendors"), tr("See and work on the tasks that are assigned to them, nothing else."));
    addSwitch(box, tr("Clients see the comments of their own company alone"), "is_clients_isolated");
    addSwitch(box, tr("Artists may download previews"), "is_preview_download_allowed");
    addSwitch(box, tr("A new revision becomes the main picture by itself"), "is_set_preview_automated");
    addSwitch(box, tr("Artists begin with publishing when they comment"), "is_publish_default_for_artists");
    return box;
}

QWidget *ProductionSettingsPage::makeEnd()
{
    auto *box = new SettingsBox(tr("Close the production"));
    auto *close = new QPushButton(tr("Close…"));
    setButtonRole(close, ButtonRole::Danger);
    box->addRow(tr("It leaves everybody's lists. Nothing is deleted; administrators may open it again."), close);
    connect(close, &QPushButton::clicked, this, &ProductionSettingsPage::askToClose);
    return box;
}

void ProductionSettingsPage::show(const Destination &destination)
{
    if (destination.productionId != m_productionId) {
        m_productionId = destination.productionId;
        m_isEdited = false;
        m_scroll->verticalScrollBar()->setValue(0);
        m_steps->setCurrent(0);
    }
    takeProduction();
    readRights();
}

/// Shows what the production is now; what is typed and not kept stays.
void ProductionSettingsPage::takeProduction()
{
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    if (!production) return;
    const ProductionDraft now = ProductionDraft::ofProduction(*production, studio().directory());
    m_basics->setProduction(m_productionId);
    if (!m_isEdited) m_basics->show(now);
    showPicture();
    if (!(now == m_draft)) m_choices->show(now);
    m_draft = now;
    m_steps->setState(0, production->name, SectionSteps::Mark::None);
    for (int i = 0; i < static_cast<int>(choiceParts.size()); ++i)
        m_steps->setState(i + 1, m_choices->countOf(choiceParts[i]), SectionSteps::Mark::None);
    m_steps->setState(5, tr("What roles may do"), SectionSteps::Mark::None);
    m_steps->setState(6, tr("Ends it, keeps all"), SectionSteps::Mark::None);
    setSummary(tr("Changes are kept as you make them"));
    showKeep();
}

void ProductionSettingsPage::showPicture()
{
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    if (production && production->hasAvatar)
        m_basics->setPicture(studio().pictures().picture(PictureStore::productionPath(m_productionId)));
}

/// At once, as all that is no text.
QCoro::Task<void> ProductionSettingsPage::changePicture(QString file)
{
    const QPointer<ProductionSettingsPage> self(this);
    ApiRequest upload;
    upload.verb = api::Verb::Post;
    upload.path = u"/pictures/thumbnails/projects/"_s + m_productionId;
    upload.files << FileToSend{u"file"_s, file};
    try {
        co_await studio().gateway().send(std::move(upload));
        if (!self) co_return;
        studio().pictures().forget(PictureStore::productionPath(m_productionId));
        co_await studio().directory().load();
    } catch (const ApiError &error) {
        if (self)
            ToastStack::of(this).show(
                {NoticeKind::Bad, tr("The picture was not changed"), error.sentence(), {}, false});
    }
    if (self) takeProduction();
}

void ProductionSettingsPage::goTo(int step)
{
    m_steps->setCurrent(step);
    const int y = m_sections[step]->mapTo(m_scroll->widget(), QPoint()).y();
    m_scroll->verticalScrollBar()->setValue(y - 16);
}

void ProductionSettingsPage::showKeep()
{
    m_keep->setVisible(m_isEdited);
    m_discard->setVisible(m_isEdited);
    m_keep->setEnabled(m_form->isComplete() && !m_run->isAtWork());
}

void ProductionSettingsPage::keep()
{
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    if (!production || !m_isEdited || m_run->isAtWork() || !m_form->check()) return;
    ProductionDraft wanted = m_draft;
    m_basics->write(wanted);
    m_isEdited = false;
    change(stepsToChangeBasics(*production, wanted));
}

void ProductionSettingsPage::change(std::vector<RunStep> steps)
{
    if (steps.empty()) return showKeep();
    m_run->start(std::move(steps));
    showKeep();
}

void ProductionSettingsPage::finish(const QString &words, const QString &why)
{
    if (!why.isEmpty()) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("%1 was not changed").arg(words), why, {}, false});
        m_draft = {}; // What is shown is not what is: shown again.
    }
    // The next change is told against what is there now, also when the event of this one is late.
    [](ProductionSettingsPage *page) -> QCoro::Task<void> {
        const QPointer<ProductionSettingsPage> self(page);
        try {
            co_await page->studio().directory().load();
        } catch (const ApiError &error) {
            if (self)
                ToastStack::of(self).show(
                    {NoticeKind::Bad, tr("The studio could not be read"), error.sentence(), {}, false});
        }
    }(this);
}

QCoro::Task<void> ProductionSettingsPage::readRights()
{
    const QPointer<ProductionSettingsPage> self(this);
    const QString id = m_productionId;
    try {
        const Json production = co_await studio().gateway().get(paths::production(id));
        if (!self || id != m_productionId) co_return;
        for (auto it = m_switches.cbegin(); it != m_switches.cend(); ++it)
            it.value()->setChecked(production.value(it.key().toStdString(), Json()) == Json(true));
    } catch (const ApiError &error) {
        if (self)
            ToastStack::of(this).show(
                {NoticeKind::Bad, tr("The settings could not be read"), error.sentence(), {}, false});
    }
}

QCoro::Task<void> ProductionSettingsPage::setRight(QCheckBox *box, QString member, bool on)
{
    const QPointer<ProductionSettingsPage> self(this);
    const Json body = {{member.toStdString(), on}};
    try {
        co_await studio().gateway().put(paths::production(m_productionId), body);
    } catch (const ApiError &error) {
        if (!self) co_return;
        box->setChecked(!on);
        ToastStack::of(this).show({NoticeKind::Bad, tr("This was not changed"), error.sentence(), {}, false});
    }
}

void ProductionSettingsPage::askToClose()
{
    const DirectoryProduction *production = studio().directory().production(m_productionId);
    if (!production) return;
    auto *sheet = new Sheet(tr("Close %1").arg(production->name), this);
    sheet->setWanted(closingSheet);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 16);
    auto *words = new Label(
        tr("It leaves everybody's lists, and nobody can work on it. Nothing is deleted. Type its name to close it."));
    words->setWordWrap(true);
    auto *name = new QLineEdit;
    name->setAccessibleName(tr("Name of the production"));
    name->setPlaceholderText(production->name);
    column->addWidget(words);
    column->addWidget(name);
    column->addStretch(1);
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(20, 0, 20, 0);
    line->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *close = new QPushButton(tr("Close it"));
    setButtonRole(close, ButtonRole::Danger);
    close->setEnabled(false);
    line->addWidget(cancel);
    line->addWidget(close);
    sheet->setContent(content);
    sheet->setFoot(foot);
    connect(name, &QLineEdit::textChanged, close,
        [close, wanted = production->name](const QString &typed) { close->setEnabled(typed.trimmed() == wanted); });
    connect(name, &QLineEdit::returnPressed, close, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, sheet, &Sheet::close);
    connect(close, &QPushButton::clicked, this, [this, sheet, id = m_productionId, called = production->name] {
        sheet->close();
        setOpen(id, called, false);
    });
    connect(sheet, &Sheet::closed, sheet, [sheet] { sheet->parentWidget()->deleteLater(); });
    sheet->open();
    name->setFocus();
}

QCoro::Task<void> ProductionSettingsPage::setOpen(QString id, QString name, bool isOpen)
{
    const QPointer<ProductionSettingsPage> self(this);
    try {
        const Json statuses = co_await studio().gateway().get(u"/data/project-status"_s);
        if (!self) co_return;
        const QString wanted = isOpen ? u"Open"_s : u"Closed"_s;
        Json body = Json::object();
        for (const Json &status : statuses)
            if (textOf(status, "name") == wanted) body["project_status_id"] = status["id"];
        co_await studio().gateway().put(paths::production(id), body);
        if (!self) co_return;
        co_await studio().directory().load();
        if (!self) co_return;
    } catch (const ApiError &error) {
        if (self)
            ToastStack::of(this).show(
                {NoticeKind::Bad, tr("%1 was not changed").arg(name), error.sentence(), {}, false});
        co_return;
    }
    if (isOpen) {
        Q_EMIT asked({u"settings"_s, id, {}, {}, {}});
        co_return;
    }
    ToastText toast{NoticeKind::Ok, tr("%1 is closed").arg(name), {}, {}, false};
    toast.actions = {{tr("Undo"), {}, [self, id, name] {
                          if (self) self->setOpen(id, name, true);
                      }}};
    ToastStack::of(this).show(toast);
    Q_EMIT asked({u"productions"_s, {}, {}, {}, {}});
}

void ProductionSettingsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

void ProductionSettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_steps->setVisible(width() >= stepsFrom);
}

} // namespace callboard::ui
