// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/SendMany.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace callboard::ui {

namespace {

struct Line
{
    QPointer<StudioGateway> gateway;
    QList<ApiRequest> requests;
    RequestDone done;
    qsizetype next = 0;
};

/// Takes the next of the line until there is none.
QCoro::Task<void> work(std::shared_ptr<Line> line)
{
    while (line->next < line->requests.size() && line->gateway) {
        const qsizetype place = line->next++;
        std::optional<ApiError> refusal;
        ApiRequest request = std::move(line->requests[place]);
        try {
            co_await line->gateway->send(std::move(request));
        } catch (const ApiError &error) {
            refusal = error;
        }
        if (line->done) line->done(place, refusal ? &*refusal : nullptr);
    }
}

} // namespace

QCoro::Task<void> sendMany(StudioGateway &gateway, QList<ApiRequest> requests, RequestDone done, int atOnce)
{
    const auto line = std::make_shared<Line>();
    line->gateway = &gateway;
    line->requests = std::move(requests);
    line->done = std::move(done);
    std::vector<QCoro::Task<void>> workers;
    for (int i = 0; i < atOnce; ++i) workers.push_back(work(line));
    for (auto &worker : workers) co_await worker;
}

} // namespace callboard::ui
