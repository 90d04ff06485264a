// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterMatcher.h"

#include "ui/values/FoldedText.h"

#include <algorithm>
#include <utility>

namespace callboard::ui {
namespace {

// Any of the wanted ones (if there are any), and none of the excluded ones.
template<typename Has>
bool meets(const QList<FilterValue> &values, Has has)
{
    bool wantsAny = false, hasAny = false;
    for (const auto &value : values) {
        if (value.isExcluded) {
            if (has(value)) return false;
        } else if (!hasAny) {
            wantsAny = true;
            hasAny = has(value);
        }
    }
    return hasAny || !wantsAny;
}

bool holds(const QVariant &field, const FilterValue &value)
{
    switch (field.typeId()) {
    case QMetaType::QStringList:
    case QMetaType::QVariantList:
        for (const auto &each : field.toStringList())
            if (foldedText(each) == value.text) return true;
        return false;
    case QMetaType::Bool:
        return field.toBool() == (value.text == QLatin1String("true") || value.text == QLatin1String("yes"));
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double: {
        bool isNumber = false;
        const double number = value.text.toDouble(&isNumber);
        return isNumber && qFuzzyCompare(1 + number, 1 + field.toDouble());
    }
    case QMetaType::QVariantMap: {
        const auto items = field.toMap();
        for (auto item = items.begin(); item != items.end(); ++item)
            if (foldedText(item.key()) == value.text) return item.value().toBool() == value.isChecked.value_or(true);
        return !value.isChecked.value_or(true); // an item never touched is open
    }
    default: break;
    }
    if (!field.isValid()) return value.isChecked == false;
    return foldedText(field.toString()) == value.text;
}

} // namespace

FilterMatcher::FilterMatcher(const FilterExpression &expression, const FilterIndex &index)
    : m_index(index)
{
    m_index.refresh();
    for (const auto &terms : expression.alternatives) {
        // An empty union adds nothing; an empty main text beside unions would make them meaningless.
        if (terms.isEmpty()) continue;
        std::vector<Check> checks;
        for (const auto &term : terms) {
            auto check = checkFor(term);
            if (term.isExcluded) check = [check = std::move(check)](int row) { return !check(row); };
            checks.push_back(std::move(check));
        }
        m_alternatives.push_back(std::move(checks));
    }
}

bool FilterMatcher::accepts(int row) const
{
    m_index.refresh();
    if (m_alternatives.empty()) return true;
    return std::any_of(m_alternatives.begin(), m_alternatives.end(), [row](const auto &checks) {
        return std::all_of(checks.begin(), checks.end(), [row](const Check &check) { return check(row); });
    });
}

int FilterMatcher::count() const
{
    int matching = 0;
    for (int row = 0; row < m_index.model().entityCount(); ++row) matching += accepts(row);
    return matching;
}

std::vector<int> FilterMatcher::taskTypesOf(const FilterTerm &term) const
{
    std::vector<int> types;
    if (term.column) {
        if (const int type = m_index.taskType(term.column->id); type >= 0) types.push_back(type);
    } else {
        for (int type = 0; type < m_index.taskTypes(); ++type) types.push_back(type);
    }
    return types;
}

FilterMatcher::Check FilterMatcher::checkFor(const FilterTerm &term) const
{
    switch (term.subject) {
    case FilterSubject::Text: return textCheck(term);
    case FilterSubject::AnyStatus:
    case FilterSubject::TaskStatus: return statusCheck(term);
    case FilterSubject::TaskAssignment: return assignmentCheck(term);
    case FilterSubject::AssignedTo: return peopleCheck(term);
    case FilterSubject::Group:
    case FilterSubject::Episode:
    case FilterSubject::Field: return valueCheck(term);
    case FilterSubject::Metadata: return metadataCheck(term);
    case FilterSubject::Department: return departmentCheck(term);
    case FilterSubject::Thumbnail: return [this](int row) { return !m_index.model().row(row).previewId.isEmpty(); };
    case FilterSubject::Priority: return priorityCheck(term);
    case FilterSubject::ReadyFor:
    case FilterSubject::AssetsReady: return readyCheck(term);
    }
    return [](int) { return true; };
}

FilterMatcher::Check FilterMatcher::textCheck(const FilterTerm &term) const
{
    auto values = term.values;
    for (auto &value : values) value.text = foldedText(value.text);
    return [this, values](int row) {
        const auto &text = m_index.text(row);
        return meets(values, [&text](const FilterValue &value) { return text.contains(value.text); });
    };
}

FilterMatcher::Check FilterMatcher::statusCheck(const FilterTerm &term) const
{
    std::vector<std::pair<int, bool>> statuses; // place, excluded
    for (const auto &value : term.values) statuses.emplace_back(m_index.statusPlace(value.id), value.isExcluded);
    const bool wantsAny = std::any_of(statuses.begin(), statuses.end(), [](const auto &s) { return !s.second; });
    return [this, statuses, wantsAny, types = taskTypesOf(term)](int row) {
        bool hasAny = false;
        for (const int type : types) {
            const int held = m_index.status(row, type);
            for (const auto &[place, isExcluded] : statuses) {
                if (place != held) continue;
                if (isExcluded) return false;
                hasAny = true;
            }
        }
        return hasAny || !wantsAny;
    };
}

FilterMatcher::Check FilterMatcher::assignmentCheck(const FilterTerm &term) const
{
    const bool wantsSomebody = !term.values.first().isExcluded;
    return [this, wantsSomebody, types = taskTypesOf(term)](int row) {
        return std::any_of(types.begin(), types.end(), [&](int type) {
            return m_index.status(row, type) != FilterIndex::noTask
                && bool(m_index.people(row, type) & FilterIndex::somebody) == wantsSomebody;
        });
    };
}

FilterMatcher::Check FilterMatcher::peopleCheck(const FilterTerm &term) const
{
    return [this, values = term.values, types = taskTypesOf(term)](int row) {
        return meets(values, [&](const FilterValue &value) {
            const int place = m_index.personPlace(value.id);
            if (place < 0) return false;
            for (const int type : types) {
                if (!(m_index.people(row, type) & FilterIndex::personBit(place))) continue;
                const auto &typeId = m_index.model().subject().taskTypes[type].id;
                if (m_index.model().row(row).tasks.value(typeId).assigneeIds.contains(value.id)) return true;
            }
            return false;
        });
    };
}

FilterMatcher::Check FilterMatcher::valueCheck(const FilterTerm &term) const
{
    auto values = term.values;
    for (auto &value : values) value.text = foldedText(value.text);
    if (term.subject != FilterSubject::Field)
        return [this, values, isGroup = term.subject == FilterSubject::Group](int row) {
            const auto &entity = m_index.model().row(row);
            const auto folded = foldedText(isGroup ? entity.groupName : entity.episodeName);
            return meets(values, [&folded](const FilterValue &value) { return folded == value.text; });
        };
    return [this, values, column = m_index.model().columnOf(*term.column)](int row) {
        if (column < 0) return false;
        const auto folded = foldedText(m_index.model().cellText(row, column));
        return meets(values, [&folded](const FilterValue &value) { return folded == value.text; });
    };
}

FilterMatcher::Check FilterMatcher::metadataCheck(const FilterTerm &term) const
{
    const int column = m_index.model().columnOf(*term.column);
    if (column < 0) return [](int) { return false; };
    auto values = term.values;
    for (auto &value : values) value.text = foldedText(value.text);
    return [this, values, name = m_index.model().columns()[size_t(column)].fieldName](int row) {
        const auto field = m_index.model().row(row).metadata.value(name);
        return meets(values, [&field](const FilterValue &value) { return holds(field, value); });
    };
}

FilterMatcher::Check FilterMatcher::departmentCheck(const FilterTerm &term) const
{
    auto values = term.values;
    for (auto &value : values) value.text = foldedText(value.text);
    std::vector<QString> departments;
    for (const auto &type : m_index.model().subject().taskTypes) departments.push_back(foldedText(type.departmentName));
    return [this, values, departments](int row) {
        return meets(values, [&](const FilterValue &value) {
            for (int type = 0; type < m_index.taskTypes(); ++type)
                if (departments[size_t(type)] == value.text && m_index.status(row, type) != FilterIndex::noTask)
                    return true;
            return false;
        });
    };
}

FilterMatcher::Check FilterMatcher::priorityCheck(const FilterTerm &term) const
{
    return [this, values = term.values, types = taskTypesOf(term)](int row) {
        return meets(values, [&](const FilterValue &value) {
            const int wanted = value.text.toInt();
            return std::any_of(types.begin(), types.end(), [&](int type) {
                return m_index.status(row, type) != FilterIndex::noTask && m_index.priority(row, type) == wanted;
            });
        });
    };
}

FilterMatcher::Check FilterMatcher::readyCheck(const FilterTerm &term) const
{
    return [this, values = term.values, isShot = term.subject == FilterSubject::AssetsReady](int row) {
        const auto &entity = m_index.model().row(row);
        return meets(values, [&](const FilterValue &value) {
            if (!isShot) return entity.readyForTaskTypeId == value.id;
            const auto task = entity.tasks.value(value.id);
            return task.exists() && task.readyAssets >= 0 && task.readyAssets >= entity.castCount;
        });
    };
}

} // namespace callboard::ui
