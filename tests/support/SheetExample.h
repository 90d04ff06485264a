// SPDX-License-Identifier: GPL-3.0-or-later
// A small production for the tests of the spreadsheet.
#pragma once

#include "ui/spreadsheet/SheetModel.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

inline StudioStatus exampleStatus(const QString &id, const QString &name, StatusKind kind)
{
    StudioStatus status;
    status.id = id;
    status.shortName = id;
    status.name = name;
    status.kind = kind;
    return status;
}

inline SheetSubject exampleSubject()
{
    SheetSubject subject;
    subject.taskTypes = {{u"lay"_s, u"Layout"_s, QColor(0x7a, 0xa2, 0xf7), {}, {}},
        {u"ani"_s, u"Animation"_s, QColor(0xff, 0x7b, 0x86), {}, {}},
        {u"fx"_s, u"FX"_s, QColor(0xd8, 0xb0, 0x3a), {}, {}}};
    subject.metadata = {
        {u"diff"_s, u"difficulty"_s, u"Difficulty"_s, MetadataType::List, {u"Easy"_s, u"Medium"_s, u"Hard"_s}, {}},
        {u"weight"_s, u"weight"_s, u"Weight"_s, MetadataType::Number, {}, {}},
        {u"night"_s, u"night"_s, u"Night"_s, MetadataType::Boolean, {}, {}}};
    subject.statuses = {exampleStatus(u"todo"_s, u"To do"_s, StatusKind::ToDo),
        exampleStatus(u"wip"_s, u"Work in progress"_s, StatusKind::InProgress),
        exampleStatus(u"wfa"_s, u"Waiting for approval"_s, StatusKind::WaitingForApproval),
        exampleStatus(u"retake"_s, u"Retake"_s, StatusKind::Retake),
        exampleStatus(u"done"_s, u"Done"_s, StatusKind::Done)};
    subject.people = {{u"mia"_s, u"Mia Okafor"_s, {}}, {u"noah"_s, u"Noah Weiss"_s, {}}};
    return subject;
}

inline TaskCell exampleTask(const QString &statusId, const QStringList &people = {})
{
    TaskCell task;
    task.taskId = u"task"_s;
    task.statusId = statusId;
    task.assigneeIds = people;
    task.estimationMinutes = 480;
    return task;
}

// "SQ010/SH0010" and so on: the sequences have that many shots each, all with three tasks.
inline std::vector<EntityRow> exampleShots(int sequences, int shotsEach)
{
    std::vector<EntityRow> rows;
    for (int sequence = 1; sequence <= sequences; ++sequence) {
        for (int shot = 1; shot <= shotsEach; ++shot) {
            EntityRow row;
            row.groupId = row.groupName = u"SQ%1"_s.arg(sequence * 10, 3, 10, QChar(u'0'));
            row.name = u"SH%1"_s.arg(shot * 10, 4, 10, QChar(u'0'));
            row.id = row.groupName + u'/' + row.name;
            row.description = u"What happens in %1"_s.arg(row.name);
            row.previewId = row.id;
            row.frames = 40 + shot;
            row.frameIn = 1001;
            row.frameOut = 1000 + *row.frames;
            row.metadata = {{u"difficulty"_s, shot % 2 ? u"Easy"_s : u"Hard"_s}};
            row.tasks = {{u"lay"_s, exampleTask(u"done"_s)},
                {u"ani"_s, exampleTask(shot % 2 ? u"wip"_s : u"wfa"_s, {u"mia"_s})}, {u"fx"_s, exampleTask(u"todo"_s)}};
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

inline ColumnKey taskColumn(const QString &id)
{
    return {ColumnKind::Task, id};
}

} // namespace callboard::ui
