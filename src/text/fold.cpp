#include "text/fold.h"

#include "text/characters.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace twicetold::text {

namespace {

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

std::string case_folded(std::string_view text) {
    if (!is_ascii(text)) return fold_case(text);
    std::string folded(text);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return folded;
}

/// Does removing the marks of `base` leave the same letter to a reader? In the Indic and South East Asian scripts the
/// marks are vowels: there nothing is removed.
bool marks_are_diacritics(char32_t base) { return base < 0x0700; }

std::string without_diacritics(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    std::u32string stripped;
    char32_t base = 0;
    for (const char32_t c : to_nfd(text)) {
        if (classify(c) != CharacterClass::mark) {
            base = c;
        } else if (marks_are_diacritics(base)) {
            continue;
        }
        stripped += c;
    }
    return compose(std::move(stripped));
}

/// Applies `map` (code point → code point, 0 to drop it) to every character.
template <typename Map>
std::string each_character(std::string_view text, Map map) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        const Decoded d = decode(text, position);
        position += d.length;
        if (const char32_t c = map(d.code_point); c != 0) append_utf8(out, c);
    }
    return out;
}

/// Inside a token there are spaces only between the digits of a figure.
std::string with_plain_spaces(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return each_character(
        text, [](char32_t c) -> char32_t { return classify(c) == CharacterClass::space ? U' ' : c; });
}

bool is_only_signs(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const Decoded d = decode(text, position);
        position += d.length;
        const CharacterClass kind = classify(d.code_point);
        if (kind != CharacterClass::punctuation && !is_invisible(kind)) return false;
    }
    return true;
}

}  // namespace

std::string fold_token(std::string_view token, Ignore ignore) {
    if (ignore == Ignore::nothing) return std::string(token);
    std::string key = each_character(token, [ignore](char32_t c) -> char32_t {
        if (c == 0) return 0xFFFD;
        if (ignores(ignore, Ignore::invisible) && is_invisible(classify(c))) return 0;
        if (ignores(ignore, Ignore::quotes)) {
            if (is_double_quote(c)) return U'"';
            if (is_single_quote(c)) return U'\'';
        }
        if (ignores(ignore, Ignore::dashes) && is_dash(c)) return U'-';
        return c;
    });
    // An apostrophe that stands alone quotes.
    if (ignores(ignore, Ignore::quotes) && key == "'") key = "\"";
    if (ignores(ignore, Ignore::dashes) && key.size() > 1 && key.find_first_not_of('-') == std::string::npos)
        key = "-";
    if (ignores(ignore, Ignore::whitespace)) key = with_plain_spaces(key);
    if (ignores(ignore, Ignore::ellipsis) && key == "\xE2\x80\xA6") key = "...";
    if (ignores(ignore, Ignore::punctuation) && is_only_signs(key)) return {};
    if (ignores(ignore, Ignore::hyphenation)) {
        key = each_character(key, [](char32_t c) -> char32_t { return is_dash(c) && c < 0x2012 ? 0 : c; });
        if (key.empty()) key = token;  // a dash that stands alone is no hyphenation
    }
    if (ignores(ignore, Ignore::diacritics)) key = without_diacritics(key);
    if (ignores(ignore, Ignore::letter_case)) key = case_folded(key);
    return key;
}

std::string match_form(std::string_view token) {
    std::string form = case_folded(token);
    if (!is_ascii(form)) {
        form = each_character(form, [](char32_t c) -> char32_t {
            const CharacterClass kind = classify(c);
            if (is_invisible(kind)) return 0;
            if (kind == CharacterClass::space) return U' ';
            if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // "１４" is "14"
            if (is_single_quote(c)) return U'\'';
            if (is_double_quote(c)) return U'"';
            return is_dash(c) ? U'-' : c;
        });
        if (form == "\xE2\x80\xA6") form = "...";
    }
    if (form.size() > 1 && form.find_first_not_of('-') == std::string::npos) form = "-";
    return form;
}

std::string content_form(std::string_view token) {
    std::string form = match_form(token);
    if (form.ends_with("'s")) form.resize(form.size() - 2);
    if (form.empty() || (form[0] >= '0' && form[0] <= '9')) return form;
    // Addresses all begin alike.
    if (form.find_first_of("/@") != std::string::npos) return form;
    constexpr std::size_t shortest_stem = 4;
    for (const std::string_view ending : {"ing", "ed", "es", "s", "d", "e"}) {
        if (form.size() >= shortest_stem + ending.size() && form.ends_with(ending)) {
            form.resize(form.size() - ending.size());
            break;
        }
    }
    std::size_t letters = 0;
    for (std::size_t position = 0; position < form.size(); ++letters) {
        if (letters == 6) {
            form.resize(position);
            break;
        }
        position += decode(form, position).length;
    }
    return form;
}

}  // namespace twicetold::text
