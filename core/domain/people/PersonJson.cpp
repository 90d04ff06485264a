// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PersonJson.h"

#include "core/records/RowShape.h"

namespace callboard::people {

namespace {

using records::RowShape;

bool isShort(PersonForm form)
{
    return form == PersonForm::Short || form == PersonForm::ShortWithDepartments;
}

bool hasDepartments(PersonForm form)
{
    return form == PersonForm::WithDepartments || form == PersonForm::ShortWithDepartments;
}

/// Both shapes begin with first_name and last_name: full_name is made of them.
const RowShape &shapeOf(PersonForm form)
{
    static const RowShape brief = RowShape::of("person").only(
        {"first_name", "last_name", "has_avatar", "active", "studio_id", "role", "desktop_login", "is_bot", "id"});
    return isShort(form) ? brief : RowShape::of("person");
}

Json namesOfKeys(const store::Rows &rows, int column)
{
    Json names = Json::array();
    if (rows.isNull(column)) return names;
    for (const Json &key : Json::parse(rows.text(column))) names.push_back(key.value("device_name", std::string()));
    return names;
}

} // namespace

std::string personColumns(store::Dialect dialect, PersonForm form, std::string_view alias)
{
    const std::string name(alias);
    std::string columns = shapeOf(form).columns(alias);
    if (!isShort(form)) columns += ", " + name + ".fido_credentials";
    if (hasDepartments(form))
        columns += ", (SELECT " + store::fragment::jsonArray(dialect, "department_link.department_id")
            + " FROM department_link WHERE department_link.person_id = " + name + ".id)";
    return columns;
}

int personColumnCount(PersonForm form)
{
    return shapeOf(form).size() + (isShort(form) ? 0 : 1) + (hasDepartments(form) ? 1 : 0);
}

void writePerson(api::JsonWriter &writer, const store::Rows &rows, PersonForm form, int first)
{
    writer.beginObject();
    writePersonMembers(writer, rows, form, first);
    writer.endObject();
}

void writePersonMembers(api::JsonWriter &writer, const store::Rows &rows, PersonForm form, int first)
{
    shapeOf(form).writeMembers(writer, rows, first);
    int column = first + shapeOf(form).size();
    writer.key("full_name").string(fullName(rows.text(first), rows.text(first + 1)));
    writer.key("type").plainString("Person");
    if (!isShort(form)) writer.key("fido_devices").value(namesOfKeys(rows, column++));
    if (hasDepartments(form))
        writer.key("departments").raw(rows.isNull(column) ? "[]" : rows.text(column));
    else if (isShort(form))
        writer.key("departments").raw("[]");
}

Json personJson(const store::Rows &rows, PersonForm form, int first)
{
    api::JsonWriter writer;
    writePerson(writer, rows, form, first);
    return Json::parse(writer.take());
}

std::optional<Json> findPerson(store::Connection &database, const std::string &id, PersonForm form)
{
    auto rows =
        database.query("SELECT " + personColumns(database.dialect(), form) + " FROM person WHERE person.id = ?", id);
    if (!rows.next()) return std::nullopt;
    return personJson(rows, form);
}

std::string fullNameSql(std::string_view alias)
{
    const std::string first = std::string(alias) + ".first_name";
    const std::string last = std::string(alias) + ".last_name";
    return "(" + first + " || CASE WHEN " + first + " = '' OR " + last + " = '' THEN '' ELSE ' ' END || " + last + ")";
}

std::string fullName(std::string_view firstName, std::string_view lastName)
{
    std::string name(firstName);
    if (!name.empty() && !lastName.empty()) name += ' ';
    name += lastName;
    return name;
}

} // namespace callboard::people
