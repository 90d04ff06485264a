// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordRoutes.h"

#include "core/records/RecordOperations.h"

namespace callboard::records {

namespace {

using api::Verb;

template<typename Context, typename Sent>
api::Operation operation(api::Response (*run)(Context &, const api::Request &, const Model &), const Model &model)
{
    return std::function<api::Response(Context &, Sent &)>(
        [run, &model](Context &context, Sent &request) { return run(context, request, model); });
}

api::Operation reads(api::Response (*run)(api::Reading &, const api::Request &, const Model &), const Model &model)
{
    return operation<api::Reading, const api::Request>(run, model);
}

api::Operation writes(api::Response (*run)(api::Writing &, const api::Request &, const Model &), const Model &model)
{
    return operation<api::Writing, api::Request>(run, model);
}

} // namespace

api::Routes recordRoutes(const Models &models)
{
    api::Routes routes;
    for (const Model &model : models.all()) {
        const std::string one = model.path + "/{instance_id}";
        if (model.list.require) routes.emplace_back(Verb::Get, model.path, model.list, reads(listRecords, model));
        if (model.create.require)
            routes.emplace_back(Verb::Post, model.path, model.create, writes(createRecord, model));
        routes.emplace_back(Verb::Get, one, model.read, reads(readRecord, model));
        routes.emplace_back(Verb::Put, one, model.change, writes(changeRecord, model));
        routes.emplace_back(Verb::Delete, one, model.remove, writes(removeRecord, model));
    }
    return routes;
}

} // namespace callboard::records
