// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterVocabulary.h"

#include "ui/values/FoldedText.h"

#include <QSet>
#include <algorithm>
#include <numeric>

namespace callboard::ui {
namespace {

template<typename Item, typename Names>
const Item *named(const QList<Item> &items, const QString &name, Names namesOf)
{
    const auto wanted = foldedText(name.trimmed());
    if (wanted.isEmpty()) return nullptr;
    const Item *beginning = nullptr;
    int beginnings = 0;
    for (const auto &item : items) {
        bool begins = false;
        for (const QString &own : namesOf(item)) {
            const auto folded = foldedText(own);
            if (folded == wanted) return &item;
            begins |= folded.startsWith(wanted);
        }
        if (begins) {
            beginning = &item;
            ++beginnings;
        }
    }
    return beginnings == 1 ? beginning : nullptr;
}

int editsBetween(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.size(); ++j) {
            const int above = row[size_t(j)];
            row[size_t(j)] = std::min({above + 1, row[size_t(j) - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

FilterVocabulary FilterVocabulary::of(const SheetModel &model)
{
    FilterVocabulary words;
    words.subject = model.subject();
    QSet<QString> groups, episodes, departments;
    for (int i = 0; i < model.entityCount(); ++i) {
        groups.insert(model.row(i).groupName);
        episodes.insert(model.row(i).episodeName);
    }
    for (const auto &type : words.subject.taskTypes) departments.insert(type.departmentName);
    for (auto *set : {&groups, &episodes, &departments}) set->remove(QString());
    const auto sorted = [](const QSet<QString> &set) {
        QStringList list(set.begin(), set.end());
        list.sort(Qt::CaseInsensitive);
        return list;
    };
    words.groups = sorted(groups);
    words.episodes = sorted(episodes);
    words.departments = sorted(departments);
    return words;
}

QString FilterVocabulary::groupWord() const
{
    return subject.entity == SheetSubject::Entity::Asset ? QStringLiteral("type") : QStringLiteral("sequence");
}

const TaskTypeColumn *FilterVocabulary::taskType(const QString &name) const
{
    return named(subject.taskTypes, name, [](const auto &type) { return QStringList{type.name}; });
}

const MetadataColumn *FilterVocabulary::metadata(const QString &name) const
{
    return named(subject.metadata, name, [](const auto &column) { return QStringList{column.name, column.fieldName}; });
}

const StudioStatus *FilterVocabulary::status(const QString &name) const
{
    return named(subject.statuses, name, [](const auto &status) { return QStringList{status.shortName, status.name}; });
}

const PersonName *FilterVocabulary::person(const QString &name) const
{
    return named(subject.people, name, [](const auto &person) { return QStringList{person.fullName}; });
}

QString FilterVocabulary::nearest(const QString &word, const QStringList &names)
{
    const auto wanted = foldedText(word);
    QString best;
    int fewest = std::max(2, int(wanted.size()) / 3) + 1;
    for (const auto &name : names) {
        const int edits = editsBetween(wanted, foldedText(name));
        if (edits < fewest) {
            fewest = edits;
            best = name;
        }
    }
    return best;
}

QStringList FilterVocabulary::columnNames() const
{
    QStringList names;
    for (const auto &type : subject.taskTypes) names << type.name;
    for (const auto &column : subject.metadata) names << column.name;
    names << QStringLiteral("status") << QStringLiteral("assignedto") << groupWord() << QStringLiteral("episode")
          << QStringLiteral("department") << QStringLiteral("frames") << QStringLiteral("fps")
          << QStringLiteral("resolution") << QStringLiteral("name") << QStringLiteral("description")
          << QStringLiteral("readyfor") << QStringLiteral("assetsready");
    return names;
}

QStringList FilterVocabulary::statusNames() const
{
    QStringList names;
    for (const auto &status : subject.statuses) names << status.shortName;
    return names;
}

QStringList FilterVocabulary::personNames() const
{
    QStringList names;
    for (const auto &person : subject.people) names << person.fullName;
    return names;
}

} // namespace callboard::ui
