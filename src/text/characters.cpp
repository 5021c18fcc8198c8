#include "text/characters.h"

#include <utf8proc.h>

#include <array>

namespace twicetold::text {

namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr CharacterClass classify_ascii(char32_t c) {
    if (between(c, U'a', U'z') || between(c, U'A', U'Z')) return CharacterClass::letter;
    if (between(c, U'0', U'9')) return CharacterClass::digit;
    if (c == U' ' || c == U'\t') return CharacterClass::space;
    if (between(c, 0x0A, 0x0D)) return CharacterClass::line_break;
    if (c < 0x20 || c == 0x7F) return CharacterClass::control;
    if (c == U'$') return CharacterClass::currency;
    if (c == U'+' || c == U'<' || c == U'=' || c == U'>' || c == U'^' || c == U'`' || c == U'|' ||
        c == U'~') {
        return CharacterClass::symbol;
    }
    return CharacterClass::punctuation;
}

constexpr std::array<CharacterClass, 128> ascii_table = [] {
    std::array<CharacterClass, 128> made{};
    for (char32_t c = 0; c < 128; ++c) made[c] = classify_ascii(c);
    return made;
}();

CharacterClass classify_letter(char32_t c) {
    if (c < 0x0E00) return CharacterClass::letter;
    // Thai, Lao; Myanmar; Khmer; Tai scripts; Myanmar Extended.
    if (between(c, 0x0E00, 0x0EFF) || between(c, 0x1000, 0x109F) || between(c, 0x1780, 0x17FF) ||
        between(c, 0x1950, 0x19DF) || between(c, 0x1A20, 0x1AAF) || between(c, 0xA9E0, 0xA9FF) ||
        between(c, 0xAA60, 0xAA7F) || between(c, 0xAA80, 0xAADF)) {
        return CharacterClass::complex;
    }
    if (between(c, 0x3040, 0x309F)) return CharacterClass::hiragana;
    if (between(c, 0x30A0, 0x30FF) || between(c, 0x31F0, 0x31FF) || between(c, 0xFF66, 0xFF9D)) {
        return CharacterClass::katakana;
    }
    if (between(c, 0x3400, 0x4DBF) || between(c, 0x4E00, 0x9FFF) || between(c, 0xF900, 0xFAFF) ||
        between(c, 0x20000, 0x3FFFF) || c == 0x3005 || c == 0x3006 || c == 0x3007) {
        return CharacterClass::ideograph;
    }
    return CharacterClass::letter;
}

}  // namespace

CharacterClass classify(char32_t c) {
    if (c < 128) return ascii_table[c];
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return CharacterClass::line_break;
    if (c == 0x200D) return CharacterClass::joiner;
    if (c == 0x200C) return CharacterClass::format;
    if (between(c, 0x1F1E6, 0x1F1FF)) return CharacterClass::regional;
    if (between(c, 0x1F3FB, 0x1F3FF)) return CharacterClass::mark;  // skin tones
    if (between(c, 0xE0020, 0xE007F)) return CharacterClass::mark;  // tags of subdivision flags
    if (c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F) return CharacterClass::katakana;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_NL: return classify_letter(c);
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return CharacterClass::mark;
        case UTF8PROC_CATEGORY_ND: return CharacterClass::digit;
        case UTF8PROC_CATEGORY_NO: return CharacterClass::digit;
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO: return CharacterClass::punctuation;
        case UTF8PROC_CATEGORY_SC: return CharacterClass::currency;
        case UTF8PROC_CATEGORY_SM:
        case UTF8PROC_CATEGORY_SK:
        case UTF8PROC_CATEGORY_SO: return CharacterClass::symbol;
        case UTF8PROC_CATEGORY_ZS: return CharacterClass::space;
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return CharacterClass::line_break;
        case UTF8PROC_CATEGORY_CF: return CharacterClass::format;
        default: return CharacterClass::control;
    }
}

bool is_upper(char32_t c) {
    if (c < 128) return between(c, U'A', U'Z');
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
    if (c < 128) return between(c, U'a', U'z');
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

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

bool is_opening(char32_t c) {
    if (c == U'"' || c == U'\'') return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

bool is_closing(char32_t c) {
    if (c == U'"' || c == U'\'') return true;
    // “ closes in German, » and « change places there too.
    if (c == 0x201C || c == 0xAB || c == 0x2018) return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_PE || category == UTF8PROC_CATEGORY_PF;
}

}  // namespace twicetold::text
