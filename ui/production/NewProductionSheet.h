// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet that plans a production and makes it. What is typed is kept until it is made. Deletes itself when
// it is closed, but never while it makes something.
#pragma once

#include "ui/parts/Sheet.h"
#include "ui/production/ProductionChoices.h"
#include "ui/production/ProductionDraft.h"
#include "ui/production/ProductionSummary.h"

#include <QSet>
#include <QTimer>

class QPushButton;
class QScrollArea;

namespace callboard::ui {

class Banner;
class Form;
class IconLabel;
class OpenedStudio;
class ProductionBasics;
class ProductionMaking;
class ProgressLine;
class SectionSteps;

class NewProductionSheet final : public Sheet
{
    Q_OBJECT

public:
    NewProductionSheet(OpenedStudio &studio, QWidget *anyInWindow);

    const ProductionDraft &draft() const { return m_draft; }
    /// Fills what nobody has touched with that production's settings; empty: with the studio's.
    void copyFrom(const QString &productionId);

Q_SIGNALS:
    void made(const QString &projectId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using CopyPart = ProductionSummary::Part;

    void build();
    QWidget *makeFoot();
    void addShortcuts();
    void take();
    void takePart(CopyPart part, const QString &productionId);
    void showMarks();
    void goTo(int step);
    void make();
    void setAtWork(bool isAtWork);
    void showRefusal(const QString &words, const QString &why);
    void showDraft();
    void startAnew();
    void keep();
    QString draftKey() const;
    bool readDraft();
    void end();

    OpenedStudio &m_studio;
    ProductionDraft m_draft;
    QSet<int> m_touched; // CopyParts chosen by hand: copying leaves them alone
    bool m_basicsTouched = false;
    Form *m_form;
    ProductionBasics *m_basics;
    ProductionChoices *m_choices;
    ProductionSummary *m_summary;
    SectionSteps *m_steps;
    QScrollArea *m_scroll;
    Label *m_kept;
    IconLabel *m_keptMark;
    QPushButton *m_make;
    QPushButton *m_anew;
    ProgressLine *m_progress;
    QWidget *m_body;
    Banner *m_refusal = nullptr;
    ProductionMaking *m_making;
    QTimer m_keep;
};

} // namespace callboard::ui
