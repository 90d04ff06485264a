// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/CommentEntry.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Avatar.h"
#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"
#include "ui/parts/StatusChip.h"
#include "ui/previews/FrameReference.h"
#include "ui/tasks/ChecklistEditor.h"
#include "ui/tasks/CommentText.h"
#include "ui/tasks/InlineWriting.h"
#include "ui/tasks/PreviewButton.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int faceSize = 28;
constexpr QSize pictureSize{106, 60};
constexpr int picturesBeside = 3;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->setVisible(false);
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            empty(inner);
        }
        delete item;
    }
}

QWidget *box(QWidget *parent, int spacing)
{
    auto *widget = new QWidget(parent);
    auto *rows = new QVBoxLayout(widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing);
    return widget;
}

QPushButton *quietButton(const QString &icon, const QString &words, QWidget *parent)
{
    auto *button = new QPushButton(icons::icon(icon), words, parent);
    setButtonRole(button, ButtonRole::Quiet);
    setControlSize(button, ControlSize::Small);
    return button;
}

Label *wordsLabel(QWidget *parent)
{
    auto *label = new Label({}, TextRole::Base, Tone::Text, parent);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(
        Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    return label;
}

} // namespace

CommentEntry::CommentEntry(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_avatar(new Avatar(faceSize, this))
    , m_name(new Label({}, TextRole::Base, Tone::Text, this))
    , m_when(new Label({}, TextRole::Secondary, Tone::Hint, this))
    , m_busy(new BusyRing(this))
    , m_pin(new IconLabel(u"pin"_s, metrics::inlineIcon, Tone::Accent, this))
    , m_before(new StatusChip(this))
    , m_arrow(new Label(u"›"_s, TextRole::Secondary, Tone::Hint, this))
    , m_status(new StatusChip(this))
    , m_text(wordsLabel(this))
    , m_checklist(new ChecklistView(this))
    , m_pictures(box(this, 6))
    , m_files(box(this, 4))
    , m_foot(nullptr)
    , m_acknowledge(quietButton(u"acknowledge"_s, {}, this))
    , m_reply(quietButton(u"reply"_s, tr("Reply"), this))
    , m_more(new QToolButton(this))
    , m_replies(box(this, 8))
    , m_fault(new Label({}, TextRole::Secondary, Tone::Bad, this))
{
    build();
    connect(m_checklist, &ChecklistView::ticked, this,
        [this](int item, bool isDone) { Q_EMIT ticked(m_comment.id, item, isDone); });
    connect(m_checklist, &ChecklistView::linkChosen, this, &CommentEntry::follow);
    connect(m_text, &QLabel::linkActivated, this, &CommentEntry::follow);
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { Q_EMIT acknowledged(m_comment.id); });
    connect(m_reply, &QPushButton::clicked, this, &CommentEntry::beginReply);
    connect(m_more, &QToolButton::clicked, this, &CommentEntry::openMenu);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        showWords();
        showReplies();
    });
}

void CommentEntry::build()
{
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(metrics::panelPadding, 10, metrics::panelPadding, 10);
    across->setSpacing(10);
    across->addWidget(m_avatar, 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(6);
    m_column->addLayout(makeHead());
    m_foot = makeFoot();
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setVisible(false);
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_checklist), m_pictures, m_files,
             static_cast<QWidget *>(m_fault), m_foot, m_replies})
        m_column->addWidget(part);
    across->addLayout(m_column, 1);
}

QHBoxLayout *CommentEntry::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(textFont(TextRole::Base, QFont::DemiBold));
    head->addWidget(m_name);
    head->addWidget(m_when);
    head->addWidget(m_busy);
    head->addStretch(1);
    for (QWidget *mark : {static_cast<QWidget *>(m_pin), static_cast<QWidget *>(m_before),
             static_cast<QWidget *>(m_arrow), static_cast<QWidget *>(m_status)})
        head->addWidget(mark);
    return head;
}

QWidget *CommentEntry::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_more->setIcon(icons::icon(u"more"_s));
    m_more->setAutoRaise(true);
    setControlSize(m_more, ControlSize::Small);
    setTip(m_more, tr("More"));
    m_more->setAccessibleName(tr("More for this comment"));
    layout->addWidget(m_acknowledge);
    layout->addWidget(m_reply);
    layout->addStretch(1);
    layout->addWidget(m_more);
    return foot;
}

