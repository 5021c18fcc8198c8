#include "platform/web/canvas_text.h"

#include <emscripten/em_js.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "platform/forced_run.h"

// The stacks name faces made for reading that systems ship, in order of preference; the last name lets the browser choose,
// and its fallback finds the glyphs of every other script.
// clang-format off
EM_JS(void, twicetold_text_open, (), {
    // Read back after every run: without `willReadFrequently` each would cross to the graphics card and return.
    const open = (canvas) => canvas.getContext('2d', { willReadFrequently: true });
    const context = typeof OffscreenCanvas === 'function' && open(new OffscreenCanvas(512, 128));
    Module['text'] = {
        context: context || open(Object.assign(document.createElement('canvas'), { width: 512, height: 128 })),
        fonts: [],
        boxLeft: 0,
        boxTop: 0,
    };
});

EM_JS(void, twicetold_text_font, (int number, int family, float size, int weight, int italic), {
    const text = Module['text'];
    if (!text.fonts[number]) {
        const stacks = [
            '"Iowan Old Style", Charter, "Bitstream Charter", Georgia, "Source Serif 4", "Noto Serif", serif',
            'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
            'ui-monospace, Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace',
            'OpenDyslexic, "Atkinson Hyperlegible", Lexend, "Comic Neue", Andika, sans-serif',
        ];
        const fonts = Module['fonts'] || stacks;
        text.fonts[number] = (italic ? 'italic ' : "") + weight + ' ' + size + 'px ' + (fonts[family] || stacks[family]);
    }
    text.context.font = text.fonts[number];
    text.context.textBaseline = 'alphabetic';
    text.context.textAlign = 'left';
});

// Told no language, Chromium takes a font of Grantha, which lacks some vowel signs, for a word of Tamil that begins with "பு".
// For every other script what the page says of its language holds.
EM_JS(void, twicetold_text_language, (int tamil), {
    const context = Module['text'].context;
    if ('lang' in context) context.lang = tamil ? 'ta' : 'inherit';
});

// A face that is there gives its own widths, whatever stands behind it.
EM_JS(int, twicetold_text_legible, (), {
    const context = Module['text'].context;
    const font = context.font;
    const width = (family) => {
        context.font = '40px ' + family;
        return context.measureText('mmmiiilllWQ').width;
    };
    const names = ['OpenDyslexic', '"Atkinson Hyperlegible"', 'Lexend', '"Comic Neue"', 'Andika'];
    const found = names.some((name) =>
        ['monospace', 'serif'].every((other) => width(name + ', ' + other) !== width(other)));
    context.font = font;
    return found ? 1 : 0;
});

EM_JS(float, twicetold_text_ascent, (), {
    return Module['text'].context.measureText('x').fontBoundingBoxAscent;
});
EM_JS(float, twicetold_text_descent, (), {
    return Module['text'].context.measureText('x').fontBoundingBoxDescent;
});

EM_JS(float, twicetold_text_advance, (const char* run, int size, int rightToLeft), {
    const context = Module['text'].context;
    context.direction = rightToLeft ? 'rtl' : 'ltr';
    return context.measureText(UTF8ToString(run, size)).width;
});

// Writes where words begin in the run, as offsets in UTF-16, and returns how many there are; -1: the browser cannot tell.
EM_JS(int, twicetold_text_words, (const char* run, int size, unsigned* out, int most), {
    const text = Module['text'];
    if (typeof Intl.Segmenter !== 'function') return -1;
    text.words = text.words || new Intl.Segmenter('th', { granularity: 'word' });
    let count = 0;
    for (const word of text.words.segment(UTF8ToString(run, size))) {
        if (count < most) HEAPU32[(out >> 2) + count++] = word.index;
    }
    return count;
});

