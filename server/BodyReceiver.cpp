// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/BodyReceiver.h"

#include "server/AnswerFile.h"
#include "server/HeaderText.h"

#include <QLoggingCategory>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace callboard::server {

namespace {

constexpr std::size_t mostParts = 10'000;
constexpr std::uint64_t lookAtDiskEach = 16 << 20; // bytes written

Refusal fullDisk()
{
    return {507, "The studio's disk is full. Nothing was stored."};
}

[[noreturn]] void refuseWriting(int error)
{
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) throw fullDisk();
    qWarning("An upload could not be written: %s", std::strerror(error));
    throw Refusal{500, "The upload could not be stored."};
}

Refusal tooLarge(std::uint64_t limit)
{
    return {413, "The request is too large: at most " + std::to_string(limit >> 20) + " MiB are taken."};
}

} // namespace

/// A file that is being written. Removed with this value unless it was passed on.
struct BodyReceiver::OpenFile
{
    explicit OpenFile(const std::filesystem::path &folder)
        : path((folder / "upload-XXXXXX").string())
        , descriptor(::mkostemp(path.data(), O_CLOEXEC))
    {
        if (descriptor < 0) refuseWriting(errno);
    }
    ~OpenFile()
    {
        if (descriptor >= 0) ::close(descriptor);
        if (!path.empty()) ::unlink(path.c_str());
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    void write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) refuseWriting(errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
            size += static_cast<std::uint64_t>(written);
        }
    }
    std::string passOn()
    {
        // Some file systems report a full disk only here.
        const int closed = ::close(std::exchange(descriptor, -1));
        if (closed != 0) refuseWriting(errno);
        return std::exchange(path, {});
    }

    std::string path;
    int descriptor = -1;
    std::uint64_t size = 0;
};

BodyReceiver::BodyReceiver(const IncomingRequest &incoming, const std::filesystem::path &uploadFolder,
    const ServerLimits &limits, BodyBudget::Share &share)
    : m_uploadFolder(uploadFolder)
    , m_limits(limits)
    , m_share(share)
{
    const auto field = incoming.request.headers.find("Content-Type").value_or("");
    m_contentType = mainValue(field);
    auto limit = limits.bodyBytes;
    if (m_contentType == "multipart/form-data") {
        const auto boundary = fieldParameter(field, "boundary").value_or("");
        if (boundary.empty() || boundary.size() > 200) throw Refusal{400, "The form's boundary is missing."};
        m_splitter.emplace(boundary, static_cast<MultipartSplitter::Consumer &>(*this));
        limit = limits.uploadBytes;
    }
    if (incoming.contentLength.value_or(0) > limit) throw tooLarge(limit);
    if (m_splitter) requireRoom(incoming.contentLength.value_or(0));
    if (!m_splitter) m_body.reserve(std::min<std::uint64_t>(incoming.contentLength.value_or(0), 1 << 20));
}

BodyReceiver::~BodyReceiver() = default;

void BodyReceiver::take(std::string_view bytes)
{
    m_received += bytes.size();
    if (m_splitter) {
        if (m_received > m_limits.uploadBytes) throw tooLarge(m_limits.uploadBytes);
        m_splitter->feed(bytes);
    } else {
        countMemory(bytes.size());
        m_body.append(bytes);
    }
}

void BodyReceiver::finish(api::Request &request)
{
    if (m_splitter) {
        if (!m_splitter->isFinished()) throw Refusal{400, "The form ended before its last boundary."};
        request.form = std::move(m_form);
        request.files = std::move(m_files);
    } else if (m_contentType == "application/x-www-form-urlencoded") {
        request.form = api::Parameters::fromUrlEncoded(m_body);
    } else {
        request.body = std::move(m_body);
    }
}

void BodyReceiver::countMemory(std::size_t bytes)
{
    m_inMemory += bytes;
    if (m_inMemory > m_limits.bodyBytes) throw tooLarge(m_limits.bodyBytes);
    if (!m_share.grow(bytes)) throw Refusal{503, "The server is taking too much at the moment. Try again in a while."};
}

/// Whoever works in the studio still has to save when somebody has uploaded too much.
void BodyReceiver::requireRoom(std::uint64_t bytes) const
{
    if (spareBytes(m_uploadFolder, m_limits.diskReserve) <= bytes) throw fullDisk();
}

void BodyReceiver::partBegan(PartHead &&head)
{
    countMemory(head.field.size() + head.contentType.size() + head.fileName.value_or("").size());
    if (m_files.size() >= mostParts) throw Refusal{413, "The form has too many files."};
    m_part = std::move(head);
    m_value.clear();
    // A form whose file was not chosen sends an empty name.
    if (m_part.fileName && !m_part.fileName->empty()) m_file = std::make_unique<OpenFile>(m_uploadFolder);
}

void BodyReceiver::partData(std::string_view bytes)
{
    if (m_file) {
        m_writtenSinceLook += bytes.size();
        if (m_writtenSinceLook > lookAtDiskEach) {
            requireRoom(0);
            m_writtenSinceLook = 0;
        }
        m_file->write(bytes);
    } else if (!m_part.fileName) {
        countMemory(bytes.size());
        m_value.append(bytes);
    }
}

void BodyReceiver::partEnded()
{
    if (m_file) {
        const auto size = m_file->size;
        m_files.emplace_back(std::move(m_part.field), std::move(*m_part.fileName), std::move(m_part.contentType),
            m_file->passOn(), size);
        m_file.reset();
    } else if (!m_part.fileName) {
        m_form.add(std::move(m_part.field), std::move(m_value));
        m_value.clear();
    }
}

} // namespace callboard::server
