// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openstudio/StudioDirectory.h"

#include "ui/openstudio/PictureStore.h"

#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int reloadDelay = 250; // milliseconds: changes come in bursts

Named namedOf(const Json &item)
{
    return {textOf(item, "id"), textOf(item, "name"), QColor(textOf(item, "color"))};
}

DirectoryPerson personOf(const Json &item)
{
    DirectoryPerson person;
    person.id = textOf(item, "id");
    person.fullName = textOf(item, "full_name");
    person.email = textOf(item, "email");
    person.role = textOf(item, "role");
    person.departmentIds = idsOf(item, "departments");
    person.hasAvatar = flagOf(item, "has_avatar");
    person.isActive = flagOf(item, "active", true);
    person.isBot = flagOf(item, "is_bot");
    return person;
}

DirectoryTaskType taskTypeOf(const Json &item)
{
    return {textOf(item, "id"), textOf(item, "name"), QColor(textOf(item, "color")), textOf(item, "for_entity"),
        textOf(item, "department_id"), wholeOf(item, "priority")};
}

DirectoryStatus statusOf(const Json &item)
{
    DirectoryStatus status;
    status.id = textOf(item, "id");
    status.name = textOf(item, "name");
    status.shortName = textOf(item, "short_name");
    status.colour = QColor(textOf(item, "color"));
    status.isDefault = flagOf(item, "is_default");
    status.isDone = flagOf(item, "is_done");
    status.isRetake = flagOf(item, "is_retake");
    status.isFeedbackRequest = flagOf(item, "is_feedback_request");
    status.isWip = flagOf(item, "is_wip");
    status.isArtistAllowed = flagOf(item, "is_artist_allowed", true);
    status.isClientAllowed = flagOf(item, "is_client_allowed", true);
    status.isForConcept = flagOf(item, "for_concept");
    status.kind = statusKind({status.isDefault, status.isWip, status.isDone, status.isRetake, status.isFeedbackRequest},
        status.shortName, status.name);
    return status;
}

MetadataType metadataTypeOf(const QString &name)
{
    if (name == "number"_L1) return MetadataType::Number;
    if (name == "list"_L1) return MetadataType::List;
    if (name == "taglist"_L1) return MetadataType::TagList;
    if (name == "boolean"_L1) return MetadataType::Boolean;
    if (name == "checklist"_L1) return MetadataType::Checklist;
    return MetadataType::Text;
}

DirectoryProduction::Descriptor descriptorOf(const Json &item)
{
    DirectoryProduction::Descriptor descriptor;
    descriptor.entityType = textOf(item, "entity_type");
    descriptor.column.id = textOf(item, "id");
    descriptor.column.fieldName = textOf(item, "field_name");
    descriptor.column.name = textOf(item, "name");
    descriptor.column.type = metadataTypeOf(textOf(item, "data_type"));
    if (const Json &choices = memberOf(item, "choices"); choices.is_array())
        for (const Json &choice : choices)
            descriptor.column.choices << (choice.is_object()
                    ? textOf(choice, "text")
                    : QString::fromStdString(choice.is_string() ? choice.get<std::string>() : toText(choice)));
    return descriptor;
}

DirectoryProduction productionOf(const Json &item)
{
    DirectoryProduction production;
    production.id = textOf(item, "id");
    production.name = textOf(item, "name");
    production.code = textOf(item, "code");
    production.type = textOf(item, "production_type");
    production.style = textOf(item, "production_style");
    production.framesPerSecond = textOf(item, "fps");
    production.resolution = textOf(item, "resolution");
    production.ratio = textOf(item, "ratio");
    production.statusId = textOf(item, "project_status_id");
    production.start = dayOf(item, "start_date");
    production.end = dayOf(item, "end_date");
    production.description = textOf(item, "description");
    production.hasAvatar = flagOf(item, "has_avatar");
    production.taskTypeIds = idsOf(item, "task_types");
    production.taskStatusIds = idsOf(item, "task_statuses");
    production.assetTypeIds = idsOf(item, "asset_types");
    production.teamIds = idsOf(item, "team");
    if (const Json &priorities = memberOf(item, "task_types_priority"); priorities.is_object())
        for (const auto &[id, priority] : priorities.items())
            if (priority.is_number()) production.taskTypePriorities[QString::fromStdString(id)] = priority.get<int>();
    if (const Json &links = memberOf(item, "task_statuses_link"); links.is_object())
        for (const auto &[id, link] : links.items())
            production.boardRoles[QString::fromStdString(id)] = idsOf(link, "roles_for_board");
    if (const Json &descriptors = memberOf(item, "descriptors"); descriptors.is_array())
        for (const Json &descriptor : descriptors) production.descriptors << descriptorOf(descriptor);
    return production;
}

template<typename T, typename Read>
QList<T> listOf(const Json &context, const char *member, Read read)
{
    QList<T> list;
    if (const Json &items = memberOf(context, member); items.is_array())
        for (const Json &item : items) list << read(item);
    return list;
}

template<typename T>
QHash<QString, int> indexOf(const QList<T> &list)
{
    QHash<QString, int> index;
    for (int i = 0; i < list.size(); ++i) index[list[i].id] = i;
    return index;
}

template<typename T>
const T *lookUp(const QList<T> &list, const QHash<QString, int> &index, const QString &id)
{
    const auto found = index.constFind(id);
    return found == index.cend() ? nullptr : &list[*found];
}

} // namespace

