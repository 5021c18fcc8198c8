#include "viewer/segments.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace twicetold::viewer {
namespace {

struct CodeRange {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool in_ranges(const std::array<CodeRange, N>& ranges, char32_t c) {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), c,
                         [](char32_t value, const CodeRange& range) { return value < range.first; });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

// Signs that never stand apart from what precedes them: combining marks, joiners, variation selectors, emoji modifiers.
constexpr std::array extending = std::to_array<CodeRange>({
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x0610, 0x061A}, {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},   {0x0900, 0x0903},   {0x093A, 0x093C},
    {0x093E, 0x094F}, {0x0951, 0x0957}, {0x0962, 0x0963},   {0x0981, 0x0983},   {0x09BC, 0x09BC},
    {0x09BE, 0x09CD}, {0x09D7, 0x09D7}, {0x0A01, 0x0A03},   {0x0A3C, 0x0A4D},   {0x0A81, 0x0A83},
    {0x0ABC, 0x0ACD}, {0x0B01, 0x0B03}, {0x0B3C, 0x0B4D},   {0x0B82, 0x0B82},   {0x0BBE, 0x0BCD},
    {0x0C00, 0x0C04}, {0x0C3C, 0x0C4D}, {0x0C81, 0x0C83},   {0x0CBC, 0x0CCD},   {0x0D00, 0x0D03},
    {0x0D3B, 0x0D4D}, {0x0E31, 0x0E31}, {0x0E33, 0x0E3A},   {0x0E47, 0x0E4E},   {0x0EB1, 0x0EB1},
    {0x0EB3, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x102B, 0x103E},   {0x17B4, 0x17D3},   {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200C, 0x200D}, {0x20D0, 0x20FF},   {0x302A, 0x302F},   {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
});

// Signs between which a line may break without a space. Hangul is left out: Korean is set in words.
constexpr std::array ideographs = std::to_array<CodeRange>({
    {0x2E80, 0x303F},
    {0x3041, 0x30FF},
    {0x3100, 0x312F},
    {0x3190, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE4F},
    {0xFF01, 0xFF9F},
    {0xFFE0, 0xFFE6},
    {0x1B000, 0x1B16F},
    {0x20000, 0x3FFFD},
});

constexpr std::array right_to_left = std::to_array<CodeRange>({
    {0x0590, 0x08FF},
    {0x200F, 0x200F},
    {0xFB1D, 0xFDFF},
    {0xFE70, 0xFEFC},
    {0x10800, 0x10FFF},
    {0x1E800, 0x1EFFF},
});

constexpr std::array neutral = std::to_array<CodeRange>({
    {0x0000, 0x0040},
    {0x005B, 0x0060},
    {0x007B, 0x00A9},
    {0x00AB, 0x00B4},
    {0x00B6, 0x00B9},
    {0x00BB, 0x00BF},
    {0x00D7, 0x00D7},
    {0x00F7, 0x00F7},
    {0x0300, 0x036F},
    {0x2000, 0x200E},
    {0x2010, 0x2070},
    {0x2074, 0x207E},
    {0x20A0, 0x20FF},
    {0x2190, 0x2BFF},
    {0x3000, 0x3004},
    {0x3008, 0x3020},
    {0xFE00, 0xFE0F},
    {0x1F000, 0x1FAFF},
});

bool extends(char32_t c) { return in_ranges(extending, c); }
bool is_right_to_left(char32_t c) { return in_ranges(right_to_left, c); }
bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}
bool is_strong(char32_t c) { return !is_digit(c) && !in_ranges(neutral, c); }
bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// JIS X 4051 and the common Western signs that stand among ideographs.
bool never_starts_line(char32_t c) {
    constexpr std::u32string_view signs =
        U"、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»°′″℃％‰…‥—ぁぃぅぇぉっゃゅょゎゕゖァ"
        U"ィゥェォッャュョヮヵヶ"
        U"ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､｣･ｰﾞﾟ～〜–‐,.!?;:)]}%";
    return signs.find(c) != std::u32string_view::npos;
}
bool never_ends_line(char32_t c) {
    constexpr std::u32string_view signs = U"‘“（〔［｛〈《「『【〘〖〝｟«([{￥＄￡$£¥";
    return signs.find(c) != std::u32string_view::npos;
}

bool is_letter_or_digit(char32_t c) { return is_digit(c) || is_strong(c); }

/// What the letters of a word say about its direction.
enum class Strength : std::uint8_t { none, digits, left, right };

Strength strength(std::string_view text, text::Range range) {
    Strength found = Strength::none;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const char32_t c = next_code_point(text, at);
        if (is_right_to_left(c) && !is_digit(c)) return Strength::right;
        if (is_digit(c)) {
            if (found == Strength::none) found = Strength::digits;
        } else if (is_strong(c)) {
            return Strength::left;
        }
    }
    return found;
}

