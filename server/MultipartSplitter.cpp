// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/MultipartSplitter.h"

#include "core/api/UrlText.h"
#include "server/HeaderText.h"
#include "server/RequestParser.h"

namespace callboard::server {

namespace {

constexpr std::size_t longestHead = 16 * 1024;
constexpr std::size_t longestPadding = 256;

/// Browsers write these three as percent signs in names (WHATWG form submission), and nothing else.
std::string withoutFormEscapes(std::string text)
{
    for (const auto &[escape, character] : {std::pair{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}})
        for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1))
            text.replace(at, 3, 1, character);
    return text;
}

std::optional<std::string> fileNameOf(std::string_view disposition)
{
    if (const auto extended = fieldParameter(disposition, "filename*")) {
        const auto quote = extended->rfind('\'');
        if (quote != std::string::npos && equalsIgnoringCase(extended->substr(0, 5), "utf-8"))
            if (auto name = api::percentDecoded(std::string_view(*extended).substr(quote + 1))) return name;
    }
    auto name = fieldParameter(disposition, "filename");
    if (name) *name = withoutFormEscapes(std::move(*name));
    return name;
}

PartHead parsedHead(std::string_view text)
{
    PartHead head;
    bool isFormData = false;
    while (!text.empty()) {
        const auto end = std::min(text.find("\r\n"), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 2, text.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) throw Refusal{400, "A part of the form has a malformed header."};
        const auto name = trimmed(line.substr(0, colon));
        const auto value = trimmed(line.substr(colon + 1));
        if (equalsIgnoringCase(name, "Content-Type")) {
            head.contentType = value;
        } else if (equalsIgnoringCase(name, "Content-Disposition")) {
            isFormData = mainValue(value) == "form-data";
            head.field = withoutFormEscapes(fieldParameter(value, "name").value_or(""));
            head.fileName = fileNameOf(value);
        }
    }
    if (!isFormData) throw Refusal{400, "A part of the form has no name."};
    return head;
}

} // namespace

MultipartSplitter::MultipartSplitter(std::string_view boundary, Consumer &consumer)
    : m_delimiter("\r\n--" + std::string(boundary))
    , m_held("\r\n") // The first boundary may stand at the very beginning, without a line before it.
    , m_consumer(consumer)
{}

void MultipartSplitter::feed(std::string_view bytes)
{
    if (m_state == State::After) return;
    m_held.append(bytes);
    while (step()) {
    }
}

bool MultipartSplitter::step()
{
    switch (m_state) {
    case State::Before: return skipToBoundary();
    case State::Boundary: return readBoundaryEnd();
    case State::Head: return readHead();
    case State::Data: return readData();
    case State::After: m_held.clear(); return false;
    }
    return false;
}

bool MultipartSplitter::skipToBoundary()
{
    const auto at = m_held.find(m_delimiter);
    if (at == std::string::npos) {
        if (m_held.size() > m_delimiter.size()) m_held.erase(0, m_held.size() - m_delimiter.size());
        return false;
    }
    m_held.erase(0, at + m_delimiter.size());
    m_state = State::Boundary;
    return true;
}

bool MultipartSplitter::readBoundaryEnd()
{
    if (m_held.size() < 2) return false;
    if (m_held.starts_with("--")) {
        m_state = State::After;
        return true;
    }
    const auto end = m_held.find("\r\n");
    const auto padding = std::string_view(m_held).substr(0, std::min(end, m_held.size()));
    if (padding.find_first_not_of(" \t\r") != std::string_view::npos || padding.size() > longestPadding)
        throw Refusal{400, "The form's boundary is malformed."};
    if (end == std::string::npos) return false;
    // The line end stays: a part without any header has its empty line right here.
    m_held.erase(0, end);
    m_state = State::Head;
    return true;
}

bool MultipartSplitter::readHead()
{
    const auto end = m_held.find("\r\n\r\n");
    if (std::min(end, m_held.size()) > longestHead) throw Refusal{400, "The header of a part of the form is too long."};
    if (end == std::string::npos) return false;
    auto head = parsedHead(std::string_view(m_held).substr(2, end < 2 ? 0 : end - 2));
    m_held.erase(0, end + 4);
    m_state = State::Data;
    m_consumer.partBegan(std::move(head));
    return true;
}

bool MultipartSplitter::readData()
{
    const auto at = m_held.find(m_delimiter);
    if (at != std::string::npos) {
        if (at > 0) m_consumer.partData(std::string_view(m_held).substr(0, at));
        m_consumer.partEnded();
        m_held.erase(0, at + m_delimiter.size());
        m_state = State::Boundary;
        return true;
    }
    // What could be the beginning of a boundary waits for the next bytes.
    const auto undecided = std::min(m_held.size(), m_delimiter.size() - 1);
    const auto decided = m_held.size() - undecided;
    if (decided > 0) {
        m_consumer.partData(std::string_view(m_held).substr(0, decided));
        m_held.erase(0, decided);
    }
    return false;
}

} // namespace callboard::server
