// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/RequestRun.h"

#include "ui/gateway/AtWork.h"
#include "ui/gateway/StudioGateway.h"

#include <QPointer>

#include <utility>

namespace callboard::ui {

RequestRun::RequestRun(StudioGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{}

void RequestRun::start(std::vector<RunStep> steps)
{
    if (m_isAtWork) return;
    m_steps = std::move(steps);
    m_back.clear();
    m_isCancelled = false;
    run();
}

std::vector<RunStep> RequestRun::takeWayBack()
{
    std::vector<RunStep> back;
    for (auto done = m_back.rbegin(); done != m_back.rend(); ++done)
        for (ApiRequest &request : done->requests)
            back.push_back({done->words, [request = std::move(request)] { return request; }});
    m_back.clear();
    return back;
}

QCoro::Task<void> RequestRun::run()
{
    const QPointer<RequestRun> self(this);
    AtWork atWork(this, m_isAtWork);
    QString words, why;
    int done = 0;
    const int all = static_cast<int>(m_steps.size());
    try {
        for (; done < all && !m_isCancelled; ++done) {
            const RunStep &step = m_steps[static_cast<std::size_t>(done)];
            words = step.words;
            Q_EMIT progressed(done, all, words);
            const ApiAnswer answer = co_await m_gateway.send(step.make());
            if (!self) co_return;
            const Json json = answer.body.isEmpty() ? Json() : answer.json();
            if (step.taken) step.taken(json);
            if (step.back) m_back.push_back({step.words, step.back(json)});
        }
    } catch (const ApiError &error) {
        why = error.sentence();
    }
    if (!self) co_return;
    atWork.end();
    Q_EMIT ended(done, words, why);
}

} // namespace callboard::ui
