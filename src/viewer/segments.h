#pragma once
// Cuts a paragraph into the pieces between which a line may break, each with one direction. Behind an interface, so that
// UAX #14 and UAX #9 can take the place of the simple rules here without the layout noticing.

#include <cstdint>
#include <string_view>
#include <vector>

#include "viewer/viewer.h"

namespace twicetold::viewer {

/// A run of text without a space in it: a word, or one ideograph with its marks.
struct Segment {
    text::Range range;          ///< in the document's text
    bool space_before = false;  ///< white space stands before it (not at the start of a paragraph)
    bool break_before = false;  ///< a line may break before it
    std::uint8_t level = 0;     ///< embedding level of UAX #9; odd: right to left
};

class Segmenter {
public:
    virtual ~Segmenter() = default;
    /// Segments of `text[range]`, in logical order, white space left out.
    [[nodiscard]] virtual std::vector<Segment> segments(std::string_view text, text::Range range) const = 0;
    /// Direction of the paragraph: that of its first strong letter.
    [[nodiscard]] virtual Direction direction(std::string_view text, text::Range range) const = 0;
    /// Offsets (absolute, rising) inside a segment where a line may break if it does not fit: after hyphens, dashes and
    /// slashes; with `anywhere`, between any two clusters.
    [[nodiscard]] virtual std::vector<std::uint32_t> splits(std::string_view text, text::Range segment,
                                                            bool anywhere) const = 0;
};

/// Breaks at spaces and between ideographs (with the line-start and line-end rules of JIS X 4051 for the common signs).
/// Direction is settled word by word.
class SimpleSegmenter final : public Segmenter {
public:
    [[nodiscard]] std::vector<Segment> segments(std::string_view text, text::Range range) const override;
    [[nodiscard]] Direction direction(std::string_view text, text::Range range) const override;
    [[nodiscard]] std::vector<std::uint32_t> splits(std::string_view text, text::Range segment,
                                                    bool anywhere) const override;
};

/// Code point at `at` (which is moved behind it). The text is valid UTF-8.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::uint32_t& at);
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_ideograph(char32_t c);

}  // namespace twicetold::viewer
