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

// Signs that are counted one by one. Hangul is left out: Korean is written in words.
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

}  // namespace twicetold::viewer
