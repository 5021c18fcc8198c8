#pragma once
// Finding words in the texts on screen, as a reader would look for them: whatever their case, accents and typography.
// "strasse" finds "Straße", "resume" finds "résumé", a straight apostrophe a curly one, Arabic and Hebrew without points
// those with; a space finds any white space, be it a line break.
//
// What is left out of a comparison: marks of Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac letters; strokes through
// letters, as the root collation of Unicode has it (UTS #10: "ø" and "ł" differ from "o" and "l" as accents do); soft hyphens
// and other invisible characters. Vowel signs of Indic and South East Asian scripts stay, for they are letters there, and so
// do the voicing marks of kana.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/shown_text.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

/// Folded text, and for each byte of it the offset of the character that it comes from. Grown once and filled again and again.
struct FoldedText {
    std::vector<char> bytes;
    std::vector<std::uint32_t> origins;
    std::size_t length = 0;  ///< of both, as far as they are filled

    [[nodiscard]] std::string_view view() const { return {bytes.data(), length}; }
    /// Forgets the first bytes.
    void drop(std::size_t count);
};

/// What characters count as, worked out once for each.
class SearchFolding {
public:
    /// Appends the beginning of text[range], some kB of it, and returns where it stopped. White space becomes one space, of a
    /// run the first only; `white` says whether one came last.
    std::uint32_t append(std::string_view text, text::Range range, bool& white, FoldedText& out);
    [[nodiscard]] std::string folded(std::string_view text);

private:
    struct Entry {
        static constexpr std::size_t most = 15;
        std::array<char, most> bytes{};
        std::uint8_t length = 0xFF;  ///< 0xFF: not worked out yet
    };
    [[nodiscard]] const Entry& entry(char32_t c);

    std::array<std::unique_ptr<std::array<Entry, 256>>, 0x1100> pages_;
};

struct SearchMatch {
    Side side = Side::before;
    std::uint32_t block = 0;
    text::Range range;
    std::uint64_t order = 0;  ///< of its block, see ShownText
};

/// More are not looked for: nobody steps through them, and they would only cost memory.
inline constexpr std::size_t most_matches = 100000;

/// Places in all texts shown where `query` stands, in reading order, none overlapping another of its block. O(length).
[[nodiscard]] std::vector<SearchMatch> find_matches(const ShownText& shown, std::string_view query,
                                                    SearchFolding& folding);

}  // namespace twicetold::viewer
