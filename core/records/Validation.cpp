// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Validation.h"

#include "core/api/Error.h"
#include "core/api/Request.h"
#include "core/records/Record.h"
#include "core/store/schema/Tables.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace callboard::records {

namespace {

using schema::Field;
using schema::Relation;
using schema::Table;
using schema::Type;

api::Error fault(const Field &field, const std::string &what)
{
    return api::badRequest(field.name + " " + what + ".");
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

template<typename Number>
std::optional<Number> parsed(std::string_view text)
{
    text = trimmed(text);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

Json integerIn(const Field &field, std::int64_t value)
{
    using Limits = std::numeric_limits<std::int32_t>;
    if (!field.isLarge && (value < Limits::min() || value > Limits::max())) throw fault(field, "is too large a number");
    return value;
}

Json readInteger(const Field &field, const Json &value)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
        throw fault(field, "is too large a number");
    if (value.is_number_integer()) return integerIn(field, value.get<std::int64_t>());
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (!(std::abs(number) < 9e18)) throw fault(field, "is too large a number");
        return integerIn(field, static_cast<std::int64_t>(number));
    }
    if (value.is_string())
        if (const auto number = parsed<std::int64_t>(value.get_ref<const std::string &>()))
            return integerIn(field, *number);
    throw fault(field, "must be a whole number");
}

Json readReal(const Field &field, const Json &value)
{
    if (value.is_number()) return value.get<double>();
    if (value.is_string())
        if (const auto number = parsed<double>(value.get_ref<const std::string &>()); number && std::isfinite(*number))
            return *number;
    throw fault(field, "must be a number");
}

Json readBoolean(const Field &field, const Json &value)
{
    if (value.is_boolean()) return value;
    if (value.is_number_integer()) {
        if (value == 1) return true;
        if (value == 0) return false;
    }
    throw fault(field, "must be true or false");
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Json readText(const Field &field, const Json &value)
{
    std::string text;
    if (value.is_string())
        text = value.get<std::string>();
    else if (value.is_number())
        text = value.dump();
    else
        throw fault(field, "must be a text");
    if (text.find('\0') != std::string::npos) throw fault(field, "has a character that no text may have");
    if (field.length > 0 && characters(text) > static_cast<std::size_t>(field.length))
        throw fault(field, "is longer than " + std::to_string(field.length) + " characters");
    if (!field.choices.empty() && std::find(field.choices.begin(), field.choices.end(), text) == field.choices.end())
        throw fault(field, "must be one of its choices");
    return text;
}

Json readId(const Field &field, const Json &value)
{
    if (!value.is_string() || !api::isUuid(value.get_ref<const std::string &>()))
        throw fault(field, "must be an identifier");
    std::string id = value.get<std::string>();
    std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return std::tolower(c); });
    return id;
}

Json readTime(const Field &field, const Json &value)
{
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        const auto stored = field.type == Type::Date ? storedDate(text) : storedMoment(text);
        if (stored) return *stored;
    }
    throw fault(field, field.type == Type::Date ? "must be a day" : "must be a moment");
}

bool isStamp(const std::string &name)
{
    return name == "id" || name == "created_at" || name == "updated_at";
}

/// Collects the faults of several values into one refusal.
class Faults
{
public:
    template<typename Read>
    void collect(Read read)
    {
        try {
            read();
        } catch (const api::Error &error) {
            add(error.what());
        }
    }
    void add(const std::string &sentence) { m_sentences += (m_sentences.empty() ? "" : " ") + sentence; }
    void throwIfAny() const
    {
        if (!m_sentences.empty()) throw api::badRequest(m_sentences);
    }

private:
    std::string m_sentences;
};

void checkReferences(KnownRows &known, const Table &table, const Json &columns, Faults &faults)
{
    for (const auto &[name, value] : columns.items()) {
        const Field &field = *table.field(name);
        if (field.references.empty() || value.is_null()) continue;
        if (!known.has(field.references, value.get<std::string>()))
            faults.add(name + " names a record that does not exist.");
    }
}

void readRelations(KnownRows &known, const Table &table, const Json &body, Input &input, Faults &faults)
{
    for (const Relation &relation : table.relations()) {
        const auto sent = body.find(relation.name);
        if (!relation.isWritable || sent == body.end() || sent->is_null()) continue;
        faults.collect([&] {
            const Field *other = schema::table(relation.through).field(relation.otherColumn);
            input.relations[relation.name] = known.those(other->references, readIds(relation.name, *sent));
        });
    }
}

