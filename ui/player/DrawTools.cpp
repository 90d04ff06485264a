// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/DrawTools.h"

#include "ui/player/AnnotationLayer.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/PlayerButton.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace callboard::ui {

namespace {

constexpr std::array sizes = {2, 3, 5, 8, 12, 20};

/// One pen: a square of its colour, ringed while it is chosen.
class Swatch : public QToolButton
{
public:
    Swatch(const QColor &colour, const QString &name, QWidget *parent)
        : QToolButton(parent)
        , m_colour(colour)
    {
        setCheckable(true);
        setFixedSize(20, 24);
        setFocusPolicy(Qt::NoFocus);
        setAccessibleName(name);
        setToolTip(name);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF box(3, 5, 14, 14);
        ui::crisp::box(painter, box, 3, m_colour, ui::colours().line2);
        if (isChecked()) ui::crisp::outline(painter, box.adjusted(-2, -2, 2, 2), 4, 1.5, ui::colours().text);
    }

private:
    QColor m_colour;
};

/// The pen's size as a dot with its number below.
class SizeButton : public QToolButton
{
public:
    SizeButton(AnnotationLayer &layer, QWidget *parent)
        : QToolButton(parent)
        , m_layer(layer)
    {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse()) ui::crisp::fillRound(painter, rect(), 5, ui::colours().bg4);
        const double across = std::clamp(double(m_layer.penWidth()), 3.0, 14.0);
        const QPointF middle(width() / 2.0, 11);
        painter.setBrush(m_layer.colour());
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(middle, across / 2, across / 2);
        painter.setFont(ui::textFont(ui::TextRole::Small));
        painter.setPen(ui::colours().text2);
        painter.drawText(QRect(0, 20, width(), 16), Qt::AlignCenter, DrawTools::tr("%1 px").arg(m_layer.penWidth()));
    }

private:
    AnnotationLayer &m_layer;
};

constexpr int fullColumn = 620; // the height in which every tool has room

} // namespace

DrawTools::DrawTools(AnnotationLayer &layer, PlayerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_layer(layer)
    , m_actions(actions)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(2, 8, 2, 8);
    box->setSpacing(4);
    setFixedWidth(44);
    buildTools(box);
    box->addStretch(1);
    buildPens(box);
    buildSizes(box);
    connect(&layer, &AnnotationLayer::stateChanged, this, &DrawTools::showState);
    showState();
}

void DrawTools::buildTools(QBoxLayout *box)
{
    constexpr Act all[] = {Act::Select, Act::Pencil, Act::Line, Act::Arrow, Act::Rectangle, Act::Ellipse, Act::Text,
        Act::Erase, Act::Neighbours, Act::ShowDrawings, Act::Undo, Act::Redo, Act::ClearFrame};
    for (const Act act : all) {
        const bool isLesser = act == Act::Neighbours || act == Act::ShowDrawings || act == Act::Undo || act == Act::Redo
            || act == Act::ClearFrame;
        const auto add = [&](QWidget *widget) {
            box->addWidget(widget, 0, Qt::AlignCenter);
            if (isLesser) m_lesser.append(widget);
        };
        if (act == Act::Pencil || act == Act::Neighbours) add(new PlayerSeparator(Qt::Horizontal, this));
        add(playerButton(m_actions[act], this, 32));
    }
}

void DrawTools::buildPens(QBoxLayout *box)
{
    const std::array names{tr("Red"), tr("Yellow"), tr("Green"), tr("Blue"), tr("White"), tr("Black")};
    auto *grid = new QGridLayout;
    grid->setSpacing(0);
    box->addLayout(grid);
    int at = 0;
    for (const QRgb pen : ui::fixedColours::pens) {
        const QColor colour = QColor::fromRgb(pen);
        auto *swatch = new Swatch(colour, names[size_t(at)], this);
        connect(swatch, &QToolButton::clicked, this, [this, colour] { m_layer.setColour(colour); });
        m_pens.append(swatch);
        grid->addWidget(swatch, at / 2, at % 2);
        ++at;
    }
}

void DrawTools::buildSizes(QBoxLayout *box)
{
    m_size = new SizeButton(m_layer, this);
    m_size->setFixedSize(QSize(40, 40));
    m_size->setFocusPolicy(Qt::NoFocus);
    m_size->setAccessibleName(tr("Pen size"));
    m_size->setToolTip(tr("Pen size"));
    m_size->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_size);
    for (const int size : sizes)
        menu->addAction(tr("%1 px").arg(size), this, [this, size] { m_layer.setPenWidth(size); });
    m_size->setMenu(menu);
    box->addWidget(m_size);
}

void DrawTools::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QWidget *widget : std::as_const(m_lesser)) widget->setVisible(height() >= fullColumn);
}

void DrawTools::showState()
{
    for (qsizetype at = 0; at < m_pens.size(); ++at)
        m_pens[at]->setChecked(QColor::fromRgb(ui::fixedColours::pens[at]) == m_layer.colour());
    m_size->update();
}

void DrawTools::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), ui::colours().bg1);
}

} // namespace callboard::ui
