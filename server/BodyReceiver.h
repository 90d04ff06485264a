// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a request's body while it arrives and puts it where it belongs: files of a multipart form into
// temporary files (a movie of 4 GB costs a socket's buffer of memory and is written once), everything else
// into memory within a limit. Lives on the network thread. What has been written goes with the receiver
// unless finish() has passed it on.
#pragma once

#include "server/BodyBudget.h"
#include "server/MultipartSplitter.h"
#include "server/RequestParser.h"
#include "server/ServerOptions.h"

namespace callboard::server {

class BodyReceiver : private MultipartSplitter::Consumer
{
public:
    /// Throws a Refusal when the announced size is above the limit or the disk's room, or the content type is
    /// malformed. What it keeps in memory comes from `share`.
    BodyReceiver(const IncomingRequest &incoming, const std::filesystem::path &uploadFolder, const ServerLimits &limits,
        BodyBudget::Share &share);
    ~BodyReceiver() override;

    /// True for a multipart form, whose files go to disk.
    bool isUpload() const { return m_splitter.has_value(); }
    /// Throws a Refusal: 413 above the limit, 400 for a malformed form, 507 when the disk is full.
    void take(std::string_view bytes);
    /// Puts the received body into the request. Throws a Refusal when a form ended too early.
    void finish(api::Request &request);

private:
    struct OpenFile;

    void partBegan(PartHead &&head) override;
    void partData(std::string_view bytes) override;
    void partEnded() override;
    void countMemory(std::size_t bytes);
    void requireRoom(std::uint64_t bytes) const;

    const std::filesystem::path &m_uploadFolder;
    const ServerLimits &m_limits;
    BodyBudget::Share &m_share;
    std::string m_contentType;
    std::optional<MultipartSplitter> m_splitter;
    std::uint64_t m_received = 0;
    std::uint64_t m_inMemory = 0;
    std::uint64_t m_writtenSinceLook = 0; // bytes on disk since the free room was asked
    std::string m_body;
    PartHead m_part;
    std::string m_value;
    std::unique_ptr<OpenFile> m_file;
    api::Parameters m_form;
    std::vector<api::UploadedFile> m_files;
};

} // namespace callboard::server
