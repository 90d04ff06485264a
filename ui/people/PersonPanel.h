// SPDX-License-Identifier: GPL-3.0-or-later
// One person beside the list: what is known, the teams, and for administrators what can be changed. What the reader
// may not do is not there.
#pragma once

#include "ui/parts/SidePanel.h"
#include "ui/people/PersonRecord.h"

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace callboard::ui {

class EmptyState;
class Label;
class OpenedStudio;
class PeopleWriting;
class PersonFields;

class PersonPanel final : public Panel
{
    Q_OBJECT

public:
    PersonPanel(OpenedStudio &studio, PeopleWriting &writing, QWidget *parent = nullptr);

    /// A default one: nobody.
    void showPerson(const PersonRecord &person);
    const PersonRecord &person() const { return m_person; }

    PersonFields *fields() const { return m_fields; }
    QPushButton *keepButton() const { return m_keep; }
    QPushButton *activeButton() const { return m_active; }
    QPushButton *inviteButton() const { return m_invite; }
    QPushButton *passwordButton() const { return m_password; }
    QList<QCheckBox *> teams() const { return m_teams; }

private:
    QWidget *makeContent();
    void showFacts();
    void showEdited();
    void fillTeams();
    void askPassword();
    bool mayChangeTeamOf(const QString &productionId) const;

    OpenedStudio &m_studio;
    PeopleWriting &m_writing;
    PersonRecord m_person;
    EmptyState *m_nobody;
    QWidget *m_content = nullptr;
    Label *m_facts;
    PersonFields *m_fields;
    QWidget *m_keepRow;
    QPushButton *m_discard;
    QPushButton *m_keep;
    QWidget *m_account;
    QPushButton *m_invite;
    QPushButton *m_password;
    QPushButton *m_active;
    QVBoxLayout *m_teamRows;
    QList<QCheckBox *> m_teams;
};

} // namespace callboard::ui
