// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace callboard::ui {

class HostingPanel;
class OpenedStudio;
class Sheet;

/// In the top bar of a studio of this computer: whether it is hosted for the team, and where; opens the sheet with
/// the switch. Hidden when the studio was joined.
class HostingButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit HostingButton(OpenedStudio &studio, QWidget *parent = nullptr);
    void openSheet();

private:
    void showState();
    QWidget *makeContent(HostingPanel *panel, Sheet *sheet);

    OpenedStudio &m_studio;
};

} // namespace callboard::ui
