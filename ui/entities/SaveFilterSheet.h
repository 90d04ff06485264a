// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filter/SavedFilter.h"
#include "ui/parts/Sheet.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace callboard::ui {

class Form;

/// Asks under which name a search is kept, and whether the team sees it.
class SaveFilterSheet final : public Sheet
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

private:
    void take();

    SavedFilter m_filter;
    Form *m_form;
    QLineEdit *m_name;
    QCheckBox *m_shared;
    QPushButton *m_save;
};

} // namespace callboard::ui
