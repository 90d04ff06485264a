// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionChoices.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Form.h"
#include "ui/parts/Label.h"
#include "ui/parts/Picker.h"
#include "ui/parts/Pill.h"
#include "ui/parts/Toast.h"
#include "ui/production/ChoiceRows.h"
#include "ui/production/FlowBox.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<FieldFault> warning(const QString &sentence)
{
    return FieldFault{FieldFault::Kind::Warning, sentence, {}};
}

QString whoSets(const DirectoryStatus &status)
{
    if (status.isDefault) return ProductionChoices::tr("tasks begin with it");
    if (status.isArtistAllowed && status.isClientAllowed) return ProductionChoices::tr("anybody");
    if (status.isArtistAllowed) return ProductionChoices::tr("artists and up");
    if (status.isClientAllowed) return ProductionChoices::tr("supervisors, clients");
    return ProductionChoices::tr("supervisors and up");
}

} // namespace

ProductionChoices::ProductionChoices(OpenedStudio &studio, Form &form, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_taskTypes(new ChoiceRows)
    , m_statuses(new ChoiceRows)
    , m_assetTypes(new FlowBox)
    , m_team(new FlowBox)
    , m_people(new Picker(this))
{
    m_taskTypes->setAccessibleName(tr("Task types"));
    m_statuses->setAccessibleName(tr("Statuses"));
    m_statuses->setOrderable(false); // The order of statuses is the studio's.
    m_people->setMultiple(true);
    m_people->setPlaceholder(tr("Find people"));
    build(form);
    connect(m_taskTypes, &ChoiceRows::changed, this, [this] {
        m_draft.taskTypeIds = m_taskTypes->chosen();
        told(Part::TaskTypes);
    });
    connect(m_statuses, &ChoiceRows::changed, this, [this] {
        m_draft.statusIds = m_statuses->chosen();
        told(Part::Statuses);
    });
    connect(m_people, &Picker::changed, this, [this](const QStringList &ids) {
        m_draft.teamIds = ids;
        fillTeam();
        told(Part::Team);
    });
    connect(&studio.directory(), &StudioDirectory::peopleChanged, this, &ProductionChoices::fillTeam);
}

QWidget *ProductionChoices::section(const QString &title, SectionTitle *&head, QWidget *content, QWidget *extra)
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    head = new SectionTitle(title);
    auto *line = new QHBoxLayout;
    line->addWidget(head, 1);
    if (extra) line->addWidget(extra);
    column->addLayout(line);
    column->addWidget(content);
    column->addStretch(1);
    return section;
}

void ProductionChoices::build(Form &form)
{
    m_taskTypeRow = new FormRow(tr("Task types"), m_taskTypes);
    m_statusRow = new FormRow(tr("Statuses"), m_statuses);
    m_teamRow = new FormRow(tr("Team"), m_team);
    auto *people = new QPushButton(icons::icon(u"plus"_s), tr("Add people"));
    setControlSize(people, ControlSize::Small);
    connect(people, &QPushButton::clicked, this, [this, people] { addPeople(people); });
    m_sections[int(Part::TaskTypes)] = section(tr("Task types"), m_taskTypeTitle, m_taskTypeRow);
    m_sections[int(Part::Statuses)] = section(tr("Statuses"), m_statusTitle, m_statusRow);
    m_sections[int(Part::AssetTypes)] = section(tr("Asset types"), m_assetTypeTitle, m_assetTypes);
    m_sections[int(Part::Team)] = section(tr("Team"), m_teamTitle, m_teamRow, people);
    for (FormRow *row : {m_taskTypeRow, m_statusRow, m_teamRow}) {
        row->setLabelShown(false);
        form.take(row);
    }
    m_taskTypeRow->setCheck([this] {
        return m_draft.taskTypeIds.isEmpty() ? warning(tr("Without a task type there is nothing to track."))
                                             : std::nullopt;
    });
    m_statusRow->setCheck([this]() -> std::optional<FieldFault> {
        const auto &directory = m_studio.directory();
        const bool begins = std::any_of(m_draft.statusIds.begin(), m_draft.statusIds.end(),
            [&](const QString &id) { return directory.status(id) && directory.status(id)->isDefault; });
        if (begins) return std::nullopt;
        return FieldFault{FieldFault::Kind::Error, tr("Keep the status that tasks begin with."), {}};
    });
    m_teamRow->setCheck([this] {
        return m_draft.teamIds.isEmpty() ? warning(tr("Nobody is in the team: only administrators will see it."))
                                         : std::nullopt;
    });

    auto *right = new QVBoxLayout;
    right->setSpacing(20);
    right->addWidget(m_sections[int(Part::Statuses)]);
    right->addWidget(m_sections[int(Part::AssetTypes)]);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(m_sections[int(Part::TaskTypes)], 9);
    columns->addLayout(right, 8);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(20);
    rows->addLayout(columns);
    rows->addWidget(m_sections[int(Part::Team)]);
}

