#pragma once
// Interning: every distinct token becomes a small integer, so that the layers above compare integers only.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/ignore.h"
#include "text/tokens.h"

namespace twicetold::text {

/// How much a token tells. Function words and signs recur in any two sentences and are no evidence that they correspond.
enum class TokenWeight : std::uint8_t { ignored, sign, function_word, content };

/// What is known of one distinct token (as written).
struct Entry {
    std::string_view text;  ///< first occurrence, in the text it was interned from
    std::uint64_t hash =
        0;  ///< of the folded key: depends on the characters alone, not on the order of interning
    std::uint32_t key =
        0;  ///< equal for tokens that count as equal; `Vocabulary::ignored_key` for ignored ones
    std::uint32_t match =
        0;  ///< equal for tokens that differ in capitals and typography at most (`match_form`)
    std::uint32_t content = 0;  ///< equal for words of one stem (`content_form`); for similarity
    TokenKind kind = TokenKind::word;
    TokenWeight weight = TokenWeight::content;
};

/// Interns the tokens of several texts under one set of ignore options. The texts must outlive it.
class Vocabulary {
public:
    static constexpr std::uint32_t ignored_key = 0;

    explicit Vocabulary(Ignore ignore = Ignore::nothing);

    /// Index (0-based) of the entry of `token`; the same bytes give the same index. O(length) amortised.
    std::uint32_t intern(std::string_view token, TokenKind kind);

    [[nodiscard]] const Entry& entry(std::uint32_t index) const { return entries_[index]; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    /// Contents lie in [0, content_count()).
    [[nodiscard]] std::uint32_t content_count() const { return contents_.count; }
    [[nodiscard]] Ignore ignore() const { return ignore_; }

private:
    /// Open addressing over (hash, value); the strings are kept apart.
    struct Table {
        std::vector<std::uint64_t> hashes;
        std::vector<std::uint32_t> values;
        std::uint32_t count = 0;
    };
    struct Strings : Table {
        std::vector<std::string> texts;
    };

    /// A slot of the table of tokens as written. Tokens of up to eight bytes, which most are, are compared by their bytes in
    /// the slot itself: a look at the entry would miss the cache.
    struct Slot {
        std::uint64_t bytes = 0;  ///< the token's bytes, or their hash where it is longer than eight
        std::uint32_t length = 0;
        std::uint32_t value = 0xFFFFFFFFU;  ///< index of the entry; all ones: free
    };

    void grow(Table& table);
    void grow_slots();
    std::uint32_t intern_string(Strings& strings, std::string text, std::uint64_t& hash);
    std::uint32_t add(std::string_view token, TokenKind kind);

    Ignore ignore_;
    std::vector<Slot> slots_;
    std::vector<Entry> entries_;
    Strings keys_;
    Strings matches_;
    Strings contents_;
};

/// Is `folded` (case folded) an article, preposition, pronoun, auxiliary or conjunction of a language that we know?
[[nodiscard]] bool is_function_word(std::string_view folded);

/// 64-bit hash of a text's bytes. Stable between runs and machines.
[[nodiscard]] std::uint64_t hash_text(std::string_view text);

}  // namespace twicetold::text
