#pragma once
// Cutting prose into the units that are compared: words, figures, signs.
//
// Follows UAX #29 word boundaries (Unicode 15) with what prose needs on top: "$35,000,000", "3.5%", "10:30", "2026-03-04",
// "state-of-the-art", "don't", "U.S.", addresses of pages and mail stay whole; Han, kana but for katakana runs, and the
// South East Asian scripts are cut at every grapheme cluster, so that one changed character does not mark a clause.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace twicetold::text {

enum class TokenKind : std::uint8_t {
    word,         ///< letters, with joined apostrophes, hyphens and digits
    number,       ///< begins with a digit (after a sign of currency)
    ideograph,    ///< one character of a script written without spaces, or a katakana run
    punctuation,  ///< one sign, or a run of dots or dashes
    symbol,       ///< pictographs, mathematical signs, whatever else is visible
    invisible,    ///< format characters that follow nothing
};

/// Half-open byte range [begin, end) of the text, never inside a grapheme cluster, never holding white space (but
/// for a space that carries a combining mark, and the spaces that group the digits of one figure).
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::word;

    [[nodiscard]] constexpr Range range() const { return {begin, end}; }
};

/// Appends the tokens of text[range] (valid UTF-8, range on grapheme borders) to `out`, with offsets absolute in `text`.
/// What lies between two tokens is white space only. O(length).
void append_tokens(std::string_view text, Range range, std::vector<Token>& out);

}  // namespace twicetold::text
