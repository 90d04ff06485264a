// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/SavedFilterBar.h"

#include "ui/parts/Pill.h"
#include "ui/theme/Metrics.h"

#include <QHBoxLayout>

namespace callboard::ui {

SavedFilterBar::SavedFilterBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addStretch();
    setAccessibleName(tr("Saved searches"));
}

QSize SavedFilterBar::sizeHint() const
{
    return {layout()->sizeHint().width(), metrics::savedFiltersBar};
}

void SavedFilterBar::setFilters(const QList<SavedFilter> &filters)
{
    if (filters == m_filters) return;
    m_filters = filters;
    qDeleteAll(m_pills);
    m_pills.clear();
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (const auto &filter : m_filters) {
        auto *pill = new Pill(filter.name, this);
        pill->setMark(filter.colour);
        pill->setToolTip(filter.isShared ? tr("%1\nShared with the team").arg(filter.text) : filter.text);
        pill->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(pill, &QAbstractButton::clicked, this,
            [this, filter](bool on) { Q_EMIT chosen(on ? filter : SavedFilter{}); });
        connect(pill, &QWidget::customContextMenuRequested, this,
            [this, filter, pill](const QPoint &at) { Q_EMIT menuRequested(filter, pill->mapToGlobal(at)); });
        row->insertWidget(int(m_pills.size()), pill);
        m_pills << pill;
    }
    setCurrentText(m_current);
    Q_EMIT filtersChanged();
}

void SavedFilterBar::setCount(const QString &filterId, int rows)
{
    for (qsizetype i = 0; i < m_filters.size(); ++i)
        if (m_filters[i].id == filterId) {
            m_pills[i]->setCount(rows);
            m_pills[i]->setAccessibleName(tr("%1, %2 found").arg(m_filters[i].name).arg(rows));
        }
}

void SavedFilterBar::setColour(const QString &filterId, const QColor &colour)
{
    for (qsizetype i = 0; i < m_filters.size(); ++i)
        if (m_filters[i].id == filterId && !m_filters[i].colour.isValid()) m_pills[i]->setMark(colour);
}

void SavedFilterBar::setCurrentText(const QString &text)
{
    m_current = text;
    for (qsizetype i = 0; i < m_filters.size(); ++i)
        m_pills[i]->setChecked(!text.isEmpty() && m_filters[i].text == text);
}

} // namespace callboard::ui
