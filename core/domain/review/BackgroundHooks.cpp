// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/BackgroundHooks.h"

#include "core/media/FileStore.h"

namespace callboard::review::hooks {

using namespace access;
using namespace records;

namespace {

void refuseBackgroundName(api::Writing &writing, const std::string &name, const std::string &ownId)
{
    auto rows = writing.database.query("SELECT id FROM preview_background_file WHERE name = ?", name);
    while (rows.next())
        if (rows.text(0) != ownId) throw api::badRequest("A background of this name exists already.");
}

} // namespace

void refuseTakenBackgroundName(api::Writing &writing, Input &input)
{
    refuseBackgroundName(writing, input.text("name"), {});
}

void refuseTakenBackgroundNameOfOther(api::Writing &writing, const Json &row, Input &input)
{
    if (input.contains("name")) refuseBackgroundName(writing, input.text("name"), row["id"]);
}

void keepOneDefaultBackground(api::Writing &writing, const Json &row)
{
    if (row["is_default"] == true)
        writing.database.change("UPDATE preview_background_file SET is_default = ? WHERE is_default = ? AND id <> ?",
            false, true, row["id"].get<std::string>());
}

} // namespace callboard::review::hooks
