#pragma once
// UTF-8 in and out: checking, repairing, stepping. Everything above this layer sees valid UTF-8 only.

#include <cstdint>
#include <string>
#include <string_view>

namespace twicetold::text {

/// One decoded character of valid UTF-8.
struct Decoded {
    char32_t code_point = 0;
    std::uint32_t length = 1;  ///< bytes, 1 to 4
};

/// Decodes the character that begins at `position` (on a character border, < text.size()) of valid UTF-8. O(1).
[[nodiscard]] Decoded decode(std::string_view text, std::size_t position);

/// Appends `code_point` (a Unicode scalar value) as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

struct Repair {
    std::uint64_t invalid_bytes = 0;  ///< how many bytes belonged to no character
    std::uint64_t first_invalid = 0;  ///< 0-based offset of the first of them in the input
};

/// Replaces every maximal ill-formed subsequence by one U+FFFD (Unicode 15, section 3.9, as WHATWG's decoder does). Lone
/// surrogates, overlong forms and values above U+10FFFF are ill-formed. Valid text is left untouched, byte for byte. O(n).
Repair repair_utf8(std::string& text);

/// Share (0 to 1) of the first 64 KiB that no text has: control characters other than white space, and bytes that are not
/// UTF-8; 0 where there are fewer than eight. Above about 0.1 the bytes are no text in any encoding this project reads.
[[nodiscard]] double binary_share(std::string_view bytes);

}  // namespace twicetold::text
