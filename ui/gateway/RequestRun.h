// SPDX-License-Identifier: GPL-3.0-or-later
// Requests, one after the other, with progress, an end on demand and one way back: what was done is
// known, and is undone as one step. GUI thread.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <vector>

namespace callboard::ui {

class StudioGateway;

/// One request. Made when its turn comes, because it may need what earlier ones answered.
struct RunStep
{
    QString words; // "SH0010"
    std::function<ApiRequest()> make;
    /// What the answer means for the caller.
    std::function<void(const Json &answer)> taken = {};
    /// The requests that take this step back, in their order; empty when there is nothing to take back.
    std::function<std::vector<ApiRequest>(const Json &answer)> back = {};
};

class RequestRun final : public QObject
{
    Q_OBJECT

public:
    explicit RequestRun(StudioGateway &gateway, QObject *parent = nullptr);

    void start(std::vector<RunStep> steps);
    /// Ends after the request that is under way.
    void cancel() { m_isCancelled = true; }
    bool isAtWork() const { return m_isAtWork; }
    /// What has been done since start() and can be taken back, last first; empties it.
    std::vector<RunStep> takeWayBack();

Q_SIGNALS:
    void progressed(int done, int all, const QString &words);
    /// The end: all is done, `why` is empty; or it stopped at `words` because of `why`; or it was cancelled.
    void ended(int done, const QString &words, const QString &why);

private:
    QCoro::Task<void> run();

    StudioGateway &m_gateway;
    std::vector<RunStep> m_steps;
    struct Done
    {
        QString words;
        std::vector<ApiRequest> requests; // that take it back
    };
    std::vector<Done> m_back;
    bool m_isAtWork = false;
    bool m_isCancelled = false;
};

} // namespace callboard::ui
