// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/CommentComposer.h"

#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/parts/StatusChip.h"
#include "ui/tasks/ChecklistEditor.h"
#include "ui/tasks/FileRow.h"
#include "ui/tasks/MentionField.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

/// What is meant as a revision when it is dropped; anything else is attached unless told otherwise.
bool isRevision(const QString &path)
{
    static const QStringList extensions{
        u"avi"_s, u"m4v"_s, u"mkv"_s, u"mov"_s, u"mp4"_s, u"webm"_s, u"wmv"_s, u"jpe"_s, u"jpeg"_s, u"jpg"_s, u"png"_s};
    return extensions.contains(QFileInfo(path).suffix().toLower());
}

} // namespace

CommentComposer::CommentComposer(QWidget *parent)
    : QWidget(parent)
    , m_text(new MentionField(tr("Write a comment"), this))
    , m_checklist(new ChecklistEditor(this))
    , m_files(new QWidget(this))
    , m_fileRows(new QVBoxLayout(m_files))
    , m_drop(new DropPlace({}, this))
    , m_fault(new Label({}, TextRole::Secondary, Tone::Bad, this))
    , m_kept(new Label(tr("Draft kept"), TextRole::Small, Tone::Hint, this))
    , m_from(new StatusChip(this))
    , m_arrow(new Label(u"›"_s, TextRole::Base, Tone::Hint, this))
    , m_to(new StatusChip(this))
    , m_picker(new Picker(this))
    , m_post(new QPushButton(tr("Post"), this))
{
    setAcceptDrops(true);
    m_fileRows->setContentsMargins(0, 0, 0, 0);
    m_fileRows->setSpacing(4);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_from->setOptions({metrics::chipLarge, false});
    m_to->setClickable(true);
    setTip(m_to, tr("Status with this comment"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::panelPadding, 10, metrics::panelPadding, 10);
    rows->setSpacing(8);
    for (QWidget *row : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_checklist), m_files,
             static_cast<QWidget *>(m_drop), static_cast<QWidget *>(m_fault), makeTools()})
        rows->addWidget(row);

    connect(m_text, &QTextEdit::textChanged, this, &CommentComposer::keep);
    connect(m_text, &MentionField::sendAsked, this, &CommentComposer::post);
    connect(m_text, &MentionField::filesGiven, this, &CommentComposer::addFiles);
    connect(m_checklist, &ChecklistEditor::changed, this, &CommentComposer::keep);
    connect(m_checklist, &ChecklistEditor::sendAsked, this, &CommentComposer::post);
    connect(m_drop, &DropPlace::dropped, this, &CommentComposer::addFiles);
    connect(m_drop, &DropPlace::clicked, this, &CommentComposer::chooseFiles);
    connect(m_post, &QPushButton::clicked, this, &CommentComposer::post);
    connect(m_to, &QAbstractButton::clicked, this, [this] {
        m_picker->setChosen({m_statusWanted.isEmpty() ? m_statusNow : m_statusWanted});
        m_picker->openAt(m_to);
    });
    connect(m_picker, &Picker::changed, this, [this](const QStringList &ids) {
        m_statusWanted = ids.value(0) == m_statusNow ? QString() : ids.value(0);
        showStatus();
        keep();
    });
    fill({});
}

QToolButton *CommentComposer::makeTool(const QString &icon, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icons::icon(icon));
    button->setAutoRaise(true);
    setTip(button, tip);
    button->setAccessibleName(tip);
    return button;
}

QWidget *CommentComposer::makeTools()
{
    auto *tools = new QWidget(this);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QToolButton *files = makeTool(u"attachment"_s, tr("Choose files to publish or attach"));
    QToolButton *checklist = makeTool(u"checklist"_s, tr("Add a checklist"));
    QToolButton *mention = makeTool(u"mention"_s, tr("Mention somebody"));
    for (QToolButton *tool : {files, checklist, mention}) layout->addWidget(tool);
    layout->addWidget(m_kept);
    layout->addStretch(1);
    layout->addWidget(m_from);
    layout->addWidget(m_arrow);
    layout->addWidget(m_to);
    layout->addSpacing(4);
    layout->addWidget(m_post);
    setButtonRole(m_post, ButtonRole::Primary);
    setTip(m_post, tr("Post the comment"), u"Ctrl+Return"_s);
    connect(files, &QToolButton::clicked, this, &CommentComposer::chooseFiles);
    connect(checklist, &QToolButton::clicked, m_checklist, &ChecklistEditor::addItem);
    connect(mention, &QToolButton::clicked, m_text, &MentionField::beginMention);
    return tools;
}

void CommentComposer::begin(const QString &draftKey)
{
    m_key = draftKey;
    showFault({});
    fill(draftKey.isEmpty() ? CommentDraft() : m_drafts.read(draftKey));
}

void CommentComposer::fill(const CommentDraft &draft)
{
    m_isShowing = true;
    m_statusWanted = draft.statusId;
    m_published = draft.published;
    m_attached = draft.attached;
    m_text->setPlainText(draft.text);
    m_checklist->setChecklist(draft.checklist);
    m_isShowing = false;
    showFiles();
    showStatus();
    m_kept->setVisible(!draft.isEmpty());
}

CommentDraft CommentComposer::draft() const
{
    CommentDraft draft;
    draft.statusId = m_statusWanted;
    draft.text = m_text->toPlainText();
    draft.checklist = m_checklist->checklist();
    draft.published = m_published;
    draft.attached = m_attached;
    return draft;
}

