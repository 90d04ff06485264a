// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/FileTree.h"

#include "core/base/Slug.h"

namespace callboard::files {

namespace {

enum class Style { AsItIs, Lower, Upper };

Style styleOf(const Json &templates)
{
    const Json style = templates.value("style", Json());
    if (style == "lowercase") return Style::Lower;
    return style == "uppercase" ? Style::Upper : Style::AsItIs;
}

std::string styled(std::string text, Style style)
{
    for (char &letter : text) {
        const auto plain = static_cast<unsigned char>(letter);
        if (style == Style::Lower) letter = static_cast<char>(std::tolower(plain));
        if (style == Style::Upper) letter = static_cast<char>(std::toupper(plain));
    }
    return text;
}

std::string textIn(const Json &object, const char *name)
{
    const Json value = object.is_object() ? object.value(name, Json()) : Json();
    return value.is_string() ? value.get<std::string>() : std::string();
}

const Json &memberOf(const Json &object, const std::string &name, const std::string &what)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || found == object.end())
        throw MalformedTree("The file tree has no " + what + ": " + name + ".");
    return *found;
}

/// What stands for "Shot" or "Shot.id". Identifiers stay as they are.
std::string valueOf(const std::string &word, const Words &words, Style style)
{
    const auto dot = std::min(word.find('.'), word.size());
    const std::string field = dot < word.size() ? word.substr(dot + 1) : "name";
    const auto known = words.find(word.substr(0, dot));
    if (known == words.end()) throw MalformedTree("Nothing is known that stands for <" + word + "> here.");
    const auto value = known->second.find(field);
    if (value == known->second.end()) throw MalformedTree("There is no field of this name: <" + word + ">.");
    if (value->is_number_integer()) {
        char number[24];
        std::snprintf(number, sizeof number, "%04lld", static_cast<long long>(value->get<std::int64_t>()));
        return number;
    }
    if (!value->is_string()) return {};
    return field == "id" ? value->get<std::string>() : styled(pathSlug(value->get<std::string>()), style);
}

/// The template with its words replaced; `literal` brings the text between them to its form.
template<typename Literal>
std::string rendered(const std::string &pattern, const Words &words, Style style, Literal literal)
{
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const auto begin = pattern.find('<', at);
        const auto end = begin == std::string::npos ? begin : pattern.find('>', begin);
        out += literal(pattern.substr(at, begin == std::string::npos ? begin : begin - at));
        if (begin == std::string::npos) break;
        if (end == std::string::npos) throw MalformedTree("A word of the file tree is not closed: " + pattern);
        out += valueOf(pattern.substr(begin + 1, end - begin - 1), words, style);
        at = end + 1;
    }
    return out;
}

std::string replaced(const std::string &text, char what, const std::string &by)
{
    std::string out;
    for (const char letter : text) {
        if (letter == what)
            out += by;
        else
            out += letter;
    }
    return out;
}

} // namespace

FilePlace placeIn(const Json &tree, const std::string &mode, const std::string &kind, const Words &words,
    const std::string &separator)
{
    const Json &place = memberOf(tree, mode, "mode");
    const Json &folders = memberOf(place, "folder_path", "part");
    const Json &names = memberOf(place, "file_name", "part");
    const Json &folder = memberOf(folders, kind, "folder for the kind");
    const Json &name = memberOf(names, kind, "file name for the kind");
    if (!folder.is_string() || !name.is_string()) throw MalformedTree("A template of the file tree is no text.");
    const auto folderStyle = styleOf(folders);
    const auto nameStyle = styleOf(names);
    FilePlace result;
    result.folder = textIn(place, "mountpoint");
    if (const auto root = textIn(place, "root"); !root.empty()) result.folder += separator + root;
    result.folder += separator + rendered(folder.get<std::string>(), words, folderStyle, [&](const std::string &text) {
        return replaced(styled(text, folderStyle), '/', separator);
    });
    result.name = rendered(name.get<std::string>(), words, nameStyle,
        [&](const std::string &text) { return replaced(styled(text, nameStyle), '-', "_"); });
    return result;
}

std::string pathSlug(const std::string &text)
{
    return slugOf(text, '_');
}

std::vector<std::string> splitAt(const std::string &text, const std::string &separator)
{
    std::vector<std::string> pieces;
    std::size_t at = 0;
    for (auto next = text.find(separator); !separator.empty() && next != std::string::npos;
         next = text.find(separator, at)) {
        pieces.push_back(text.substr(at, next - at));
        at = next + separator.size();
    }
    pieces.push_back(text.substr(at));
    return pieces;
}

} // namespace callboard::files
