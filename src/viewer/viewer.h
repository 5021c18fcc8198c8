#pragma once
// The headless view model: what the reader sees of a Comparison, as rows, marks and places, without a window.
// Commands go in; state, a layout and a display list come out. No ImGui, no GL, no clock: time enters by `advance`.
// Lengths are CSS pixels; positions are measured from the viewport's top left corner unless a name says `document`.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::viewer {

enum class Side : std::uint8_t { before, after };

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
};

/// Roles of text in the article panes; the canvas chooses fonts and colours for them.
enum class TextRole : std::uint8_t { title, byline, heading, body, quotation, caption, fold, label };

/// How the host measures text. Widths in CSS pixels. Implemented over the platform's text engine; by a fixed-width
/// stand-in in tests.
class TextMeasurer {
public:
    virtual ~TextMeasurer() = default;
    [[nodiscard]] virtual float advance(std::string_view run, TextRole role) = 0;
    virtual void carets(std::string_view run, TextRole role, std::span<const std::uint32_t> offsets,
                        std::span<float> out) = 0;
    /// Distance between baselines, and of the baseline below the line's top.
    [[nodiscard]] virtual float line_height(TextRole role) = 0;
    [[nodiscard]] virtual float baseline(TextRole role) = 0;
};

enum class MarkKind : std::uint8_t {
    removed,   ///< before: gone. Struck through
    added,     ///< after: new. Underlined
    changed,   ///< before and after: replaced. Struck / underlined
    rewritten, ///< whole sentence replaced
    moved,     ///< stands elsewhere on the other side. Dotted side bar
    cosmetic,  ///< typography, punctuation, spelling. Thin dotted underline
};

/// A word (or part of one) on screen.
struct WordBox {
    Side side = Side::before;
    Rect rect;
    text::Range range;  ///< in the side's document text
};

/// A marked stretch on screen, one a line it crosses.
struct MarkBox {
    Side side = Side::before;
    MarkKind kind = MarkKind::changed;
    Rect rect;
    text::Range range;         ///< the whole mark, in the side's document text
    std::int32_t change = -1;  ///< index into the step's changes
    bool current = false;      ///< belongs to the selected change
};

struct Layout {
    std::vector<WordBox> words;
    std::vector<MarkBox> marks;
};

struct ViewState {
    std::uint32_t before = 0;  ///< documents shown
    std::uint32_t after = 1;
    std::int32_t change = -1;  ///< 0-based selected change, -1: none
    std::uint32_t change_count = 0;
    double scroll = 0;         ///< document pixels above the viewport
    double scroll_max = 0;
    bool folded = false;
    bool list_open = false;
};

}  // namespace twicetold::viewer
