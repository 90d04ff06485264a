// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/NamingConvention.h"

#include "core/api/Error.h"

#include <algorithm>

namespace callboard::exchange {

namespace {

constexpr std::size_t longestConvention = 500; // bytes
constexpr std::size_t longestClipName = 1000;
/// An expression may be written so that it tries endlessly; it gives up after so many steps.
constexpr const char *limits = "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=1000)";

api::Error refused(const std::string &sentence)
{
    return api::badRequest("The naming convention " + sentence);
}

bool isNameLetter(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string valueOf(const ShotNames &shot, const std::string &name)
{
    if (name == "project_name") return shot.project;
    if (name == "episode_name") return shot.episode;
    return name == "sequence_name" ? shot.sequence : shot.shot;
}

} // namespace

std::string NamingConvention::usual(bool isSeries)
{
    return isSeries ? "${project_name}_${episode_name}-${sequence_name}-${shot_name}"
                    : "${project_name}_${sequence_name}-${shot_name}";
}

NamingConvention::NamingConvention(const std::string &text, bool isSeries, bool matchesCase)
    : m_matchesCase(matchesCase)
{
    if (text.size() > longestConvention) throw refused("is too long.");
    parse(text, isSeries);
    const auto names = [this](const char *name) {
        return std::count_if(
            m_pieces.begin(), m_pieces.end(), [&](const Piece &piece) { return piece.isName && piece.text == name; });
    };
    for (const char *needed : {"sequence_name", "shot_name"})
        if (names(needed) != 1) throw refused("needs ${sequence_name} and ${shot_name}, each once.");
    for (const char *possible : {"project_name", "episode_name"})
        if (names(possible) > 1) throw refused("names something twice.");
    compile(matchesCase);
}

/// "$name" and "${name}" are names, "$$" is a dollar sign.
void NamingConvention::parse(const std::string &text, bool isSeries)
{
    std::string words;
    const auto endWords = [&] {
        if (!words.empty()) m_pieces.push_back({false, std::move(words)});
        words.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '$') {
            words += text[i];
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == '$') {
            words += text[++i];
            continue;
        }
        const bool isBraced = i + 1 < text.size() && text[i + 1] == '{';
        const std::size_t begin = i + (isBraced ? 2 : 1);
        std::size_t end = begin;
        while (end < text.size() && isNameLetter(text[end])) ++end;
        const std::string name = text.substr(begin, end - begin);
        const bool isClosed = !isBraced || (end < text.size() && text[end] == '}');
        const bool isKnown = name == "project_name" || name == "sequence_name" || name == "shot_name"
            || (isSeries && name == "episode_name");
        if (!isClosed || !isKnown) throw refused("has a name that nothing stands for: $" + name + ".");
        endWords();
        m_pieces.push_back({true, name});
        i = end - (isBraced ? 0 : 1);
    }
    endWords();
}

void NamingConvention::compile(bool matchesCase)
{
    QString pattern = QString::fromLatin1(limits) + QStringLiteral("\\A(?:");
    for (const Piece &piece : m_pieces) {
        const QString text = QString::fromStdString(piece.text);
        pattern += piece.isName ? QStringLiteral("(?<%1>\\w+)").arg(text) : text;
    }
    m_expression.setPattern(pattern + QLatin1Char(')'));
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!matchesCase) options |= QRegularExpression::CaseInsensitiveOption;
    m_expression.setPatternOptions(options);
    if (!m_expression.isValid()) throw refused("is no regular expression between its names.");
}

std::string NamingConvention::nameOf(const ShotNames &shot) const
{
    std::string name;
    for (const Piece &piece : m_pieces) name += piece.isName ? valueOf(shot, piece.text) : piece.text;
    return compared(name);
}

std::string NamingConvention::compared(const std::string &clip) const
{
    return m_matchesCase ? clip : QString::fromStdString(clip).toCaseFolded().toStdString();
}

std::optional<ShotNames> NamingConvention::read(const std::string &clip) const
{
    if (clip.size() > longestClipName) return std::nullopt;
    const auto match = m_expression.match(QString::fromStdString(clip));
    if (!match.hasMatch()) return std::nullopt;
    ShotNames names;
    names.sequence = match.captured(QStringLiteral("sequence_name")).toStdString();
    names.shot = match.captured(QStringLiteral("shot_name")).toStdString();
    if (names.sequence.empty() || names.shot.empty()) return std::nullopt;
    return names;
}

} // namespace callboard::exchange
