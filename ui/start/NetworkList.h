// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/studios/NetworkStudios.h"
#include "ui/studios/StudioGreeting.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace callboard::ui {

class BusyRing;
class Label;

/// The studios that are hosted on this network, as they come and go while this is shown, and how they answer.
class NetworkList final : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkList(quint16 port = announcementPort, QWidget *parent = nullptr);

Q_SIGNALS:
    void joinAsked(const QString &address);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill();
    QWidget *makeRow(const FoundStudio &studio);
    void ask();
    QCoro::Task<void> ask(QString address);
    void showAnswer(const QString &address);

    StudioDiscovery m_discovery;
    BusyRing *m_ring;
    Label *m_state;
    QVBoxLayout *m_rows;
    struct Row
    {
        Label *answer;
        QPushButton *join;
    };
    struct Answer
    {
        std::optional<StudioGreeting> greeting;
        QString fault; // why there is none
    };
    QHash<QString, Row> m_rowByAddress;
    QHash<QString, Answer> m_answers; // by address
    QTimer m_again;
};

} // namespace callboard::ui
