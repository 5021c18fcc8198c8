#include "viewer/label_runs.h"

#include <algorithm>

#include "viewer/bidi.h"
#include "viewer/segments.h"

namespace twicetold::viewer {

std::vector<LabelRun> label_runs(std::string_view label) {
    if (label.empty()) return {};
    // Hebrew is the first such script, and its letters begin with this byte. Marks of direction are told by theirs.
    const bool plain = std::none_of(label.begin(), label.end(), [](char each) {
        const auto byte = static_cast<unsigned char>(each);
        return (byte >= 0xD6U && byte <= 0xDFU) || byte == 0xE0U || byte == 0xEFU || byte == 0xF0U;
    });
    if (plain && label.find("\u200F") == std::string_view::npos) return {{label, Direction::left_to_right}};
    std::vector<char32_t> characters;
    std::vector<std::uint32_t> begins;
    for (std::uint32_t at = 0; at < label.size();) {
        begins.push_back(at);
        characters.push_back(next_code_point(label, at));
    }
    const std::vector<std::uint8_t> levels =
        embedding_levels(characters, strong_direction(label).value_or(Direction::left_to_right));
    std::vector<std::uint8_t> levels_of_runs;
    std::vector<LabelRun> runs;
    for (std::size_t first = 0; first < levels.size();) {
        std::size_t last = first + 1;
        while (last < levels.size() && levels[last] == levels[first]) ++last;
        const std::size_t end = last < begins.size() ? begins[last] : label.size();
        runs.push_back({label.substr(begins[first], end - begins[first]),
                        levels[first] % 2 == 1 ? Direction::right_to_left : Direction::left_to_right});
        levels_of_runs.push_back(levels[first]);
        first = last;
    }
    std::vector<LabelRun> ordered;
    ordered.reserve(runs.size());
    for (const std::uint32_t index : visual_order(levels_of_runs)) ordered.push_back(runs[index]);
    return ordered;
}

float label_width(WidthCache& widths, std::string_view label, TextRole role) {
    float width = 0;
    for (const LabelRun& run : label_runs(label)) width += widths.width(run.text, role, run.direction);
    return width;
}

}  // namespace twicetold::viewer
