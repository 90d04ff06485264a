// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/CommandPalette.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/palette/PalettePainter.h"
#include "ui/parts/Label.h"
#include "ui/parts/Segments.h"
#include "ui/parts/Toast.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int paletteWidth = 720, fromTop = 96, lineRow = 54, footRow = 36, margin = 24, r = metrics::rim;

/// Over the whole window; a click beside the palette closes it.
class Dim final : public QWidget
{
public:
    Dim(QWidget *window, std::function<void()> pressed)
        : QWidget(window)
        , m_pressed(std::move(pressed))
    {}

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), colours().dim); }
    void mousePressEvent(QMouseEvent *) override { m_pressed(); }
    void wheelEvent(QWheelEvent *event) override { event->accept(); }

private:
    std::function<void()> m_pressed;
};

/// Keys and what they do, in the foot.
class FootHint final : public QWidget
{
public:
    FootHint(QString keys, QString words, QWidget *parent)
        : QWidget(parent)
        , m_keys(std::move(keys))
        , m_words(std::move(words))
    {
        setFixedSize(
            keyCapsWidth(m_keys) + 8 + QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(m_words) + 4,
            footRow);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Palette &palette = colours();
        paintKeyCaps(painter, rect(), m_keys, palette.text2, palette.line2);
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(palette.text2);
        painter.drawText(rect().adjusted(keyCapsWidth(m_keys) + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_words);
    }

private:
    QString m_keys;
    QString m_words;
};

} // namespace

CommandPalette::CommandPalette(OpenedStudio &studio, std::span<const Section> sections, QWidget *anyInWindow)
    : QFrame(nullptr)
    , m_studio(studio)
    , m_dim(new Dim(anyInWindow->window(), [this] { close(); }))
    , m_entries(new PaletteEntries(studio, sections, CommandRegistry::of(anyInWindow), this))
    , m_line(new QLineEdit(this))
    , m_scopes(new Segments({tr("All"), tr("Shots"), tr("Assets"), tr("People"), tr("Commands")}, this))
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
{
    setParent(m_dim);
    m_dim->hide();
    m_dim->window()->installEventFilter(this);
    connect(anyInWindow, &QObject::destroyed, m_dim, &QObject::deleteLater);
    setAccessibleName(tr("Go to, or run a command"));
    auto *head = new QWidget(this);
    head->setFixedHeight(lineRow);
    auto *headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(20, 0, 16, 0);
    headRow->setSpacing(12);
    headRow->addWidget(new IconLabel(u"search"_s, 20, Tone::Secondary, head));
    headRow->addWidget(m_line, 1);
    headRow->addWidget(m_scopes);
    m_line->setFrame(false);
    m_line->setFont(textFont(TextRole::Section, QFont::Normal));
    m_line->setPlaceholderText(tr("Jump to, or run a command"));
    m_line->setAccessibleName(tr("Go to, or run a command"));
    m_line->installEventFilter(this);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PalettePainter(*m_entries, studio.pictures(), m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Found"));
    m_list->viewport()->setAutoFillBackground(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(r + 1, r + 1, r + 1, r + 1);
    rows->setSpacing(0);
    rows->addWidget(head);
    rows->addWidget(new Separator(Qt::Horizontal, this));
    rows->addWidget(m_list, 1);
    rows->addWidget(new Separator(Qt::Horizontal, this));
    rows->addWidget(makeFoot());

    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_scopes, &Segments::changed, this, &CommandPalette::search);
    connect(m_entries, &PaletteEntries::changed, this, &CommandPalette::fill);
    connect(m_entries, &PaletteEntries::failed, this, [this](const QString &why) {
        m_failure = why;
        fill();
    });
    connect(&studio.pictures(), &PictureStore::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        take();
    });
}

QWidget *CommandPalette::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(footRow);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(18, 0, 18, 0);
    row->setSpacing(12);
    row->addWidget(new FootHint(u"↑  ↓"_s, tr("move"), foot));
    row->addWidget(new FootHint(tr("Enter"), tr("open"), foot));
    row->addWidget(new FootHint(tr("Tab"), tr("what is searched"), foot));
    row->addWidget(new FootHint(tr("Esc"), tr("close"), foot));
    row->addStretch(1);
    row->addWidget(new FootHint(u"@"_s, tr("people"), foot));
    row->addWidget(new FootHint(u">"_s, tr("commands"), foot));
    return foot;
}

bool CommandPalette::isOpen() const
{
    return !m_dim->isHidden();
}

void CommandPalette::open(const QString &productionId, const QString &typed)
{
    m_productionId = productionId;
    if (!isOpen()) m_before = QApplication::focusWidget();
    {
        const QSignalBlocker quiet(m_line);
        m_line->setText(typed);
        m_scopes->setCurrent(0);
    }
    m_dim->show();
    m_dim->raise();
    ToastStack::of(m_dim).raise();
    show();
    search();
    m_line->setFocus();
    m_line->selectAll();
}

