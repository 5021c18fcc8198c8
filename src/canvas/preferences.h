#pragma once
// How a reader likes to read: colours, contrast, type. Remembered on their machine, and nowhere else.

#include <cstdint>
#include <string>
#include <string_view>

namespace twicetold::canvas {

enum class Shade : std::uint8_t { system, light, dark };
enum class Contrast : std::uint8_t { system, normal, high };
enum class Palette : std::uint8_t { blue_yellow, red_green };
/// `legible`: faces made to be told apart by readers with dyslexia or weak sight, where the machine has one.
enum class Typeface : std::uint8_t { serif, sans, legible };

struct Preferences {
    Shade shade = Shade::system;
    Contrast contrast = Contrast::system;
    Palette palette = Palette::blue_yellow;
    Typeface typeface = Typeface::serif;
    float size = 1;     ///< of the article's text, times the usual one: 0.8 to 2
    float spacing = 1;  ///< of its lines, times the usual one: 0.85 to 1.6
    int measure = 68;   ///< letters of a line at most: 40 to 110

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// "palette=red-green;size=1.25": only what differs from the usual.
[[nodiscard]] std::string write_preferences(const Preferences& preferences);
/// Later parts win. What is not known is passed over, what is out of range is brought into it.
[[nodiscard]] Preferences read_preferences(std::string_view text);

}  // namespace twicetold::canvas
