// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/RevisionBar.h"

#include "ui/parts/Label.h"
#include "ui/review/ReviewFeed.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 40;

QToolButton *button(const QString &icon, const QString &tip, const QString &keys, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icons::icon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tip);
    setTip(button, tip, keys);
    return button;
}

/// The player's switch with its word, so that it is found.
QToolButton *switchFor(QAction *action, const QString &word, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    action->setIconText(word); // what tool buttons show; its own text stays for menus and tips
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    setTip(button, action->text(), action->shortcut().toString(QKeySequence::NativeText));
    return button;
}

QString stateWords(const ReviewPreview &preview)
{
    switch (preview.state) {
    case ReviewPreview::State::Processing: return RevisionBar::tr("being prepared");
    case ReviewPreview::State::Broken: return RevisionBar::tr("cannot be read");
    case ReviewPreview::State::Ready: break;
    }
    return {};
}

} // namespace

RevisionBar::RevisionBar(QAction *wipe, QAction *sideBySide, QWidget *parent)
    : QWidget(parent)
    , m_task(field(tr("Task")))
    , m_revision(field(tr("Revision")))
    , m_file(field(tr("File of the revision")))
    , m_compared(field(tr("Compare with")))
    , m_with(new Label(tr("with"), TextRole::Secondary, Tone::Secondary, this))
    , m_facts(new Label({}, TextRole::Secondary, Tone::Hint, this))
    , m_before(button(u"left"_s, tr("Previous"), tr("Alt+Left"), this))
    , m_after(button(u"right"_s, tr("Next"), tr("Alt+Right"), this))
{
    setFixedHeight(barHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(8);
    for (QWidget *widget :
        {static_cast<QWidget *>(m_task), static_cast<QWidget *>(m_revision), static_cast<QWidget *>(m_file)})
        layout->addWidget(widget);
    layout->addSpacing(8);
    layout->addWidget(switchFor(wipe, tr("Wipe"), this));
    layout->addWidget(switchFor(sideBySide, tr("Side by side"), this));
    layout->addWidget(m_with);
    layout->addWidget(m_compared);
    layout->addStretch(1);
    layout->addWidget(m_facts);
    auto *save = button(u"download"_s, tr("Save the file…"), {}, this);
    layout->addWidget(save);
    layout->addWidget(m_before);
    layout->addWidget(m_after);

    const auto first = [](const QStringList &ids) { return ids.value(0); };
    connect(
        m_task, &PickerField::changed, this, [this, first](const QStringList &ids) { Q_EMIT taskChosen(first(ids)); });
    for (PickerField *files : {m_revision, m_file})
        connect(files, &PickerField::changed, this,
            [this, first](const QStringList &ids) { Q_EMIT previewChosen(first(ids)); });
    connect(m_compared, &PickerField::changed, this,
        [this, first](const QStringList &ids) { Q_EMIT comparedChosen(first(ids)); });
    connect(m_before, &QToolButton::clicked, this, &RevisionBar::beforeAsked);
    connect(m_after, &QToolButton::clicked, this, &RevisionBar::afterAsked);
    connect(save, &QToolButton::clicked, this, &RevisionBar::saveAsked);
}

PickerField *RevisionBar::field(const QString &name)
{
    auto *field = new PickerField(name, this);
    field->setAccessibleName(name);
    field->setToolTip(name);
    field->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return field;
}

void RevisionBar::show(const ReviewFeed &feed, const QString &shown, const QString &compared)
{
    QList<PickerItem> tasks;
    QList<PickerItem> others;
    for (const ReviewTask &task : feed.tasks()) {
        const QList<ReviewPreview> revisions = feed.revisionsOf(task.id);
        PickerItem item;
        item.id = task.taskTypeId;
        item.text = feed.taskName(task.id);
        item.detail =
            revisions.isEmpty() ? tr("no revision") : tr("%n revision(s)", nullptr, static_cast<int>(revisions.size()));
        tasks << item;
        for (const ReviewPreview &revision : revisions) {
            const bool isShown = feed.preview(shown) && feed.preview(shown)->taskId == revision.taskId
                && feed.preview(shown)->revision == revision.revision;
            if (isShown || revision.state != ReviewPreview::State::Ready
                || revision.kind() == ReviewPreview::Kind::Other)
                continue;
            PickerItem other;
            other.id = revision.id;
            other.text = feed.labelOf(revision);
            if (feed.task() && task.id != feed.task()->id) other.text = u"%1 %2"_s.arg(item.text, other.text);
            others << other;
        }
    }
    m_task->setItems(tasks);
    m_task->setChosen(feed.task() ? QStringList{feed.task()->taskTypeId} : QStringList());

    const ReviewPreview *preview = feed.preview(shown);
    QList<PickerItem> revisions;
    QString chosen;
    for (const ReviewPreview &revision : feed.revisions()) {
        PickerItem item;
        item.id = revision.id;
        item.text = feed.labelOf(revision);
        item.detail = stateWords(revision);
        revisions << item;
        if (preview && revision.revision == preview->revision) chosen = revision.id;
    }
    m_revision->setItems(revisions);
    m_revision->setChosen(chosen.isEmpty() ? QStringList() : QStringList{chosen});
    m_revision->setEnabled(!revisions.isEmpty());

    QList<PickerItem> files;
    if (preview)
        for (const ReviewPreview &file : feed.filesOf(*preview)) {
            PickerItem item;
            item.id = file.id;
            item.text = u"%1 · %2"_s.arg(file.position).arg(file.originalName);
            files << item;
        }
    m_file->setItems(files);
    m_file->setChosen({shown});
    m_file->setVisible(files.size() > 1);

    m_compared->setItems(others);
    m_compared->setChosen(compared.isEmpty() ? QStringList() : QStringList{compared});
    m_compared->setEnabled(!others.isEmpty());
    m_with->setVisible(!others.isEmpty());
    m_compared->setVisible(!others.isEmpty());
}

void RevisionBar::setFacts(const QString &words)
{
    m_facts->setText(words);
}

void RevisionBar::setNeighbours(bool hasBefore, bool hasAfter)
{
    m_before->setEnabled(hasBefore);
    m_after->setEnabled(hasAfter);
}

void RevisionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg1);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours().line);
}

} // namespace callboard::ui
