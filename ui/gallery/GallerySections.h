// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The sections of the gallery, a function each; made for Gallery.
namespace callboard::ui::gallery {

QWidget *typeSection();
QWidget *chipSection();
QWidget *peopleSection();
QWidget *markSection();
QWidget *pictureSection();
QWidget *changeSection();
QWidget *popupSection();

QWidget *buttonSection();
QWidget *fieldSection();
QWidget *choiceSection();
QWidget *progressSection();
QWidget *noticeSection();

QWidget *formSection();
QWidget *settingsSection();
QWidget *viewSection();
QWidget *iconSection();

} // namespace callboard::ui::gallery
