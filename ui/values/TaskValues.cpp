// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/TaskValues.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double minutesPerDay = 8 * 60;

QString words(const char *text)
{
    return QCoreApplication::translate("TaskValues", text);
}

template<typename T, typename Read>
QList<T> listOf(const Json &list, Read read)
{
    QList<T> read_;
    if (list.is_array())
        for (const Json &item : list)
            if (item.is_object()) read_ << read(item);
    return read_;
}

TaskPreview previewOf(const Json &item)
{
    TaskPreview preview;
    preview.id = textOf(item, "id");
    preview.revision = wholeOf(item, "revision");
    preview.position = std::max(1, wholeOf(item, "position"));
    preview.width = wholeOf(item, "width");
    preview.height = wholeOf(item, "height");
    preview.extension = textOf(item, "extension");
    preview.status = textOf(item, "status");
    preview.originalName = textOf(item, "original_name");
    const Json &annotations = memberOf(item, "annotations");
    preview.annotatedMoments = annotations.is_array() ? static_cast<int>(annotations.size()) : 0;
    return preview;
}

TaskAttachment attachmentOf(const Json &item)
{
    return {textOf(item, "id"), textOf(item, "name"), textOf(item, "reply_id"),
        static_cast<qint64>(numberOf(item, "size"))};
}

TaskReply replyOf(const Json &item)
{
    return {textOf(item, "id"), textOf(item, "person_id"), momentOf(textOf(item, "date")), textOf(item, "text")};
}

} // namespace

QString TaskDetail::fullName() const
{
    return groupName.isEmpty() ? entityName : groupName + u" / "_s + entityName;
}

int firstFrameOf(const Json &entity)
{
    const Json &first = memberOf(memberOf(entity, "data"), "frame_in");
    if (first.is_number()) return first.get<int>();
    bool isNumber = false;
    const int number = first.is_string() ? QString::fromStdString(first.get<std::string>()).toInt(&isNumber) : 0;
    return isNumber ? number : 1;
}

TaskDetail taskDetailOf(const Json &task)
{
    const Json &entity = memberOf(task, "entity");
    const Json &entityType = memberOf(task, "entity_type");
    const Json &sequence = memberOf(task, "sequence");
    TaskDetail detail;
    detail.id = textOf(task, "id");
    detail.productionId = textOf(task, "project_id");
    detail.entityId = textOf(task, "entity_id");
    detail.taskTypeId = textOf(task, "task_type_id");
    detail.statusId = textOf(task, "task_status_id");
    detail.assigneeIds = idsOf(task, "assignees");
    detail.due = dayOf(task, "due_date");
    detail.priority = wholeOf(task, "priority");
    detail.estimation = numberOf(task, "estimation");
    detail.spent = numberOf(task, "duration");
    detail.retakes = wholeOf(task, "retake_count");
    detail.isSubscribed = flagOf(task, "is_subscribed");
    if (const Json &type = memberOf(task, "task_type"); type.is_object())
        detail.departmentId = textOf(type, "department_id");
    if (entity.is_object()) {
        detail.entityName = textOf(entity, "name");
        detail.description = textOf(entity, "description");
        detail.previewId = textOf(entity, "preview_file_id");
        detail.firstFrame = firstFrameOf(entity);
        if (const Json &data = memberOf(entity, "data"); data.is_object())
            detail.retakeLimit = wholeOf(data, "max_retakes");
    }
    if (const Json &project = memberOf(task, "project"); detail.retakeLimit == 0 && project.is_object())
        detail.retakeLimit = wholeOf(project, "max_retakes");
    const QString typeName = entityType.is_object() ? textOf(entityType, "name") : QString();
    detail.isOfShot = typeName == "Shot"_L1;
    detail.groupName = sequence.is_object() ? textOf(sequence, "name") : detail.isOfShot ? QString() : typeName;
    return detail;
}

