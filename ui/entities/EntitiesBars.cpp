// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/EntitiesBars.h"

#include "ui/entities/SaveFilterSheet.h"
#include "ui/entities/SavedFilters.h"
#include "ui/filter/FilterField.h"
#include "ui/filter/SavedFilterBar.h"
#include "ui/filter/SheetSearch.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Label.h"
#include "ui/parts/Marks.h"
#include "ui/parts/Toast.h"
#include "ui/spreadsheet/SheetView.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QList<SpreadPart> spreadOf(const GroupSums &sums)
{
    // Most finished first, as in the heads of groups.
    static constexpr StatusKind order[] = {StatusKind::Done, StatusKind::WaitingForApproval, StatusKind::InProgress,
        StatusKind::Ready, StatusKind::Retake, StatusKind::OnHold, StatusKind::Other, StatusKind::ToDo};
    QList<SpreadPart> parts;
    for (const StatusKind kind : order)
        if (const int tasks = sums.tasks[static_cast<std::size_t>(kind)])
            parts << SpreadPart{chipColours(kind, {}, colours().appearance).text, static_cast<qreal>(tasks)};
    return parts;
}

} // namespace

EntitiesBars::EntitiesBars(EntityKind kind, OpenedStudio &studio, SheetView &sheet, SheetModel &model, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_studio(studio)
    , m_sheet(sheet)
    , m_filter(new FilterField(this))
    , m_savedBar(new SavedFilterBar(this))
    , m_saved(new SavedFilters(studio, kind == EntityKind::Shot ? u"Shot"_s : u"Asset"_s, this))
    , m_spread(new SpreadBar(this))
    , m_save(new QPushButton(icons::icon(u"star"_s), tr("Save"), this))
    , m_search(std::make_unique<SheetSearch>(*m_filter, sheet, model))
{
    m_search->setSavedFilters(m_savedBar);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeFilterBar());
    rows->addWidget(makeSavedBar());
    m_save->setToolTip(tr("Keep this search under a name"));
    m_save->setVisible(false);
    connect(m_save, &QPushButton::clicked, this, [this] {
        SavedFilter filter;
        filter.text = m_filter->text();
        save(filter);
    });
    connect(m_filter, &FilterField::searched, this, &EntitiesBars::offerSaving);
    connect(m_saved, &SavedFilters::changed, this, [this] {
        m_savedBar->setFilters(m_saved->filters());
        m_savedBar->setCurrentText(m_filter->text());
        offerSaving();
    });
    connect(m_saved, &SavedFilters::refused, this, [this](const QString &what, const QString &why) {
        ToastStack::of(this).show({NoticeKind::Bad, tr("%1 was not changed").arg(what), why, {}, false});
    });
    connect(m_savedBar, &SavedFilterBar::menuRequested, this, &EntitiesBars::offer);
}

EntitiesBars::~EntitiesBars() = default;

void EntitiesBars::endSearch()
{
    m_search.reset();
}

QWidget *EntitiesBars::makeFilterBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(metrics::filterBar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_filter, 1);
    row->addWidget(m_save);
    if (m_studio.session().person().isStaff()) addExport(*row);
    if (m_studio.session().person().isManager()) addMaking(*row);
    return bar;
}

void EntitiesBars::addExport(QHBoxLayout &row)
{
    auto *button = new QPushButton(icons::icon(u"download"_s), {}, this);
    button->setObjectName(u"export"_s);
    button->setToolTip(tr("Keep the list as a CSV file"));
    button->setAccessibleName(tr("Export"));
    row.addWidget(button);
    connect(button, &QPushButton::clicked, this, &EntitiesBars::exportAsked);
}

void EntitiesBars::addMaking(QHBoxLayout &row)
{
    auto *add = new QPushButton(icons::icon(u"plus"_s, &Palette::onAccent),
        m_kind == EntityKind::Shot ? tr("New shots") : tr("New assets"), this);
    setButtonRole(add, ButtonRole::Primary);
    auto *import = new QPushButton(icons::icon(u"upload"_s), tr("Import"), this);
    import->setToolTip(tr("Import from a CSV file"));
    row.addWidget(import);
    row.addWidget(add);
    connect(add, &QPushButton::clicked, this, &EntitiesBars::newAsked);
    connect(import, &QPushButton::clicked, this, &EntitiesBars::importAsked);
}

