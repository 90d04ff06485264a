// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

/// The painting of single controls, one file a family; only CallboardStyle calls it.
namespace callboard::ui::style {

// Buttons.cpp: push and tool buttons, checks, radios, switches
void buttonBevel(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void buttonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget);
QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget);
void toolButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget);
QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget);
void checkIndicator(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void radioIndicator(const QStyleOption &option, QPainter &painter);
void checkLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget);

// Fields.cpp: line edits, combo and spin boxes, sliders, progress
void field(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void comboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget);
void comboBoxLabel(const QStyleOptionComboBox &option, QPainter &painter, const QRect &content);
void spinBox(
    const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget, const QRect &up, const QRect &down);
void slider(const QStyleOptionSlider &option, QPainter &painter, const QRect &handle);
void progressBar(const QStyleOptionProgressBar &option, QPainter &painter);

// Menus.cpp: menus, tabs, tooltips
void menuPanel(const QStyleOption &option, QPainter &painter);
void menuItem(const QStyleOptionMenuItem &option, QPainter &painter);
QSize menuItemSize(const QStyleOptionMenuItem &option);
void menuBarItem(const QStyleOptionMenuItem &option, QPainter &painter);
void tab(const QStyleOptionTab &option, QPainter &painter);
void tabLabel(const QStyleOptionTab &option, QPainter &painter);
void tooltipPanel(const QStyleOption &option, QPainter &painter);

// Views.cpp: item views, headers, scroll bars, splitters
void itemPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void focusRing(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void header(const QStyleOptionHeader &option, QPainter &painter);
void headerLabel(const QStyleOptionHeader &option, QPainter &painter);
void branch(const QStyleOption &option, QPainter &painter);
void scrollBar(const QStyleOptionSlider &option, QPainter &painter, const QRect &handle);
void splitter(const QStyleOption &option, QPainter &painter);

/// The keyboard has the focus here and shows it.
bool showsFocus(const QStyleOption &option);

} // namespace callboard::ui::style
