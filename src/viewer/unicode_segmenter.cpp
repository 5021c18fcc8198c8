#include "viewer/unicode_segmenter.h"

#include <algorithm>
#include <array>

#include "viewer/bidi.h"
#include "viewer/clusters.h"
#include "viewer/line_breaks.h"
#include "viewer/unicode.h"

namespace twicetold::viewer {
namespace {

/// Runs of white space are one space, be it a tab or the end of a line of the file. Every other space has a width of its
/// own and stands in the text.
bool is_collapsible(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// ---------------------------------------------------------------- pure ASCII

/// Signs behind or before which a line may break inside a word of ASCII.
constexpr std::array<bool, 128> make_breaking_signs() {
    std::array<bool, 128> signs{};
    for (const char sign : {'-', '?', '(', '[', '{'}) signs[static_cast<unsigned char>(sign)] = true;
    return signs;
}
constexpr std::array<bool, 128> breaking_signs = make_breaking_signs();

/// Most paragraphs of the Western press, and all the work that they cost: words are what stands between spaces. False at
/// the first byte beyond ASCII, or where the paragraph runs from right to left.
bool cut_ascii(std::string_view text, text::Range range, Segmentation& out) {
    std::uint32_t at = range.begin;
    while (at < range.end) {
        const std::uint32_t begin = at;
        while (at < range.end && is_collapsible(static_cast<unsigned char>(text[at])) &&
               static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
        }
        const std::uint32_t word = at;
        bool signs = false;
        for (; at < range.end; ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte >= 0x80) return false;
            if (is_collapsible(byte)) break;
            signs = signs || breaking_signs[byte];
        }
        if (at == word) break;
        const bool first = out.segments.empty();
        out.segments.push_back({{word, at}, word > begin && !first, !first});
        if (!signs) continue;
        for (std::uint32_t place = word + 1; place < at; ++place) {
            if (breaks_between_ascii(text[place - 1], text[place], place == word + 1)) {
                out.breaks.push_back(place);
            }
        }
    }
    return true;
}

// ---------------------------------------------------------------- everything else

/// A paragraph, code point by code point. White space is U+0020 here, whatever it is in the text.
struct Characters {
    std::vector<char32_t> code_points;
    std::vector<std::uint32_t> offsets;  ///< in the text; one more than there are code points
    bool right = false;                  ///< something in it is, or may be, right to left
    bool south_east_asian = false;

    Characters(std::string_view text, text::Range range) {
        code_points.reserve(range.size());
        offsets.reserve(range.size() + 1);
        for (std::uint32_t at = range.begin; at < range.end;) {
            offsets.push_back(at);
            const char32_t c = next_code_point(text, at);
            at = std::min(at, range.end);
            code_points.push_back(is_collapsible(c) ? U' ' : c);
            if (c < 0x0590) continue;
            const CharacterProperties& found = properties_of(c);
            south_east_asian = south_east_asian || found.has(flag::south_east_asian);
            switch (found.bidi) {
                case BidiClass::R:
                case BidiClass::AL:
                case BidiClass::AN:
                case BidiClass::RLE:
                case BidiClass::RLO:
                case BidiClass::RLI:
                // An embedding of level 2, and what follows it, changes nothing where all else is left to right; but
                // its end must be found.
                case BidiClass::LRE:
                case BidiClass::LRO:
                case BidiClass::LRI:
                case BidiClass::FSI: right = true; break;
                default: break;
            }
        }
        offsets.push_back(range.end);
    }

