// SPDX-License-Identifier: GPL-3.0-or-later
// The saved searches of one list of a production, as the studio keeps them: one's own and those shared with the
// team. GUI thread.
#pragma once

#include "ui/filter/SavedFilter.h"
#include "ui/gateway/ApiMessage.h"

#include <QCoroTask>
#include <QList>
#include <QObject>

namespace callboard::ui {

class OpenedStudio;

class SavedFilters final : public QObject
{
    Q_OBJECT

public:
    /// `entityType` as the API names it: "Shot", "Asset".
    SavedFilters(OpenedStudio &studio, const QString &entityType, QObject *parent = nullptr);

    /// Reads those of that production; again, when it is shown already: the studio tells no event of them.
    void show(const QString &productionId);
    const QList<SavedFilter> &filters() const { return m_filters; }
    /// Sharing is for managers of the production.
    bool mayShare() const;

    /// A new one when `filter` has no identifier, else what is written replaces what it was.
    void keep(const SavedFilter &filter);
    void remove(const SavedFilter &filter);

Q_SIGNALS:
    void changed();
    void refused(const QString &what, const QString &why);

private:
    QCoro::Task<void> read();
    QCoro::Task<void> carryOut(ApiRequest request, QString name);

    OpenedStudio &m_studio;
    QString m_entityType;
    QString m_productionId;
    QList<SavedFilter> m_filters;
};

} // namespace callboard::ui
