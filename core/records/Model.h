// SPDX-License-Identifier: GPL-3.0-or-later
// What the generic routes need to know of a table beyond its columns: where it is found, who may do what, and
// the rules of its own that run at named moments. One description a table, beside the routes of its area (core/domain);
// the list of all: core/studio/AllModels.cpp.
#pragma once

#include "core/access/RecordRules.h"
#include "core/media/FileStore.h"
#include "core/records/Filters.h"
#include "core/records/Validation.h"

#include <functional>
#include <string>
#include <vector>

namespace callboard::records {

/// A member told beside the columns: SQL that gives JSON text, with the table's name for the row.
struct Extra
{
    std::string name;
    std::function<std::string(store::Dialect)> sql;
};

struct Model
{
    std::string path;  // "/data/task-types"
    std::string table; // "task_type"

    access::Access list; // without a rule the route is its area's own; so with create
    access::Access create;
    access::Access read;
    access::Access change;
    access::Access remove;

    /// Rows of the list this caller may see, and filters of the model's own. Throws to refuse.
    std::function<Condition(const api::Reading &, const api::Request &)> rows;
    /// Columns not told to this caller.
    std::function<std::vector<std::string>(const api::Caller &)> hidden;
    /// Lists tell what is hidden as "", as clients of the API know it.
    bool listsHiddenAsEmpty = false;
    std::vector<Extra> extras;
    /// Stored files that go with a row.
    std::vector<media::FileKind> files;
    /// The answers to a creation and to a change have the related lists too.
    bool isToldWholeWhenNew = false;
    bool isToldWholeWhenChanged = false;
    /// Lists that are asked for without any word have the related lists.
    bool isListedWhole = false;

    /// The first part of the events' names and the key of the payload; the table's when empty.
    std::string event;
    std::string eventKey;
    bool isSilent = false; // tells no events
    /// Adds to an event what else is told of the row; `what` is "new", "update" or "delete".
    std::function<void(api::Event &, const std::string &what, const Json &row)> completingEvent;

    // Rules of its own; what they throw refuses the change as a whole.
    std::function<void(api::Writing &, Json &body)> readingNew; // before the body is checked
    std::function<void(api::Writing &, Json &body)> readingChange;
    std::function<void(api::Writing &, Input &)> creating;        // before the row is made
    std::function<void(api::Writing &, const Json &row)> created; // after
    std::function<void(api::Writing &, const Json &row, Input &)> changing;
    std::function<void(api::Writing &, const Json &before, const Json &row)> changed;
    /// Takes what hangs on the row along, or refuses; the row itself goes afterwards.
    std::function<void(api::Writing &, const Json &row, bool isForced)> removing;
    std::function<void(api::Writing &, const Json &row)> removed;
    /// Adds to the answer of a creation or a change.
    std::function<void(const api::Reading &, Json &told)> telling;
    /// Adds to the answer of a single read.
    std::function<void(const api::Reading &, Json &told)> tellingOne;
};

/// "{column}": the whole other record, as the extra `name`.
Extra embedded(std::string name, std::string column, std::string table);

} // namespace callboard::records
