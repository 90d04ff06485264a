// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HostingButton.h"

#include "ui/parts/Sheet.h"
#include "ui/start/HostingPanel.h"
#include "ui/studio/OpenedStudio.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sheetSize{480, 340};

}

HostingButton::HostingButton(OpenedStudio &studio, QWidget *parent)
    : QPushButton(parent)
    , m_studio(studio)
{
    setButtonRole(this, ButtonRole::Quiet);
    setVisible(studio.isHere());
    connect(this, &QPushButton::clicked, this, &HostingButton::openSheet);
    connect(&studio, &OpenedStudio::sharingChanged, this, &HostingButton::showState);
    showState();
}

void HostingButton::showState()
{
    const bool isShared = m_studio.isShared();
    setIcon(isShared ? icons::icon(u"host"_s, &Palette::ok) : icons::icon(u"host"_s));
    setText(isShared ? m_studio.sharedAddress() : tr("Host"));
    setTip(this,
        isShared ? tr("Hosted for the team at %1").arg(m_studio.sharedAddress()) : tr("Host this studio for the team"));
    setAccessibleName(
        isShared ? tr("Hosted at %1").arg(m_studio.sharedAddress()) : tr("Host this studio for the team"));
}

void HostingButton::openSheet()
{
    auto *sheet = new Sheet(tr("Hosting"), this);
    sheet->setWanted(sheetSize);
    auto *panel = new HostingPanel;
    const QString name = m_studio.session().organisation();
    panel->setStudio(name.isEmpty() ? tr("This studio") : name);
    panel->setAddress(m_studio.sharedAddress());
    sheet->setContent(panel);
    connect(panel, &HostingPanel::toggled, this, [this, panel](bool on, quint16 port) {
        try {
            if (on)
                m_studio.share(port);
            else
                m_studio.stopSharing();
        } catch (const ApiError &error) {
            panel->showFailure(error.sentence());
        }
    });
    connect(&m_studio, &OpenedStudio::sharingChanged, panel,
        [this, panel] { panel->setAddress(m_studio.sharedAddress()); });
    connect(sheet, &Sheet::closed, sheet, [sheet] { sheet->parentWidget()->deleteLater(); });
    sheet->open();
    panel->toggle()->setFocus();
}

} // namespace callboard::ui
