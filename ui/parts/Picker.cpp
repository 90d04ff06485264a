// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Picker.h"

#include "ui/parts/Marks.h"
#include "ui/parts/SearchField.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui {

namespace {

constexpr int most = 9, rowHeight = 32, side = 10, gap = 8, least = 220;
constexpr int r = metrics::rim;
constexpr int indexRole = Qt::UserRole + 1;

class PickerDelegate : public QStyledItemDelegate
{
public:
    PickerDelegate(const QList<PickerItem> &items, const QStringList &chosen, const bool &multiple, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_items(items)
        , m_chosen(chosen)
        , m_multiple(multiple)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, std::max(rowHeight, lineHeight(TextRole::Base) + 12)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &p = colours();
        const PickerItem &item = m_items[index.data(indexRole).toInt()];
        const bool current = option.state & QStyle::State_Selected;
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (current)
            crisp::fillRound(
                *painter, option.rect.adjusted(4, 1, -4, -1), metrics::controlRadius, item.enabled ? p.sel : p.bg4);
        else if (option.state & QStyle::State_MouseOver)
            crisp::fillRound(*painter, option.rect.adjusted(4, 1, -4, -1), metrics::controlRadius, p.bg4);
        int left = option.rect.left() + side + 2;
        const auto rest = [&] {
            const QRect logical(left, option.rect.top(), option.rect.right() + 1 - side - left, option.rect.height());
            return QStyle::visualRect(option.direction, option.rect, logical);
        };
        const bool on = m_chosen.contains(item.id);
        if (m_multiple) {
            QStyleOption box;
            box.state = QStyle::State_Enabled | (on ? QStyle::State_On : QStyle::State_Off);
            const QRect logical(left, option.rect.center().y() - 7, 16, 16);
            box.rect = QStyle::visualRect(option.direction, option.rect, logical);
            style::checkIndicator(box, *painter, nullptr);
            left += 16 + gap;
        }
        left += paintMark(*painter, rest(), item, option.direction);
        paintWords(*painter, rest(), item, current);
        if (!m_multiple && on) {
            const QRect logical(option.rect.right() - side - 14, option.rect.top(), 14, option.rect.height());
            icons::paint(*painter, QStringLiteral("check"), QStyle::visualRect(option.direction, option.rect, logical),
                p.accentText);
        }
        painter->restore();
    }

private:
    static int paintMark(QPainter &painter, const QRect &where, const PickerItem &item, Qt::LayoutDirection direction)
    {
        const auto leading = [&](int size) {
            return QStyle::visualRect(
                direction, where, QRect(where.left(), where.top() + (where.height() - size) / 2, size, size));
        };
        if (item.person) {
            paintAvatar(painter, leading(metrics::avatar).topLeft(), metrics::avatar, *item.person);
            return metrics::avatar + gap;
        }
        if (item.status) return paintChip(painter, where, *item.status).width() + gap;
        if (item.bar.isValid()) return paintTaskTypeBar(painter, where, item.bar);
        if (!item.icon.isEmpty()) {
            icons::paint(painter, item.icon, leading(metrics::icon), colours().text2);
            return metrics::icon + gap;
        }
        return 0;
    }

    static void paintWords(QPainter &painter, const QRect &where, const PickerItem &item, bool current)
    {
        const Palette &p = colours();
        painter.setFont(textFont(TextRole::Base));
        painter.setPen(item.enabled ? p.text : p.disabledText());
        QRect taken;
        painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, item.text, &taken);
        if (item.detail.isEmpty()) return;
        QRect rest = where;
        painter.layoutDirection() == Qt::RightToLeft ? rest.setRight(taken.left() - gap)
                                                     : rest.setLeft(taken.right() + gap);
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(current || !p.isDark() ? p.text2 : p.text3);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeading,
            painter.fontMetrics().elidedText(item.detail, Qt::ElideRight, std::max(0, rest.width())));
    }

    const QList<PickerItem> &m_items;
    const QStringList &m_chosen;
    const bool &m_multiple;
};

/// Each word typed begins a word of the row.
bool matches(const PickerItem &item, const QString &typed)
{
    QString text = item.text + QLatin1Char(' ') + item.detail;
    if (item.status) text += QLatin1Char(' ') + item.status->shortName + QLatin1Char(' ') + item.status->name;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList wanted = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &part) {
        return std::any_of(words.begin(), words.end(),
            [&](const QString &word) { return word.startsWith(part, Qt::CaseInsensitive); });
    });
}

} // namespace

Picker::Picker(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_search(new SearchField(tr("Find")))
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setAttribute(Qt::WA_TranslucentBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(r + 1, r + 8, r + 1, r + 5);
    layout->setSpacing(6);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(7, 0, 7, 0);
    top->addWidget(m_search);
    layout->addLayout(top);
    layout->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickerDelegate(m_items, m_chosen, m_multiple, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Choices"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &Picker::filter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        take();
    });
}

void Picker::setItems(const QList<PickerItem> &items)
{
    m_model->clear();
    m_items = items;
    filter();
}

void Picker::setMultiple(bool on)
{
    m_multiple = on;
}

void Picker::setChosen(const QStringList &ids)
{
    m_chosen = ids;
    m_list->viewport()->update();
}

void Picker::setPlaceholder(const QString &text)
{
    m_search->setPlaceholderText(text);
}

int Picker::listHeight() const
{
    const int rows = std::clamp(static_cast<int>(m_items.size()), 1, most);
    return rows * std::max(rowHeight, lineHeight(TextRole::Base) + 12);
}

