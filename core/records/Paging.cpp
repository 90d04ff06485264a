// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Paging.h"

namespace callboard::records {

namespace {

std::optional<std::int64_t> wholeNumber(const api::Request &request, const std::string &name)
{
    const auto word = request.query.find(name);
    if (!word) return std::nullopt;
    schema::Field field;
    field.name = name;
    field.type = schema::Type::Integer;
    return readWord(field, *word).get<std::int64_t>();
}

} // namespace

PageAsked pageAskedBy(const api::Request &request)
{
    PageAsked page;
    const auto limit = wholeNumber(request, "limit");
    const auto number = wholeNumber(request, "page");
    if (limit && *limit != 0) page.limit = *limit;
    page.isAsked = number && *number >= 0;
    if (page.isAsked && page.limit < 0) throw api::badRequest("limit must not be below 0.");
    if (page.isAsked) page.number = *number;
    return page;
}

void writeList(api::JsonWriter &writer, store::Connection &database, const std::string &table,
    const std::string &select, const Condition &condition, const PageAsked &page,
    const std::function<void(api::JsonWriter &, const store::Rows &)> &writeRow)
{
    const auto writeRows = [&](store::Rows rows) {
        while (rows.next()) writeRow(writer, rows);
    };
    if (!page.isAsked) {
        writer.beginArray();
        writeRows(database.runStreaming(select + condition.where(), condition.values));
        writer.endArray();
        return;
    }
    auto counted = database.run("SELECT COUNT(*) FROM " + table + condition.where(), condition.values);
    counted.next();
    const std::int64_t total = counted.integer(0);
    writer.beginObject().key("data").beginArray();
    if (!page.isBeyond(total)) {
        auto values = condition.values;
        values.emplace_back(page.limit);
        values.emplace_back(page.offset());
        writeRows(database.runStreaming(select + condition.where() + " ORDER BY " + table + ".updated_at DESC, " + table
                + ".created_at DESC, " + table + ".id LIMIT ? OFFSET ?",
            values));
    }
    writer.endArray();
    writer.key("total").integer(page.isBeyond(total) ? 0 : total);
    writer.key("nb_pages").integer((total + page.limit - 1) / page.limit);
    writer.key("limit").integer(page.limit).key("offset").integer(page.offset()).key("page").integer(page.number);
    writer.endObject();
}

} // namespace callboard::records
