#include "report/positions.h"

#include <algorithm>

namespace twicetold::report {
namespace {

constexpr std::size_t block_bytes = 256;

constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// Units of a stretch of UTF-8 wherever it is cut: a character counts where its first byte is.
std::uint32_t count_units(std::string_view text, PositionEncoding encoding) {
    std::uint32_t units = 0;
    if (encoding == PositionEncoding::utf_16) {
        // A surrogate pair for what takes four bytes.
        for (const char c : text)
            units += static_cast<std::uint32_t>(!continues(c)) + (static_cast<unsigned char>(c) >= 0xf0U);
    } else {
        for (const char c : text) units += static_cast<std::uint32_t>(!continues(c));
    }
    return units;
}

bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80U;
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