void Picker::openAt(QWidget *anchor)
{
    setLayoutDirection(anchor->layoutDirection());
    m_search->clear();
    filter();
    m_list->setFixedHeight(listHeight());
    const int width = std::max(anchor->width(), least) + 2 * r;
    resize(width, sizeHint().height());
    const QRect screen = anchor->screen()->availableGeometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? anchor->mapToGlobal(QPoint(anchor->width(), 0)).x() - width + r
                           : anchor->mapToGlobal(QPoint(0, 0)).x() - r;
    const int below = anchor->mapToGlobal(QPoint(0, anchor->height())).y() + 2 - r;
    const int above = anchor->mapToGlobal(QPoint(0, 0)).y() - 2 + r - height();
    const bool fits = below + height() <= screen.bottom() || above < screen.top();
    QFrame::move(std::clamp(x, screen.left(), std::max(screen.left(), screen.right() - width)), fits ? below : above);
    QFrame::show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void Picker::filter()
{
    const QString kept = m_list->currentIndex().isValid()
        ? m_items.value(m_list->currentIndex().data(indexRole).toInt()).id
        : m_chosen.value(0);
    m_model->clear();
    int current = 0;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (!matches(m_items[i], m_search->text())) continue;
        auto *row = new QStandardItem(m_items[i].text);
        row->setData(static_cast<int>(i), indexRole);
        row->setData(m_items[i].text + QStringLiteral(", ") + m_items[i].detail, Qt::AccessibleTextRole);
        row->setEnabled(true);
        m_model->appendRow(row);
        if (m_items[i].id == kept && m_search->text().isEmpty()) current = m_model->rowCount() - 1;
    }
    m_list->setCurrentIndex(m_model->index(current, 0));
}

void Picker::move(int step)
{
    const int rows = m_model->rowCount();
    if (rows == 0) return;
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, rows - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void Picker::take()
{
    if (!m_list->currentIndex().isValid()) return;
    const PickerItem item = m_items[m_list->currentIndex().data(indexRole).toInt()];
    if (!item.enabled) return;
    if (!m_multiple) {
        m_chosen = {item.id};
        hide();
    } else if (!m_chosen.removeOne(item.id)) {
        m_chosen.append(item.id);
    }
    m_list->viewport()->update();
    Q_EMIT changed(m_chosen);
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(most); return true;
    case Qt::Key_PageUp: move(-most); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(); return true;
    case Qt::Key_Space:
        if (!m_multiple || !m_search->text().isEmpty()) return false;
        take();
        return true;
    case Qt::Key_Tab: hide(); return true;
    default: return false;
    }
}

void Picker::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(r, r, -r, -r);
    crisp::rim(painter, box, metrics::cardRadius, p.rim);
    crisp::box(painter, box, metrics::cardRadius, p.isDark() ? p.bg3 : p.bg2, p.line2);
    if (m_model->rowCount() > 0) return;
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(p.text2);
    painter.drawText(m_list->geometry(), Qt::AlignCenter, tr("Nothing matches"));
}

PickerField::PickerField(const QString &placeholder, QWidget *parent)
    : QAbstractButton(parent)
    , m_placeholder(placeholder)
    , m_picker(new Picker(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(placeholder);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { m_picker->openAt(this); });
    connect(m_picker, &Picker::changed, this, [this](const QStringList &ids) {
        setChosen(ids);
        Q_EMIT changed(ids);
    });
}

void PickerField::setItems(const QList<PickerItem> &items)
{
    m_items = items;
    m_picker->setItems(items);
    update();
}

void PickerField::setChosen(const QStringList &ids)
{
    m_picker->setChosen(ids);
    QStringList names;
    for (const PickerItem &item : m_items)
        if (ids.contains(item.id)) names << item.text;
    setText(names.join(QStringLiteral(", ")));
    setAccessibleDescription(text());
    update();
}

QSize PickerField::sizeHint() const
{
    return {180, controlHeight(this)};
}

void PickerField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return)
        m_picker->openAt(this);
    else
        QAbstractButton::keyPressEvent(event);
}

void PickerField::paintEvent(QPaintEvent *)
{
    const Palette &p = colours();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    QStyleOptionComboBox box;
    box.initFrom(this);
    style::comboBox(box, painter, this);
    int left = side;
    const auto rest = [&] { return QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(left, 0, -26, 0)); };
    const QStringList ids = chosen();
    const auto first =
        std::find_if(m_items.begin(), m_items.end(), [&](const PickerItem &item) { return ids.contains(item.id); });
    if (first != m_items.end() && ids.size() == 1 && first->status) {
        paintChip(painter, rest(), *first->status);
        return;
    }
    if (first != m_items.end() && ids.size() == 1 && first->person) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(left, (height() - 18) / 2, 18, 18));
        paintAvatar(painter, place.topLeft(), 18, *first->person);
        left += 18 + gap;
    }
    for (const PickerItem &item : m_items)
        if (item.bar.isValid() && ids.contains(item.id)) {
            paintTaskTypeBar(painter, rest(), item.bar);
            left += 6;
        }
    if (left == side + 6) left += 2;
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(!isEnabled() ? p.disabledText() : text().isEmpty() ? p.text3 : p.text);
    const QString words = text().isEmpty() ? m_placeholder : text();
    painter.drawText(rest(), Qt::AlignVCenter | Qt::AlignLeading,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, rest().width()));
}

} // namespace callboard::ui
