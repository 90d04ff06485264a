// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/openstudio/ProductionItems.h"
#include "ui/palette/PaletteField.h"
#include "ui/parts/Boxes.h"
#include "ui/parts/Label.h"
#include "ui/parts/Picker.h"
#include "ui/shell/BellButton.h"
#include "ui/shell/HostingButton.h"
#include "ui/shell/LinkMark.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize productionPicture{40, 23};
constexpr int presentShown = 3; // discs; the others are counted
const QString newProduction = u"new"_s;

} // namespace

class ProductionButton final : public QAbstractButton
{
public:
    explicit ProductionButton(QWidget *parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    void setProduction(const QString &name, const QPixmap &picture)
    {
        setText(name);
        setAccessibleName(TopBar::tr("Production: %1").arg(name));
        m_picture = picture;
        updateGeometry();
        update();
    }
    void setNarrow(bool narrow)
    {
        m_isNarrow = narrow;
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        const int words = m_isNarrow ? 0 : QFontMetrics(textFont(TextRole::PanelTitle)).horizontalAdvance(text()) + 10;
        return {8 + productionPicture.width() + words + 30, 36};
    }
    QSize minimumSizeHint() const override { return {8 + productionPicture.width() + 30, 36}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Palette &palette = colours();
        painter.setPen(QPen(hasFocus() ? palette.accent : palette.line2, hasFocus() ? 2 : 1));
        painter.setBrush(underMouse() ? palette.bg4 : palette.bg3);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
        const QRect picture(QPoint(7, (height() - productionPicture.height()) / 2), productionPicture);
        if (m_picture.isNull())
            icons::paint(painter, u"production"_s, picture, palette.text2);
        else
            paintThumbnail(painter, picture, m_picture);
        painter.setPen(palette.text);
        painter.setFont(textFont(TextRole::PanelTitle));
        const QRect words(picture.right() + 10, 0, width() - picture.right() - 36, height());
        if (!m_isNarrow)
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        icons::paint(painter, u"down"_s, QRectF(width() - 24, height() / 2.0 - 7, 14, 14), palette.text2);
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    QPixmap m_picture;
    bool m_isNarrow = false;
};

namespace {

/// The person who is signed in, as a round button.
class PersonButton final : public QAbstractButton
{
public:
    PersonButton(OpenedStudio &studio, QWidget *parent)
        : QAbstractButton(parent)
        , m_studio(studio)
    {
        setFixedSize(36, 36);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(TopBar::tr("Your account"));
        setToolTip(m_studio.session().person().fullName);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto &me = m_studio.session().person();
        PersonLook look = m_studio.directory().look(me.id);
        if (look.name.isEmpty()) look.name = me.fullName;
        paintAvatar(painter, QPointF(4, 4), 28, look);
        if (hasFocus()) {
            painter.setPen(QPen(colours().accent, 2));
            painter.drawEllipse(QRectF(2, 2, 32, 32));
        }
    }

private:
    OpenedStudio &m_studio;
};

} // namespace

TopBar::TopBar(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_production(new ProductionButton(this))
    , m_productions(new Picker(this))
    , m_arrow(new Label(u"›"_s, TextRole::Section, Tone::Hint, this))
    , m_within(new QPushButton(this))
    , m_withinArrow(new Label(u"›"_s, TextRole::Section, Tone::Hint, this))
    , m_title(new Label({}, TextRole::PanelTitle, Tone::Text, this))
    , m_palette(new PaletteField(this))
    , m_link(new LinkMark(studio, this))
    , m_present(new AvatarStack(this))
    , m_person(new PersonButton(studio, this))
{
    setFixedHeight(metrics::topBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 12, 0);
    layout->setSpacing(10);
    auto *menu = new QToolButton(this);
    menu->setIcon(icons::icon(u"menu"_s));
    setButtonRole(menu, ButtonRole::Quiet);
    menu->setToolTip(tr("Hide or show the names of the sections"));
    menu->setAccessibleName(tr("Sections"));
    layout->addWidget(menu);
    layout->addWidget(m_production);
    layout->addWidget(m_arrow);
    setButtonRole(m_within, ButtonRole::Quiet);
    layout->addWidget(m_within);
    layout->addWidget(m_withinArrow);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(m_palette);
    layout->addWidget(new HostingButton(studio, this));
    layout->addWidget(m_link);
    layout->addWidget(m_present);
    auto *bell = new BellButton(studio.directory(), this);
    layout->addWidget(bell);
    layout->addWidget(m_person);

    connect(menu, &QToolButton::clicked, this, &TopBar::menuAsked);
    connect(m_within, &QPushButton::clicked, this, &TopBar::withinChosen);
    connect(m_palette, &QAbstractButton::clicked, this, &TopBar::paletteAsked);
    connect(m_person, &QAbstractButton::clicked, this, &TopBar::showPersonMenu);
    connect(bell, &QAbstractButton::clicked, this, &TopBar::notificationsAsked);
    connect(m_production, &QAbstractButton::clicked, this, [this] {
        fillProductions();
        m_productions->openAt(m_production);
    });
    connect(m_productions, &Picker::changed, this, [this](const QStringList &ids) {
        if (ids.isEmpty()) return;
        if (ids.first() == newProduction)
            Q_EMIT newProductionAsked();
        else
            Q_EMIT productionChosen(ids.first());
    });
    connect(&studio.directory(), &StudioDirectory::peopleChanged, m_person, qOverload<>(&QWidget::update));
    m_present->setObjectName(u"present-people"_s);
    connect(&studio.pictures(), &PictureStore::arrived, this, [this](const QString &path) {
        const QString shown = m_productions->chosen().value(0);
        if (!shown.isEmpty() && path == PictureStore::productionPath(shown)) setProduction(shown);
    });
    connect(&studio.presence(), &Presence::changed, this, &TopBar::showPresent);
    connect(&studio.directory(), &StudioDirectory::changed, this, &TopBar::showPresent);
    connect(&studio.directory(), &StudioDirectory::peopleChanged, this, &TopBar::showPresent);
    setNarrow(false);
    setWithin({});
    showPresent();
}

void TopBar::setProduction(const QString &productionId)
{
    const DirectoryProduction *production = m_studio.directory().production(productionId);
    m_productions->setChosen(production ? QStringList{productionId} : QStringList());
    m_production->setVisible(production);
    m_arrow->setVisible(production);
    if (!production) return;
    m_production->setProduction(production->name,
        production->hasAvatar ? m_studio.pictures().picture(PictureStore::productionPath(productionId)) : QPixmap());
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::setWithin(const QString &title)
{
    m_within->setText(title);
    m_within->setToolTip(tr("Back to %1").arg(title));
    m_within->setVisible(!title.isEmpty());
    m_withinArrow->setVisible(!title.isEmpty());
}

void TopBar::setNarrow(bool narrow)
{
    m_production->setNarrow(narrow);
    m_palette->setNarrow(narrow);
    m_link->setNarrow(narrow);
    m_present->setMost(narrow ? 0 : presentShown);
}

/// The others who are here: oneself stands at the bar's end anyway.
void TopBar::showPresent()
{
    QStringList others = m_studio.presence().people();
    others.removeAll(m_studio.session().person().id);
    QList<PersonLook> looks;
    for (const QString &id : std::as_const(others))
        if (PersonLook look = m_studio.directory().look(id); !look.name.isEmpty()) looks << look;
    m_present->setPeople(looks);
    m_present->setVisible(!looks.isEmpty());
    QStringList names;
    for (const PersonLook &look : std::as_const(looks)) names << look.name;
    const QString words = tr("Connected now: %1").arg(names.join(u", "_s));
    m_present->setToolTip(words);
    m_present->setAccessibleName(words);
}

void TopBar::fillProductions()
{
    QList<PickerItem> items = productionItems(m_studio.directory());
    if (m_studio.session().person().isManager()) {
        PickerItem item;
        item.id = newProduction;
        item.text = tr("New production…");
        item.icon = u"plus"_s;
        items << item;
    }
    m_productions->setItems(items);
}

void TopBar::showPersonMenu()
{
    const auto &me = m_studio.session().person();
    QMenu menu(this);
    menu.addSection(me.fullName.isEmpty() ? me.email : me.fullName);
    connect(menu.addAction(icons::icon(u"contrast"_s), tr("Light or dark theme")), &QAction::triggered, this,
        &TopBar::themeToggled);
    menu.addSeparator();
    connect(menu.addAction(tr("Close the studio")), &QAction::triggered, this, &TopBar::closeStudioAsked);
    connect(menu.addAction(tr("Sign out")), &QAction::triggered, this, &TopBar::signOutAsked);
    menu.exec(m_person->mapToGlobal(QPoint(0, m_person->height())));
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg1);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours().line);
}

} // namespace callboard::ui
