// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportView.h"

#include "ui/openstudio/PictureStore.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewRowHeight = 44, sentenceHeight = 38, inset = 8, stateIcon = 14, buttonGap = 8, buttonInset = 10;
constexpr QSize picture{64, 36};

/// Paints the cells of rows; sentences are painted by the view, over the whole width.
class ImportDelegate final : public QStyledItemDelegate
{
public:
    ImportDelegate(ImportModel &model, PictureStore &pictures, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_pictures(pictures)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (m_model.line(index.row()).isSentence) return;
        const Palette &p = colours();
        const ImportRow &row = m_model.row(index.row());
        painter->setLayoutDirection(option.direction);
        paintGround(*painter, option, index, row);
        const QRect cell = option.rect.adjusted(inset, 0, -inset, 0);
        const bool isQuiet = row.isLeftOut || row.change == RowChange::Unchanged;
        const bool isKey = index.column() == ImportModel::Parent || index.column() == ImportModel::Name;
        painter->setFont(
            textFont(TextRole::Base, isKey && index.column() == ImportModel::Name ? QFont::DemiBold : QFont::Normal));
        painter->setPen(isQuiet && !isKey ? p.text2 : p.text);
        const QString text = index.data(Qt::DisplayRole).toString();
        if (index.column() == ImportModel::LineNumber) {
            painter->setPen(p.text3);
            painter->drawText(cell, Qt::AlignVCenter | Qt::AlignTrailing, text);
        } else if (index.column() == ImportModel::State) {
            paintState(*painter, cell, row, text);
        } else if (index.column() == ImportModel::Name) {
            paintName(*painter, cell, row, text);
        } else if (const ImportField *field = m_model.fieldOf(index.column())) {
            paintValue(*painter, cell, *field, row, text);
        } else {
            painter->drawText(cell, Qt::AlignVCenter | Qt::AlignLeading,
                painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
        }
        if (option.state & QStyle::State_HasFocus) crisp::outline(*painter, option.rect, 0, 2, p.accent);
    }

private:
    void paintGround(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const ImportRow &row) const
    {
        const Palette &p = colours();
        if (!row.isLeftOut) {
            if (index.column() == ImportModel::State)
                paintChangeRow(painter, option.rect, row.change);
            else
                crisp::fill(painter, option.rect, changeTint(row.change));
        }
        if (option.state & QStyle::State_Selected) crisp::fill(painter, option.rect, p.selRow);
        crisp::horizontal(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(), p.line);
        crisp::vertical(painter, option.rect.right(), option.rect.top(), option.rect.bottom(), p.line);
    }

    void paintState(QPainter &painter, const QRect &cell, const ImportRow &row, const QString &text) const
    {
        const QColor colour = row.isLeftOut ? colours().text3 : changeColour(row.change);
        const QRect icon = QStyle::visualRect(
            painter.layoutDirection(), cell, QRect(cell.left(), cell.top(), stateIcon, cell.height()));
        icons::paint(painter, row.isLeftOut ? u"hidden"_s : changeIcon(row.change), icon, colour);
        painter.setPen(colour);
        painter.drawText(QStyle::visualRect(painter.layoutDirection(), cell, cell.adjusted(stateIcon + 5, 0, 0, 0)),
            Qt::AlignVCenter | Qt::AlignLeading, text);
    }

    void paintName(QPainter &painter, const QRect &cell, const ImportRow &row, const QString &text) const
    {
        const QRect where = QStyle::visualRect(painter.layoutDirection(), cell,
            QRect(cell.left(), cell.top() + (cell.height() - picture.height()) / 2, picture.width(), picture.height()));
        const QString preview = row.existing >= 0 ? m_model.subject().existing[row.existing].previewId : QString();
        const QPixmap pixmap = preview.isEmpty() ? QPixmap() : m_pictures.picture(PictureStore::thumbnailPath(preview));
        if (!pixmap.isNull())
            paintThumbnail(painter, where, pixmap);
        else if (preview.isEmpty())
            paintMissingThumbnail(painter, where);
        else
            paintAwaitedThumbnail(painter, where);
        painter.setPen(row.isLeftOut ? colours().text3 : colours().text);
        painter.drawText(
            QStyle::visualRect(painter.layoutDirection(), cell, cell.adjusted(picture.width() + inset, 0, 0, 0)),
            Qt::AlignVCenter | Qt::AlignLeading, text);
    }

    void paintValue(
        QPainter &painter, const QRect &cell, const ImportField &field, const ImportRow &row, const QString &text) const
    {
        const ImportValue value = row.values.value(field.key);
        if (row.errorKey == field.key && !row.isLeftOut)
            crisp::outline(painter, cell.adjusted(-4, 8, 4, -8), metrics::controlRadius, 1.5, colours().bad);
        if (row.change == RowChange::Changed && value.isChanged() && !row.isLeftOut)
            return paintChangedValue(painter, cell, value.before, value.after.isEmpty() ? QString(u'–') : value.after);
        const auto side = field.type == MetadataType::Number ? Qt::AlignTrailing : Qt::AlignLeading;
        painter.drawText(
            cell, Qt::AlignVCenter | side, painter.fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
    }

    ImportModel &m_model;
    PictureStore &m_pictures;
};

} // namespace

ImportView::ImportView(ImportModel &model, PictureStore &pictures, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new ImportDelegate(model, pictures, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Preview of the import"));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(sentenceHeight);
    verticalHeader()->setDefaultSectionSize(previewRowHeight);
    horizontalHeader()->setMinimumHeight(metrics::columnHeader);
    horizontalHeader()->setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setHeights(0, m_model.rowCount() - 1);
        setWidths();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { setHeights(first, last); });
    connect(&pictures, &PictureStore::arrived, viewport(), qOverload<>(&QWidget::update));
}

void ImportView::setHeights(int first, int last)
{
    for (int row = first; row <= last; ++row)
        if (m_model.line(row).isSentence) setRowHeight(row, sentenceHeight);
}

void ImportView::setWidths()
{
    const int narrow = 116;
    setColumnWidth(ImportModel::LineNumber, 48);
    setColumnWidth(ImportModel::State, 112);
    setColumnWidth(ImportModel::Parent, 112);
    setColumnWidth(ImportModel::Name, 176);
    for (int column = ImportModel::FirstField; column < m_model.columnCount() - 1; ++column) {
        const ImportField *field = m_model.fieldOf(column);
        setColumnWidth(column,
            field->key == "description"_L1            ? 280
                : field->type == MetadataType::Number ? narrow
                                                      : 120);
    }
}

QList<ImportView::Button> ImportView::buttonsOf(int modelRow) const
{
    const ImportRow &row = m_model.row(modelRow);
    const QFontMetrics metrics(textFont(TextRole::Secondary));
    QList<Button> buttons;
    int right = viewport()->width() - inset;
    const int top = rowViewportPosition(modelRow) + (sentenceHeight - metrics::controlSmall) / 2;
    for (auto mend = row.mends.crbegin(); mend != row.mends.crend(); ++mend) {
        const int width = metrics.horizontalAdvance(mend->words) + 2 * buttonInset;
        right -= width;
        buttons.prepend({QRect(right, top, width, metrics::controlSmall), m_model.line(modelRow).row, *mend});
        right -= buttonGap;
    }
    return buttons;
}

std::optional<ImportView::Button> ImportView::buttonAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    if (row < 0 || !m_model.line(row).isSentence) return std::nullopt;
    for (const Button &button : buttonsOf(row))
        if (button.where.contains(point)) return button;
    return std::nullopt;
}