void CommandPalette::close()
{
    if (!isOpen()) return;
    m_dim->hide();
    if (m_before) m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::search()
{
    m_failure.clear();
    QString typed = m_line->text().trimmed();
    auto scope = static_cast<PaletteScope>(m_scopes->current());
    if (typed.startsWith(u'@')) {
        scope = PaletteScope::People;
        typed.remove(0, 1);
    } else if (typed.startsWith(u'>')) {
        scope = PaletteScope::Commands;
        typed.remove(0, 1);
    }
    m_entries->search(typed, scope, m_productionId);
}

void CommandPalette::fill()
{
    const auto &found = m_entries->found();
    const QString kept = m_rows->rowCount() > 0 && m_list->currentIndex().row() > 0
        ? m_list->currentIndex().data(PalettePainter::KeyRole).toString()
        : QString();
    m_rows->clear();
    int current = -1;
    for (int i = 0; i < found.size(); ++i) {
        const PaletteEntry &entry = found[i];
        if (i == 0 || found[i - 1].group != entry.group) {
            auto *heading = new QStandardItem(PalettePainter::headingOf(entry.group));
            heading->setFlags(Qt::NoItemFlags);
            heading->setData(-1, PalettePainter::EntryRole);
            m_rows->appendRow(heading);
        }
        auto *row = new QStandardItem(entry.title);
        row->setData(i, PalettePainter::EntryRole);
        row->setData(entry.key, PalettePainter::KeyRole);
        row->setAccessibleDescription(entry.detail);
        m_rows->appendRow(row);
        if (current < 0 || entry.key == kept) current = m_rows->rowCount() - 1;
    }
    if (current >= 0) m_list->setCurrentIndex(m_rows->index(current, 0));
    arrange();
    update();
}

void CommandPalette::move(int step)
{
    const int count = m_rows->rowCount();
    for (int row = m_list->currentIndex().row(), tried = 0; tried < count; ++tried) {
        row = (row + step + count) % count;
        if (!m_rows->item(row)->isEnabled()) continue;
        m_list->setCurrentIndex(m_rows->index(row, 0));
        m_list->scrollTo(m_list->currentIndex());
        return;
    }
}

void CommandPalette::take()
{
    const int at =
        m_list->currentIndex().isValid() ? m_list->currentIndex().data(PalettePainter::EntryRole).toInt() : -1;
    if (at < 0 || at >= m_entries->found().size()) return;
    const PaletteEntry entry = m_entries->found()[at]; // closing may lead to another search
    m_entries->noteChosen(entry);
    close();
    if (entry.run)
        entry.run();
    else if (entry.destination)
        Q_EMIT asked(*entry.destination);
}

int CommandPalette::listHeight() const
{
    int rows = 0, headings = 0;
    for (int row = 0; row < m_rows->rowCount(); ++row) m_rows->item(row)->isEnabled() ? ++rows : ++headings;
    if (rows == 0) return 2 * PalettePainter::rowHeight;
    // At most nine rows with their headings; the rest is scrolled to.
    return std::min(rows, 9) * PalettePainter::rowHeight + headings * PalettePainter::headingHeight + 12;
}

void CommandPalette::arrange()
{
    const QWidget *window = m_dim->window();
    m_dim->setGeometry(window->rect());
    const int width = std::min(paletteWidth, window->width() - 2 * margin) + 2 * r;
    const int top = std::min(fromTop, window->height() / 10);
    const int height = lineRow + footRow + 4 + listHeight() + 2 * r;
    setGeometry((window->width() - width) / 2, top - r, width, std::min(height, window->height() - top - margin));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_dim->window() && event->type() == QEvent::Resize && isOpen()) arrange();
    if (watched != m_line || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        for (int i = 0; i < 5; ++i) move(key->key() == Qt::Key_PageDown ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(); return true;
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        constexpr int scopes = 5;
        m_scopes->setCurrent((m_scopes->current() + (key->key() == Qt::Key_Tab ? 1 : scopes - 1)) % scopes);
        search();
        return true;
    }
    default: return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Palette &palette = colours();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(r, r, -r, -r);
    crisp::rim(painter, box, metrics::paletteRadius, palette.rim);
    crisp::box(painter, box, metrics::paletteRadius, palette.isDark() ? palette.bg3 : palette.bg2, palette.line2);
    if (m_rows->rowCount() > 0 && m_failure.isEmpty()) return;
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(m_failure.isEmpty() ? palette.text2 : palette.bad);
    const QRect words =
        m_rows->rowCount() > 0 ? QRect(0, height() - r - footRow - 24, width(), 20) : m_list->geometry();
    painter.drawText(words, Qt::AlignCenter,
        !m_failure.isEmpty()        ? m_failure
            : m_entries->isAsking() ? tr("Searching…")
                                    : tr("Nothing matches"));
}

} // namespace callboard::ui
