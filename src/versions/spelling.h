#pragma once
// Words that are the same but for how they are spelled.

#include <string_view>

namespace twicetold::versions {

/// Two spellings of one word: known regional pairs, doubled, missing or transposed letters, hyphens, accents, agreement.
[[nodiscard]] bool is_respelling(std::string_view one, std::string_view other);

}  // namespace twicetold::versions
