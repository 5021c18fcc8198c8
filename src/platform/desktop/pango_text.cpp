#include "platform/desktop/pango_text.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "platform/forced_run.h"

namespace twicetold::platform {
namespace {

/// Letters without a space between them that may well be one word.
constexpr std::size_t shortest_without_words = 12;
constexpr int padding = 1;  // empty pixels around the ink: linear filtering reads one further

struct Release {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
    void operator()(PangoFontMetrics* metrics) const { pango_font_metrics_unref(metrics); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Release>;

/// Faces made for reading first; fontconfig takes the first it has, and finds the glyphs of every other script. Where it does
/// so letter by letter, the fonts of historic scripts get in the way (Grantha has some letters of Tamil, but not its vowel
/// signs), so that those of living scripts are named before.
const char* families(FontFamily family) {
    switch (family) {
        case FontFamily::serif:
            return "Source Serif 4,Noto Serif,Charter,Georgia,DejaVu Serif,Noto Serif Devanagari,Noto Serif "
                   "Bengali,"
                   "Noto Serif Gurmukhi,Noto Serif Gujarati,Noto Serif Oriya,Noto Serif Tamil,Noto Serif "
                   "Telugu,"
                   "Noto Serif Kannada,Noto Serif Malayalam,Noto Serif Sinhala,Noto Serif Thai,Noto Serif "
                   "Lao,"
                   "Noto Serif Khmer,Noto Serif Myanmar,serif";
        case FontFamily::sans:
            return "Inter,Cantarell,Noto Sans,Ubuntu,DejaVu Sans,Noto Sans Devanagari,Noto Sans Bengali,"
                   "Noto Sans Gurmukhi,Noto Sans Gujarati,Noto Sans Oriya,Noto Sans Tamil,Noto Sans Telugu,"
                   "Noto Sans Kannada,Noto Sans Malayalam,Noto Sans Sinhala,Noto Sans Thai,Noto Sans Lao,"
                   "Noto Sans Khmer,Noto Sans Myanmar,sans-serif";
        case FontFamily::legible:
            return "OpenDyslexic,Atkinson Hyperlegible,Lexend,Comic Neue,Andika,sans-serif";
        case FontFamily::monospace: break;
    }
    return "Noto Sans Mono,DejaVu Sans Mono,monospace";
}

struct Rgb {
    double red;
    double green;
    double blue;
};

/// `outlines`: fills the glyphs' outlines, at the fraction of a pixel where they belong. Older cairo (before 1.17.4) moves
/// every glyph it draws as a picture to a whole pixel; glyphs that are pictures (emoji) have no outline.
void paint(PangoLayout* layout, cairo_surface_t* surface, double x, double y, Rgb ink, bool outlines) {
    const Owned<cairo_t> context(cairo_create(surface));
    cairo_set_operator(context.get(), CAIRO_OPERATOR_CLEAR);
    cairo_paint(context.get());
    cairo_set_operator(context.get(), CAIRO_OPERATOR_OVER);
    cairo_set_source_rgb(context.get(), ink.red, ink.green, ink.blue);
    cairo_move_to(context.get(), x, y);
    if (outlines) {
        pango_cairo_layout_path(context.get(), layout);
        cairo_fill(context.get());
    } else {
        pango_cairo_show_layout(context.get(), layout);
    }
    cairo_surface_flush(surface);
}

}  // namespace

struct PangoText::State {
    // A map of its own: the default one is shared by the process.
    Owned<PangoFontMap> map{pango_cairo_font_map_new()};
    Owned<PangoContext> context{pango_font_map_create_context(map.get())};
    Owned<PangoLayout> layout;
    Owned<PangoFontDescription> description;
    FontStyle style;
    bool styled = false;

    State() {
        const Owned<cairo_font_options_t> options(cairo_font_options_create());
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        // Upright strokes are put on the pixel grid, widths are left as designed: crisp, and evenly spaced.
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_SLIGHT);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options.get());
        layout.reset(pango_layout_new(context.get()));
        pango_layout_set_auto_dir(layout.get(), FALSE);
        pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    }

    void use(const FontStyle& wanted) {
        if (styled && wanted == style) return;
        style = wanted;
        styled = true;
        description.reset(pango_font_description_new());
        pango_font_description_set_family_static(description.get(), families(wanted.family));
        pango_font_description_set_absolute_size(description.get(),
                                                 std::round(static_cast<double>(wanted.size) * PANGO_SCALE));
        pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(wanted.weight));
        pango_font_description_set_style(description.get(),
                                         wanted.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        pango_layout_set_font_description(layout.get(), description.get());
    }

