// SPDX-License-Identifier: GPL-3.0-or-later
#include "Production.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace callboard::ui {
namespace {

StudioStatus status(const QString &shortName, const QString &name, StatusKind kind)
{
    StudioStatus made;
    made.id = made.shortName = shortName;
    made.name = name;
    made.kind = kind;
    return made;
}

struct Shot
{
    QString name, description, difficulty;
    int frames;
    QStringList tasks; // "status", "status!" with priority, "status*" unread, "status@person+person"
};

TaskCell task(const QString &written)
{
    TaskCell cell;
    if (written == u"-"_s) return cell;
    const auto parts = written.split(u'@');
    cell.taskId = u"task"_s;
    cell.isUnread = parts[0].contains(u'*');
    cell.priority = int(parts[0].count(u'!'));
    cell.statusId = parts[0];
    cell.statusId.remove(u'*').remove(u'!');
    if (parts.size() > 1) cell.assigneeIds = parts[1].split(u'+');
    cell.estimationMinutes = 480 * 5 / 2;
    return cell;
}

const QStringList types = {u"modelling"_s, u"layout"_s, u"animation"_s, u"fx"_s, u"lighting"_s, u"compositing"_s};

EntityRow row(const QString &sequence, const QString &sequenceName, const Shot &shot)
{
    EntityRow made;
    made.id = sequence + shot.name;
    made.name = shot.name;
    made.description = shot.description;
    made.groupId = made.groupName = sequence;
    made.groupDescription = sequenceName;
    made.frames = shot.frames;
    made.frameIn = 1001;
    made.frameOut = 1000 + shot.frames;
    made.metadata = {{u"difficulty"_s, shot.difficulty}};
    made.tasks.insert(types[0], task(u"done"_s));
    for (int i = 0; i < shot.tasks.size(); ++i) made.tasks.insert(types[i + 1], task(shot.tasks[i]));
    return made;
}

} // namespace

SheetSubject lighthouseSubject()
{
    SheetSubject subject;
    subject.statuses = {status(u"todo"_s, u"To do"_s, StatusKind::ToDo),
        status(u"ready"_s, u"Ready to start"_s, StatusKind::Ready),
        status(u"wip"_s, u"Work in progress"_s, StatusKind::InProgress),
        status(u"wfa"_s, u"Waiting for approval"_s, StatusKind::WaitingForApproval),
        status(u"retake"_s, u"Retake"_s, StatusKind::Retake), status(u"done"_s, u"Done"_s, StatusKind::Done)};
    subject.taskTypes = {{types[0], u"Modelling"_s, QColor(0x8a, 0x8a, 0x8a), {}, {}},
        {types[1], u"Layout"_s, QColor(0x7a, 0xa2, 0xf7), {}, {}},
        {types[2], u"Animation"_s, QColor(0xf2, 0x8b, 0x94), {}, {}},
        {types[3], u"FX"_s, QColor(0xd8, 0xa8, 0x4a), {}, {}},
        {types[4], u"Lighting"_s, QColor(0xf2, 0xc1, 0x4e), {}, {}},
        {types[5], u"Compositing"_s, QColor(0x6f, 0xd0, 0x8c), {}, {}}};
    subject.metadata = {{u"difficulty"_s, u"difficulty"_s, u"Difficulty"_s, MetadataType::List,
        {u"Easy"_s, u"Medium"_s, u"Hard"_s}, {}}};
    subject.people = {{u"mia-okafor"_s, u"Mia Okafor"_s, {}}, {u"tomas-herrera"_s, u"Tomas Herrera"_s, {}},
        {u"noah-weiss"_s, u"Noah Weiss"_s, {}}, {u"leo-marchetti"_s, u"Leo Marchetti"_s, {}},
        {u"aiko-tanabe"_s, u"Aiko Tanabe"_s, {}}, {u"ken-adeyemi"_s, u"Ken Adeyemi"_s, {}}};
    return subject;
}

