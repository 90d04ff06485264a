// SPDX-License-Identifier: GPL-3.0-or-later
// Import of shots or assets from a CSV file or from pasted rows: what the columns mean, a preview of what would
// happen, mends, and only then the writing, which one undo takes back.
#pragma once

#include "ui/import/ImportModel.h"
#include "ui/navigation/Page.h"

#include <QCoroTask>

class QPushButton;

namespace callboard::ui {

class EmptyState;
class ImportColumns;
class ImportView;
class Label;
class Pill;
class ProgressLine;
class RequestRun;
class SearchField;

class ImportPage final : public Page
{
    Q_OBJECT

public:
    explicit ImportPage(OpenedStudio &studio, QWidget *parent = nullptr);
    /// `filter` of the destination names what is imported: "assets", else shots.
    void show(const Destination &destination) override;
    QString title() const override { return m_kind == ImportKind::Shots ? tr("Import shots") : tr("Import assets"); }

    void readFile(const QString &path);
    void readPasted(const QString &text);
    void write();

Q_SIGNALS:
    /// What was asked has been written or taken back, and the preview is of what is there now.
    void written();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeFoot();
    void addShortcuts();
    void chooseFile();
    QCoro::Task<void> take(QByteArray bytes, QString name);
    void filterBy(std::optional<RowChange> change);
    void showPlan();
    void finish(const QString &words, const QString &why);
    QCoro::Task<void> readAgain();

    QString m_productionId;
    ImportKind m_kind = ImportKind::Shots;
    ImportModel *m_model;
    ImportColumns *m_columns;
    QWidget *m_bar = nullptr;
    QWidget *m_foot = nullptr;
    ImportView *m_view;
    EmptyState *m_empty;
    SearchField *m_search;
    Pill *m_all;
    QHash<int, Pill *> m_pills;
    std::optional<RowChange> m_filter;
    Label *m_counts;
    Label *m_also;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QPushButton *m_write;
    ProgressLine *m_progress;
    RequestRun *m_run;
    QString m_doing; // what is said when the run has ended well
};

} // namespace callboard::ui
