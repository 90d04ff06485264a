// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table person()
{
    return Table("person", "Person")
        .text("first_name", 80).notNull()
        .text("last_name", 80).notNull()
        .text("email", 255)
        .text("phone", 30)
        .choice("contract_type", {"open-ended", "fixed-term", "short-term", "freelance", "apprentice", "internship"}).notNull().byDefault("open-ended")
        .boolean("active").byDefault(true)
        .boolean("archived").byDefault(false)
        .date("last_presence")
        .text("password", 255).secret()
        .text("desktop_login", 80)
        .integer("login_failed_attemps").byDefault(0)
        .moment("last_login_failed")
        .boolean("totp_enabled").byDefault(false)
        .text("totp_secret", 32).secret()
        .boolean("email_otp_enabled").byDefault(false)
        .text("email_otp_secret", 32).secret()
        .boolean("fido_enabled").byDefault(false)
        .json("fido_credentials").secret()
        .json("otp_recovery_codes").secret()
        .choice("preferred_two_factor_authentication", {"totp", "email_otp", "fido"})
        .integer("shotgun_id").unique()
        .text("timezone", 50).byDefault("Europe/Paris")
        .text("locale", 10).byDefault("en_US")
        .json("data")
        .choice("role", {"user", "admin", "supervisor", "manager", "client", "vendor"}).notNull().byDefault("user")
        .choice("position", {"supervisor", "lead", "artist"}).byDefault("artist")
        .choice("seniority", {"senior", "mid", "junior"}).byDefault("mid")
        .integer("daily_salary").byDefault(0)
        .boolean("has_avatar").byDefault(false)
        .boolean("notifications_enabled").byDefault(false)
        .boolean("notifications_slack_enabled").byDefault(false)
        .text("notifications_slack_userid", 60).byDefault("")
        .boolean("notifications_mattermost_enabled").byDefault(false)
        .text("notifications_mattermost_userid", 60).byDefault("")
        .boolean("notifications_discord_enabled").byDefault(false)
        .text("notifications_discord_userid", 60).byDefault("")
        .boolean("is_bot").notNull().byDefault(false)
        .text("jti", 60).unique().secret()
        .date("expiration_date")
        .reference("studio_id", "studio").indexed()
        .boolean("is_generated_from_ldap").byDefault(false)
        .text("ldap_uid", 60).unique()
        .stamped()
        .linked("departments", "department_link", "person_id", "department_id");
}

Table department()
{
    return Table("department", "Department")
        .text("name", 80).notNull().unique()
        .text("color", 7).notNull()
        .boolean("archived").byDefault(false)
        .stamped();
}

Table departmentLink()
{
    return Table("department_link", "DepartmentLink")
        .reference("person_id", "person").indexed().key().cascades()
        .reference("department_id", "department").indexed().key()
        .uniqueTogether({"person_id", "department_id"});
}

Table studio()
{
    return Table("studio", "Studio")
        .text("name", 80).notNull().unique()
        .text("color", 7).notNull()
        .boolean("archived").byDefault(false)
        .stamped();
}

Table organisation()
{
    return Table("organisation", "Organisation")
        .text("name", 80).notNull().unique()
        .real("hours_by_day").notNull().byDefault(8)
        .boolean("has_avatar").byDefault(false)
        .boolean("use_original_file_name").byDefault(false)
        .boolean("timesheets_locked").byDefault(false)
        .boolean("format_duration_in_hours").byDefault(false)
        .boolean("hd_by_default").byDefault(false)
        .text("chat_token_slack", 80).byDefault("")
        .text("chat_webhook_mattermost", 80).byDefault("")
        .text("chat_token_discord", 80).byDefault("")
        .boolean("dark_theme_by_default").byDefault(false)
        .stamped();
}

Table dayOff()
{
    return Table("day_off", "DayOff")
        .date("date").notNull()
        .date("end_date").notNull()
        .text("description")
        .reference("person_id", "person").indexed()
        .stamped()
        .uniqueTogether({"person_id", "date"})
        .check("date <= end_date");
}

Table desktopLoginLog()
{
    return Table("desktop_login_log", "DesktopLoginLog")
        .reference("person_id", "person").notNull().indexed()
        .moment("date").notNull()
        .stamped();
}

Table loginLog()
{
    return Table("login_log", "LoginLog")
        .reference("person_id", "person").notNull().indexed()
        .text("ip_address", 50)
        .choice("origin", {"web", "script"})
        .stamped();
}

Table timeSpent()
{
    return Table("time_spent", "TimeSpent")
        .real("duration").notNull()
        .date("date").notNull()
        .reference("task_id", "task").indexed().goesAlong()
        .reference("person_id", "person").indexed()
        .stamped()
        .uniqueTogether({"person_id", "task_id", "date"})
        .check("duration > 0")
        .belongsBy("SELECT t.project_id, t.id, t.entity_id FROM time_spent s LEFT JOIN task t ON t.id = s.task_id WHERE s.id = ?");
}

Table salaryScale()
{
    return Table("salary_scale", "SalaryScale")
        .reference("department_id", "department").notNull().indexed()
        .choice("position", {"supervisor", "lead", "artist"}).byDefault("artist")
        .choice("seniority", {"senior", "mid", "junior"}).byDefault("mid")
        .integer("salary").notNull().byDefault(0)
        .stamped();
}

} // namespace

std::vector<Table> peopleTables()
{
    return {person(), department(), departmentLink(), studio(), organisation(), dayOff(), desktopLoginLog(), loginLog(), timeSpent(), salaryScale()};
}

} // namespace callboard::schema
