// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ImportErrors.h"

#include "core/records/Record.h"

namespace callboard::exchange {

api::Response listImportErrors(api::Reading &reading, const api::Request &)
{
    return api::stream([&database = reading.database](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("data_import_error");
        auto rows = database.query("SELECT " + shape.columns() + " FROM data_import_error ORDER BY created_at, id");
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

api::Response keepImportError(api::Writing &writing, api::Request &request)
{
    const Json event = request.json();
    if (event.is_null()) throw api::badRequest("There is nothing to keep.");
    return api::json(
        records::insert(writing, "data_import_error", {{"event_data", event}, {"source", "shotgun"}}), 201);
}

api::Response removeImportError(api::Writing &writing, api::Request &request)
{
    if (!records::remove(writing, "data_import_error", request.pathId("error_id")))
        throw api::notFound("The import error");
    return api::noContent();
}

} // namespace callboard::exchange
