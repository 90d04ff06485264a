// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/previews/FrameReference.h"

#include <QRegularExpression>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

const QString linkScheme = u"frame:"_s;

} // namespace

QString frameReference(int number)
{
    return u"[%1]"_s.arg(number);
}

QList<FrameReference> frameReferencesIn(const QString &text)
{
    static const QRegularExpression pattern(uR"(\[(\d{1,7})(?:\s?[-–]\s?(\d{1,7}))?\])"_s);
    QList<FrameReference> references;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const int first = match.captured(1).toInt();
        const int last = match.hasCaptured(2) ? match.captured(2).toInt() : first;
        references << FrameReference{match.capturedStart(), match.capturedLength(), first, std::max(first, last)};
    }
    return references;
}

QString frameLink(int number)
{
    return linkScheme + QString::number(number);
}

std::optional<int> frameOfLink(const QString &address)
{
    bool isNumber = false;
    const int number = address.startsWith(linkScheme) ? address.mid(linkScheme.size()).toInt(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace callboard::ui
