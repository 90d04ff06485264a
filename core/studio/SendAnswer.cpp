// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/SendAnswer.h"

#include "core/api/Failure.h"

namespace callboard {

namespace {

/// Lets a streamed answer begin only when its first piece is there, so that a failure before it can
/// still be told with its status.
void sendStream(const std::shared_ptr<Studio::Answer> &answer, api::Response &&response)
{
    const auto write = std::get<api::StreamBody>(std::move(response.body));
    response.body = api::StreamBody();
    bool hasBegun = false;
    const auto begin = [&] {
        if (!hasBegun) answer->begin(std::move(response));
        hasBegun = true;
    };
    try {
        api::JsonWriter writer([&](std::string_view piece) {
            begin();
            answer->piece(piece);
        });
        write(writer);
        writer.flush();
        begin();
        answer->end(true);
    } catch (...) {
        if (!hasBegun) throw;
        answer->end(false);
    }
}

} // namespace

void send(const std::shared_ptr<Studio::Answer> &answer, api::Response &&response)
{
    const auto tag = response.headers.find("ETag");
    if (tag && response.status == 200 && answer->has(*tag)) {
        response.status = 304;
        response.body = std::string();
    }
    if (std::holds_alternative<api::StreamBody>(response.body)) {
        sendStream(answer, std::move(response));
        return;
    }
    answer->begin(std::move(response));
    answer->end(true);
}

void sendFailure(const std::shared_ptr<Studio::Answer> &answer, std::exception_ptr failure)
{
    answer->begin(api::answerTo(std::move(failure)));
    answer->end(true);
}

void CollectedAnswer::end(bool complete)
{
    if (std::holds_alternative<api::StreamBody>(m_response.body)) m_response.body = std::move(m_pieces);
    if (complete)
        m_done.set_value(std::move(m_response));
    else
        m_done.set_exception(std::make_exception_ptr(std::runtime_error("The answer broke off.")));
}

} // namespace callboard
