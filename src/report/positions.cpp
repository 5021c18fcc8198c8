#include "report/positions.h"

#include <algorithm>
#include <cstring>

namespace twicetold::report {
namespace {

constexpr std::size_t block_bytes = 128;

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t highs = 0x8080808080808080U;

constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return word;
}

/// How many of the eight bytes have their highest bit set.
constexpr std::uint32_t count_highs(std::uint64_t word) {
    return static_cast<std::uint32_t>(((word & highs) >> 7U) * ones >> 56U);
}

/// Units of a stretch of UTF-8 wherever it is cut: a character counts where its first byte is, and twice (a surrogate pair) in
/// UTF-16 if it takes four bytes.
std::uint32_t count_units(std::string_view text, PositionEncoding encoding) {
    const bool pairs = encoding == PositionEncoding::utf_16;
    std::uint32_t units = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t word = eight_bytes(text, at);
        units += 8 - count_highs(word & ~(word << 1U));
        if (pairs) units += count_highs(word & word << 1U & word << 2U & word << 3U);
    }
    for (; at < text.size(); ++at) {
        units += static_cast<std::uint32_t>(!continues(text[at]));
        if (pairs) units += static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]) >= 0xf0U);
    }
    return units;
}

bool is_ascii(std::string_view text) {
    std::uint64_t all = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) all |= eight_bytes(text, at);
    for (; at < text.size(); ++at) all |= static_cast<unsigned char>(text[at]);
    return (all & highs) == 0;
}

}  // namespace

Positions::Positions(std::string_view text, PositionEncoding encoding)
    : text_(text), encoding_(encoding), one_to_one_(encoding == PositionEncoding::utf_8 || is_ascii(text)) {
    if (one_to_one_) return;
    units_at_block_.reserve(text.size() / block_bytes + 1);
    std::uint32_t units = 0;
    for (std::size_t at = 0; at <= text.size(); at += block_bytes) {
        units_at_block_.push_back(units);
        units += count_units(text.substr(at, block_bytes), encoding);
    }
}

std::uint32_t Positions::units_from_byte(std::uint32_t byte) const {
    if (one_to_one_) return byte;
    const std::size_t block = byte / block_bytes;
    const std::size_t begin = block * block_bytes;
    return units_at_block_[block] + count_units(text_.substr(begin, byte - begin), encoding_);
}

std::optional<std::uint32_t> Positions::byte_from_units(std::uint64_t units) const {
    std::size_t at = 0;
    if (one_to_one_) {
        if (units > text_.size()) return std::nullopt;
        at = static_cast<std::size_t>(units);
    } else {
        const auto block = std::upper_bound(units_at_block_.begin(), units_at_block_.end(), units) - 1;
        at = static_cast<std::size_t>(block - units_at_block_.begin()) * block_bytes;
        std::uint64_t passed = *block;
        while (at < text_.size() && passed < units) passed += count_units(text_.substr(at++, 1), encoding_);
        while (at < text_.size() && continues(text_[at])) ++at;
        if (passed != units) return std::nullopt;
    }
    if (at < text_.size() && continues(text_[at])) return std::nullopt;
    return static_cast<std::uint32_t>(at);
}

std::uint32_t Positions::length(std::string_view piece) const {
    return one_to_one_ ? static_cast<std::uint32_t>(piece.size()) : count_units(piece, encoding_);
}

}  // namespace twicetold::report
