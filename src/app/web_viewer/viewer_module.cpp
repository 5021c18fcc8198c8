// The viewer's module: one canvas::Canvas on one <canvas> element, driven by the TypeScript of web/element through a few
// C functions. A page makes an instance of the module for each viewer.
//
// `Module.canvas` is the element, handed over as it is: no selector is looked up in the document, so it may stand in a
// shadow tree, and there may be several. `Module.host` is described in platform/web/web_platform.h.

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "app/web_viewer/viewer_json.h"
#include "canvas/canvas.h"
#include "platform/web/web_platform.h"
#include "report/comparison_reader.h"

// clang-format off
EM_JS_DEPS(twicetold_viewer, "$GL");

// Makes a WebGL 2 context on the canvas and makes it current. Text is antialiased by its own bitmaps and shapes by
// their geometry, so that no multisampling is asked for.
EM_JS(int, twicetold_gl_open, (), {
    const handle = GL.createContext(Module['canvas'], {
        majorVersion: 2,
        minorVersion: 0,
        alpha: false,
        depth: false,
        stencil: false,
        antialias: false,
        powerPreference: 'low-power',
        enableExtensionsByDefault: false,
    });
    return handle && GL.makeContextCurrent(handle) ? handle : 0;
});
EM_JS(void, twicetold_gl_close, (int handle), {
    const context = GL.getContext(handle);
    // Browsers allow few contexts and collect lost ones late; this returns it at once.
    const extension = context && context.GLctx.getExtension('WEBGL_lose_context');
    GL.deleteContext(handle);
    if (extension) extension.loseContext();
});
// clang-format on

namespace {

using namespace twicetold;

struct Instance {
    int context = 0;
    std::unique_ptr<platform::WebPlatform> platform;
    std::unique_ptr<canvas::Canvas> canvas;
    std::string input;   ///< what the host passes
    std::string output;  ///< what it gets
};

Instance& instance() {
    static Instance self;
    return self;
}

const char* give(std::string text) {
    instance().output = std::move(text);
    return instance().output.c_str();
}

/// A value of an enumeration; the first for a number that is none.
template <class E>
E one_of(double number) {
    constexpr std::size_t count = std::is_same_v<E, viewer::PanelView>      ? viewer::panel_view_count
                                  : std::is_same_v<E, viewer::ClaimSort>    ? viewer::claim_sort_count
                                  : std::is_same_v<E, viewer::Presentation> ? viewer::presentation_count
                                                                            : viewer::claim_filter_count;
    return number >= 0 && number < static_cast<double>(count) ? static_cast<E>(static_cast<int>(number))
                                                              : E{};
}

/// Bit k hides the kind k, bit 31 all that is cosmetic.
constexpr std::uint32_t cosmetic_bit = std::uint32_t{1} << 31U;

viewer::ChangeFilter filter_from_bits(std::uint32_t bits) {
    return {.hidden_kinds = bits & ~cosmetic_bit, .hide_cosmetic = (bits & cosmetic_bit) != 0};
}

canvas::Modifiers modifiers_from_bits(std::uint32_t bits) {
    return {.shift = (bits & 1U) != 0,
            .control = (bits & 2U) != 0,
            .alt = (bits & 4U) != 0,
            .meta = (bits & 8U) != 0};
}

}  // namespace