void ImportView::paintSentence(QPainter &painter, int modelRow)
{
    const Palette &p = colours();
    const QRect line(0, rowViewportPosition(modelRow), viewport()->width(), sentenceHeight);
    paintChangeRow(painter, line, RowChange::Error);
    crisp::horizontal(painter, 0, line.width(), line.bottom(), p.line);
    icons::paint(painter, u"warning"_s, QRectF(50, line.top() + 11, 16, 16), p.bad);
    const auto buttons = buttonsOf(modelRow);
    const int end = buttons.isEmpty() ? line.width() : buttons.first().where.left();
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(p.text);
    painter.drawText(QRect(76, line.top(), end - 84, line.height()), Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_model.row(modelRow).error, Qt::ElideRight, end - 84));
    painter.setFont(textFont(TextRole::Secondary));
    for (const Button &button : buttons) {
        const bool isHovered = button.where.contains(m_pointer);
        if (button.mend.kind != ImportMend::Kind::LeaveOut || isHovered)
            crisp::box(painter, button.where, metrics::controlRadius, isHovered ? p.bg4 : p.bg3, p.line2);
        painter.setPen(button.mend.kind == ImportMend::Kind::LeaveOut ? p.text2 : p.text);
        painter.drawText(button.where, Qt::AlignCenter, button.mend.words);
    }
    if (currentIndex().row() == modelRow && hasFocus()) crisp::outline(painter, line, 0, 2, p.accent);
}

