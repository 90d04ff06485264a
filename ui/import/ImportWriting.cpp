// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportWriting.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/production/EntityWriting.h"

#include <QCoreApplication>
#include <QPointer>

#include <cmath>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString memberOf(const ImportField &field)
{
    return field.isMetadata() ? field.reference() : field.key;
}

/// A value as the API keeps it: frames as whole numbers, numbers as numbers, the rest as text.
Json jsonOf(const ImportField &field, const QString &text)
{
    if (text.isEmpty()) return field.type == MetadataType::Number ? Json() : Json("");
    if (field.key == "frame_in"_L1 || field.key == "frame_out"_L1 || field.key == "frames"_L1) return text.toInt();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (field.type == MetadataType::Number && isNumber)
        return number == std::floor(number) ? Json(static_cast<std::int64_t>(number)) : Json(number);
    return text.toStdString();
}

/// The changed members of a row, as the API's body; metadata whole, because an import replaces it.
Json bodyOf(const ImportRow &row, const ImportSubject &subject)
{
    Json body = Json::object();
    Json metadata = row.existing >= 0 ? subject.existing[row.existing].data : Json::object();
    bool changesMetadata = row.existing < 0;
    for (const ImportField &field : subject.fields) {
        const auto value = row.values.constFind(field.key);
        if (value == row.values.cend() || !value->isChanged() || field.isTask()) continue;
        if (field.key == "description"_L1) {
            body["description"] = value->after.toStdString();
        } else if (field.key == "frames"_L1) {
            body["nb_frames"] = value->after.isEmpty() ? Json() : jsonOf(field, value->after);
        } else {
            metadata[memberOf(field).toStdString()] = jsonOf(field, value->after);
            changesMetadata = true;
        }
    }
    if (changesMetadata) body["data"] = std::move(metadata);
    return body;
}

/// The same members with what was there before.
Json bodyBefore(const Json &body, const ExistingEntity &entity)
{
    Json before = Json::object();
    if (body.contains("description")) before["description"] = entity.description.toStdString();
    if (body.contains("nb_frames"))
        before["nb_frames"] = entity.frames.isEmpty() ? Json() : Json(entity.frames.toInt());
    if (body.contains("data")) before["data"] = entity.data;
    return before;
}

/// Gathers what an import writes: every entity in few requests, then the tasks of each type in one.
class Writing
{
public:
    Writing(const ImportPlan &plan, const ImportTable &table, const ImportSubject &subject, const ImportRules &rules,
        const QString &productionId, const QString &authorId)
        : m_plan(plan)
        , m_table(table)
        , m_subject(subject)
        , m_rules(rules)
        , m_productionId(productionId)
        , m_writing(productionId)
        , m_authorId(authorId)
        , m_parents(subject.parents)
    {}

    std::vector<RunStep> steps()
    {
        for (std::size_t i = 0; i < m_plan.rows.size(); ++i)
            if (!m_plan.rows[i].isLeftOut && m_plan.rows[i].makesParent) addParent(i);
        for (const ImportRow &row : m_plan.rows) {
            if (row.isLeftOut) continue;
            if (row.change == RowChange::New) addNew(row);
            if (row.change == RowChange::Changed) addChange(row);
        }
        std::vector<RunStep> steps = m_writing.steps();
        for (const ImportField &field : m_subject.fields)
            if (field.isTask() && m_entitiesByTask.contains(field.reference())) steps.push_back(taskStep(field));
        return steps;
    }

private:
    bool isShots() const { return m_subject.kind == ImportKind::Shots; }

    void addParent(std::size_t index)
    {
        const ImportRow &row = m_plan.rows[index];
        if (m_parents.contains(row.parentKey)) return;
        const SourceRow &source = m_table.rows[index];
        Json sequence = {{"type", "Sequence"}, {"name", m_table.cell(source, u"sequence"_s).toStdString()}};
        if (m_subject.hasEpisodes)
            sequence["parent_id"] = m_subject.episodes.value(m_table.cell(source, u"episode"_s)).toStdString();
        sequence["created_by"] = m_authorId.toStdString();
        m_parents[row.parentKey] = m_writing.addNew(sequence, u"/data/sequences/"_s, row.parentKey);
    }

    void addNew(const ImportRow &row)
    {
        Json body = bodyOf(row, m_subject);
        const std::string parent = m_parents.value(row.parentKey).toStdString();
        body["type"] = isShots() ? "Shot" : "Asset";
        body["name"] = row.name.toStdString();
        body["created_by"] = m_authorId.toStdString();
        if (isShots()) {
            body["parent_id"] = parent;
        } else {
            body["asset_type_id"] = parent;
            body["asset_type_name"] = row.parentKey.toStdString();
        }
        needTasks(row, m_writing.addNew(body, isShots() ? u"/data/shots/"_s : u"/data/assets/"_s, row.name));
    }

    void addChange(const ImportRow &row)
    {
        const ExistingEntity &entity = m_subject.existing[row.existing];
        needTasks(row, entity.id);
        const Json body = bodyOf(row, m_subject);
        if (!body.empty())
            m_writing.addChange(entity.id, row.name, body, bodyBefore(body, entity)); // else only tasks are new
    }

