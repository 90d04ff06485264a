// SPDX-License-Identifier: GPL-3.0-or-later
// What every page needs to know by heart: productions, people, task types, statuses, departments.
// Read in one request, read again when an event says that something of it changed. GUI thread.
#pragma once

#include "ui/gateway/UserSession.h"
#include "ui/parts/Avatar.h"
#include "ui/values/MetadataColumn.h"
#include "ui/values/StudioStatus.h"

#include <QDate>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace callboard::ui {

class PictureStore;

struct DirectoryPerson
{
    QString id;
    QString fullName;
    QString email;
    QString role;
    QStringList departmentIds;
    bool hasAvatar = false;
    bool isActive = true;
    bool isBot = false;
};

struct DirectoryTaskType
{
    QString id;
    QString name;
    QColor colour;
    QString forEntity; // "Shot", "Asset", …
    QString departmentId;
    int priority = 0;
};

struct DirectoryStatus : StudioStatus
{
    bool isDefault = false;
    bool isDone = false;
    bool isRetake = false;
    bool isFeedbackRequest = false;
    bool isWip = false;
    bool isArtistAllowed = true;
    bool isClientAllowed = true;
    bool isForConcept = false;
};

struct DirectoryProduction
{
    QString id;
    QString name;
    QString code;
    QString type;  // "short", "featurefilm", "tvshow", …
    QString style; // "2d3d", …
    QString framesPerSecond;
    QString resolution;
    QString ratio;
    QString statusId;
    QDate start;
    QDate end;
    QString description;
    bool hasAvatar = false;
    QStringList taskTypeIds;
    QStringList taskStatusIds;
    QStringList assetTypeIds;
    QStringList teamIds;
    QHash<QString, int> taskTypePriorities;
    QHash<QString, QStringList> boardRoles; // by status: whose boards show it
    struct Descriptor
    {
        MetadataColumn column;
        QString entityType; // "Shot", "Asset", …
    };
    QList<Descriptor> descriptors;
};

struct Named
{
    QString id;
    QString name;
    QColor colour;
};

class StudioDirectory final : public QObject
{
    Q_OBJECT

public:
    StudioDirectory(UserSession &session, PictureStore &pictures, QObject *parent = nullptr);

    /// Reads everything. Throws ApiError.
    QCoro::Task<void> load();
    bool isLoaded() const { return m_isLoaded; }

    const QList<DirectoryProduction> &productions() const { return m_productions; }
    const QList<DirectoryPerson> &people() const { return m_people; }
    const QList<DirectoryTaskType> &taskTypes() const { return m_taskTypes; }
    const QList<DirectoryStatus> &statuses() const { return m_statuses; }
    const QList<Named> &departments() const { return m_departments; }
    const QList<Named> &assetTypes() const { return m_assetTypes; }
    int unreadNotifications() const { return m_unreadNotifications; }

    const DirectoryProduction *production(const QString &id) const;
    const DirectoryPerson *person(const QString &id) const;
    const DirectoryTaskType *taskType(const QString &id) const;
    const DirectoryStatus *status(const QString &id) const;
    /// How a person is shown; the picture comes later (peopleChanged() tells).
    PersonLook look(const QString &personId) const;
    QList<PersonLook> looks(const QStringList &personIds) const;

    /// The production's task types for that entity ("Shot", "Asset"), in its order.
    QList<DirectoryTaskType> taskTypesOf(const DirectoryProduction &production, const QString &entity) const;
    /// The production's statuses in the studio's order; those that this person may set when `settable`.
    QList<DirectoryStatus> statusesOf(const DirectoryProduction &production, bool settable) const;
    QList<DirectoryPerson> teamOf(const DirectoryProduction &production) const;

    UserSession &session() const { return m_session; }
    StudioGateway &gateway() const { return m_session.gateway(); }
    PictureStore &pictures() const { return m_pictures; }

Q_SIGNALS:
    void changed();
    void peopleChanged();
    void notificationsChanged(int unread);

private:
    void hear(const QString &event, const Json &payload);
    void take(const Json &context);
    QCoro::Task<void> reload();

    UserSession &m_session;
    PictureStore &m_pictures;
    QTimer m_reload;
    bool m_isLoaded = false;
    QList<DirectoryProduction> m_productions;
    QList<DirectoryPerson> m_people;
    QList<DirectoryTaskType> m_taskTypes;
    QList<DirectoryStatus> m_statuses;
    QList<Named> m_departments;
    QList<Named> m_assetTypes;
    QHash<QString, int> m_personById;
    QHash<QString, int> m_taskTypeById;
    QHash<QString, int> m_statusById;
    int m_unreadNotifications = 0;
};

} // namespace callboard::ui
