// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/EntityWriting.h"

#include "ui/gateway/Requests.h"
#include <QUuid>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t entitiesOfARequest = 400; // keeps the studio's one writer free for others in between
const QString route = u"/import/kitsu/entities"_s;

} // namespace

QString EntityWriting::addNew(Json body, const QString &path, const QString &words)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    body["id"] = id.toStdString();
    body["project_id"] = m_productionId.toStdString();
    m_entries.push_back({words, std::move(body), path + id, nullptr});
    return id;
}

void EntityWriting::addChange(const QString &id, const QString &words, Json body, Json before)
{
    for (Json *change : {&body, &before}) {
        (*change)["id"] = id.toStdString();
        (*change)["project_id"] = m_productionId.toStdString();
        (*change)["entities_out"] = nullptr; // the casting stays as it is
    }
    m_entries.push_back({words, std::move(body), {}, std::move(before)});
}

std::vector<RunStep> EntityWriting::steps() const
{
    std::vector<RunStep> steps;
    for (std::size_t first = 0; first < m_entries.size(); first += entitiesOfARequest)
        steps.push_back(step(first, std::min(first + entitiesOfARequest, m_entries.size())));
    return steps;
}

RunStep EntityWriting::step(std::size_t first, std::size_t end) const
{
    Json bodies = Json::array();
    Json before = Json::array();
    std::vector<ApiRequest> back;
    for (std::size_t i = first; i < end; ++i) {
        bodies.push_back(m_entries[i].body);
        if (!m_entries[i].before.is_null()) before.push_back(m_entries[i].before);
    }
    for (std::size_t i = end; i-- > first;) // what hangs on others first
        if (!m_entries[i].deletion.isEmpty()) back.push_back(forcedDeletion(m_entries[i].deletion));
    if (!before.empty()) back.push_back(requestOf(api::Verb::Post, route, before));
    RunStep step;
    step.words = m_entries[first].words;
    step.make = [bodies = std::move(bodies)] { return requestOf(api::Verb::Post, route, bodies); };
    step.back = [back = std::move(back)](const Json &) { return back; };
    return step;
}

RunStep createTasksStep(const QString &productionId, const QString &taskTypeId, const QString &words,
    const QString &entities, const QStringList &entityIds)
{
    RunStep step;
    step.words = words;
    step.make = [=] { return requests::createTasks(productionId, taskTypeId, entities, entityIds); };
    return step;
}

} // namespace callboard::ui
