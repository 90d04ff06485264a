// SPDX-License-Identifier: GPL-3.0-or-later
// Who makes a request. Read from the database at each request (never from the token alone).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::api {

enum class Role { User, Admin, Supervisor, Manager, Client, Vendor };

std::string_view nameOf(Role role);
Role roleNamed(std::string_view name);

struct Caller
{
    std::string id; // person; empty: nobody signed in
    Role role = Role::User;
    std::string fullName;
    std::string email;
    bool isBot = false;
    std::vector<std::string> departmentIds;
    std::vector<std::string> projectIds; // productions whose team the person belongs to, open or closed
    std::string tokenId;                 // jti of the token that was shown
    std::int64_t tokenExpiry = 0;        // seconds since 1970

    bool isSignedIn() const { return !id.empty(); }
    bool isAdmin() const { return role == Role::Admin; }
    bool isManager() const { return role == Role::Manager; }
    bool isSupervisor() const { return role == Role::Supervisor; }
    bool isClient() const { return role == Role::Client; }
    bool isVendor() const { return role == Role::Vendor; }
    /// Artists: the role that the API calls "user".
    bool isArtist() const { return role == Role::User; }
    bool isInTeamOf(std::string_view projectId) const;
    bool isInDepartment(std::string_view departmentId) const;
};

} // namespace callboard::api
