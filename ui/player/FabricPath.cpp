// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/FabricPath.h"

#include <QJsonObject>
#include <QPolygonF>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCommands = 100'000;
constexpr double farthest = 1e6;

double bounded(double value)
{
    return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0;
}

struct Command
{
    QChar letter;
    std::vector<double> numbers;
};

size_t numbersOf(QChar letter)
{
    switch (letter.toUpper().toLatin1()) {
    case 'M':
    case 'L':
    case 'T': return 2;
    case 'H':
    case 'V': return 1;
    case 'Q':
    case 'S': return 4;
    case 'C': return 6;
    case 'A': return 7;
    default: return 0;
    }
}

std::vector<Command> commandsOfArray(const QJsonArray &stored)
{
    std::vector<Command> commands;
    for (const QJsonValue &value : stored) {
        const QJsonArray words = value.toArray();
        const QString letter = words.isEmpty() ? QString() : words[0].toString();
        if (letter.isEmpty() || commands.size() >= mostCommands) break;
        Command command{letter[0], {}};
        for (qsizetype at = 1; at < words.size(); ++at) command.numbers.push_back(bounded(words[at].toDouble()));
        commands.push_back(std::move(command));
    }
    return commands;
}

std::vector<Command> commandsOfText(const QString &text)
{
    static const QRegularExpression token(u"([A-Za-z])|([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)"_s);
    std::vector<Command> commands;
    for (auto found = token.globalMatch(text); found.hasNext() && commands.size() < mostCommands;) {
        const auto match = found.next();
        if (match.hasCaptured(1))
            commands.push_back({match.captured(1)[0], {}});
        else if (!commands.empty()) {
            // Numbers beyond a command's own repeat it.
            Command &last = commands.back();
            const size_t need = numbersOf(last.letter);
            if (need > 0 && last.numbers.size() == need) {
                const bool isMove = last.letter.toUpper() == u'M';
                commands.push_back({isMove ? QChar(last.letter.unicode() - 1) : last.letter, {}});
            }
            commands.back().numbers.push_back(bounded(match.captured(2).toDouble()));
        }
    }
    return commands;
}

class PathBuilder
{
public:
    bool add(const Command &command)
    {
        const QChar letter = command.letter.toUpper();
        if (command.numbers.size() < numbersOf(letter)) return false;
        m_isRelative = command.letter.isLower();
        m_numbers = command.numbers.data();
        const QPointF at = m_path.currentPosition();
        switch (letter.toLatin1()) {
        case 'M': m_path.moveTo(point(0)); break;
        case 'L': m_path.lineTo(point(0)); break;
        case 'H': m_path.lineTo(m_numbers[0] + (m_isRelative ? at.x() : 0), at.y()); break;
        case 'V': m_path.lineTo(at.x(), m_numbers[0] + (m_isRelative ? at.y() : 0)); break;
        case 'Q': quadratic(point(0), point(2)); return true;
        case 'T': quadratic(m_lastWasQuadratic ? 2 * at - m_control : at, point(0)); return true;
        case 'C': cubic(point(0), point(2), point(4)); return true;
        case 'S': cubic(m_lastWasCubic ? 2 * at - m_control : at, point(0), point(2)); return true;
        case 'A': m_path.lineTo(point(5)); break;
        case 'Z': m_path.closeSubpath(); break;
        default: return false;
        }
        m_lastWasCubic = m_lastWasQuadratic = false;
        return true;
    }
    const QPainterPath &path() const { return m_path; }

private:
    QPointF point(int at) const
    {
        const QPointF origin = m_isRelative ? m_path.currentPosition() : QPointF();
        return QPointF(m_numbers[at], m_numbers[at + 1]) + origin;
    }
    void quadratic(const QPointF &control, const QPointF &end)
    {
        m_path.quadTo(control, end);
        m_control = control;
        m_lastWasQuadratic = true;
        m_lastWasCubic = false;
    }
    void cubic(const QPointF &first, const QPointF &second, const QPointF &end)
    {
        m_path.cubicTo(first, second, end);
        m_control = second;
        m_lastWasCubic = true;
        m_lastWasQuadratic = false;
    }
    QPainterPath m_path;
    QPointF m_control;
    const double *m_numbers = nullptr;
    bool m_isRelative = false, m_lastWasCubic = false, m_lastWasQuadratic = false;
};

} // namespace

QPainterPath pathFromFabric(const QJsonValue &stored)
{
    PathBuilder builder;
    for (const Command &command :
        stored.isString() ? commandsOfText(stored.toString()) : commandsOfArray(stored.toArray()))
        if (!builder.add(command)) break;
    return builder.path();
}

QPainterPath pathFromStrokePoints(const QJsonArray &points)
{
    QPolygonF polygon;
    for (const QJsonValue &value : points) {
        const QJsonObject point = value.toObject();
        polygon.append({bounded(point["x"_L1].toDouble()), bounded(point["y"_L1].toDouble())});
        if (polygon.size() >= mostCommands) break;
    }
    return smoothPath(polygon);
}

QPainterPath smoothPath(const QPolygonF &points)
{
    QPainterPath path;
    if (points.isEmpty()) return path;
    path.moveTo(points.first());
    for (qsizetype at = 1; at + 1 < points.size(); ++at) path.quadTo(points[at], (points[at] + points[at + 1]) / 2);
    // A mere touch is a dot: a line of next to no length with round ends.
    path.lineTo(points.size() > 1 ? points.last() : points.last() + QPointF(0.01, 0));
    return path;
}

QJsonArray pathToFabric(const QPainterPath &path)
{
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    QJsonArray commands;
    for (int at = 0; at < path.elementCount(); ++at) {
        const QPainterPath::Element element = path.elementAt(at);
        if (element.isMoveTo() || element.isLineTo()) {
            commands.append(QJsonArray{element.isMoveTo() ? u"M"_s : u"L"_s, rounded(element.x), rounded(element.y)});
        } else if (element.isCurveTo() && at + 2 < path.elementCount()) {
            const auto second = path.elementAt(at + 1), end = path.elementAt(at + 2);
            commands.append(QJsonArray{u"C"_s, rounded(element.x), rounded(element.y), rounded(second.x),
                rounded(second.y), rounded(end.x), rounded(end.y)});
            at += 2;
        }
    }
    return commands;
}

} // namespace callboard::ui
