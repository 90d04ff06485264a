// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a production: what it is, what of the studio it uses, who is in it, what roles may do, and its end.
// Lists and switches act at once and return when they are refused; names and dates wait for Keep. For managers.
#pragma once

#include "ui/gateway/RequestRun.h"
#include "ui/navigation/Page.h"
#include "ui/production/ProductionDraft.h"

#include <QCoroTask>

class QCheckBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace callboard::ui {

class Form;
class ProductionBasics;
class ProductionChoices;
class SectionSteps;
class SettingsBox;

class ProductionSettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit ProductionSettingsPage(OpenedStudio &studio, QWidget *parent = nullptr);
    void show(const Destination &destination) override;
    QString title() const override { return tr("Settings"); }

    const QString &productionId() const { return m_productionId; }
    /// Writes the changed name, dates and pictures.
    void keep();
    /// Asks for the production's name, then closes it.
    void askToClose();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *makeBasics();
    QWidget *makeRights();
    QWidget *makeEnd();
    QCheckBox *addSwitch(SettingsBox *box, const QString &words, const char *member);
    void takeProduction();
    void goTo(int step);
    void showPicture();
    QCoro::Task<void> changePicture(QString file);
    void change(std::vector<RunStep> steps);
    void finish(const QString &words, const QString &why);
    void showKeep();
    QCoro::Task<void> readRights();
    QCoro::Task<void> setRight(QCheckBox *box, QString member, bool on);
    QCoro::Task<void> setOpen(QString id, QString name, bool isOpen);

    QString m_productionId;
    ProductionDraft m_draft;
    Form *m_form;
    ProductionBasics *m_basics;
    ProductionChoices *m_choices;
    SectionSteps *m_steps;
    QScrollArea *m_scroll;
    QPushButton *m_keep = nullptr;
    QPushButton *m_discard = nullptr;
    QList<QWidget *> m_sections;            // one of each step
    QHash<QString, QCheckBox *> m_switches; // by member of the production
    RequestRun *m_run;
    bool m_isEdited = false; // the basics, by hand
};

} // namespace callboard::ui
