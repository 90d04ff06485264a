// SPDX-License-Identifier: GPL-3.0-or-later
// The bar over the window: production, where one is in it, connection, person.
#pragma once

#include "ui/gateway/StudioGateway.h"
#include "ui/parts/Avatar.h"

#include <QWidget>

class QPushButton;

namespace callboard::ui {

class Label;
class AvatarStack;
class PaletteField;
class Picker;
class OpenedStudio;

/// Production as a control: picture, name, arrow; opens the list of productions.
class ProductionButton;
class LinkMark;

class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(OpenedStudio &studio, QWidget *parent = nullptr);

    void setProduction(const QString &productionId);
    void setTitle(const QString &title);
    /// The page that one came from and goes back to, between production and title; empty: none.
    void setWithin(const QString &title);
    /// Narrow windows: the production's picture alone.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void productionChosen(const QString &productionId);
    void newProductionAsked();
    void menuAsked();
    void withinChosen();
    void paletteAsked();
    void themeToggled();
    void notificationsAsked();
    void signOutAsked();
    void closeStudioAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showPresent();
    void fillProductions();
    void showPersonMenu();

    OpenedStudio &m_studio;
    ProductionButton *m_production;
    Picker *m_productions;
    Label *m_arrow;
    QPushButton *m_within;
    Label *m_withinArrow;
    Label *m_title;
    PaletteField *m_palette;
    LinkMark *m_link;
    AvatarStack *m_present;
    QAbstractButton *m_person;
};

} // namespace callboard::ui
