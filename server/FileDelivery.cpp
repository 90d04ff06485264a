// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/FileDelivery.h"

#include "server/HeaderText.h"

#include <charconv>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard::server {

namespace {

struct ByteRange
{
    std::uint64_t first = 0;
    std::uint64_t size = 0;
};

enum class RangeKind { Whole, Part, Unsatisfiable };

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
    return value;
}

/// One range is served; several at once are answered with the whole file, as RFC 9110 allows.
RangeKind rangeOf(std::string_view field, std::uint64_t fileSize, ByteRange &range)
{
    field = trimmed(field);
    if (!field.starts_with("bytes=") || field.find(',') != std::string_view::npos) return RangeKind::Whole;
    field.remove_prefix(6);
    const auto dash = field.find('-');
    if (dash == std::string_view::npos) return RangeKind::Unsatisfiable;
    const auto first = number(trimmed(field.substr(0, dash)));
    const auto lastText = trimmed(field.substr(dash + 1));
    const auto last = number(lastText);
    if (!first) {
        if (dash != 0 || !last || *last == 0 || fileSize == 0) return RangeKind::Unsatisfiable;
        range.size = std::min(*last, fileSize);
        range.first = fileSize - range.size;
        return RangeKind::Part;
    }
    if (*first >= fileSize || (!lastText.empty() && (!last || *last < *first))) return RangeKind::Unsatisfiable;
    range.first = *first;
    range.size = std::min(last.value_or(fileSize - 1), fileSize - 1) - *first + 1;
    return RangeKind::Part;
}

bool isUnchanged(const FileConditions &conditions, const std::string &tag, std::int64_t changed)
{
    if (conditions.ifNoneMatch) return !tag.empty() && listsTag(*conditions.ifNoneMatch, tag);
    if (!conditions.ifModifiedSince) return false;
    const auto since = secondsOfHttpDate(*conditions.ifModifiedSince);
    return since && changed <= *since;
}

bool rangeStillHolds(const FileConditions &conditions, const std::string &tag, std::int64_t changed)
{
    if (!conditions.ifRange) return true;
    if (conditions.ifRange->starts_with('"')) return *conditions.ifRange == tag;
    return secondsOfHttpDate(*conditions.ifRange) == changed;
}

std::optional<std::string> copied(const api::Headers &headers, std::string_view name)
{
    const auto value = headers.find(name);
    return value ? std::optional<std::string>(*value) : std::nullopt;
}

} // namespace

bool listsTag(std::string_view list, std::string_view tag)
{
    if (trimmed(list) == "*") return true;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    while (!list.empty()) {
        auto candidate = trimmed(list.substr(0, std::min(list.find(','), list.size())));
        list.remove_prefix(std::min(std::min(list.find(','), list.size()) + 1, list.size()));
        if (candidate.starts_with("W/")) candidate.remove_prefix(2);
        if (candidate == tag) return true;
    }
    return false;
}

FileConditions FileConditions::of(const api::Headers &headers)
{
    return {copied(headers, "If-None-Match"), copied(headers, "If-Modified-Since"), copied(headers, "If-Range"),
        copied(headers, "Range")};
}

FilePart::FilePart(int descriptor, std::uint64_t begin, std::uint64_t size)
    : m_descriptor(descriptor)
    , m_offset(begin)
    , m_remaining(size)
{}

FilePart::FilePart(FilePart &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_offset(other.m_offset)
    , m_remaining(std::exchange(other.m_remaining, 0))
{}

FilePart &FilePart::operator=(FilePart &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_offset, other.m_offset);
    std::swap(m_remaining, other.m_remaining);
    return *this;
}

FilePart::~FilePart()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

QByteArray FilePart::next(std::size_t most)
{
    QByteArray bytes(static_cast<qsizetype>(std::min<std::uint64_t>(most, m_remaining)), Qt::Uninitialized);
    const auto got =
        ::pread(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), static_cast<off_t>(m_offset));
    if (got <= 0) throw std::runtime_error("The file became shorter while it was sent.");
    bytes.truncate(got);
    m_offset += static_cast<std::uint64_t>(got);
    m_remaining -= static_cast<std::uint64_t>(got);
    return bytes;
}

FileDelivery planDelivery(const api::FileBody &file, const FileConditions &conditions)
{
    FileDelivery delivery;
    const int descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts
    {};
    if (descriptor < 0 || ::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        if (descriptor >= 0) ::close(descriptor);
        delivery.status = 404;
        delivery.problem = "The file was not found.";
        return delivery;
    }
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    const std::int64_t changed = facts.st_mtime;
    const std::string tag = file.entityTag.empty() ? std::string() : '"' + file.entityTag + '"';
    FilePart part(descriptor, 0, size);

    if (!tag.empty()) delivery.headers.add("ETag", tag);
    delivery.headers.add("Last-Modified", httpDate(changed));
    delivery.headers.add("Cache-Control", "private, max-age=" + std::to_string(file.maximumAge));
    if (isUnchanged(conditions, tag, changed)) {
        delivery.status = 304;
        return delivery;
    }
    delivery.headers.add("Accept-Ranges", "bytes");
    if (!file.downloadName.empty()) delivery.headers.add("Content-Disposition", attachmentNamed(file.downloadName));
    ByteRange range;
    const bool isAsked = conditions.range && rangeStillHolds(conditions, tag, changed);
    switch (isAsked ? rangeOf(*conditions.range, size, range) : RangeKind::Whole) {
    case RangeKind::Whole: delivery.part = std::move(part); break;
    case RangeKind::Part:
        delivery.status = 206;
        delivery.headers.add("Content-Range",
            "bytes " + std::to_string(range.first) + '-' + std::to_string(range.first + range.size - 1) + '/'
                + std::to_string(size));
        part.narrow(range.first, range.size);
        delivery.part = std::move(part);
        break;
    case RangeKind::Unsatisfiable:
        delivery.status = 416;
        delivery.headers = {};
        delivery.headers.add("Content-Range", "bytes */" + std::to_string(size));
        delivery.problem = "The file has no such range.";
        break;
    }
    return delivery;
}

} // namespace callboard::server
