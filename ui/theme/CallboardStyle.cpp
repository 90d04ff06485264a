// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/CallboardStyle.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>

namespace callboard::ui {

namespace {

template<typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

bool isTextBox(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// Painting starts and ends with the painter as it was.
class Kept
{
public:
    explicit Kept(QPainter *painter, const QStyleOption *option)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setLayoutDirection(option->direction);
    }
    ~Kept() { m_painter->restore(); }
    Kept(const Kept &) = delete;
    Kept &operator=(const Kept &) = delete;

private:
    QPainter *m_painter;
};

} // namespace

CallboardStyle::CallboardStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void CallboardStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QSlider *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget)
        || qobject_cast<QSplitterHandle *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget)) view->viewport()->setAttribute(Qt::WA_Hover);
    // Qt's own delegate of combo boxes ignores the style.
    if (auto *combo = qobject_cast<QComboBox *>(widget); combo && combo->itemDelegate()->inherits("QComboBoxDelegate"))
        combo->setItemDelegate(new QStyledItemDelegate(combo));
    if (qobject_cast<QMenu *>(widget) || widget->inherits("QComboBoxPrivateContainer"))
        widget->setAttribute(Qt::WA_TranslucentBackground);
    if (isTextBox(widget)) widget->installEventFilter(this);
}

bool CallboardStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        static_cast<QWidget *>(watched)->update();
    return QProxyStyle::eventFilter(watched, event);
}

void CallboardStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Kept kept(painter, option);
    switch (element) {
    case PE_PanelButtonCommand: return style::buttonBevel(*option, *painter, widget);
    case PE_FrameDefaultButton: return;
    case PE_FrameButtonBevel: return;
    case PE_PanelLineEdit: {
        const auto *frame = as<QStyleOptionFrame>(option);
        if (frame && frame->lineWidth > 0) style::field(*option, *painter, widget);
        return;
    }
    case PE_FrameLineEdit: return;
    case PE_IndicatorCheckBox: return style::checkIndicator(*option, *painter, widget);
    case PE_IndicatorItemViewItemCheck: return style::checkIndicator(*option, *painter, nullptr);
    case PE_IndicatorRadioButton: return style::radioIndicator(*option, *painter);
    case PE_IndicatorBranch: return style::branch(*option, *painter);
    case PE_PanelItemViewItem: return style::itemPanel(*option, *painter, widget);
    case PE_PanelItemViewRow: // the branches of a tree belong to the row
        if (option->state & State_Selected && option->state & State_Enabled)
            crisp::fill(*painter, option->rect, colours().sel);
        return;
    case PE_IndicatorHeaderArrow: return; // painted with the label
    case PE_FrameFocusRect: return style::focusRing(*option, *painter, widget);
    case PE_PanelMenu: return style::menuPanel(*option, *painter);
    case PE_FrameMenu: return;
    case PE_PanelTipLabel: return style::tooltipPanel(*option, *painter);
    case PE_FrameTabBarBase:
        return crisp::horizontal(
            *painter, option->rect.left(), option->rect.right() + 1, option->rect.bottom(), colours().line);
    case PE_FrameTabWidget: return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar: return;
    case PE_FrameGroupBox: return;
    case PE_Frame:
        if (isTextBox(widget)) return style::field(*option, *painter, widget);
        if (widget && widget->inherits("QComboBoxPrivateContainer")) return style::menuPanel(*option, *painter);
        return crisp::outline(*painter, option->rect, 0, 1, colours().line);
    default: return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CallboardStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Kept kept(painter, option);
    const auto *button = as<QStyleOptionButton>(option);
    const auto *item = as<QStyleOptionMenuItem>(option);
    const auto *tab = as<QStyleOptionTab>(option);
    const auto *header = as<QStyleOptionHeader>(option);
    switch (element) {
    case CE_PushButtonBevel: return style::buttonBevel(*option, *painter, widget);
    case CE_PushButtonLabel:
        if (button) style::buttonLabel(*button, *painter, widget);
        return;
    case CE_CheckBoxLabel:
    case CE_RadioButtonLabel:
        if (button) style::checkLabel(*button, *painter, widget);
        return;
    case CE_ComboBoxLabel:
        if (const auto *combo = as<QStyleOptionComboBox>(option))
            style::comboBoxLabel(*combo, *painter, subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget));
        return;
    case CE_MenuItem:
        if (item) style::menuItem(*item, *painter);
        return;
    case CE_MenuBarItem:
        if (item) style::menuBarItem(*item, *painter);
        return;
    case CE_MenuBarEmptyArea: return crisp::fill(*painter, option->rect, colours().bg1);
    case CE_MenuEmptyArea: return;
    case CE_TabBarTabShape:
        if (tab) style::tab(*tab, *painter);
        return;
    case CE_TabBarTabLabel:
        if (tab) style::tabLabel(*tab, *painter);
        return;
    case CE_HeaderSection:
        if (header) style::header(*header, *painter);
        return;
    case CE_HeaderLabel:
        if (header) style::headerLabel(*header, *painter);
        return;
    case CE_HeaderEmptyArea:
        crisp::fill(*painter, option->rect, colours().bg3);
        return crisp::horizontal(
            *painter, option->rect.left(), option->rect.right() + 1, option->rect.bottom(), colours().line);
    case CE_ProgressBar:
        if (const auto *progress = as<QStyleOptionProgressBar>(option)) style::progressBar(*progress, *painter);
        return;
    case CE_Splitter: return style::splitter(*option, *painter);
    case CE_ToolBar: return crisp::fill(*painter, option->rect, colours().bg1);
    default: return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void CallboardStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Kept kept(painter, option);
    switch (control) {
    case CC_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option)) style::toolButton(*button, *painter, widget);
        return;
    case CC_ComboBox:
        if (const auto *combo = as<QStyleOptionComboBox>(option)) style::comboBox(*combo, *painter, widget);
        return;
    case CC_SpinBox:
        if (const auto *spin = as<QStyleOptionSpinBox>(option))
            style::spinBox(*spin, *painter, widget, subControlRect(control, option, SC_SpinBoxUp, widget),
                subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    case CC_Slider:
        if (const auto *slider = as<QStyleOptionSlider>(option))
            style::slider(*slider, *painter, subControlRect(control, option, SC_SliderHandle, widget));
        return;
    case CC_ScrollBar:
        if (const auto *bar = as<QStyleOptionSlider>(option))
            style::scrollBar(*bar, *painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    default: return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace callboard::ui
