// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/previews/AnnotationSync.h"

#include "ui/gateway/AtWork.h"
#include "ui/gateway/Requests.h"
#include "ui/outbox/Changes.h"
#include "ui/outbox/Outbox.h"
#include "ui/previews/ReviewPreview.h"

#include <QJsonDocument>
#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

bool isDrawingOn(const QString &previewId, const WaitingChange &change)
{
    return change.kind == ChangeKind::Drawing && change.subject == previewId;
}

} // namespace

AnnotationSync::AnnotationSync(StudioGateway &gateway, Outbox &outbox, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_outbox(outbox)
{
    connect(&gateway, &StudioGateway::eventHeard, this, &AnnotationSync::hear);
    connect(&gateway, &StudioGateway::linkChanged, this, [this](StudioGateway::Link link) {
        if (link != StudioGateway::Link::Live) return;
        sendAll();
        read(); // what was drawn while nothing was heard
    });
    connect(&outbox, &Outbox::sent, this, [this](const WaitingChange &change, const Json &told) {
        if (isDrawingOn(m_previewId, change)) takeAnswer(m_previewId, told);
    });
    connect(&outbox, &Outbox::takenBack, this, [this](const WaitingChange &change) {
        if (isDrawingOn(m_previewId, change)) read();
    });
}

void AnnotationSync::follow(const QString &previewId)
{
    m_previewId = previewId;
    m_isStale = true;
    read();
}

void AnnotationSync::send(const QJsonObject &difference)
{
    if (m_previewId.isEmpty()) return;
    m_edits.enqueue({m_previewId, difference});
    ++m_editsMade;
    Q_EMIT unsentChanged(unsent());
    sendAll();
}

bool AnnotationSync::isSending(const QString &previewId) const
{
    return std::ranges::any_of(m_edits, [&](const Edit &edit) { return edit.previewId == previewId; })
        || std::ranges::any_of(m_outbox.changes(),
            [&](const WaitingChange &change) { return isDrawingOn(previewId, change) && !change.isRefused(); });
}

/// The studio's answer to an edit tells what it has now.
void AnnotationSync::takeAnswer(const QString &previewId, const Json &told)
{
    if (previewId != m_previewId || !told.is_object()) return;
    m_ownUpdate = textOf(told, "updated_at");
    if (!isSending(m_previewId)) Q_EMIT stored(annotationsOf(told));
}

QCoro::Task<void> AnnotationSync::sendAll()
{
    const QPointer<AnnotationSync> self(this);
    if (m_isSending) co_return;
    AtWork sending(this, m_isSending);
    while (!m_edits.isEmpty()) {
        const Edit edit = m_edits.head();
        Change change = changes::drawing(
            edit.previewId, Json::parse(QJsonDocument(edit.difference).toJson(QJsonDocument::Compact).toStdString()));
        change.sentence = tr("Drawing on a preview");
        Json told;
        QString refusal;
        try {
            const Sent sent = co_await m_outbox.send(std::move(change));
            if (sent.answer) told = sent.answer->json();
        } catch (const ApiError &error) {
            if (!self) co_return;
            if (error.isUnreachable()) co_return; // It stays the first; goes on when the link is there again.
            refusal = error.sentence();
        }
        if (!self) co_return;
        m_edits.dequeue();
        Q_EMIT unsentChanged(unsent());
        takeAnswer(edit.previewId, told);
        if (refusal.isEmpty() || edit.previewId != m_previewId) continue;
        m_isStale = true;
        Q_EMIT refused(refusal);
    }
    sending.end();
    if (m_isStale) read();
}

QCoro::Task<void> AnnotationSync::read()
{
    const QPointer<AnnotationSync> self(this);
    m_isStale = true;
    // The answer to the last edit of one's own tells the same, and an older state must not hide that edit.
    if (m_isReading || m_previewId.isEmpty() || isSending(m_previewId)) co_return;
    const AtWork reading(this, m_isReading);
    while (m_isStale && !m_previewId.isEmpty()) {
        m_isStale = false;
        const QString previewId = m_previewId;
        const int editsMade = m_editsMade;
        try {
            const Json told = co_await m_gateway.get(paths::previewFile(previewId));
            if (!self) co_return;
            if (previewId == m_previewId && editsMade == m_editsMade) Q_EMIT stored(annotationsOf(told));
        } catch (const ApiError &error) {
            if (!self) co_return;
            if (previewId == m_previewId) Q_EMIT unreadable(error.sentence());
        }
        if (previewId != m_previewId) m_isStale = true;
    }
}

void AnnotationSync::hear(const QString &event, const Json &payload)
{
    if (event != "preview-file:annotation-update"_L1 || textOf(payload, "preview_file_id") != m_previewId) return;
    if (!m_ownUpdate.isEmpty() && textOf(payload, "updated_at") == m_ownUpdate) return;
    read();
}

} // namespace callboard::ui
