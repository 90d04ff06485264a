// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/StartParts.h"

#include "ui/start/StartPage.h"
#include "ui/theme/Emblem.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QPainter>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int coverHeight = 424;
constexpr double lighthouseAt = 0.9; // of the picture's width
constexpr QSize emblemSize{38, 32};
constexpr int choiceHeight = 64;
constexpr int recentHeight = 72;

} // namespace

StartCover::StartCover(QWidget *parent)
    : QWidget(parent)
    , m_picture(u":/callboard/demo/wide_night.jpg"_s)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(0);
    setMaximumHeight(coverHeight);
}

void StartCover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_picture.isNull()) return;
    const QSizeF whole = QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding);
    const double left = std::clamp(width() / 2.0 - whole.width() * lighthouseAt, width() - whole.width(), 0.0);
    const QPointF corner(left, (height() - whole.height()) / 2);
    painter.drawPixmap(QRectF(corner, whole), m_picture, m_picture.rect());
}

EmblemMark::EmblemMark(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(emblemSize);
}

void EmblemMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintEmblem(painter, rect());
}

StartChoice::StartChoice(QString icon, const QString &title, QString words, bool isPrimary, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon))
    , m_words(std::move(words))
    , m_isPrimary(isPrimary)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(m_words);
    setFixedHeight(choiceHeight);
    setFocusPolicy(Qt::StrongFocus);
}

void StartChoice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = colours();
    const QColor edge = m_isPrimary || hasFocus() ? palette.accent : palette.line2;
    painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
    painter.setBrush(m_isPrimary ? palette.sel : underMouse() ? palette.bg4 : palette.bg3);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
    const QRectF box(14, (height() - 40) / 2.0, 40, 40);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_isPrimary ? palette.accent : palette.bg1);
    painter.drawRoundedRect(box, metrics::controlRadius, metrics::controlRadius);
    icons::paint(painter, m_icon, box.adjusted(10, 10, -10, -10), m_isPrimary ? palette.onAccent : palette.text2);
    painter.setPen(palette.text);
    painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
    painter.drawText(QRect(68, 12, width() - 100, 20), Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setPen(palette.text2);
    painter.setFont(textFont(TextRole::Secondary));
    painter.drawText(QRect(68, 32, width() - 100, 18), Qt::AlignVCenter | Qt::AlignLeft, m_words);
    icons::paint(painter, u"right"_s, QRectF(width() - 30, height() / 2.0 - 7, 14, 14), palette.text2);
}

void StartChoice::enterEvent(QEnterEvent *)
{
    update();
}

void StartChoice::leaveEvent(QEvent *)
{
    update();
}

RecentRow::RecentRow(RecentStudio studio, QWidget *parent)
    : QAbstractButton(parent)
    , m_studio(std::move(studio))
{
    setFixedHeight(recentHeight);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(StartPage::tr("%1, %2, %3").arg(m_studio.name, m_studio.productions, m_studio.place));
    setToolTip(m_studio.place);
}

void RecentRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = colours();
    const bool isHere = m_studio.kind == RecentStudio::Kind::OnThisComputer;
    painter.setPen(QPen(hasFocus() ? palette.accent : palette.line2, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? palette.bg3 : palette.bg1);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
    icons::paint(painter, isHere ? u"home"_s : u"globe"_s, QRectF(20, height() / 2.0 - 10, 20, 20), palette.text2);
    painter.setPen(palette.text);
    painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
    painter.drawText(QRect(58, 16, width() - 330, 20), Qt::AlignVCenter | Qt::AlignLeft, m_studio.name);
    painter.setPen(palette.text2);
    painter.setFont(textFont(TextRole::Secondary));
    const QRect second(58, 36, width() - 330, 18);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_studio.productions, Qt::ElideRight, second.width()));
    const QRect where(width() - 270, 16, 252, 20);
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignRight,
        painter.fontMetrics().elidedText(
            isHere ? StartPage::tr("On this computer") : m_studio.place, Qt::ElideLeft, where.width()));
    painter.setPen(palette.text3);
    painter.drawText(where.translated(0, 20), Qt::AlignVCenter | Qt::AlignRight,
        momentWords(m_studio.opened.toLocalTime(), QDateTime::currentDateTime()));
}

void RecentRow::enterEvent(QEnterEvent *)
{
    update();
}

void RecentRow::leaveEvent(QEvent *)
{
    update();
}

} // namespace callboard::ui
