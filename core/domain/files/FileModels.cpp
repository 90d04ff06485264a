// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/FileModels.h"

#include "core/access/Belonging.h"
#include "core/domain/files/FileHooks.h"
#include "core/records/UsualModels.h"

namespace callboard::files {

namespace {

using namespace access;
using namespace records;

Model workingFiles()
{
    Model model = belonging("/data/working-files", "working_file");
    model.list = staff();
    model.change = hooks::workersOnFile();
    model.files = {media::FileKind::WorkingFile};
    model.rows = [](const Reading &reading, const Request &) {
        Condition condition;
        const auto teams = inTeams(reading, "owner.project_id", condition.values);
        if (!teams.empty())
            condition.sql = "EXISTS (SELECT 1 FROM task owner WHERE owner.id = working_file.task_id AND " + teams + ")";
        return condition;
    };
    return model;
}

Model outputFiles()
{
    Model model = belonging("/data/output-files", "output_file");
    model.list = staff();
    model.change = hooks::makersOfOutput();
    model.extras = {embedded("source_file", "output_file.source_file_id", "working_file")};
    model.rows = [](const Reading &reading, const Request &) {
        Condition condition;
        const auto teams = inTeams(reading, "owner.project_id", condition.values);
        if (!teams.empty())
            condition.sql =
                "EXISTS (SELECT 1 FROM entity owner WHERE owner.id = output_file.entity_id AND " + teams + ")";
        return condition;
    };
    return model;
}

} // namespace

std::vector<records::Model> fileModels()
{
    return {workingFiles(), outputFiles(), shared("/data/output-types", "output_type"), shared("/data/file-status", "file_status")};
}

} // namespace callboard::files
