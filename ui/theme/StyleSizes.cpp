// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of CallboardStyle: sizes, places and hints.
#include "ui/theme/CallboardStyle.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr int scrollBarWidth = 10, leastThumb = 32, indicator = 16, switchWidth = 30, spinButton = 20, comboArrow = 26;

template<typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

QRect scrollThumb(const QStyleOptionSlider &bar)
{
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    int thumb = length;
    if (range > 0)
        thumb = std::clamp(static_cast<int>(qint64(length) * bar.pageStep / (qint64(range) + bar.pageStep)),
            std::min(leastThumb, length), length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    return upright ? QRect(bar.rect.left(), bar.rect.top() + start, bar.rect.width(), thumb)
                   : QRect(bar.rect.left() + start, bar.rect.top(), thumb, bar.rect.height());
}

QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl control)
{
    const QRect thumb = scrollThumb(bar);
    QRect rest = bar.rect;
    switch (control) {
    case QStyle::SC_ScrollBarSlider: return thumb;
    case QStyle::SC_ScrollBarGroove: return bar.rect;
    case QStyle::SC_ScrollBarSubPage:
        bar.orientation == Qt::Vertical ? rest.setBottom(thumb.top() - 1) : rest.setRight(thumb.left() - 1);
        return rest;
    case QStyle::SC_ScrollBarAddPage:
        bar.orientation == Qt::Vertical ? rest.setTop(thumb.bottom() + 1) : rest.setLeft(thumb.right() + 1);
        return rest;
    default: return {}; // no arrows at the ends
    }
}

} // namespace

QSize CallboardStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = as<QStyleOptionButton>(option)) return style::buttonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option)) return style::toolButtonSize(*button, widget);
        break;
    case CT_LineEdit: return {size.width() + 16, controlHeight(widget)};
    case CT_ComboBox: return {size.width() + 8 + comboArrow, controlHeight(widget)};
    case CT_SpinBox: return {size.width() + spinButton + 18, controlHeight(widget)}; // 18: the inner line's margins
    case CT_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option)) return style::menuItemSize(*item);
        break;
    case CT_MenuBarItem: return {size.width() + 16, metrics::control};
    case CT_TabBarTab: {
        const auto *tab = as<QStyleOptionTab>(option);
        const QString text = tab ? tab->text : QString();
        const int icon = tab && !tab->icon.isNull() ? metrics::icon + 8 : 0;
        const int width =
            QFontMetrics(textFont(TextRole::Base, QFont::Medium)).size(Qt::TextShowMnemonic, text).width();
        return {width + 24 + icon, std::max(40, lineHeight(TextRole::Base) + 20)};
    }
    case CT_HeaderSection: {
        const auto *header = as<QStyleOptionHeader>(option);
        const int width = QFontMetrics(textFont(TextRole::Secondary, QFont::Medium))
                              .horizontalAdvance(header ? header->text : QString());
        return {
            width + 24 + (header && header->sortIndicator != QStyleOptionHeader::None ? 16 : 0), metrics::columnHeader};
    }
    case CT_ItemViewItem: {
        const QSize content = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {content.width() + 8, std::max(content.height(), controlHeight(nullptr))};
    }
    case CT_ProgressBar: {
        const auto *bar = as<QStyleOptionProgressBar>(option);
        return {std::max(size.width(), 80), bar && bar->textVisible ? lineHeight(TextRole::Secondary) : 4};
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize content = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {content.width(), std::max(content.height(), metrics::controlSmall)};
    }
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect CallboardStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: return option->rect.adjusted(7, 1, -7, -1);
    case SE_PushButtonContents:
    case SE_PushButtonFocusRect: return option->rect;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
    case SE_ProgressBarLabel: return option->rect;
    case SE_TabBarTabText: return option->rect;
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect CallboardStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ScrollBar) {
        if (const auto *bar = as<QStyleOptionSlider>(option))
            return visualRect(bar->orientation == Qt::Horizontal ? Qt::LeftToRight : bar->direction, rect,
                scrollBarRect(*bar, subControl));
    }
    if (control == CC_ComboBox) {
        switch (subControl) {
        case SC_ComboBoxEditField: return visualRect(option->direction, rect, rect.adjusted(10, 2, -comboArrow, -2));
        case SC_ComboBoxArrow:
            return visualRect(
                option->direction, rect, QRect(rect.right() + 1 - comboArrow, rect.top(), comboArrow, rect.height()));
        case SC_ComboBoxListBoxPopup: return rect;
        default: return rect;
        }
    }
    if (control == CC_SpinBox) {
        const auto *spin = as<QStyleOptionSpinBox>(option);
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : spinButton;
        const int half = rect.height() / 2;
        const QRect column(rect.right() - buttons, rect.top() + 2, buttons, rect.height() - 4);
        switch (subControl) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, rect, QRect(column.left(), column.top(), buttons, half - 2));
        case SC_SpinBoxDown:
            return visualRect(option->direction, rect, QRect(column.left(), rect.top() + half, buttons, half - 2));
        case SC_SpinBoxEditField: return visualRect(option->direction, rect, rect.adjusted(2, 1, -2 - buttons, -1));
        default: return rect;
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int CallboardStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth: return isSwitch(widget) ? switchWidth : indicator;
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return indicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize: return metrics::icon;
    // Text boxes have round corners, which their viewport must leave free.
    case PM_DefaultFrameWidth:
        return widget && (widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit")) ? 3 : 1;
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return leastThumb;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_SplitterWidth: return 5;
    case PM_SliderThickness:
    case PM_SliderControlThickness: return 20;
    case PM_SliderLength: return 12;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 0;
    case PM_MenuScrollerHeight: return 16;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 20;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal: return 0;
    case PM_HeaderMargin: return 8;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return metrics::panelPadding;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 2;
    case PM_TreeViewIndentation: return 20;
    case PM_MessageBoxIconSize: return 24;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CallboardStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    case SH_Slider_PageSetButtons: return Qt::MiddleButton;
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking: return 1;
    case SH_Menu_SubMenuPopupDelay: return 100;
    case SH_Menu_FadeOutOnHide: return 0;
    case SH_ToolTip_WakeUpDelay: return 400;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_UnderlineShortcut: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_DialogButtonLayout: return 3; // the action at the trailing edge
    case SH_MessageBox_CenterButtons: return 0;
    case SH_TabBar_PreferNoArrows: return 0;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: return 0; // menus, tabs and hover never move
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon CallboardStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_DialogCloseButton: return icons::icon(QStringLiteral("close"));
    case SP_MessageBoxWarning: return icons::icon(QStringLiteral("warning"), &Palette::warn);
    case SP_MessageBoxCritical: return icons::icon(QStringLiteral("warning"), &Palette::bad);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return icons::icon(QStringLiteral("text"), &Palette::accentText);
    case SP_ToolBarHorizontalExtensionButton: return icons::icon(QStringLiteral("more"));
    case SP_ArrowLeft: return icons::icon(QStringLiteral("left"));
    case SP_ArrowRight: return icons::icon(QStringLiteral("right"));
    case SP_ArrowUp: return icons::icon(QStringLiteral("up"));
    case SP_ArrowDown: return icons::icon(QStringLiteral("down"));
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace callboard::ui
