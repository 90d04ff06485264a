// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionDraft.h"

#include "ui/openstudio/StudioDirectory.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype codeLetters = 3, wordCodeLetters = 5;
constexpr qsizetype mostCodes = 2;
const std::string project = "{project}";

QString words(const char *text)
{
    return QCoreApplication::translate("ProductionDraft", text);
}

Json dateOf(const std::optional<QDate> &date)
{
    return date ? Json(date->toString(Qt::ISODate).toStdString()) : Json();
}

std::optional<QDate> dateFrom(const Json &json, const char *member)
{
    const QDate date = dayOf(json, member);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

template<typename Find>
Json knownOf(const QStringList &ids, Find find)
{
    Json known = Json::array();
    for (const QString &id : ids)
        if (find(id)) known.push_back(id.toStdString()); // else deleted from the studio since it was chosen
    return known;
}

/// The production with all that it uses, in one request.
MakingStep projectStep(const ProductionDraft &draft, const StudioDirectory &directory, const QStringList &automationIds)
{
    Json body = {{"name", draft.name.trimmed().toStdString()}, {"production_type", draft.type.toStdString()},
        {"production_style", draft.style.toStdString()}, {"fps", draft.framesPerSecond.toStdString()},
        {"resolution", draft.resolution.toStdString()}, {"ratio", draft.ratio.toStdString()}};
    if (!draft.code.trimmed().isEmpty()) body["code"] = draft.code.trimmed().toStdString();
    if (draft.start) body["start_date"] = dateOf(draft.start);
    if (draft.end) body["end_date"] = dateOf(draft.end);
    body["task_types"] = knownOf(draft.taskTypeIds, [&](const QString &id) { return directory.taskType(id); });
    body["task_statuses"] = knownOf(draft.statusIds, [&](const QString &id) { return directory.status(id); });
    body["team"] = knownOf(draft.teamIds, [&](const QString &id) { return directory.person(id); });
    body["asset_types"] = knownOf(draft.assetTypeIds, [&](const QString &id) {
        return std::any_of(directory.assetTypes().begin(), directory.assetTypes().end(),
            [&](const Named &type) { return type.id == id; });
    });
    if (!automationIds.isEmpty()) body["status_automations"] = jsonListOf(automationIds);
    return {words(QT_TRANSLATE_NOOP("ProductionDraft", "The production")), u"/data/projects"_s, body};
}

/// Whether the studio's priorities do not give the draft's order of task types by themselves.
bool needsOrder(const ProductionDraft &draft, const StudioDirectory &directory)
{
    QHash<QString, int> last; // priority, by what the types are for
    for (const QString &id : draft.taskTypeIds) {
        const DirectoryTaskType *type = directory.taskType(id);
        if (!type) continue;
        const auto before = last.constFind(type->forEntity);
        if (before != last.cend() && type->priority <= *before) return true;
        last[type->forEntity] = type->priority;
    }
    return false;
}

} // namespace

ProductionDraft ProductionDraft::ofStudio(const StudioDirectory &directory)
{
    ProductionDraft draft;
    QList<DirectoryTaskType> types = directory.taskTypes();
    std::stable_sort(types.begin(), types.end(), [](const auto &a, const auto &b) { return a.priority < b.priority; });
    for (const DirectoryTaskType &type : types)
        if (type.forEntity == "Asset"_L1 || type.forEntity == "Shot"_L1) draft.taskTypeIds << type.id;
    for (const DirectoryStatus &status : directory.statuses())
        if (!status.isForConcept) draft.statusIds << status.id;
    for (const Named &type : directory.assetTypes()) draft.assetTypeIds << type.id;
    draft.teamIds << directory.session().person().id;
    return draft;
}

ProductionDraft ProductionDraft::ofProduction(const DirectoryProduction &production, const StudioDirectory &directory)
{
    // A production without links to statuses or asset types uses all of the studio's.
    const ProductionDraft studio = ofStudio(directory);
    const auto day = [](const QDate &date) { return date.isValid() ? std::optional(date) : std::nullopt; };
    ProductionDraft draft;
    draft.name = production.name;
    draft.code = production.code;
    draft.type = production.type;
    draft.style = production.style;
    draft.framesPerSecond = production.framesPerSecond;
    draft.resolution = production.resolution;
    draft.ratio = production.ratio;
    draft.start = day(production.start);
    draft.end = day(production.end);
    for (const char *entity : {"Asset", "Shot", "Sequence", "Episode", "Edit", "Concept"})
        for (const DirectoryTaskType &type : directory.taskTypesOf(production, QString::fromLatin1(entity)))
            draft.taskTypeIds << type.id;
    draft.statusIds = production.taskStatusIds.isEmpty() ? studio.statusIds : production.taskStatusIds;
    draft.assetTypeIds = production.assetTypeIds.isEmpty() ? studio.assetTypeIds : production.assetTypeIds;
    draft.teamIds = production.teamIds;
    draft.boardRoles = production.boardRoles;
    return draft;
}

