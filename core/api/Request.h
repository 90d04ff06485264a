// SPDX-License-Identifier: GPL-3.0-or-later
// A request as a plain value: what server/ reads from a socket and what the desktop sends in-process.
#pragma once

#include "core/base/Json.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callboard::api {

enum class Verb { Get, Head, Post, Put, Patch, Delete, Options, Other };

std::string_view nameOf(Verb verb);
Verb verbNamed(std::string_view name);

/// Name and value pairs in the order sent, as of a query or a form; names may repeat.
class Parameters
{
public:
    /// Parses `a=b&c=d` with percent and plus decoding.
    static Parameters fromUrlEncoded(std::string_view text);

    void add(std::string name, std::string value) { m_pairs.emplace_back(std::move(name), std::move(value)); }
    /// The first value with this name.
    std::optional<std::string_view> find(std::string_view name) const;
    bool contains(std::string_view name) const { return find(name).has_value(); }
    bool empty() const { return m_pairs.empty(); }
    auto begin() const { return m_pairs.begin(); }
    auto end() const { return m_pairs.end(); }

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

/// Header fields; names compare without regard to case.
class Headers
{
public:
    void set(std::string name, std::string value);
    void add(std::string name, std::string value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    std::optional<std::string_view> find(std::string_view name) const;
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// A file that has arrived completely, in a temporary file of its own on the studio's volume.
/// The file goes with this value unless an operation has moved it away.
class UploadedFile
{
public:
    UploadedFile(std::string field, std::string fileName, std::string contentType, std::filesystem::path path,
        std::uint64_t size);
    UploadedFile(UploadedFile &&other) noexcept;
    UploadedFile &operator=(UploadedFile &&other) noexcept;
    UploadedFile(const UploadedFile &) = delete;
    UploadedFile &operator=(const UploadedFile &) = delete;
    ~UploadedFile();

    const std::string &field() const { return m_field; }
    /// The name the client gave, without folders.
    const std::string &fileName() const { return m_fileName; }
    const std::string &contentType() const { return m_contentType; }
    const std::filesystem::path &path() const { return m_path; }
    std::uint64_t size() const { return m_size; } // bytes
    /// Lower-case extension without the dot; empty when there is none.
    std::string extension() const;

    /// Moves the file to `destination` (same volume: a rename); afterwards this value owns nothing.
    void moveTo(const std::filesystem::path &destination);

private:
    std::string m_field;
    std::string m_fileName;
    std::string m_contentType;
    std::filesystem::path m_path;
    std::uint64_t m_size = 0;
};

/// The placeholders of the matched route and their values, filled in by the route table.
using PathValues = std::vector<std::pair<std::string_view, std::string>>;

struct Request
{
    Verb verb = Verb::Get;
    std::string path; // decoded, begins with '/'
    Parameters query;
    Headers headers;
    std::string body; // only of requests that are no uploads
    Parameters form;  // fields of a multipart or url-encoded body
    std::vector<UploadedFile> files;
    std::string remoteAddress;
    PathValues pathValues; // set when routed

    /// The value of a `{placeholder}` of the route; empty when the route has none of that name.
    std::string_view pathValue(std::string_view name) const;
    /// A placeholder that must be an identifier: 404 when it is malformed. Lower case.
    std::string pathId(std::string_view name) const;
    /// True for ?name=true (any case), as the API's switches are written.
    bool isSwitchedOn(std::string_view name) const;

    /// The body as JSON. 415 when the content type is not JSON, 400 when it is broken or empty.
    Json json() const;
    /// As json(), and 400 when it is no object.
    Json jsonObject() const;
    /// JSON object, or the query's and form's fields as strings: for creation routes that take any.
    Json anyObject() const;
};

/// True for the 36 character form of an identifier (RFC 9562), lower or upper case.
bool isUuid(std::string_view text);

} // namespace callboard::api
