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

/// The form under which two tokens are paired before anything else is asked of them: case folded, one kind each of single and
/// double quotation mark, dash and ellipsis, without invisible characters. Tokens alike in it differ in typography or
/// capitals at most. Empty for a token of invisible characters alone.
[[nodiscard]] std::string match_form(std::string_view token);

/// The form under which words are weighed against each other for similarity: the match form without "'s" and the commonest
/// endings, six letters at most ("reported", "reports" and "report" are one). Figures and addresses stay whole.
[[nodiscard]] std::string content_form(std::string_view token);

}  // namespace twicetold::text
