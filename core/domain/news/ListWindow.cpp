// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/news/ListWindow.h"

#include "core/api/Fields.h"
#include "core/records/Record.h"

namespace callboard::news {

void Conditions::require(const std::string &condition, std::vector<store::Value> more)
{
    sql += " AND " + condition;
    values.insert(values.end(), more.begin(), more.end());
}

void Conditions::requireId(const api::Request &request, const char *name, const std::string &column)
{
    const auto id = request.query.find(name);
    if (!id || id->empty()) return;
    if (!api::isUuid(*id)) throw api::badField(name, "This is no identifier.");
    require(column + " = ?", {std::string(*id)});
}

void Conditions::requireMoments(const api::Request &request, const std::string &column)
{
    for (const auto &[name, comparison] : {std::pair{"before", " < ?"}, {"after", " > ?"}}) {
        const auto text = request.query.find(name);
        if (!text || text->empty()) continue;
        const auto moment = records::storedMoment(*text);
        if (!moment) throw api::badField(name, "This is no moment.");
        require(column + comparison, {*moment});
    }
}

std::optional<bool> switchIn(const api::Request &request, const char *name)
{
    const auto word = request.query.find(name);
    if (!word || word->empty()) return std::nullopt;
    return api::Fields(Json{{name, std::string(*word)}}).flag(name, false);
}

std::int64_t numberIn(const api::Request &request, const char *name, std::int64_t fallback)
{
    const auto word = request.query.find(name);
    if (!word || word->empty()) return fallback;
    const auto number = api::Fields(Json{{name, std::string(*word)}}).integer(name);
    if (number < 0) throw api::badField(name, "This must not be negative.");
    return number;
}

} // namespace callboard::news
