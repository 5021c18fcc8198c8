#include "generate.h"

#include <array>
#include <string_view>
#include <utility>

namespace twicetold::tests {

namespace {

constexpr auto words = std::to_array<std::string_view>({
    "the",
    "a",
    "of",
    "and",
    "harbour",
    "ferry",
    "said",
    "police",
    "14",
    "41",
    "$3.5",
    "10:30",
    "state-of-the-art",
    "don't",
    "don’t",
    "U.S.",
    "Mr.",
    "mayor",
    "council",
    "bridge",
    "not",
    "may",
    "was",
    "reopened",
    "on",
    "Tuesday",
    "city",
    "http://example.org/a?b=c",
    "né",
    "café",
    "cafe\u0301",
    "Übung",
    "привет",
    "мост",
    "γέφυρα",
    "橋",
    "の",
    "修復",
    "カタカナ",
    "한국어",
    "สวัสดี",
    "مرحبا",
    "שלום",
    "नमस्ते",
    "👍🏽",
    "👨‍👩‍👧",
    "🇫🇷",
    "🇩🇪",
    "⛵",
    "mini\u00ADster",
    "\u200B",
    "\uFEFF",
    "\u202E",
    "x\u0301\u0302",
    "…",
    "...",
    "--",
    "—",
    "“quoted",
    "words”",
    "\"plain",
    "quote\"",
    "«",
    "»",
    "(",
    ")",
    "%",
    "#tag",
    "@name",
    "a@b.org",
    "e.g.",
    "No.",
    "\U000E0067",
    "\U0010FFFF",
    "\u0301",
    "\u200D",
});
constexpr auto separators = std::to_array<std::string_view>(
    {" ", " ", " ", " ", " ", " ", " ", "  ", ", ", "; ", "-", "", "\t", "\u00A0", "\u3000"});
constexpr auto ends =
    std::to_array<std::string_view>({". ", ". ", ". ", "? ", "! ", ".\n\n", ".\n\n", "\n", "\r\n",
                                     ".\r\n\r\n", "。", ".” ", "\n\n\n", "\r", "\u2028"});

template <typename Array>
std::string_view pick(Random& random, const Array& from) {
    return from[random.below(from.size())];
}

}  // namespace

std::string any_text(Random& random, std::size_t pieces) {
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) {
        text += pick(random, words);
        text += random.chance(7) ? pick(random, ends) : pick(random, separators);
        if (random.chance(200)) text += '\0';
    }
    return text;
}

std::string revised(Random& random, const std::string& text) {
    // Cut at spaces and breaks; a piece keeps the white space behind it.
    std::vector<std::string> pieces;
    std::string piece;
    for (const char c : text) {
        piece += c;
        if (c == ' ' || c == '\n') {
            pieces.push_back(piece);
            piece.clear();
        }
    }
    pieces.push_back(piece);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (random.chance(14)) continue;
        if (random.chance(14)) out.push_back(std::string(pick(random, words)) + " ");
        if (random.chance(14)) {
            out.push_back(std::string(pick(random, words)) + " ");
            continue;
        }
        out.push_back(pieces[i]);
    }
    if (out.size() > 12 && random.chance(2)) {
        // Move a stretch.
        const std::size_t length = 1 + random.below(out.size() / 3);
        const std::size_t from = random.below(out.size() - length);
        std::vector<std::string> stretch(out.begin() + static_cast<std::ptrdiff_t>(from),
                                         out.begin() + static_cast<std::ptrdiff_t>(from + length));
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(from),
                  out.begin() + static_cast<std::ptrdiff_t>(from + length));
        const std::size_t to = random.below(out.size() + 1);
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(to), stretch.begin(), stretch.end());
    }
    std::string result;
    for (const std::string& p : out) result += p;
    return result;
}

namespace {

TextPair repetitive_pair(Random& random) {
    std::vector<std::string> sentences;
    for (std::size_t k = 2 + random.below(4); k > 0; --k) {
        std::string sentence;
        for (std::size_t w = 1 + random.below(9); w > 0; --w) {
            sentence += pick(random, words);
            sentence += ' ';
        }
        sentences.push_back(sentence);
    }
    const auto text = [&] {
        std::string made;
        for (std::size_t k = random.below(24); k > 0; --k) {
            std::string sentence = sentences[random.below(sentences.size())];
            if (random.chance(4)) sentence = revised(random, sentence);
            // Without its end a sentence runs on into the next; an end in the middle cuts it in two.
            if (random.chance(6)) {
                const std::size_t middle = sentence.find(' ', sentence.size() / 2);
                if (middle != std::string::npos) sentence.insert(middle, 1, '.');
            }
            made += sentence;
            if (!random.chance(6)) made += pick(random, ends);
        }
        return made;
    };
    std::string before = text();
    std::string after = random.chance(3) ? revised(random, before) : text();
    return {std::move(before), std::move(after)};
}

}  // namespace

TextPair any_pair(Random& random) {
    if (random.chance(3)) return repetitive_pair(random);
    std::string before = any_text(random, random.below(120));
    std::string after = random.chance(4) ? any_text(random, random.below(120)) : revised(random, before);
    return {std::move(before), std::move(after)};
}

}  // namespace twicetold::tests
