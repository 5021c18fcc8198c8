#pragma once
// What sort of character a code point is, as far as words, sentences and lines of prose care.

#include <cstdint>

namespace twicetold::text {

enum class CharacterClass : std::uint8_t {
    space,       ///< White_Space, but for the line breaks
    line_break,  ///< LF, CR, VT, FF, NEL, LS, PS
    letter,      ///< of a script written with spaces between words; Hangul too
    digit,       ///< decimal digit of any script
    mark,        ///< combining mark, variation selector, emoji modifier: belongs to what precedes it
    joiner,      ///< ZERO WIDTH JOINER
    format,      ///< invisible: soft hyphen, zero-width space, BOM, bidi controls, tags
    ideograph,   ///< Han
    hiragana,
    katakana,  ///< with the prolonged sound mark
    complex,   ///< South East Asian letter (Thai, Lao, Khmer, Burmese): no spaces between words
    currency,
    punctuation,
    symbol,    ///< signs, pictographs
    regional,  ///< regional indicator: two make a flag
    control,   ///< other control characters, unassigned and private code points
};

}  // namespace twicetold::text
