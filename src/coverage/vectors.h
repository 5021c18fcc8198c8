#pragma once
// Word vectors and synonym pairs, where the caller loaded them: what words mean beyond the built-in lists.
//
// The bytes of a vector file: "GV01", then little-endian uint32 rows, uint32 columns, then rows × columns of int8, each row
// scaled by itself; the words stand in a second file, one a line, in the same order (see tools/build_vectors.mjs). Synonym
// pairs: two words a line with a tab between. Vectors know what words occur together ("monday", "tuesday"), not what is
// equal: callers keep names, dates and numbers away from them.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace twicetold::coverage {

class Vectors {
public:
    /// Reads the three files; `synonyms` may be empty. False where `table` is no such file or the words do not match it.
    [[nodiscard]] bool load(std::string_view table, std::string_view words, std::string_view synonyms);

    /// The row of a word whose English stem is `stem`; -1 where there is none.
    [[nodiscard]] std::int32_t row_of(const std::string& stem) const;

    /// How surely two rows may stand for each other, in 1/16; 0: they may not. O(columns).
    [[nodiscard]] std::uint32_t strength(std::int32_t one, std::int32_t other) const;

private:
    std::vector<std::int8_t> values_;
    std::uint32_t columns_ = 0;
    std::vector<std::uint32_t> length_;  ///< squared, of each row
    std::unordered_map<std::string, std::int32_t> rows_;
    std::vector<std::uint64_t> synonyms_;  ///< sorted; lower row in the high half
};

}  // namespace twicetold::coverage