/// A value of a new row; nothing when the default is taken.
void readNewColumn(const Field &field, const Json &body, Input &input)
{
    const auto sent = body.find(field.name);
    if (sent != body.end() && !sent->is_null() && !field.isProtected) {
        input.columns[field.name] = readValue(field, *sent);
        return;
    }
    if (field.fallback.is_null() && !field.isNullable) throw fault(field, "is needed");
}

} // namespace

std::string Input::text(const std::string &column) const
{
    const auto found = columns.find(column);
    return found != columns.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Input readNewRow(store::Connection &database, const Table &table, const Json &body)
{
    KnownRows known(database);
    return readNewRow(known, table, body);
}

Input readChanges(store::Connection &database, const Table &table, const Json &body)
{
    KnownRows known(database);
    return readChanges(known, table, body);
}

Input readNewRow(KnownRows &known, const Table &table, const Json &body)
{
    Input input;
    Faults faults;
    for (const auto &[name, value] : body.items()) {
        const Field *field = table.field(name);
        if ((!field || field->isSecret) && !table.relation(name)) faults.add(name + " is not known here.");
    }
    for (const Field &field : table.fields())
        if (!isStamp(field.name) && !field.isSecret) faults.collect([&] { readNewColumn(field, body, input); });
    checkReferences(known, table, input.columns, faults);
    readRelations(known, table, body, input, faults);
    faults.throwIfAny();
    return input;
}

Input readChanges(KnownRows &known, const Table &table, const Json &body)
{
    Input input;
    Faults faults;
    for (const Field &field : table.fields()) {
        const auto sent = body.find(field.name);
        if (sent == body.end() || isStamp(field.name) || field.isSecret || field.isProtected) continue;
        faults.collect([&] {
            if (sent->is_null() && !field.isNullable) throw fault(field, "may not be empty");
            input.columns[field.name] = sent->is_null() ? Json() : readValue(field, *sent);
        });
    }
    checkReferences(known, table, input.columns, faults);
    readRelations(known, table, body, input, faults);
    faults.throwIfAny();
    return input;
}

Json readValue(const Field &field, const Json &value)
{
    switch (field.type) {
    case Type::Integer: return readInteger(field, value);
    case Type::Real: return readReal(field, value);
    case Type::Boolean: return readBoolean(field, value);
    case Type::Date:
    case Type::Moment: return readTime(field, value);
    case Type::Uuid: return readId(field, value);
    case Type::Text: return readText(field, value);
    case Type::Json: return value;
    }
    throw std::logic_error("unknown column type");
}

Json readWord(const Field &field, std::string_view word)
{
    const std::string text(word);
    if (field.type == Type::Boolean) {
        std::string folded = text;
        std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) { return std::tolower(c); });
        for (const char *yes : {"y", "yes", "t", "true", "on", "1"})
            if (folded == yes) return true;
        for (const char *no : {"n", "no", "f", "false", "off", "0"})
            if (folded == no) return false;
        throw fault(field, "must be true or false");
    }
    // Texts are compared as they are: one that is no choice or too long finds nothing.
    if (field.type == Type::Text || field.type == Type::Json) return text;
    return readValue(field, text);
}

std::vector<std::string> readIds(std::string_view name, const Json &value)
{
    Field field;
    field.name = name;
    if (!value.is_array()) throw fault(field, "must be a list of identifiers");
    std::vector<std::string> ids;
    for (const Json &item : value)
        ids.push_back(readId(field, item.is_object() && item.contains("id") ? item["id"] : item));
    return ids;
}

std::vector<std::string> existing(
    store::Connection &database, const std::string &table, const std::vector<std::string> &ids)
{
    std::vector<std::string> found;
    if (ids.empty()) return found;
    const std::vector<store::Value> values(ids.begin(), ids.end());
    auto rows =
        database.run("SELECT id FROM " + table + " WHERE id IN (" + store::placeholders(ids.size()) + ")", values);
    while (rows.next()) found.push_back(rows.string(0));
    return found;
}

} // namespace callboard::records
