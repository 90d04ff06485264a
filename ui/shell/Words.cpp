// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Words.h"

#include <QCoreApplication>
#include <QTranslator>

static void readWords()
{
    Q_INIT_RESOURCE(words); // The linker drops the resources of a static library that nobody asks for.
}

namespace callboard::ui {

using namespace Qt::StringLiterals;

void installWords()
{
    readWords();
    auto *words = new QTranslator(QCoreApplication::instance());
    if (words->load(u":/callboard/words/callboard_en.qm"_s)) QCoreApplication::installTranslator(words);
}

} // namespace callboard::ui
