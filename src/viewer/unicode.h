#pragma once
// What the Unicode Character Database says of a character that matters for setting it in lines: its classes for mixed
// directions (UAX #9), line breaking (UAX #14) and clusters (UAX #29). The tables are made during the build, see
// tools/unicode_tables/make_segmentation_tables.py. Looking one up costs two loads.

#include <cstdint>
#include <string_view>

namespace twicetold::viewer {

/// Bidi_Class, by its short names.
enum class BidiClass : std::uint8_t {
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    B,
    S,
    WS,
    ON,
    LRE,
    LRO,
    RLE,
    RLO,
    PDF,
    LRI,
    RLI,
    FSI,
    PDI
};

/// Line_Break, by its short names. Rule LB1 is applied, except that SA stands for letters of the scripts that write no
/// spaces between words (their marks are CM), and CJ for small kana.
enum class LineClass : std::uint8_t {
    BK,
    CR,
    LF,
    NL,
    SP,
    ZW,
    WJ,
    GL,
    CM,
    ZWJ,
    BA,
    BB,
    B2,
    HY,
    CB,
    CL,
    CP,
    EX,
    IN,
    NS,
    OP,
    QU,
    IS,
    NU,
    PO,
    PR,
    SY,
    AK,
    AP,
    AS,
    AL,
    CJ,
    EB,
    EM,
    H2,
    H3,
    HL,
    ID,
    JL,
    JV,
    JT,
    RI,
    SA,
    VF,
    VI
};

/// Grapheme_Cluster_Break, with Extended_Pictographic for what has no other.
enum class ClusterClass : std::uint8_t {
    Other,
    CR,
    LF,
    Control,
    Extend,
    ZWJ,
    Regional_Indicator,
    Prepend,
    SpacingMark,
    L,
    V,
    T,
    LV,
    LVT,
    Extended_Pictographic
};

namespace flag {
inline constexpr std::uint8_t wide = 1;                 ///< East_Asian_Width is F, W or H
inline constexpr std::uint8_t reserved_pictograph = 2;  ///< kept for a future emoji
inline constexpr std::uint8_t initial_quote = 4;        ///< QU of General_Category Pi
inline constexpr std::uint8_t final_quote = 8;          ///< QU of General_Category Pf
inline constexpr std::uint8_t south_east_asian = 16;    ///< Line_Break is SA, marks included
// Indic_Conjunct_Break
inline constexpr std::uint8_t conjunct_linker = 32;
inline constexpr std::uint8_t conjunct_consonant = 64;
inline constexpr std::uint8_t conjunct_extend = 128;
}  // namespace flag

struct CharacterProperties {
    BidiClass bidi = BidiClass::L;
    LineClass line = LineClass::AL;
    ClusterClass cluster = ClusterClass::Other;
    std::uint8_t flags = 0;

    [[nodiscard]] constexpr bool has(std::uint8_t wanted) const { return (flags & wanted) != 0; }
};

/// Of a code point up to U+10FFFF; anything beyond is an unassigned letter.
[[nodiscard]] const CharacterProperties& properties_of(char32_t c);

/// A paired bracket of UAX #9: the opening one of its pair stands for both. `pair` 0: no bracket.
struct Bracket {
    char32_t pair = 0;
    bool opens = false;
};
[[nodiscard]] Bracket bracket_of(char32_t c);

}  // namespace twicetold::viewer
