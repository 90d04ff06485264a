// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/production/ProductionDraft.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace callboard::ui {

class Label;
class StudioDirectory;

/// What will be made, and what of it is copied from another production.
class ProductionSummary final : public QWidget
{
    Q_OBJECT

public:
    enum class Part { TaskTypes, Statuses, AssetTypes, Metadata, Automations, Team };

    explicit ProductionSummary(const StudioDirectory &directory, QWidget *parent = nullptr);
    void show(const ProductionDraft &draft);
    /// Which parts come from the copied production now.
    void setCopied(Part part, bool on);
    bool isCopied(Part part) const;

Q_SIGNALS:
    void copyToggled(callboard::ui::ProductionSummary::Part part, bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *addLine(QVBoxLayout *column, const QString &icon, const QString &words);
    void addCopyBox(QVBoxLayout *column, Part part, const QString &words);

    const StudioDirectory &m_directory;
    Label *m_name;
    Label *m_basics;
    Label *m_types;
    Label *m_statuses;
    Label *m_assetTypes;
    Label *m_people;
    QWidget *m_copied;
    Label *m_copiedTitle;
    QHash<int, QCheckBox *> m_boxes;
};

} // namespace callboard::ui
