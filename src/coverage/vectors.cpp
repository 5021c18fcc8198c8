#include "coverage/vectors.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "coverage/order.h"
#include "coverage/words.h"

namespace twicetold::coverage {

namespace {

constexpr std::size_t header_bytes = 12;

// A cosine of .6 is where synonyms begin to outnumber mere companions in 100-column GloVe; synonym pairs are noisy and only
// believed where the vectors do not contradict.
constexpr float least_cosine = 0.60F;
constexpr float least_cosine_of_synonyms = 0.30F;

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Calls `each` with every line, without its break.
template <typename Each>
void each_line(std::string_view text, Each each) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        each(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::uint64_t pair_of(std::int32_t one, std::int32_t other) {
    const auto low = static_cast<std::uint64_t>(std::min(one, other));
    return (low << 32U) | static_cast<std::uint64_t>(std::max(one, other));
}

}  // namespace

bool Vectors::load(std::string_view table, std::string_view words, std::string_view synonyms) {
    if (table.size() < header_bytes || table.substr(0, 4) != "GV01") return false;
    const std::uint32_t rows = little_endian(table, 4);
    columns_ = little_endian(table, 8);
    if (columns_ == 0 || columns_ > 1024 || table.size() != header_bytes + std::uint64_t{rows} * columns_)
        return false;
    values_.resize(table.size() - header_bytes);
    std::memcpy(values_.data(), table.data() + header_bytes, values_.size());
    length_.assign(rows, 0);
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::uint32_t c = 0; c < columns_; ++c) {
            const std::int8_t value = values_[row * columns_ + c];
            length_[row] += static_cast<std::uint32_t>(value * value);
        }
    }
    std::int32_t row = 0;
    // In order of frequency: the commonest form of a stem speaks for it.
    each_line(words, [&](std::string_view word) {
        rows_.try_emplace(stem_of(plain_form(word), Language::english), row++);
    });
    if (row != static_cast<std::int32_t>(rows)) return false;
    each_line(synonyms, [&](std::string_view line) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return;
        const std::int32_t one = row_of(stem_of(line.substr(0, tab), Language::english));
        const std::int32_t other = row_of(stem_of(line.substr(tab + 1), Language::english));
        if (one >= 0 && other >= 0 && one != other) synonyms_.push_back(pair_of(one, other));
    });
    sort_unique(synonyms_);
    return true;
}

std::int32_t Vectors::row_of(const std::string& stem) const {
    const auto found = rows_.find(stem);
    return found == rows_.end() ? -1 : found->second;
}

std::uint32_t Vectors::strength(std::int32_t one, std::int32_t other) const {
    const auto a = static_cast<std::size_t>(one);
    const auto b = static_cast<std::size_t>(other);
    std::int64_t product = 0;
    for (std::uint32_t c = 0; c < columns_; ++c)
        product += values_[a * columns_ + c] * values_[b * columns_ + c];
    const float norm = std::sqrt(static_cast<float>(length_[a]) * static_cast<float>(length_[b]));
    const float cosine = norm > 0 ? static_cast<float>(product) / norm : 0.0F;
    if (cosine < least_cosine_of_synonyms) return 0;
    const bool synonyms = std::binary_search(synonyms_.begin(), synonyms_.end(), pair_of(one, other));
    if (synonyms) return static_cast<std::uint32_t>(6 + 6 * cosine);
    return cosine < least_cosine ? 0 : static_cast<std::uint32_t>(14 * cosine) - 3;
}

}  // namespace twicetold::coverage
