// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/news/News.h"

#include "core/access/Belonging.h"
#include "core/domain/entities/EntityNaming.h"
#include "core/domain/news/ListWindow.h"
#include "core/store/schema/OpenStatus.h"
#include "core/records/Record.h"

namespace callboard::news {

namespace {

constexpr std::int64_t newsOnPage = 50;
constexpr std::int64_t newsOnPageAtMost = 1000;

const std::string source = " FROM news JOIN task ON task.id = news.task_id JOIN project ON project.id = task.project_id"
                           " JOIN entity ON entity.id = task.entity_id"
    + entities::naming::joins
    + " LEFT JOIN comment ON comment.id = news.comment_id LEFT JOIN preview_file ON preview_file.id = news.preview_file_id"
      " WHERE ";

const std::string columns = "news.id, news.author_id, news.comment_id, news.task_id, task.task_type_id,"
                            " comment.task_status_id, task.entity_id, news.preview_file_id, preview_file.extension,"
                            " preview_file.revision, task.project_id, project.name, news.created_at, news.change, "
    + entities::naming::fullName + ", " + entities::naming::episodeId + ", entity.preview_file_id";

Json newsOf(const store::Rows &rows)
{
    const auto text = [&](int column) { return rows.isNull(column) ? Json() : Json(rows.string(column)); };
    return {{"id", text(0)}, {"type", "News"}, {"author_id", text(1)}, {"comment_id", text(2)}, {"task_id", text(3)},
        {"task_type_id", text(4)}, {"task_status_id", text(5)}, {"task_entity_id", text(6)},
        {"preview_file_id", text(7)}, {"preview_file_extension", text(8)},
        {"preview_file_revision", rows.isNull(9) ? Json() : Json(rows.integer(9))}, {"project_id", text(10)},
        {"project_name", text(11)}, {"created_at", records::toldMoment(rows.text(12))}, {"change", rows.boolean(13)},
        {"full_entity_name", text(14)}, {"episode_id", text(15)}, {"entity_preview_file_id", text(16)}};
}

/// The news alone, to be counted and to find those of a page: a production has a hundred thousand, of which fifty are
/// told. Names only what conditionsOf() may ask for.
std::string foundIn(const api::Request &request)
{
    const auto episode = request.query.find("episode_id");
    const bool asksForEpisode = episode && !episode->empty();
    return " FROM task JOIN news ON news.task_id = task.id LEFT JOIN comment ON comment.id = news.comment_id"
        + (asksForEpisode ? " JOIN entity ON entity.id = task.entity_id" + entities::naming::joins : std::string())
        + " WHERE task.entity_id IS NOT NULL AND ";
}

/// Over the tables of foundIn().
Conditions conditionsOf(const api::Request &request)
{
    Conditions conditions;
    conditions.requireMoments(request, "news.created_at");
    conditions.requireId(request, "task_type_id", "task.task_type_id");
    conditions.requireId(request, "person_id", "news.author_id");
    conditions.requireId(request, "episode_id", entities::naming::episodeAbove);
    const auto status = request.query.find("task_status_id");
    conditions.requireId(request, "task_status_id", "comment.task_status_id");
    if (status && !status->empty()) conditions.require("news.change");
    return conditions;
}

/// The previews that came with the comments of a page, by news.
void addPreviews(api::Reading &reading, Json &page)
{
    if (page.empty()) return;
    std::map<std::string, Json *> byComment;
    std::vector<store::Value> values;
    for (Json &news : page) {
        news["preview_files"] = Json::array();
        if (!news["comment_id"].is_string()) continue;
        byComment[news["comment_id"].get<std::string>()] = &news;
        values.emplace_back(news["comment_id"].get<std::string>());
    }
    if (values.empty()) return;
    auto rows = reading.database.run(
        "SELECT comment_preview_link.comment, preview_file.id, preview_file.name, extension, revision, position"
        " FROM comment_preview_link JOIN preview_file ON preview_file.id = comment_preview_link.preview_file"
        " WHERE comment_preview_link.comment IN ("
            + store::placeholders(values.size()) + ") ORDER BY position",
        values);
    while (rows.next())
        (*byComment[rows.string(0)])["preview_files"].push_back({{"id", rows.string(1)}, {"name", rows.string(2)},
            {"extension", rows.string(3)}, {"revision", rows.integer(4)}, {"position", rows.integer(5)}});
}

struct Statistics
{
    std::int64_t total = 0;
    Json changes = Json::object(); // of each status, how many news say that a task got it
};

Statistics count(api::Reading &reading, const api::Request &request, const Conditions &conditions)
{
    Statistics statistics;
    auto rows = reading.database.run("SELECT comment.task_status_id, COUNT(*), SUM(CASE WHEN news.change THEN 1 END)"
            + foundIn(request) + conditions.sql + " GROUP BY comment.task_status_id",
        conditions.values);
    while (rows.next()) {
        statistics.total += rows.integer(1);
        if (!rows.isNull(0) && !rows.isNull(2)) statistics.changes[rows.string(0)] = rows.integer(2);
    }
    return statistics;
}

Json pageOf(api::Reading &reading, const api::Request &request, const Conditions &conditions, std::int64_t total)
{
    const auto asked = numberIn(request, "limit", newsOnPage);
    const auto limit = asked == 0 ? newsOnPage : std::min(asked, newsOnPageAtMost);
    const auto number = std::max<std::int64_t>(1, numberIn(request, "page", 1));
    const auto offset = (number - 1) * limit;
    auto values = conditions.values;
    values.insert(values.end(), {limit, offset});
    const std::string order = " ORDER BY news.created_at DESC, news.id";
    auto rows = reading.database.run("SELECT " + columns + source + "news.id IN (SELECT news.id" + foundIn(request)
            + conditions.sql + order + " LIMIT ? OFFSET ?)" + order,
        values);
    Json page = Json::array();
    while (rows.next()) page.push_back(newsOf(rows));
    return {{"data", page}, {"total", total}, {"nb_pages", (total + limit - 1) / limit}, {"limit", limit},
        {"offset", offset}, {"page", number}};
}

api::Response pageWithStatistics(api::Reading &reading, const api::Request &request, Conditions conditions)
{
    const bool onlyPreviews = switchIn(request, "only_preview").value_or(false);
    if (onlyPreviews) conditions.require("news.preview_file_id IS NOT NULL");
    Statistics statistics = count(reading, request, conditions);
    Json page = pageOf(reading, request, conditions, statistics.total);
    if (onlyPreviews) addPreviews(reading, page["data"]);
    page["stats"] = std::move(statistics.changes);
    return api::json(page);
}

} // namespace

api::Response listStudioNews(api::Reading &reading, const api::Request &request)
{
    Conditions conditions = conditionsOf(request);
    // Administrators hear of all that is open; the others of their own productions, also of those that are closed.
    if (reading.caller.isAdmin()) {
        conditions.require("task.project_id IN (SELECT project.id FROM project JOIN project_status"
                           " ON project_status.id = project.project_status_id WHERE project_status.name IN "
            + schema::openStatuses + ")");
    } else {
        std::vector<store::Value> values;
        const std::string teams = access::inTeams(reading, "task.project_id", values);
        conditions.require(teams, values);
    }
    return pageWithStatistics(reading, request, conditions);
}

api::Response listProjectNews(api::Reading &reading, const api::Request &request)
{
    Conditions conditions = conditionsOf(request);
    conditions.require("task.project_id = ?", {request.pathId("project_id")});
    return pageWithStatistics(reading, request, conditions);
}

api::Response showNews(api::Reading &reading, const api::Request &request)
{
    auto rows = reading.database.query("SELECT " + columns + source + "news.id = ? AND task.project_id = ?",
        request.pathId("news_id"), request.pathId("project_id"));
    if (!rows.next()) throw api::notFound("The news");
    return api::json(newsOf(rows));
}

} // namespace callboard::news