void CommentComposer::keep()
{
    if (m_isShowing) return;
    showPost();
    const CommentDraft now = draft();
    const bool isKept = !m_key.isEmpty() && m_drafts.write(m_key, now);
    m_kept->setVisible(!now.isEmpty());
    m_kept->setText(isKept ? tr("Draft kept") : tr("Draft not kept"));
    m_kept->setTone(isKept ? Tone::Hint : Tone::Warning);
}

void CommentComposer::setNames(const QStringList &names)
{
    m_text->setNames(names);
}

void CommentComposer::setStatuses(const QList<PickerItem> &statuses, const QString &now)
{
    m_statuses = statuses;
    m_statusNow = now;
    if (m_statusWanted == now) m_statusWanted.clear();
    QList<PickerItem> settable;
    for (const PickerItem &item : statuses)
        if (item.enabled || item.id == now) settable << item;
    m_picker->setItems(settable);
    showStatus();
}

void CommentComposer::showStatus()
{
    const auto look = [this](const QString &id) {
        const auto found =
            std::find_if(m_statuses.begin(), m_statuses.end(), [&](const auto &s) { return s.id == id; });
        return found != m_statuses.end() && found->status ? *found->status : StatusLook();
    };
    const bool isChange = !m_statusWanted.isEmpty();
    m_from->setStatus(look(m_statusNow));
    m_from->setVisible(isChange);
    m_arrow->setVisible(isChange);
    m_to->setStatus(look(isChange ? m_statusWanted : m_statusNow));
    m_to->setVisible(!m_statuses.isEmpty());
    showPost();
}

void CommentComposer::showPost()
{
    m_post->setEnabled(!m_statusNow.isEmpty() && (!draft().isEmpty() || !m_statusWanted.isEmpty()));
}

void CommentComposer::setNextRevision(int revision)
{
    m_nextRevision = revision;
    showFiles();
}

void CommentComposer::setMayPublish(bool mayPublish)
{
    m_mayPublish = mayPublish;
    showFiles();
}

void CommentComposer::setCompact(bool compact)
{
    m_isCompact = compact;
    m_text->setLines(compact ? 1 : 2, compact ? 5 : 8);
    showFiles();
}

void CommentComposer::chooseFiles()
{
    addFiles(QFileDialog::getOpenFileNames(
        this, m_mayPublish ? tr("Files to publish as v%1 or to attach").arg(m_nextRevision) : tr("Files to attach")));
}

void CommentComposer::addFiles(const QStringList &files)
{
    for (const QString &path : files) {
        if (m_published.contains(path) || m_attached.contains(path) || !QFileInfo(path).isFile()) continue;
        addFile(path, m_mayPublish && isRevision(path));
    }
    showFiles();
    keep();
}

void CommentComposer::addFile(const QString &path, bool isPublished)
{
    m_published.removeAll(path);
    m_attached.removeAll(path);
    (isPublished ? m_published : m_attached) << path;
}

void CommentComposer::showFiles()
{
    while (QLayoutItem *item = m_fileRows->takeAt(0)) {
        item->widget()->setVisible(false);
        item->widget()->deleteLater();
        delete item;
    }
    const auto addRow = [this](const QString &path, bool isPublished) {
        auto *row = new FileRow(path, m_files);
        row->setUse(isPublished ? tr("Publish as v%1").arg(m_nextRevision) : tr("Attach"), m_mayPublish);
        m_fileRows->addWidget(row);
        connect(row, &FileRow::useToggled, this, [this, path, isPublished] {
            addFile(path, !isPublished);
            showFiles();
            keep();
        });
        connect(row, &FileRow::removed, this, [this, path] {
            m_published.removeAll(path);
            m_attached.removeAll(path);
            showFiles();
            keep();
        });
    };
    for (const QString &path : std::as_const(m_published)) addRow(path, true);
    for (const QString &path : std::as_const(m_attached)) addRow(path, false);
    m_files->setVisible(m_fileRows->count() > 0);
    m_drop->setText(m_mayPublish ? tr("Drop a movie to publish v%1, or files to attach").arg(m_nextRevision)
                                 : tr("Drop files to attach"));
    m_drop->setVisible(!m_isCompact);
    showPost();
}

void CommentComposer::showFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    setFieldState(m_text, sentence.isEmpty() ? FieldState::Plain : FieldState::Error);
}

void CommentComposer::takeBack(const CommentDraft &draft, const QString &why)
{
    // What was begun meanwhile stays, behind what comes back.
    CommentDraft both = draft;
    const CommentDraft begun = this->draft();
    if (!begun.text.isEmpty()) both.text += u"\n\n"_s + begun.text;
    both.checklist += begun.checklist;
    both.published += begun.published;
    both.attached += begun.attached;
    if (both.statusId == m_statusNow) both.statusId.clear();
    fill(both);
    keep();
    showFault(why);
}

void CommentComposer::post()
{
    if (!m_post->isEnabled()) return;
    CommentDraft posted_ = draft();
    posted_.text = posted_.text.trimmed();
    if (posted_.statusId.isEmpty()) posted_.statusId = m_statusNow;
    showFault({});
    fill({});
    Q_EMIT posted(posted_);
}

void CommentComposer::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void CommentComposer::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    addFiles(files);
    event->acceptProposedAction();
}

} // namespace callboard::ui
