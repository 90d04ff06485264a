// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/production/ProductionSummary.h"

#include "ui/openstudio/StudioDirectory.h"
#include "ui/parts/Label.h"
#include "ui/production/ProductionBasics.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int summaryWidth = 312;

}

ProductionSummary::ProductionSummary(const StudioDirectory &directory, QWidget *parent)
    : QWidget(parent)
    , m_directory(directory)
    , m_name(new Label({}, TextRole::PanelTitle, Tone::Text, this))
    , m_basics(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_copied(new QWidget(this))
    , m_copiedTitle(new Label({}, TextRole::PanelTitle, Tone::Text, m_copied))
{
    setFixedWidth(summaryWidth);
    m_name->setWordWrap(true);
    m_copiedTitle->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(new Label(tr("What will be made"), TextRole::PanelTitle, Tone::Text, this));
    column->addWidget(m_name);
    column->addWidget(m_basics);
    column->addSpacing(4);
    m_types = addLine(column, u"checklist"_s, tr("Task types"));
    m_statuses = addLine(column, u"eye"_s, tr("Statuses"));
    m_assetTypes = addLine(column, u"asset"_s, tr("Asset types"));
    m_people = addLine(column, u"team"_s, tr("People"));
    column->addSpacing(8);
    column->addWidget(new Separator);
    auto *copied = new QVBoxLayout(m_copied);
    copied->setContentsMargins(0, 8, 0, 0);
    copied->setSpacing(8);
    copied->addWidget(m_copiedTitle);
    addCopyBox(copied, Part::TaskTypes, tr("Task types and their order"));
    addCopyBox(copied, Part::Statuses, tr("Statuses and their boards"));
    addCopyBox(copied, Part::AssetTypes, tr("Asset types"));
    addCopyBox(copied, Part::Metadata, tr("Metadata columns"));
    addCopyBox(copied, Part::Automations, tr("Automations"));
    addCopyBox(copied, Part::Team, tr("Team"));
    column->addWidget(m_copied);
    column->addStretch(1);
    auto *next =
        new Label(tr("Shots and assets come next: by hand, or from a CSV."), TextRole::Secondary, Tone::Hint, this);
    next->setWordWrap(true);
    column->addWidget(next);
}

Label *ProductionSummary::addLine(QVBoxLayout *column, const QString &icon, const QString &words)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new IconLabel(icon, 16, Tone::Secondary, this));
    line->addWidget(new Label(words, TextRole::Base, Tone::Text, this), 1);
    auto *count = new Label({}, TextRole::Base, Tone::Text, this);
    line->addWidget(count);
    column->addLayout(line);
    return count;
}

void ProductionSummary::addCopyBox(QVBoxLayout *column, Part part, const QString &words)
{
    auto *box = new QCheckBox(words, m_copied);
    m_boxes[static_cast<int>(part)] = box;
    column->addWidget(box);
    connect(box, &QCheckBox::clicked, this, [this, part](bool on) { Q_EMIT copyToggled(part, on); });
}

void ProductionSummary::show(const ProductionDraft &draft)
{
    m_name->setText(draft.name.trimmed().isEmpty() ? tr("Without a name yet") : draft.name);
    m_basics->setText(inOneLine(draft));
    int assets = 0;
    for (const QString &id : draft.taskTypeIds)
        if (const auto *type = m_directory.taskType(id); type && type->forEntity == "Asset"_L1) ++assets;
    m_types->setText(tr("%1, %2 of assets").arg(draft.taskTypeIds.size()).arg(assets));
    m_statuses->setText(QString::number(draft.statusIds.size()));
    m_assetTypes->setText(QString::number(draft.assetTypeIds.size()));
    m_people->setText(QString::number(draft.teamIds.size()));
    const DirectoryProduction *from = m_directory.production(draft.copiedFromId);
    m_copied->setVisible(from != nullptr);
    if (from) m_copiedTitle->setText(tr("Copied from %1").arg(from->name));
}

void ProductionSummary::setCopied(Part part, bool on)
{
    m_boxes[static_cast<int>(part)]->setChecked(on);
}

bool ProductionSummary::isCopied(Part part) const
{
    return m_boxes[static_cast<int>(part)]->isChecked();
}

void ProductionSummary::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::fill(painter, rect(), colours().bg1);
    crisp::vertical(painter, 0, 0, height(), colours().line);
}

} // namespace callboard::ui
