// SPDX-License-Identifier: GPL-3.0-or-later
// The operations behind the generic routes, for any model.
#pragma once

#include "core/records/Model.h"

namespace callboard::records {

api::Response listRecords(api::Reading &reading, const api::Request &request, const Model &model);
api::Response readRecord(api::Reading &reading, const api::Request &request, const Model &model);
api::Response createRecord(api::Writing &writing, const api::Request &request, const Model &model);
api::Response changeRecord(api::Writing &writing, const api::Request &request, const Model &model);
api::Response removeRecord(api::Writing &writing, const api::Request &request, const Model &model);

/// The record as this caller is told it. Throws 404.
Json tellRecord(const api::Reading &reading, const Model &model, const std::string &id, bool withRelations);
/// The records that fulfil the condition, whole or as the page that the request asks for.
api::Response listPage(
    api::Reading &reading, const api::Request &request, const Model &model, Condition condition, bool withRelations);
/// An array of the records that fulfil the condition, in that order ("name, id"), written from the cursor.
api::Response listWhere(
    api::Reading &reading, const Model &model, Condition condition, const std::string &order, bool withRelations);
/// Makes a row with its related lists, runs the model's rules, tells the event; returns the row.
Json makeRecord(api::Writing &writing, const Model &model, Json body);
/// Tells MODEL:WHAT with MODEL_id, to the team of the production it belongs to.
void tellChange(
    api::Writing &writing, const Model &model, const std::string &what, const Json &row, const std::string &projectId);

} // namespace callboard::records
