// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include <QApplication>

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    callboard::ui::Theme::instance().install();
    return 0;
}
