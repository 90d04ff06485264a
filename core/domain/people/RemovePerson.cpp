// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/Persons.h"

#include "core/domain/people/TimeSpent.h"
#include "core/records/Record.h"
#include "core/records/Removal.h"

#include <set>

namespace callboard::people {

namespace {

/// Columns of others that name a person and can do without.
std::vector<std::pair<std::string, std::string>> clearableColumns()
{
    // What is a person's own goes with them, even where the column could be empty.
    static const std::set<std::string> own{
        "comment", "preview_file", "time_spent", "day_off", "search_filter", "search_filter_group", "subscription"};
    std::vector<std::pair<std::string, std::string>> columns;
    for (const auto &table : schema::tables())
        for (const auto &field : table.fields())
            if (field.references == "person" && field.isNullable && !field.isKey && !own.contains(table.name()))
                columns.emplace_back(table.name(), field.name);
    return columns;
}

/// Rows in the order in which they can go: what hangs on them before themselves. ? is the person.
constexpr std::array ownRows{
    "DELETE FROM notification WHERE person_id = ? OR author_id = ?",
    "DELETE FROM notification WHERE comment_id IN (SELECT id FROM comment WHERE person_id = ?)",
    "DELETE FROM news WHERE author_id = ?",
    "DELETE FROM news WHERE comment_id IN (SELECT id FROM comment WHERE person_id = ?)",
    "DELETE FROM attachment_file WHERE comment_id IN (SELECT id FROM comment WHERE person_id = ?)",
    "DELETE FROM attachment_file WHERE chat_message_id IN (SELECT id FROM chat_message WHERE person_id = ?)",
    "DELETE FROM chat_message WHERE person_id = ?",
    "DELETE FROM chat_participant WHERE person_id = ?",
    "DELETE FROM subscription WHERE person_id = ?",
    "UPDATE search_filter SET search_filter_group_id = NULL WHERE search_filter_group_id IN"
    " (SELECT id FROM search_filter_group WHERE person_id = ?)",
    "DELETE FROM search_filter WHERE person_id = ?",
    "DELETE FROM search_filter_group WHERE person_id = ?",
    "DELETE FROM day_off WHERE person_id = ?",
    "DELETE FROM desktop_login_log WHERE person_id = ?",
    "DELETE FROM login_log WHERE person_id = ?",
    "DELETE FROM task_person_link WHERE person_id = ?",
    "DELETE FROM project_person_link WHERE person_id = ?",
    "DELETE FROM department_link WHERE person_id = ?",
};

std::vector<std::pair<std::string, std::string>> tasksWithTimeOf(api::Writing &writing, const std::string &id)
{
    std::vector<std::pair<std::string, std::string>> tasks;
    auto rows = writing.database.query("SELECT DISTINCT task.id, task.project_id FROM time_spent"
                                       " JOIN task ON task.id = time_spent.task_id WHERE person_id = ?",
        id);
    while (rows.next()) tasks.emplace_back(rows.string(0), rows.string(1));
    return tasks;
}

void runFor(api::Writing &writing, const std::string &sql, const std::string &id)
{
    const auto count = std::count(sql.begin(), sql.end(), '?');
    writing.database.runChange(sql, std::vector<store::Value>(static_cast<std::size_t>(count), id));
}

/// Empties or deletes, in every table, what names the rows of `table` that `condition` chooses.
void loosen(api::Writing &writing, const std::string &table, const std::string &condition, const std::string &id)
{
    for (const auto &other : schema::tables())
        for (const auto &field : other.fields()) {
            if (field.references != table || field.onDelete != schema::OnDelete::Refuse) continue;
            const std::string where =
                " WHERE " + field.name + " IN (SELECT id FROM " + table + " WHERE " + condition + ")";
            const bool isClearable = field.isNullable && !field.isKey;
            runFor(writing,
                isClearable ? "UPDATE " + other.name() + " SET " + field.name + " = NULL" + where
                            : "DELETE FROM " + other.name() + where,
                id);
        }
}

/// Comments and previews that the person made; tasks fall back to their newest preview.
void removeWork(api::Writing &writing, const std::string &id)
{
    loosen(writing, "comment", "person_id = ?", id);
    writing.database.change("DELETE FROM comment WHERE person_id = ?", id);
    std::vector<std::string> tasks;
    auto rows =
        writing.database.query("SELECT task.id FROM task JOIN preview_file ON preview_file.id = last_preview_file_id"
                               " WHERE preview_file.person_id = ?",
            id);
    while (rows.next()) tasks.push_back(rows.string(0));
    loosen(writing, "preview_file", "person_id = ?", id);
    writing.database.change("DELETE FROM preview_file WHERE person_id = ?", id);
    for (const auto &task : tasks)
        writing.database.change("UPDATE task SET last_preview_file_id = (SELECT id FROM preview_file"
                                " WHERE preview_file.task_id = task.id ORDER BY revision DESC, position LIMIT 1)"
                                " WHERE id = ?",
            task);
}

void removeEverythingOf(api::Writing &writing, const std::string &id)
{
    const auto tasks = tasksWithTimeOf(writing, id);
    for (const char *sql : ownRows) runFor(writing, sql, id);
    removeWork(writing, id);
    writing.database.change("DELETE FROM time_spent WHERE person_id = ?", id);
    for (const auto &[taskId, projectId] : tasks) sumTimeOfTask(writing, taskId, projectId);
    for (const auto &[table, column] : clearableColumns())
        writing.database.change("UPDATE " + table + " SET " + column + " = NULL WHERE " + column + " = ?", id);
    // What is left names the person by a column that cannot be empty.
    for (const auto &table : schema::tables())
        for (const auto &field : table.fields())
            if (field.references == "person" && (field.isKey || !field.isNullable))
                writing.database.change("DELETE FROM " + table.name() + " WHERE " + field.name + " = ?", id);
}

} // namespace

void deletePerson(api::Writing &writing, const std::string &id, bool isForced)
{
    auto person = writing.database.query("SELECT role, active, is_bot FROM person WHERE id = ?", id);
    if (!person.next()) throw api::notFound("The person");
    if (id == writing.caller.id) throw api::forbidden("Nobody deletes themselves.");
    if (person.text(0) == "admin" && person.boolean(1) && !person.boolean(2))
        requireAnotherAdministrator(writing.database, id);
    if (isForced)
        removeEverythingOf(writing, id);
    else if (records::isNamed(writing.database, "person", id))
        throw api::badRequest("Something names this person; delete with force to take it along.");
    writing.database.change("DELETE FROM department_link WHERE person_id = ?", id);
    records::remove(writing, "person", id);
    writing.tell("person:delete", {{"person_id", id}});
}

api::Response removePerson(api::Writing &writing, api::Request &request)
{
    deletePerson(writing, personIdOf(request, "person_id"), request.isSwitchedOn("force"));
    return api::noContent();
}

} // namespace callboard::people
