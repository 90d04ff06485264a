// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Slug.h"

#include <QString>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace callboard {

namespace {

/// The signs of a hard or soft letter say nothing in a path.
std::unique_ptr<icu::Transliterator> newTransliterator()
{
    UErrorCode failure = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        u"NFKC; Any-Latin; [\u02B9\u02BA] Remove; Latin-ASCII", UTRANS_FORWARD, failure));
    if (U_FAILURE(failure) || !made) throw std::runtime_error(u_errorName(failure));
    return made;
}

bool isPlain(char16_t letter)
{
    return (letter >= u'0' && letter <= u'9') || (letter >= u'a' && letter <= u'z')
        || (letter >= u'A' && letter <= u'Z');
}

icu::UnicodeString inLatinLetters(std::string_view text)
{
    auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    bool isAllPlain = true;
    for (std::int32_t i = 0; i < letters.length() && isAllPlain; ++i) isAllPlain = letters[i] < 128;
    if (isAllPlain) return letters;
    // One for each thread: it keeps notes while it works, and is dear to make.
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = newTransliterator();
    transliterator->transliterate(letters);
    return letters;
}

std::string numbersOf(std::string_view text, char joint)
{
    std::string numbers;
    for (const char32_t letter : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUcs4()) {
        if (!numbers.empty()) numbers += joint;
        numbers += 'u' + QString::number(static_cast<uint>(letter), 16).toStdString();
    }
    return numbers;
}

} // namespace

std::string slugOf(std::string_view text, char joint)
{
    const auto decomposed = [&] {
        const auto latin = inLatinLetters(text);
        return QString(reinterpret_cast<const QChar *>(latin.getBuffer()), latin.length())
            .normalized(QString::NormalizationForm_KD);
    }();
    std::string slug;
    for (const QChar letter : decomposed) {
        if (isPlain(letter.unicode()))
            slug += static_cast<char>(letter.unicode());
        else if (letter.category() != QChar::Mark_NonSpacing && !slug.empty() && slug.back() != joint)
            slug += joint;
    }
    while (!slug.empty() && slug.back() == joint) slug.pop_back();
    return slug.empty() ? numbersOf(text, joint) : slug;
}

} // namespace callboard
