// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Request.h"

#include "core/api/ClientJson.h"
#include "core/api/Error.h"
#include "core/api/UrlText.h"

#include <cctype>

namespace callboard::api {

namespace {

constexpr std::array<std::pair<Verb, std::string_view>, 7> verbNames{
    {{Verb::Get, "GET"}, {Verb::Head, "HEAD"}, {Verb::Post, "POST"}, {Verb::Put, "PUT"}, {Verb::Patch, "PATCH"},
        {Verb::Delete, "DELETE"}, {Verb::Options, "OPTIONS"}}};

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

void makeLowerCase(std::string &text)
{
    std::transform(
        text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
}

/// What can be a file's name anywhere: the last part, as text, without characters that control.
std::string plainFileName(const std::string &fileName)
{
    const auto slash = fileName.find_last_of("/\\");
    QString name = QString::fromStdString(slash == std::string::npos ? fileName : fileName.substr(slash + 1));
    name.removeIf([](QChar letter) { return letter.category() == QChar::Other_Control; });
    return name.toStdString();
}

} // namespace

std::string_view nameOf(Verb verb)
{
    for (const auto &[candidate, name] : verbNames)
        if (candidate == verb) return name;
    return "OTHER";
}

Verb verbNamed(std::string_view name)
{
    for (const auto &[verb, candidate] : verbNames)
        if (candidate == name) return verb;
    return Verb::Other;
}

Parameters Parameters::fromUrlEncoded(std::string_view text)
{
    Parameters parameters;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('&', begin), text.size());
        const auto pair = text.substr(begin, end - begin);
        begin = end + 1;
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        parameters.add(decodedFormText(pair.substr(0, equals)),
            equals < pair.size() ? decodedFormText(pair.substr(equals + 1)) : std::string());
    }
    return parameters;
}

std::optional<std::string_view> Parameters::find(std::string_view name) const
{
    for (const auto &[candidate, value] : m_pairs)
        if (candidate == name) return value;
    return std::nullopt;
}

void Headers::set(std::string name, std::string value)
{
    for (auto &[candidate, old] : m_fields) {
        if (equalsIgnoringCase(candidate, name)) {
            old = std::move(value);
            return;
        }
    }
    add(std::move(name), std::move(value));
}

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    for (const auto &[candidate, value] : m_fields)
        if (equalsIgnoringCase(candidate, name)) return value;
    return std::nullopt;
}

UploadedFile::UploadedFile(
    std::string field, std::string fileName, std::string contentType, std::filesystem::path path, std::uint64_t size)
    : m_field(std::move(field))
    , m_fileName(plainFileName(fileName))
    , m_contentType(std::move(contentType))
    , m_path(std::move(path))
    , m_size(size)
{}

UploadedFile::UploadedFile(UploadedFile &&other) noexcept
    : m_field(std::move(other.m_field))
    , m_fileName(std::move(other.m_fileName))
    , m_contentType(std::move(other.m_contentType))
    , m_path(std::exchange(other.m_path, {}))
    , m_size(other.m_size)
{}

UploadedFile &UploadedFile::operator=(UploadedFile &&other) noexcept
{
    std::swap(m_field, other.m_field);
    std::swap(m_fileName, other.m_fileName);
    std::swap(m_contentType, other.m_contentType);
    std::swap(m_path, other.m_path);
    std::swap(m_size, other.m_size);
    return *this;
}

UploadedFile::~UploadedFile()
{
    if (m_path.empty()) return;
    std::error_code ignored; // A sweep removes what could not be removed here.
    std::filesystem::remove(m_path, ignored);
}

std::string UploadedFile::extension() const
{
    const auto dot = m_fileName.rfind('.');
    if (dot == std::string::npos) return {};
    std::string extension = m_fileName.substr(dot + 1);
    makeLowerCase(extension);
    return extension;
}

void UploadedFile::moveTo(const std::filesystem::path &destination)
{
    std::filesystem::create_directories(destination.parent_path());
    std::filesystem::rename(m_path, destination);
    m_path.clear();
}

std::string_view Request::pathValue(std::string_view name) const
{
    for (const auto &[candidate, value] : pathValues)
        if (candidate == name) return value;
    return {};
}

std::string Request::pathId(std::string_view name) const
{
    std::string id(pathValue(name));
    if (!isUuid(id)) throw notFound("The object " + id);
    makeLowerCase(id);
    return id;
}

bool Request::isSwitchedOn(std::string_view name) const
{
    const auto value = query.find(name);
    return value && equalsIgnoringCase(*value, "true");
}

Json Request::json() const
{
    if (headers.find("Content-Type").value_or("").find("json") == std::string_view::npos)
        throw Error(415, "Send the body as JSON, with the content type application/json.");
    Json value = parseClientJson(body);
    if (value.is_discarded()) throw badRequest("The body is no valid JSON.");
    return value;
}

Json Request::jsonObject() const
{
    Json value = json();
    if (!value.is_object()) throw badRequest("The body must be a JSON object.");
    return value;
}

Json Request::anyObject() const
{
    if (headers.find("Content-Type").value_or("").find("json") != std::string_view::npos && !body.empty())
        return jsonObject();
    Json value = Json::object();
    for (const Parameters *parameters : {&query, &form}) {
        for (const auto &[name, text] : *parameters) {
            if (!isPlainText(name) || !isPlainText(text)) throw badRequest("A field of the request is no text.");
            value[name] = text;
        }
    }
    return value;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : hexValue(text[i]) < 0) return false;
    }
    return true;
}

} // namespace callboard::api
