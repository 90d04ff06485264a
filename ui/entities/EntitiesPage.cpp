// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntitiesPage.h"

#include "ui/entities/BulkEditing.h"
#include "ui/entities/EntitiesBars.h"
#include "ui/entities/EntityEditing.h"
#include "ui/entities/WaitingEdits.h"
#include "ui/filter/FilterField.h"
#include "ui/gateway/SaveDownload.h"
#include "ui/navigation/Commands.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Notice.h"
#include "ui/parts/Progress.h"
#include "ui/parts/Toast.h"
#include "ui/player/FrameRate.h"
#include "ui/production/NewEntitiesSheet.h"
#include "ui/spreadsheet/SheetThumbnails.h"
#include "ui/tasks/TaskPanel.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPainter>
#include <QPointer>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

EntitiesPage::EntitiesPage(EntityKind kind, OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_kind(kind)
    , m_feed(new EntityFeed(studio, kind, m_model, this))
    , m_editing(new EntityEditing(studio, m_model, this))
    , m_progress(new ProgressLine(this))
    , m_sheet(new SheetView(this))
    , m_bars(new EntitiesBars(kind, studio, *m_sheet, m_model, this))
    , m_bulk(new BulkBar(this))
    , m_noRows(new EmptyState(kind == EntityKind::Shot ? u"shot"_s : u"asset"_s,
          kind == EntityKind::Shot ? tr("No shots yet. Make them, or import a list.")
                                   : tr("No assets yet. Make them, or import a list."),
          kind == EntityKind::Shot ? tr("New shots") : tr("New assets"), this))
    , m_noMatch(new EmptyState(u"filter"_s, kind == EntityKind::Shot ? tr("No shot matches.") : tr("No asset matches."),
          tr("Clear filter"), this))
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_panel(new TaskPanel(studio, this))
    , m_side(taskPanelBeside(m_content, m_panel, this))
    , m_bulkEditing(new BulkEditing(studio, *m_sheet, m_model, *m_editing, *m_bulk))
{
    m_sheet->setModel(&m_model);
    for (QWidget *page :
        {static_cast<QWidget *>(m_sheet), static_cast<QWidget *>(m_noRows), static_cast<QWidget *>(m_noMatch)})
        m_stack->addWidget(page);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bars);
    rows->addWidget(m_progress);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_bulk);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_side);
    new WaitingEdits(studio.outbox(), m_model, this); // after the sheet, which hears of new rows before
    connectBars();
    connectSheet();
    connectPanel();
    takeRights();
}

EntitiesPage::~EntitiesPage()
{
    m_bars->endSearch();
    m_sheet->setModel(nullptr); // The model goes before the view, which is a child of this page.
}

void EntitiesPage::connectBars()
{
    connect(m_bars, &EntitiesBars::newAsked, this, &EntitiesPage::makeEntities);
    connect(m_bars, &EntitiesBars::importAsked, this, &EntitiesPage::importEntities);
    connect(m_bars, &EntitiesBars::exportAsked, this, &EntitiesPage::askForExport);
    if (studio().session().person().isManager())
        connect(m_noRows, &EmptyState::clicked, this, &EntitiesPage::makeEntities);
    connect(m_noMatch, &EmptyState::clicked, this, [this] { m_bars->filter().setText({}); });
    connect(new QShortcut(QKeySequence(Qt::Key_Slash), this), &QShortcut::activated, this,
        [this] { m_bars->filter().focusLine(); });
    // Of the sheet alone: the panel beside it undoes its own.
    auto *undo = new QShortcut(QKeySequence::Undo, m_content);
    auto *redo = new QShortcut(QKeySequence::Redo, m_content);
    for (QShortcut *keys : {undo, redo}) keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, &m_editing->undoStack(), &QUndoStack::undo);
    connect(redo, &QShortcut::activated, &m_editing->undoStack(), &QUndoStack::redo);
}

