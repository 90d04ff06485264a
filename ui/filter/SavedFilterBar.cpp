// SPDX-License-Identifier: GPL-3.0-or-later
#include "SavedFilterBar.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace callboard::ui {

class SavedFilterBar::Pill : public QAbstractButton {
public:
    Pill(const SavedFilter &filter, QWidget *parent) : QAbstractButton(parent), m_filter(filter) {
        setCheckable(true);
        setText(filter.name);
        setToolTip(filter.text);
        setFocusPolicy(Qt::TabFocus);
        setContextMenuPolicy(Qt::CustomContextMenu);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        setCount(-1);
    }

    void setCount(int rows) {
        m_count = rows < 0 ? QString() : QLocale::system().toString(rows);
        setAccessibleName(rows < 0 ? m_filter.name : SavedFilterBar::tr("%1, %2 found").arg(m_filter.name, m_count));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override {
        const int words = QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(m_filter.name);
        const int count = m_count.isEmpty() ? 0 : gap + QFontMetrics(textFont(TextRole::Small)).horizontalAdvance(m_count);
        return {2 * padding + dot + gap + words + 1 + count + 1, std::max(metrics::controlSmall, lineHeight(TextRole::Secondary) + 8)};
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        const auto &palette = colours();
        const auto mirrored = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
        const auto fill = isChecked() ? palette.selRow : isDown() ? palette.bg0 : underMouse() ? palette.bg4 : QColor(Qt::transparent);
        crisp::box(painter, rect(), metrics::controlRadius, fill, isChecked() ? palette.accent : palette.line2);
        crisp::fillRound(painter, mirrored(QRect(padding, (height() - dot) / 2, dot, dot)), 2, m_filter.colour);
        const QFont words = textFont(TextRole::Secondary), small = textFont(TextRole::Small);
        const int countWidth = m_count.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_count) + 1;
        const int left = padding + dot + gap;
        const int room = width() - left - padding - (countWidth > 0 ? countWidth + gap : 0);
        const auto side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
        painter.setFont(words);
        painter.setPen(isChecked() ? palette.text : palette.text2);
        painter.drawText(mirrored(QRect(left, 0, room, height())), side, QFontMetrics(words).elidedText(m_filter.name, Qt::ElideRight, room));
        painter.setFont(small);
        painter.setPen(isChecked() ? palette.text2 : palette.text3);
        painter.drawText(mirrored(QRect(width() - padding - countWidth, 0, countWidth, height())), side, m_count);
        if (hasFocus()) crisp::outline(painter, rect(), metrics::controlRadius, 2, palette.accent);
    }
    void enterEvent(QEnterEvent *event) override { update(); QAbstractButton::enterEvent(event); }
    void leaveEvent(QEvent *event) override { update(); QAbstractButton::leaveEvent(event); }

private:
    static constexpr int padding = 8, dot = 8, gap = 6;
    SavedFilter m_filter;
    QString m_count;
};

SavedFilterBar::SavedFilterBar(QWidget *parent) : QWidget(parent) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addStretch();
    setAccessibleName(tr("Saved searches"));
}

QSize SavedFilterBar::sizeHint() const {
    return {layout()->sizeHint().width(), metrics::savedFiltersBar};
}

void SavedFilterBar::setFilters(const QList<SavedFilter> &filters) {
    if (filters == m_filters) return;
    m_filters = filters;
    qDeleteAll(m_pills);
    m_pills.clear();
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (const auto &filter : m_filters) {
        auto *pill = new Pill(filter, this);
        connect(pill, &QAbstractButton::clicked, this, [this, filter](bool on) { Q_EMIT chosen(on ? filter : SavedFilter{}); });
        connect(pill, &QWidget::customContextMenuRequested, this, [this, filter, pill](const QPoint &at) { Q_EMIT menuRequested(filter, pill->mapToGlobal(at)); });
        row->insertWidget(int(m_pills.size()), pill);
        m_pills << pill;
    }
    setCurrentText(m_current);
}

void SavedFilterBar::setCount(const QString &filterId, int rows) {
    for (qsizetype i = 0; i < m_filters.size(); ++i)
        if (m_filters[i].id == filterId) m_pills[i]->setCount(rows);
}

void SavedFilterBar::setCurrentText(const QString &text) {
    m_current = text;
    for (qsizetype i = 0; i < m_filters.size(); ++i) m_pills[i]->setChecked(!text.isEmpty() && m_filters[i].text == text);
}

} // namespace callboard::ui
