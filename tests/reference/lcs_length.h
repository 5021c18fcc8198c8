#pragma once
// Length of a longest common subsequence, for sequences too long for a full table. Only for tests and benchmarks.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace twicetold::tests {

/// O(n·m / 64) time, O(n + m) memory: Hyyrö's bit-parallel recurrence (2004), 64 tokens of `one` at a time, the carries kept between.
inline std::size_t lcs_length(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    const auto numbered = [&](std::span<const std::uint32_t> tokens) {
        std::vector<std::uint32_t> symbols;
        symbols.reserve(tokens.size());
        for (const std::uint32_t token : tokens)
            symbols.push_back(
                numbers.try_emplace(token, static_cast<std::uint32_t>(numbers.size())).first->second);
        return symbols;
    };
    const std::vector<std::uint32_t> columns = numbered(one);
    const std::vector<std::uint32_t> rows = numbered(other);
    std::vector<std::uint64_t> masks(numbers.size(), 0);
    std::vector<std::uint8_t> carry(rows.size(), 0);
    std::size_t length = 0;
    for (std::size_t first = 0; first < columns.size(); first += 64) {
        const std::size_t last = std::min(columns.size(), first + 64);
        for (std::size_t i = first; i < last; ++i) masks[columns[i]] |= 1ULL << (i - first);
        std::uint64_t v = ~0ULL;
        for (std::size_t j = 0; j < rows.size(); ++j) {
            const std::uint64_t u = v & masks[rows[j]];
            const std::uint64_t sum = v + u;
            const std::uint64_t total = sum + carry[j];
            carry[j] = static_cast<std::uint8_t>(static_cast<unsigned>(sum < v) |
                                                 static_cast<unsigned>(total < sum));
            v = total | (v - u);
        }
        const std::uint64_t used = last - first == 64 ? ~0ULL : (1ULL << (last - first)) - 1;
        length += static_cast<std::size_t>(std::popcount(~v & used));
        for (std::size_t i = first; i < last; ++i) masks[columns[i]] = 0;
    }
    return length;
}

}  // namespace twicetold::tests
