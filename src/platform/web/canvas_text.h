#pragma once
// The browser's own text engine, reached through a Canvas 2D context: whatever script the reader's machine can show is
// shaped and drawn by it, with its fallback fonts.
//
// One context a module instance, kept in that instance's `Module`, so that several viewers on a page do not meet.
// A run is measured in about 10 µs and rasterised in about 20 µs; the caller is expected to remember both.

#include <optional>
#include <string>
#include <vector>

#include "platform/platform.h"

namespace twicetold::platform {

class CanvasTextEngine final : public TextEngine {
public:
    CanvasTextEngine();

    [[nodiscard]] FontMetrics metrics(const FontStyle& style) override;
    [[nodiscard]] float advance(std::string_view run, const FontStyle& style, Direction direction) override;
    void carets(std::string_view run, const FontStyle& style, Direction direction,
                std::span<const std::uint32_t> offsets, std::span<float> out) override;
    bool word_starts(std::string_view run, std::vector<std::uint32_t>& starts) override;
    void rasterize(std::string_view run, const FontStyle& style, Direction direction, std::uint32_t ink,
                   Bitmap& out) override;

    [[nodiscard]] bool has_legible_face() override;

private:
    /// Makes `style` the context's font, and the run's language the context's where that matters. Parsing a font is dear, so
    /// the few that are used are told apart by number.
    void use(const FontStyle& style, std::string_view run);

    std::vector<FontStyle> fonts_;  ///< index: number of the font
    int current_ = -1;
    std::optional<bool> legible_;  ///< once it was asked for
    bool tamil_ = false;           ///< is the context's language
};

}  // namespace twicetold::platform