extern "C" {

/// Makes the context and the canvas; 0 where WebGL 2 is not to be had. Called once.
EMSCRIPTEN_KEEPALIVE int twicetold_open() {
    Instance& self = instance();
    self.context = twicetold_gl_open();
    if (self.context == 0) return 0;
    self.platform = std::make_unique<platform::WebPlatform>();
    self.canvas = std::make_unique<canvas::Canvas>(*self.platform);
    return 1;
}

EMSCRIPTEN_KEEPALIVE void twicetold_close() {
    Instance& self = instance();
    self.canvas.reset();
    self.platform.reset();
    if (self.context != 0) twicetold_gl_close(self.context);
    self.context = 0;
}

/// Room for `size` bytes of input (a comparison, a message, the name of a key), followed by a NUL.
EMSCRIPTEN_KEEPALIVE char* twicetold_input(std::uint32_t size) {
    instance().input.resize(size);
    return instance().input.data();
}

/// Shows the comparison in the input, as CBOR or JSON. Returns "" or, on failure, "code: message".
EMSCRIPTEN_KEEPALIVE const char* twicetold_show() {
    Instance& self = instance();
    report::ReadResult read = report::read_comparison(self.input);
    std::string().swap(self.input);
    if (!read.comparison) return give(read.error.code + ": " + read.error.message);
    self.canvas->show(std::make_shared<const engine::Comparison>(std::move(*read.comparison)));
    return give("");
}

EMSCRIPTEN_KEEPALIVE void twicetold_show_nothing() { instance().canvas->show(nullptr); }

EMSCRIPTEN_KEEPALIVE void twicetold_message() { instance().canvas->set_message(instance().input); }

/// The interface's language: its tag in the first line of the input, its table in the others.
EMSCRIPTEN_KEEPALIVE void twicetold_strings() {
    const std::string& input = instance().input;
    const std::size_t end = std::min(input.find('\n'), input.size());
    const std::string_view table = std::string_view(input).substr(std::min(end + 1, input.size()));
    instance().canvas->set_strings(viewer::Strings(std::string_view(input).substr(0, end), table));
}

EMSCRIPTEN_KEEPALIVE void twicetold_resize(float width, float height, float pixel_ratio) {
    instance().canvas->resize({.width = width, .height = height, .pixel_ratio = pixel_ratio});
}

EMSCRIPTEN_KEEPALIVE void twicetold_dark(int dark) { instance().canvas->set_dark(dark != 0); }

EMSCRIPTEN_KEEPALIVE void twicetold_high_contrast(int high) {
    instance().canvas->set_high_contrast(high != 0);
}

/// What the reader chose; see canvas/preferences.h.
EMSCRIPTEN_KEEPALIVE const char* twicetold_preferences() { return give(instance().canvas->preferences()); }
EMSCRIPTEN_KEEPALIVE int twicetold_is_dark() { return instance().canvas->is_dark() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void twicetold_reduced_motion(int reduced) {
    instance().canvas->set_reduced_motion(reduced != 0);
}

EMSCRIPTEN_KEEPALIVE void twicetold_focused(int focused) { instance().canvas->set_focused(focused != 0); }

/// `type` and `device` are the values of PointerEvent's enumerations. Returns whether the event was used.
EMSCRIPTEN_KEEPALIVE int twicetold_pointer(int type, int device, float x, float y, int button, int finger,
                                           float wheel_x, float wheel_y, std::uint32_t modifiers,
                                           double seconds) {
    const canvas::PointerEvent event{.type = static_cast<canvas::PointerEvent::Type>(type),
                                     .device = static_cast<canvas::PointerEvent::Device>(device),
                                     .x = x,
                                     .y = y,
                                     .button = button,
                                     .finger = finger,
                                     .wheel_x = wheel_x,
                                     .wheel_y = wheel_y,
                                     .modifiers = modifiers_from_bits(modifiers),
                                     .seconds = seconds};
    return instance().canvas->handle(event) ? 1 : 0;
}

/// The key's name is in the input.
EMSCRIPTEN_KEEPALIVE int twicetold_key(int down, std::uint32_t modifiers) {
    const canvas::KeyEvent event{
        .down = down != 0, .key = instance().input, .modifiers = modifiers_from_bits(modifiers)};
    return instance().canvas->handle(event) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int twicetold_needs_frame() { return instance().canvas->needs_frame() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void twicetold_frame(double seconds) { instance().canvas->frame(seconds); }

EMSCRIPTEN_KEEPALIVE void twicetold_context_lost() { instance().canvas->context_lost(); }

EMSCRIPTEN_KEEPALIVE void twicetold_context_restored() { instance().canvas->context_restored(); }

/// Applies a command of viewer::Command; `number` is its argument. Returns whether anything changed.
EMSCRIPTEN_KEEPALIVE int twicetold_command(int command, double number) {
    namespace command_of = viewer::command;
    viewer::ViewModel& view = instance().canvas->view();
    const auto apply = [&](const viewer::Command& what) { return view.apply(what) ? 1 : 0; };
    switch (command) {
        case 0: return apply(command_of::NextChange{});
        case 1: return apply(command_of::PreviousChange{});
        case 2: return apply(command_of::FirstChange{});
        case 3: return apply(command_of::LastChange{});
        case 4: return apply(command_of::SelectChange{.change = static_cast<std::int32_t>(number)});
        case 5: return apply(command_of::JumpToOtherEnd{.move = static_cast<std::int32_t>(number)});
        case 6: return apply(command_of::ScrollBy{.pixels = number});
        case 7: return apply(command_of::ScrollTo{.position = number});
        case 8: return apply(command_of::SetFolded{.folded = number != 0});
        case 9: return apply(command_of::SetListOpen{.open = number != 0});
        case 10: return apply(command_of::SelectStep{.step = static_cast<std::uint32_t>(number)});
        case 11:
            return apply(command_of::SelectOutlet{viewer::Side::before, static_cast<std::uint32_t>(number)});
        case 12:
            return apply(command_of::SelectOutlet{viewer::Side::after, static_cast<std::uint32_t>(number)});
        case 13: return apply(command_of::SetPanelView{one_of<viewer::PanelView>(number)});
        case 14: return apply(command_of::SetClaimSort{one_of<viewer::ClaimSort>(number)});
        case 15: return apply(command_of::SetClaimFilter{one_of<viewer::ClaimFilter>(number)});
        case 16: return apply(command_of::SetOutletFilter{static_cast<std::int32_t>(number)});
        case 17: return apply(command_of::SetBlind{number != 0});
        case 18: return apply(command_of::SetPanelWide{number != 0});
        case 19: return apply(command_of::SetPresentation{one_of<viewer::Presentation>(number)});
        case 20: return apply(command_of::TurnPage{number < 0 ? -1 : 1});
        case 21: return apply(command_of::SwapSides{});
        case 23:
            return apply(command_of::SelectPair{static_cast<std::uint32_t>(number) / 65536,
                                                static_cast<std::uint32_t>(number) % 65536});
        case 22: return apply(command_of::SetFilter{filter_from_bits(static_cast<std::uint32_t>(number))});
        case 24: return apply(command_of::FindNext{});
        case 25: return apply(command_of::FindPrevious{});
        case 26: return apply(command_of::CloseFind{});
        default: return 0;
    }
}

/// Looks for what is in the input.
EMSCRIPTEN_KEEPALIVE int twicetold_find() {
    return instance().canvas->view().apply(viewer::command::Find{instance().input}) ? 1 : 0;
}

/// Whether the point is on the article, where the viewer has a menu of its own.
EMSCRIPTEN_KEEPALIVE int twicetold_is_article(float x, float y) {
    return instance().canvas->view().is_article(x, y) ? 1 : 0;
}

/// A number that differs where the search does.
EMSCRIPTEN_KEEPALIVE int twicetold_search_key() {
    const viewer::SearchState search = instance().canvas->view().search();
    if (!search.open) return -1;
    std::uint32_t key = search.count * 131071U + static_cast<std::uint32_t>(search.current + 1);
    for (const char byte : search.query) key = key * 31U + static_cast<unsigned char>(byte);
    return static_cast<int>(key & 0x7FFFFFFFU);
}

/// Opens a sentence of a document, on account of a claim where one is given (not -1).
EMSCRIPTEN_KEEPALIVE int twicetold_open_sentence(int claim, int document, int sentence) {
    viewer::ViewModel& view = instance().canvas->view();
    const auto of = static_cast<std::uint32_t>(document);
    if (claim >= 0) return view.apply(viewer::command::OpenCell{claim, of}) ? 1 : 0;
    return view.apply(viewer::command::OpenSentence{of, sentence}) ? 1 : 0;
}

/// Differs where what the text beside the canvas says of a coverage would: names hidden, order, filters, outlets shown.
EMSCRIPTEN_KEEPALIVE int twicetold_coverage_key() {
    const viewer::ViewState state = instance().canvas->view().state();
    const viewer::CoverageState& coverage = state.coverage;
    std::uint32_t key = coverage.blind ? 1 : 0;
    key = key * 4 + static_cast<std::uint32_t>(coverage.sort);
    key = key * 8 + static_cast<std::uint32_t>(coverage.filter);
    key = key * 128 + static_cast<std::uint32_t>(coverage.outlet - viewer::shown_outlets);
    key = key * 128 + state.before;
    key = key * 128 + state.after;
    return static_cast<int>(key);
}

/// The selected change, 0-based, or -1; and the step. Cheap: asked for after every event and frame.
EMSCRIPTEN_KEEPALIVE int twicetold_change() { return instance().canvas->view().state().change; }
EMSCRIPTEN_KEEPALIVE int twicetold_step() { return static_cast<int>(instance().canvas->view().state().step); }

/// Which changes are hidden, as bits: see `filter_from_bits`.
EMSCRIPTEN_KEEPALIVE std::uint32_t twicetold_filter() {
    const viewer::ChangeFilter filter = instance().canvas->view().state().filter;
    return filter.hidden_kinds | (filter.hide_cosmetic ? cosmetic_bit : 0);
}

/// Two versions that the reader wants compared and no step compares: the earlier one's index * 65536 + the later one's. -1:
/// nothing is missing.
EMSCRIPTEN_KEEPALIVE int twicetold_wanted_pair() {
    const auto pair = instance().canvas->view().wanted_pair();
    return pair ? static_cast<int>(pair->before * 65536 + pair->after) : -1;
}

/// The comparison of these two versions alone is in the input. Returns whether it could be used.
EMSCRIPTEN_KEEPALIVE int twicetold_add_step(std::uint32_t before, std::uint32_t after) {
    Instance& self = instance();
    report::ReadResult read = report::read_comparison(self.input);
    std::string().swap(self.input);
    if (!read.comparison) return 0;
    return self.canvas->view().add_step(*read.comparison, {before, after}) ? 1 : 0;
}

/// Other keys for some actions, from the input; see canvas/bindings.h. Returns what could not be read.
EMSCRIPTEN_KEEPALIVE const char* twicetold_rebind() {
    return give(instance().canvas->rebind(instance().input));
}

/// JSON, see viewer_json.h. Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* twicetold_state() {
    return give(app::state_json(instance().canvas->view()));
}
EMSCRIPTEN_KEEPALIVE const char* twicetold_layout() {
    return give(app::layout_json(instance().canvas->view()));
}
EMSCRIPTEN_KEEPALIVE const char* twicetold_changes() {
    return give(app::changes_json(instance().canvas->view()));
}

}  // extern "C"
