// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/breakdown/ShotFrames.h"

#include "core/entities/EntityJson.h"
#include "core/records/Record.h"

#include <charconv>
#include <cmath>

namespace callboard::breakdown {

namespace {

using entities::Kind;

constexpr double usualRate = 25; // frames a second, where neither shot nor production says anything

double rateIn(std::string_view text)
{
    double rate = 0;
    std::from_chars(text.data(), text.data() + text.size(), rate);
    return rate;
}

/// The shot's own rate, else the production's.
double rateOf(const store::Rows &rows, int data, int production)
{
    const Json metadata = rows.isNull(data) ? Json() : Json::parse(rows.text(data));
    const Json own = metadata.is_object() ? metadata.value("fps", Json()) : Json();
    double rate = own.is_number() ? own.get<double>() : own.is_string() ? rateIn(own.get<std::string>()) : 0;
    if (rate <= 0) rate = rateIn(rows.text(production));
    return rate > 0 ? rate : usualRate;
}

} // namespace

api::Response setFramesFromPreviews(api::Writing &writing, api::Request &request)
{
    records::get(writing.database, "task_type", request.pathId("task_type_id"));
    std::vector<store::Value> values{request.pathId("project_id"), request.pathId("task_type_id")};
    std::string episode;
    if (const auto asked = request.query.find("episode_id"); asked && !asked->empty()) {
        if (!api::isUuid(*asked)) throw api::badRequest("episode_id must be an identifier.");
        episode = " AND sequence.parent_id = ?";
        values.emplace_back(std::string(*asked));
    }
    std::map<std::string, std::int64_t> frames;
    {
        auto rows = writing.database.run(
            "SELECT shot.id, shot.nb_frames, shot.data, project.fps, preview_file.duration FROM task"
            " JOIN entity shot ON shot.id = task.entity_id LEFT JOIN entity sequence ON sequence.id = shot.parent_id"
            " JOIN project ON project.id = shot.project_id JOIN preview_file ON preview_file.id ="
            " (SELECT newest.id FROM preview_file newest WHERE newest.task_id = task.id AND newest.duration > 0"
            " ORDER BY newest.revision DESC, newest.position, newest.created_at DESC LIMIT 1)"
            " WHERE task.project_id = ? AND task.task_type_id = ? AND shot.entity_type_id = "
                + entities::typeOf(Kind::Shot) + episode,
            values);
        while (rows.next()) {
            const auto counted = std::llround(rows.real(4) * rateOf(rows, 2, 3));
            if (rows.isNull(1) || rows.integer(1) != counted) frames[rows.string(0)] = counted;
        }
    }
    Json changed = Json::array();
    for (const auto &[id, count] : frames) {
        Json shot = records::update(writing, "entity", id, {{"nb_frames", count}});
        shot["type"] = nameOf(Kind::Shot);
        changed.push_back(std::move(shot));
        entities::tellUpdate(writing, entities::getEntity(writing.database, id));
    }
    return api::json(changed);
}

} // namespace callboard::breakdown
