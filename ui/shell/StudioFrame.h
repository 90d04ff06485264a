// SPDX-License-Identifier: GPL-3.0-or-later
// The window's content while a studio is open and somebody is signed in: top bar, rail, page, status bar.
#pragma once

#include "ui/navigation/Page.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QShortcut;
class QStackedWidget;

namespace callboard::ui {

class CommandPalette;
class Rail;
class StatusBar;
class Toast;
class TopBar;
struct WaitingChange;

class StudioFrame final : public QWidget
{
    Q_OBJECT

public:
    explicit StudioFrame(OpenedStudio &studio, QWidget *parent = nullptr);

    /// Goes there; a section that the role does not have leads to the first it has.
    void go(Destination destination);
    const Destination &place() const { return m_place; }
    CommandPalette &palette() { return *m_palette; }
    /// The page that is shown; null before the first.
    Page *page() const;

Q_SIGNALS:
    void signOutAsked();
    void closeStudioAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildRail();
    void tellRefusal(const WaitingChange &change, const QString &why);
    void goToSection(const QString &section);
    void goBack();
    const Destination *cameFrom() const;
    void goWithin();
    Page *pageOf(const QString &section);
    void setRailNarrow(bool narrow);
    void toggleRail();
    void toggleTheme();
    void openPalette();
    void showKeysOfPage();
    void addCommands();

    OpenedStudio &m_studio;
    TopBar *m_top;
    Rail *m_rail;
    QStackedWidget *m_pages;
    StatusBar *m_status;
    QShortcut *m_back;
    CommandPalette *m_palette = nullptr; // made at its first use
    QPointer<Toast> m_refusal;           // one for all changes that were refused
    QHash<QString, Page *> m_pageBySection;
    Destination m_place;
    QList<Destination> m_before; // for Alt+Left
    bool m_railHidden = false;   // names hidden by the user
};

} // namespace callboard::ui