void EntitiesPage::connectSheet()
{
    connect(m_sheet, &SheetView::edited, m_editing, &EntityEditing::carryOut);
    connect(m_sheet, &SheetView::layoutChanged, this, &EntitiesPage::keepLayout);
    connect(m_sheet, &SheetView::arranged, this, &EntitiesPage::showCounts);
    connect(&m_sheet->thumbnails(), &SheetThumbnails::wanted, this, &EntitiesPage::fetchThumbnails);
    connect(m_feed, &EntityFeed::previewChanged, &m_sheet->thumbnails(), &SheetThumbnails::lookAgain);
    connect(m_feed, &EntityFeed::loading, this, [this](bool isLoading) {
        m_isLoading = isLoading;
        m_progress->setProgress(isLoading ? std::optional(0.0) : std::nullopt);
        if (isLoading) return;
        showEmptyOrSheet();
        goToWanted(); // It may have come with a later batch.
    });
    connect(m_feed, &EntityFeed::firstRowsShown, this, [this] {
        showEmptyOrSheet();
        goToWanted();
    });
    connect(m_feed, &EntityFeed::failed, this, [this](const QString &sentence) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("The list could not be read"), sentence,
            {{tr("Try again"), {}, [this] { m_feed->reload(); }}}, true});
    });
    connect(m_editing, &EntityEditing::refused, this, [this](const QString &what, const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("%1 was not changed").arg(what), why, {}, false});
    });
    connect(&studio().directory(), &StudioDirectory::peopleChanged, this, [this] {
        for (const DirectoryPerson &person : studio().directory().people())
            if (person.hasAvatar) m_sheet->setAvatar(person.id, studio().directory().look(person.id).picture);
    });
}

void EntitiesPage::connectPanel()
{
    m_panel->setStepping(true);
    connect(m_panel, &TaskPanel::asked, this, [this](Destination destination) {
        destination.among = shownEntities();
        Q_EMIT asked(destination);
    });
    connect(m_sheet, &SheetView::reviewRequested, this, &EntitiesPage::openReview);
    CommandRegistry::of(this).addSource(this, [this] {
        const auto cell = m_sheet->current();
        const int row = cell ? m_model.rowOf(cell->rowId) : -1;
        if (row < 0) return QList<Command>();
        return QList<Command>{{u"open-review"_s, tr("Open in review"), m_model.row(row).name, u"play"_s,
            u"Ctrl+Enter"_s, [this, at = *cell] { openReview(at); }}};
    });
    connect(m_panel, &TaskPanel::stepAsked, this, [this](int step) {
        const SheetCell cell = m_sheet->currentCell();
        m_sheet->setCurrentCell({cell.line + step, cell.column});
    });
    connect(m_sheet, &SheetView::currentChanged, this, &EntitiesPage::followCurrent);
    connect(m_sheet, &SheetView::panelRequested, this, [this] {
        m_side->setOpen(true);
        followCurrent();
    });
    connect(m_side, &SidePanelHost::openChanged, this, &EntitiesPage::followCurrent);
    connect(m_sheet, &SheetView::filesDropped, this, [this](const CellAddress &cell, const QList<QUrl> &urls) {
        QStringList files;
        for (const QUrl &url : urls)
            if (url.isLocalFile()) files << url.toLocalFile();
        m_sheet->setCurrent(cell);
        m_side->setOpen(true);
        followCurrent();
        m_panel->addFiles(files);
    });
}

QStringList EntitiesPage::shownEntities() const
{
    QStringList ids;
    for (int line = 0; line < m_sheet->lines().count(); ++line)
        if (const auto &shown = m_sheet->lines().line(line); !shown.isHead()) ids << m_model.row(shown.row).id;
    return ids;
}

void EntitiesPage::openReview(const CellAddress &cell)
{
    const bool isTask =
        cell.column.kind == ColumnKind::Task && m_model.task(m_model.rowOf(cell.rowId), m_model.columnOf(cell.column));
    Q_EMIT asked(
        {u"review"_s, m_feed->productionId(), cell.rowId, isTask ? cell.column.id : QString(), {}, shownEntities()});
}

