// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetValues.h"

#include <array>

namespace callboard::ui {
namespace {

struct KindName
{
    ColumnKind kind;
    QLatin1String name;
};

constexpr std::array<KindName, 14> kindNames = {{
    {ColumnKind::Name, QLatin1String("name")},
    {ColumnKind::Group, QLatin1String("group")},
    {ColumnKind::Episode, QLatin1String("episode")},
    {ColumnKind::Description, QLatin1String("description")},
    {ColumnKind::Frames, QLatin1String("frames")},
    {ColumnKind::InOut, QLatin1String("in-out")},
    {ColumnKind::FramesPerSecond, QLatin1String("fps")},
    {ColumnKind::Resolution, QLatin1String("resolution")},
    {ColumnKind::MaxRetakes, QLatin1String("max-retakes")},
    {ColumnKind::ReadyFor, QLatin1String("ready-for")},
    {ColumnKind::Estimation, QLatin1String("estimation")},
    {ColumnKind::Spent, QLatin1String("spent")},
    {ColumnKind::Metadata, QLatin1String("metadata")},
    {ColumnKind::Task, QLatin1String("task")},
}};

} // namespace

QString ColumnKey::toString() const
{
    for (const auto &known : kindNames)
        if (known.kind == kind) return id.isEmpty() ? QString(known.name) : known.name + QLatin1Char('/') + id;
    return {};
}

std::optional<ColumnKey> ColumnKey::fromString(const QString &text)
{
    const auto slash = text.indexOf(QLatin1Char('/'));
    const auto name = slash < 0 ? text : text.left(slash);
    for (const auto &known : kindNames)
        if (name == known.name) return ColumnKey{known.kind, slash < 0 ? QString() : text.mid(slash + 1)};
    return std::nullopt;
}

size_t qHash(const ColumnKey &key, size_t seed) noexcept
{
    return qHashMulti(seed, int(key.kind), key.id);
}

size_t qHash(const CellAddress &cell, size_t seed) noexcept
{
    return qHashMulti(seed, cell.rowId, cell.column);
}

} // namespace callboard::ui
