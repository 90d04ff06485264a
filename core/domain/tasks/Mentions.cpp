// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Mentions.h"

#include "core/records/Record.h"

namespace callboard::tasks {

std::set<std::string> Mentions::everyone() const
{
    auto all = people;
    all.insert(departmentMembers.begin(), departmentMembers.end());
    return all;
}

bool hasMarked(std::string_view text, char mark, std::string_view word)
{
    if (word.empty()) return false;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        const auto rest = text.substr(at + 1);
        if (!rest.starts_with(word)) continue;
        const auto after = rest.substr(word.size());
        if (after.empty() || std::isspace(static_cast<unsigned char>(after.front()))) return true;
    }
    return false;
}

Mentions mentionsIn(api::Reading &reading, const std::string &projectId, const std::string &text)
{
    Mentions mentions;
    if (text.find('@') == std::string::npos) return mentions;
    auto departments = reading.database.query("SELECT id, name FROM department");
    while (departments.next())
        if (hasMarked(text, '@', departments.text(1))) mentions.departments.insert(departments.string(0));
    auto team =
        reading.database.query("SELECT person.id, person.first_name, person.last_name, department_link.department_id"
                               " FROM project_person_link JOIN person ON person.id = project_person_link.person_id"
                               " LEFT JOIN department_link ON department_link.person_id = person.id"
                               " WHERE project_person_link.project_id = ?",
            projectId);
    while (team.next()) {
        std::string name = team.string(1);
        if (!team.text(2).empty()) {
            if (!name.empty()) name.push_back(' ');
            name.append(team.text(2));
        }
        if (hasMarked(text, '@', name)) mentions.people.insert(team.string(0));
        if (mentions.departments.contains(team.string(3))) mentions.departmentMembers.insert(team.string(0));
    }
    return mentions;
}

void setMentions(api::Writing &writing, const std::string &commentId, const Mentions &mentions)
{
    const auto &comment = schema::table("comment");
    records::setRelation(
        writing, *comment.relation("mentions"), commentId, {mentions.people.begin(), mentions.people.end()});
    records::setRelation(writing, *comment.relation("department_mentions"), commentId,
        {mentions.departments.begin(), mentions.departments.end()});
}

} // namespace callboard::tasks
