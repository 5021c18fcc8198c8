// Writes the tables of src/text that depend on the Unicode Character Database, taken from utf8proc.
//
// The library's own tables hold two dozen properties of every character, and are a third of the web module's size; the text
// layer needs a class and two mappings. The program runs during the build, on whatever machine the build is for (in Node.js
// for the web), so that every build has the Unicode version of the one utf8proc that is installed.
//
//     make-unicode-tables > unicode_tables.h

#include <utf8proc.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "../../src/text/character_class.h"

namespace {

using twicetold::text::CharacterClass;

constexpr std::int32_t last_code_point = 0x10FFFF;
constexpr std::int32_t block_size = 128;

bool between(std::int32_t c, std::int32_t first, std::int32_t last) { return c >= first && c <= last; }

CharacterClass letter_class(std::int32_t c) {
    if (c < 0x0E00) return CharacterClass::letter;
    // Thai, Lao; Myanmar; Khmer; Tai scripts; Myanmar Extended.
    if (between(c, 0x0E00, 0x0EFF) || between(c, 0x1000, 0x109F) || between(c, 0x1780, 0x17FF) ||
        between(c, 0x1950, 0x19DF) || between(c, 0x1A20, 0x1AAF) || between(c, 0xA9E0, 0xA9FF) ||
        between(c, 0xAA60, 0xAADF)) {
        return CharacterClass::complex;
    }
    if (between(c, 0x3040, 0x309F)) return CharacterClass::hiragana;
    if (between(c, 0x30A0, 0x30FF) || between(c, 0x31F0, 0x31FF) || between(c, 0xFF66, 0xFF9F))
        return CharacterClass::katakana;
    if (between(c, 0x3400, 0x4DBF) || between(c, 0x4E00, 0x9FFF) || between(c, 0xF900, 0xFAFF) ||
        between(c, 0x20000, 0x3FFFF) || between(c, 0x3005, 0x3007)) {
        return CharacterClass::ideograph;
    }
    return CharacterClass::letter;
}

CharacterClass class_of(std::int32_t c) {
    if (between(c, 0x0A, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029) return CharacterClass::line_break;
    if (c == '\t') return CharacterClass::space;
    if (c == 0x200D) return CharacterClass::joiner;
    if (c == 0x200C) return CharacterClass::format;
    if (between(c, 0x1F1E6, 0x1F1FF)) return CharacterClass::regional;
    if (between(c, 0x1F3FB, 0x1F3FF)) return CharacterClass::mark;  // skin tones
    if (between(c, 0xE0020, 0xE007F)) return CharacterClass::mark;  // tags of subdivision flags
    if (c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F) return CharacterClass::katakana;
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_NL: return letter_class(c);
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return CharacterClass::mark;
        case UTF8PROC_CATEGORY_ND:
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

/// Class in the low four bits, then: capital, small letter, opening, closing.
std::uint8_t property_of(std::int32_t c) {
    auto property = static_cast<unsigned>(class_of(c));
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: property |= 0x10U; break;
        case UTF8PROC_CATEGORY_LL: property |= 0x20U; break;
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PI: property |= 0x40U; break;
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PF: property |= 0x80U; break;
        default: break;
    }
    return static_cast<std::uint8_t>(property);
}

template <typename Value>
void print_array(const char* type, const std::string& name, const std::vector<Value>& values) {
    std::printf("inline constexpr %s %s[] = {", type, name.c_str());
    for (std::size_t i = 0; i < values.size(); ++i)
        std::printf("%s%u,", i % 24 == 0 ? "\n    " : "", static_cast<unsigned>(values[i]));
    std::printf("\n};\n\n");
}

void print_properties() {
    std::map<std::vector<std::uint8_t>, std::uint16_t> blocks;
    std::vector<std::uint16_t> index;
    std::vector<std::uint8_t> properties;
    for (std::int32_t first = 0; first <= last_code_point; first += block_size) {
        std::vector<std::uint8_t> block;
        for (std::int32_t c = first; c < first + block_size; ++c) block.push_back(property_of(c));
        const auto [entry, fresh] = blocks.try_emplace(block, static_cast<std::uint16_t>(blocks.size()));
        if (fresh) properties.insert(properties.end(), block.begin(), block.end());
        index.push_back(entry->second);
    }
    print_array("std::uint16_t", "property_blocks", index);
    print_array("std::uint8_t", "properties", properties);
}

/// A mapping of characters to short sequences. Hangul syllables are left out: theirs is arithmetic.
struct Mapping {
    std::vector<std::uint32_t> from;  ///< sorted
    std::vector<std::uint16_t> at;    ///< the sequence of from[k] is to[at[k], at[k + 1])
    std::vector<std::uint32_t> to;
};

Mapping make_mapping(utf8proc_option_t options) {
    constexpr int longest = 8;
    Mapping made;
    for (std::int32_t c = 0x80; c <= last_code_point; ++c) {
        if (between(c, 0xAC00, 0xD7A3) || between(c, 0xD800, 0xDFFF)) continue;
        utf8proc_int32_t sequence[longest];
        int last_class = 0;
        const auto length = utf8proc_decompose_char(c, sequence, longest, options, &last_class);
        if (length <= 0 || length > longest || (length == 1 && sequence[0] == c)) continue;
        made.from.push_back(static_cast<std::uint32_t>(c));
        made.at.push_back(static_cast<std::uint16_t>(made.to.size()));
        for (utf8proc_ssize_t k = 0; k < length; ++k)
            made.to.push_back(static_cast<std::uint32_t>(sequence[k]));
    }
    made.at.push_back(static_cast<std::uint16_t>(made.to.size()));
    return made;
}

void print_mapping(const std::string& name, const Mapping& mapping) {
    print_array("char32_t", name + "_from", mapping.from);
    print_array("std::uint16_t", name + "_at", mapping.at);
    print_array("char32_t", name + "_to", mapping.to);
}

/// The places in `decompositions` of the characters that composing gives back, in the order of their sequences.
void print_compositions(const Mapping& decompositions) {
    std::map<std::vector<std::uint32_t>, std::uint16_t> composites;
    for (std::size_t k = 0; k < decompositions.from.size(); ++k) {
        const std::vector<std::uint32_t> sequence(decompositions.to.begin() + decompositions.at[k],
                                                  decompositions.to.begin() + decompositions.at[k + 1]);
        std::vector<utf8proc_int32_t> composed(sequence.begin(), sequence.end());
        const auto length =
            utf8proc_normalize_utf32(composed.data(), static_cast<utf8proc_ssize_t>(composed.size()),
                                     static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
        if (length != 1 || static_cast<std::uint32_t>(composed[0]) != decompositions.from[k]) continue;
        composites.emplace(sequence, static_cast<std::uint16_t>(k));
    }
    std::vector<std::uint16_t> order;
    for (const auto& [sequence, k] : composites) order.push_back(k);
    print_array("std::uint16_t", "compositions", order);
}

void print_combining_classes() {
    std::vector<std::uint32_t> from;
    std::vector<std::uint8_t> value;
    for (std::int32_t c = 0; c <= last_code_point; ++c) {
        const auto combining = utf8proc_get_property(c)->combining_class;
        if (combining == 0) continue;
        from.push_back(static_cast<std::uint32_t>(c));
        value.push_back(static_cast<std::uint8_t>(combining));
    }
    print_array("char32_t", "combining_from", from);
    print_array("std::uint8_t", "combining_class", value);
}

}  // namespace

int main() {
    std::printf(
        "// Made by tools/unicode_tables from utf8proc %s, Unicode %s. Not edited by hand.\n#pragma "
        "once\n\n#include <cstdint>\n\n",
        utf8proc_version(), utf8proc_unicode_version());
    std::printf("namespace twicetold::text::tables {\n\n");
    std::printf("inline constexpr char32_t block_size = %d;\n\n", block_size);
    print_properties();
    const Mapping decompositions = make_mapping(UTF8PROC_DECOMPOSE);
    print_mapping("decomposition", decompositions);
    print_compositions(decompositions);
    print_mapping("case_fold", make_mapping(UTF8PROC_CASEFOLD));
    print_combining_classes();
    std::printf("}  // namespace twicetold::text::tables\n");
    return std::fflush(stdout) == 0 ? 0 : 1;
}
