// SPDX-License-Identifier: GPL-3.0-or-later
// What of the studio a new production uses: task types in their order, statuses, asset types, people.
#pragma once

#include "ui/production/ProductionDraft.h"

#include <QCoroTask>
#include <QWidget>

namespace callboard::ui {

class ChoiceRows;
class FlowBox;
class Form;
class FormRow;
class OpenedStudio;
class Picker;
class SectionTitle;

class ProductionChoices final : public QWidget
{
    Q_OBJECT

public:
    enum class Part { TaskTypes, Statuses, AssetTypes, Team };

    ProductionChoices(OpenedStudio &studio, Form &form, QWidget *parent = nullptr);

    void show(const ProductionDraft &draft);
    void write(ProductionDraft &draft) const;
    /// Where that part stands, to scroll to, and its first control.
    QWidget *widgetOf(Part part) const;
    FormRow *rowOf(Part part) const;
    QString countOf(Part part) const;

Q_SIGNALS:
    /// By the person, not by show().
    void changed(callboard::ui::ProductionChoices::Part part);

private:
    void build(Form &form);
    QWidget *section(const QString &title, SectionTitle *&head, QWidget *content, QWidget *extra = nullptr);
    void fillTaskTypes();
    void fillStatuses();
    void fillAssetTypes();
    void fillTeam();
    void addPeople(QWidget *anchor);
    void askNewAssetType(QWidget *anchor);
    QCoro::Task<void> makeAssetType(QString name);
    void told(Part part);

    OpenedStudio &m_studio;
    ProductionDraft m_draft; // of it only the lists
    ChoiceRows *m_taskTypes;
    ChoiceRows *m_statuses;
    FlowBox *m_assetTypes;
    FlowBox *m_team;
    Picker *m_people;
    FormRow *m_taskTypeRow = nullptr;
    FormRow *m_statusRow = nullptr;
    FormRow *m_teamRow = nullptr;
    QHash<int, QWidget *> m_sections;
    SectionTitle *m_taskTypeTitle = nullptr;
    SectionTitle *m_statusTitle = nullptr;
    SectionTitle *m_assetTypeTitle = nullptr;
    SectionTitle *m_teamTitle = nullptr;
};

} // namespace callboard::ui
