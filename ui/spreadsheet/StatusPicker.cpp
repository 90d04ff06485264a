// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/StatusPicker.h"

#include "ui/parts/StatusChip.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace callboard::ui {
namespace {

constexpr int idRole = Qt::UserRole, placeRole = Qt::UserRole + 1;
constexpr int rowHeight = 28, pickerWidth = 240, mostRows = 9;

class StatusRow : public QStyledItemDelegate
{
public:
    StatusRow(const QList<StudioStatus> &statuses, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_statuses(statuses)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &status = m_statuses[index.data(placeRole).toInt()];
        const auto &palette = colours();
        painter->setLayoutDirection(option.direction);
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, palette.sel);
        const auto room = option.rect.adjusted(8, 0, -8, 0);
        const auto chip = paintChip(*painter, room, status);
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(palette.text2);
        auto words = room;
        if (option.direction == Qt::RightToLeft)
            words.setRight(chip.left() - 8);
        else
            words.setLeft(chip.right() + 8);
        painter->drawText(
            words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), status.name);
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {pickerWidth, rowHeight};
    }

private:
    const QList<StudioStatus> &m_statuses;
};

} // namespace

StatusPicker::StatusPicker(const QList<StudioStatus> &statuses, int tasks, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_statuses(statuses)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_search->setAccessibleName(tr("Status"));
    m_search->setPlaceholderText(tr("Status of %n task(s)", nullptr, tasks));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Statuses"));
    m_list->setItemDelegate(new StatusRow(m_statuses, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &StatusPicker::search);
    connect(m_search, &QLineEdit::returnPressed, this, &StatusPicker::accept);
    connect(m_list, &QListWidget::itemClicked, this, &StatusPicker::accept);
    search({});
}

void StatusPicker::open(const QPoint &global, const QString &typed)
{
    setFixedWidth(pickerWidth + 18);
    move(global);
    show();
    m_search->setFocus();
    type(typed);
    adjustSize();
}

void StatusPicker::type(const QString &text)
{
    m_search->setText(text);
}

// What begins so stands before what holds it somewhere; short names before full ones.
void StatusPicker::search(const QString &text)
{
    m_list->clear();
    const auto rank = [&text](const StudioStatus &status) {
        if (status.shortName.compare(text, Qt::CaseInsensitive) == 0) return 0;
        if (status.shortName.startsWith(text, Qt::CaseInsensitive)) return 1;
        if (status.name.startsWith(text, Qt::CaseInsensitive)) return 2;
        if (status.name.contains(text, Qt::CaseInsensitive) || status.shortName.contains(text, Qt::CaseInsensitive))
            return 3;
        return -1;
    };
    for (int wanted = 0; wanted <= 3; ++wanted) {
        for (int place = 0; place < m_statuses.size(); ++place) {
            if (rank(m_statuses[place]) != wanted) continue;
            auto *item = new QListWidgetItem(m_statuses[place].name, m_list);
            item->setData(idRole, m_statuses[place].id);
            item->setData(placeRole, place);
        }
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, mostRows) * rowHeight + 2);
    if (isVisible()) adjustSize();
}

void StatusPicker::accept()
{
    const auto *item = m_list->currentItem();
    if (!item) return;
    const auto id = item->data(idRole).toString();
    close();
    Q_EMIT picked(id);
}

bool StatusPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace callboard::ui
