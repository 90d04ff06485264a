// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoProduction.h"

#include "core/domain/secrets/Passwords.h"
#include "core/demo/DemoFiles.h"
#include "core/demo/DemoTasks.h"
#include "core/demo/StudioClient.h"

#include <fstream>
#include <future>

namespace callboard::demo {

namespace fs = std::filesystem;

namespace {

constexpr const char *peoplesDomain = "@lighthouse.example";

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

Ids idsByName(const Json &records)
{
    Ids ids;
    for (const Json &record : records) ids.emplace(record.at("name"), record.at("id"));
    return ids;
}

/// Makes what the plan (resources/demo/production.json) says, one subject after the other.
class Making
{
public:
    Making(StudioClient &studio, const Administrator &administrator, const Json &plan)
        : m_studio(studio)
        , m_administrator(administrator)
        , m_plan(plan)
    {}

    void makePeople();
    void makeProduction();
    void makeAssets();
    void makeShots();
    void makeTasks();
    /// Inputs of jobs.
    const std::vector<Json> &files() const { return m_files; }

private:
    /// What becomes of an entity's tasks.
    struct Published
    {
        std::string preview; // of its drawing
        std::vector<PlannedMovie> movies;
    };

    Known known() { return {m_projectId, m_people, m_taskTypes, m_statuses, m_worked}; }
    Published makeTasksOf(const PlannedEntity &entity, std::size_t turn);
    void addToTeam();
    void nameStudio();
    void keepSearches();
    void makeShot(const Json &shot, const std::string &sequenceId, const std::string &sequenceName);
    void castAssets(const Json &shot, const std::string &shotId);
    std::string inProduction(const std::string &rest) const { return "/data/projects/" + m_projectId + rest; }