// Measures the run and reserves a box on the canvas for it. Returns the box' width * 65536 + its height; 0: nothing to draw.
EM_JS(unsigned, twicetold_text_box, (const char* run, int size, int rightToLeft), {
    const text = Module['text'];
    const context = text.context;
    context.direction = rightToLeft ? 'rtl' : 'ltr';
    const box = context.measureText(UTF8ToString(run, size));
    const margin = 2;
    text.boxLeft = Math.ceil(Math.max(0, box.actualBoundingBoxLeft)) + margin;
    text.boxTop = Math.ceil(Math.max(0, box.actualBoundingBoxAscent)) + margin;
    const width = text.boxLeft + Math.ceil(Math.max(0, box.actualBoundingBoxRight)) + margin;
    const height = text.boxTop + Math.ceil(Math.max(0, box.actualBoundingBoxDescent)) + margin;
    if (!(width * height > 4 * margin * margin) || width > 8192 || height > 8192) return 0;
    const canvas = context.canvas;
    if (canvas.width < width || canvas.height < height) {
        const { font, lang } = context;
        canvas.width = Math.max(canvas.width, width);
        canvas.height = Math.max(canvas.height, height);
        // A canvas of another size has forgotten everything.
        context.font = font;
        context.textAlign = 'left';
        if (lang) context.lang = lang;
        context.direction = rightToLeft ? 'rtl' : 'ltr';
    }
    return width * 65536 + height;
});

EM_JS(void, twicetold_text_draw, (const char* run, int size, unsigned ink, int width, int height, void* pixels), {
    const text = Module['text'];
    const context = text.context;
    context.clearRect(0, 0, width, height);
    context.fillStyle = '#' + ink.toString(16).padStart(6, '0');
    context.fillText(UTF8ToString(run, size), text.boxLeft, text.boxTop);
    HEAPU8.set(context.getImageData(0, 0, width, height).data, pixels);
});

EM_JS(float, twicetold_text_box_left, (), { return Module['text'].boxLeft; });
EM_JS(float, twicetold_text_box_top, (), { return Module['text'].boxTop; });
// clang-format on

namespace twicetold::platform {

namespace {

int flag(Direction direction) { return direction == Direction::right_to_left ? 1 : 0; }

/// A joining letter is shaped as if its neighbour were still there. U+200D keeps it so where a run is cut.
constexpr std::string_view zero_width_joiner = "\xE2\x80\x8D";

/// Arabic, Syriac, N'Ko, Mongolian … : scripts whose letters change with their neighbours.
bool may_join(std::string_view run) {
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        const auto lead = static_cast<unsigned char>(run[i]);
        if (lead >= 0xD8 && lead <= 0xDF) return true;                                   // U+0600 to U+07FF
        if (lead == 0xE0 && static_cast<unsigned char>(run[i + 1]) < 0xA4) return true;  // to U+08FF
        if (lead == 0xE1 && static_cast<unsigned char>(run[i + 1]) >= 0xA0 &&
            static_cast<unsigned char>(run[i + 1]) < 0xA3) {
            return true;  // Mongolian
        }
    }
    return false;
}

bool has_tamil(std::string_view run) {
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        const auto next = static_cast<unsigned char>(run[i + 1]);
        if (static_cast<unsigned char>(run[i]) == 0xE0 && (next == 0xAE || next == 0xAF)) return true;
    }
    return false;
}

/// Below this alpha a browser's rounding of premultiplied colours hides what the colour was.
constexpr int telling_alpha = 96;
constexpr int tolerance = 12;

/// Has any opaque enough pixel another colour than the ink?
bool is_coloured(const std::vector<std::uint8_t>& pixels, std::uint32_t ink) {
    const int red = static_cast<int>((ink >> 16U) & 0xFFU);
    const int green = static_cast<int>((ink >> 8U) & 0xFFU);
    const int blue = static_cast<int>(ink & 0xFFU);
    for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
        if (pixels[i + 3] < telling_alpha) continue;
        if (std::abs(pixels[i] - red) > tolerance || std::abs(pixels[i + 1] - green) > tolerance ||
            std::abs(pixels[i + 2] - blue) > tolerance) {
            return true;
        }
    }
    return false;
}

void make_white(std::vector<std::uint8_t>& pixels) {
    for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
        pixels[i] = 255;
        pixels[i + 1] = 255;
        pixels[i + 2] = 255;
    }
}

}  // namespace

CanvasTextEngine::CanvasTextEngine() { twicetold_text_open(); }

