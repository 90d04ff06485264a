// SPDX-License-Identifier: GPL-3.0-or-later
// A small sheet that makes many shots by number or many assets by name, and their tasks. What it made is taken
// back as one step. Deletes itself when it is closed.
#pragma once

#include "ui/gateway/RequestRun.h"
#include "ui/parts/Sheet.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace callboard::ui {

class FlowBox;
class Form;
class FormRow;
class Label;
class OpenedStudio;
class Pill;
class ProgressLine;

class NewEntitiesSheet final : public Sheet
{
    Q_OBJECT

public:
    enum class Kind { Shots, Assets };

    NewEntitiesSheet(OpenedStudio &studio, const QString &productionId, Kind kind, QWidget *anyInWindow);
    ~NewEntitiesSheet() override;

    /// What would be made now, without what is there.
    QStringList newNames() const;

Q_SIGNALS:
    void made(int count);

private:
    void buildShotFields();
    void buildAssetFields();
    void buildTaskTypes();
    QWidget *makeFoot();
    QCoro::Task<void> readParents();
    QCoro::Task<void> readExisting();
    QStringList wantedNames() const;
    QString parentId() const;
    QString episodeId() const; // empty: none, or one that is to be made
    void preview();
    void make();
    std::vector<RunStep> stepsToMake();
    Json bodyOf(const QString &name, const QString &parent) const;
    void finish(int done, const QString &words, const QString &why);

    OpenedStudio &m_studio;
    QString m_productionId;
    Kind m_kind;
    Form *m_form;
    QComboBox *m_parent; // sequence or asset type
    QComboBox *m_episode = nullptr;
    QLineEdit *m_pattern = nullptr;
    QSpinBox *m_first = nullptr;
    QSpinBox *m_step = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_frames = nullptr;
    QPlainTextEdit *m_names = nullptr;
    FormRow *m_namesRow = nullptr;
    FormRow *m_parentRow = nullptr;
    QHash<QString, Pill *> m_taskTypes;
    Label *m_counts;
    Label *m_preview;
    QPushButton *m_make;
    ProgressLine *m_progress;
    RequestRun *m_run;
    QStringList m_existing; // names under the chosen parent
    int m_made = 0;         // by the run
    bool m_firstChosen = false;
};

} // namespace callboard::ui
