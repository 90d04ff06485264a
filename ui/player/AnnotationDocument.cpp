// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/AnnotationDocument.h"

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QJsonObject &object)
{
    return object["id"_L1].toString();
}

auto withId(const QString &id)
{
    return [id](const QJsonObject &object) { return !id.isEmpty() && idOf(object) == id; };
}

QJsonArray arrayOf(const std::vector<QJsonObject> &objects)
{
    QJsonArray array;
    for (const QJsonObject &object : objects) array.append(object);
    return array;
}

// Whole numbers are written without a point, as the other clients do.
QJsonValue timeValue(double time)
{
    return time == std::floor(time) && std::abs(time) < 1e9 ? QJsonValue(qint64(time)) : QJsonValue(time);
}

QJsonArray momentsToJson(const std::vector<AnnotationMoment> &moments, const FrameRate &rate)
{
    QJsonArray array;
    for (const AnnotationMoment &moment : moments)
        array.append(QJsonObject{{u"time"_s, timeValue(moment.time)}, {u"frame"_s, nearestFrame(moment.time, rate) + 1},
            {u"drawing"_s, QJsonObject{{u"objects"_s, arrayOf(moment.objects)}}}});
    return array;
}

} // namespace

QJsonObject AnnotationDifference::toJson(const FrameRate &rate) const
{
    QJsonArray gone;
    for (const Deletion &deletion : deletions)
        gone.append(QJsonObject{
            {u"time"_s, timeValue(deletion.time)}, {u"objects"_s, QJsonArray::fromStringList(deletion.ids)}});
    return {{u"additions"_s, momentsToJson(additions, rate)}, {u"updates"_s, momentsToJson(updates, rate)},
        {u"deletions"_s, gone}};
}

AnnotationDocument AnnotationDocument::fromJson(const QJsonArray &stored)
{
    AnnotationDocument document;
    for (const QJsonValue &value : stored) {
        const QJsonObject entry = value.toObject();
        const QJsonValue drawing = entry["drawing"_L1];
        const QJsonValue objects = drawing.toObject()["objects"_L1];
        const bool isReadable = entry["time"_L1].isDouble() && objects.isArray()
            && std::ranges::all_of(objects.toArray(), [](const QJsonValue &object) { return object.isObject(); });
        if (!isReadable) {
            document.m_unreadable.append(value);
            continue;
        }
        Moment moment{entry["time"_L1].toDouble(), entry, {}};
        for (const QJsonValue &object : objects.toArray()) moment.objects.push_back(object.toObject());
        document.m_moments.push_back(std::move(moment));
    }
    return document;
}

QJsonArray AnnotationDocument::toJson() const
{
    QJsonArray array;
    for (const Moment &moment : m_moments) {
        QJsonObject entry = moment.stored;
        QJsonObject drawing = entry["drawing"_L1].toObject();
        drawing["objects"_L1] = arrayOf(moment.objects);
        entry["drawing"_L1] = drawing;
        array.append(entry);
    }
    for (const QJsonValue &value : m_unreadable) array.append(value);
    return array;
}

std::vector<AnnotationDocument::Placed> AnnotationDocument::objectsAt(
    qint64 index, const FrameRate &rate, bool isPicture) const
{
    std::vector<Placed> placed;
    for (const Moment &moment : m_moments) {
        if (!isPicture && nearestFrame(moment.time, rate) != index) continue;
        const QSizeF canvas(moment.stored["width"_L1].toDouble(), moment.stored["height"_L1].toDouble());
        for (const QJsonObject &object : moment.objects) placed.push_back({moment.time, object, canvas});
    }
    return placed;
}

std::vector<qint64> AnnotationDocument::frames(const FrameRate &rate, bool isPicture) const
{
    std::vector<qint64> frames;
    for (const Moment &moment : m_moments)
        if (!moment.objects.empty()) frames.push_back(isPicture ? 0 : nearestFrame(moment.time, rate));
    std::ranges::sort(frames);
    const auto doubled = std::ranges::unique(frames);
    frames.erase(doubled.begin(), doubled.end());
    return frames;
}

double AnnotationDocument::timeFor(qint64 index, const FrameRate &rate, bool isPicture) const
{
    for (const Moment &moment : m_moments)
        if (isPicture || nearestFrame(moment.time, rate) == index) return moment.time;
    return isPicture ? 0 : annotationTime(index, rate);
}

std::optional<AnnotationDocument::Placed> AnnotationDocument::find(const QString &id) const
{
    for (const Moment &moment : m_moments) {
        const auto found = std::ranges::find_if(moment.objects, withId(id));
        if (found != moment.objects.end()) return Placed{moment.time, *found, {}};
    }
    return std::nullopt;
}

AnnotationDocument::Moment *AnnotationDocument::momentAt(double time)
{
    const auto found = std::ranges::find(m_moments, time, &Moment::time);
    return found == m_moments.end() ? nullptr : &*found;
}

void AnnotationDocument::apply(const AnnotationDifference &difference)
{
    for (const AnnotationMoment &addition : difference.additions) {
        Moment *moment = momentAt(addition.time);
        if (!moment) {
            m_moments.push_back({addition.time, {{u"time"_s, timeValue(addition.time)}}, {}});
            moment = &m_moments.back();
        }
        for (const QJsonObject &object : addition.objects)
            if (std::ranges::none_of(moment->objects, withId(idOf(object)))) moment->objects.push_back(object);
    }
    for (const AnnotationMoment &update : difference.updates) {
        Moment *moment = momentAt(update.time);
        for (const QJsonObject &object : update.objects)
            if (moment && std::erase_if(moment->objects, withId(idOf(object))) > 0) moment->objects.push_back(object);
    }
    for (const AnnotationDifference::Deletion &deletion : difference.deletions) {
        Moment *moment = momentAt(deletion.time);
        if (!moment) continue;
        std::erase_if(moment->objects,
            [&](const QJsonObject &object) { return !idOf(object).isEmpty() && deletion.ids.contains(idOf(object)); });
        if (moment->objects.empty()) std::erase_if(m_moments, [&](const Moment &one) { return &one == moment; });
    }
}

} // namespace callboard::ui