void CanvasTextEngine::use(const FontStyle& style, std::string_view run) {
    if (const bool tamil = has_tamil(run); tamil != tamil_) {
        tamil_ = tamil;
        twicetold_text_language(tamil ? 1 : 0);
    }
    const auto found = std::find(fonts_.begin(), fonts_.end(), style);
    const int number = static_cast<int>(found - fonts_.begin());
    if (number == current_) return;
    if (found == fonts_.end()) fonts_.push_back(style);
    current_ = number;
    twicetold_text_font(number, static_cast<int>(style.family), style.size, style.weight,
                        style.italic ? 1 : 0);
}

bool CanvasTextEngine::has_legible_face() {
    if (!legible_) legible_ = twicetold_text_legible() != 0;
    return *legible_;
}

FontMetrics CanvasTextEngine::metrics(const FontStyle& style) {
    use(style, {});
    return {twicetold_text_ascent(), twicetold_text_descent()};
}

float CanvasTextEngine::advance(std::string_view run, const FontStyle& style, Direction direction) {
    use(style, run);
    const ForcedRun forced(run, direction);
    return twicetold_text_advance(forced.text().data(), static_cast<int>(forced.text().size()),
                                  flag(direction));
}

// Canvas 2D tells the width of a run, not where its letters stand, so prefixes are measured. Kerning across the cut is
// below a tenth of a pixel in text sizes.
void CanvasTextEngine::carets(std::string_view run, const FontStyle& style, Direction direction,
                              std::span<const std::uint32_t> offsets, std::span<float> out) {
    const float whole = advance(run, style, direction);
    const bool joins = may_join(run);
    std::string prefix;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        float x = 0;
        if (offsets[i] >= run.size()) {
            x = whole;
        } else if (offsets[i] > 0) {
            prefix.assign(run.substr(0, offsets[i]));
            if (joins) prefix += zero_width_joiner;
            x = std::min(whole, advance(prefix, style, direction));
        }
        out[i] = direction == Direction::right_to_left ? whole - x : x;
    }
}

// The browser's dictionaries find the words of all these scripts, whatever language is asked for.
bool CanvasTextEngine::word_starts(std::string_view run, std::vector<std::uint32_t>& starts) {
    // Every character of these scripts is one unit of UTF-16 and, but for joiners, three bytes.
    std::vector<unsigned> found(run.size());
    const int count = twicetold_text_words(run.data(), static_cast<int>(run.size()), found.data(),
                                           static_cast<int>(found.size()));
    if (count < 0) return false;
    std::uint32_t at = 0;
    std::uint32_t units = 0;
    for (int index = 0; index < count; ++index) {
        while (units < found[static_cast<std::size_t>(index)] && at < run.size()) {
            units += static_cast<unsigned char>(run[at]) >= 0xF0U ? 2 : 1;
            ++at;
            while (at < run.size() && (static_cast<unsigned char>(run[at]) & 0xC0U) == 0x80U) ++at;
        }
        starts.push_back(at);
    }
    return true;
}

// Drawn in `ink` even where only the shape is kept: browsers thicken dark letters and thin light ones, so that a white
// mask tinted dark would look meagre beside the page's own text.
void CanvasTextEngine::rasterize(std::string_view run, const FontStyle& style, Direction direction,
                                 std::uint32_t ink, Bitmap& out) {
    use(style, run);
    ink &= 0xFFFFFFU;
    const ForcedRun forced(run, direction);
    const char* const bytes = forced.text().data();
    const auto size = static_cast<int>(forced.text().size());
    const std::uint32_t box = twicetold_text_box(bytes, size, flag(direction));
    out.width = static_cast<int>(box >> 16U);
    out.height = static_cast<int>(box & 0xFFFFU);
    out.pen_x = twicetold_text_box_left();
    out.baseline_y = twicetold_text_box_top();
    out.coloured = false;
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    if (out.pixels.empty()) return;
    twicetold_text_draw(bytes, size, ink, out.width, out.height, out.pixels.data());
    out.coloured = is_coloured(out.pixels, ink);
    if (!out.coloured) make_white(out.pixels);
}

}  // namespace twicetold::platform
