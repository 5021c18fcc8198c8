#include "canvas/font_loader.h"

#include <cmath>

namespace twicetold::canvas {
namespace {

/// Dear ImGui's size is the height of a line; an em of this share gives the usual proportion.
constexpr float em_share = 0.78F;

/// What a font source points to (ImFontConfig::FontData, copied by the atlas).
struct Source {
    platform::TextEngine* engine;
};

platform::TextEngine& engine_of(const ImFontConfig& source) {
    return *static_cast<const Source*>(source.FontData)->engine;
}

platform::FontStyle style_of(const ImFontBaked& baked) {
    return {platform::FontFamily::sans, baked.Size * baked.RasterizerDensity * em_share, 400, false};
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) { return codepoint >= 0x20; }

bool bake(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const platform::FontMetrics metrics = engine_of(*source).metrics(style_of(*baked));
    const float spare = baked->Size * baked->RasterizerDensity - metrics.ascent - metrics.descent;
    baked->Ascent = std::round(metrics.ascent + spare / 2) / baked->RasterizerDensity;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
    char utf8[5] = {};
    const int length = ImTextCharToUtf8(utf8, codepoint);
    if (length <= 0) return false;
    const std::string_view run(utf8, static_cast<std::size_t>(length));
    platform::TextEngine& engine = engine_of(*source);
    const platform::FontStyle style = style_of(*baked);
    const float density = baked->RasterizerDensity;
    const float width = engine.advance(run, style, platform::Direction::left_to_right) / density;
    if (advance != nullptr) {
        *advance = width;
        return true;
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = width;
    platform::Bitmap bitmap;
    engine.rasterize(run, style, platform::Direction::left_to_right, 0x202020, bitmap);
    if (bitmap.width <= 0 || bitmap.height <= 0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, id);
    glyph->X0 = -bitmap.pen_x / density;
    glyph->Y0 = baked->Ascent - bitmap.baseline_y / density;
    glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height) / density;
    glyph->Visible = true;
    glyph->Colored = bitmap.coloured;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, place, bitmap.pixels.data(),
                                       ImTextureFormat_RGBA32, bitmap.width * 4);
    return true;
}

}  // namespace

ImFontLoader make_font_loader() {
    ImFontLoader loader;
    loader.Name = "platform";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = bake;
    loader.FontBakedLoadGlyph = load_glyph;
    return loader;
}

void add_platform_font(const ImFontLoader& loader, platform::TextEngine& engine) {
    Source source{&engine};
    ImFontConfig config;
    config.FontLoader = &loader;
    config.FontData = &source;
    config.FontDataSize = static_cast<int>(sizeof(source));
    config.FontDataOwnedByAtlas = false;  // the atlas makes its own copy
    config.SizePixels = 16;
    ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace twicetold::canvas
