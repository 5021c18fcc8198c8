#pragma once
// What the words of an edit are where they stand: a year or a count, a name or the opening of a sentence, said by somebody.

#include <cstdint>
#include <vector>

#include "document/tokenized.h"
#include "versions/lexicon.h"
#include "versions/word_edits.h"

namespace twicetold::versions {

/// What a token is in its place. The first that fits.
enum class Part : std::uint8_t {
    sign,
    date,      ///< "Monday", "12" of "12 March", "week" of "last week"
    figure,    ///< "14", "two", "percent"
    name,      ///< capitalised within a sentence
    negation,  ///< "not"; "denied" counts too
    hedge,     ///< "may", "at least"
    saying,    ///< "said", "according"
    speaker,   ///< "spokesman", "police"
    grammar,   ///< articles, prepositions, auxiliaries, pronouns
    content,   ///< any other word
};

/// For every token of a text: does it stand inside quotation marks? The marks themselves do not. Quotations end with their
/// paragraph. O(tokens).
[[nodiscard]] std::vector<bool> find_quoted(const document::Tokenized& text);

/// One version of the article, with what is asked of it again and again.
class Reading {
public:
    Reading(const document::Tokenized& text, const Lexicon& lexicon)
        : text_(&text), lexicon_(&lexicon), quoted_(find_quoted(text)) {}

    [[nodiscard]] const document::Tokenized& text() const { return *text_; }
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
    [[nodiscard]] bool quoted(std::uint32_t token) const { return quoted_[token]; }
    [[nodiscard]] Roles roles(std::uint32_t token) const { return lexicon_->roles(text_->entries[token]); }
    [[nodiscard]] std::string_view shown(std::uint32_t token) const {
        return text_->document->slice(text_->tokens[token].range());
    }
    [[nodiscard]] bool is_sign(std::uint32_t token) const {
        return text_->entry(token).weight == text::TokenWeight::sign;
    }

    /// O(1).
    [[nodiscard]] Part part(std::uint32_t token) const;
    [[nodiscard]] bool is_date(std::uint32_t token) const;
    [[nodiscard]] bool is_figure(std::uint32_t token) const;
    [[nodiscard]] bool is_name(std::uint32_t token) const;

    /// Does a word of this stem stand anywhere in the version? The first call looks at every token.
    [[nodiscard]] bool tells(std::uint32_t stem) const;
    /// Does one stand among these tokens? O(span) for a short span, O(log occurrences) for a long one; the first call
    /// for a long one looks at every token.
    [[nodiscard]] bool tells(std::uint32_t stem, TokenSpan span) const;

private:
    [[nodiscard]] bool is_calendar(std::uint32_t token) const;
    [[nodiscard]] bool is_year(std::uint32_t token) const;
    [[nodiscard]] bool is_number(std::uint32_t token) const {
        return text_->entry(token).kind == text::TokenKind::number;
    }
    [[nodiscard]] bool leads_to_figure(std::uint32_t token) const;
    [[nodiscard]] bool is_name_elsewhere(std::uint32_t token) const;
    [[nodiscard]] bool opens_sentence(std::uint32_t token) const;
    [[nodiscard]] bool capitals_tell() const;

    const document::Tokenized* text_;
    const Lexicon* lexicon_;
    std::vector<bool> quoted_;
    mutable std::vector<bool> told_;                  ///< by stem; empty until asked
    mutable std::vector<std::uint32_t> first_place_;  ///< by stem, into `places_`; empty until asked
    mutable std::vector<std::uint32_t> places_;       ///< tokens, rising for each stem
    mutable std::vector<bool> inside_;  ///< by entry: stands within a sentence somewhere; empty until asked
    mutable std::int8_t capitals_tell_ = -1;  ///< -1: not yet known
};

}  // namespace twicetold::versions
