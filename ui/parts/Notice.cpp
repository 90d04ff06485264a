// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Notice.h"

#include "ui/parts/Label.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>
#include <QUrl>

namespace callboard::ui {

namespace {

QString noticeIcon(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Ok: return QStringLiteral("check");
    case NoticeKind::Warning:
    case NoticeKind::Bad: return QStringLiteral("warning");
    case NoticeKind::Plain: break;
    }
    return QStringLiteral("news");
}

Tone noticeTone(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Ok: return Tone::Ok;
    case NoticeKind::Warning: return Tone::Warning;
    case NoticeKind::Bad: return Tone::Bad;
    case NoticeKind::Plain: break;
    }
    return Tone::Accent;
}

QStringList localFiles(const QMimeData *mime)
{
    QStringList files;
    for (const QUrl &url : mime->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

} // namespace

Banner::Banner(NoticeKind kind, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_text(new Label(text))
    , m_layout(new QHBoxLayout(this))
    , m_close(new QToolButton)
{
    m_layout->setContentsMargins(12, 6, 8, 6);
    m_layout->addWidget(new IconLabel(noticeIcon(kind), 16, noticeTone(kind)));
    m_text->setWordWrap(true);
    m_layout->addWidget(m_text, 1);
    m_close->setIcon(icons::icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    setControlSize(m_close, ControlSize::Small);
    setTip(m_close, tr("Close"));
    m_layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    setClosable(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void Banner::addAction(const QString &text, std::function<void()> action)
{
    auto *button = new QPushButton(text);
    setControlSize(button, ControlSize::Small);
    connect(button, &QPushButton::clicked, this, std::move(action));
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void Banner::setClosable(bool on)
{
    m_close->setVisible(on);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const QColor fill = m_kind == NoticeKind::Bad ? p.errorRow
        : m_kind == NoticeKind::Warning           ? p.changedRow
        : m_kind == NoticeKind::Ok                ? p.newRow
                                                  : p.selRow;
    crisp::fill(painter, rect(), fill);
    crisp::horizontal(painter, 0, width(), height() - 1, p.line);
    const int bar = layoutDirection() == Qt::RightToLeft ? width() - 3 : 0;
    crisp::fill(painter, QRect(bar, 0, 3, height()), toneColour(noticeTone(m_kind)));
}

EmptyState::EmptyState(const QString &icon, const QString &sentence, const QString &button, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(sentence, TextRole::Base, Tone::Secondary))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(new IconLabel(icon, metrics::emptyIcon, Tone::Hint), 0, Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    if (!button.isEmpty()) {
        auto *next = new QPushButton(button);
        connect(next, &QPushButton::clicked, this, &EmptyState::clicked);
        layout->addWidget(next, 0, Qt::AlignHCenter);
    }
    layout->addStretch();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

DropPlace::DropPlace(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(text);
}

void DropPlace::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    update();
}

QSize DropPlace::sizeHint() const
{
    return {QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(m_text) + 56, metrics::control};
}

void DropPlace::paintGround(QPainter &painter)
{
    const Palette &p = colours();
    if (m_over)
        crisp::box(painter, rect(), metrics::controlRadius, p.selRow, p.accent);
    else
        crisp::dashed(painter, rect(), metrics::controlRadius, p.line2);
    QStyleOption option;
    option.initFrom(this);
    if (style::showsFocus(option)) crisp::outline(painter, rect(), metrics::controlRadius, 2, p.accent);
}

void DropPlace::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    paintGround(painter);
    const QRect logical(10, 0, metrics::inlineIcon, height());
    icons::paint(painter, QStringLiteral("upload"), QStyle::visualRect(layoutDirection(), rect(), logical), p.text2);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(m_over ? p.accentText : p.text2);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(32, 0, -8, 0)),
        Qt::AlignVCenter | Qt::AlignLeading, m_text);
}

void DropPlace::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty()) return;
    m_over = true;
    event->acceptProposedAction();
    update();
}

void DropPlace::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void DropPlace::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    event->acceptProposedAction();
    Q_EMIT dropped(localFiles(event->mimeData()));
}

void DropPlace::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) Q_EMIT clicked();
}

void DropPlace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

} // namespace callboard::ui