    StudioClient &m_studio;
    const Administrator &m_administrator;
    const Json &m_plan;
    Ids m_people; // by "First Last"
    Ids m_assets; // by name
    Ids m_taskTypes;
    WorkedDays m_worked;
    Ids m_statuses;
    std::string m_projectId;
    std::vector<PlannedEntity> m_entities; // that get tasks
    std::vector<Json> m_files;             // still to be made
};

void Making::makePeople()
{
    const Ids departments = idsByName(m_studio.get("/data/departments"));
    for (const Json &person : m_plan.at("people")) {
        const std::string first = person.at("first"), last = person.at("last");
        Json departmentIds = Json::array();
        for (const std::string name : person.at("departments")) departmentIds.push_back(departments.at(name));
        const Json made = m_studio.post("/data/persons",
            {{"first_name", first}, {"last_name", last}, {"role", person.at("role")}, {"departments", departmentIds},
                {"email", lowerCase(first + "." + last) + peoplesDomain}, {"password", m_administrator.password}});
        const std::string id = made.at("id");
        m_people.emplace(first + " " + last, id);
        m_files.push_back(portraitOf(id, first, last));
    }
}

void Making::makeProduction()
{
    Json production = m_plan.at("production");
    production["start_date"] = dayFromToday(-m_plan.at("daysBeforeToday").get<int>());
    production["end_date"] = dayFromToday(m_plan.at("daysAfterToday").get<int>());
    m_projectId = m_studio.post("/data/projects", production).at("id");
    m_taskTypes = idsByName(m_studio.get("/data/task-types"));
    m_statuses = idsByName(m_studio.get("/data/task-status"));
    for (const char *list : {"assetTaskTypes", "shotTaskTypes"})
        for (const std::string name : m_plan.at(list))
            m_studio.post(inProduction("/settings/task-types"), {{"task_type_id", m_taskTypes.at(name)}});
    for (const std::string name : m_plan.at("statuses"))
        m_studio.post(inProduction("/settings/task-status"), {{"task_status_id", m_statuses.at(name)}});
    const Json choices = {"Easy", "Medium", "Hard"};
    m_studio.post(inProduction("/metadata-descriptors"),
        {{"name", "Difficulty"}, {"data_type", "list"}, {"entity_type", "Shot"}, {"choices", choices},
            {"for_client", false}, {"departments", Json::array()}});
    m_files.push_back(pictureOfProduction(m_projectId, m_plan.at("picture")));
    addToTeam();
    nameStudio();
    keepSearches();
}

void Making::nameStudio()
{
    const std::string id = m_studio.get("/data/organisations").at(0).at("id");
    m_studio.put("/data/organisations/" + id, {{"name", m_plan.at("studio")}});
}

void Making::keepSearches()
{
    for (const Json &search : m_plan.at("searches"))
        m_studio.post("/data/user/filters",
            {{"list_type", "shot"}, {"entity_type", "Shot"}, {"project_id", m_projectId}, {"name", search.at(0)},
                {"query", search.at(1)}, {"is_shared", true}});
}

void Making::addToTeam()
{
    m_people.emplace(
        "You", m_studio.get("/auth/authenticated").at("user").at("id")); // who looks at the demo has tasks too
    for (const auto &[name, id] : m_people) m_studio.post(inProduction("/team"), {{"person_id", id}});
}

void Making::makeAssets()
{
    const Ids types = idsByName(m_studio.get("/data/asset-types"));
    for (const Json &asset : m_plan.at("assets")) {
        const std::string name = asset.at(0);
        const std::string id = m_studio
                                   .post(inProduction("/asset-types/" + types.at(asset.at(1)) + "/assets/new"),
                                       {{"name", name}, {"description", asset.at(2)}})
                                   .at("id");
        m_assets.emplace(name, id);
        m_entities.push_back({id, name, asset.at(3), "assetTaskTypes", 0.7, 0});
    }
}

void Making::makeShots()
{
    for (const Json &sequence : m_plan.at("sequences")) {
        const std::string name = sequence.at("name");
        const std::string id =
            m_studio.post(inProduction("/sequences"), {{"name", name}, {"description", sequence.at("description")}})
                .at("id");
        for (const Json &shot : sequence.at("shots")) {
            makeShot(shot, id, name);
            m_entities.back().progress = sequence.at("progress");
        }
    }
}

void Making::makeShot(const Json &shot, const std::string &sequenceId, const std::string &sequenceName)
{
    constexpr int firstFrame = 1001;
    const int frames = shot.at(2);
    const Json metadata = {
        {"frame_in", firstFrame}, {"frame_out", firstFrame + frames - 1}, {"difficulty", shot.at(3)}};
    const std::string id = m_studio
                               .post(inProduction("/shots"),
                                   {{"name", shot.at(0)}, {"sequence_id", sequenceId}, {"description", shot.at(1)},
                                       {"nb_frames", frames}, {"data", metadata}})
                               .at("id");
    m_entities.push_back(
        {id, sequenceName + "/" + shot.at(0).get<std::string>(), shot.at(4), "shotTaskTypes", 0, frames});
    castAssets(shot, id);
}

void Making::castAssets(const Json &shot, const std::string &shotId)
{
    Json casting = Json::array();
    for (const std::string asset : shot.at(5))
        casting.push_back({{"asset_id", m_assets.at(asset)}, {"nb_occurences", 1}, {"label", ""}});
    m_studio.put(inProduction("/entities/" + shotId + "/casting"), casting);
}

Making::Published Making::makeTasksOf(const PlannedEntity &entity, std::size_t turn)
{
    TaskMaking tasks(m_studio, m_plan, known(), turn);
    const Ids made = tasks.make(entity);
    Published published;
    published.preview = tasks.publishDrawing(made.at(m_plan.at(entity.taskTypes).at(0)), entity);
    published.movies = tasks.movies();
    return published;
}

void Making::makeTasks()
{
    // Several at a time: what waits is committed together, and a commit waits for the disk.
    constexpr int atOnce = 8;
    std::vector<std::size_t> turns;
    std::size_t turn = 0;
    for (const PlannedEntity &entity : m_entities) {
        turns.push_back(turn);
        turn += m_plan.at(entity.taskTypes).size();
    }
    std::vector<Published> published(m_entities.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::future<void>> makers;
    for (int i = 0; i < atOnce; ++i)
        makers.push_back(std::async(std::launch::async, [&] {
            for (std::size_t place = next++; place < m_entities.size(); place = next++)
                published[place] = makeTasksOf(m_entities[place], turns[place]);
        }));
    for (auto &maker : makers) maker.get();
    for (std::size_t place = 0; place < m_entities.size(); ++place)
        m_files.push_back(drawingOf(published[place].preview, m_entities[place].drawing));
    for (std::size_t place = 0; place < m_entities.size(); ++place) // after the pictures: they take long
        for (const PlannedMovie &movie : published[place].movies)
            m_files.push_back(
                movieOf(movie.previewId, m_entities[place].drawing, m_entities[place].frames, movie.saturation));
}

/// In the studio's folder while the demo is being made: says that what is there of it is not all.
fs::path marker(const fs::path &folder)
{
    return folder / "demo-unfinished";
}

void mark(const fs::path &folder)
{
    std::ofstream file(marker(folder));
    if (!(file << "The demo production is being made.\n").flush())
        throw std::runtime_error("The studio's folder cannot be written: " + folder.string());
}

/// What was made of the demo before the program ended.
void removeUnfinished(StudioClient &studio, const Json &plan)
{
    const std::string closed = idsByName(studio.get("/data/project-status")).at("Closed");
    for (const Json &production : studio.get("/data/projects")) {
        if (production.at("name") != plan.at("production").at("name")) continue;
        const std::string path = "/data/projects/" + production.at("id").get<std::string>();
        studio.put(path, {{"project_status_id", closed}}); // Only closed ones can be removed.
        studio.remove(path);
    }
    for (const Json &person : studio.get("/data/persons"))
        if (person.value("email", "").ends_with(peoplesDomain))
            studio.remove("/data/persons/" + person.at("id").get<std::string>());
}

} // namespace

bool isUnfinished(const fs::path &folder)
{
    return fs::exists(marker(folder));
}

void makeDemoProduction(
    Studio &studio, const Administrator &administrator, const std::function<void(const std::string &)> &progress)
{
    const Json plan = Json::parse(resource("production.json").toStdString());
    const fs::path &folder = studio.options().folder;
    if (studio.needsAdministrator()) {
        mark(folder);
        studio.setAdministrator(administrator.email, administrator.password);
    }
    StudioClient client(studio, administrator.email, administrator.password);
    if (isUnfinished(folder)) removeUnfinished(client, plan);
    if (!client.get("/data/projects").empty()) {
        fs::remove(marker(folder));
        return;
    }
    mark(folder);
    Making making(client, administrator, plan);
    progress("Making the demo's people and production");
    making.makePeople();
    making.makeProduction();
    progress("Making the demo's assets and shots");
    making.makeAssets();
    making.makeShots();
    progress("Making the demo's tasks");
    making.makeTasks();
    studio.queueJobs(fileJob, making.files());
    fs::remove(marker(folder));
    progress("The demo's pictures and movies are made while it is used");
}

Administrator demoAdministrator(const fs::path &folder)
{
    const fs::path file = folder / "first-password.txt";
    Administrator administrator{"admin@example.com", {}};
    if (std::ifstream in(file); in) std::getline(in, administrator.password);
    if (!administrator.password.empty()) return administrator;
    administrator.password = secrets::randomToken(12);
    fs::create_directories(folder);
    std::ofstream out(file);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write); // before the password is in it
    out << administrator.password << '\n';
    if (!out.flush()) throw std::runtime_error("The password cannot be kept in " + file.string() + ".");
    return administrator;
}

} // namespace callboard::demo
