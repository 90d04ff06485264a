// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a person to the studio: who it is, the productions' teams, and the invitation. For administrators.
#pragma once

#include "ui/parts/FormSheet.h"

class QCheckBox;

namespace callboard::ui {

class OpenedStudio;
class PeopleWriting;
class PersonFields;
class PickerField;

class NewPersonSheet final : public FormSheet
{
    Q_OBJECT

public:
    /// `productionId`: into whose team the person comes unless another is chosen; empty: into none.
    NewPersonSheet(OpenedStudio &studio, PeopleWriting &writing, const QString &productionId, QWidget *anyInWindow);

    PersonFields &fields() { return *m_fields; }
    PickerField &productions() { return *m_productions; }
    QCheckBox &invites() { return *m_invites; }
    QPushButton &action() { return *m_add; }

protected:
    void act() override;

private:
    PeopleWriting &m_writing;
    PersonFields *m_fields;
    PickerField *m_productions;
    QCheckBox *m_invites;
    QPushButton *m_add;
    bool m_isAtWork = false;
};

} // namespace callboard::ui