TaskComment taskCommentOf(const Json &item)
{
    TaskComment comment;
    comment.id = textOf(item, "id");
    comment.personId = textOf(item, "person_id");
    if (const Json &person = memberOf(item, "person"); person.is_object())
        comment.personName = (textOf(person, "first_name") + u' ' + textOf(person, "last_name")).trimmed();
    comment.statusId = textOf(item, "task_status_id");
    comment.moment = momentOf(textOf(item, "created_at"));
    comment.text = textOf(item, "text");
    comment.isPinned = flagOf(item, "pinned");
    comment.isEdited = !textOf(item, "editor_id").isEmpty();
    comment.checklist = checklistOf(memberOf(item, "checklist"));
    comment.acknowledgedBy = idsOf(item, "acknowledgements");
    comment.previews = listOf<TaskPreview>(memberOf(item, "previews"), previewOf);
    for (TaskPreview &preview : comment.previews) preview.commentId = comment.id;
    comment.attachments = listOf<TaskAttachment>(memberOf(item, "attachment_files"), attachmentOf);
    comment.replies = listOf<TaskReply>(memberOf(item, "replies"), replyOf);
    return comment;
}

QList<TaskComment> taskCommentsOf(const Json &comments)
{
    return listOf<TaskComment>(comments, taskCommentOf);
}

Checklist checklistOf(const Json &list)
{
    return listOf<ChecklistItem>(list, [](const Json &item) {
        return ChecklistItem{textOf(item, "text"), flagOf(item, "checked"), item};
    });
}

Json jsonOf(const Checklist &checklist)
{
    Json list = Json::array();
    for (const ChecklistItem &item : checklist) {
        Json told = item.kept.is_object() ? item.kept : Json::object();
        told["text"] = item.text.toStdString();
        told["checked"] = item.isDone;
        list.push_back(std::move(told));
    }
    return list;
}

QList<TaskPreview> previewsOf(const QList<TaskComment> &comments)
{
    QList<TaskPreview> previews;
    for (const TaskComment &comment : comments) previews << comment.previews;
    std::stable_sort(previews.begin(), previews.end(), [](const TaskPreview &a, const TaskPreview &b) {
        return a.revision != b.revision ? a.revision > b.revision : a.position < b.position;
    });
    return previews;
}

int revisionAfter(const QList<TaskComment> &comments)
{
    int highest = 0;
    for (const TaskComment &comment : comments)
        for (const TaskPreview &preview : comment.previews) highest = std::max(highest, preview.revision);
    return highest + 1;
}

QDateTime momentOf(const QString &told)
{
    if (told.isEmpty()) return {};
    QDateTime moment = QDateTime::fromString(told.endsWith(u'Z') ? told.chopped(1) : told, Qt::ISODateWithMs);
    moment.setTimeSpec(Qt::UTC);
    return moment.toLocalTime();
}

QString momentWords(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid()) return {};
    const QLocale locale;
    // Some locales write seconds in their short form.
    QString form = locale.timeFormat(QLocale::ShortFormat);
    form.remove(u":ss"_s).remove(u".ss"_s);
    const QString time = locale.toString(moment.time(), form);
    const qint64 days = moment.date().daysTo(now.date());
    if (days <= 0) return time;
    if (days == 1) return words(QT_TRANSLATE_NOOP("TaskValues", "Yesterday %1")).arg(time);
    if (days < 7) return locale.dayName(moment.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + time;
    const bool isThisYear = moment.date().year() == now.date().year();
    return locale.toString(moment.date(), isThisYear ? u"d MMM"_s : u"d MMM yyyy"_s) + u' ' + time;
}

QString workWords(double minutes)
{
    if (minutes <= 0) return u"–"_s;
    const QLocale locale;
    if (minutes < minutesPerDay / 2)
        return words(QT_TRANSLATE_NOOP("TaskValues", "%1 h")).arg(locale.toString(qRound(minutes / 6) / 10.0, 'g', 4));
    return words(QT_TRANSLATE_NOOP("TaskValues", "%1 d"))
        .arg(locale.toString(qRound(minutes / minutesPerDay * 10) / 10.0, 'g', 5));
}

QString spentWords(double spent, double estimation)
{
    const QLocale locale;
    const auto days = [&](double minutes) {
        return locale.toString(qRound(minutes / minutesPerDay * 10) / 10.0, 'g', 5);
    };
    if (spent <= 0 && estimation <= 0) return u"–"_s;
    return words(QT_TRANSLATE_NOOP("TaskValues", "%1 / %2 d"))
        .arg(days(spent), estimation > 0 ? days(estimation) : u"–"_s);
}

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace callboard::ui
