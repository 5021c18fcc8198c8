#include "app/web_viewer/viewer_json.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json_writer.h"
#include "report/names.h"
#include "report/positions.h"

namespace twicetold::app {

namespace {

using report::JsonWriter;

constexpr std::array<std::string_view, viewer::mark_kind_count> mark_names{
    "removed",   "added",   "changed", "rewritten", "moved",  "cosmetic",  "shared",
    "elsewhere", "differs", "figure",  "unique",    "copied", "quotation", "altered"};
constexpr std::array<std::string_view, viewer::panel_view_count> view_names{
    "claims", "quotations", "figures", "copied", "unique", "words", "openings"};
constexpr std::array<std::string_view, viewer::claim_sort_count> sort_names{"story", "carriers",
                                                                            "disagreement"};
constexpr std::array<std::string_view, viewer::claim_filter_count> filter_names{
    "all", "agreeing", "differing", "quoted", "copied"};
constexpr std::array<std::string_view, viewer::presentation_count> presentation_names{
    "side-by-side", "inline", "earlier", "later"};
constexpr std::array<std::string_view, 3> stance_names{"says", "differs", "omits"};
constexpr std::array<std::string_view, 3> box_names{"row", "cell", "line"};

template <class E, std::size_t n>
std::string_view name_in(const std::array<std::string_view, n>& names, E value) {
    return names[static_cast<std::size_t>(value)];
}

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

/// The members that only the coverage mode has.
void coverage_member(JsonWriter& writer, const viewer::ViewModel& view, const viewer::ViewState& state) {
    const viewer::CoverageState& coverage = state.coverage;
    writer.key("coverage");
    writer.begin_object();
    member(writer, "view", name_in(view_names, coverage.view));
    member(writer, "sort", name_in(sort_names, coverage.sort));
    member(writer, "filter", name_in(filter_names, coverage.filter));
    member(writer, "outlet", coverage.outlet);
    flag(writer, "blind", coverage.blind);
    flag(writer, "wide", coverage.wide);
    member(writer, "claim", coverage.claim);
    const std::vector<std::string> names = view.outlet_names();
    writer.key("outlets");
    writer.begin_array(names.size());
    for (const std::string& name : names) writer.string(name);
    writer.end_array();
    const std::vector<std::uint32_t> order = view.claim_order();
    writer.key("order");
    writer.begin_array(order.size());
    for (const std::uint32_t claim : order) writer.number(claim);
    writer.end_array();
    length(writer, "panelScroll", coverage.panel_scroll);
    length(writer, "panelScrollMax", coverage.panel_scroll_max);
    writer.end_object();
}

/// The member that only versions have.
void summary_member(JsonWriter& writer, const viewer::ViewModel& view, const viewer::StepSummary& summary) {
    writer.key("summary");
    writer.begin_object();
    member(writer, "substantive", summary.substantive);
    member(writer, "cosmetic", summary.cosmetic);
    member(writer, "moves", summary.moves);
    member(writer, "ignored", summary.ignored);
    flag(writer, "correctionNote", summary.correction_note);
    flag(writer, "differs", summary.differs);
    member(writer, "text", view.summary_label());
    writer.end_object();
}

/// What is shown of versions, and how.
void shape_members(JsonWriter& writer, const viewer::ViewState& state) {
    member(writer, "presentation", name_in(presentation_names, state.presentation));
    flag(writer, "swapped", state.swapped);
    flag(writer, "mirrored", state.mirrored);
    writer.key("filter");
    writer.begin_object();
    flag(writer, "hideCosmetic", state.filter.hide_cosmetic);
    std::vector<engine::ChangeKind> hidden;
    for (int kind = 0; kind <= static_cast<int>(engine::ChangeKind::correction_note); ++kind) {
        const auto of = static_cast<engine::ChangeKind>(kind);
        if ((state.filter.hidden_kinds & viewer::kind_bit(of)) != 0) hidden.push_back(of);
    }
    writer.key("hiddenKinds");
    writer.begin_array(hidden.size());
    for (const engine::ChangeKind kind : hidden) writer.string(report::name_of(kind));
    writer.end_array();
    writer.end_object();
    member(writer, "hiddenCount", state.hidden_count);
}

void selection_member(JsonWriter& writer, const viewer::ViewModel& view) {
    writer.key("selection");
    const viewer::SelectedText selected = view.selection();
    if (selected.empty()) {
        writer.null();
        return;
    }
    const document::Document& document = view.comparison()->documents[selected.document];
    const report::Positions positions(document.text, report::PositionEncoding::utf_16);
    writer.begin_object();
    member(writer, "side", name_of(selected.side));
    member(writer, "begin", positions.units_from_byte(selected.ranges.front().begin));
    member(writer, "end", positions.units_from_byte(selected.ranges.back().end));
    member(writer, "text", view.selected_text());
    writer.end_object();
}

void search_member(JsonWriter& writer, const viewer::ViewModel& view) {
    writer.key("search");
    const viewer::SearchState search = view.search();
    if (!search.open) {
        writer.null();
        return;
    }
    writer.begin_object();
    member(writer, "query", search.query);
    member(writer, "count", search.count);
    member(writer, "current", search.current);
    flag(writer, "more", search.more);
    writer.end_object();
}

void panel_member(JsonWriter& writer, const viewer::Layout& layout) {
    writer.key("panel");
    writer.begin_array(layout.panel.size());
    for (const viewer::PanelBox& each : layout.panel) {
        writer.begin_object();
        member(writer, "kind", name_in(box_names, each.kind));
        rect_members(writer, each.rect);
        member(writer, "claim", each.claim);
        member(writer, "document", each.document);
        member(writer, "sentence", each.sentence);
        if (each.kind == viewer::PanelBox::Kind::cell)
            member(writer, "stance", name_in(stance_names, each.stance));
        flag(writer, "differs", each.differs);
        flag(writer, "current", each.current);
        member(writer, "text", each.text);
        writer.end_object();
    }
    writer.end_array();
}

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
        const std::vector<std::string> names = view.outlet_names();
        for (std::size_t index = 0; index < comparison->documents.size(); ++index) {
            const document::Document& each = comparison->documents[index];
            // Hidden names are hidden from whoever shows the state as well.
            const bool blind = state.coverage.blind && index < names.size();
            writer.begin_object();
            member(writer, "id", blind ? names[index] : each.id);
            member(writer, "title", each.slice(each.title));
            member(writer, "published", each.published);
            member(writer, "source", blind ? std::string() : each.source);
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
    if (state.mode == engine::Mode::versions) {
        summary_member(writer, view, state.summary);
        shape_members(writer, state);
    }
    length(writer, "scroll", state.scroll);
    length(writer, "scrollMax", state.scroll_max);
    flag(writer, "folded", state.folded);
    flag(writer, "foldable", view.foldable());
    flag(writer, "listOpen", state.list_open);
    flag(writer, "narrow", state.narrow);
    selection_member(writer, view);
    search_member(writer, view);
    if (state.mode == engine::Mode::coverage) {
        member(writer, "side", name_of(state.side));
        coverage_member(writer, view, state);
    }
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
    panel_member(writer, layout);
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
        member(writer, "first", each.first);
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
