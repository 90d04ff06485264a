// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/SheetSearch.h"

#include "ui/filter/FilterField.h"
#include "ui/filter/FilterMatcher.h"
#include "ui/filter/FilterParser.h"
#include "ui/filter/SavedFilterBar.h"
#include "ui/parts/Status.h"
#include "ui/theme/Theme.h"

#include <QTimerEvent>

namespace callboard::ui {

namespace {

/// Of the first status that is searched for: a search for retakes looks like them. Grey: it names none.
QColor colourOf(const FilterExpression &expression, const FilterVocabulary &vocabulary)
{
    for (const auto &terms : expression.alternatives)
        for (const FilterTerm &term : terms)
            for (const FilterValue &value : term.values) {
                if (term.subject != FilterSubject::AnyStatus && term.subject != FilterSubject::TaskStatus) continue;
                if (value.isExcluded) continue;
                for (const StudioStatus &status : vocabulary.subject.statuses)
                    if (status.id == value.id)
                        return chipColours(status.kind, status.colour, colours().appearance).text;
            }
    return colours().text3;
}

} // namespace

SheetSearch::SheetSearch(FilterField &field, SheetView &view, SheetModel &model, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_viewAlive(&view)
    , m_view(view)
    , m_model(model)
    , m_index(model)
{
    connect(&m_field, &FilterField::searched, this, &SheetSearch::search);
    connect(&m_field, &FilterField::escaped, this, [this] {
        if (m_before) m_view.restore(*m_before);
        m_before.reset();
        m_view.setFocus();
    });
    connect(&m_view, &SheetView::clearFilterRequested, &m_field, [this] { m_field.clearAndEscape(); });
    connect(&m_field, &FilterField::left, &m_view, [this] { m_view.setFocus(); });
    connect(&m_view, &SheetView::arranged, this, [this] {
        const auto &sums = m_view.lines().sums();
        m_field.setCount(sums.shown, sums.total);
    });
    connect(&m_model, &SheetModel::modelReset, this, &SheetSearch::later);
    connect(&m_model, &SheetModel::rowsInserted, this, &SheetSearch::later);
    connect(&m_model, &SheetModel::rowsRemoved, this, &SheetSearch::later);
    connect(&m_model, &SheetModel::dataChanged, this, &SheetSearch::later);
    m_field.setVocabulary(FilterVocabulary::of(m_model));
}

SheetSearch::~SheetSearch()
{
    if (m_viewAlive) m_viewAlive->setFilter(nullptr);
}

void SheetSearch::setSavedFilters(SavedFilterBar *saved)
{
    m_saved = saved;
    connect(saved, &SavedFilterBar::filtersChanged, this, &SheetSearch::later);
    connect(saved, &SavedFilterBar::chosen, this, [this](const SavedFilter &filter) { m_field.setText(filter.text); });
    later();
}

void SheetSearch::search()
{
    const auto &expression = m_field.expression();
    const bool isSearching = !m_field.text().isEmpty();
    if (isSearching && !m_isSearching) m_before = m_view.place();
    m_isSearching = isSearching;
    QSet<ColumnKey> columns;
    for (const auto &terms : expression.alternatives)
        for (const auto &term : terms)
            if (term.column) columns.insert(*term.column);
    m_view.setFilter(isSearching ? std::make_shared<FilterMatcher>(expression, m_index) : nullptr, columns);
    const auto &sums = m_view.lines().sums(); // arranges now: the count changes with the key
    m_field.setCount(sums.shown, sums.total);
    if (m_saved) m_saved->setCurrentText(m_field.text());
}

void SheetSearch::later()
{
    m_settled.start(200, this);
}

void SheetSearch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_settled.timerId()) return QObject::timerEvent(event);
    m_settled.stop();
    m_index.refresh(); // so that the first key need not
    m_field.setVocabulary(FilterVocabulary::of(m_model));
    countSaved();
}

void SheetSearch::countSaved()
{
    if (!m_saved) return;
    for (const auto &filter : m_saved->filters()) {
        const FilterExpression expression = parseFilter(filter.text, m_field.vocabulary());
        m_saved->setColour(filter.id, colourOf(expression, m_field.vocabulary()));
        m_saved->setCount(filter.id, FilterMatcher(expression, m_index).count());
    }
}

} // namespace callboard::ui
