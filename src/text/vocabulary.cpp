#include "text/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace twicetold::text {

namespace {

constexpr std::uint32_t free_slot = 0xFFFFFFFFU;

std::uint64_t mix(std::uint64_t value) {
    // Finaliser of MurmurHash3 (Appleby, public domain constants).
    value ^= value >> 33U;
    value *= 0xFF51AFD7ED558CCDULL;
    value ^= value >> 33U;
    value *= 0xC4CEB9FE1A85EC53ULL;
    return value ^ (value >> 33U);
}

/// Up to eight bytes as one number.
std::uint64_t pack(std::string_view bytes) {
    std::uint64_t packed = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        packed |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return packed;
}

std::uint64_t slot_hash(std::uint64_t bytes, std::uint32_t length) {
    return mix(bytes + length * 0x9E3779B97F4A7C15ULL);
}

}  // namespace

std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ (text.size() * 0xFF51AFD7ED558CCDULL);
    const char* data = text.data();
    std::size_t left = text.size();
    for (; left >= 8; left -= 8, data += 8) {
        std::uint64_t block = 0;
        std::memcpy(&block, data, 8);
        hash = (hash ^ block) * 0x9FB21C651E98DF25ULL;
        hash ^= hash >> 32U;
    }
    return mix(hash ^ pack({data, left}));
}

Vocabulary::Vocabulary(Ignore ignore) : ignore_(ignore) {
    keys_.texts.emplace_back();  // key 0: ignored
    keys_.count = 1;
}

void Vocabulary::grow(Table& table) {
    const std::size_t size = table.values.empty() ? 1024 : table.values.size() * 2;
    std::vector<std::uint64_t> hashes(size);
    std::vector<std::uint32_t> values(size, free_slot);
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        if (table.values[i] == free_slot) continue;
        std::size_t slot = table.hashes[i] & (size - 1);
        while (values[slot] != free_slot) slot = (slot + 1) & (size - 1);
        hashes[slot] = table.hashes[i];
        values[slot] = table.values[i];
    }
    table.hashes = std::move(hashes);
    table.values = std::move(values);
}

void Vocabulary::grow_slots() {
    std::vector<Slot> slots(slots_.empty() ? 1024 : slots_.size() * 2);
    const std::size_t mask = slots.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.value == free_slot) continue;
        std::size_t at = slot_hash(slot.bytes, slot.length) & mask;
        while (slots[at].value != free_slot) at = (at + 1) & mask;
        slots[at] = slot;
    }
    slots_ = std::move(slots);
}

std::uint32_t Vocabulary::intern(std::string_view token, TokenKind kind) {
    if ((entries_.size() + 1) * 2 > slots_.size()) grow_slots();
    const bool small = token.size() <= 8;
    const std::uint64_t bytes = small ? pack(token) : hash_text(token);
    const auto length = static_cast<std::uint32_t>(token.size());
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot_hash(bytes, length) & mask;
    while (slots_[at].value != free_slot) {
        const Slot& slot = slots_[at];
        if (slot.bytes == bytes && slot.length == length && (small || entries_[slot.value].text == token))
            return slot.value;
        at = (at + 1) & mask;
    }
    const std::uint32_t index = add(token, kind);
    slots_[at] = {bytes, length, index};
    return index;
}

std::uint32_t Vocabulary::intern_string(Strings& strings, std::string text, std::uint64_t& hash) {
    if ((strings.texts.size() + 1) * 2 > strings.values.size()) grow(strings);
    hash = hash_text(text);
    const std::size_t mask = strings.values.size() - 1;
    std::size_t slot = hash & mask;
    while (strings.values[slot] != free_slot) {
        if (strings.hashes[slot] == hash && strings.texts[strings.values[slot]] == text)
            return strings.values[slot];
        slot = (slot + 1) & mask;
    }
    const auto value = static_cast<std::uint32_t>(strings.texts.size());
    strings.hashes[slot] = hash;
    strings.values[slot] = value;
    strings.texts.push_back(std::move(text));
    strings.count = value + 1;
    return value;
}

std::uint32_t Vocabulary::add(std::string_view token, TokenKind kind) {
    Entry entry;
    entry.text = token;
    entry.kind = kind;
    std::string match = match_form(token);
    switch (kind) {
        case TokenKind::word:
            entry.weight = is_function_word(match) ? TokenWeight::function_word : TokenWeight::content;
            break;
        case TokenKind::ideograph:
            // Hiragana carries the grammar, the other scripts the words.
            entry.weight = classify(decode(token, 0).code_point) == CharacterClass::hiragana
                               ? TokenWeight::function_word
                               : TokenWeight::content;
            break;
        case TokenKind::number:
        case TokenKind::symbol: entry.weight = TokenWeight::content; break;
        case TokenKind::punctuation:
        case TokenKind::invisible: entry.weight = TokenWeight::sign; break;
    }
    std::string key = fold_token(token, ignore_);
    if (key.empty()) {
        entry.key = ignored_key;
        entry.weight = TokenWeight::ignored;
    } else {
        entry.key = intern_string(keys_, std::move(key), entry.hash);
    }
    std::uint64_t unused = 0;
    entry.match = intern_string(matches_, std::move(match), unused);
    entry.content = intern_string(contents_, content_form(token), unused);
    entries_.push_back(entry);
    return static_cast<std::uint32_t>(entries_.size() - 1);
}

