// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/BulkBar.h"

#include "ui/parts/Label.h"
#include "ui/parts/Marks.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace callboard::ui {
namespace {

constexpr std::array buttonActions = {
    BulkAction::Status, BulkAction::Assign, BulkAction::Priority, BulkAction::Estimation, BulkAction::Playlist};
constexpr std::array moreActions = {BulkAction::Unassign, BulkAction::CreateTasks, BulkAction::DeleteTasks,
    BulkAction::SetThumbnail, BulkAction::Subscribe, BulkAction::ExportTable, BulkAction::CancelEntities};

QString iconOf(BulkAction action)
{
    switch (action) {
    case BulkAction::Status: return QStringLiteral("eye");
    case BulkAction::Assign: return QStringLiteral("user");
    case BulkAction::Priority: return QStringLiteral("up");
    case BulkAction::Estimation: return QStringLiteral("clock");
    case BulkAction::Playlist: return QStringLiteral("playlist");
    case BulkAction::Unassign: return QStringLiteral("close");
    case BulkAction::CreateTasks: return QStringLiteral("plus");
    case BulkAction::DeleteTasks: return QStringLiteral("trash");
    case BulkAction::SetThumbnail: return QStringLiteral("picture");
    case BulkAction::Subscribe: return QStringLiteral("bell");
    case BulkAction::ExportTable: return QStringLiteral("download");
    case BulkAction::CancelEntities: return QStringLiteral("trash");
    }
    return {};
}

QIcon chipIcon(const StudioStatus &status, qreal ratio)
{
    QPixmap picture(QSize(16, 16) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintStatusGlyph(painter, QRectF(0, 0, 16, 16), status, 14);
    return picture;
}

QPushButton *barButton(const QString &words, const QString &icon, QWidget *parent)
{
    auto *button = new QPushButton(words, parent);
    if (!icon.isEmpty()) button->setIcon(icons::icon(icon));
    button->setAutoDefault(false);
    return button;
}

} // namespace

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_spread(new Label({}, TextRole::Secondary, Tone::Hint, this))
    , m_estimation(new Label({}, TextRole::Secondary, Tone::Hint, this))
    , m_clear(new QToolButton(this))
    , m_more(barButton(tr("More"), QStringLiteral("more"), this))
{
    setAccessibleName(tr("Selection"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_count->setFont(textFont(TextRole::Base, QFont::DemiBold));
    m_clear->setText(tr("Clear"));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Clear the selection (Esc)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_spread);
    row->addSpacing(12);
    for (const auto action : buttonActions) {
        auto *button = barButton(wordOf(action), iconOf(action), this);
        if (action == BulkAction::Priority) button->setIcon(icons::icon(QStringLiteral("up"), &Palette::warn));
        if (action == BulkAction::Status || action == BulkAction::Priority) {
            auto *menu = new QMenu(button);
            connect(menu, &QMenu::aboutToShow, this, [this, menu, action] {
                menu->clear();
                addTo(*menu, action);
            });
            button->setMenu(menu);
        } else {
            connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT intended(action, {}); });
        }
        m_buttons.append({action, button});
        row->addWidget(button);
    }
    auto *more = new QMenu(m_more);
    connect(more, &QMenu::aboutToShow, this, [this, more] {
        more->clear();
        for (const auto action : buttonActions)
            if (m_hidden.contains(action)) addTo(*more->addMenu(icons::icon(iconOf(action)), wordOf(action)), action);
        for (const auto action : moreActions)
            if (m_allowed.contains(action)) addTo(*more, action);
    });
    m_more->setMenu(more);
    row->addWidget(m_more);
    row->addStretch();
    row->addWidget(m_estimation);
    row->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, &BulkBar::clearRequested);
    for (const auto action : buttonActions) m_allowed.insert(action);
    for (const auto action : moreActions) m_allowed.insert(action);
    hide();
}

QSize BulkBar::sizeHint() const
{
    return {400, std::max(metrics::bulkBar, lineHeight(TextRole::Base) + 28)};
}

QString BulkBar::wordOf(BulkAction action) const
{
    switch (action) {
    case BulkAction::Status: return tr("Status");
    case BulkAction::Assign: return tr("Assign");
    case BulkAction::Priority: return tr("Priority");
    case BulkAction::Estimation: return tr("Estimation");
    case BulkAction::Playlist: return tr("Playlist");
    case BulkAction::Unassign: return tr("Take everybody off");
    case BulkAction::CreateTasks: return tr("Make missing tasks");
    case BulkAction::DeleteTasks: return tr("Delete tasks…");
    case BulkAction::SetThumbnail: return tr("Use newest preview as picture");
    case BulkAction::Subscribe: return tr("Follow");
    case BulkAction::ExportTable: return tr("Save as CSV…");
    case BulkAction::CancelEntities: return tr("Archive or delete…");
    }
    return {};
}

