#pragma once
// Canonical equivalence and case, for comparing: "é" in one code point and in two are one letter.
// Source: Unicode Standard, sections 3.11 (normalization forms), 3.12 (Hangul) and 3.13 (case folding); the tables are made from
// utf8proc during the build.

#include <string>
#include <string_view>

namespace twicetold::text {

/// Normalization Form D of valid UTF-8, as code points. O(n).
[[nodiscard]] std::u32string to_nfd(std::string_view text);

/// Normalization Form C of what `decomposed`, in Form D, stands for, in UTF-8. O(n log t) for tables of t entries.
[[nodiscard]] std::string compose(std::u32string decomposed);

/// Full case folding of valid UTF-8 ("ß" becomes "ss"), in Form C.
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace twicetold::text