void ProductionChoices::show(const ProductionDraft &draft)
{
    m_draft = draft;
    fillTaskTypes();
    fillStatuses();
    fillAssetTypes();
    fillTeam();
    for (FormRow *row : {m_taskTypeRow, m_statusRow, m_teamRow}) row->check();
}

void ProductionChoices::write(ProductionDraft &draft) const
{
    draft.taskTypeIds = m_draft.taskTypeIds;
    draft.statusIds = m_draft.statusIds;
    draft.assetTypeIds = m_draft.assetTypeIds;
    draft.teamIds = m_draft.teamIds;
    draft.boardRoles = m_draft.boardRoles;
}

void ProductionChoices::fillTaskTypes()
{
    const auto &directory = m_studio.directory();
    QList<DirectoryTaskType> types = directory.taskTypes();
    const auto place = [&](const DirectoryTaskType &type) {
        const qsizetype chosen = m_draft.taskTypeIds.indexOf(type.id);
        return chosen < 0 ? qsizetype(1000) + type.priority : chosen;
    };
    std::stable_sort(types.begin(), types.end(), [&](const auto &a, const auto &b) { return place(a) < place(b); });
    QHash<QString, QString> departments;
    for (const Named &department : directory.departments()) departments[department.id] = department.name;
    const QList<std::pair<QString, QString>> groups{{u"Asset"_s, tr("Assets")}, {u"Shot"_s, tr("Shots")},
        {u"Sequence"_s, tr("Sequences")}, {u"Episode"_s, tr("Episodes")}, {u"Edit"_s, tr("Edits")},
        {u"Concept"_s, tr("Concepts")}};
    QList<ChoiceRow> rows;
    for (const auto &[entity, words] : groups)
        for (const DirectoryTaskType &type : types)
            if (type.forEntity == entity)
                rows << ChoiceRow{type.id, words, type.name, departments.value(type.departmentId), type.colour, {},
                    m_draft.taskTypeIds.contains(type.id)};
    m_taskTypes->setRows(rows);
    m_taskTypeTitle->setCount(tr("drag for the order"));
}

void ProductionChoices::fillStatuses()
{
    QList<ChoiceRow> rows;
    for (const DirectoryStatus &status : m_studio.directory().statuses())
        if (!status.isForConcept)
            rows << ChoiceRow{
                status.id, {}, status.name, whoSets(status), {}, status, m_draft.statusIds.contains(status.id)};
    m_statuses->setRows(rows);
    m_statusTitle->setCount(tr("%1 of %2").arg(m_draft.statusIds.size()).arg(rows.size()));
}

void ProductionChoices::fillAssetTypes()
{
    m_assetTypes->clear();
    for (const Named &type : m_studio.directory().assetTypes()) {
        auto *pill = new Pill(type.name);
        pill->setCheckable(true);
        pill->setChecked(m_draft.assetTypeIds.contains(type.id));
        pill->setIconName(pill->isChecked() ? u"check"_s : u"plus"_s);
        m_assetTypes->add(pill);
        connect(pill, &Pill::toggled, this, [this, pill, id = type.id](bool on) {
            if (on)
                m_draft.assetTypeIds << id;
            else
                m_draft.assetTypeIds.removeAll(id);
            pill->setIconName(on ? u"check"_s : u"plus"_s);
            told(Part::AssetTypes);
        });
    }
    auto *add = new Pill(tr("New type"));
    add->setIconName(u"plus"_s);
    m_assetTypes->add(add);
    connect(add, &Pill::clicked, this, [this, add] { askNewAssetType(add); });
    m_assetTypeTitle->setCount(QString::number(m_draft.assetTypeIds.size()));
}

