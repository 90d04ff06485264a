// SPDX-License-Identifier: GPL-3.0-or-later
// Handing a response to whoever waits for it: whole, or piece by piece while it is read from the database.
#pragma once

#include "core/studio/Studio.h"

#include <exception>
#include <future>
#include <memory>

namespace callboard {

/// Sends it to its end. Throws what a stream throws before its first piece; later the answer just breaks off.
void send(const std::shared_ptr<Studio::Answer> &answer, api::Response &&response);
/// The failure as the API tells it.
void sendFailure(const std::shared_ptr<Studio::Answer> &answer, std::exception_ptr failure);

/// Collects a whole answer as bytes.
class CollectedAnswer final : public Studio::Answer
{
public:
    void begin(api::Response &&response) override { m_response = std::move(response); }
    void piece(std::string_view bytes) override { m_pieces += bytes; }
    void end(bool complete) override;
    std::future<api::Response> result() { return m_done.get_future(); }

private:
    api::Response m_response;
    std::string m_pieces;
    std::promise<api::Response> m_done;
};

} // namespace callboard
