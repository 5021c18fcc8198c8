#include "app/web_viewer/viewer_json.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "report/json_writer.h"
#include "report/names.h"
#include "report/positions.h"

namespace twicetold::app {

namespace {

using report::JsonWriter;

constexpr std::array<std::string_view, 6> mark_names{"removed",   "added", "changed",
                                                     "rewritten", "moved", "cosmetic"};

std::string_view name_of(viewer::MarkKind kind) { return mark_names[static_cast<std::size_t>(kind)]; }
std::string_view name_of(viewer::Side side) { return side == viewer::Side::before ? "before" : "after"; }

void member(JsonWriter& writer, std::string_view key, std::string_view value) {
    writer.key(key);
    writer.string(value);
}

void member(JsonWriter& writer, std::string_view key, std::int64_t value) {
    writer.key(key);
    writer.number(value);
}

void flag(JsonWriter& writer, std::string_view key, bool value) {
    writer.key(key);
    writer.boolean(value);
}

/// A length in thousandths of a pixel: the writer has whole numbers, and shares of one.
void length(JsonWriter& writer, std::string_view key, double value) {
    member(writer, key, std::isfinite(value) ? std::llround(value * 1000) : 0);
}

void rect_members(JsonWriter& writer, const viewer::Rect& rect) {
    length(writer, "x", rect.x);
    length(writer, "y", rect.y);
    length(writer, "width", rect.width);
    length(writer, "height", rect.height);
}

/// The two documents on screen and their positions in UTF-16.
class Sides {
public:
    explicit Sides(const viewer::ViewModel& view) : comparison_(view.comparison()) {
        if (!comparison_) return;
        const viewer::ViewState state = view.state();
        const std::array<std::uint32_t, 2> shown{state.before, state.after};
        for (std::size_t side = 0; side < 2; ++side) {
            documents_[side] = &comparison_->documents[shown[side]];
            positions_[side].emplace(documents_[side]->text, report::PositionEncoding::utf_16);
        }
    }

    void range_members(JsonWriter& writer, viewer::Side side, text::Range range) const {
        const auto index = static_cast<std::size_t>(side);
        if (!positions_[index]) return;
        member(writer, "begin", positions_[index]->units_from_byte(range.begin));
        member(writer, "end", positions_[index]->units_from_byte(range.end));
        member(writer, "text", documents_[index]->slice(range));
    }

private:
    std::shared_ptr<const engine::Comparison> comparison_;
    std::array<const document::Document*, 2> documents_{};
    std::array<std::optional<report::Positions>, 2> positions_;
};

}  // namespace

std::string state_json(const viewer::ViewModel& view) {
    report::StringOutput output;
    JsonWriter writer(output);
    const viewer::ViewState state = view.state();
    const std::shared_ptr<const engine::Comparison> comparison = view.comparison();
    writer.begin_object();
    member(writer, "mode", comparison ? report::name_of(comparison->options.mode) : "versions");
    writer.key("documents");
    writer.begin_array(comparison ? comparison->documents.size() : 0);
    if (comparison) {
        for (const document::Document& each : comparison->documents) {
            writer.begin_object();
            member(writer, "id", each.id);
            member(writer, "title", each.slice(each.title));
            member(writer, "published", each.published);
            member(writer, "source", each.source);
            writer.end_object();
        }
    }
    writer.end_array();
    member(writer, "before", state.before);
    member(writer, "after", state.after);
    member(writer, "step", state.step);
    member(writer, "stepCount", state.step_count);
    writer.key("steps");
    writer.begin_array(view.steps().size());
    for (const viewer::StepLabel& each : view.steps()) writer.string(each.text);
    writer.end_array();
    member(writer, "change", state.change);
    member(writer, "changeCount", state.change_count);
    member(writer, "label", view.position_label());
    length(writer, "scroll", state.scroll);
    length(writer, "scrollMax", state.scroll_max);
    flag(writer, "folded", state.folded);
    flag(writer, "foldable", view.foldable());
    flag(writer, "listOpen", state.list_open);
    flag(writer, "narrow", state.narrow);
    writer.end_object();
    writer.flush();
    return std::move(output.text);
}

std::string layout_json(const viewer::ViewModel& view) {
    report::StringOutput output;
    JsonWriter writer(output);
    const viewer::Layout layout = view.layout();
    const Sides sides(view);
    writer.begin_object();
    writer.key("words");
    writer.begin_array(layout.words.size());
    for (const viewer::WordBox& each : layout.words) {
        writer.begin_object();
        member(writer, "side", name_of(each.side));
        rect_members(writer, each.rect);
        sides.range_members(writer, each.side, each.range);
        writer.end_object();
    }
    writer.end_array();
    writer.key("marks");
    writer.begin_array(layout.marks.size());
    for (const viewer::MarkBox& each : layout.marks) {
        writer.begin_object();
        member(writer, "side", name_of(each.side));
        member(writer, "kind", name_of(each.kind));
        rect_members(writer, each.rect);
        sides.range_members(writer, each.side, each.range);
        member(writer, "change", each.change);
        flag(writer, "current", each.current);
        writer.end_object();
    }
    writer.end_array();
    writer.end_object();
    writer.flush();
    return std::move(output.text);
}

std::string changes_json(const viewer::ViewModel& view) {
    report::StringOutput output;
    JsonWriter writer(output);
    writer.begin_array(view.changes().size());
    for (const viewer::ChangeEntry& each : view.changes()) {
        writer.begin_object();
        member(writer, "change", each.change);
        member(writer, "kind", report::name_of(each.kind));
        member(writer, "significance", report::name_of(each.significance));
        member(writer, "name", each.kind_name);
        member(writer, "before", each.before);
        member(writer, "after", each.after);
        writer.end_object();
    }
    writer.end_array();
    writer.flush();
    return std::move(output.text);
}

}  // namespace twicetold::app
