#include "viewer/text_units.h"

#include <algorithm>
#include <vector>

#include "text/tokens.h"
#include "viewer/segments.h"

namespace twicetold::viewer {
namespace {

/// Far enough for any word and its neighbours; a paragraph of a million words is not cut for one of them.
constexpr std::uint32_t reach = 512;
constexpr std::uint32_t farthest = 4096;

bool is_ascii_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_inner_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Part of the block around the byte, cut at white space where there is some.
text::Range window_of(const SideBlocks& side, text::Range block, std::uint32_t offset) {
    const std::string_view text = side.document->text;
    std::uint32_t begin = offset - std::min(offset - block.begin, reach);
    const std::uint32_t lowest = offset - std::min(offset - block.begin, farthest);
    while (begin > lowest && !is_ascii_space(text[begin])) --begin;
    while (begin > block.begin && is_inner_byte(text[begin])) --begin;
    std::uint32_t end = offset + std::min(block.end - offset, reach);
    const std::uint32_t highest = offset + std::min(block.end - offset, farthest);
    while (end < highest && !is_ascii_space(text[end])) ++end;
    while (end < block.end && is_inner_byte(text[end])) ++end;
    return {begin, end};
}

struct Words {
    text::Range block;
    std::vector<text::Token> tokens;
};

Words words_around(const SideBlocks& side, std::uint32_t& offset) {
    Words words;
    const std::int32_t at = side.block_at(offset);
    if (at < 0) return words;
    words.block = side.blocks[static_cast<std::size_t>(at)].range;
    offset = std::clamp(offset, words.block.begin, words.block.end);
    text::append_tokens(side.document->text, window_of(side, words.block, offset), words.tokens);
    return words;
}

bool is_word(const text::Token& token) {
    return token.kind == text::TokenKind::word || token.kind == text::TokenKind::number ||
           token.kind == text::TokenKind::ideograph;
}

}  // namespace

text::Range word_at(const SideBlocks& side, std::uint32_t offset) {
    const Words words = words_around(side, offset);
    const auto after = std::partition_point(words.tokens.begin(), words.tokens.end(),
                                            [&](const text::Token& token) { return token.end <= offset; });
    if (after != words.tokens.end() && after->begin <= offset) return after->range();
    if (offset >= words.block.end)
        return words.tokens.empty() ? text::Range{offset, offset} : words.tokens.back().range();
    // Between two words.
    const std::uint32_t begin = after == words.tokens.begin() ? words.block.begin : std::prev(after)->end;
    const std::uint32_t end = after == words.tokens.end() ? words.block.end : after->begin;
    return {begin, end};
}

std::uint32_t next_word_end(const SideBlocks& side, std::uint32_t offset) {
    const Words words = words_around(side, offset);
    for (const text::Token& token : words.tokens) {
        if (is_word(token) && token.end > offset) return token.end;
    }
    return words.block.end;
}

std::uint32_t previous_word_begin(const SideBlocks& side, std::uint32_t offset) {
    const Words words = words_around(side, offset);
    for (auto token = words.tokens.rbegin(); token != words.tokens.rend(); ++token) {
        if (is_word(*token) && token->begin < offset) return token->begin;
    }
    return words.block.begin;
}

text::Range sentence_at(const SideBlocks& side, std::uint32_t offset) {
    const std::int32_t at = side.block_at(offset);
    if (at < 0) return {};
    const Block& block = side.blocks[static_cast<std::size_t>(at)];
    if (block.first_sentence < 0) return block.range;
    const std::vector<text::Range>& all = side.document->sentences;
    const auto last = std::min<std::size_t>(static_cast<std::size_t>(block.last_sentence), all.size());
    text::Range found = block.range;
    for (auto index = static_cast<std::size_t>(block.first_sentence); index < last; ++index) {
        if (index > static_cast<std::size_t>(block.first_sentence) && all[index].begin > offset) break;
        found = all[index];
    }
    return found;
}

}  // namespace twicetold::viewer
