// SPDX-License-Identifier: GPL-3.0-or-later
// What the studio is working on: jobs that run with their progress, how many wait, and those that failed lately, to
// be tried again. Looks every two seconds while it is seen. For administrators. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <QDateTime>
#include <QHash>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace callboard::ui {

class Label;
class SectionTitle;

class RunningJobs final : public QWidget
{
    Q_OBJECT

public:
    explicit RunningJobs(StudioGateway &gateway, QWidget *parent = nullptr);

    struct Job
    {
        QString id;
        QString subject; // what names it: of a preview or a build
        QString kind;
        QString state;
        QString message;     // why it failed
        double progress = 0; // 0 to 1
        QDateTime changed;

        bool operator==(const Job &) const = default;
    };
    /// Those that are shown: running first, then failed.
    const QList<Job> &jobs() const { return m_jobs; }

Q_SIGNALS:
    void refused(const QString &why);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QCoro::Task<void> look();
    QCoro::Task<void> retry(QString id);
    QCoro::Task<void> readName(Job job);
    QString nameOf(const Job &job) const;
    void fill();
    QWidget *makeRow(const Job &job);

    StudioGateway &m_gateway;
    SectionTitle *m_title;
    Label *m_none;
    QVBoxLayout *m_rows;
    QTimer m_clock;
    bool m_isLooking = false;
    QList<Job> m_jobs;
    qsizetype m_waiting = 0;
    QHash<QString, QString> m_names; // by the job's subject; empty while it is being read
};

} // namespace callboard::ui
