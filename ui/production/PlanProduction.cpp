// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/PlanProduction.h"

#include "ui/navigation/Page.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Toast.h"
#include "ui/production/NewProductionSheet.h"

#include <QCoreApplication>
#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

void planProduction(Page &page)
{
    auto *sheet = new NewProductionSheet(page.studio(), &page);
    const QPointer<Page> from(&page);
    QObject::connect(sheet, &NewProductionSheet::made, &page, [from](const QString &id) {
        const DirectoryProduction *made = from->studio().directory().production(id);
        const QString name = made ? made->name : QString();
        Q_EMIT from->asked({u"shots"_s, id, {}, {}, {}});
        ToastStack::of(from).show(
            {NoticeKind::Ok, QCoreApplication::translate("PlanProduction", "%1 is made").arg(name),
                QCoreApplication::translate("PlanProduction", "Shots and assets come next."), {}, false});
    });
    sheet->open();
}

} // namespace callboard::ui
