// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RowShape.h"

#include <mutex>
#include <unordered_map>

namespace callboard::records {

using schema::Type;

namespace {

void writeMoment(api::JsonWriter &writer, std::string_view stored)
{
    // PostgreSQL writes a space where SQLite keeps the T.
    if (stored.size() > 10 && stored[10] == 'T')
        writer.plainString(stored.substr(0, 19));
    else
        writer.plainString(toldMoment(stored));
}

} // namespace

RowShape::RowShape(const schema::Table &table)
    : m_table(&table)
{
    for (const schema::Field &field : table.fields())
        if (!field.isSecret) m_members.push_back({field.name, '"' + field.name + "\":", field.type});
}

const RowShape &RowShape::of(std::string_view table)
{
    static const auto shapes = [] {
        std::unordered_map<std::string_view, RowShape> all;
        for (const schema::Table &candidate : schema::tables()) all.emplace(candidate.name(), RowShape(candidate));
        return all;
    }();
    return shapes.at(table);
}

RowShape RowShape::only(const std::vector<std::string> &fields) const
{
    RowShape shape = *this;
    shape.m_members.clear();
    for (const auto &field : fields) {
        const auto found =
            std::find_if(m_members.begin(), m_members.end(), [&](const Member &m) { return m.name == field; });
        if (found == m_members.end()) throw std::logic_error(m_table->name() + " tells no column " + field);
        shape.m_members.push_back(*found);
    }
    return shape;
}

RowShape RowShape::without(const std::vector<std::string> &fields) const
{
    RowShape shape = *this;
    std::erase_if(shape.m_members,
        [&](const Member &m) { return std::find(fields.begin(), fields.end(), m.name) != fields.end(); });
    return shape;
}

std::string RowShape::columns(std::string_view alias) const
{
    const std::string prefix = (alias.empty() ? m_table->name() : std::string(alias)) + '.';
    std::string out;
    for (const Member &member : m_members) out += (out.empty() ? "" : ", ") + prefix + member.name;
    return out;
}

void RowShape::writeMembers(api::JsonWriter &writer, const store::Rows &rows, int first) const
{
    int column = first;
    for (const Member &member : m_members) {
        writer.quotedKey(member.quotedKey);
        writeCell(writer, rows, column++, member.type);
    }
}

void RowShape::writeObject(api::JsonWriter &writer, const store::Rows &rows, int first) const
{
    writer.beginObject();
    writeMembers(writer, rows, first);
    writer.key("type").plainString(m_table->model());
    writer.endObject();
}

Json RowShape::toJson(const store::Rows &rows, int first) const
{
    Json object = Json::object();
    int column = first;
    for (const Member &member : m_members) {
        Json &cell = object[member.name];
        if (rows.isNull(column)) {
            ++column;
            continue;
        }
        switch (member.type) {
        case Type::Integer: cell = rows.integer(column); break;
        case Type::Real: cell = rows.real(column); break;
        case Type::Boolean: cell = rows.boolean(column); break;
        case Type::Json: cell = Json::parse(rows.text(column)); break;
        case Type::Moment: cell = toldMoment(rows.text(column)); break;
        case Type::Uuid:
        case Type::Text:
        case Type::Date: cell = rows.string(column); break;
        }
        ++column;
    }
    object["type"] = m_table->model();
    return object;
}

void RowShape::writeCell(api::JsonWriter &writer, const store::Rows &rows, int column, Type type)
{
    // Text tells by itself whether there is something, mostly: one call less for each cell.
    const bool isText = type != Type::Integer && type != Type::Real && type != Type::Boolean;
    const std::string_view text = isText ? rows.text(column) : std::string_view();
    const bool isNothing = text.empty() && ((isText && !text.data()) || rows.isNull(column));
    if (isNothing) {
        writer.null();
        return;
    }
    switch (type) {
    case Type::Integer: writer.integer(rows.integer(column)); break;
    case Type::Real: writer.real(rows.real(column)); break;
    case Type::Boolean: writer.boolean(rows.boolean(column)); break;
    case Type::Json: writer.raw(text); break;
    case Type::Moment: writeMoment(writer, text); break;
    case Type::Uuid:
    case Type::Date: writer.plainString(text); break;
    case Type::Text: writer.string(text); break;
    }
}

std::string toldMoment(std::string_view stored)
{
    std::string told(stored.substr(0, 19));
    if (told.size() > 10) told[10] = 'T';
    return told;
}

} // namespace callboard::records