void CommentEntry::setComment(const TaskComment &comment, const EntrySurroundings &surroundings)
{
    m_comment = comment;
    m_around = surroundings;
    PersonLook look = m_studio.directory().look(comment.personId);
    if (look.name.isEmpty()) look.name = comment.personName;
    m_avatar->setPerson(look);
    m_name->setText(look.name);
    setAccessibleName(tr("Comment of %1").arg(look.name));
    const bool isLeaving = comment.isOnItsWay && !comment.isWaiting;
    m_busy->setBusy(isLeaving);
    m_busy->setVisible(isLeaving);
    m_pin->setVisible(comment.isPinned);
    m_status->setVisible(surroundings.status.has_value());
    if (surroundings.status) m_status->setStatus(*surroundings.status);
    m_before->setVisible(surroundings.statusBefore.has_value());
    m_arrow->setVisible(surroundings.statusBefore.has_value());
    if (surroundings.statusBefore) m_before->setStatus(*surroundings.statusBefore);
    followTime();
    showWords();
    m_checklist->setChecklist(comment.checklist, surroundings.rights.ticks(comment));
    showFiles();
    showReplies();
    showActs();
    showFault({});
}

void CommentEntry::followTime()
{
    QString when = momentWords(m_comment.moment, QDateTime::currentDateTime());
    if (m_comment.isOnItsWay) when = m_comment.isWaiting ? tr("waits to be sent") : tr("sending");
    m_when->setTone(m_comment.isWaiting ? Tone::Warning : Tone::Hint);
    if (m_comment.revision() > 0) when += tr(" · v%1").arg(m_comment.revision());
    if (m_comment.isEdited) when += tr(" · edited");
    m_when->setText(when);
    m_when->setToolTip(QLocale().toString(m_comment.moment, QLocale::LongFormat));
}

void CommentEntry::follow(const QString &address)
{
    if (const auto frame = frameOfLink(address))
        Q_EMIT frameChosen(*frame);
    else
        QDesktopServices::openUrl(QUrl(address));
}

void CommentEntry::showWords()
{
    m_text->setText(commentHtml(m_comment.text, m_around.names));
    m_text->setVisible(!m_comment.text.isEmpty() && !m_editor);
}

void CommentEntry::showFiles()
{
    empty(m_pictures->layout());
    empty(m_files->layout());
    QHBoxLayout *row = nullptr;
    for (qsizetype i = 0; i < m_comment.previews.size(); ++i) {
        if (i % picturesBeside == 0) {
            row = new QHBoxLayout;
            row->setSpacing(6);
            static_cast<QVBoxLayout *>(m_pictures->layout())->addLayout(row);
        }
        auto *button = new PreviewButton(m_studio, pictureSize, m_pictures);
        button->setPreview(m_comment.previews[i]);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, button] { Q_EMIT previewChosen(button->preview()); });
    }
    for (int i = 0; row && i < m_pictures->layout()->count(); ++i)
        static_cast<QHBoxLayout *>(m_pictures->layout()->itemAt(i)->layout())->addStretch(1);
    for (const TaskAttachment &attachment : std::as_const(m_comment.attachments)) {
        if (!attachment.replyId.isEmpty()) continue;
        auto *button = new QPushButton(
            icons::icon(u"attachment"_s), u"%1   %2"_s.arg(attachment.name, sizeWords(attachment.size)), m_files);
        setControlSize(button, ControlSize::Small);
        setTip(button, tr("Save %1").arg(attachment.name));
        m_files->layout()->addWidget(button);
        m_files->layout()->setAlignment(button, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, attachment] { Q_EMIT attachmentChosen(attachment); });
    }
    m_pictures->setVisible(!m_comment.previews.isEmpty());
    m_files->setVisible(m_files->layout()->count() > 0);
}

void CommentEntry::showActs()
{
    const auto &me = m_studio.session().person();
    const bool isOnItsWay = m_comment.isOnItsWay;
    const qsizetype seen = m_comment.acknowledgedBy.size();
    QStringList names;
    for (const QString &id : std::as_const(m_comment.acknowledgedBy)) names << m_studio.directory().look(id).name;
    m_acknowledge->setText(seen > 0 ? QString::number(seen) : QString());
    m_acknowledge->setIcon(m_comment.acknowledgedBy.contains(me.id) ? icons::icon(u"acknowledge"_s, &Palette::accent)
                                                                    : icons::icon(u"acknowledge"_s));
    setTip(m_acknowledge, seen > 0 ? tr("Acknowledged by %1").arg(names.join(u", "_s)) : tr("Acknowledge"));
    m_acknowledge->setAccessibleName(tr("Acknowledge, %n so far", nullptr, static_cast<int>(seen)));
    m_foot->setVisible(!isOnItsWay && !m_editor);
    m_reply->setVisible(m_around.rights.replies(m_comment, me.isClient()));
    m_more->setVisible(m_around.rights.changes(m_comment) || m_around.rights.leads);
}

