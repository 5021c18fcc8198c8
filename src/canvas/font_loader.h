#pragma once
// Lets Dear ImGui draw its own text with the platform's text engine, so that no font file is shipped and every script
// shows. Needs the font loader interface of Dear ImGui 1.92 (imgui_internal.h).

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/platform.h"

namespace twicetold::canvas {

/// A loader to give to ImFontConfig::FontLoader; must outlive the font atlas.
[[nodiscard]] ImFontLoader make_font_loader();

/// Adds the widgets' font to the current context's atlas. `engine` and `loader` must outlive it.
void add_platform_font(const ImFontLoader& loader, platform::TextEngine& engine);

}  // namespace twicetold::canvas
