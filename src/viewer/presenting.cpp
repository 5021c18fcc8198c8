// In which shape the step is shown: two columns, or one with both versions or either; and which of its changes.
#include <algorithm>
#include <array>
#include <utility>

#include "viewer/implementation.h"

namespace twicetold::viewer {
namespace {

/// One document's blocks, in place of the later one's.
StepText alone(const StepText& source, Side side) {
    StepText result;
    result.before.document = source.before.document;
    result.after = source.side(side);
    result.marks.before.first = {0};
    result.marks.after = source.marks.side(side);
    result.marks.kind_of_stop = source.marks.kind_of_stop;
    result.rows = source.rows;
    for (Row& row : result.rows) {
        row.after_first = row.first(side);
        row.after_last = row.last(side);
        row.before_first = row.before_last = 0;
    }
    result.row_of_after = side == Side::before ? source.row_of_before : source.row_of_after;
    return result;
}

StepText inlined(const StepText& source, const InlineText& text) {
    StepText result;
    result.before.document = source.before.document;
    result.after = text.blocks();
    result.marks.before.first = {0};
    result.marks.after = text.marks();
    result.marks.kind_of_stop = source.marks.kind_of_stop;
    result.rows = source.rows;
    result.row_of_after.resize(text.blocks().blocks.size());
    for (std::uint32_t row = 0; row < result.rows.size(); ++row) {
        Row& at = result.rows[row];
        at.before_first = at.before_last = 0;
        at.after_first = text.first_block()[row];
        at.after_last = text.first_block()[row + 1];
        for (std::uint32_t block = at.after_first; block < at.after_last; ++block)
            result.row_of_after[block] = row;
    }
    return result;
}

}  // namespace

bool ViewModel::Implementation::present(bool anew) {
    Presentation effective = wanted;
    if (columns.narrow && effective == Presentation::side_by_side) effective = Presentation::inline_text;
    if (!anew && effective == shown_as) return false;
    // The rows are the same in every shape, so the row on top stays on top, and with it the share of it that is above.
    const double share = share_above();
    shown_as = effective;
    inline_text.reset();
    if (empty()) {
        text = {};
    } else if (shown_as == Presentation::side_by_side) {
        text = source;
    } else if (shown_as == Presentation::inline_text) {
        inline_text =
            std::make_unique<InlineText>(step(), source.before, source.after, source.marks, source.rows);
        text = inlined(source, *inline_text);
    } else {
        text = alone(source, shown_as == Presentation::before_only ? Side::before : Side::after);
    }
    glide.reset();
    place_columns();
    find_overview_stretches();
    const std::uint32_t top =
        entries.empty() ? 0 : entries[std::min(anchor.entry, entries.size() - 1)].first_row;
    const bool at_end = !entries.empty() && anchor.entry + 1 == entries.size() && anchor.entry > 0;
    const bool at_start = entries.empty() || anchor.entry == 0;
    forget_layouts();
    rebuild_entries();
    if (!at_start && !entries.empty())
        anchor.entry = at_end || top >= entry_of_row.size() ? entries.size() - 1 : entry_of_row[top];
    keep_share_above(share);
    touch();
    return true;
}

bool ViewModel::Implementation::set_filter(const ChangeFilter& wanted_filter) {
    if (filter == wanted_filter) return false;
    // What was selected stays so, unless it is hidden now.
    const std::int32_t change = selected >= 0 ? stops.first[static_cast<std::size_t>(selected)] : -1;
    filter = wanted_filter;
    selected = -1;
    load_changes();
    if (change >= 0) selected = stops.stop_of_change[static_cast<std::size_t>(change)];
    return true;
}

bool ViewModel::Implementation::turn_page(int direction) {
    if (empty()) return false;
    constexpr std::array order = {Presentation::before_only, Presentation::inline_text,
                                  Presentation::after_only};
    const Presentation from = shown_as == Presentation::side_by_side ? Presentation::inline_text : shown_as;
    const auto at = std::find(order.begin(), order.end(), from);
    if (direction < 0 ? at != order.begin() : std::next(at) != order.end()) {
        wanted = direction < 0 ? *std::prev(at) : *std::next(at);
        // What a narrow window shows anyway is not remembered as a wish.
        if (columns.narrow && wanted == Presentation::inline_text) wanted = Presentation::side_by_side;
        return present();
    }
    const std::uint32_t next = neighbouring_step(direction);
    if (next == step_index) return false;
    // The later version of one step is the earlier one of the next, and has just been read.
    wanted = columns.narrow ? Presentation::side_by_side : Presentation::inline_text;
    load_step(next);
    return true;
}

double ViewModel::Implementation::share_above() const {
    if (entries.empty() || anchor.entry >= entries.size()) return 0;
    const auto height = static_cast<double>(entry_height(anchor.entry));
    return height > 0 ? anchor.offset / height : 0;
}

void ViewModel::Implementation::keep_share_above(double share) {
    if (entries.empty() || columns.width <= 0) return;
    measure_entry(anchor.entry);
    anchor.offset = share * static_cast<double>(entry_height(anchor.entry));
}

}  // namespace twicetold::viewer
