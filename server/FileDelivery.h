// SPDX-License-Identifier: GPL-3.0-or-later
// Decides how a file is answered: whole, a part of it, not at all because the client has it (RFC 9110,
// conditional and range requests). Runs on a request worker.
#pragma once

#include "core/api/Request.h"
#include "core/api/Response.h"

namespace callboard::server {

/// What of a request decides how a file is sent.
struct FileConditions
{
    std::optional<std::string> ifNoneMatch;
    std::optional<std::string> ifModifiedSince;
    std::optional<std::string> ifRange;
    std::optional<std::string> range;

    static FileConditions of(const api::Headers &headers);
};

/// True when a list of entity tags (If-None-Match) names the tag; weak comparison (RFC 9110 8.8.3.2). `tag` with
/// quotes.
bool listsTag(std::string_view list, std::string_view tag);

/// An open file and the part of it that is to be sent.
class FilePart
{
public:
    FilePart() = default;
    FilePart(int descriptor, std::uint64_t begin, std::uint64_t size);
    FilePart(FilePart &&other) noexcept;
    FilePart &operator=(FilePart &&other) noexcept;
    ~FilePart();

    void narrow(std::uint64_t begin, std::uint64_t size)
    {
        m_offset = begin;
        m_remaining = size;
    }
    std::uint64_t remaining() const { return m_remaining; } // bytes
    /// The next bytes, at most `most`; throws std::runtime_error when the file has become shorter.
    QByteArray next(std::size_t most);

private:
    int m_descriptor = -1;
    std::uint64_t m_offset = 0;
    std::uint64_t m_remaining = 0;
};

struct FileDelivery
{
    int status = 200;
    api::Headers headers; // entity tag, dates, range; not the length
    FilePart part;        // nothing when the status needs no body
    std::string problem;  // the sentence of a 404 or 416
};

FileDelivery planDelivery(const api::FileBody &file, const FileConditions &conditions);

} // namespace callboard::server
