// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a studio's database to this build's schema. A new studio gets the schema of today at once; an
// older one gets the numbered steps it lacks, each in a transaction of its own.
#pragma once

#include "core/store/Connection.h"

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace callboard::store {

struct Migration
{
    int number = 0; // rising, never reused
    std::string name;
    std::function<void(Connection &)> apply;
};

/// The steps that followed the first schema, in order. The first schema has the number 1.
const std::vector<Migration> &migrations();
/// The number that a studio of this build has.
int currentSchemaNumber();

/// The database was written by a newer build.
class NewerStudioError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Makes or brings up the schema; lists' indexes that a build has added are made too. Returns true when the database
/// was new. Throws NewerStudioError, StoreError.
bool migrate(Connection &database, const std::string &now, const std::vector<Migration> &steps = migrations());

} // namespace callboard::store
