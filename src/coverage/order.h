#pragma once
// Sorting and numbering, written once for all types: every instance of std::sort for another struct is three to six kilobytes of
// the web module.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace twicetold::coverage {

/// The indexes of `keys` by rising key; equal keys keep their order. O(n log n).
[[nodiscard]] std::vector<std::uint32_t> order_of(std::span<const std::uint64_t> keys);
[[nodiscard]] std::vector<std::uint32_t> order_of(std::span<const std::string_view> keys);

void sort_numbers(std::vector<std::uint32_t>& numbers);
/// Also drops repetitions.
void sort_unique(std::vector<std::uint64_t>& numbers);
void sort_unique(std::vector<std::uint32_t>& numbers);

/// Two numbers as one that sorts by the first, then the second.
[[nodiscard]] constexpr std::uint64_t key_of(std::uint32_t first, std::uint32_t second) {
    return (std::uint64_t{first} << 32U) | second;
}
/// The pair whatever its order.
[[nodiscard]] constexpr std::uint64_t pair_key(std::uint32_t one, std::uint32_t other) {
    return one < other ? key_of(one, other) : key_of(other, one);
}
/// A signed number as one that sorts the same way, and the other way round.
[[nodiscard]] constexpr std::uint32_t rising(std::int32_t value) {
    return static_cast<std::uint32_t>(value) ^ 0x80000000U;
}
[[nodiscard]] constexpr std::uint32_t falling(std::int32_t value) { return ~rising(value); }
/// A float as a number that sorts the same way. No NaN.
[[nodiscard]] std::uint32_t rising_float(float value);

/// Puts the items into `order`.
template <class T>
void rearrange(std::span<T> items, const std::vector<std::uint32_t>& order) {
    std::vector<T> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t index : order) sorted.push_back(std::move(items[index]));
    for (std::size_t i = 0; i < sorted.size(); ++i) items[i] = std::move(sorted[i]);
}

/// Stable, by `key(item)`, a std::uint64_t or std::string_view.
template <class T, class Key>
void sort_by(std::span<T> items, Key key) {
    std::vector<decltype(key(items[0]))> keys;
    keys.reserve(items.size());
    for (const T& item : items) keys.push_back(key(item));
    rearrange(items, order_of(keys));
}
template <class T, class Key>
void sort_by(std::vector<T>& items, Key key) {
    sort_by(std::span<T>(items), key);
}

/// Gives every distinct text the next number, from 0 on.
class Numbering {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    std::uint32_t number(std::string_view text);
    [[nodiscard]] std::uint32_t find(std::string_view text) const;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// From 64-bit keys to 32-bit values.
class KeyMap {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    /// True where the key was not yet known.
    bool insert(std::uint64_t key, std::uint32_t value = 0);
    void set(std::uint64_t key, std::uint32_t value);
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const;
    [[nodiscard]] bool contains(std::uint64_t key) const { return find(key) != none; }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> values_;
};

/// Numbers that are joined step by step; each group goes by its smallest number.
class Groups {
public:
    explicit Groups(std::size_t count);
    [[nodiscard]] std::uint32_t root(std::uint32_t number) const;
    void join(std::uint32_t one, std::uint32_t other);

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace twicetold::coverage
