#include "text/characters.h"

#include <string_view>

#include "text/unicode_tables.h"

namespace twicetold::text {

namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// As tools/unicode_tables writes them: the class, then what the general category says besides.
constexpr unsigned class_bits = 0x0F;
constexpr unsigned upper_bit = 0x10;
constexpr unsigned lower_bit = 0x20;
constexpr unsigned opening_bit = 0x40;
constexpr unsigned closing_bit = 0x80;

unsigned property(char32_t c) {
    if (c > 0x10FFFF) return static_cast<unsigned>(CharacterClass::control);
    return tables::properties[tables::property_blocks[c / tables::block_size] * tables::block_size +
                              c % tables::block_size];
}

}  // namespace

CharacterClass classify(char32_t c) { return static_cast<CharacterClass>(property(c) & class_bits); }

bool is_upper(char32_t c) { return (property(c) & upper_bit) != 0; }

bool is_lower(char32_t c) { return (property(c) & lower_bit) != 0; }

bool is_double_quote(char32_t c) {
    return c == U'"' || c == 0xAB || c == 0xBB || between(c, 0x201C, 0x201F) || between(c, 0x300C, 0x300F) ||
           between(c, 0x301D, 0x301F) || c == 0xFF02 || c == 0xFF62 || c == 0xFF63;
}

bool is_single_quote(char32_t c) {
    return c == U'\'' || c == U'`' || c == 0xB4 || between(c, 0x2018, 0x201B) || c == 0x2039 || c == 0x203A ||
           c == 0x02BC || c == 0xFF07;
}

bool is_dash(char32_t c) {
    return c == U'-' || between(c, 0x2010, 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 ||
           c == 0xFE63 || c == 0xFF0D;
}

bool is_han_numeral(char32_t c) {
    constexpr std::u32string_view numerals = U"〇一七万三両两九二五亿億兆八六十千四百萬";
    return c >= 0x3007 && numerals.find(c) != std::u32string_view::npos;
}

bool is_opening(char32_t c) {
    if (c == U'"' || c == U'\'') return false;
    return (property(c) & opening_bit) != 0;
}

bool is_closing(char32_t c) {
    if (c == U'"' || c == U'\'') return true;
    // “ closes in German, » and « change places there too.
    if (c == 0x201C || c == 0xAB || c == 0x2018) return true;
    return (property(c) & closing_bit) != 0;
}

}  // namespace twicetold::text
