// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportColumns.h"

#include "ui/parts/ColumnScroll.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int paneWidth = 330, fieldWidth = 160, sampleLetters = 18;

QString separatorName(char separator)
{
    return separator == ';' ? ImportColumns::tr("semicolons")
        : separator == '\t' ? ImportColumns::tr("tabs")
                            : ImportColumns::tr("commas");
}

} // namespace

ImportColumns::ImportColumns(ImportModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_name(new Label({}, TextRole::PanelTitle, Tone::Text))
    , m_about(new Label({}, TextRole::Secondary, Tone::Secondary))
    , m_drop(new DropPlace(tr("Drop a file, or paste with Ctrl+V")))
    , m_used(new Label({}, TextRole::Secondary, Tone::Secondary))
    , m_columnPlace(new QVBoxLayout)
    , m_rules(new QWidget)
{
    setFixedWidth(paneWidth);
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_name->setWordWrap(true);
    m_about->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_about);
    column->addWidget(m_drop);
    m_head = new QWidget;
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(new Label(tr("Columns"), TextRole::PanelTitle, Tone::Text));
    head->addWidget(m_used, 1);
    column->addSpacing(4);
    column->addWidget(m_head);
    column->addLayout(m_columnPlace);
    auto *rules = new QVBoxLayout(m_rules);
    rules->setContentsMargins(0, 8, 0, 0);
    rules->setSpacing(4);
    rules->addWidget(new Label(tr("Rules"), TextRole::PanelTitle, Tone::Text));
    addRule(rules, tr("Change what exists"), tr("Found by sequence or type, and name"), &ImportRules::changesExisting);
    addRule(rules, tr("Make missing sequences"), {}, &ImportRules::makesParents);
    addRule(rules, tr("Make tasks for what is new"), tr("All of the production's task types, to do"),
        &ImportRules::makesTasks);
    addRule(rules, tr("Empty cells erase values"), tr("Otherwise they leave them alone"), &ImportRules::emptyErases);
    column->addWidget(m_rules);
    column->addStretch(1);
    column->addWidget(new Label(tr("What is not in the file stays as it is."), TextRole::Secondary, Tone::Hint));
    auto *scroll = new ColumnScroll;
    scroll->setWidget(inner);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 1, 0);
    whole->addWidget(scroll);
    connect(m_drop, &DropPlace::dropped, this, [this](const QStringList &files) { Q_EMIT fileChosen(files.value(0)); });
    connect(m_drop, &DropPlace::clicked, this, &ImportColumns::chooseAsked);
    connect(&model, &ImportModel::planned, this, &ImportColumns::showCounts);
}

QCheckBox *ImportColumns::addRule(
    QVBoxLayout *column, const QString &words, const QString &hint, bool ImportRules::*rule)
{
    auto *box = new QCheckBox(words);
    box->setChecked(m_model.rules().*rule);
    column->addWidget(box);
    auto *below = new Label(hint, TextRole::Secondary, Tone::Hint);
    below->setContentsMargins(24, 0, 0, 0);
    below->setVisible(!hint.isEmpty());
    column->addWidget(below);
    if (rule == &ImportRules::makesParents) m_parentHint = below;
    connect(box, &QCheckBox::toggled, this, [this, rule](bool on) {
        ImportRules rules = m_model.rules();
        rules.*rule = on;
        m_model.setRules(rules);
    });
    return box;
}

void ImportColumns::fill()
{
    const ImportTable &table = m_model.table();
    const bool hasRows = !table.rows.empty();
    m_about->setVisible(hasRows);
    m_head->setVisible(hasRows);
    m_name->setText(!hasRows ? tr("No file yet") : table.name.isEmpty() ? tr("Pasted rows") : table.name);
    m_about->setText(
        tr("%1 rows, %2 columns, %3\n%4, %5, the first row names the columns")
            .arg(table.rows.size())
            .arg(table.headings.size())
            .arg(QLocale().formattedDataSize(table.bytes), table.encoding, separatorName(table.separator)));
    m_drop->setText(hasRows ? tr("Drop another file, or paste with Ctrl+V") : tr("Drop a file, or paste with Ctrl+V"));
    if (m_columns) std::exchange(m_columns, nullptr)->deleteLater();
    m_columns = new QWidget;
    auto *rows = new QVBoxLayout(m_columns);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_columnPlace->addWidget(m_columns);
    for (int i = 0; i < table.headings.size(); ++i) addColumn(i);
    showCounts();
}

void ImportColumns::addColumn(int column)
{
    const ImportTable &table = m_model.table();
    const QString heading = table.headings[column];
    QString sample;
    for (const SourceRow &row : table.rows)
        if (sample = row.cells.value(column).simplified(); !sample.isEmpty()) break;
    if (sample.size() > sampleLetters) sample = sample.left(sampleLetters) + u'…';
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(heading, TextRole::Mono, Tone::Text));
    words->addWidget(new Label(sample, TextRole::Small, Tone::Secondary));
    row->addLayout(words, 1);
    row->addWidget(new IconLabel(u"right"_s, 12, Tone::Hint));
    auto *choice = new QComboBox;
    choice->setFixedWidth(fieldWidth);
    choice->setAccessibleName(tr("What %1 holds").arg(heading));
    choice->addItem(tr("Not used"), QString());
    for (const ImportField &field : m_model.subject().fields) choice->addItem(field.words, field.key);
    choice->setCurrentIndex(std::max(0, choice->findData(table.keys[column])));
    row->addWidget(choice);
    m_columns->layout()->addWidget(line);
    connect(choice, &QComboBox::activated, this, [this, column, choice, heading] {
        rememberKey(heading, m_model.subject().kind, choice->currentData().toString());
        m_model.setKey(column, choice->currentData().toString());
        fill(); // Another column may have lost what this one took.
    });
}

void ImportColumns::showCounts()
{
    const ImportTable &table = m_model.table();
    const auto used = table.keys.size() - table.keys.count(QString());
    m_used->setText(table.headings.isEmpty() ? QString() : tr("%1 of %2 used").arg(used).arg(table.headings.size()));
    m_rules->setVisible(!table.headings.isEmpty());
    m_parentHint->setText(tr("%n would be new", nullptr, m_model.plan().newParents));
    m_parentHint->setVisible(m_model.plan().newParents > 0);
}

void ImportColumns::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::fill(painter, rect(), colours().bg1);
    crisp::vertical(painter, width() - 1, 0, height(), colours().line);
}

} // namespace callboard::ui
