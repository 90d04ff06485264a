// SPDX-License-Identifier: GPL-3.0-or-later
// People: the team of a production, or everyone in the studio, with one of them beside the list. Administrators add
// and change people, managers make up the teams of their productions, all others look.
#pragma once

#include "ui/navigation/Page.h"
#include "ui/people/PersonRecord.h"

class QPushButton;
class QStackedWidget;

namespace callboard::ui {

class EmptyState;
class PeopleChoice;
class PeopleModel;
class PeopleTable;
class PeopleWriting;
class PersonPanel;
class Picker;
class Pill;
class ProgressLine;
class SearchField;
class Segments;
class SidePanelHost;

class PeoplePage final : public Page
{
    Q_OBJECT

public:
    explicit PeoplePage(OpenedStudio &studio, QWidget *parent = nullptr);

    void show(const Destination &destination) override;
    QString title() const override;
    QList<KeyGroup> keys() const override;

    PeopleModel &model() { return *m_model; }
    PeopleChoice &choice() { return *m_choice; }
    PersonPanel &panel() { return *m_panel; }
    SearchField &search() { return *m_search; }
    PeopleWriting &writing() { return *m_writing; }
    QPushButton *newButton() const { return m_new; }
    QPushButton *teamButton() const { return m_addToTeam; }
    /// The team of the production, or everyone.
    void setTeamShown(bool shown);
    void choose(const QString &personId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBar();
    void connectWriting();
    bool showsTeam() const;
    bool mayChangeTeam() const;
    void follow();
    void followChoice();
    void fillTeamPicker();
    void addPerson();

    QString m_productionId;
    QString m_chosenId;
    PeopleModel *m_model;
    PeopleChoice *m_choice;
    PeopleWriting *m_writing;
    SearchField *m_search;
    Segments *m_which;
    Pill *m_inactive;
    QPushButton *m_addToTeam;
    QPushButton *m_new;
    Picker *m_teamPicker;
    ProgressLine *m_progress;
    PeopleTable *m_table;
    EmptyState *m_none;
    QStackedWidget *m_stack;
    QWidget *m_content;
    PersonPanel *m_panel;
    SidePanelHost *m_side;
};

} // namespace callboard::ui