void BulkBar::setAllowed(const QSet<BulkAction> &allowed)
{
    m_allowed = allowed;
    rebuild();
}

void BulkBar::setStatuses(const QList<StudioStatus> &statuses)
{
    m_statuses = statuses;
}

void BulkBar::setEntityWords(SheetSubject::Entity entity)
{
    m_entity = entity;
}

void BulkBar::setSums(const SelectionSums &sums, int minutesPerDay)
{
    QString rows;
    switch (m_entity) {
    case SheetSubject::Entity::Shot: rows = sums.rows == 1 ? tr("1 shot") : tr("%1 shots").arg(sums.rows); break;
    case SheetSubject::Entity::Asset: rows = sums.rows == 1 ? tr("1 asset") : tr("%1 assets").arg(sums.rows); break;
    default: rows = sums.rows == 1 ? tr("1 row") : tr("%1 rows").arg(sums.rows); break;
    }
    const auto types = sums.taskTypes == 1 ? tr("1 task type") : tr("%1 task types").arg(sums.taskTypes);
    m_count->setText(sums.tasks == 0 ? rows : sums.tasks == 1 ? tr("1 task") : tr("%1 tasks").arg(sums.tasks));
    m_spread->setText(sums.tasks == 0 ? QString() : QStringLiteral("%1 × %2").arg(rows, types));
    const double days = qRound(sums.estimationMinutes * 10.0 / qMax(1, minutesPerDay)) / 10.0;
    m_estimation->setText(
        sums.estimationMinutes > 0 ? tr("Est. %1 d").arg(QLocale::system().toString(days)) : QString());
    setVisible(sums.rows > 0);
    fit();
}

void BulkBar::addTo(QMenu &menu, BulkAction action)
{
    if (action == BulkAction::Status) {
        for (const auto &status : m_statuses)
            menu.addAction(chipIcon(status, devicePixelRatioF()), status.name, this,
                [this, id = status.id] { Q_EMIT intended(BulkAction::Status, id); });
        return;
    }
    if (action == BulkAction::Priority) {
        for (int priority = 0; priority <= 3; ++priority)
            menu.addAction(priority == 0 ? tr("Normal priority") : priorityName(priority), this,
                [this, priority] { Q_EMIT intended(BulkAction::Priority, priority); });
        return;
    }
    menu.addAction(icons::icon(iconOf(action)), wordOf(action), this, [this, action] { Q_EMIT intended(action, {}); });
}

void BulkBar::fillMenu(QMenu &menu)
{
    for (const auto action : buttonActions) {
        if (!m_allowed.contains(action)) continue;
        if (action == BulkAction::Status || action == BulkAction::Priority)
            addTo(*menu.addMenu(icons::icon(iconOf(action)), wordOf(action)), action);
        else
            addTo(menu, action);
    }
    menu.addSeparator();
    for (const auto action : moreActions)
        if (m_allowed.contains(action)) addTo(menu, action);
}

void BulkBar::rebuild()
{
    for (const auto &[action, button] : m_buttons) button->setVisible(m_allowed.contains(action));
    fit();
}

void BulkBar::fit()
{
    m_hidden.clear();
    int room = width() - 24 - m_count->sizeHint().width() - m_spread->sizeHint().width() - m_more->sizeHint().width()
        - m_estimation->sizeHint().width() - m_clear->sizeHint().width() - 6 * 8 - 12;
    for (const auto &[action, button] : m_buttons) {
        if (!m_allowed.contains(action)) continue;
        room -= button->sizeHint().width() + 8;
        const bool fits = room >= 0;
        button->setVisible(fits);
        if (!fits) m_hidden.insert(action);
    }
    const bool hasMore = !m_hidden.isEmpty()
        || std::any_of(
            moreActions.begin(), moreActions.end(), [this](BulkAction action) { return m_allowed.contains(action); });
    m_more->setVisible(hasMore);
}

void BulkBar::resizeEvent(QResizeEvent *)
{
    fit();
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg3);
    painter.fillRect(0, 0, width(), 2, colours().accent);
    const int x = m_spread->geometry().right() + 10;
    const auto line = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 14, 1, height() - 26));
    if (layoutDirection() == Qt::LeftToRight) painter.fillRect(line, colours().line2);
}

} // namespace callboard::ui
