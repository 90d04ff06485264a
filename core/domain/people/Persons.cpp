// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/Persons.h"

#include "core/domain/people/PersonFields.h"
#include "core/domain/people/PersonJson.h"
#include "core/domain/secrets/IssuedTokens.h"
#include "core/domain/secrets/Passwords.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

const schema::Relation &departmentsRelation()
{
    return *schema::table("person").relation("departments");
}

struct Present
{
    std::string role;
    bool isActive = false;
    bool isBot = false;
    bool hasEmail = false;
};

Present presentOf(store::Connection &database, const std::string &id)
{
    auto person = database.query("SELECT role, active, is_bot, email FROM person WHERE id = ?", id);
    if (!person.next()) throw api::notFound("The person");
    return {person.string(0), person.boolean(1), person.boolean(2), !person.isNull(3)};
}

void requireAllowedChange(api::Writing &writing, const std::string &id, const PersonFields &fields)
{
    const Present present = presentOf(writing.database, id);
    if (!writing.caller.isAdmin() && id != writing.caller.id) throw api::forbidden();
    const bool loses = fields.values.value("role", present.role) != "admin"
        || (fields.values.contains("active") && fields.values["active"] != true)
        || (fields.values.contains("is_bot") && fields.values["is_bot"] == true);
    if (present.role == "admin" && present.isActive && !present.isBot && loses)
        requireAnotherAdministrator(writing.database, id);
    if (fields.values.contains("email") && !present.isBot) {
        const Json &email = fields.values["email"];
        if (email.is_null() && present.hasEmail) throw api::badRequest("A person keeps a mail address.");
        if (email.is_string()) requireFreeAddress(writing, email.get<std::string>(), id);
    }
}

} // namespace

std::string makePerson(api::Writing &writing, const PersonFields &fields)
{
    const Json email = fields.values.value("email", Json());
    if (email.is_string() && !fields.values.value("is_bot", false))
        requireFreeAddress(writing, email.get<std::string>());
    const std::string id = records::insert(writing, "person", fields.values)["id"].get<std::string>();
    if (fields.departments)
        records::setRelation(
            writing, departmentsRelation(), id, existingDepartments(writing.database, *fields.departments));
    writing.tell("person:new", {{"person_id", id}});
    return id;
}

void changePerson(api::Writing &writing, const std::string &id, const PersonFields &fields)
{
    const Present before = presentOf(writing.database, id);
    requireAllowedChange(writing, id, fields);
    if (!fields.values.empty()) records::update(writing, "person", id, fields.values);
    if (fields.departments)
        records::setRelation(
            writing, departmentsRelation(), id, existingDepartments(writing.database, *fields.departments));
    const bool wasPaused = before.isActive && fields.values.contains("active") && fields.values["active"] != true;
    if (wasPaused && !before.isBot) secrets::endSessions(writing, id);
    writing.tell("person:update", {{"person_id", id}});
}

Json changedPerson(api::Writing &writing, const std::string &id)
{
    Json person = *findPerson(writing.database, id, PersonForm::WithDepartments);
    auto jti = writing.database.query("SELECT jti FROM person WHERE id = ?", id);
    jti.next();
    person["jti"] = jti.isNull(0) ? Json() : Json(jti.string(0));
    return person;
}

std::string personIdOf(const api::Request &request, std::string_view parameter)
{
    if (!api::isUuid(request.pathValue(parameter)))
        throw api::Error(400, "This is no identifier.", {{"data", nullptr}});
    return request.pathId(parameter);
}

void requireAnotherAdministrator(store::Connection &database, const std::string &personId)
{
    if (!database
             .query("SELECT 1 FROM person WHERE role = 'admin' AND active AND NOT is_bot AND id <> ? LIMIT 1", personId)
             .next())
        throw api::badRequest("This is the last active administrator.");
}

api::Response showPerson(api::Reading &reading, const api::Request &request)
{
    const std::string id = personIdOf(request, "person_id");
    const bool seesAll = reading.caller.isAdmin() || reading.caller.isManager();
    const bool wantsRelations = request.query.find("relations").value_or("true") != "false";
    const PersonForm form = seesAll ? (wantsRelations ? PersonForm::WithDepartments : PersonForm::Record)
                                    : (wantsRelations ? PersonForm::ShortWithDepartments : PersonForm::Short);
    auto person = findPerson(reading.database, id, form);
    if (!person) throw api::notFound("The person");
    return api::json(*person);
}

api::Response createPerson(api::Working &working, api::Request &request)
{
    PersonFields fields = newPersonFields(request.jsonObject(), dayOf(working.services.now()));
    // Without a hash the password is the default one, which asks for another at the first sign-in.
    if (fields.password && *fields.password != secrets::defaultPassword)
        fields.values["password"] = secrets::hashPassword(*fields.password);
    return working.write([&](api::Writing &writing) {
        const bool isBot = fields.values.value("is_bot", false);
        const std::string id = makePerson(writing, fields);
        Json person = changedPerson(writing, id);
        // Told as it was made: the name of its first token is not among it.
        if (isBot) person["access_token"] = secrets::newScriptToken(writing, id, true, fields.expirationDate);
        return api::json(person, 201);
    });
}

api::Response updatePerson(api::Writing &writing, api::Request &request)
{
    const std::string id = personIdOf(request, "person_id");
    const Json body = request.jsonObject();
    const Present before = presentOf(writing.database, id);
    const PersonFields fields = changedPersonFields(body, dayOf(writing.now), writing.caller);
    changePerson(writing, id, fields);
    std::string token;
    if (fields.namesExpiration) token = secrets::newScriptToken(writing, id, before.isBot, fields.expirationDate);
    Json person = changedPerson(writing, id);
    if (!token.empty()) person["access_token"] = token;
    return api::json(person);
}

api::Response clearPicture(api::Writing &writing, api::Request &request)
{
    const bool isOwn = request.pathValue("person_id").empty();
    const std::string id = isOwn ? writing.caller.id : request.pathId("person_id");
    auto person = writing.database.query("SELECT has_avatar FROM person WHERE id = ?", id);
    if (!person.next()) throw api::notFound("The person");
    if (!person.boolean(0)) return api::noContent();
    records::update(writing, "person", id, {{"has_avatar", false}});
    media::removeAfterCommit(writing, media::FileKind::PersonPicture, id);
    writing.tell("person:update", {{"person_id", id}});
    return api::noContent();
}

} // namespace callboard::people