QList<KeyGroup> EntitiesPage::keys() const
{
    return {{tr("Moving"),
                {{u"/"_s, tr("Search and filter")}, {u"Ctrl+Left"_s, tr("First column")},
                    {u"Ctrl+Right"_s, tr("Last column")}, {u"Ctrl+Up"_s, tr("Group before")},
                    {u"Ctrl+Down"_s, tr("Group after")}, {u"Shift"_s, tr("With any of these: select as far")},
                    {u"Ctrl+A"_s, tr("Select all")}, {u"Esc"_s, tr("Deselect")}}},
        {tr("Changing what is selected"),
            {{u"A … Z"_s, tr("Status by its first letters")}, {u"1 … 4"_s, tr("Priority, normal to emergency")},
                {u"F2"_s, tr("Edit the field")}, {u"Ctrl+C"_s, tr("Copy cells")}, {u"Ctrl+V"_s, tr("Paste cells")},
                {u"Ctrl+Z"_s, tr("Undo")}, {u"Ctrl+Shift+Z"_s, tr("Redo")}}},
        {tr("Opening"), {{u"Enter"_s, tr("The task's panel")}, {u"Ctrl+Enter"_s, tr("In review")}}}};
}

void EntitiesPage::followCurrent()
{
    if (!m_side->isOpen()) return;
    const auto cell = m_sheet->current();
    const TaskCell *task = cell ? m_model.task(m_model.rowOf(cell->rowId), m_model.columnOf(cell->column)) : nullptr;
    const bool isTaskCell = cell && cell->column.kind == ColumnKind::Task;
    m_panel->showTask(task ? task->taskId : QString(), isTaskCell ? tr("There is no task here yet.") : QString());
}

QString EntitiesPage::title() const
{
    return m_kind == EntityKind::Shot ? tr("Shots") : tr("Assets");
}

void EntitiesPage::show(const Destination &destination)
{
    m_wanted = destination;
    m_editing->setProduction(destination.productionId);
    if (destination.productionId != m_feed->productionId()) m_editing->undoStack().clear();
    m_feed->show(destination.productionId);
    m_bars->show(destination.productionId);
    readLayout();
    takeRights();
    if (!destination.filter.isEmpty()) m_bars->filter().setText(destination.filter);
    for (const DirectoryPerson &person : studio().directory().people())
        if (person.hasAvatar) m_sheet->setAvatar(person.id, studio().directory().look(person.id).picture);
    showEmptyOrSheet();
    goToWanted();
    showCounts();
    m_sheet->setFocus();
}

void EntitiesPage::goToWanted()
{
    if (m_wanted.entityId.isEmpty() || m_model.rowOf(m_wanted.entityId) < 0) return;
    const ColumnKey column =
        m_wanted.taskTypeId.isEmpty() ? ColumnKey{} : ColumnKey{ColumnKind::Task, m_wanted.taskTypeId};
    const CellAddress cell{std::exchange(m_wanted.entityId, {}), column};
    m_sheet->setCurrent(cell);
    Q_EMIT m_sheet->panelRequested(cell);
}

void EntitiesPage::takeRights()
{
    const SignedInPerson &me = studio().session().person();
    const bool manages = me.isManager();
    const bool leads = me.isSupervisor();
    SheetRights rights;
    rights.editsFields = manages;
    rights.changesStatus = !me.isClient();
    rights.assigns = leads;
    rights.setsPriority = leads;
    rights.setsEstimation = leads;
    rights.publishes = !me.isClient();
    m_sheet->setRights(rights);
    m_bulkEditing->offer(m_feed->productionId());
}

void EntitiesPage::showEmptyOrSheet()
{
    if (m_model.entityCount() == 0 && !m_isLoading)
        m_stack->setCurrentWidget(m_noRows);
    else if (m_model.entityCount() > 0 && m_sheet->lines().sums().shown == 0)
        m_stack->setCurrentWidget(m_noMatch);
    else
        m_stack->setCurrentWidget(m_sheet);
}