QWidget *EntitiesBars::makeSavedBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(metrics::savedFiltersBar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_savedBar, 1);
    row->addWidget(m_spread);
    addShowing(*row);
    return bar;
}

void EntitiesBars::addShowing(QHBoxLayout &row)
{
    auto *group =
        new QPushButton(icons::icon(u"group"_s), m_kind == EntityKind::Shot ? tr("By sequence") : tr("By type"), this);
    group->setCheckable(true);
    setButtonRole(group, ButtonRole::Quiet);
    group->setChecked(true);
    auto *columns = new QPushButton(icons::icon(u"columns"_s), tr("Columns"), this);
    setButtonRole(columns, ButtonRole::Quiet);
    auto *size = new QSlider(Qt::Horizontal, this);
    size->setRange(0, 3);
    size->setValue(static_cast<int>(metrics::Density::Normal));
    size->setFixedWidth(72);
    size->setAccessibleName(tr("Size of the rows"));
    size->setToolTip(tr("Size of the rows"));
    for (QWidget *widget :
        {static_cast<QWidget *>(group), static_cast<QWidget *>(columns), static_cast<QWidget *>(size)})
        row.addWidget(widget);
    connect(group, &QPushButton::toggled, &m_sheet, &SheetView::setGrouped);
    connect(size, &QSlider::valueChanged, this,
        [this](int step) { m_sheet.setDensity(static_cast<metrics::Density>(step)); });
    connect(columns, &QPushButton::clicked, this, [this, columns] {
        QMenu menu(this);
        m_sheet.fillColumnMenu(menu);
        menu.exec(columns->mapToGlobal(QPoint(0, columns->height())));
    });
    connect(&m_sheet, &SheetView::layoutChanged, this, [group, size](const SheetLayout &kept) {
        const QSignalBlocker quietGroup(group);
        const QSignalBlocker quietSize(size);
        group->setChecked(kept.isGrouped);
        size->setValue(static_cast<int>(kept.density));
    });
}

void EntitiesBars::show(const QString &productionId)
{
    m_saved->show(productionId);
}

void EntitiesBars::showSums(const GroupSums &sums)
{
    m_spread->setSpread(spreadOf(sums), tr("%1 % done").arg(sums.percentDone()));
}

void EntitiesBars::offerSaving()
{
    const QString text = m_filter->text().trimmed();
    const auto &kept = m_saved->filters();
    const bool isKept =
        std::any_of(kept.begin(), kept.end(), [&](const SavedFilter &filter) { return filter.text == text; });
    m_save->setVisible(!text.isEmpty() && !isKept);
}

void EntitiesBars::save(const SavedFilter &filter)
{
    auto *sheet = new SaveFilterSheet(filter, m_saved->mayShare(), this);
    connect(sheet, &SaveFilterSheet::chosen, m_saved, &SavedFilters::keep);
    sheet->open();
}

void EntitiesBars::offer(const SavedFilter &filter, const QPoint &global)
{
    QMenu menu(this);
    if (!filter.isOwn) {
        menu.addAction(tr("Shared by somebody else"))->setEnabled(false);
        menu.exec(global);
        return;
    }
    const QAction *change = menu.addAction(icons::icon(u"edit"_s), tr("Name and sharing…"));
    const QString typed = m_filter->text().trimmed();
    const QAction *replace = typed.isEmpty() || typed == filter.text
        ? nullptr
        : menu.addAction(icons::icon(u"star"_s), tr("Replace by the search in the field"));
    menu.addSeparator();
    const QAction *taken = menu.addAction(icons::icon(u"trash"_s), tr("Delete"));
    const QAction *chosen = menu.exec(global);
    if (!chosen) return;
    if (chosen == change) save(filter);
    if (chosen == taken) remove(filter);
    if (chosen == replace) {
        SavedFilter replaced = filter;
        replaced.text = typed;
        m_saved->keep(replaced);
    }
}

void EntitiesBars::remove(const SavedFilter &filter)
{
    m_saved->remove(filter);
    SavedFilter again = filter;
    again.id.clear();
    ToastStack::of(this).show({NoticeKind::Plain, tr("%1 was deleted").arg(filter.name), {},
        {{tr("Undo"), {}, [this, again] { m_saved->keep(again); }}}, false});
}

} // namespace callboard::ui