QWidget *CommentEntry::makeReply(const TaskReply &reply)
{
    auto *row = new QWidget(m_replies);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(10, 0, 0, 0);
    across->setSpacing(8);
    PersonLook look = m_studio.directory().look(reply.personId);
    auto *face = new Avatar(metrics::avatar, row);
    face->setPerson(look);
    across->addWidget(face, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    auto *name = new Label(look.name, TextRole::Secondary, Tone::Text, row);
    name->setTextFormat(Qt::PlainText);
    name->setFont(textFont(TextRole::Secondary, QFont::DemiBold));
    head->addWidget(name);
    head->addWidget(
        new Label(momentWords(reply.moment, QDateTime::currentDateTime()), TextRole::Secondary, Tone::Hint, row));
    head->addStretch(1);
    if (!reply.id.isEmpty() && m_around.rights.removes(reply)) {
        auto *away = new QToolButton(row);
        away->setIcon(icons::icon(u"trash"_s));
        away->setAutoRaise(true);
        setControlSize(away, ControlSize::Small);
        setTip(away, tr("Delete this reply"));
        away->setAccessibleName(tr("Delete this reply"));
        head->addWidget(away);
        connect(away, &QToolButton::clicked, this, [this, id = reply.id] { Q_EMIT replyRemoved(m_comment.id, id); });
    }
    column->addLayout(head);
    auto *text = wordsLabel(row);
    connect(text, &QLabel::linkActivated, this, &CommentEntry::follow);
    text->setText(commentHtml(reply.text, m_around.names));
    column->addWidget(text);
    for (const TaskAttachment &attachment : std::as_const(m_comment.attachments))
        if (attachment.replyId == reply.id && !reply.id.isEmpty()) {
            QPushButton *file = quietButton(u"attachment"_s, attachment.name, row);
            column->addWidget(file, 0, Qt::AlignLeft);
            connect(file, &QPushButton::clicked, this, [this, attachment] { Q_EMIT attachmentChosen(attachment); });
        }
    across->addLayout(column, 1);
    return row;
}

void CommentEntry::showReplies()
{
    empty(m_replies->layout());
    for (const TaskReply &reply : std::as_const(m_comment.replies)) m_replies->layout()->addWidget(makeReply(reply));
    m_replies->setVisible(!m_comment.replies.isEmpty());
}

void CommentEntry::showFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void CommentEntry::openMenu()
{
    QMenu menu(this);
    if (m_around.rights.leads)
        connect(menu.addAction(icons::icon(u"pin"_s), m_comment.isPinned ? tr("Unpin") : tr("Pin to the top")),
            &QAction::triggered, this, [this] { Q_EMIT pinned(m_comment.id, !m_comment.isPinned); });
    if (m_around.rights.changes(m_comment)) {
        connect(
            menu.addAction(icons::icon(u"edit"_s), tr("Edit")), &QAction::triggered, this, &CommentEntry::beginEdit);
        connect(menu.addAction(icons::icon(u"trash"_s), tr("Delete")), &QAction::triggered, this,
            [this] { Q_EMIT removed(m_comment.id); });
    }
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void CommentEntry::beginEdit()
{
    if (m_editor) return;
    auto *editor = new InlineWriting(tr("Words of the comment"), tr("Keep"), this);
    editor->setNames(m_around.names);
    editor->setText(m_comment.text);
    editor->setChecklist(m_comment.checklist);
    m_editor = editor;
    m_column->insertWidget(1, editor);
    m_checklist->setVisible(false);
    showWords();
    showActs();
    connect(editor, &InlineWriting::kept, this, [this] { endEdit(true); });
    connect(editor, &InlineWriting::left, this, [this] { endEdit(false); });
    editor->begin();
}

void CommentEntry::endEdit(bool keep)
{
    auto *editor = static_cast<InlineWriting *>(std::exchange(m_editor, nullptr));
    if (!editor) return;
    editor->setVisible(false);
    editor->deleteLater();
    m_checklist->setVisible(!m_comment.checklist.isEmpty());
    showWords();
    showActs();
    if (keep) Q_EMIT edited(m_comment.id, editor->text(), editor->checklist());
}

void CommentEntry::beginReply()
{
    if (m_answer) return;
    auto *answer = new InlineWriting(tr("Write a reply"), tr("Reply"), this);
    answer->setNames(m_around.names);
    m_answer = answer;
    m_column->addWidget(answer);
    connect(answer, &InlineWriting::kept, this, [this] { endReply(true); });
    connect(answer, &InlineWriting::left, this, [this] { endReply(false); });
    answer->begin();
}

void CommentEntry::endReply(bool send)
{
    auto *answer = static_cast<InlineWriting *>(std::exchange(m_answer, nullptr));
    if (!answer) return;
    answer->setVisible(false);
    answer->deleteLater();
    if (send) Q_EMIT replied(m_comment.id, answer->text());
}

void CommentEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::horizontal(painter, 0, width(), height() - 1, colours().line);
    // Replies hang on a line of their own.
    if (m_replies->isVisible()) {
        const QPoint at = m_replies->mapTo(this, QPoint(0, 0));
        crisp::vertical(painter, at.x() + (layoutDirection() == Qt::RightToLeft ? m_replies->width() - 2 : 0), at.y(),
            at.y() + m_replies->height(), colours().line2, 2);
    }
}

} // namespace callboard::ui
