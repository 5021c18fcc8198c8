#pragma once
// What a reader may ask to be left out of a comparison. Ignoring changes what counts as equal, never what is shown.

#include <cstdint>

namespace twicetold::text {

/// Differences that may be left out of the comparison. A bit set.
enum class Ignore : std::uint16_t {
    nothing = 0,
    quotes = 1U << 0U,       ///< " “ ” „ « » are one sign, ' ’ ‘ ‹ › another
    dashes = 1U << 1U,       ///< - – — ‑ − are one sign
    ellipsis = 1U << 2U,     ///< "..." and "…"
    whitespace = 1U << 3U,   ///< any run of any white space, paragraph breaks included
    invisible = 1U << 4U,    ///< soft hyphen, zero-width characters, BOM, bidi controls
    letter_case = 1U << 5U,  ///< full Unicode case folding ("case" in the options)
    diacritics = 1U << 6U,   ///< "café" and "cafe"
    punctuation = 1U << 7U,  ///< every sign that is no word, figure or symbol
    hyphenation = 1U << 8U,  ///< "co-operate" and "cooperate"
};

[[nodiscard]] constexpr Ignore operator|(Ignore one, Ignore two) {
    return static_cast<Ignore>(static_cast<std::uint16_t>(one) | static_cast<std::uint16_t>(two));
}

[[nodiscard]] constexpr bool ignores(Ignore set, Ignore flag) {
    return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(flag)) != 0;
}

}  // namespace twicetold::text
