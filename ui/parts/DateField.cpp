// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/DateField.h"

#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr int r = metrics::rim, side = 10, day = 32, head = 36, names = 22;

std::optional<QDate> readDate(const QLocale &locale, const QString &typed)
{
    const QString text = typed.trimmed();
    for (const QString &format :
        {QStringLiteral("ddd d MMM yyyy"), QStringLiteral("d MMM yyyy"), locale.dateFormat(QLocale::ShortFormat),
            locale.dateFormat(QLocale::LongFormat), QStringLiteral("yyyy-MM-dd"), QStringLiteral("d.M.yyyy")}) {
        const QDate date = locale.toDate(text, format);
        if (date.isValid() && date.year() >= 1970) return date;
    }
    return std::nullopt;
}

QString words(const QLocale &locale, const QDate &date)
{
    return locale.toString(date, QStringLiteral("ddd d MMM yyyy"));
}

} // namespace

MonthView::MonthView(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_current(QDate::currentDate())
{
    setAttribute(Qt::WA_TranslucentBackground);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize MonthView::sizeHint() const
{
    return {2 * (r + side) + 7 * day, 2 * (r + side) + head + names + 6 * day};
}

void MonthView::openAt(QWidget *anchor, std::optional<QDate> chosen)
{
    setLayoutDirection(anchor->layoutDirection());
    setChosen(chosen);
    resize(sizeHint());
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint place = anchor->mapToGlobal(QPoint(-r, anchor->height() + 2 - r));
    if (place.y() + height() > screen.bottom()) place.setY(anchor->mapToGlobal(QPoint(0, r - 2)).y() - height());
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(place);
    show();
    setFocus(Qt::PopupFocusReason);
}

void MonthView::setChosen(std::optional<QDate> chosen)
{
    m_chosen = chosen;
    go(chosen.value_or(QDate::currentDate()));
}

void MonthView::go(const QDate &date)
{
    m_current = date;
    setAccessibleName(locale().toString(date, QLocale::LongFormat));
    update();
}

QDate MonthView::firstShown() const
{
    const QDate first(m_current.year(), m_current.month(), 1);
    return first.addDays(-((first.dayOfWeek() - locale().firstDayOfWeek() + 7) % 7));
}

QRect MonthView::cell(int index) const
{
    const QRect logical(r + side + index % 7 * day, r + side + head + names + index / 7 * day, day, day);
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

QRect MonthView::arrow(bool next) const
{
    const QRect logical(next ? width() - r - side - day : r + side, r + side, day, head - 4);
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

std::optional<QDate> MonthView::dayAt(const QPoint &point) const
{
    for (int i = 0; i < 42; ++i)
        if (cell(i).contains(point)) return firstShown().addDays(i);
    return std::nullopt;
}

void MonthView::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(r, r, -r, -r);
    crisp::rim(painter, box, metrics::cardRadius, p.rim);
    crisp::box(painter, box, metrics::cardRadius, p.isDark() ? p.bg3 : p.bg2, p.line2);
    painter.setFont(textFont(TextRole::PanelTitle));
    painter.setPen(p.text);
    painter.drawText(QRect(r + side, r + side, 7 * day, head - 4), Qt::AlignCenter,
        locale().standaloneMonthName(m_current.month()) + QLatin1Char(' ') + QString::number(m_current.year()));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    icons::paint(painter, mirrored ? QStringLiteral("right") : QStringLiteral("left"),
        QRectF(arrow(false)).adjusted(8, 8, -8, -8), p.text2);
    icons::paint(painter, mirrored ? QStringLiteral("left") : QStringLiteral("right"),
        QRectF(arrow(true)).adjusted(8, 8, -8, -8), p.text2);
    const QDate first = firstShown(), today = QDate::currentDate();
    painter.setFont(textFont(TextRole::Small));
    painter.setPen(p.text2);
    for (int i = 0; i < 7; ++i)
        painter.drawText(cell(i).translated(0, -names - (day - names) / 2), Qt::AlignCenter,
            locale().standaloneDayName(first.addDays(i).dayOfWeek(), QLocale::ShortFormat));
    for (int i = 0; i < 42; ++i) {
        const QDate date = first.addDays(i);
        const QRect place = cell(i).adjusted(1, 1, -1, -1);
        const bool chosen = m_chosen == date;
        if (chosen)
            crisp::fillRound(painter, place, metrics::controlRadius, p.accent);
        else if (date == m_hovered)
            crisp::fillRound(painter, place, metrics::controlRadius, p.bg4);
        if (date == m_current && !chosen) crisp::outline(painter, place, metrics::controlRadius, 2, p.accent);
        painter.setFont(textFont(TextRole::Base, date == today ? QFont::DemiBold : QFont::Normal));
        painter.setPen(chosen                       ? p.onAccent
                : date.month() != m_current.month() ? p.text3
                : date == today                     ? p.accentText
                : date.dayOfWeek() >= 6             ? p.text2
                                                    : p.text);
        painter.drawText(place, Qt::AlignCenter, QString::number(date.day()));
    }
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left: return go(m_current.addDays(-forward));
    case Qt::Key_Right: return go(m_current.addDays(forward));
    case Qt::Key_Up: return go(m_current.addDays(-7));
    case Qt::Key_Down: return go(m_current.addDays(7));
    case Qt::Key_PageUp: return go(m_current.addMonths(-1));
    case Qt::Key_PageDown: return go(m_current.addMonths(1));
    case Qt::Key_Home: return go(QDate::currentDate());
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        hide();
        Q_EMIT chosen(m_current);
        return;
    default: QFrame::keyPressEvent(event);
    }
}

void MonthView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!rect().contains(point)) return QFrame::mousePressEvent(event);
    if (arrow(false).contains(point))
        go(m_current.addMonths(-1));
    else if (arrow(true).contains(point))
        go(m_current.addMonths(1));
    else if (const auto date = dayAt(point)) {
        hide();
        Q_EMIT chosen(*date);
    }
}

