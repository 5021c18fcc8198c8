#pragma once
// What is known of words before any context is seen: the lists by which changes are told apart.
//
// What belongs here: closed or nearly closed sets of news prose (months, numerals, verbs of saying, hedges, negations …) in
// English, German, French, Spanish and Japanese, and near-synonyms that editors swap without telling anything new. What does not
// belong here: words of one story, names, and rules about what stands beside a word (classify.cpp). A word may play several
// roles; a role only says that it can.

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/tokenized.h"

namespace twicetold::versions {

/// What a word can do in a sentence, as bits of a set.
enum class Role : std::uint32_t {
    calendar = 1U << 0U,        ///< weekday, month, part of a day, "today": a date by itself
    calendar_unit = 1U << 1U,   ///< day, week, year: a date behind "last", a figure behind a number
    clock_unit = 1U << 2U,      ///< "a.m.", "Uhr", "h": makes a time of the number before it
    date_modifier = 1U << 3U,   ///< last, next, early, since
    numeral = 1U << 4U,         ///< two, dozen, half: a figure in letters
    quantity = 1U << 5U,        ///< some, most, several, a: how many, loosely
    approximator = 1U << 6U,    ///< about, nearly, "least" of "at least"
    negation = 1U << 7U,        ///< not, never, without
    polarity = 1U << 8U,        ///< denied, withdrew, against: content that says no
    hedge = 1U << 9U,           ///< may, allegedly, believed
    saying = 1U << 10U,         ///< said, told, according: verbs that add nothing
    loaded_saying = 1U << 11U,  ///< claimed, admitted: verbs that judge
    speaker = 1U << 12U,        ///< spokesman, police, sources
    pronoun = 1U << 13U,        ///< he, she, it: stands for someone named before
    future = 1U << 14U,         ///< will, wird
    auxiliary = 1U << 15U,      ///< forms of be, have, do, and other words that carry the tense
    article = 1U << 16U,
    gender = 1U << 17U,   ///< he, she, his, her: swapping them tells something else
    weekday = 1U << 18U,  ///< also `calendar`
    page =
        1U
        << 20U,  ///< occurs in lines that belong to the page: only sentences with one are searched for such lines
    source = 1U << 19U,  ///< "according" to, "selon": what follows is who says it; also `saying`
};

/// A set of roles.
class Roles {
public:
    constexpr Roles() = default;
    constexpr explicit Roles(std::uint32_t bits) : bits_(bits) {}
    [[nodiscard]] constexpr bool has(Role role) const {
        return (bits_ & static_cast<std::uint32_t>(role)) != 0;
    }
    template <typename... Many>
    [[nodiscard]] constexpr bool has_any(Many... roles) const {
        return (has(roles) || ...);
    }
    constexpr void add(Roles other) { bits_ |= other.bits_; }
    [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }

private:
    std::uint32_t bits_ = 0;
};

/// Looks words up once per distinct token of a vocabulary, when first asked.
class Lexicon {
public:
    explicit Lexicon(const text::Vocabulary& vocabulary)
        : vocabulary_(&vocabulary), cache_(vocabulary.size(), unknown) {}

    /// Roles of the vocabulary's entry `index`. O(1) after the first time.
    [[nodiscard]] Roles roles(std::uint32_t index) const;

    /// Do the two entries say the same: one stem, or near-synonyms ("cut" and "reduced")? O(log of the list).
    [[nodiscard]] bool same_sense(std::uint32_t one, std::uint32_t other) const;

private:
    static constexpr std::uint32_t unknown = 0xFFFFFFFFU;

    const text::Vocabulary* vocabulary_;
    mutable std::vector<std::uint32_t> cache_;
};

/// Roles of a word as written; capitals tell "May" from "may". O(log of the list).
[[nodiscard]] Roles roles_of(std::string_view word);

/// Are the words near-synonyms by the list, whatever their endings?
[[nodiscard]] bool are_synonyms(std::string_view one, std::string_view other);

/// Whole numbers written as one word, 0 to 12 in five languages; -1 for others.
[[nodiscard]] int small_number(std::string_view folded);

/// Phrases of languages written without spaces, to be looked for in the text itself.
[[nodiscard]] std::uint64_t hedge_phrases_in(std::string_view text);  ///< a bit for each phrase that is found
[[nodiscard]] std::uint64_t negation_phrases_in(std::string_view text);
[[nodiscard]] std::uint64_t saying_phrases_in(std::string_view text);
[[nodiscard]] std::uint64_t loaded_phrases_in(std::string_view text);  ///< verbs of saying that judge

/// The sentence opens a correction note or an editor's note: "Correction: …", "An earlier version of this article …".
/// At the edge of an article, its first and last paragraphs, less is asked of it: "The age of the driver has been corrected."
[[nodiscard]] bool opens_correction_note(std::string_view sentence, bool at_edge);

/// Lines that belong to the page rather than the story: "This is a breaking news story", "Contact our newsroom", "(With agencies.)".
[[nodiscard]] bool is_boilerplate(std::string_view sentence);

}  // namespace twicetold::versions
