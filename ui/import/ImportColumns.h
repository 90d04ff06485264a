// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/ImportModel.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace callboard::ui {

class DropPlace;
class Label;

/// The left pane of an import: the file, what its columns mean, and the rules.
class ImportColumns final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportColumns(ImportModel &model, QWidget *parent = nullptr);
    /// The file or its columns are others.
    void fill();

Q_SIGNALS:
    void fileChosen(const QString &path);
    void chooseAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addColumn(int column);
    QCheckBox *addRule(QVBoxLayout *column, const QString &words, const QString &hint, bool ImportRules::*rule);
    void showCounts();

    ImportModel &m_model;
    Label *m_name;
    Label *m_about;
    DropPlace *m_drop;
    QWidget *m_head = nullptr; // of the columns
    Label *m_used;
    QWidget *m_columns = nullptr;
    QVBoxLayout *m_columnPlace;
    QWidget *m_rules;
    Label *m_parentHint = nullptr;
};

} // namespace callboard::ui
