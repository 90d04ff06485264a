// SPDX-License-Identifier: GPL-3.0-or-later
// Names of new shots by number: "SH####" from 10 by steps of 10 gives SH0010, SH0020 …
#pragma once

#include <QString>
#include <QStringList>

namespace callboard::ui {

struct NumberedNames
{
    QString pattern = QStringLiteral("SH####"); // the # are the number's digits, filled with zeros
    int first = 10;
    int step = 10;
    int count = 10;

    /// Empty when the pattern has no #.
    QStringList names() const;
};

/// The next free number in names of that pattern, on the step's grid: after SH0040 by tens comes 50.
int nextNumber(const QString &pattern, int step, const QStringList &taken);
/// One name a line; blank lines and repetitions are left out.
QStringList namesInLines(const QString &text);

} // namespace callboard::ui
