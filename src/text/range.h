#pragma once
// A half-open range of byte offsets, the currency of every layer.

#include <cstdint>

namespace twicetold::text {

/// Half-open range [begin, end) of 0-based byte offsets into one UTF-8 text. Both ends lie on
/// grapheme-cluster borders wherever the range was made by this project. A document is at most
/// 2^32 - 1 bytes long (`engine::max_document_bytes` is far lower).
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    friend constexpr bool operator==(const Range&, const Range&) = default;
};

}  // namespace twicetold::text
