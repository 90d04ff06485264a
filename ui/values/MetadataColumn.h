// SPDX-License-Identifier: GPL-3.0-or-later
// A column that a production has of its own (a metadata descriptor of the API).
#pragma once

#include <QString>
#include <QStringList>

namespace callboard::ui {

enum class MetadataType { Text, Number, List, TagList, Boolean, Checklist };

struct MetadataColumn
{
    QString id;
    QString fieldName; // the key in an entity's `data`
    QString name;      // what people read
    MetadataType type = MetadataType::Text;
    QStringList choices; // of List and TagList; the items of a Checklist
    QString departmentName;

    bool operator==(const MetadataColumn &) const = default;
};

} // namespace callboard::ui