    /// Returns the bytes that stand before the run in the layout.
    std::uint32_t set(std::string_view run, const FontStyle& wanted, Direction direction) {
        use(wanted);
        const PangoDirection base =
            direction == Direction::right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
        if (pango_context_get_base_dir(context.get()) != base) {
            pango_context_set_base_dir(context.get(), base);
            pango_layout_context_changed(layout.get());
        }
        const ForcedRun forced(run, direction);
        pango_layout_set_text(layout.get(), forced.text().data(), static_cast<int>(forced.text().size()));
        return forced.shift();
    }
};

PangoText::PangoText() : state_(std::make_unique<State>()) {}
PangoText::~PangoText() = default;

bool PangoText::has_legible_face() {
    PangoFontFamily** known = nullptr;
    int count = 0;
    pango_font_map_list_families(state_->map.get(), &known, &count);
    bool found = false;
    for (int index = 0; index < count; ++index) {
        const std::string_view name = pango_font_family_get_name(known[index]);
        for (const std::string_view legible :
             {"OpenDyslexic", "Atkinson Hyperlegible", "Lexend", "Comic Neue", "Andika"})
            found = found || name == legible;
    }
    g_free(static_cast<void*>(known));
    return found;
}

FontMetrics PangoText::metrics(const FontStyle& style) {
    state_->use(style);
    const Owned<PangoFontMetrics> metrics(
        pango_context_get_metrics(state_->context.get(), state_->description.get(), nullptr));
    return {static_cast<float>(pango_font_metrics_get_ascent(metrics.get())) / PANGO_SCALE,
            static_cast<float>(pango_font_metrics_get_descent(metrics.get())) / PANGO_SCALE};
}

float PangoText::advance(std::string_view run, const FontStyle& style, Direction direction) {
    static_cast<void>(state_->set(run, style, direction));
    PangoRectangle logical;
    pango_layout_get_extents(state_->layout.get(), nullptr, &logical);
    return static_cast<float>(logical.width) / PANGO_SCALE;
}

void PangoText::carets(std::string_view run, const FontStyle& style, Direction direction,
                       std::span<const std::uint32_t> offsets, std::span<float> out) {
    const std::uint32_t shift = state_->set(run, style, direction);
    PangoLayoutLine* line = pango_layout_get_line_readonly(state_->layout.get(), 0);
    for (std::size_t index = 0; index < offsets.size() && index < out.size(); ++index) {
        int x = 0;
        if (line != nullptr)
            pango_layout_line_index_to_x(line, static_cast<int>(shift + offsets[index]), FALSE, &x);
        out[index] = static_cast<float>(x) / PANGO_SCALE;
    }
}

// Of Pango's dictionaries (libthai, where it is built with it); for a script that it has none for, it finds no start but the
// first.
bool PangoText::word_starts(std::string_view run, std::vector<std::uint32_t>& starts) {
    const auto characters =
        static_cast<std::size_t>(g_utf8_strlen(run.data(), static_cast<gssize>(run.size())));
    std::vector<PangoLogAttr> found(characters + 1);
    pango_get_log_attrs(run.data(), static_cast<int>(run.size()), 0, pango_language_from_string("th"),
                        found.data(), static_cast<int>(found.size()));
    const std::size_t before = starts.size();
    std::uint32_t at = 0;
    for (std::size_t index = 0; index < characters; ++index) {
        if (index > 0 && found[index].is_line_break != 0) starts.push_back(at);
        ++at;
        while (at < run.size() && (static_cast<unsigned char>(run[at]) & 0xC0U) == 0x80U) ++at;
    }
    return starts.size() > before || characters <= shortest_without_words;
}

void PangoText::rasterize_shifted(std::string_view run, const FontStyle& style, Direction direction,
                                  std::uint32_t ink, float shift, Bitmap& out) {
    out = {};
    static_cast<void>(state_->set(run, style, direction));
    PangoLayout* layout = state_->layout.get();
    PangoRectangle box;
    pango_layout_get_pixel_extents(layout, &box, nullptr);
    if (box.width <= 0 || box.height <= 0) return;
    out.width = box.width + 2 * padding + 1;  // room for the shift
    out.height = box.height + 2 * padding;
    out.pen_x = static_cast<float>(padding - box.x) + shift;
    const double baseline = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
    // The baseline falls on a whole pixel, so that every run of a line stands on the same one.
    const double top = std::round(baseline) - baseline;
    out.baseline_y = static_cast<float>(std::round(baseline)) + static_cast<float>(padding - box.y);

    const Owned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, out.width, out.height));
    const double x = padding - box.x + static_cast<double>(shift);
    const double y = padding - box.y + top;
    paint(layout, surface.get(), x, y, {1, 1, 1}, false);
    const unsigned char* source = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    if (source == nullptr) {  // out of memory
        out = {};
        return;
    }
    const auto pixel = [&](int column, int row) {
        std::uint32_t value = 0;
        std::copy_n(source + row * stride + column * 4, 4, reinterpret_cast<unsigned char*>(&value));
        return value;
    };
    const auto channel = [](std::uint32_t value, unsigned shift) { return (value >> shift) & 0xFFU; };
    // White ink leaves all channels of a premultiplied pixel equal; anything else is a colour of the glyph's own.
    for (int row = 0; row < out.height && !out.coloured; ++row) {
        for (int column = 0; column < out.width && !out.coloured; ++column) {
            const std::uint32_t value = pixel(column, row);
            const std::uint32_t alpha = channel(value, 24);
            out.coloured =
                channel(value, 16) != alpha || channel(value, 8) != alpha || channel(value, 0) != alpha;
        }
    }
    if (out.coloured) {
        const auto share = [&](unsigned shift) { return static_cast<double>(channel(ink, shift)) / 255; };
        paint(layout, surface.get(), x, y, {share(16), share(8), share(0)}, false);
    } else {
        paint(layout, surface.get(), x, y, {1, 1, 1}, true);
    }
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    auto target = out.pixels.begin();
    for (int row = 0; row < out.height; ++row) {
        for (int column = 0; column < out.width; ++column) {
            const std::uint32_t value = pixel(column, row);
            const std::uint32_t alpha = channel(value, 24);
            const auto straight = [&](unsigned shift) {
                if (!out.coloured) return static_cast<std::uint8_t>(255);
                if (alpha == 0) return static_cast<std::uint8_t>(0);
                return static_cast<std::uint8_t>(
                    std::min((channel(value, shift) * 255 + alpha / 2) / alpha, 255U));
            };
            *target++ = straight(16);
            *target++ = straight(8);
            *target++ = straight(0);
            *target++ = static_cast<std::uint8_t>(alpha);
        }
    }
}

}  // namespace twicetold::platform