    [[nodiscard]] std::size_t size() const { return code_points.size(); }
};

bool is_hangul(LineClass line) {
    return line == LineClass::H2 || line == LineClass::H3 || line == LineClass::JL || line == LineClass::JV ||
           line == LineClass::JT;
}

/// Characters that are placed one by one, each measured once however often it occurs: ideographs, kana, full-width signs,
/// emoji. Korean is written in words, which stay in one piece even where a line may break inside them.
bool stands_alone(const CharacterProperties& properties) {
    return (properties.has(flag::wide) || properties.line == LineClass::ID) && !is_hangul(properties.line);
}

Fitting fitting_of(char32_t c, const CharacterProperties& properties) {
    if (!properties.has(flag::wide)) return Fitting::none;
    if (c >= 0x3041 && c <= 0x30FE && c != 0x30FB) return Fitting::kana;
    switch (properties.line) {
        case LineClass::OP: return Fitting::opening;
        case LineClass::CL: return Fitting::closing;
        case LineClass::NS:
        case LineClass::EX: return Fitting::middle;
        default: return Fitting::none;
    }
}

/// Vowels that are written before their consonant, and signs that belong to what precedes them: without a dictionary,
/// lines of Thai and Lao do not break behind the former and before the latter.
bool is_leading_vowel(char32_t c) { return (c >= 0x0E40 && c <= 0x0E44) || (c >= 0x0EC0 && c <= 0x0EC4); }
bool is_following_sign(char32_t c) {
    return c == 0x0E2F || c == 0x0E30 || c == 0x0E32 || c == 0x0E33 || c == 0x0E45 || c == 0x0E46 ||
           c == 0x0EAF || c == 0x0EB0 || c == 0x0EB2 || c == 0x0EB3 || c == 0x0EC6 || c == 0x17D6 ||
           c == 0x17D7;
}

/// Lets lines break where words of Thai, Lao, Khmer and Myanmar begin, or without the platform's word between clusters.
void find_words(std::string_view text, const Characters& characters, TextMeasurer* words,
                std::vector<bool>& breaks, std::vector<bool>& borders) {
    const auto belongs = [&](std::size_t at) {
        return properties_of(characters.code_points[at]).has(flag::south_east_asian);
    };
    std::vector<std::uint32_t> starts;
    for (std::size_t first = 0; first < characters.size();) {
        if (!belongs(first)) {
            ++first;
            continue;
        }
        std::size_t last = first + 1;
        while (last < characters.size() && belongs(last)) ++last;
        const std::uint32_t begin = characters.offsets[first];
        const std::string_view run = text.substr(begin, characters.offsets[last] - begin);
        starts.clear();
        const bool known = words != nullptr && words->word_starts(run, starts);
        auto next = starts.begin();
        for (std::size_t at = first + 1; at < last; ++at) {
            if (known) {
                while (next != starts.end() && begin + *next < characters.offsets[at]) ++next;
                breaks[at] = next != starts.end() && begin + *next == characters.offsets[at] && borders[at];
            } else {
                breaks[at] = borders[at] && !is_leading_vowel(characters.code_points[at - 1]) &&
                             !is_following_sign(characters.code_points[at]);
            }
        }
        first = last;
    }
}

}  // namespace

Segmentation UnicodeSegmenter::segments(std::string_view text, text::Range range, Direction base) const {
    Segmentation result;
    result.segments.reserve(range.size() / 6 + 1);
    if (base == Direction::left_to_right && cut_ascii(text, range, result)) return result;
    result.segments.clear();
    result.breaks.clear();

    const Characters characters(text, range);
    const std::size_t count = characters.size();
    std::vector<bool> breaks = line_breaks(characters.code_points, LineBreakStyle::browsers);
    std::vector<bool> borders(count, false);
    ClusterBorders cluster;
    for (std::size_t at = 0; at < count; ++at) borders[at] = cluster.before(characters.code_points[at]);
    if (characters.south_east_asian) find_words(text, characters, words_, breaks, borders);
    std::vector<std::uint8_t> levels;
    if (characters.right || base == Direction::right_to_left) {
        levels = embedding_levels(characters.code_points, base);
    }
    const auto level_at = [&](std::size_t at) -> std::uint8_t { return levels.empty() ? 0 : levels[at]; };

    bool space = false;
    bool alone = false;  // the character before is placed by itself
    bool south_east_asian = false;
    for (std::size_t at = 0; at < count; ++at) {
        const char32_t c = characters.code_points[at];
        if (c == U' ') {
            space = true;
            continue;
        }
        const CharacterProperties& found = properties_of(c);
        const bool first = result.segments.empty();
        // Marks belong to what they stand on; what is one character for the reader is never cut.
        const bool joined = !first && !space && !borders[at];
        const bool cut =
            first || space ||
            (!joined && (alone || stands_alone(found) || level_at(at) != result.segments.back().level ||
                         (breaks[at] && south_east_asian && found.has(flag::south_east_asian))));
        if (cut) {
            result.segments.push_back({{characters.offsets[at], characters.offsets[at + 1]},
                                       space && !first,
                                       (space || breaks[at]) && !first,
                                       level_at(at),
                                       space ? level_at(at - 1) : level_at(at),
                                       fitting_of(c, found)});
        } else {
            result.segments.back().range.end = characters.offsets[at + 1];
            if (breaks[at] && borders[at]) result.breaks.push_back(characters.offsets[at]);
        }
        if (!joined) {
            alone = stands_alone(found);
            south_east_asian = found.has(flag::south_east_asian);
        }
        space = false;
    }
    return result;
}

Direction UnicodeSegmenter::direction(std::string_view text, text::Range range, Direction otherwise) const {
    return strong_direction(text.substr(range.begin, range.size())).value_or(otherwise);
}

std::vector<std::uint32_t> UnicodeSegmenter::partings(std::string_view text, text::Range segment,
                                                      Parting parting) const {
    if (parting == Parting::clusters) return cluster_borders(text, segment);
    const Characters characters(text, segment);
    const std::vector<bool> breaks = line_breaks(characters.code_points, LineBreakStyle::plain);
    std::vector<std::uint32_t> result;
    for (std::size_t at = 1; at < characters.size(); ++at) {
        if (breaks[at]) result.push_back(characters.offsets[at]);
    }
    return result;
}

}  // namespace twicetold::viewer