StudioDirectory::StudioDirectory(UserSession &session, PictureStore &pictures, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_pictures(pictures)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadDelay);
    connect(&m_reload, &QTimer::timeout, this, [this] { reload(); });
    connect(&session.gateway(), &StudioGateway::eventHeard, this, &StudioDirectory::hear);
    connect(&pictures, &PictureStore::arrived, this, [this](const QString &path) {
        if (path.contains("/persons/"_L1)) Q_EMIT peopleChanged();
    });
}

QCoro::Task<void> StudioDirectory::load()
{
    const QPointer<StudioDirectory> self(this);
    const Json context = co_await gateway().get(u"/data/user/context"_s);
    if (self) take(context);
}

QCoro::Task<void> StudioDirectory::reload()
{
    try {
        co_await load();
    } catch (const ApiError &) {
        // The link is gone or the session has ended: both are shown elsewhere, and both end in a new load.
    }
}

void StudioDirectory::hear(const QString &event, const Json &payload)
{
    static const QStringList subjects{u"project:"_s, u"person:"_s, u"task-type:"_s, u"task-status:"_s, u"department:"_s,
        u"asset-type:"_s, u"metadata-descriptor:"_s, u"organisation:"_s};
    if (!m_isLoaded) return;
    if (event.startsWith("notification:"_L1)) {
        if (textOf(payload, "person_id") == m_session.person().id) m_reload.start();
        return;
    }
    if (event == "person:set-thumbnail"_L1) m_pictures.forget(PictureStore::personPath(textOf(payload, "person_id")));
    if (std::any_of(subjects.begin(), subjects.end(), [&](const QString &s) { return event.startsWith(s); }))
        m_reload.start();
}

void StudioDirectory::take(const Json &context)
{
    m_productions = listOf<DirectoryProduction>(context, "projects", productionOf);
    m_people = listOf<DirectoryPerson>(context, "persons", personOf);
    m_taskTypes = listOf<DirectoryTaskType>(context, "task_types", taskTypeOf);
    m_statuses = listOf<DirectoryStatus>(context, "task_status", statusOf);
    m_departments = listOf<Named>(context, "departments", namedOf);
    m_assetTypes = listOf<Named>(context, "asset_types", namedOf);
    std::sort(m_productions.begin(), m_productions.end(),
        [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    std::sort(m_people.begin(), m_people.end(),
        [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.fullName, b.fullName) < 0; });
    m_personById = indexOf(m_people);
    m_taskTypeById = indexOf(m_taskTypes);
    m_statusById = indexOf(m_statuses);
    m_isLoaded = true;
    const int unread = wholeOf(context, "notification_count");
    if (unread != m_unreadNotifications) {
        m_unreadNotifications = unread;
        Q_EMIT notificationsChanged(unread);
    }
    Q_EMIT changed();
}

const DirectoryProduction *StudioDirectory::production(const QString &id) const
{
    const auto found =
        std::find_if(m_productions.begin(), m_productions.end(), [&](const auto &p) { return p.id == id; });
    return found == m_productions.end() ? nullptr : &*found;
}

const DirectoryPerson *StudioDirectory::person(const QString &id) const
{
    return lookUp(m_people, m_personById, id);
}

const DirectoryTaskType *StudioDirectory::taskType(const QString &id) const
{
    return lookUp(m_taskTypes, m_taskTypeById, id);
}

const DirectoryStatus *StudioDirectory::status(const QString &id) const
{
    return lookUp(m_statuses, m_statusById, id);
}

PersonLook StudioDirectory::look(const QString &personId) const
{
    PersonLook look;
    look.id = personId;
    const DirectoryPerson *found = person(personId);
    if (!found) return look;
    look.name = found->fullName;
    if (found->hasAvatar) look.picture = m_pictures.picture(PictureStore::personPath(personId));
    return look;
}

QList<PersonLook> StudioDirectory::looks(const QStringList &personIds) const
{
    QList<PersonLook> looks;
    for (const QString &id : personIds) looks << look(id);
    return looks;
}

QList<DirectoryTaskType> StudioDirectory::taskTypesOf(
    const DirectoryProduction &production, const QString &entity) const
{
    QList<DirectoryTaskType> types;
    for (const QString &id : production.taskTypeIds) {
        const DirectoryTaskType *type = taskType(id);
        if (!type || type->forEntity != entity) continue;
        types << *type;
        types.back().priority = production.taskTypePriorities.value(id, type->priority);
    }
    std::stable_sort(types.begin(), types.end(), [](const auto &a, const auto &b) { return a.priority < b.priority; });
    return types;
}

QList<DirectoryStatus> StudioDirectory::statusesOf(const DirectoryProduction &production, bool settable) const
{
    const SignedInPerson &me = m_session.person();
    QList<DirectoryStatus> statuses;
    for (const DirectoryStatus &status : m_statuses) {
        if (status.isForConcept) continue;
        if (!production.taskStatusIds.isEmpty() && !production.taskStatusIds.contains(status.id)) continue;
        const bool isArtist = me.role == "user"_L1 || me.role == "vendor"_L1;
        const bool maySet = (!isArtist || status.isArtistAllowed) && (!me.isClient() || status.isClientAllowed);
        if (!settable || maySet) statuses << status;
    }
    return statuses;
}

QList<DirectoryPerson> StudioDirectory::teamOf(const DirectoryProduction &production) const
{
    QList<DirectoryPerson> team;
    for (const DirectoryPerson &person : m_people)
        if (production.teamIds.contains(person.id)) team << person;
    return team;
}

} // namespace callboard::ui
