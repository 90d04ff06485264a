// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/AnswerFile.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace callboard::server {

namespace {

/// A file system that knows no files without a name gets one that goes at once.
int openNameless(const std::filesystem::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) return descriptor;
    std::string path = (folder / "answer-XXXXXX").string();
    const int named = ::mkostemp(path.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(path.c_str());
    return named;
}

constexpr std::uint64_t smallestSpare = 256ull << 20; // for one answer, and those that are made beside it

} // namespace

std::uint64_t spareBytes(const std::filesystem::path &folder, std::uint64_t reserve)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return 0;
    const std::uint64_t kept = std::min<std::uint64_t>(reserve, space.capacity / 50);
    return space.available > kept ? space.available - kept : 0;
}

std::optional<AnswerFile> AnswerFile::make(const std::filesystem::path &folder, std::uint64_t reserve)
{
    if (spareBytes(folder, reserve) < smallestSpare) return std::nullopt;
    const int descriptor = openNameless(folder);
    if (descriptor < 0) return std::nullopt;
    return AnswerFile(descriptor);
}

AnswerFile::AnswerFile(AnswerFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
{}

AnswerFile &AnswerFile::operator=(AnswerFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

AnswerFile::~AnswerFile()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

void AnswerFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::runtime_error("The disk has no room for an answer that waits for its client.");
        bytes.remove_prefix(static_cast<std::size_t>(written));
        m_size += static_cast<std::uint64_t>(written);
    }
}

FilePart AnswerFile::take()
{
    return FilePart(std::exchange(m_descriptor, -1), 0, m_size);
}

} // namespace callboard::server
