// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health/StatusRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/people/Organisation.h"
#include "core/domain/health/Resources.h"

#include <chrono>

namespace callboard::health {

namespace {

/// The parts that the API's documentation names. Callboard keeps keys, events, jobs and its index in the same
/// process and database, so they answer when the database does.
const std::array parts{"database-up", "key-value-store-up", "event-stream-up", "job-queue-up", "indexer-up"};

bool isDatabaseUp(api::Reading &reading)
{
    return reading.database.query("SELECT 1").next();
}

api::Response showVersion(api::Reading &reading, const api::Request &)
{
    return api::json({{"api", "Zou"}, {"version", reading.services.apiVersion}});
}

api::Response showStatus(api::Reading &reading, const api::Request &)
{
    Json status = {{"name", "Zou"}, {"version", reading.services.apiVersion}};
    for (const char *part : parts) status[part] = isDatabaseUp(reading);
    return api::json(status);
}

api::Response showStatusText(api::Reading &reading, const api::Request &)
{
    std::string text = "name: Zou\nversion: " + reading.services.apiVersion + '\n';
    for (const char *part : parts) text += std::string(part) + ": " + (isDatabaseUp(reading) ? "up" : "down") + '\n';
    return api::text(text, "text/plain");
}

api::Response showStatusNumbers(api::Reading &reading, const api::Request &)
{
    using namespace std::chrono;
    Json status = Json::object();
    for (const char *part : parts) status[part] = isDatabaseUp(reading) ? 1 : 0;
    status["time"] = duration<double>(system_clock::now().time_since_epoch()).count();
    return api::json(status);
}

api::Response showResources(api::Reading &reading, const api::Request &)
{
    auto running = reading.database.query("SELECT COUNT(*) FROM job WHERE state = 'running'");
    running.next();
    Json resources = resourcesOfMachine();
    resources["date"] = reading.services.now();
    resources["jobs"] = {{"running_jobs", running.integer(0)}};
    return api::json(resources);
}

api::Response tellTestEvent(api::Writing &writing, api::Request &)
{
    api::Event event;
    event.name = "main:test";
    event.payload = {{"data", "test"}};
    event.isKept = false;
    writing.tell(std::move(event));
    return api::json({{"success", true}});
}

api::Response showConfiguration(api::Reading &reading, const api::Request &)
{
    const Json organisation = people::organisationFor(reading.database, false);
    // No indexer of its own: the database searches.
    return api::json({{"is_self_hosted", true}, {"crisp_token", ""},
        {"dark_theme_by_default", organisation.value("dark_theme_by_default", false)}, {"indexer_configured", false},
        {"saml_enabled", false}, {"saml_idp_name", ""}, {"default_locale", "en_US"},
        {"default_timezone", "Europe/Paris"}});
}

api::Response showStatistics(api::Reading &reading, const api::Request &)
{
    auto previews = reading.database.query(
        "SELECT COUNT(CASE WHEN extension = 'mp4' THEN 1 END), COUNT(CASE WHEN extension = 'png' THEN 1 END),"
        " COUNT(CASE WHEN extension IN ('obj', 'glb', 'gltf', 'fbx') THEN 1 END) FROM preview_file");
    previews.next();
    auto comments = reading.database.query("SELECT COUNT(*) FROM comment");
    comments.next();
    return api::json(
        {{"number_of_video_previews", previews.integer(0)}, {"number_of_picture_previews", previews.integer(1)},
            {"number_of_model_previews", previews.integer(2)}, {"number_of_comments", comments.integer(0)}});
}

} // namespace

api::Routes statusRoutes()
{
    using enum api::Verb;
    return {
        {Get, "/", access::everyone(), showVersion},
        {Get, "/status", access::everyone(), showStatus},
        {Get, "/status.txt", access::everyone(), showStatusText},
        {Get, "/status/influx", access::everyone(), showStatusNumbers},
        {Get, "/status/resources", access::everyone(), showResources},
        {Get, "/status/test-event", access::everyone(), tellTestEvent},
        {Get, "/config", access::everyone(), showConfiguration},
        {Get, "/stats", access::admins(), showStatistics},
    };
}

} // namespace callboard::health
