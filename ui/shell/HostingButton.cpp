// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HostingButton.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/ColumnScroll.h"
#include "ui/parts/Sheet.h"
#include "ui/parts/Toast.h"
#include "ui/start/ConnectedPeople.h"
#include "ui/start/HostingPanel.h"
#include "ui/start/RunningJobs.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sheetSize{480, 620};

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

/// The switch, who is here, and for administrators what the studio is working on.
QWidget *HostingButton::makeContent(HostingPanel *panel, Sheet *sheet)
{
    auto *area = new ColumnScroll(sheet);
    area->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(area);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(panel);
    auto *activity = new QVBoxLayout;
    activity->setContentsMargins(20, 0, 20, 16);
    activity->setSpacing(20);
    activity->addWidget(new ConnectedPeople(m_studio, content));
    if (m_studio.session().person().isAdmin()) {
        auto *jobs = new RunningJobs(m_studio.gateway(), content);
        activity->addWidget(jobs);
        connect(jobs, &RunningJobs::refused, this, [this](const QString &why) {
            ToastStack::of(this).show({NoticeKind::Bad, tr("The job was not begun again"), why, {}, false});
        });
    }
    column->addLayout(activity);
    column->addStretch(1);
    area->setWidget(content);
    return area;
}

void HostingButton::openSheet()
{
    auto *sheet = new Sheet(tr("Hosting"), this);
    sheet->setWanted(sheetSize);
    auto *panel = new HostingPanel;
    const QString name = m_studio.session().organisation();
    panel->setStudio(name.isEmpty() ? tr("This studio") : name);
    panel->setAddress(m_studio.sharedAddress());
    sheet->setContent(makeContent(panel, sheet));
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
