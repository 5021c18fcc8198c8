#include "viewer/search.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/normalize.h"
#include "text/utf8.h"
#include "viewer/segments.h"

namespace twicetold::viewer {
namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Accents and points that readers leave out when they type. Blocks of the Unicode Character Database.
constexpr bool is_accent(char32_t c) {
    return between(c, 0x0300, 0x036F) || between(c, 0x0483, 0x0487) ||  // Latin, Greek, Cyrillic
           between(c, 0x1AB0, 0x1AFF) || between(c, 0x1DC0, 0x1DFF) || between(c, 0x20D0, 0x20FF) ||
           between(c, 0xFE20, 0xFE2F) ||
           (between(c, 0x0591, 0x05C7) && c != 0x05BE && c != 0x05C0 && c != 0x05C3 &&
            c != 0x05C6) ||  // Hebrew
           between(c, 0x0610, 0x061A) ||
           between(c, 0x064B, 0x065F) || c == 0x0670 || c == 0x0640 || between(c, 0x06D6, 0x06DC) ||
           between(c, 0x06DF, 0x06E4) || between(c, 0x06E7, 0x06E8) || between(c, 0x06EA, 0x06ED) ||
           between(c, 0x08CA, 0x08FF) ||               // Arabic, with the tatweel
           c == 0x0711 || between(c, 0x0730, 0x074A);  // Syriac
}

/// Letters with a stroke, which have no decomposition.
constexpr std::string_view without_stroke(char32_t c) {
    switch (c) {
        case 0x00E6: return "ae";
        case 0x0153: return "oe";
        case 0x00F8: return "o";
        case 0x0111: return "d";
        case 0x0127: return "h";
        case 0x0131: return "i";
        case 0x0142: return "l";
        case 0x0167: return "t";
        default: return {};
    }
}

constexpr bool is_invisible(char32_t c) {
    // Not the joiner of emoji: without it one person would be found in a family's picture.
    return c == 0x00AD || c == 0x200C || c == 0x200E || c == 0x200F || between(c, 0x202A, 0x202E) ||
           between(c, 0x2060, 0x2064) || between(c, 0x2066, 0x2069) || c == 0xFEFF || c == 0x061C;
}

constexpr bool is_white(char32_t c) {
    return c == U' ' || between(c, 0x09, 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           between(c, 0x2000, 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

/// Bytes that are folded at a time.
constexpr std::uint32_t piece = 8192;

/// What ASCII folds to: a byte each.
constexpr std::array<char, 128> ascii = [] {
    std::array<char, 128> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        const char c = static_cast<char>(byte);
        const bool white = c == ' ' || (c >= 0x09 && c <= 0x0D);
        const bool capital = c >= 'A' && c <= 'Z';
        table[byte] = white ? ' ' : capital ? static_cast<char>(c + 32) : c == '`' ? '\'' : c;
    }
    return table;
}();

std::string fold(char32_t c) {
    if (is_white(c)) return " ";
    if (is_invisible(c)) return {};
    if (text::is_double_quote(c)) return "\"";
    if (text::is_single_quote(c)) return "'";
    if (text::is_dash(c)) return "-";
    if (c == 0x2026) return "...";
    std::string one;
    text::append_utf8(one, c);
    // A syllable of Hangul is a letter here: its parts would be found in other syllables.
    if (between(c, 0xAC00, 0xD7A3)) return one;
    std::string result;
    for (const char32_t part : text::to_nfd(text::fold_case(one))) {
        if (is_accent(part)) continue;
        const std::string_view plain = without_stroke(part);
        if (plain.empty()) {
            text::append_utf8(result, part);
        } else {
            result += plain;
        }
    }
    return result;
}

}  // namespace

void FoldedText::drop(std::size_t count) {
    std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(count),
              bytes.begin() + static_cast<std::ptrdiff_t>(length), bytes.begin());
    std::copy(origins.begin() + static_cast<std::ptrdiff_t>(count),
              origins.begin() + static_cast<std::ptrdiff_t>(length), origins.begin());
    length -= count;
}

const SearchFolding::Entry& SearchFolding::entry(char32_t c) {
    std::unique_ptr<std::array<Entry, 256>>& page = pages_[std::min<std::size_t>(c >> 8U, pages_.size() - 1)];
    if (!page) page = std::make_unique<std::array<Entry, 256>>();
    Entry& found = (*page)[c & 0xFFU];
    if (found.length == 0xFF) {
        const std::string folded = fold(c);
        found.length = static_cast<std::uint8_t>(std::min(folded.size(), found.bytes.size()));
        std::copy_n(folded.begin(), found.length, found.bytes.begin());
    }
    return found;
}

std::uint32_t SearchFolding::append(std::string_view text, text::Range range, bool& white, FoldedText& out) {
    // A piece at a time, so that what is being worked on stays in the cache. No character folds to more than an entry holds.
    const std::uint32_t stop = range.begin + std::min(range.size(), piece);
    const std::size_t most = out.length + std::size_t{piece} * Entry::most + Entry::most;
    if (out.bytes.size() < most) {
        out.bytes.resize(most);
        out.origins.resize(most);
    }
    char* const bytes = out.bytes.data();
    std::uint32_t* const origins = out.origins.data();
    std::size_t at = out.length;
    std::uint32_t from = range.begin;
    while (from < stop) {
        const auto byte = static_cast<unsigned char>(text[from]);
        const std::uint32_t begin = from;
        if (byte < 0x80U) {
            ++from;
            const char folded = ascii[byte];
            const bool space = folded == ' ';
            if (space && white) continue;
            white = space;
            bytes[at] = folded;
            origins[at++] = begin;
            continue;
        }
        const Entry& folded = entry(next_code_point(text, from));
        const bool space = folded.length == 1 && folded.bytes[0] == ' ';
        if (space && white) continue;
        if (folded.length > 0) white = space;
        for (std::uint8_t part = 0; part < folded.length; ++part) {
            bytes[at] = folded.bytes[part];
            origins[at++] = begin;
        }
    }
    out.length = at;
    return from;
}

std::string SearchFolding::folded(std::string_view text) {
    FoldedText out;
    bool white = false;
    text::Range rest{0, static_cast<std::uint32_t>(text.size())};
    while (!rest.empty()) rest.begin = append(text, rest, white, out);
    return std::string(out.view());
}

namespace {

/// Looks through one block.
void search_block(const Block& block, std::string_view text, std::string_view wanted, SearchFolding& folding,
                  FoldedText& folded, const SearchMatch& made, std::vector<SearchMatch>& matches) {
    folded.length = 0;
    text::Range rest = block.range;
    bool white = false;
    while (!rest.empty() && matches.size() < most_matches) {
        rest.begin = folding.append(text, rest, white, folded);
        const std::string_view view = folded.view();
        std::size_t next = 0;  // what lies before is done with
        while (matches.size() < most_matches) {
            const std::size_t at = view.find(wanted, next);
            if (at == std::string_view::npos) {
                next = std::max(next, view.size() - std::min(view.size(), wanted.size() - 1));
                break;
            }
            std::size_t end = at + wanted.size();
            // A character that folds to several is found as a whole ("s" in "ß" too).
            while (end < view.size() && folded.origins[end] == folded.origins[end - 1]) ++end;
            if (end == view.size() && !rest.empty()) {
                // Where it ends is known with what follows.
                next = at;
                break;
            }
            SearchMatch match = made;
            match.range = {folded.origins[at], end < view.size() ? folded.origins[end] : block.range.end};
            // White space at a block's end is not part of what was looked for.
            if (end == view.size() && wanted.back() != ' ') {
                while (match.range.end > match.range.begin + 1 &&
                       is_space(static_cast<unsigned char>(text[match.range.end - 1])))
                    --match.range.end;
            }
            matches.push_back(match);
            next = end;
        }
        folded.drop(next);
    }
}

}  // namespace

std::vector<SearchMatch> find_matches(const ShownText& shown, std::string_view query,
                                      SearchFolding& folding) {
    std::vector<SearchMatch> matches;
    const std::string wanted = folding.folded(query);
    // White space by itself stands everywhere, and accents by themselves nowhere.
    if (wanted.empty() || wanted == " ") return matches;

    struct Part {
        std::uint64_t order;
        Side side;
        std::uint32_t block;
    };
    std::vector<Part> parts;
    for (const Side side : {Side::before, Side::after}) {
        const SideBlocks* own = shown.blocks(side);
        if (own == nullptr) continue;
        for (std::uint32_t block = 0; block < own->blocks.size(); ++block) {
            if (shown.readable(side, block)) parts.push_back({shown.order(side, block), side, block});
        }
    }
    std::sort(parts.begin(), parts.end(),
              [](const Part& one, const Part& two) { return one.order < two.order; });

    FoldedText folded;
    for (const Part& part : parts) {
        const SideBlocks& own = *shown.blocks(part.side);
        const SearchMatch made{part.side, part.block, {}, part.order};
        search_block(own.blocks[part.block], own.document->text, wanted, folding, folded, made, matches);
        if (matches.size() == most_matches) break;
    }
    return matches;
}

}  // namespace twicetold::viewer
