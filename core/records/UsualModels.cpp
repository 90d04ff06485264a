// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/UsualModels.h"

#include "core/access/Belonging.h"

namespace callboard::records {

using namespace access;

Model closed(std::string path, std::string table)
{
    Model model;
    model.path = std::move(path);
    model.table = std::move(table);
    for (Access *right : {&model.list, &model.create, &model.read, &model.change, &model.remove}) *right = admins();
    return model;
}

Model shared(std::string path, std::string table)
{
    Model model = closed(std::move(path), std::move(table));
    model.list = signedIn();
    model.read = signedIn();
    return model;
}

Model listedForStaff(std::string path, std::string table)
{
    Model model = closed(std::move(path), std::move(table));
    model.list = notVendors();
    return model;
}

Model belonging(std::string path, std::string table)
{
    Model model = closed(std::move(path), std::move(table));
    model.read = readersOfRecord(model.table);
    return model;
}

std::function<Condition(const api::Reading &, const api::Request &)> ofOwnTeams(std::string column)
{
    return [column = std::move(column)](const api::Reading &reading, const api::Request &) {
        Condition condition;
        condition.sql = inTeams(reading, column, condition.values);
        return condition;
    };
}

} // namespace callboard::records
