// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/PeopleTable.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Marks.h"
#include "ui/people/PeopleModel.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <array>

namespace callboard::ui {

namespace {

constexpr int faceSize = 28;
constexpr int side = 12;
constexpr int roleWidth = 116, hereWidth = 116;
// Shares of the rest: name, departments, productions.
constexpr double nameShare = 0.4, departmentsShare = 0.3;

void write(QPainter &painter, const QRect &where, const QString &words, const QColor &colour,
    TextRole role = TextRole::Base, QFont::Weight weight = QFont::Normal)
{
    painter.setFont(textFont(role, weight));
    painter.setPen(colour);
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeading,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, where.width()));
}

} // namespace

PeopleDelegate::PeopleDelegate(OpenedStudio &studio, const PeopleChoice &choice, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_studio(studio)
    , m_choice(choice)
{}

void PeopleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = colours();
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    crisp::fill(*painter, option.rect, isChosen ? palette.selRow : palette.bg2);
    crisp::horizontal(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(), palette.line);
    if (index.column() != PeopleModel::Here)
        crisp::vertical(*painter, option.rect.right(), option.rect.top(), option.rect.bottom(), palette.line);
    if (isChosen && index.column() == PeopleModel::Name)
        crisp::fill(*painter, QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height()), palette.accent);
    const QRect cell = option.rect.adjusted(side, 0, -side, -1);
    switch (index.column()) {
    case PeopleModel::Name: paintName(*painter, cell, index); break;
    case PeopleModel::Departments: paintDepartments(*painter, cell, index); break;
    case PeopleModel::Here: {
        const QString words = index.data().toString();
        if (words.isEmpty()) break;
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.ok);
        painter->drawEllipse(QRectF(cell.left(), cell.center().y() - 2.5, 6, 6));
        write(*painter, cell.adjusted(14, 0, 0, 0), words, palette.text2);
        break;
    }
    default: write(*painter, cell, index.data().toString(), palette.text); break;
    }
    if (option.state & QStyle::State_HasFocus && index.column() == PeopleModel::Name && isChosen)
        crisp::outline(*painter, option.rect.adjusted(0, 0, 0, -1), 0, 2, palette.accent);
    painter->restore();
}

void PeopleDelegate::paintName(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const Palette &palette = colours();
    const PersonRecord &person = m_choice.person(index);
    PersonLook look = m_studio.directory().look(person.id);
    if (look.name.isEmpty()) look.name = person.fullName; // the directory knows active people
    paintAvatar(painter, QPointF(cell.left(), cell.center().y() - faceSize / 2 + 1), faceSize, look);
    const QRect words = cell.adjusted(faceSize + 10, 0, 0, 0);
    if (person.email.isEmpty()) {
        write(painter, words, person.fullName, palette.text, TextRole::Base, QFont::DemiBold);
        return;
    }
    const int first = lineHeight(TextRole::Base), second = lineHeight(TextRole::Secondary);
    const int top = words.center().y() - (first + second) / 2;
    write(painter, {words.left(), top, words.width(), first}, person.fullName, palette.text, TextRole::Base,
        QFont::DemiBold);
    write(
        painter, {words.left(), top + first, words.width(), second}, person.email, palette.text2, TextRole::Secondary);
}

void PeopleDelegate::paintDepartments(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    QRect rest = cell;
    const PersonRecord &person = m_choice.person(index);
    for (const Named &department : m_studio.directory().departments()) {
        if (!person.departmentIds.contains(department.id) || rest.width() < 24) continue;
        rest.setLeft(rest.left() + paintTaskTypeBar(painter, rest, department.colour));
        write(painter, rest, department.name, colours().text);
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(department.name) + 12);
    }
}

PeopleTable::PeopleTable(OpenedStudio &studio, PeopleChoice &choice, QWidget *parent)
    : QTableView(parent)
{
    setModel(&choice);
    setItemDelegate(new PeopleDelegate(studio, choice, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setAccessibleName(tr("People"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight(TextRole::Base) + lineHeight(TextRole::Secondary) + 12);
    horizontalHeader()->setFixedHeight(metrics::columnHeader);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSortingEnabled(true);
    sortByColumn(PeopleModel::Name, Qt::AscendingOrder);
    connect(this, &QAbstractItemView::clicked, this, &PeopleTable::chosen);
}

void PeopleTable::keyPressEvent(QKeyEvent *event)
{
    const QPersistentModelIndex before = currentIndex();
    QTableView::keyPressEvent(event);
    const bool isAsked = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (currentIndex().isValid() && (isAsked || before != currentIndex())) Q_EMIT chosen(currentIndex());
}

void PeopleTable::setHereShown(bool shown)
{
    if (shown != isColumnHidden(PeopleModel::Here)) return;
    setColumnHidden(PeopleModel::Here, !shown);
    shareWidth();
}

void PeopleTable::shareWidth()
{
    const int rest = viewport()->width() - roleWidth - (isColumnHidden(PeopleModel::Here) ? 0 : hereWidth);
    setColumnWidth(PeopleModel::Role, roleWidth);
    setColumnWidth(PeopleModel::Here, hereWidth);
    setColumnWidth(PeopleModel::Name, static_cast<int>(rest * nameShare));
    setColumnWidth(PeopleModel::Departments, static_cast<int>(rest * departmentsShare));
    setColumnWidth(
        PeopleModel::Productions, rest - columnWidth(PeopleModel::Name) - columnWidth(PeopleModel::Departments));
}

void PeopleTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

} // namespace callboard::ui
