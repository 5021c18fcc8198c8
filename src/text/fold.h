#pragma once
// Normalising a token to compare it. The text itself is never altered.

#include <string>
#include <string_view>

#include "text/ignore.h"

namespace twicetold::text {

/// The form of `token` (valid UTF-8) under which it equals others when `ignore` is left out of the comparison. Empty where
/// the whole token is to be ignored (a soft hyphen under `invisible`, a comma under `punctuation`). With
/// `Ignore::nothing` the token itself. O(length).
[[nodiscard]] std::string fold_token(std::string_view token, Ignore ignore);

/// The form under which words are weighed against each other for similarity: case folded, one kind of apostrophe, without
/// invisible characters and without a possessive "'s". Never empty for a token that holds a letter or digit.
[[nodiscard]] std::string content_form(std::string_view token);

}  // namespace twicetold::text
