// SPDX-License-Identifier: GPL-3.0-or-later
// Turns an answer of the studio into bytes of HTTP and posts them. Called on a request worker.
#pragma once

#include "core/studio/Studio.h"
#include "server/SendQueue.h"

namespace callboard::server {

/// What of a request decides the form of its answer.
struct AnswerForm
{
    std::uint64_t connection = 0;
    bool isHead = false;
    bool isOldProtocol = false; // HTTP/1.0
    bool keepAlive = true;
    std::string origin; // allowed origin of a browser's cross-origin request; empty: none
    FileConditions conditions;
};

class HttpAnswer : public Studio::Answer
{
public:
    HttpAnswer(AnswerForm form, std::shared_ptr<SendQueue> sendQueue, std::shared_ptr<Backlog> backlog);
    /// Whoever forgets an answer leaves no client waiting: it gets a 500 or a cut connection.
    ~HttpAnswer() override;

    void begin(api::Response &&response) override;
    void piece(std::string_view bytes) override;
    void end(bool complete) override;

private:
    enum class Stage { Waiting, Collecting, Streaming, Ended };

    void sendBytes(api::Response &response, std::string &&body);
    void sendFile(api::Response &response, const api::FileBody &file);
    void sendProblem(int status, const std::string &message, const api::Headers &headers);
    void startStreaming();
    void postChunk(std::string_view bytes);
    void post(Delivery &&delivery);
    QByteArray headOf(const api::Response &response, std::optional<std::uint64_t> length) const;

    AnswerForm m_form;
    std::shared_ptr<SendQueue> m_sendQueue;
    std::shared_ptr<Backlog> m_backlog;
    Stage m_stage = Stage::Waiting;
    api::Response m_streamed;
    std::string m_collected;
};

/// A refusal as a response: `{"message": …}`.
api::Response problem(int status, const std::string &message);

} // namespace callboard::server
