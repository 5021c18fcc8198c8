#include "coverage/order.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace twicetold::coverage {

namespace {

template <class Key>
std::vector<std::uint32_t> sorted_order(std::span<const Key> keys) {
    std::vector<std::pair<Key, std::uint32_t>> pairs;
    pairs.reserve(keys.size());
    for (const Key& key : keys) pairs.emplace_back(key, static_cast<std::uint32_t>(pairs.size()));
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::uint32_t> order;
    order.reserve(keys.size());
    for (const auto& pair : pairs) order.push_back(pair.second);
    return order;
}

}  // namespace

std::vector<std::uint32_t> order_of(std::span<const std::uint64_t> keys) { return sorted_order(keys); }
std::vector<std::uint32_t> order_of(std::span<const std::string_view> keys) { return sorted_order(keys); }

void sort_numbers(std::vector<std::uint32_t>& numbers) { std::sort(numbers.begin(), numbers.end()); }

void sort_unique(std::vector<std::uint64_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void sort_unique(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::uint32_t rising_float(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

std::uint32_t Numbering::number(std::string_view text) {
    return numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::uint32_t Numbering::find(std::string_view text) const {
    const auto found = numbers_.find(std::string(text));
    return found == numbers_.end() ? none : found->second;
}

bool KeyMap::insert(std::uint64_t key, std::uint32_t value) { return values_.try_emplace(key, value).second; }
void KeyMap::set(std::uint64_t key, std::uint32_t value) { values_[key] = value; }
std::uint32_t KeyMap::find(std::uint64_t key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? none : found->second;
}

Groups::Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

std::uint32_t Groups::root(std::uint32_t number) const {
    while (parent_[number] != number) number = parent_[number];
    return number;
}

void Groups::join(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t a = root(one);
    const std::uint32_t b = root(other);
    parent_[std::max(a, b)] = std::min(a, b);
}

}  // namespace twicetold::coverage