    void needTasks(const ImportRow &row, const QString &entityId)
    {
        for (auto it = row.values.cbegin(); it != row.values.cend(); ++it)
            if (it.key().startsWith("task:"_L1) && it->isChanged()) m_entitiesByTask[it.key().mid(5)] << entityId;
        if (row.change != RowChange::New || !m_rules.makesTasks) return;
        for (const QString &id : m_subject.taskTypeIds)
            if (m_table.column(u"task:"_s + id) < 0) m_entitiesByTask[id] << entityId;
    }

    RunStep taskStep(const ImportField &field)
    {
        RunStep step = createTasksStep(m_productionId, field.reference(), field.words,
            isShots() ? u"shots"_s : u"assets"_s, m_entitiesByTask[field.reference()]);
        // Tasks of new rows go with these; those of rows that were there are taken back by themselves.
        QSet<QString> known;
        for (const ExistingEntity &entity : m_subject.existing) known.insert(entity.id);
        step.back = [known, productionId = m_productionId](const Json &made) -> std::vector<ApiRequest> {
            Json ids = Json::array();
            for (const Json &task : made)
                if (known.contains(textOf(task, "entity_id"))) ids.push_back(task["id"]);
            if (ids.empty()) return {};
            return {requests::deleteTasks(productionId, ids)};
        };
        return step;
    }

    const ImportPlan &m_plan;
    const ImportTable &m_table;
    const ImportSubject &m_subject;
    const ImportRules &m_rules;
    QString m_productionId;
    EntityWriting m_writing;
    QString m_authorId;
    QHash<QString, QString> m_parents; // identifiers by parent key
    QHash<QString, QStringList> m_entitiesByTask;
};

ExistingEntity entityOf(const Json &item, const ImportSubject &subject)
{
    ExistingEntity entity;
    entity.id = textOf(item, "id");
    entity.name = textOf(item, "name");
    entity.parent = subject.kind == ImportKind::Shots
        ? subject.parentKey(textOf(item, "episode_name"), textOf(item, "sequence_name"))
        : textOf(item, "asset_type_name");
    entity.description = textOf(item, "description");
    entity.frames = textOf(item, "nb_frames");
    entity.previewId = textOf(item, "preview_file_id");
    if (item.contains("data") && item["data"].is_object()) entity.data = item["data"];
    if (item.contains("tasks") && item["tasks"].is_array())
        for (const Json &task : item["tasks"]) entity.taskTypeIds.insert(textOf(task, "task_type_id"));
    return entity;
}

/// The studio may have been closed since the read before.
QCoro::Task<Json> readOf(QPointer<OpenedStudio> studio, QString path, QUrlQuery query)
{
    if (!studio) throw ApiError(0, QCoreApplication::translate("ImportWriting", "The studio is closed."));
    co_return co_await studio->gateway().get(std::move(path), std::move(query));
}

} // namespace

QCoro::Task<ImportSubject> readImportSubject(OpenedStudio &studio, QString productionId, ImportKind kind)
{
    const QPointer<OpenedStudio> there(&studio);
    ImportSubject subject;
    subject.kind = kind;
    const DirectoryProduction *production = studio.directory().production(productionId);
    if (!production) throw ApiError(404, QCoreApplication::translate("ImportWriting", "This production is gone."));
    subject.hasEpisodes = production->type == "tvshow"_L1;
    subject.fields = importFields(kind, *production, studio.directory());
    for (const auto &type :
        studio.directory().taskTypesOf(*production, kind == ImportKind::Shots ? u"Shot"_s : u"Asset"_s))
        subject.taskTypeIds << type.id;
    const QStringList usedTypes = production->assetTypeIds;
    const QString project = paths::production(productionId);
    QUrlQuery query;
    query.addQueryItem(u"project_id"_s, productionId);
    if (kind == ImportKind::Assets) {
        for (const Named &type : studio.directory().assetTypes())
            if (usedTypes.isEmpty() || usedTypes.contains(type.id)) subject.parents[type.name] = type.id;
        const Json assets = co_await readOf(there, u"/data/assets/with-tasks"_s, query);
        for (const Json &asset : assets) subject.existing << entityOf(asset, subject);
        co_return subject;
    }
    QHash<QString, QString> episodeNames;
    if (subject.hasEpisodes) {
        const Json episodes = co_await readOf(there, project + u"/episodes"_s, {});
        for (const Json &episode : episodes) {
            subject.episodes[textOf(episode, "name")] = textOf(episode, "id");
            episodeNames[textOf(episode, "id")] = textOf(episode, "name");
        }
    }
    const Json sequences = co_await readOf(there, project + u"/sequences"_s, {});
    for (const Json &sequence : sequences)
        subject
            .parents[subject.parentKey(episodeNames.value(textOf(sequence, "parent_id")), textOf(sequence, "name"))] =
            textOf(sequence, "id");
    const Json shots = co_await readOf(there, u"/data/shots/with-tasks"_s, query);
    for (const Json &shot : shots) subject.existing << entityOf(shot, subject);
    co_return subject;
}

std::vector<RunStep> stepsToWrite(const ImportPlan &plan, const ImportTable &table, const ImportSubject &subject,
    const ImportRules &rules, const QString &productionId, const QString &authorId)
{
    return Writing(plan, table, subject, rules, productionId, authorId).steps();
}

} // namespace callboard::ui
