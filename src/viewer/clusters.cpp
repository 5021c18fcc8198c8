#include "viewer/clusters.h"

#include "viewer/segments.h"
#include "viewer/unicode.h"

namespace twicetold::viewer {
namespace {

constexpr std::uint8_t nothing = 0xFF;
constexpr std::uint8_t consonant = 1;
constexpr std::uint8_t linked = 2;

/// Signs that put the next consonant below the last one: of Myanmar, Khmer and Tai Tham. Unicode 16 counts them among the
/// linkers of Indic conjuncts; in the data of 15.1 they are not there yet.
bool is_stacker(char32_t c) { return c == 0x1039 || c == 0x17D2 || c == 0x1A60; }

bool is_control(ClusterClass cluster) {
    return cluster == ClusterClass::CR || cluster == ClusterClass::LF || cluster == ClusterClass::Control;
}

}  // namespace

bool ClusterBorders::before(char32_t c) {
    using enum ClusterClass;
    const CharacterProperties& found = properties_of(c);
    const ClusterClass next = found.cluster;
    const auto last = static_cast<ClusterClass>(previous_);
    const auto rules = [&] {
        if (previous_ == nothing) return true;                                                 // GB1
        if (last == CR && next == LF) return false;                                            // GB3
        if (is_control(last) || is_control(next)) return true;                                 // GB4 and GB5
        if (last == L && (next == L || next == V || next == LV || next == LVT)) return false;  // GB6
        if ((last == LV || last == V) && (next == V || next == T)) return false;               // GB7
        if ((last == LVT || last == T) && next == T) return false;                             // GB8
        if (next == Extend || next == ClusterClass::ZWJ) return false;                         // GB9
        if (next == SpacingMark || last == Prepend) return false;                      // GB9a and GB9b
        if (conjunct_ == linked && found.has(flag::conjunct_consonant)) return false;  // GB9c
        if (pictograph_ && last == ClusterClass::ZWJ && next == Extended_Pictographic) return false;  // GB11
        if (stacked_ && next == Other) return false;
        return next != Regional_Indicator || indicators_ % 2 == 0;  // GB12 and GB13
    };
    const bool border = rules();
    if (next == Extended_Pictographic) {
        pictograph_ = true;
    } else if (next != Extend && next != ClusterClass::ZWJ) {
        pictograph_ = false;
    }
    if (found.has(flag::conjunct_consonant)) {
        conjunct_ = consonant;
    } else if (found.has(flag::conjunct_linker)) {
        if (conjunct_ != 0) conjunct_ = linked;
    } else if (!found.has(flag::conjunct_extend)) {
        conjunct_ = 0;
    }
    stacked_ = is_stacker(c);
    indicators_ = next == Regional_Indicator ? indicators_ + 1 : 0;
    previous_ = static_cast<std::uint8_t>(next);
    return border;
}

std::vector<std::uint32_t> cluster_borders(std::string_view text, text::Range range) {
    std::vector<std::uint32_t> result;
    ClusterBorders borders;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const std::uint32_t begin = at;
        if (borders.before(next_code_point(text, at)) && begin != range.begin) result.push_back(begin);
    }
    return result;
}

}  // namespace twicetold::viewer