// The rules N1, N2 and W of UAX #9, word by word: a word without letters goes with its neighbours where they agree,
// else with the paragraph; a number among right-to-left words keeps its own order inside.
void set_levels(std::string_view text, Direction base, std::vector<Segment>& segments) {
    const std::uint8_t base_level = base == Direction::right_to_left ? 1 : 0;
    std::vector<Strength> strengths;
    strengths.reserve(segments.size());
    bool any_right = base_level == 1;
    for (const Segment& segment : segments) {
        strengths.push_back(strength(text, segment.range));
        any_right = any_right || strengths.back() == Strength::right;
    }
    if (!any_right) return;
    const auto is_right_at = [&](std::size_t index, bool forward) {
        for (std::size_t at = index; at < segments.size();) {
            if (strengths[at] == Strength::left) return false;
            if (strengths[at] == Strength::right) return true;
            if (forward) {
                ++at;
            } else if (at-- == 0) {
                break;
            }
        }
        return base_level == 1;
    };
    for (std::size_t index = 0; index < segments.size(); ++index) {
        const bool before = is_right_at(index, false);
        switch (strengths[index]) {
            case Strength::left: segments[index].level = base_level == 1 ? 2 : 0; break;
            case Strength::right: segments[index].level = 1; break;
            case Strength::digits: segments[index].level = before || base_level == 1 ? 2 : 0; break;
            case Strength::none: {
                const bool agree = before == is_right_at(index, true);
                segments[index].level = agree ? (before ? 1 : (base_level == 1 ? 2 : 0)) : base_level;
                break;
            }
        }
    }
}

}  // namespace

char32_t next_code_point(std::string_view text, std::uint32_t& at) {
    const auto byte = [&](std::uint32_t offset) {
        return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0U;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80U) {
        ++at;
        return lead;
    }
    const std::uint32_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC0U ? 2 : 1;
    if (length == 1) {
        ++at;
        return 0xFFFD;
    }
    char32_t c = lead & (0xFFU >> (length + 1));
    for (std::uint32_t more = 1; more < length; ++more) c = (c << 6U) | (byte(at + more) & 0x3FU);
    at += length;
    return c;
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x2006) || (c >= 0x2008 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x205F;
}

bool is_ideograph(char32_t c) { return in_ranges(ideographs, c); }

std::vector<Segment> SimpleSegmenter::segments(std::string_view text, text::Range range) const {
    std::vector<Segment> result;
    result.reserve(range.size() / 6 + 1);
    bool open = false;  // the last segment may still grow
    bool space = false;
    char32_t previous = 0;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const std::uint32_t begin = at;
        const char32_t c = next_code_point(text, at);
        at = std::min(at, range.end);
        if (is_space(c)) {
            open = false;
            space = true;
            continue;
        }
        const bool ideograph = is_ideograph(c);
        if (!result.empty() && !space && (extends(c) || (open && !ideograph && !is_ideograph(previous)))) {
            result.back().range.end = at;
        } else {
            const bool allowed = space || (!never_starts_line(c) && !never_ends_line(previous));
            result.push_back({{begin, at}, space && !result.empty(), allowed && !result.empty(), 0});
        }
        open = !ideograph;
        space = false;
        if (!extends(c)) previous = c;
    }
    set_levels(text, direction(text, range), result);
    return result;
}

Direction SimpleSegmenter::direction(std::string_view text, text::Range range) const {
    for (std::uint32_t at = range.begin; at < range.end;) {
        const char32_t c = next_code_point(text, at);
        if (is_right_to_left(c) && !is_digit(c)) return Direction::right_to_left;
        if (is_strong(c)) return Direction::left_to_right;
    }
    return Direction::left_to_right;
}

std::vector<std::uint32_t> SimpleSegmenter::splits(std::string_view text, text::Range segment,
                                                   bool anywhere) const {
    std::vector<std::uint32_t> result;
    char32_t previous = 0;
    char32_t before_previous = 0;
    std::uint32_t indicators = 0;
    for (std::uint32_t at = segment.begin; at < segment.end;) {
        const std::uint32_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (begin != segment.begin) {
            if (anywhere) {
                const bool flag_pair = is_regional_indicator(c) && indicators % 2 == 1;
                if (!extends(c) && previous != 0x200D && !flag_pair) result.push_back(begin);
            } else if (is_letter_or_digit(c)) {
                const bool hyphen =
                    (previous == U'-' || previous == 0x2010) && is_strong(before_previous) && is_strong(c);
                const bool dash =
                    previous == 0x2013 || previous == 0x2014 || previous == U'/' || previous == 0x00AD;
                if (hyphen || dash) result.push_back(begin);
            }
        }
        indicators = is_regional_indicator(c) ? indicators + 1 : 0;
        before_previous = previous;
        previous = c;
    }
    return result;
}

}  // namespace twicetold::viewer
