// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/Budgets.h"

#include "core/records/Record.h"
#include "core/records/Validation.h"

namespace callboard::production {

namespace {

Json budgetOf(const api::Reading &reading, const api::Request &request)
{
    Json budget = records::get(reading.database, "budget", request.pathId("budget_id"));
    if (budget["project_id"] != request.pathId("project_id")) throw api::notFound("The budget");
    return budget;
}

Json entryOf(const api::Reading &reading, const api::Request &request)
{
    budgetOf(reading, request);
    Json entry = records::get(reading.database, "budget_entry", request.pathId("entry_id"));
    if (entry["budget_id"] != request.pathId("budget_id")) throw api::notFound("The budget entry");
    return entry;
}

Json membersOf(const Json &sent, std::initializer_list<const char *> names)
{
    Json body = Json::object();
    for (const char *name : names)
        if (sent.contains(name)) body[name] = sent[name];
    return body;
}

/// A number, or one that was typed; null for nothing. 400 for anything else.
Json amountIn(const Json &amount)
{
    if (amount.is_null() || amount.is_number()) return amount;
    const Json number =
        amount.is_string() ? Json::parse(amount.get_ref<const std::string &>(), nullptr, false) : Json();
    if (!number.is_number()) throw api::badRequest("The amount of an exception must be a number.");
    return number;
}

/// "2026-03-01": 500; what is 0 or null is no exception.
Json exceptionsIn(const Json &sent)
{
    Json kept = Json::object();
    const auto exceptions = sent.find("exceptions");
    if (exceptions == sent.end() || exceptions->is_null()) return kept;
    if (!exceptions->is_object()) throw api::badRequest("exceptions must be an object.");
    for (const auto &[month, amount] : exceptions->items())
        if (const Json number = amountIn(amount); !number.is_null() && number != 0) kept[month] = number;
    return kept;
}

Json entryBody(const api::Request &request)
{
    return membersOf(request.jsonObject(),
        {"department_id", "person_id", "start_date", "months_duration", "daily_salary", "position", "seniority"});
}

void tellBudget(api::Writing &writing, const char *what, const std::string &budgetId, const std::string &projectId)
{
    writing.tell(std::string("budget:") + what, {{"budget_id", budgetId}}, projectId);
}

void tellEntry(api::Writing &writing, const char *what, const std::string &entryId, const api::Request &request)
{
    writing.tell(std::string("budget-entry:") + what,
        {{"budget_id", request.pathId("budget_id")}, {"budget_entry_id", entryId}}, request.pathId("project_id"));
}

/// All rows of a table with this parent, as an array.
/// Lists tell neither the moments nor the kind of a row.
api::Response listOf(api::Reading &reading, const std::string &table, const std::string &parent, const std::string &id)
{
    const auto shape = records::RowShape::of(table).without({"created_at", "updated_at"});
    return api::stream([&database = reading.database, shape, parent, id](api::JsonWriter &writer) {
        auto rows = database.query("SELECT " + shape.columns() + " FROM " + shape.table().name() + " WHERE " + parent
                + " = ? ORDER BY created_at, id",
            id);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.endObject();
        }
        writer.endArray();
    });
}

} // namespace

api::Response listBudgets(api::Reading &reading, const api::Request &request)
{
    return listOf(reading, "budget", "project_id", request.pathId("project_id"));
}

api::Response readBudget(api::Reading &reading, const api::Request &request)
{
    return api::json(budgetOf(reading, request));
}

api::Response createBudget(api::Writing &writing, api::Request &request)
{
    const auto projectId = request.pathId("project_id");
    Json body = membersOf(request.jsonObject(), {"name", "currency"});
    if (!body.contains("currency") || body["currency"].is_null()) body["currency"] = "USD";
    auto newest =
        writing.database.query("SELECT COALESCE(MAX(revision), 0) + 1 FROM budget WHERE project_id = ?", projectId);
    newest.next();
    body["revision"] = newest.integer(0);
    body["project_id"] = projectId;
    const auto input = records::readNewRow(writing.database, schema::table("budget"), body);
    const Json budget = records::insert(writing, "budget", input.columns);
    tellBudget(writing, "create", budget["id"], projectId);
    return api::json(budget);
}