void ProductionChoices::fillTeam()
{
    const auto &directory = m_studio.directory();
    QHash<QString, QString> departments;
    for (const Named &department : directory.departments()) departments[department.id] = department.name;
    m_team->clear();
    for (const QString &id : m_draft.teamIds) {
        const DirectoryPerson *person = directory.person(id);
        if (!person) continue;
        auto *tag = new Tag(person->fullName);
        tag->setPerson(directory.look(id));
        tag->setDetail(person->departmentIds.isEmpty() ? QString() : departments.value(person->departmentIds.first()));
        m_team->add(tag);
        connect(tag, &Tag::removed, this, [this, id] {
            m_draft.teamIds.removeAll(id);
            fillTeam();
            told(Part::Team);
        });
    }
    const auto all = std::count_if(directory.people().begin(), directory.people().end(),
        [](const DirectoryPerson &person) { return person.isActive && !person.isBot; });
    m_teamTitle->setCount(tr("%1 of %2 people of the studio").arg(m_draft.teamIds.size()).arg(all));
}

void ProductionChoices::addPeople(QWidget *anchor)
{
    const auto &directory = m_studio.directory();
    QList<PickerItem> items;
    for (const DirectoryPerson &person : directory.people())
        if (person.isActive && !person.isBot)
            items << PickerItem{person.id, person.fullName, person.role, {}, directory.look(person.id), {}, {}, true};
    m_people->setItems(items);
    m_people->setChosen(m_draft.teamIds);
    m_people->openAt(anchor);
}

void ProductionChoices::askNewAssetType(QWidget *anchor)
{
    bool isGiven = false;
    const QString name = QInputDialog::getText(
        anchor->window(), tr("New asset type"), tr("Name, for the whole studio"), QLineEdit::Normal, {}, &isGiven);
    if (isGiven && !name.trimmed().isEmpty()) makeAssetType(name.trimmed());
}

QCoro::Task<void> ProductionChoices::makeAssetType(QString name)
{
    const QPointer<ProductionChoices> self(this);
    try {
        Json body = {{"name", name.toStdString()}};
        const Json made = co_await m_studio.gateway().post(u"/data/entity-types"_s, std::move(body));
        if (!self) co_return;
        m_draft.assetTypeIds << textOf(made, "id");
        co_await m_studio.directory().load();
        if (!self) co_return;
        fillAssetTypes();
        told(Part::AssetTypes);
    } catch (const ApiError &error) {
        if (self)
            ToastStack::of(this).show({NoticeKind::Bad, tr("%1 was not made").arg(name), error.sentence(), {}, false});
    }
}

void ProductionChoices::told(Part part)
{
    if (part == Part::TaskTypes) m_taskTypeRow->touched();
    if (part == Part::Statuses) {
        m_statusTitle->setCount(tr("%1 of %2").arg(m_draft.statusIds.size()).arg(m_statuses->rows().size()));
        m_statusRow->touched();
        m_statusRow->check();
    }
    if (part == Part::AssetTypes) m_assetTypeTitle->setCount(QString::number(m_draft.assetTypeIds.size()));
    if (part == Part::Team) {
        m_teamRow->touched();
        m_teamRow->check();
    }
    Q_EMIT changed(part);
}

QWidget *ProductionChoices::widgetOf(Part part) const
{
    return m_sections[int(part)];
}

FormRow *ProductionChoices::rowOf(Part part) const
{
    return part == Part::TaskTypes ? m_taskTypeRow
        : part == Part::Statuses   ? m_statusRow
        : part == Part::Team       ? m_teamRow
                                   : nullptr;
}

QString ProductionChoices::countOf(Part part) const
{
    switch (part) {
    case Part::TaskTypes: return tr("%1 in order").arg(m_draft.taskTypeIds.size());
    case Part::Statuses: return tr("%1 of %2").arg(m_draft.statusIds.size()).arg(m_statuses->rows().size());
    case Part::AssetTypes: return QString::number(m_draft.assetTypeIds.size());
    case Part::Team: break;
    }
    return tr("%n people", nullptr, static_cast<int>(m_draft.teamIds.size()));
}

} // namespace callboard::ui
