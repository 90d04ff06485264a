// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/NoteMarks.h"

#include "ui/openstudio/StudioDirectory.h"
#include "ui/previews/FrameReference.h"

namespace callboard::ui {

namespace {

/// In its text, and in what its checklist asks for.
QList<FrameReference> framesOf(const TaskComment &comment)
{
    QList<FrameReference> frames = frameReferencesIn(comment.text);
    for (const ChecklistItem &item : comment.checklist) frames << frameReferencesIn(item.text);
    return frames;
}

} // namespace

std::vector<TimelineMark> noteMarks(
    const QList<TaskComment> &comments, int firstFrame, int frameCount, const StudioDirectory &directory)
{
    std::vector<TimelineMark> marks;
    for (const TaskComment &comment : comments)
        for (const FrameReference &reference : framesOf(comment)) {
            const FrameRange frames{
                std::max(0, reference.first - firstFrame), std::min(frameCount - 1, reference.last - firstFrame)};
            if (frames.first > frames.last) continue;
            const PersonLook author = directory.look(comment.personId);
            marks.push_back({frames, personColour(author), author.name});
        }
    return marks;
}

} // namespace callboard::ui
