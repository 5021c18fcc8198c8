#pragma once
// Where lines may break: the Unicode Line Breaking Algorithm, UAX #14 (revision 51, Unicode 15.1), over the code points of
// one paragraph. Tested against LineBreakTest.txt of the Unicode Character Database.
//
// Rule LB25 is the regular expression of its section 8.2, example 7: numbers stay whole with their signs and units, "($1,000.50)".
// Small kana and the prolonged sound mark begin no line (class CJ is NS: the strict style of CSS).

#include <cstdint>
#include <span>
#include <vector>

namespace twicetold::viewer {

enum class LineBreakStyle : std::uint8_t {
    plain,  ///< UAX #14 as it stands
    /// As browsers set ordinary text, tried in Chromium, where that differs from UAX #14:
    /// - a line may break behind every space, also before "!" and "/", and behind "« ";
    /// - between two signs of ASCII it breaks only behind "-" and "?", and between punctuation and an opening bracket: so not in
    ///   "and/or", "a|b" and "a!b";
    /// - behind "-" also before digits ("1234-5678"), unless it begins the word ("-5", "-foo": LB20a of Unicode 16);
    browsers,
};

/// For every code point whether a line may break before it; never before the first. O(length).
/// Letters of class SA (Thai, Khmer …) are taken for alphabetic: where their words begin is not known here.
[[nodiscard]] std::vector<bool> line_breaks(std::span<const char32_t> paragraph, LineBreakStyle style);

/// What the browsers' style says of two neighbours, both in ASCII and no space. `word_begins`: `before` is the word's first.
[[nodiscard]] bool breaks_between_ascii(char before, char after, bool word_begins);

}  // namespace twicetold::viewer