bool is_function_word(std::string_view folded) {
    // Closed classes only: articles, prepositions, pronouns, auxiliaries, conjunctions, and the commonest adverbs that carry
    // no fact. Negations are left out on purpose: a "not" always tells.
    static const auto words = [] {
        auto made = std::to_array<std::string_view>({
            // English
            "a",
            "about",
            "after",
            "all",
            "also",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "before",
            "being",
            "but",
            "by",
            "can",
            "could",
            "did",
            "do",
            "does",
            "for",
            "from",
            "had",
            "has",
            "have",
            "having",
            "he",
            "her",
            "here",
            "him",
            "his",
            "how",
            "i",
            "if",
            "in",
            "into",
            "is",
            "it",
            "its",
            "just",
            "may",
            "me",
            "might",
            "more",
            "most",
            "my",
            "of",
            "off",
            "on",
            "only",
            "onto",
            "or",
            "our",
            "out",
            "over",
            "s",
            "she",
            "should",
            "so",
            "some",
            "such",
            "than",
            "that",
            "the",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "through",
            "to",
            "too",
            "under",
            "until",
            "up",
            "us",
            "was",
            "we",
            "were",
            "what",
            "when",
            "where",
            "which",
            "while",
            "who",
            "whom",
            "whose",
            "will",
            "with",
            "would",
            "you",
            "your",
            "it's",
            "that's",
            // French
            "au",
            "aux",
            "avec",
            "ce",
            "ces",
            "cet",
            "cette",
            "comme",
            "dans",
            "de",
            "des",
            "du",
            "elle",
            "en",
            "est",
            "et",
            "eux",
            "il",
            "ils",
            "je",
            "la",
            "le",
            "les",
            "leur",
            "leurs",
            "lui",
            "l",
            "mais",
            "ont",
            "ou",
            "où",
            "par",
            "pour",
            "qu",
            "que",
            "qui",
            "sa",
            "se",
            "ses",
            "son",
            "sont",
            "sur",
            "un",
            "une",
            "à",
            "été",
            "d",
            "y",
            // German
            "als",
            "am",
            "auch",
            "auf",
            "aus",
            "bei",
            "beim",
            "bis",
            "das",
            "dass",
            "dem",
            "den",
            "der",
            "die",
            "dies",
            "diese",
            "dieser",
            "durch",
            "ein",
            "eine",
            "einem",
            "einen",
            "einer",
            "eines",
            "er",
            "es",
            "für",
            "hat",
            "haben",
            "ihr",
            "im",
            "ist",
            "mit",
            "nach",
            "oder",
            "sein",
            "seine",
            "sich",
            "sie",
            "sind",
            "und",
            "vom",
            "von",
            "vor",
            "war",
            "waren",
            "werden",
            "wie",
            "wird",
            "wurde",
            "wurden",
            "zu",
            "zum",
            "zur",
            "über",
            // Spanish, Portuguese, Italian
            "al",
            "ao",
            "aos",
            "che",
            "com",
            "con",
            "da",
            "das",
            "de",
            "del",
            "della",
            "di",
            "do",
            "dos",
            "e",
            "el",
            "ele",
            "em",
            "era",
            "esta",
            "está",
            "este",
            "esto",
            "fue",
            "ha",
            "han",
            "il",
            "la",
            "las",
            "le",
            "lo",
            "los",
            "más",
            "na",
            "nel",
            "nos",
            "o",
            "os",
            "para",
            "per",
            "pero",
            "por",
            "que",
            "se",
            "su",
            "sua",
            "sus",
            "são",
            "um",
            "uma",
            "una",
            "uno",
            "un",
            "y",
            "è",
            "é",
            // Dutch
            "aan",
            "bij",
            "dat",
            "een",
            "het",
            "heeft",
            "hij",
            "ik",
            "naar",
            "om",
            "ook",
            "te",
            "uit",
            "van",
            "voor",
            "zijn",
        });
        std::sort(made.begin(), made.end());
        return made;
    }();
    return std::binary_search(words.begin(), words.end(), folded);
}

}  // namespace twicetold::text
