// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/AnnotationModel.h"

#include <QUndoCommand>

namespace callboard::ui {

using namespace Qt::StringLiterals;

/// One undoable step: a difference and the one that takes it back.
class AnnotationModel::Edit : public QUndoCommand
{
public:
    Edit(AnnotationModel &model, const QString &what, AnnotationDifference forward, AnnotationDifference back)
        : QUndoCommand(what)
        , m_model(model)
        , m_forward(std::move(forward))
        , m_back(std::move(back))
    {}
    void redo() override { m_model.apply(m_forward); }
    void undo() override { m_model.apply(m_back); }

private:
    AnnotationModel &m_model;
    const AnnotationDifference m_forward, m_back;
};

AnnotationModel::AnnotationModel(QObject *parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(500);
}

void AnnotationModel::reset(const FrameRate &rate, bool isPicture)
{
    m_rate = rate;
    m_isPicture = isPicture;
    m_document = {};
    m_undo.clear();
    Q_EMIT changed();
}

void AnnotationModel::setAnnotations(const QJsonArray &stored)
{
    m_document = AnnotationDocument::fromJson(stored);
    Q_EMIT changed();
}

std::vector<AnnotationDocument::Placed> AnnotationModel::objectsAt(qint64 index) const
{
    return m_document.objectsAt(index, m_rate, m_isPicture);
}

std::vector<qint64> AnnotationModel::frames() const
{
    return m_document.frames(m_rate, m_isPicture);
}

void AnnotationModel::add(qint64 index, const QJsonObject &object, const QString &what)
{
    const double time = m_document.timeFor(index, m_rate, m_isPicture);
    AnnotationDifference forward, back;
    forward.additions = {{time, {object}}};
    back.deletions = {{time, {object["id"_L1].toString()}}};
    m_undo.push(new Edit(*this, what, std::move(forward), std::move(back)));
}

void AnnotationModel::replace(const QJsonObject &object, const QString &what)
{
    const auto before = m_document.find(object["id"_L1].toString());
    if (!before || before->object == object) return;
    AnnotationDifference forward, back;
    forward.updates = {{before->time, {object}}};
    back.updates = {{before->time, {before->object}}};
    m_undo.push(new Edit(*this, what, std::move(forward), std::move(back)));
}

void AnnotationModel::remove(const QStringList &ids, const QString &what)
{
    AnnotationDifference forward, back;
    for (const QString &id : ids) {
        const auto placed = m_document.find(id);
        if (!placed) continue;
        const auto known = std::ranges::find(forward.deletions, placed->time, &AnnotationDifference::Deletion::time);
        if (known == forward.deletions.end()) {
            forward.deletions.push_back({placed->time, {id}});
            back.additions.push_back({placed->time, {placed->object}});
        } else {
            known->ids.append(id);
            back.additions[size_t(known - forward.deletions.begin())].objects.push_back(placed->object);
        }
    }
    if (!forward.deletions.empty()) m_undo.push(new Edit(*this, what, std::move(forward), std::move(back)));
}

void AnnotationModel::apply(const AnnotationDifference &difference)
{
    m_document.apply(difference);
    Q_EMIT changed();
    Q_EMIT edited(difference.toJson(m_rate));
}

} // namespace callboard::ui
