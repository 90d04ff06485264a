// SPDX-License-Identifier: GPL-3.0-or-later
// File trees: templates that say where the files of a production lie and how they are called, by mode (working,
// output, preview) and by kind of entity. "<Shot>" stands for a shot's name, "<Shot.id>" for another of its fields.
#pragma once

#include "core/api/Error.h"

#include <map>
#include <string>
#include <string_view>

namespace callboard::files {

/// The tree of that name that Callboard brings along ("simple", "default"); nullptr when there is none.
const Json *fileTreeNamed(std::string_view name);

/// The tree lacks what is asked for, or a template has a word that nothing stands for.
class MalformedTree : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// What the words of a template stand for: records, of which a word without a field means the name.
using Words = std::map<std::string, Json, std::less<>>;

struct FilePlace
{
    std::string folder;
    std::string name;
};

/// Where a file lies by the tree of a production. `kind` is "shot", "asset", "instance", …; folders are joined with
/// `separator`. Throws MalformedTree.
FilePlace placeIn(const Json &tree, const std::string &mode, const std::string &kind, const Words &words,
    const std::string &separator);
/// Letters, digits and underscores: core/base/Slug.h.
std::string pathSlug(const std::string &text);
/// Splits at each occurrence; "" gives one empty piece.
std::vector<std::string> splitAt(const std::string &text, const std::string &separator);

} // namespace callboard::files
