// SPDX-License-Identifier: GPL-3.0-or-later
// Turns an answer of the studio into bytes of HTTP and posts them. Called on a request worker.
#pragma once

#include "core/studio/Studio.h"
#include "server/AnswerFile.h"
#include "server/Compression.h"
#include "server/SendQueue.h"

namespace callboard::server {

/// What of a request decides the form of its answer.
struct AnswerForm
{
    std::uint64_t connection = 0;
    bool isHead = false;
    bool isOldProtocol = false; // HTTP/1.0
    bool keepAlive = true;
    bool isSecure = false; // over TLS
    std::string origin;    // allowed origin of a browser's cross-origin request; empty: none
    Coding coding = Coding::None;
    FileConditions conditions;
    std::filesystem::path folder; // for what the client does not take as fast as it is made
    std::uint64_t diskReserve = 0;
};

class HttpAnswer : public Studio::Answer
{
public:
    HttpAnswer(AnswerForm form, std::shared_ptr<SendQueue> sendQueue, std::shared_ptr<Backlog> backlog);
    /// Whoever forgets an answer leaves no client waiting: it gets a 500 or a cut connection.
    ~HttpAnswer() override;

    bool has(std::string_view entityTag) const override;
    void begin(api::Response &&response) override;
    void piece(std::string_view bytes) override;
    void end(bool complete) override;

private:
    enum class Stage { Waiting, Collecting, Streaming, Ended };

    void sendBytes(api::Response &response, std::string &&body);
    void sendFile(api::Response &response, const api::FileBody &file);
    void sendProblem(int status, const std::string &message, const api::Headers &headers);
    void startStreaming();
    void stream(std::string_view bytes);
    void postChunk(std::string_view bytes);
    void finishStream();
    void post(Delivery &&delivery);
    bool mayCompress(const api::Response &response) const;
    void nameCoding(api::Response &response) const;
    QByteArray headOf(const api::Response &given, std::optional<std::uint64_t> length) const;

    AnswerForm m_form;
    std::shared_ptr<SendQueue> m_sendQueue;
    std::shared_ptr<Backlog> m_backlog;
    Stage m_stage = Stage::Waiting;
    api::Response m_streamed;
    std::string m_collected;
    std::unique_ptr<Compressor> m_compressor; // of a stream that is sent compressed
    std::optional<AnswerFile> m_rest;         // what the client has not kept up with
};

/// A refusal as a response: `{"message": …}`.
api::Response problem(int status, const std::string &message);

} // namespace callboard::server
