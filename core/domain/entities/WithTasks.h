// SPDX-License-Identifier: GPL-3.0-or-later
// Entities with their tasks and the tasks' assignees: the lists that spreadsheets are filled from. Two cursors in
// the order of the entities are merged while the answer is written, so that a list of any length costs three
// statements and no memory to speak of.
#pragma once

#include "core/domain/entities/EntityKind.h"

#include <unordered_set>

namespace callboard::entities {

/// How a column becomes a member.
enum class Cell {
    Text,
    Plain,        // text that needs no escapes
    PlainOrEmpty, // "" for nothing
    PlainOrNone,  // "None" for nothing
    TextOrEmpty,
    Integer,
    Real,
    Boolean,
    Moment,
    Json,
    Metadata, // the entity's data: {} for nothing; keys that are hidden from the caller left out
    MetadataOrNull,
    Kind,         // no column: the word for what it is
    Tasks,        // no column: the tasks
    IsSubscribed, // no column: the caller follows the task
};

struct Member
{
    std::string name;
    std::string sql; // empty for what is no column
    Cell cell = Cell::Text;
};

/// What a list tells and of which entities. Every task is told with its assignees, after its members.
struct WithTasksView
{
    Kind kind = Kind::Shot;
    std::vector<Member> entityMembers; // with "id"
    std::vector<Member> taskMembers;   // with "id" and "entity_id"
    std::string joins;                 // to `entity`, for the entities' members alone: at most one row for each
    std::string condition;             // over `entity`
    std::vector<store::Value> values;
    std::vector<store::Value> selectValues; // bound among the entities' columns, before `values`
    std::string taskCondition;              // further condition over `task`; empty: none
    std::vector<store::Value> taskValues;
    std::vector<std::string> hiddenKeys; // of the entities' data
};

/// The list as a streamed answer.
api::Response withTasks(api::Reading &reading, WithTasksView view);
/// The first entity of the view as a value; 404 when there is none.
Json oneWithTasks(api::Reading &reading, const WithTasksView &view);

} // namespace callboard::entities
