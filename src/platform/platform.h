#pragma once
// What the program asks of the machine it runs on: its text engine, its clipboard, a wake-up. Two
// implementations: `platform/web` (Canvas 2D, called through Emscripten) and `platform/desktop` (Pango, GLFW).
// Units are device pixels unless a name says otherwise.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace twicetold::platform {

/// `legible`: faces made to be told apart by readers with dyslexia or weak sight.
enum class FontFamily : std::uint8_t { serif, sans, monospace, legible };
enum class Direction : std::uint8_t { left_to_right, right_to_left };

struct FontStyle {
    FontFamily family = FontFamily::serif;
    float size = 16.0F;          ///< em size in device pixels
    std::uint16_t weight = 400;  ///< CSS weight, 100 to 900
    bool italic = false;
    friend bool operator==(const FontStyle&, const FontStyle&) = default;
};

/// Distances from the baseline, both positive.
struct FontMetrics {
    float ascent = 0;
    float descent = 0;
};

/// A rasterised run. The pen starts at pixel (`pen_x`, `baseline_y`) of the bitmap. RGBA, 8 bits a channel,
/// straight (not premultiplied) alpha. Uncoloured runs are white, so that the vertex colour tints them.
struct Bitmap {
    int width = 0;
    int height = 0;
    float pen_x = 0;
    float baseline_y = 0;
    bool coloured = false;  ///< has its own colours (emoji): draw it untinted
    std::vector<std::uint8_t> pixels;
};

/// Shapes and draws single-line, single-direction runs with the fonts of the machine, with fallback, so that every
/// script the machine can show is shown. A run is a word, a few words, or a CJK stretch; never a paragraph break.
class TextEngine {
public:
    virtual ~TextEngine() = default;

    [[nodiscard]] virtual FontMetrics metrics(const FontStyle& style) = 0;
    /// Advance width of the shaped run.
    [[nodiscard]] virtual float advance(std::string_view run, const FontStyle& style,
                                        Direction direction) = 0;
    /// x of the caret before each of `offsets` (byte offsets into `run`, rising, on grapheme borders), measured from the
    /// run's left edge. `out.size() == offsets.size()`.
    virtual void carets(std::string_view run, const FontStyle& style, Direction direction,
                        std::span<const std::uint32_t> offsets, std::span<float> out) = 0;
    /// Adds to `starts` where words begin in `run`, a stretch of a script that writes no spaces between words (Thai, Lao,
    /// Khmer, Myanmar): byte offsets, rising. False where the machine has no dictionary for it.
    virtual bool word_starts(std::string_view run, std::vector<std::uint32_t>& starts) = 0;
    /// Whether the machine has a face of the family `legible`.
    [[nodiscard]] virtual bool has_legible_face() { return false; }
    /// Draws the run. `ink` (0xRRGGBB) is used only where the run turns out to be coloured (text beside an emoji).
    virtual void rasterize(std::string_view run, const FontStyle& style, Direction direction,
                           std::uint32_t ink, Bitmap& out) = 0;
    /// The same with the pen `shift` (0 to 1) right of a whole pixel, `out.pen_x` included: on a coarse screen words that
    /// are all put on whole pixels stand unevenly apart. An engine that cannot do it draws unshifted.
    virtual void rasterize_shifted(std::string_view run, const FontStyle& style, Direction direction,
                                   std::uint32_t ink, float shift, Bitmap& out) {
        static_cast<void>(shift);
        rasterize(run, style, direction, ink, out);
    }
};

enum class Cursor : std::uint8_t { arrow, text, hand, resize_horizontal };

class Platform {
public:
    virtual ~Platform() = default;

    [[nodiscard]] virtual TextEngine& text() = 0;
    virtual void set_clipboard(std::string_view text) = 0;
    /// What is on the clipboard; empty where the host puts text into fields itself.
    [[nodiscard]] virtual std::string clipboard() { return {}; }
    /// Shows the host's own field for searching, with `query` in it, where typing needs one (on the web, for input methods and
    /// keyboards on screen). False: the canvas draws one.
    virtual bool open_find(std::string_view query) {
        static_cast<void>(query);
        return false;
    }
    /// An address that leads back to a change of a step (both 0-based); empty where there is none.
    [[nodiscard]] virtual std::string link_to(std::uint32_t step, std::int32_t change) {
        static_cast<void>(step);
        static_cast<void>(change);
        return {};
    }
    virtual void set_cursor(Cursor cursor) = 0;
    /// Asks the host to call `Canvas::frame` soon (once; calls before that frame are folded together).
    virtual void request_frame() = 0;
    [[nodiscard]] virtual bool prefers_dark() = 0;
    [[nodiscard]] virtual bool prefers_contrast() { return false; }
    /// What the reader chose before, on this machine; empty where nothing is remembered.
    [[nodiscard]] virtual std::string load_preferences() { return {}; }
    virtual void save_preferences(std::string_view preferences) { static_cast<void>(preferences); }
    /// BCP 47 tag of the interface language.
    [[nodiscard]] virtual std::string locale() = 0;
};

}  // namespace twicetold::platform
