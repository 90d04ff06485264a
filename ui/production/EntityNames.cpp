// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/EntityNames.h"

#include <QRegularExpression>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// Where the digits stand: the pattern's first run of #.
QRegularExpressionMatch digitsOf(const QString &pattern)
{
    static const QRegularExpression run(u"#+"_s);
    return run.match(pattern);
}

} // namespace

QStringList NumberedNames::names() const
{
    const auto digits = digitsOf(pattern);
    QStringList names;
    if (!digits.hasMatch()) return names;
    for (int i = 0; i < count; ++i) {
        const QString number = QString::number(first + i * step).rightJustified(digits.capturedLength(), u'0');
        names << QString(pattern).replace(digits.capturedStart(), digits.capturedLength(), number);
    }
    return names;
}

int nextNumber(const QString &pattern, int step, const QStringList &taken)
{
    const auto digits = digitsOf(pattern);
    if (!digits.hasMatch() || step <= 0) return step;
    const QString before = pattern.left(digits.capturedStart());
    const QString after = pattern.mid(digits.capturedEnd());
    const QRegularExpression form(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(before) + u"(\\d+)"_s + QRegularExpression::escape(after)));
    int highest = 0;
    for (const QString &name : taken)
        if (const auto match = form.match(name); match.hasMatch())
            highest = std::max(highest, match.captured(1).toInt());
    return (highest / step + 1) * step;
}

QStringList namesInLines(const QString &text)
{
    QStringList names;
    for (const QString &line : text.split(u'\n')) {
        const QString name = line.simplified();
        if (!name.isEmpty() && !names.contains(name)) names << name;
    }
    return names;
}

} // namespace callboard::ui
