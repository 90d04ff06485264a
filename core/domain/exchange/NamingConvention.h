// SPDX-License-Identifier: GPL-3.0-or-later
// How clips are named after shots: "${project_name}_${sequence_name}-${shot_name}". Between the names a convention is
// a regular expression, so that "v[0-9]+_" passes over a version.
#pragma once

#include <QRegularExpression>

#include <optional>
#include <string>
#include <vector>

namespace callboard::exchange {

struct ShotNames
{
    std::string project;
    std::string episode; // empty: none
    std::string sequence;
    std::string shot;
};

class NamingConvention
{
public:
    /// Throws api::Error 400: unknown names, no sequence or shot, no regular expression.
    NamingConvention(const std::string &text, bool isSeries, bool matchesCase);
    /// The usual one.
    static std::string usual(bool isSeries);

    /// The name of a shot's clip, as names are compared.
    std::string nameOf(const ShotNames &shot) const;
    /// A clip's name, as names are compared.
    std::string compared(const std::string &clip) const;
    /// The sequence and the shot that a clip's name begins with; nothing when it is named otherwise.
    std::optional<ShotNames> read(const std::string &clip) const;

private:
    struct Piece
    {
        bool isName = false;
        std::string text; // of a name: "shot_name"
    };

    void parse(const std::string &text, bool isSeries);
    void compile(bool matchesCase);

    std::vector<Piece> m_pieces;
    bool m_matchesCase = true;
    QRegularExpression m_expression;
};

} // namespace callboard::exchange
