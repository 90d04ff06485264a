// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openstudio/ProductionItems.h"

#include "ui/openstudio/StudioDirectory.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

QList<PickerItem> productionItems(const StudioDirectory &directory)
{
    QList<PickerItem> items;
    for (const DirectoryProduction &production : directory.productions()) {
        PickerItem item;
        item.id = production.id;
        item.text = production.name;
        item.icon = u"production"_s;
        items << item;
    }
    return items;
}

} // namespace callboard::ui
