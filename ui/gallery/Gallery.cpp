// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/Gallery.h"

#include "ui/gallery/GallerySections.h"
#include "ui/parts/Label.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace callboard::ui {

namespace {

QVBoxLayout *column(QHBoxLayout *columns, int width, std::initializer_list<QWidget *> sections)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(20);
    for (QWidget *section : sections) layout->addWidget(section);
    sections.begin()[0]->setMinimumWidth(width);
    layout->addStretch();
    columns->addLayout(layout, 1);
    return layout;
}

} // namespace

Gallery::Gallery(QWidget *parent)
    : QWidget(parent)
{
    setWindowTitle(tr("Parts of the window"));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(24, 24, 24, 24);
    columns->setSpacing(32);
    using namespace gallery;
    column(columns, 500,
        {typeSection(), chipSection(), peopleSection(), markSection(), pictureSection(), changeSection(),
            popupSection()});
    column(columns, 560, {buttonSection(), fieldSection(), choiceSection(), progressSection(), noticeSection()});
    column(columns, 560, {formSection(), settingsSection(), viewSection(), iconSection()});
}

void Gallery::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg2);
}

bool Gallery::writePicture(const QString &file)
{
    Gallery gallery;
    gallery.setAttribute(Qt::WA_DontShowOnScreen);
    gallery.resize(gallery.minimumSizeHint());
    gallery.show();
    QApplication::processEvents();
    return gallery.grab().save(file, "PNG");
}

} // namespace callboard::ui