Json ProductionDraft::toJson() const
{
    Json roles = Json::object();
    for (auto it = boardRoles.begin(); it != boardRoles.end(); ++it)
        roles[it.key().toStdString()] = jsonListOf(it.value());
    return {{"name", name.toStdString()}, {"code", code.toStdString()}, {"picture", picture.toStdString()},
        {"type", type.toStdString()}, {"style", style.toStdString()}, {"fps", framesPerSecond.toStdString()},
        {"resolution", resolution.toStdString()}, {"ratio", ratio.toStdString()}, {"start", dateOf(start)},
        {"end", dateOf(end)}, {"task_types", jsonListOf(taskTypeIds)}, {"statuses", jsonListOf(statusIds)},
        {"asset_types", jsonListOf(assetTypeIds)}, {"team", jsonListOf(teamIds)}, {"board_roles", roles},
        {"copied_from", copiedFromId.toStdString()}, {"copies_metadata", copiesMetadata},
        {"copies_automations", copiesAutomations}};
}

ProductionDraft ProductionDraft::fromJson(const Json &json)
{
    ProductionDraft draft;
    draft.name = textOf(json, "name");
    draft.code = textOf(json, "code");
    draft.picture = textOf(json, "picture");
    draft.type = textOf(json, "type");
    draft.style = textOf(json, "style");
    draft.framesPerSecond = textOf(json, "fps");
    draft.resolution = textOf(json, "resolution");
    draft.ratio = textOf(json, "ratio");
    draft.start = dateFrom(json, "start");
    draft.end = dateFrom(json, "end");
    draft.taskTypeIds = idsOf(json, "task_types");
    draft.statusIds = idsOf(json, "statuses");
    draft.assetTypeIds = idsOf(json, "asset_types");
    draft.teamIds = idsOf(json, "team");
    if (const Json &roles = memberOf(json, "board_roles"); roles.is_object())
        for (const auto &role : roles.items())
            draft.boardRoles[QString::fromStdString(role.key())] = textsOf(roles, role.key().c_str());
    draft.copiedFromId = textOf(json, "copied_from");
    draft.copiesMetadata = flagOf(json, "copies_metadata", true);
    draft.copiesAutomations = flagOf(json, "copies_automations", true);
    return draft;
}

const DirectoryProduction *productionWithCode(const QString &code, const StudioDirectory &directory)
{
    if (code.trimmed().isEmpty()) return nullptr;
    for (const DirectoryProduction &production : directory.productions())
        if (production.code.compare(code.trimmed(), Qt::CaseInsensitive) == 0) return &production;
    return nullptr;
}

QStringList freeCodes(const QString &name, const StudioDirectory &directory)
{
    static const QRegularExpression separators(u"[^\\p{L}\\p{N}]+"_s);
    QStringList parts = name.toUpper().split(separators, Qt::SkipEmptyParts);
    if (parts.size() > 1 && parts.first() == "THE"_L1) parts.removeFirst();
    if (parts.isEmpty()) return {};
    const QString word = parts.first();
    QString initials, consonants;
    for (const QString &part : parts) initials += part.front();
    for (const QChar letter : word)
        if (!u"AEIOU"_s.contains(letter) && (consonants.isEmpty() || consonants.back() != letter)) consonants += letter;
    QStringList codes;
    for (const QString &code : {parts.size() > 1 ? initials : QString(), consonants.left(codeLetters),
             word.left(wordCodeLetters), word.left(codeLetters), word.left(codeLetters) + u'2'})
        if (code.size() >= 2 && !codes.contains(code) && !productionWithCode(code, directory)
            && codes.size() < mostCodes)
            codes << code;
    return codes;
}

std::vector<MakingStep> stepsToMake(
    const ProductionDraft &draft, const StudioDirectory &directory, const QStringList &automationIds)
{
    std::vector<MakingStep> steps{projectStep(draft, directory, automationIds)};
    if (!draft.picture.isEmpty())
        steps.push_back({words(QT_TRANSLATE_NOOP("ProductionDraft", "The picture")),
            u"/pictures/thumbnails/projects/{project}"_s, {}, draft.picture});
    int priority = 0;
    if (needsOrder(draft, directory))
        for (const QString &id : draft.taskTypeIds)
            if (const DirectoryTaskType *type = directory.taskType(id))
                steps.push_back({words(QT_TRANSLATE_NOOP("ProductionDraft", "Task type %1")).arg(type->name),
                    u"/data/task-type-links"_s,
                    {{"project_id", project}, {"task_type_id", id.toStdString()}, {"priority", ++priority}}});
    for (const QString &id : draft.statusIds)
        if (const DirectoryStatus *status = directory.status(id); status && draft.boardRoles.contains(id))
            steps.push_back({words(QT_TRANSLATE_NOOP("ProductionDraft", "Status %1")).arg(status->shortName.toUpper()),
                u"/data/task-status-links"_s,
                {{"project_id", project}, {"task_status_id", id.toStdString()},
                    {"roles_for_board", jsonListOf(draft.boardRoles[id])}}});
    return steps;
}

std::vector<MakingStep> stepsToCopyMetadata(const Json &descriptors)
{
    std::vector<MakingStep> steps;
    for (const Json &descriptor : descriptors) {
        Json body = Json::object();
        for (const char *member : {"name", "data_type", "entity_type", "choices", "for_client", "departments"})
            if (descriptor.contains(member) && !descriptor[member].is_null()) body[member] = descriptor[member];
        steps.push_back({words(QT_TRANSLATE_NOOP("ProductionDraft", "Column %1")).arg(textOf(descriptor, "name")),
            u"/data/projects/{project}/metadata-descriptors"_s, body});
    }
    return steps;
}

} // namespace callboard::ui
