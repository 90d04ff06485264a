// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QPainterPath>

namespace callboard::ui {

/// The path that fabric.js stores: an array of commands or the text of an SVG path. Commands M L H V Q
/// C S T Z, absolute and relative; an arc is its chord. What can't be read ends the path there.
QPainterPath pathFromFabric(const QJsonValue &stored);

/// A pressure stroke's points joined by curves through their middles.
QPainterPath pathFromStrokePoints(const QJsonArray &points);

/// The path as commands of the form [["M", x, y], …].
QJsonArray pathToFabric(const QPainterPath &path);

/// A smooth line through drawn points, as fabric's pencil makes it.
QPainterPath smoothPath(const QPolygonF &points);

} // namespace callboard::ui