api::Response changeBudget(api::Writing &writing, api::Request &request)
{
    const Json budget = budgetOf(writing, request);
    const auto input = records::readChanges(
        writing.database, schema::table("budget"), membersOf(request.jsonObject(), {"name", "currency"}));
    const Json row = records::update(writing, "budget", budget["id"], input.columns);
    tellBudget(writing, "update", row["id"], row["project_id"]);
    return api::json(row);
}

api::Response removeBudget(api::Writing &writing, api::Request &request)
{
    const Json budget = budgetOf(writing, request);
    const auto id = budget["id"].get<std::string>();
    writing.database.change("DELETE FROM budget_entry WHERE budget_id = ?", id);
    records::remove(writing, "budget", id);
    tellBudget(writing, "delete", id, budget["project_id"]);
    return api::noContent();
}

api::Response listSpentTimes(api::Reading &reading, const api::Request &request)
{
    auto rows = reading.database.query(
        "SELECT task_type.department_id, time_spent.person_id, substr(CAST(time_spent.date AS text), 1, 7),"
        " SUM(time_spent.duration) FROM time_spent JOIN task ON task.id = time_spent.task_id"
        " JOIN task_type ON task_type.id = task.task_type_id WHERE task.project_id = ? GROUP BY 1, 2, 3",
        request.pathId("project_id"));
    Json departments = Json::object();
    const auto addTotal = [](Json &place, double minutes) { place["total"] = place.value("total", 0.0) + minutes; };
    while (rows.next()) {
        Json &department = departments[rows.isNull(0) ? std::string("null") : rows.string(0)];
        Json &person = department[rows.string(1)];
        person[rows.string(2)] = rows.real(3);
        addTotal(person, rows.real(3));
        addTotal(department, rows.real(3));
    }
    return api::json(departments);
}

api::Response listBudgetEntries(api::Reading &reading, const api::Request &request)
{
    return listOf(reading, "budget_entry", "budget_id", budgetOf(reading, request)["id"]);
}

api::Response readBudgetEntry(api::Reading &reading, const api::Request &request)
{
    return api::json(entryOf(reading, request));
}

api::Response createBudgetEntry(api::Writing &writing, api::Request &request)
{
    Json body = entryBody(request);
    body["budget_id"] = budgetOf(writing, request)["id"];
    auto input = records::readNewRow(writing.database, schema::table("budget_entry"), body);
    input.columns["exceptions"] = Json::object();
    const Json row = records::insert(writing, "budget_entry", input.columns);
    tellEntry(writing, "create", row["id"], request);
    return api::json(row);
}

api::Response changeBudgetEntry(api::Writing &writing, api::Request &request)
{
    const Json entry = entryOf(writing, request);
    Json body = entryBody(request);
    body["budget_id"] = entry["budget_id"];
    // Read as a new entry, because every value is replaced.
    auto input = records::readNewRow(writing.database, schema::table("budget_entry"), body);
    if (!input.contains("person_id")) input.columns["person_id"] = nullptr;
    input.columns["exceptions"] = exceptionsIn(request.jsonObject());
    const Json row = records::update(writing, "budget_entry", entry["id"], input.columns);
    tellEntry(writing, "update", row["id"], request);
    return api::json(row);
}

api::Response removeBudgetEntry(api::Writing &writing, api::Request &request)
{
    const Json entry = entryOf(writing, request);
    records::remove(writing, "budget_entry", entry["id"]);
    tellEntry(writing, "delete", entry["id"], request);
    return api::noContent();
}

} // namespace callboard::production
