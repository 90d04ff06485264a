// SPDX-License-Identifier: GPL-3.0-or-later
// What people write in comments, made ready to be shown: **strong**, *light*, `code`, links and mentions. Anything
// else is plain text; no markup of the comment itself ever reaches the window.
#pragma once

#include <QString>
#include <QStringList>

namespace callboard::ui {

/// Rich text for a label, in the theme's colours now. `names` are the people and departments that may be mentioned.
QString commentHtml(const QString &text, const QStringList &names);

struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};

/// Where "@Mia Okafor" stands, with its "@". The longest name wins.
QList<TextSpan> mentionsIn(const QString &text, const QStringList &names);

} // namespace callboard::ui
