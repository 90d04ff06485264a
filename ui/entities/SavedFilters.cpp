// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/SavedFilters.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/values/JsonMembers.h"

#include <QHash>
#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// The production's part of an answer that is ordered by list, then by production.
const Json &listOf(const Json &answer, const QString &listType, const QString &productionId)
{
    return memberOf(memberOf(answer, listType.toUtf8().constData()), productionId.toUtf8().constData());
}

Json bodyOf(const SavedFilter &filter)
{
    Json body = {{"name", filter.name.toStdString()}, {"is_shared", filter.isShared},
        {"query", filter.text.toStdString()}, {"search_query", filter.text.toStdString()}};
    // A filter and its group are shared alike: one that is shared alone leaves its group.
    if (!filter.groupId.isEmpty()) body["search_filter_group_id"] = filter.groupId.toStdString();
    return body;
}

} // namespace

SavedFilters::SavedFilters(OpenedStudio &studio, const QString &entityType, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
    , m_entityType(entityType)
{}

bool SavedFilters::mayShare() const
{
    return m_studio.session().person().isManager();
}

void SavedFilters::show(const QString &productionId)
{
    if (productionId != m_productionId) {
        m_productionId = productionId;
        m_filters.clear();
        Q_EMIT changed();
    }
    read();
}

QCoro::Task<void> SavedFilters::read()
{
    const QPointer<SavedFilters> self(this);
    const QString productionId = m_productionId;
    try {
        const Json groups = co_await m_studio.gateway().get(u"/data/user/filter-groups"_s);
        if (!self || productionId != m_productionId) co_return;
        const Json answer = co_await m_studio.gateway().get(u"/data/user/filters"_s);
        if (!self || productionId != m_productionId) co_return;
        const QString listType = m_entityType.toLower();
        QHash<QString, QColor> colours;
        for (const Json &group : listOf(groups, listType, productionId))
            colours[textOf(group, "id")] = QColor(textOf(group, "color"));
        QList<SavedFilter> filters;
        for (const Json &filter : listOf(answer, listType, productionId)) {
            const QString groupId = textOf(filter, "search_filter_group_id");
            filters << SavedFilter{textOf(filter, "id"), textOf(filter, "name"), textOf(filter, "search_query"),
                colours.value(groupId), groupId, flagOf(filter, "is_shared"),
                textOf(filter, "person_id") == m_studio.session().person().id};
        }
        m_filters = filters;
        Q_EMIT changed();
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(tr("Saved searches"), error.sentence());
    }
}

void SavedFilters::keep(const SavedFilter &filter)
{
    ApiRequest request;
    Json body = bodyOf(filter);
    if (filter.id.isEmpty()) {
        request.verb = api::Verb::Post;
        request.path = u"/data/user/filters"_s;
        body["list_type"] = m_entityType.toLower().toStdString();
        body["entity_type"] = m_entityType.toStdString();
        body["project_id"] = m_productionId.toStdString();
    } else {
        request.verb = api::Verb::Put;
        request.path = u"/data/user/filters/"_s + filter.id;
    }
    request.body = std::move(body);
    carryOut(std::move(request), filter.name);
}

void SavedFilters::remove(const SavedFilter &filter)
{
    ApiRequest request;
    request.verb = api::Verb::Delete;
    request.path = u"/data/user/filters/"_s + filter.id;
    carryOut(std::move(request), filter.name);
}

QCoro::Task<void> SavedFilters::carryOut(ApiRequest request, QString name)
{
    const QPointer<SavedFilters> self(this);
    try {
        co_await m_studio.gateway().send(std::move(request));
    } catch (const ApiError &error) {
        if (self) Q_EMIT refused(name, error.sentence());
        co_return;
    }
    if (self) co_await read();
}

} // namespace callboard::ui
