#pragma once
// The segmenter by the rules of Unicode: UAX #14 for where lines may break, UAX #9 for directions, UAX #29 for what must not
// be torn. Where words of Thai, Lao, Khmer and Myanmar begin is asked of the platform, which has dictionaries.

#include "viewer/segments.h"

namespace twicetold::viewer {

class UnicodeSegmenter final : public Segmenter {
public:
    /// `words`: where the platform is asked for words; must outlive the segmenter. Without it, or where it has no answer,
    /// lines break between the clusters of these scripts.
    explicit UnicodeSegmenter(TextMeasurer* words = nullptr) : words_(words) {}

    [[nodiscard]] Segmentation segments(std::string_view text, text::Range range,
                                        Direction base) const override;
    [[nodiscard]] Direction direction(std::string_view text, text::Range range,
                                      Direction otherwise) const override;
    [[nodiscard]] std::vector<std::uint32_t> partings(std::string_view text, text::Range segment,
                                                      Parting parting) const override;

private:
    TextMeasurer* words_;
};

}  // namespace twicetold::viewer
