#pragma once
// Cuts a paragraph into the pieces that are placed one after the other in lines, each with one direction. Behind an
// interface, so that the layout can be tried with cuts of its own.

#include <cstdint>
#include <string_view>
#include <vector>

#include "viewer/viewer.h"

namespace twicetold::viewer {

/// How a character that is placed by itself may be set closer to its neighbour of another kind than none.
enum class Fitting : std::uint8_t {
    none,
    kana,     ///< fonts kern them
    opening,  ///< full-width signs, of whose width half is empty: before the sign,
    closing,  ///< behind it,
    middle,   ///< or on both sides
};

/// A run of text without a space in it and in one direction: a word or a part of one, or one ideograph with its marks.
struct Segment {
    text::Range range;             ///< in the document's text
    bool space_before = false;     ///< white space stands before it (not at the start of a paragraph)
    bool break_before = false;     ///< a line may break before it
    std::uint8_t level = 0;        ///< embedding level of UAX #9; odd: right to left
    std::uint8_t space_level = 0;  ///< of the white space before it, which may be another
    Fitting fitting = Fitting::none;
};

struct Segmentation {
    std::vector<Segment> segments;  ///< in logical order, white space left out
    /// Offsets (absolute, rising) inside segments where a line may break too: after the hyphen of a long word.
    std::vector<std::uint32_t> breaks;
};

/// How a word may be parted that is longer than a line.
enum class Parting : std::uint8_t {
    signs,     ///< wherever UAX #14 lets a line break: behind the slashes of an address
    clusters,  ///< between any two characters
};

class Segmenter {
public:
    virtual ~Segmenter() = default;
    /// Of `text[range]`, set in a paragraph of direction `base`. O(length).
    [[nodiscard]] virtual Segmentation segments(std::string_view text, text::Range range,
                                                Direction base) const = 0;
    /// Direction of a paragraph: that of its first strong letter, or without one `otherwise`.
    [[nodiscard]] virtual Direction direction(std::string_view text, text::Range range,
                                              Direction otherwise) const = 0;
    /// Offsets (absolute, rising) inside a segment that is longer than a line where it may be parted.
    [[nodiscard]] virtual std::vector<std::uint32_t> partings(std::string_view text, text::Range segment,
                                                              Parting parting) const = 0;
};

/// Code point at `at` (which is moved behind it). The text is valid UTF-8.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::uint32_t& at);
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_ideograph(char32_t c);

}  // namespace twicetold::viewer
