// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/GuessPath.h"

#include "core/access/Rules.h"
#include "core/domain/entities/EntityInput.h"
#include "core/domain/entities/EntityKind.h"
#include "core/domain/files/FileTree.h"
#include "core/records/Record.h"

namespace callboard::files {

namespace {

using api::Reading;
using entities::Kind;

/// As names are compared: without case and signs.
std::string folded(const std::string &text)
{
    return QString::fromStdString(pathSlug(text)).toLower().toStdString();
}

/// The words that are known so far, with what they narrow.
struct Guess
{
    Json found;
    std::string projectId;

    std::string id(const char *word) const
    {
        const Json value = found.value(word, Json());
        return value.is_string() ? value.get<std::string>() : std::string();
    }
};

/// The row of the statement (id, name) whose name is that one; nothing when none is.
std::optional<std::string> rowNamed(
    Reading &reading, const std::string &sql, std::vector<store::Value> values, const std::string &name)
{
    auto rows = reading.database.run(sql, values);
    while (rows.next())
        if (folded(rows.string(1)) == folded(name)) return rows.string(0);
    return std::nullopt;
}

std::optional<std::string> entityNamed(Reading &reading, const Guess &guess, const std::string &condition,
    const std::string &parent, const std::string &name)
{
    std::string sql = "SELECT entity.id, entity.name FROM entity WHERE entity.project_id = ? AND " + condition;
    std::vector<store::Value> values{guess.projectId};
    if (!parent.empty()) {
        sql += " AND entity.parent_id = ?";
        values.emplace_back(parent);
    }
    return rowNamed(reading, sql + " ORDER BY entity.created_at, entity.id", values, name);
}

std::optional<std::string> entityOfKind(Reading &reading, const Guess &guess, Kind kind, const std::string &name)
{
    const auto condition = "entity.entity_type_id = " + entities::typeOf(kind);
    switch (kind) {
    case Kind::Sequence: return entityNamed(reading, guess, condition, guess.id("Episode"), name);
    case Kind::Shot:
    case Kind::Scene: return entityNamed(reading, guess, condition, guess.id("Sequence"), name);
    default: return entityNamed(reading, guess, condition, {}, name);
    }
}

std::optional<std::string> assetNamed(Reading &reading, const Guess &guess, const std::string &name)
{
    const auto type = guess.id("AssetType");
    std::string sql = "SELECT entity.id, entity.name FROM entity WHERE entity.project_id = ? AND "
        + entities::isAssetType("entity.entity_type_id");
    std::vector<store::Value> values{guess.projectId};
    if (!type.empty()) {
        sql += " AND entity.entity_type_id = ?";
        values.emplace_back(type);
    }
    return rowNamed(reading, sql, values, name);
}

/// The task of the entity found so far.
std::optional<std::string> taskNamed(Reading &reading, const Guess &guess, const std::string &name)
{
    std::string entity = guess.id("Asset");
    for (const char *word : {"Shot", "Scene", "Sequence"})
        if (entity.empty()) entity = guess.id(word);
    const auto type = guess.id("TaskType");
    if (entity.empty() || type.empty()) return std::nullopt;
    return rowNamed(
        reading, "SELECT id, name FROM task WHERE entity_id = ? AND task_type_id = ?", {entity, type}, name);
}

/// What the piece of the path means for the word: an identifier, or the text itself; nothing when unknown.
std::optional<std::string> meaningOf(
    Reading &reading, const Guess &guess, const std::string &word, const std::string &piece)
{
    static const std::map<std::string, std::string> tables{{"TaskType", "task_type"}, {"Department", "department"},
        {"Software", "software"}, {"OutputType", "output_type"}, {"TemporalEntityType", "entity_type"}};
    static const std::map<std::string, Kind> kinds{{"Shot", Kind::Shot}, {"Sequence", Kind::Sequence},
        {"Episode", Kind::Episode}, {"Scene", Kind::Scene}, {"Edit", Kind::Edit}};
    static const std::set<std::string> texts{"Name", "Version", "Revision", "Representation", "OutputFile"};
    if (texts.contains(word)) return piece;
    if (word == "Project")
        return rowNamed(reading, "SELECT id, name FROM project WHERE id = ?", {guess.projectId}, piece);
    if (word == "AssetType")
        return rowNamed(reading, "SELECT id, name FROM entity_type WHERE " + entities::isAssetType("id"), {}, piece);
    if (word == "Asset") return assetNamed(reading, guess, piece);
    if (word == "Task") return taskNamed(reading, guess, piece);
    if (const auto kind = kinds.find(word); kind != kinds.end())
        return entityOfKind(reading, guess, kind->second, piece);
    if (const auto table = tables.find(word); table != tables.end())
        return rowNamed(reading, "SELECT id, name FROM " + table->second, {}, piece);
    return std::nullopt;
}

enum class Fit { Fits, Unknown, Differs };

/// One piece of the path against one of the template: text before and after at most one word.
Fit fitPiece(Reading &reading, Guess &guess, const std::string &pattern, const std::string &piece)
{
    const auto begin = pattern.find('<');
    const auto end = pattern.find('>');
    if (begin == std::string::npos || end == std::string::npos)
        return folded(pattern) == folded(piece) ? Fit::Fits : Fit::Differs;
    const auto before = pattern.substr(0, begin);
    if (piece.size() < before.size() || folded(piece.substr(0, before.size())) != folded(before)) return Fit::Differs;
    const auto word = pattern.substr(begin + 1, end - begin - 1);
    const auto meaning = meaningOf(reading, guess, word, piece.substr(before.size()));
    if (!meaning) return Fit::Unknown;
    guess.found[word] = *meaning;
    return Fit::Fits;
}

/// What the template tells of the path; nothing when they differ or no word was found.
std::optional<Json> fitTemplate(Reading &reading, const std::string &projectId, const std::vector<std::string> &pattern,
    const std::vector<std::string> &path)
{
    Guess guess{Json::object(), projectId};
    for (std::size_t i = 0; i < std::min(pattern.size(), path.size()); ++i) {
        const Fit fit = fitPiece(reading, guess, pattern[i], path[i]);
        if (fit == Fit::Differs) return std::nullopt;
        if (fit == Fit::Unknown) break;
    }
    return guess.found.empty() ? std::nullopt : std::optional(guess.found);
}

std::string textIn(const Json &object, const char *name)
{
    const Json value = object.value(name, Json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

void guessByMode(Reading &reading, const std::string &projectId, const Json &mode, const std::vector<std::string> &path,
    Json &guesses)
{
    const Json folders = mode.is_object() ? mode.value("folder_path", Json()) : Json();
    if (!folders.is_object()) return;
    std::string start = textIn(mode, "mountpoint");
    if (const auto root = textIn(mode, "root"); !root.empty()) start += '/' + root;
    for (const auto &[kind, pattern] : folders.items()) {
        if (kind == "style" || !pattern.is_string()) continue;
        auto guess = fitTemplate(reading, projectId, splitAt(start + '/' + pattern.get<std::string>(), "/"), path);
        if (!guess) continue;
        (*guess)["Template"] = kind;
        if (std::find(guesses.begin(), guesses.end(), *guess) == guesses.end()) guesses.push_back(*guess);
    }
}

} // namespace

api::Response guessFromPath(api::Reading &reading, const api::Request &request)
{
    const entities::EntityInput input(request.anyObject());
    const auto path = input.text("file_path");
    if (!path) throw api::badRequest("The file path is missing: file_path.");
    const Json project = records::get(reading.database, "project", input.requiredId("project_id"));
    if (!project["file_tree"].is_object()) throw api::badRequest("The production has no file tree.");
    const auto projectId = project["id"].get<std::string>();
    Json guesses = Json::array();
    if (!access::isTeamOrAdmin(reading, projectId)) return api::json(guesses);
    const auto pieces = splitAt(*path, input.text("sep").value_or("/"));
    for (const auto &[name, mode] : project["file_tree"].items())
        guessByMode(reading, projectId, mode, pieces, guesses);
    return api::json(guesses);
}

} // namespace callboard::files
