// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/Neighbours.h"

#include "ui/gateway/Requests.h"
#include "ui/openstudio/OpenedStudio.h"

#include <QCollator>
#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

Neighbours::Neighbours(OpenedStudio &studio, QObject *parent)
    : QObject(parent)
    , m_studio(studio)
{}

void Neighbours::show(const ReviewEntity &entity, const Destination &place)
{
    m_entityId = entity.id;
    m_among = place.among;
    const QString path =
        entity.isShot ? paths::shotsOf(entity.parentId) : paths::assetsOf(place.productionId, entity.parentId);
    if (path != m_path) {
        m_path = path;
        m_all.clear();
        read(path);
    }
    Q_EMIT changed();
}

QCoro::Task<void> Neighbours::read(QString path)
{
    const QPointer<Neighbours> self(this);
    try {
        const Json told = co_await m_studio.gateway().get(path);
        if (!self || path != m_path) co_return;
        for (const Json &entity : told)
            m_all << Neighbour{textOf(entity, "id"), textOf(entity, "name"), textOf(entity, "preview_file_id")};
        QCollator byNumber;
        byNumber.setNumericMode(true);
        std::ranges::sort(
            m_all, [&](const Neighbour &a, const Neighbour &b) { return byNumber.compare(a.name, b.name) < 0; });
        Q_EMIT changed();
    } catch (const ApiError &error) {
        if (!self || path != m_path) co_return;
        m_path.clear(); // asked for again with the next entity
        Q_EMIT failed(error.sentence());
    }
}

QString Neighbours::at(int step) const
{
    if (const auto place = m_among.indexOf(m_entityId); place >= 0) return m_among.value(place + step);
    const auto found = std::ranges::find(m_all, m_entityId, &Neighbour::id);
    const auto place = found - m_all.begin() + step;
    return found == m_all.end() || place < 0 || place >= m_all.size() ? QString() : m_all[place].id;
}

} // namespace callboard::ui