void MonthView::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = dayAt(event->position().toPoint()).value_or(QDate());
    update();
}

void MonthView::wheelEvent(QWheelEvent *event)
{
    go(m_current.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
}

DateField::DateField(QWidget *parent)
    : QLineEdit(parent)
    , m_month(new MonthView(this))
    , m_button(new QToolButton(this))
{
    setPlaceholderText(tr("No date"));
    m_button->setIcon(icons::icon(QStringLiteral("calendar")));
    m_button->setAutoRaise(true);
    m_button->setCursor(Qt::ArrowCursor);
    m_button->setFocusPolicy(Qt::NoFocus);
    setTip(m_button, tr("Choose a day"), tr("Alt+Down"));
    connect(m_button, &QToolButton::clicked, this, &DateField::open);
    connect(m_month, &MonthView::chosen, this, [this](const QDate &date) { setDate(date); });
    connect(this, &QLineEdit::returnPressed, this, &DateField::read);
}

void DateField::setDate(std::optional<QDate> date)
{
    setText(date ? words(locale(), *date) : QString());
    if (date == m_date) return;
    m_date = date;
    Q_EMIT dateChanged(date);
}

bool DateField::isUnreadable() const
{
    return !text().trimmed().isEmpty() && !readDate(locale(), text());
}

void DateField::read()
{
    if (text().trimmed().isEmpty())
        setDate(std::nullopt);
    else if (const auto date = readDate(locale(), text()))
        setDate(date);
    // What cannot be read stays as typed, for its writer to mend; the row says so.
}

void DateField::open()
{
    read();
    m_month->openAt(this, m_date);
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4)
        open();
    else
        QLineEdit::keyPressEvent(event);
}

void DateField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) read();
}

void DateField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int size = height() - 4;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_button->setGeometry(mirrored ? QRect(2, 2, size, size) : QRect(width() - 2 - size, 2, size, size));
    mirrored ? setTextMargins(size, 0, 0, 0) : setTextMargins(0, 0, size, 0);
}

} // namespace callboard::ui
