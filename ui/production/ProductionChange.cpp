// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionChange.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/StudioDirectory.h"

#include <QCoreApplication>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// One list of a production and the routes that change it.
struct List
{
    QString path;       // below the production
    const char *member; // of the body
};

RunStep stepOf(const QString &words, api::Verb verb, const QString &path, std::optional<Json> body)
{
    RunStep step;
    step.words = words;
    step.make = [verb, path, body] { return requestOf(verb, path, body); };
    return step;
}

template<typename NameOf>
void addDifferences(std::vector<RunStep> &steps, const QString &productionId, const List &list,
    const QStringList &before, const QStringList &after, NameOf nameOf)
{
    const QString path = u"/data/projects/%1/%2"_s.arg(productionId, list.path);
    for (const QString &id : after)
        if (!before.contains(id))
            steps.push_back(stepOf(nameOf(id), api::Verb::Post, path, Json{{list.member, id.toStdString()}}));
    for (const QString &id : before)
        if (!after.contains(id)) steps.push_back(stepOf(nameOf(id), api::Verb::Delete, path + u'/' + id, std::nullopt));
}

/// Each kind's task types get 1, 2, 3 … where the draft's order is another than the production's.
void addOrder(std::vector<RunStep> &steps, const DirectoryProduction &production, const ProductionDraft &draft,
    const StudioDirectory &directory)
{
    QHash<QString, QStringList> wanted;
    for (const QString &id : draft.taskTypeIds)
        if (const auto *type = directory.taskType(id)) wanted[type->forEntity] << id;
    for (auto kind = wanted.cbegin(); kind != wanted.cend(); ++kind) {
        QStringList now;
        for (const DirectoryTaskType &type : directory.taskTypesOf(production, kind.key()))
            if (kind->contains(type.id)) now << type.id;
        for (const QString &id : *kind)
            if (!now.contains(id)) now << id;
        if (now == *kind) continue;
        for (int i = 0; i < kind->size(); ++i) {
            Json body = {{"project_id", production.id.toStdString()}, {"task_type_id", kind->at(i).toStdString()},
                {"priority", i + 1}};
            steps.push_back(
                stepOf(directory.taskType(kind->at(i))->name, api::Verb::Post, u"/data/task-type-links"_s, body));
        }
    }
}

} // namespace

std::vector<RunStep> stepsToChangeBasics(const DirectoryProduction &production, const ProductionDraft &draft)
{
    Json body = Json::object();
    const auto put = [&body](const char *member, const QString &before, const QString &after) {
        if (before != after.trimmed()) body[member] = after.trimmed().toStdString();
    };
    const auto putDay = [&body](const char *member, const QDate &before, const std::optional<QDate> &after) {
        if (before == after.value_or(QDate())) return;
        body[member] = after ? Json(after->toString(Qt::ISODate).toStdString()) : Json();
    };
    put("name", production.name, draft.name);
    put("code", production.code, draft.code);
    put("production_type", production.type, draft.type);
    put("production_style", production.style, draft.style);
    put("fps", production.framesPerSecond, draft.framesPerSecond);
    put("resolution", production.resolution, draft.resolution);
    put("ratio", production.ratio, draft.ratio);
    putDay("start_date", production.start, draft.start);
    putDay("end_date", production.end, draft.end);
    if (body.empty()) return {};
    return {stepOf(draft.name.trimmed(), api::Verb::Put, paths::production(production.id), body)};
}

std::vector<RunStep> stepsToChangeChoices(
    const DirectoryProduction &production, const ProductionDraft &draft, const StudioDirectory &directory)
{
    std::vector<RunStep> steps;
    addDifferences(steps, production.id, {u"settings/task-types"_s, "task_type_id"}, production.taskTypeIds,
        draft.taskTypeIds,
        [&](const QString &id) { return directory.taskType(id) ? directory.taskType(id)->name : id; });
    addOrder(steps, production, draft, directory);
    addDifferences(steps, production.id, {u"settings/task-status"_s, "task_status_id"}, production.taskStatusIds,
        draft.statusIds, [&](const QString &id) { return directory.status(id) ? directory.status(id)->name : id; });
    addDifferences(steps, production.id, {u"settings/asset-types"_s, "asset_type_id"}, production.assetTypeIds,
        draft.assetTypeIds, [&](const QString &id) {
            for (const Named &type : directory.assetTypes())
                if (type.id == id) return type.name;
            return id;
        });
    addDifferences(steps, production.id, {u"team"_s, "person_id"}, production.teamIds, draft.teamIds,
        [&](const QString &id) { return directory.person(id) ? directory.person(id)->fullName : id; });
    return steps;
}

} // namespace callboard::ui
