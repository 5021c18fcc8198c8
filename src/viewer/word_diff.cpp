// The words by which one rendering of a quotation differs from another. The comparison carries no script for them, and the
// layer that makes such scripts is not linked into the viewer.
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "viewer/coverage_content.h"
#include "viewer/segments.h"
#include "viewer/unicode_segmenter.h"

namespace twicetold::viewer {
namespace {

constexpr std::size_t most_words = 400;

struct Word {
    std::string_view text;   ///< as it stands
    std::string_view bare;   ///< without the signs around it
    std::string_view space;  ///< before it
};

bool is_sign(std::string_view text, std::uint32_t at) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    return (c >= 0x2010 && c <= 0x2027) || c == 0xAB || c == 0xBB || c == 0x3001 || c == 0x3002;
}

std::string_view without_signs(std::string_view word) {
    std::string_view rest = word;
    while (!rest.empty() && is_sign(rest, 0)) {
        std::uint32_t at = 0;
        static_cast<void>(next_code_point(rest, at));
        rest.remove_prefix(at);
    }
    while (!rest.empty()) {
        std::uint32_t last = static_cast<std::uint32_t>(rest.size()) - 1;
        while (last > 0 && (static_cast<unsigned char>(rest[last]) & 0xC0U) == 0x80U) --last;
        if (!is_sign(rest, last)) break;
        rest.remove_suffix(rest.size() - last);
    }
    return rest.empty() ? word : rest;
}

std::vector<Word> words_of(std::string_view text) {
    const text::Range whole{0, static_cast<std::uint32_t>(text.size())};
    const Segmentation cut = UnicodeSegmenter().segments(text, whole, Direction::left_to_right);
    std::vector<Word> words;
    for (const Segment& segment : cut.segments) {
        const std::string_view word = text.substr(segment.range.begin, segment.range.size());
        words.push_back({word, without_signs(word), segment.space_before ? " " : ""});
    }
    return words;
}

void append(std::vector<PanelPiece>& pieces, const Word& word, PanelPiece::Kind kind) {
    if (!pieces.empty() && !word.space.empty()) {
        // The space between two marks belongs to neither.
        if (pieces.back().kind == kind || pieces.back().kind == PanelPiece::Kind::plain) {
            pieces.back().text += word.space;
        } else if (kind == PanelPiece::Kind::plain) {
            pieces.push_back({std::string(word.space), kind});
        } else {
            pieces.push_back({std::string(word.space), PanelPiece::Kind::plain});
        }
    }
    if (!pieces.empty() && pieces.back().kind == kind) {
        pieces.back().text += word.text;
    } else {
        pieces.push_back({std::string(word.text), kind});
    }
}

}  // namespace

std::vector<PanelPiece> word_diff(std::string_view before, std::string_view after) {
    using Kind = PanelPiece::Kind;
    const std::vector<Word> old_words = words_of(before);
    const std::vector<Word> new_words = words_of(after);
    std::vector<PanelPiece> pieces;
    const std::size_t rows = old_words.size();
    const std::size_t columns = new_words.size();
    if (rows > most_words || columns > most_words) {
        for (const Word& word : old_words) append(pieces, word, Kind::removed);
        for (const Word& word : new_words) append(pieces, word, Kind::added);
        return pieces;
    }
    // Longest common subsequence from the ends, so that it can be walked from the beginnings.
    std::vector<std::uint16_t> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
        return longest[row * (columns + 1) + column];
    };
    const auto same = [&](std::size_t row, std::size_t column) {
        return old_words[row].bare == new_words[column].bare;
    };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            at(row, column) = same(row, column) ? static_cast<std::uint16_t>(at(row + 1, column + 1) + 1)
                                                : std::max(at(row + 1, column), at(row, column + 1));
        }
    }
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && same(row, column)) {
            append(pieces, new_words[column], Kind::plain);
            ++row;
            ++column;
        } else if (row < rows && (column == columns || at(row + 1, column) >= at(row, column + 1))) {
            append(pieces, old_words[row++], Kind::removed);
        } else {
            append(pieces, new_words[column++], Kind::added);
        }
    }
    return pieces;
}

}  // namespace twicetold::viewer