void ImportView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const int first = rowAt(0), last = rowAt(viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row)
        if (m_model.line(row).isSentence) paintSentence(painter, row);
}

void ImportView::mousePressEvent(QMouseEvent *event)
{
    if (const auto button = buttonAt(event->pos())) {
        m_model.mend(button->row, button->mend);
        return;
    }
    QTableView::mousePressEvent(event);
}

void ImportView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->pos();
    const int row = rowAt(m_pointer.y());
    if (row >= 0 && m_model.line(row).isSentence) viewport()->update();
    QTableView::mouseMoveEvent(event);
}

void ImportView::showMends(int modelRow)
{
    QMenu menu(this);
    const int row = m_model.line(modelRow).row;
    for (const ImportMend &mend : m_model.row(modelRow).mends)
        menu.addAction(mend.words, this, [this, row, mend] { m_model.mend(row, mend); });
    menu.exec(viewport()->mapToGlobal(QPoint(76, rowViewportPosition(modelRow) + previewRowHeight)));
}

void ImportView::goToError(int step)
{
    const int at =
        m_model.rowCount() == 0 ? -1 : m_model.nextError(currentIndex().isValid() ? currentIndex().row() : -step, step);
    if (at < 0) return;
    // The cell that the sentence is about, so that F2 mends it.
    int column = ImportModel::Name;
    for (int i = ImportModel::FirstField; i < m_model.columnCount() - 1; ++i)
        if (m_model.fieldOf(i)->key == m_model.row(at).errorKey) column = i;
    setCurrentIndex(m_model.index(at, column));
    scrollTo(currentIndex(), QAbstractItemView::EnsureVisible);
    setFocus(Qt::ShortcutFocusReason);
}

void ImportView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    const bool isPlain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (event->key() == Qt::Key_E && isPlain) return Q_EMIT filterAsked(RowChange::Error);
    if (event->key() == Qt::Key_N && isPlain) return Q_EMIT filterAsked(RowChange::New);
    if (event->key() == Qt::Key_C && isPlain) return Q_EMIT filterAsked(RowChange::Changed);
    if (at.isValid() && event->key() == Qt::Key_Delete)
        return m_model.leaveOut(m_model.line(at.row()).row, !m_model.row(at.row()).isLeftOut);
    if (at.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isPlain) {
        if (!m_model.row(at.row()).error.isEmpty()) return showMends(at.row());
        edit(at);
        return;
    }
    QTableView::keyPressEvent(event);
}

void ImportView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    viewport()->update();
}

} // namespace callboard::ui
