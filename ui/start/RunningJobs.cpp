// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/RunningJobs.h"

#include "ui/gateway/AtWork.h"
#include "ui/gateway/Requests.h"
#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"
#include "ui/theme/Controls.h"
#include "ui/values/TaskValues.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEvery = 2000; // milliseconds
constexpr qsizetype mostRunning = 4, mostFailed = 3;
constexpr qint64 failedShownFor = 24 * 3600; // seconds

const QString movies = u"normalise-movie"_s;

RunningJobs::Job jobOf(const Json &told)
{
    RunningJobs::Job job;
    job.id = textOf(told, "id");
    job.kind = textOf(told, "kind");
    job.state = textOf(told, "state");
    job.message = textOf(told, "message");
    job.progress = numberOf(told, "progress");
    job.changed = momentOf(textOf(told, "updated_at"));
    if (const Json &input = memberOf(told, "input"); input.is_object())
        job.subject = textOf(input, job.kind == movies ? "preview_file_id" : "build_job_id");
    return job;
}

} // namespace

RunningJobs::RunningJobs(StudioGateway &gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_title(new SectionTitle(tr("Jobs"), {}, this))
    , m_none(new Label(tr("Nothing is being prepared."), TextRole::Base, Tone::Hint, this))
    , m_rows(new QVBoxLayout)
{
    m_rows->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_none);
    column->addLayout(m_rows);
    m_clock.setInterval(lookEvery);
    connect(&m_clock, &QTimer::timeout, this, [this] { look(); });
}

void RunningJobs::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_clock.start();
    look();
}

void RunningJobs::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

QCoro::Task<void> RunningJobs::look()
{
    const QPointer<RunningJobs> self(this);
    if (m_isLooking) co_return;
    AtWork looking(this, m_isLooking);
    QList<Job> jobs;
    qsizetype waiting = 0;
    bool isKnown = false;
    const QStringList states{u"running"_s, u"failed"_s, u"waiting"_s};
    try {
        for (const QString &state : states) {
            QUrlQuery query;
            query.addQueryItem(u"state"_s, state);
            const Json told = co_await m_gateway.get(u"/data/jobs"_s, query);
            if (!self) co_return;
            if (state == "waiting"_L1) {
                waiting = static_cast<qsizetype>(told.size());
                break;
            }
            const qsizetype most = jobs.size() + (state == "running"_L1 ? mostRunning : mostFailed);
            for (const Json &each : told) {
                Job job = jobOf(each);
                const bool isOld = job.changed.secsTo(QDateTime::currentDateTime()) > failedShownFor;
                if (jobs.size() < most && (state == "running"_L1 || !isOld)) jobs << std::move(job);
            }
        }
        isKnown = true;
    } catch (const ApiError &) {
        // The link is gone, which is shown elsewhere: what was known stays.
    }
    if (!self) co_return;
    looking.end();
    if (!isKnown || (jobs == m_jobs && waiting == m_waiting)) co_return;
    m_jobs = jobs;
    m_waiting = waiting;
    for (const Job &job : std::as_const(m_jobs))
        if (!m_names.contains(job.subject)) readName(job);
    fill();
}

/// "SQ020 / SH0030 v3": jobs know only identifiers.
QCoro::Task<void> RunningJobs::readName(Job job)
{
    const QPointer<RunningJobs> self(this);
    m_names[job.subject].clear();
    if (job.kind != movies) co_return;
    try {
        const Json preview = co_await m_gateway.get(paths::previewFile(job.subject));
        if (!self) co_return;
        const Json task = co_await m_gateway.get(paths::taskInFull(textOf(preview, "task_id")));
        if (!self) co_return;
        m_names[job.subject] = tr("%1 v%2").arg(taskDetailOf(task).fullName(), textOf(preview, "revision"));
    } catch (const ApiError &) {
        co_return; // Deleted meanwhile: the kind of work says enough.
    }
    fill();
}

QString RunningJobs::nameOf(const Job &job) const
{
    const QString name = m_names.value(job.subject);
    if (job.kind != movies) return tr("Movie of a playlist");
    return name.isEmpty() ? tr("Movie for review") : tr("%1, movie for review").arg(name);
}

void RunningJobs::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->setVisible(false);
        item->widget()->deleteLater(); // its button may be telling that it was clicked
        delete item;
    }
    const auto running = std::ranges::count_if(m_jobs, [](const Job &job) { return job.state == "running"_L1; });
    m_title->setCount(tr("%1 running, %2 waiting").arg(running).arg(m_waiting));
    m_none->setVisible(m_jobs.isEmpty() && m_waiting == 0);
    for (const Job &job : std::as_const(m_jobs)) m_rows->addWidget(makeRow(job));
}

QWidget *RunningJobs::makeRow(const Job &job)
{
    const bool hasFailed = job.state == "failed"_L1;
    auto *row = new QWidget(this);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(
        new IconLabel(hasFailed ? u"warning"_s : u"job"_s, 14, hasFailed ? Tone::Bad : Tone::Secondary, row));
    auto *name = new Label(nameOf(job), TextRole::Base, Tone::Text, row);
    name->setTextFormat(Qt::PlainText);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(name, 1);
    column->addLayout(line);
    if (!hasFailed) {
        auto *progress = new ProgressLine(row);
        progress->setDelayed(false);
        progress->setProgress(job.progress);
        column->addWidget(progress);
        return row;
    }
    auto *retryButton = new QPushButton(tr("Retry"), row);
    setControlSize(retryButton, ControlSize::Small);
    retryButton->setAccessibleName(tr("Retry: %1").arg(nameOf(job)));
    line->addWidget(retryButton);
    auto *why = new Label(job.message, TextRole::Secondary, Tone::Secondary, row);
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    column->addWidget(why);
    connect(retryButton, &QPushButton::clicked, this, [this, id = job.id] { retry(id); });
    return row;
}

QCoro::Task<void> RunningJobs::retry(QString id)
{
    const QPointer<RunningJobs> self(this);
    const Json nothing = Json::object();
    QString why;
    try {
        co_await m_gateway.put(u"/actions/jobs/%1/retry"_s.arg(id), nothing);
    } catch (const ApiError &error) {
        why = error.sentence();
    }
    if (!self) co_return;
    if (!why.isEmpty()) Q_EMIT refused(why);
    look();
}

} // namespace callboard::ui
