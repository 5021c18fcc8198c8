#pragma once
// What sort of character a code point is, as far as words, sentences and lines of prose care.
// Source: general categories of the Unicode Character Database (tables made from utf8proc during the build) and the block
// ranges of the scripts that are written without spaces.

#include "text/character_class.h"

namespace twicetold::text {

/// Class of a Unicode scalar value. O(1).
[[nodiscard]] CharacterClass classify(char32_t code_point);

[[nodiscard]] constexpr bool is_white_space(CharacterClass c) {
    return c == CharacterClass::space || c == CharacterClass::line_break;
}

/// Not to be seen: format characters and joiners.
[[nodiscard]] constexpr bool is_invisible(CharacterClass c) {
    return c == CharacterClass::format || c == CharacterClass::joiner;
}

[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_lower(char32_t code_point);

/// A quotation mark of any script that comes in double form, « » and CJK brackets included.
[[nodiscard]] bool is_double_quote(char32_t code_point);
/// A single quotation mark or apostrophe of any form.
[[nodiscard]] bool is_single_quote(char32_t code_point);
/// Hyphen, dash or minus of any length.
[[nodiscard]] bool is_dash(char32_t code_point);

/// A Han character that numbers are written with, from one to a trillion; not the forms of accountants.
[[nodiscard]] bool is_han_numeral(char32_t code_point);
/// Opening bracket or quotation mark that cannot also close.
[[nodiscard]] bool is_opening(char32_t code_point);
/// Closing bracket or quotation mark; the ambiguous " and ' count.
[[nodiscard]] bool is_closing(char32_t code_point);

}  // namespace twicetold::text
