#include "text/normalize.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>

#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace twicetold::text {

namespace {

// Hangul syllables are composed by arithmetic: leading consonant, vowel, trailing consonant or none.
constexpr char32_t syllables = 0xAC00;
constexpr char32_t leads = 0x1100;
constexpr char32_t vowels = 0x1161;
constexpr char32_t no_trail = 0x11A7;
constexpr char32_t lead_count = 19;
constexpr char32_t vowel_count = 21;
constexpr char32_t trail_count = 28;
constexpr char32_t syllable_count = lead_count * vowel_count * trail_count;

constexpr bool counts_among(char32_t c, char32_t first, char32_t count) {
    return c >= first && c < first + count;
}

template <std::size_t N, std::size_t M, std::size_t L>
std::span<const char32_t> sequence_at(const std::uint16_t (&at)[N], const char32_t (&to)[M],
                                      const char32_t (&)[L], std::size_t k) {
    static_assert(N == L + 1);
    return std::span<const char32_t>(to).subspan(at[k], static_cast<std::size_t>(at[k + 1] - at[k]));
}

/// What a mapping of tools/unicode_tables gives for `c`; empty where it maps to itself.
template <std::size_t N, std::size_t M, std::size_t L>
std::span<const char32_t> mapping(const char32_t (&from)[L], const std::uint16_t (&at)[N],
                                  const char32_t (&to)[M], char32_t c) {
    const char32_t* found = std::lower_bound(std::begin(from), std::end(from), c);
    if (found == std::end(from) || *found != c) return {};
    return sequence_at(at, to, from, static_cast<std::size_t>(found - std::begin(from)));
}

std::span<const char32_t> decomposition(char32_t c) {
    return mapping(tables::decomposition_from, tables::decomposition_at, tables::decomposition_to, c);
}

std::uint8_t combining_class(char32_t c) {
    if (c < 0x300) return 0;
    const char32_t* end = std::end(tables::combining_from);
    const char32_t* found = std::lower_bound(std::begin(tables::combining_from), end, c);
    if (found == end || *found != c) return 0;
    return tables::combining_class[found - std::begin(tables::combining_from)];
}

void append_decomposed(std::u32string& out, char32_t c) {
    if (c < 0xC0) {
        out += c;
        return;
    }
    if (counts_among(c, syllables, syllable_count)) {
        const char32_t s = c - syllables;
        out.push_back(leads + s / (vowel_count * trail_count));
        out.push_back(vowels + s % (vowel_count * trail_count) / trail_count);
        if (s % trail_count != 0) out.push_back(no_trail + s % trail_count);
        return;
    }
    const std::span<const char32_t> sequence = decomposition(c);
    if (sequence.empty()) {
        out += c;
    } else {
        out.append(sequence.begin(), sequence.end());
    }
}

/// By rising combining class, else as they stood. Counted, not compared: some texts pile up thousands.
void sort_marks(std::span<char32_t> marks) {
    std::array<std::uint32_t, 256> behind{};  // behind[c]: where the marks of class c end
    for (const char32_t mark : marks) ++behind[combining_class(mark)];
    for (std::size_t c = 1; c < behind.size(); ++c) behind[c] += behind[c - 1];
    const std::u32string unsorted(marks.begin(), marks.end());
    for (std::size_t k = unsorted.size(); k-- > 0;)
        marks[--behind[combining_class(unsorted[k])]] = unsorted[k];
}

/// Puts each run of combining marks in canonical order.
void order_marks(std::u32string& text) {
    const auto is_mark = [](char32_t c) { return combining_class(c) != 0; };
    for (auto run = text.begin();;) {
        run = std::find_if(run, text.end(), is_mark);
        if (run == text.end()) return;
        const auto end = std::find_if_not(run, text.end(), is_mark);
        if (end - run > 1) sort_marks({&*run, static_cast<std::size_t>(end - run)});
        run = end;
    }
}

/// The character that `first` followed by `second` compose to; 0 where there is none.
char32_t composite(char32_t first, char32_t second) {
    if (counts_among(first, leads, lead_count) && counts_among(second, vowels, vowel_count))
        return syllables + ((first - leads) * vowel_count + (second - vowels)) * trail_count;
    if (counts_among(first, syllables, syllable_count) && (first - syllables) % trail_count == 0 &&
        second > no_trail && second < no_trail + trail_count) {
        return first + (second - no_trail);
    }
    std::u32string wanted;
    append_decomposed(wanted, first);
    wanted += second;
    const auto sequence_of = [](std::uint16_t k) {
        return sequence_at(tables::decomposition_at, tables::decomposition_to, tables::decomposition_from, k);
    };
    const auto* end = std::end(tables::compositions);
    const auto* found = std::lower_bound(
        std::begin(tables::compositions), end, wanted, [&](std::uint16_t k, const std::u32string& sequence) {
            const auto other = sequence_of(k);
            return std::lexicographical_compare(other.begin(), other.end(), sequence.begin(), sequence.end());
        });
    if (found == end || !std::ranges::equal(sequence_of(*found), wanted)) return 0;
    return tables::decomposition_from[*found];
}

std::string encoded(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 2);
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

}  // namespace

std::u32string to_nfd(std::string_view text) {
    std::u32string out;
    for (std::size_t position = 0; position < text.size();) {
        const Decoded d = decode(text, position);
        position += d.length;
        append_decomposed(out, d.code_point);
    }
    order_marks(out);
    return out;
}

std::string compose(std::u32string text) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t starter = none;  // where, in what is already written, the last one stands
    std::uint8_t last_class = 0;
    std::size_t written = 0;
    for (const char32_t c : text) {
        const std::uint8_t own_class = combining_class(c);
        const bool follows = starter != none && written == starter + 1;
        // A mark of the same class in between, or a starter, keeps `c` from its starter.
        const bool blocked = starter == none || (!follows && last_class >= own_class);
        if (!blocked) {
            if (const char32_t made = composite(text[starter], c); made != 0) {
                text[starter] = made;
                continue;
            }
        }
        if (own_class == 0) starter = written;
        last_class = own_class;
        text[written++] = c;
    }
    text.resize(written);
    return encoded(text);
}

std::string fold_case(std::string_view text) {
    std::u32string out;
    for (std::size_t position = 0; position < text.size();) {
        const Decoded d = decode(text, position);
        position += d.length;
        const char32_t c = d.code_point;
        if (c < 0x80) {
            out += c >= U'A' && c <= U'Z' ? c + 32 : c;
            continue;
        }
        const auto folded = mapping(tables::case_fold_from, tables::case_fold_at, tables::case_fold_to, c);
        if (folded.empty()) append_decomposed(out, c);
        for (const char32_t f : folded) append_decomposed(out, f);
    }
    order_marks(out);
    return compose(std::move(out));
}

}  // namespace twicetold::text
