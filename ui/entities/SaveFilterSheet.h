// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filter/SavedFilter.h"
#include "ui/parts/FormSheet.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace callboard::ui {

/// Asks under which name a search is kept, and whether the team sees it.
class SaveFilterSheet final : public FormSheet
{
    Q_OBJECT

public:
    /// `filter` carries the search, and the name and sharing to begin with.
    SaveFilterSheet(const SavedFilter &filter, bool mayShare, QWidget *anyInWindow);

    QLineEdit *name() const { return m_name; }
    QCheckBox *shared() const { return m_shared; }
    QPushButton *action() const { return m_save; }

Q_SIGNALS:
    void chosen(const callboard::ui::SavedFilter &filter);

protected:
    void act() override;

private:
    SavedFilter m_filter;
    QLineEdit *m_name;
    QCheckBox *m_shared;
    QPushButton *m_save;
};

} // namespace callboard::ui
