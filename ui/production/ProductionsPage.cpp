// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionsPage.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Boxes.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize cardSize{300, 232};
constexpr int gap = 16;

class ProductionCard final : public QAbstractButton
{
public:
    ProductionCard(const DirectoryProduction &production, OpenedStudio &studio, QWidget *parent)
        : QAbstractButton(parent)
        , m_production(production)
        , m_studio(studio)
    {
        setFixedSize(cardSize);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(production.name);
        connect(&studio.pictures(), &PictureStore::arrived, this, [this](const QString &path) {
            if (path == picturePath()) update();
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Palette &palette = colours();
        painter.setPen(QPen(hasFocus() ? palette.accent : palette.line2, hasFocus() ? 2 : 1));
        painter.setBrush(underMouse() ? palette.bg4 : palette.bg3);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
        const QRect picture(8, 8, width() - 16, 146);
        const QPixmap pixmap = m_production.hasAvatar ? m_studio.pictures().picture(picturePath()) : QPixmap();
        if (pixmap.isNull()) {
            painter.fillRect(picture, palette.bg1);
            icons::paint(painter, u"production"_s, QRectF(picture.center().x() - 20, picture.center().y() - 20, 40, 40),
                palette.text3);
        } else {
            paintThumbnail(painter, picture, pixmap);
        }
        painter.setPen(palette.text);
        painter.setFont(textFont(TextRole::PanelTitle));
        painter.drawText(QRect(14, 162, width() - 28, 22), Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_production.name, Qt::ElideRight, width() - 28));
        painter.setPen(palette.text2);
        painter.setFont(textFont(TextRole::Secondary));
        painter.drawText(QRect(14, 184, width() - 28, 18), Qt::AlignVCenter | Qt::AlignLeft,
            ProductionsPage::tr("%1 fps · %2 · %n people", nullptr, static_cast<int>(m_production.teamIds.size()))
                .arg(m_production.framesPerSecond, m_production.resolution));
        if (m_production.end.isValid())
            painter.drawText(QRect(14, 204, width() - 28, 18), Qt::AlignVCenter | Qt::AlignLeft,
                ProductionsPage::tr("Delivery %1").arg(QLocale().toString(m_production.end, QLocale::ShortFormat)));
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    QString picturePath() const { return PictureStore::productionPath(m_production.id); }

    DirectoryProduction m_production;
    OpenedStudio &m_studio;
};

} // namespace

ProductionsPage::ProductionsPage(OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_cardsBox(new QWidget(this))
    , m_cards(new QGridLayout(m_cardsBox))
    , m_empty(new EmptyState(u"production"_s,
          studio.session().person().isManager()
              ? tr("No production yet. Plan the first one.")
              : tr("You are in no production's team yet. Ask your production manager."),
          studio.session().person().isManager() ? tr("New production") : QString(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Productions"), TextRole::Section, Tone::Text, this));
    head->addStretch(1);
    if (studio.session().person().isManager()) {
        auto *add = new QPushButton(icons::icon(u"plus"_s, &Palette::onAccent), tr("New production"), this);
        setButtonRole(add, ButtonRole::Primary);
        head->addWidget(add);
        connect(add, &QPushButton::clicked, this, &ProductionsPage::newProductionAsked);
    }
    layout->addLayout(head);
    layout->addSpacing(12);
    layout->addWidget(m_cardsBox);
    layout->addWidget(m_empty, 1);
    layout->addStretch(1);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(gap);
    connect(m_empty, &EmptyState::clicked, this, &ProductionsPage::newProductionAsked);
    connect(&studio.directory(), &StudioDirectory::changed, this, &ProductionsPage::fill);
    fill();
}

void ProductionsPage::show(const Destination &)
{
    setSummary(tr("%n production(s)", nullptr, static_cast<int>(studio().directory().productions().size())));
}

void ProductionsPage::fill()
{
    qDeleteAll(m_all);
    m_all.clear();
    for (const DirectoryProduction &production : studio().directory().productions()) {
        auto *card = new ProductionCard(production, studio(), m_cardsBox);
        m_all << card;
        connect(card, &QAbstractButton::clicked, this, [this, id = production.id] {
            Q_EMIT asked({u"shots"_s, id, {}, {}, {}});
        });
    }
    m_empty->setVisible(m_all.isEmpty());
    m_cardsBox->setVisible(!m_all.isEmpty());
    arrange();
}

void ProductionsPage::arrange()
{
    const int columns = std::max(1, (width() - 48 + gap) / (cardSize.width() + gap));
    for (int i = 0; i < m_all.size(); ++i) {
        m_cards->addWidget(m_all[i], i / columns, i % columns, Qt::AlignLeft | Qt::AlignTop);
        m_all[i]->show();
    }
    m_cards->setColumnStretch(columns, 1);
}

void ProductionsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

void ProductionsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace callboard::ui