void EntitiesPage::showCounts()
{
    const GroupSums &sums = m_sheet->lines().sums();
    const int all = m_model.entityCount();
    QStringList words{m_kind == EntityKind::Shot ? tr("%1 of %n shot(s)", nullptr, all).arg(sums.shown)
                                                 : tr("%1 of %n asset(s)", nullptr, all).arg(sums.shown)};
    if (m_kind == EntityKind::Shot) words << tr("%L1 frames").arg(sums.frames);
    const DirectoryProduction *production = studio().directory().production(m_feed->productionId());
    const auto rate = production ? FrameRate::fromText(production->framesPerSecond) : std::nullopt;
    if (m_kind == EntityKind::Shot && rate && sums.frames > 0) words << lengthWords(sums.frames, *rate);
    const bool showsTime = m_model.subject().showsTime;
    if (showsTime && sums.estimationMinutes > 0) words << tr("Estimated %1").arg(workWords(sums.estimationMinutes));
    if (showsTime && sums.spentMinutes > 0) words << tr("Spent %1").arg(workWords(sums.spentMinutes));
    setSummary(words.join(u"   "_s));
    m_bars->showSums(sums);
    showEmptyOrSheet();
}

void EntitiesPage::fetchThumbnails(const QStringList &previewIds)
{
    for (const QString &id : previewIds)
        [](EntitiesPage *page, QString previewId) -> QCoro::Task<void> {
            const QPointer<EntitiesPage> self(page);
            const QImage image = co_await page->studio().pictures().image(PictureStore::thumbnailPath(previewId));
            if (self) self->m_sheet->thumbnails().setImage(previewId, image);
        }(this, id);
}

void EntitiesPage::makeEntities()
{
    const auto kind = m_kind == EntityKind::Shot ? NewEntitiesSheet::Kind::Shots : NewEntitiesSheet::Kind::Assets;
    auto *sheet = new NewEntitiesSheet(studio(), m_feed->productionId(), kind, this);
    connect(sheet, &NewEntitiesSheet::made, m_feed, &EntityFeed::reload);
    sheet->open();
}

void EntitiesPage::importEntities()
{
    Q_EMIT asked({u"import"_s, m_feed->productionId(), {}, {}, m_kind == EntityKind::Shot ? u"shots"_s : u"assets"_s});
}

void EntitiesPage::askForExport()
{
    const DirectoryProduction *production = studio().directory().production(m_feed->productionId());
    const QString name = u"%1 %2.csv"_s.arg(production ? production->name : QString(), title().toLower()).trimmed();
    const QString file = QFileDialog::getSaveFileName(this, tr("Keep the list as"), name, tr("Tables (*.csv)"));
    if (!file.isEmpty()) exportTo(file);
}

QCoro::Task<void> EntitiesPage::exportTo(QString file)
{
    const QPointer<EntitiesPage> self(this);
    const QString path = u"/export/csv/projects/%1/%2.csv"_s.arg(
        m_feed->productionId(), m_kind == EntityKind::Shot ? u"shots"_s : u"assets"_s);
    const QString name = QFileInfo(file).fileName();
    ToastText toast{NoticeKind::Ok, tr("%1 is written").arg(name), {}, {}, false};
    try {
        co_await saveDownload(studio().gateway(), path, file);
    } catch (const ApiError &error) {
        toast = {NoticeKind::Bad, tr("%1 was not written").arg(name), error.sentence(), {}, false};
    }
    if (self) ToastStack::of(this).show(toast);
}

QString EntitiesPage::layoutKey() const
{
    return u"sheets/%1/%2"_s.arg(m_kind == EntityKind::Shot ? u"shots"_s : u"assets"_s, m_feed->productionId());
}

void EntitiesPage::keepLayout(const SheetLayout &layout)
{
    QSettings().setValue(layoutKey(), QJsonDocument(layout.toJson()).toJson(QJsonDocument::Compact));
}

void EntitiesPage::readLayout()
{
    const QByteArray kept = QSettings().value(layoutKey()).toByteArray();
    m_sheet->setSheetLayout(SheetLayout::fromJson(QJsonDocument::fromJson(kept).object()).completedFor(m_model));
}

void EntitiesPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

} // namespace callboard::ui
