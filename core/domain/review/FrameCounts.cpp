// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/FrameCounts.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/EntityKind.h"
#include "core/media/Movie.h"
#include "core/records/ManyRows.h"
#include "core/records/Record.h"

#include <cmath>

namespace callboard::review {

namespace {

using api::Request;
using api::Response;
using api::Writing;

constexpr double defaultRate = 25;

double rateOf(const std::string &own, const std::string &projects)
{
    for (const std::string &text : {own, projects}) {
        if (!media::isFrameRate(text)) continue;
        const auto slash = text.find('/');
        const double over = QString::fromStdString(text.substr(0, slash)).toDouble();
        return slash == std::string::npos ? over : over / QString::fromStdString(text.substr(slash + 1)).toDouble();
    }
    return defaultRate;
}

} // namespace

Response setFrameCounts(Writing &writing, Request &request)
{
    const auto projectId = request.pathId("project_id");
    const auto typeId = request.pathId("task_type_id");
    records::get(writing.database, "task_type", typeId);
    std::vector<store::Value> bound{projectId, typeId};
    std::string sql = "SELECT entity.id, entity.nb_frames, "
        + store::fragment::jsonMember(writing.database.dialect(), "entity.data", "fps")
        + ", project.fps, preview_file.duration FROM preview_file JOIN task ON task.id = preview_file.task_id"
          " JOIN entity ON entity.id = task.entity_id JOIN project ON project.id = task.project_id"
          " WHERE task.project_id = ? AND task.task_type_id = ? AND entity.entity_type_id = "
        + entities::typeOf(entities::Kind::Shot) + " AND preview_file.duration > 0";
    if (const auto episode = request.query.find("episode_id"); episode && !episode->empty() && *episode != "all") {
        if (!api::isUuid(*episode)) throw api::Error(400, "episode_id must be an identifier.", {{"data", nullptr}});
        sql += " AND entity.parent_id IN (SELECT id FROM entity sequence WHERE sequence.parent_id = ?)";
        bound.emplace_back(std::string(*episode));
    }
    sql += " ORDER BY entity.id, preview_file.revision DESC, preview_file.position, preview_file.created_at DESC";
    std::map<std::string, std::int64_t> counts; // of the shots that change
    Json told = Json::array();
    std::string last;
    for (auto rows = writing.database.run(sql, bound); rows.next();) {
        if (rows.text(0) == last) continue; // an older one of the same shot
        last = rows.string(0);
        const auto count = std::llround(rows.real(4) * rateOf(rows.string(2), rows.string(3)));
        told.push_back({{"id", last}, {"nb_frames", count}});
        if (rows.isNull(1) || rows.integer(1) != count) counts.emplace(last, count);
    }
    records::ManyRows shots("entity");
    for (const auto &[id, count] : counts) {
        shots.change(id, {{"nb_frames", count}});
        writing.tell("shot:update", {{"shot_id", id}}, projectId);
    }
    shots.write(writing);
    return api::json(told);
}

} // namespace callboard::review
