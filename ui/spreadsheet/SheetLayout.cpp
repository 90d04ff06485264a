// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetLayout.h"

#include <QJsonArray>
#include <algorithm>
#include <array>

namespace callboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QLatin1String, 4> densityNames = {
    QLatin1String("compact"), QLatin1String("normal"), QLatin1String("large"), QLatin1String("pictures")};

int usualWidth(const SheetColumn &column)
{
    switch (column.key.kind) {
    case ColumnKind::Frames: return 58;
    case ColumnKind::InOut: return 100;
    case ColumnKind::Description: return 220;
    case ColumnKind::FramesPerSecond:
    case ColumnKind::MaxRetakes: return 64;
    case ColumnKind::Task: return 124;
    case ColumnKind::Metadata:
        return column.type == MetadataType::Text || column.type == MetadataType::TagList ? 112 : 84;
    default: return 92;
    }
}

// The group heads and the name column say these already, or few people need them.
bool isHiddenAtFirst(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Frames:
    case ColumnKind::InOut:
    case ColumnKind::ReadyFor:
    case ColumnKind::Metadata:
    case ColumnKind::Task: return false;
    default: return true;
    }
}

} // namespace

int minimumColumnWidth(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Task: return 96;
    case ColumnKind::Name: return 140;
    default: return 48;
    }
}

ColumnLayout *SheetLayout::find(const ColumnKey &key)
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&key](const auto &column) { return column.key == key; });
    return found == columns.end() ? nullptr : &*found;
}

const ColumnLayout *SheetLayout::find(const ColumnKey &key) const
{
    return const_cast<SheetLayout *>(this)->find(key);
}

SheetLayout SheetLayout::completedFor(const SheetModel &model) const
{
    SheetLayout result = *this;
    result.columns.removeIf([&model](const ColumnLayout &column) { return model.columnOf(column.key) < 0; });
    for (const auto &column : model.columns()) {
        if (column.key.kind == ColumnKind::Name || result.find(column.key)) continue;
        const ColumnLayout fresh{column.key, usualWidth(column), isHiddenAtFirst(column.key.kind), false};
        const auto lastOfKind = std::find_if(result.columns.rbegin(), result.columns.rend(),
            [&fresh](const auto &other) { return other.key.kind <= fresh.key.kind; });
        result.columns.insert(lastOfKind.base(), fresh);
    }
    if (model.columnOf(result.sortColumn) < 0) result.sortColumn = {};
    return result;
}

QJsonObject SheetLayout::toJson() const
{
    QJsonArray written;
    for (const auto &column : columns) {
        QJsonObject one{{u"column"_s, column.key.toString()}, {u"width"_s, column.width}};
        if (column.isHidden) one.insert(u"hidden"_s, true);
        if (column.isMinimised) one.insert(u"minimised"_s, true);
        written.append(one);
    }
    QStringList collapsed(collapsedGroups.begin(), collapsedGroups.end());
    collapsed.sort();
    return {{u"columns"_s, written}, {u"name_width"_s, nameWidth},
        {u"density"_s, QString(densityNames[size_t(density)])}, {u"sort"_s, sortColumn.toString()},
        {u"descending"_s, isDescending}, {u"grouped"_s, isGrouped},
        {u"collapsed"_s, QJsonArray::fromStringList(collapsed)}};
}

SheetLayout SheetLayout::fromJson(const QJsonObject &json)
{
    SheetLayout layout;
    const auto written = json.value(u"columns"_s).toArray();
    for (const auto &each : written) {
        const auto one = each.toObject();
        const auto key = ColumnKey::fromString(one.value(u"column"_s).toString());
        if (!key || key->kind == ColumnKind::Name || layout.find(*key)) continue;
        layout.columns << ColumnLayout{*key,
            std::clamp(one.value(u"width"_s).toInt(92), minimumColumnWidth(key->kind), 2000),
            one.value(u"hidden"_s).toBool(), one.value(u"minimised"_s).toBool()};
    }
    layout.nameWidth =
        std::clamp(json.value(u"name_width"_s).toInt(nameWidthDefault), minimumColumnWidth(ColumnKind::Name), 1000);
    const auto density = std::find(densityNames.begin(), densityNames.end(), json.value(u"density"_s).toString());
    if (density != densityNames.end()) layout.density = metrics::Density(density - densityNames.begin());
    if (const auto key = ColumnKey::fromString(json.value(u"sort"_s).toString())) layout.sortColumn = *key;
    layout.isDescending = json.value(u"descending"_s).toBool();
    layout.isGrouped = json.value(u"grouped"_s).toBool(true);
    const auto collapsed = json.value(u"collapsed"_s).toArray();
    for (const auto &group : collapsed) layout.collapsedGroups.insert(group.toString());
    return layout;
}

} // namespace callboard::ui
