// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Caller.h"

namespace callboard::api {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 6> roleNames{{{Role::User, "user"}, {Role::Admin, "admin"},
    {Role::Supervisor, "supervisor"}, {Role::Manager, "manager"}, {Role::Client, "client"}, {Role::Vendor, "vendor"}}};

bool contains(const std::vector<std::string> &ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

std::string_view nameOf(Role role)
{
    for (const auto &[candidate, name] : roleNames)
        if (candidate == role) return name;
    return "user";
}

Role roleNamed(std::string_view name)
{
    for (const auto &[role, candidate] : roleNames)
        if (candidate == name) return role;
    return Role::User;
}

bool Caller::isInTeamOf(std::string_view projectId) const
{
    return contains(projectIds, projectId);
}

bool Caller::isInDepartment(std::string_view departmentId) const
{
    return contains(departmentIds, departmentId);
}

} // namespace callboard::api
