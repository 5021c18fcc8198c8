#include "canvas/preferences.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace twicetold::canvas {
namespace {

constexpr std::array<std::string_view, 3> shades = {"system", "light", "dark"};
constexpr std::array<std::string_view, 3> contrasts = {"system", "normal", "high"};
constexpr std::array<std::string_view, 2> palettes = {"blue-yellow", "red-green"};
constexpr std::array<std::string_view, 3> typefaces = {"serif", "sans", "legible"};

template <class E, std::size_t n>
void read_name(std::string_view value, const std::array<std::string_view, n>& names, E& out) {
    for (std::size_t index = 0; index < n; ++index) {
        if (names[index] == value) out = static_cast<E>(index);
    }
}

/// "125" of "1.25": hundredths, by hand, for how a number is read must not hang on the machine's language.
std::optional<int> hundredths(std::string_view text) {
    int value = 0;
    int digits_after = -1;
    if (text.empty() || text.size() > 8) return std::nullopt;
    for (const char c : text) {
        if (c == '.' && digits_after < 0) {
            digits_after = 0;
        } else if (c >= '0' && c <= '9') {
            if (digits_after >= 2) continue;
            value = value * 10 + (c - '0');
            if (digits_after >= 0) ++digits_after;
        } else {
            return std::nullopt;
        }
    }
    for (digits_after = std::max(digits_after, 0); digits_after < 2; ++digits_after) value *= 10;
    return value;
}

void read_share(std::string_view value, float least, float most, float& out) {
    if (const std::optional<int> read = hundredths(value))
        out = std::clamp(static_cast<float>(*read) / 100, least, most);
}

std::string share(float value) {
    const int whole = static_cast<int>(std::lround(value * 100));
    const std::string rest = std::to_string(whole % 100);
    return std::to_string(whole / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

std::string write_preferences(const Preferences& preferences) {
    const Preferences usual;
    std::string text;
    const auto add = [&](std::string_view key, std::string_view value) {
        text += (text.empty() ? "" : ";") + std::string(key) + "=" + std::string(value);
    };
    if (preferences.shade != usual.shade) add("theme", shades[static_cast<std::size_t>(preferences.shade)]);
    if (preferences.contrast != usual.contrast)
        add("contrast", contrasts[static_cast<std::size_t>(preferences.contrast)]);
    if (preferences.palette != usual.palette)
        add("palette", palettes[static_cast<std::size_t>(preferences.palette)]);
    if (preferences.typeface != usual.typeface)
        add("typeface", typefaces[static_cast<std::size_t>(preferences.typeface)]);
    if (preferences.size != usual.size) add("size", share(preferences.size));
    if (preferences.spacing != usual.spacing) add("spacing", share(preferences.spacing));
    if (preferences.measure != usual.measure) add("measure", std::to_string(preferences.measure));
    return text;
}

Preferences read_preferences(std::string_view text) {
    Preferences result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view key = part.substr(0, equals);
        const std::string_view value = part.substr(equals + 1);
        if (key == "theme") read_name(value, shades, result.shade);
        if (key == "contrast") read_name(value, contrasts, result.contrast);
        if (key == "palette") read_name(value, palettes, result.palette);
        if (key == "typeface") read_name(value, typefaces, result.typeface);
        if (key == "size") read_share(value, 0.8F, 2.0F, result.size);
        if (key == "spacing") read_share(value, 0.85F, 1.6F, result.spacing);
        if (key == "measure") {
            float letters = static_cast<float>(result.measure);
            read_share(value, 40, 110, letters);
            result.measure = static_cast<int>(letters);
        }
    }
    return result;
}

}  // namespace twicetold::canvas