std::vector<EntityRow> lighthouseShots()
{
    const auto L = u"@tomas-herrera"_s, M = u"@mia-okafor"_s, F = u"@leo-marchetti"_s, N = u"@noah-weiss"_s,
               A = u"@aiko-tanabe"_s;
    const auto done = u"done"_s + L;
    const std::vector<std::pair<QStringList, QList<Shot>>> sequences = {
        {{u"SQ010"_s, u"Dusk arrival"_s},
            {{u"SH0020"_s, u"Boat rounds the headland"_s, u"Medium"_s, 96,
                 {done, u"wfa!"_s + M, u"wip"_s + F, u"ready"_s + N, u"todo"_s}},
                {u"SH0040"_s, u"Harbour lights come on"_s, u"Easy"_s, 72,
                    {done, u"wip"_s + M, u"-"_s, u"wip!"_s + N, u"todo"_s}},
                {u"SH0050"_s, u"The path, lantern swings"_s, u"Hard"_s, 84,
                    {done, u"retake!!!*"_s + M, u"todo"_s + F, u"todo"_s + N, u"todo"_s}},
                {u"SH0070"_s, u"Moonlit tower, wide"_s, u"Medium"_s, 112,
                    {done, u"wip"_s + M + u"+ken-adeyemi"_s, u"done"_s + F, u"wfa"_s + N, u"ready"_s + A}},
                {u"SH0090"_s, u"Keeper at the gallery"_s, u"Easy"_s, 48,
                    {done, u"wfa"_s + M, u"-"_s, u"wip"_s + N, u"todo"_s}}}},
        {{u"SQ020"_s, u"The lamp"_s},
            {{u"SH0010"_s, u"Climbing the stairwell"_s, u"Hard"_s, 104,
                 {done, u"wip!!"_s + M, u"ready"_s + F, u"ready"_s + N, u"todo"_s}},
                {u"SH0020"_s, u"Striking the match"_s, u"Medium"_s, 60,
                    {done, u"wfa"_s + M, u"wip"_s + F, u"todo"_s + N, u"todo"_s}},
                {u"SH0030"_s, u"Keeper turns to the lens"_s, u"Hard"_s, 88,
                    {done, u"wip!!*"_s + M, u"wip!"_s + F, u"ready"_s + N, u"todo"_s + A}},
                {u"SH0040"_s, u"The lamp room, empty chair"_s, u"Medium"_s, 96,
                    {done, u"retake!"_s + M + u"+ken-adeyemi"_s, u"todo"_s + F, u"todo"_s + N, u"todo"_s}},
                {u"SH0050"_s, u"Tea goes cold"_s, u"Easy"_s, 64,
                    {u"wfa"_s + L, u"wip"_s + M, u"ready"_s + F, u"wip*"_s + N, u"todo"_s}},
                {u"SH0060"_s, u"First sweep of the beam"_s, u"Hard"_s, 120,
                    {done, u"wfa!!!"_s + M, u"retake!!"_s + F, u"wfa"_s + N, u"ready"_s + A}},
                {u"SH0080"_s, u"Gull on the rail"_s, u"Medium"_s, 66,
                    {done, u"wip"_s + M, u"-"_s, u"todo"_s + N, u"todo"_s}}}},
        {{u"SQ030"_s, u"Storm"_s},
            {{u"SH0010"_s, u"Lightning over the boat"_s, u"Hard"_s, 128,
                 {u"wip!"_s + L, u"retake!!!"_s + M, u"wip!!"_s + F + u"+ken-adeyemi"_s, u"todo"_s + N, u"todo"_s}},
                {u"SH0030"_s, u"He sees it"_s, u"Medium"_s, 56,
                    {done, u"wip"_s + M, u"ready"_s + F, u"todo"_s + N, u"todo"_s}},
                {u"SH0040"_s, u"Waves against the tower"_s, u"Hard"_s, 142,
                    {u"wfa"_s + L, u"wip"_s + M + u"+ken-adeyemi"_s, u"wip"_s + F, u"todo"_s + N, u"todo"_s}},
                {u"SH0060"_s, u"Rain on the glass"_s, u"Hard"_s, 80,
                    {done, u"wip"_s + M, u"wip"_s + F, u"todo"_s + N, u"todo"_s}}}}};
    const QStringList pictures = {u"dusk_arrival"_s, u"harbour"_s, u"path_moon"_s, u"wide_night"_s, u"gallery_back"_s,
        u"stairs"_s, u"lantern_close"_s, u"keeper_close"_s, u"lamp_room"_s, u"window"_s, u"beam_top"_s, u"gull_rail"_s,
        u"storm_light"_s, u"keeper_face2"_s, u"storm"_s, u"whale"_s};
    std::vector<EntityRow> rows;
    for (const auto &[sequence, shots] : sequences)
        for (const auto &shot : shots) {
            rows.push_back(row(sequence[0], sequence[1], shot));
            rows.back().previewId = pictures[qsizetype(rows.size()) - 1];
        }
    return rows;
}

std::vector<EntityRow> manyShots(int shots, int sequences)
{
    QRandomGenerator random(20);
    const auto subject = lighthouseSubject();
    const QStringList words = {u"boat"_s, u"harbour"_s, u"storm"_s, u"lamp"_s, u"keeper"_s, u"gull"_s, u"beam"_s,
        u"rain"_s, u"empty"_s, u"night"_s};
    const auto one = [&random](const auto &list) { return list[random.bounded(int(list.size()))]; };
    std::vector<EntityRow> rows;
    rows.reserve(size_t(shots));
    for (int i = 0; i < shots; ++i) {
        const int sequence = i * sequences / shots;
        const Shot shot{u"SH%1"_s.arg(i % (shots / sequences) * 10 + 10, 4, 10, QChar(u'0')),
            one(words) + u' ' + one(words) + u' ' + one(words), one(subject.metadata[0].choices),
            random.bounded(40, 200), {}};
        rows.push_back(row(u"SQ%1"_s.arg(sequence * 10 + 10, 4, 10, QChar(u'0')), one(words), shot));
        auto &made = rows.back();
        made.previewId = made.id;
        for (int type = 1; type < types.size(); ++type) {
            TaskCell cell;
            cell.taskId = QString::number(i * 8 + type);
            cell.statusId = one(subject.statuses).id;
            cell.priority = random.bounded(10) ? 0 : random.bounded(4);
            cell.isUnread = random.bounded(10) == 0;
            cell.estimationMinutes = random.bounded(1, 10) * 240;
            cell.assigneeIds = {one(subject.people).id};
            if (random.bounded(4) == 0) cell.assigneeIds << one(subject.people).id;
            made.tasks.insert(types[type], cell);
        }
    }
    return rows;
}

} // namespace callboard::ui
