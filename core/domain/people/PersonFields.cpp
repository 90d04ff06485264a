// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PersonFields.h"

#include "core/api/Fields.h"
#include "core/domain/secrets/Passwords.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace callboard::people {

namespace {

using schema::Field;

// Second factors are switched by core/auth alone, which asks for a code; jti names the newest script token.
constexpr std::array neverWritten{
    "id", "created_at", "updated_at", "jti", "totp_enabled", "email_otp_enabled", "fido_enabled"};
constexpr std::array administratorsAlone{"role", "departments", "active", "archived", "is_bot", "studio_id",
    "login_failed_attemps", "last_login_failed", "ldap_uid", "is_generated_from_ldap", "last_presence", "daily_salary",
    "shotgun_id"};

template<typename Names>
bool isAmong(const Names &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

api::Error badValue(const std::string &name, const std::string &message)
{
    return api::Error(400, name + ": " + message, {{"data", nullptr}});
}

/// As the generic routes read values; a refusal is told as this family of routes does.
template<typename Read>
auto refusedWithData(Read read)
{
    try {
        return read();
    } catch (const api::Error &error) {
        throw api::Error(400, error.what(), {{"data", nullptr}});
    }
}

Json checkedValue(const Field &field, const Json &value)
{
    if (!value.is_null()) return refusedWithData([&] { return records::readValue(field, value); });
    if (!field.isNullable) throw badValue(field.name, "This may not be empty.");
    return value;
}

void checkMeaning(const std::string &name, const Json &value)
{
    if (!value.is_string()) return;
    const auto text = QString::fromStdString(value.get<std::string>());
    if (name == "email" && !isMailAddress(value.get<std::string>())) throw badValue(name, "This is no mail address.");
    if (name == "locale" && QLocale(text).language() == QLocale::C) throw badValue(name, "This language is not known.");
    if (name == "timezone" && !QTimeZone::isTimeZoneIdAvailable(text.toUtf8()))
        throw badValue(name, "This time zone is not known.");
}

/// Only "YYYY-MM-DD" from today on, or null.
std::optional<std::string> checkedExpiration(const Json &value, const std::string &today)
{
    if (value.is_null()) return std::nullopt;
    const std::string text = value.is_string() ? value.get<std::string>() : std::string();
    if (text.size() != 10 || !records::storedDate(text)) throw badValue("expiration_date", "This is no date.");
    if (text < today) throw badValue("expiration_date", "This day has passed.");
    return text;
}

void readField(PersonFields &fields, const std::string &name, const Json &value, const std::string &today)
{
    if (name == "departments") {
        fields.departments = value.is_null() ? std::vector<std::string>()
                                             : refusedWithData([&] { return records::readIds("departments", value); });
        return;
    }
    if (name == "expiration_date") {
        fields.namesExpiration = true;
        fields.expirationDate = checkedExpiration(value, today);
        fields.values[name] = value;
        return;
    }
    const Field &field = *schema::table("person").field(name);
    fields.values[name] = checkedValue(field, value);
    // Stored in one way, so that it is found whatever was typed.
    if (name == "email" && value.is_string()) fields.values[name] = loweredAddress(fields.values[name]);
    checkMeaning(name, fields.values[name]);
}

bool isColumn(const std::string &name)
{
    const Field *field = schema::table("person").field(name);
    return field && !field->isSecret;
}

} // namespace

PersonFields newPersonFields(const Json &body, const std::string &today)
{
    PersonFields fields;
    for (const auto &[name, value] : body.items()) {
        if (name == "password") {
            if (!value.is_null()) fields.password = api::Fields(body).text("password");
            continue;
        }
        if (isAmong(neverWritten, name)) continue;
        if (name != "departments" && !isColumn(name)) throw badValue(name, "A person has no such field.");
        if (value.is_null() && name == "email") throw badValue(name, "Leave it out where there is none.");
        // Null takes the default.
        if (value.is_null() && name != "departments") continue;
        readField(fields, name, value, today);
    }
    for (const char *needed : {"first_name", "last_name"})
        if (!fields.values.contains(needed)) throw badValue(needed, "This is missing.");
    if (fields.password && *fields.password != secrets::defaultPassword
        && fields.password->size() < secrets::leastPasswordLength)
        throw badValue("password", "This is too short.");
    return fields;
}

PersonFields changedPersonFields(const Json &body, const std::string &today, const api::Caller &caller)
{
    PersonFields fields;
    for (const auto &[name, value] : body.items()) {
        if (isAmong(neverWritten, name)) continue;
        if (name == "two_factor_authentication" && !value.is_null()) { // a former name
            if (value != "totp" && value != "email_otp" && value != "fido")
                throw badValue(name, "There is no such second factor.");
            continue;
        }
        if (name != "departments" && !isColumn(name)) continue;
        if (!caller.isAdmin() && isAmong(administratorsAlone, name)) continue;
        if (!caller.isAdmin() && caller.isBot && name == "expiration_date") continue;
        readField(fields, name, value, today);
    }
    return fields;
}

std::string loweredAddress(const std::string &email)
{
    return QString::fromStdString(email).toLower().toStdString();
}

bool isMailAddress(std::string_view text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\.]+(\\.[^\\s@<>\",;:\\\\.]+)+\\z"));
    return text.size() <= 254
        && form.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).hasMatch();
}

void requireFreeAddress(api::Writing &writing, const std::string &email, const std::string &personId)
{
    auto other =
        writing.database.query("SELECT id FROM person WHERE lower(email) = lower(?) AND NOT is_bot ORDER BY id", email);
    while (other.next())
        if (other.text(0) != personId) throw api::badRequest("Another person has this mail address.");
}

std::vector<std::string> existingDepartments(store::Connection &database, const std::vector<std::string> &ids)
{
    return records::existing(database, "department", ids);
}

} // namespace callboard::people
