#pragma once
// Words as coverage weighs them: the language of a text, stems, and the lists of what words stand for in news prose.
//
// The lists hold closed classes and the common vocabulary of news in English, German, French and Spanish. What does not
// belong here: words of one story, and names.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/tokenized.h"

namespace twicetold::coverage {

enum class Language : std::uint8_t { english, german, french, spanish, other };

/// What language a text is in, and whether that is sure.
struct LanguageGuess {
    Language language = Language::other;
    bool sure = false;
};

/// By the document's tag where it has one, else by its script and function words. O(tokens).
[[nodiscard]] LanguageGuess language_of(const document::Tokenized& text);

/// Case folded, without diacritics, straight quotes and hyphens: the form that the lists are written in.
[[nodiscard]] std::string plain_form(std::string_view word);

/// The stem of a word in plain form: what inflected forms have in common. Light: it takes endings off, it knows no
/// irregular forms (the table of concepts does). O(length).
[[nodiscard]] std::string stem_of(std::string_view plain, Language language);

/// What a word can do in a sentence.
enum class WordRole : std::uint16_t {
    negation = 1U << 0U,  ///< not, never, without
    denial = 1U << 1U,    ///< denied, rejected, refused: content that says no
    saying = 1U << 2U,    ///< said, told: attributes, tells nothing
    title = 1U << 3U,     ///< mayor, minister, spokesman: stands for the name beside it
    common = 1U << 4U,    ///< so common in news that sharing it tells little
    month = 1U << 5U,
    weekday = 1U << 6U,
    function = 1U << 7U,  ///< beyond text::is_function_word
    passive =
        1U << 8U,  ///< was, wurde, by: subject and object may have changed places without a change of sense
};

/// Bits of WordRole of a word in plain form. O(log of the lists).
[[nodiscard]] std::uint16_t roles_of(std::string_view plain);
[[nodiscard]] constexpr bool has_role(std::uint16_t roles, WordRole role) {
    return (roles & static_cast<std::uint16_t>(role)) != 0;
}

/// The concepts that a stem may stand for: numbers that near-synonyms of all languages share ("killed", "dead", "tot",
/// "muertos"). Empty for most words. The span lives as long as the program. O(log of the table).
[[nodiscard]] std::span<const std::uint16_t> concepts_of(std::string_view stem, Language language);

/// The raw table, a concept a line, see concepts.cpp.
[[nodiscard]] std::string_view concept_table();

}  // namespace twicetold::coverage
