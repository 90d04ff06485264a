// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the drawings on one preview the same here and in the studio: sends edits in their order, reads what
// others drew. An edit that could not be sent waits in the outbox; one that is refused is taken back.
// GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QQueue>

namespace callboard::ui {

class Outbox;

class AnnotationSync final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    AnnotationSync(StudioGateway &gateway, Outbox &outbox, QObject *parent = nullptr);

    /// Follows that preview from now on and reads its drawings; empty: none. Edits of the one before are
    /// still sent.
    void follow(const QString &previewId);
    const QString &previewId() const { return m_previewId; }
    /// `{additions, updates, deletions}` of the preview that is followed.
    void send(const QJsonObject &difference);
    /// Those that wait in the outbox are not counted.
    int unsent() const { return static_cast<int>(m_edits.size()); }

Q_SIGNALS:
    /// The drawings as the studio has them, while no edit of one's own is on its way.
    void stored(const QJsonArray &annotations);
    /// The studio said no to an edit; stored() follows with what it has.
    void refused(const QString &why);
    void unsentChanged(int edits);
    /// The drawings could not be read; those that are shown may be old.
    void unreadable(const QString &why);

private:
    struct Edit
    {
        QString previewId;
        QJsonObject difference;
    };
    QCoro::Task<void> sendAll();
    QCoro::Task<void> read();
    bool isSending(const QString &previewId) const;
    void takeAnswer(const QString &previewId, const Json &told);
    void hear(const QString &event, const Json &payload);

    StudioGateway &m_gateway;
    Outbox &m_outbox;
    QString m_previewId;
    QQueue<Edit> m_edits; // the first is on its way while m_isSending
    bool m_isSending = false;
    bool m_isStale = false; // others drew meanwhile
    bool m_isReading = false;
    int m_editsMade = 0; // an answer asked for before the last of them is older than what is shown
    QString m_ownUpdate; // when the last edit of one's own was stored: its event tells nothing new
};

} // namespace callboard::ui
