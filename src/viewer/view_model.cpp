// Commands and the reader's state.
#include "viewer/viewer.h"

#include <algorithm>
#include <cmath>

#include "viewer/implementation.h"
#include "viewer/summary.h"

namespace twicetold::viewer {
namespace {

constexpr std::size_t excerpt_length = 120;
constexpr double page_overlap = 48;  // pixels of the last page that stay in sight

/// A stretch this short is not worth a bar.
constexpr std::uint32_t shortest_fold = 2;

bool is_front_matter(const SideBlocks& side, std::uint32_t block) {
    return side.blocks[block].first_sentence < 0;
}

/// In which direction most of the text runs.
Direction direction_of(const SideBlocks& side) {
    std::uint64_t right_to_left = 0;
    std::uint64_t all = 0;
    for (const Block& block : side.blocks) {
        all += block.range.size();
        if (block.direction == Direction::right_to_left) right_to_left += block.range.size();
    }
    return right_to_left * 2 > all ? Direction::right_to_left : Direction::left_to_right;
}

/// The document that shows alone.
Side lone_document(Presentation presentation) {
    return presentation == Presentation::before_only ? Side::before : Side::after;
}

void count_words(const SideBlocks& side, std::uint32_t block, Entry& fold) {
    const std::string_view text = side.document->text;
    const text::Range range = side.blocks[block].range;
    bool in_word = false;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const char32_t c = next_code_point(text, at);
        if (is_ideograph(c)) {
            ++fold.ideographs;
            in_word = false;
        } else if (is_space(c)) {
            in_word = false;
        } else if (!in_word) {
            ++fold.words;
            in_word = true;
        }
    }
}

}  // namespace

std::optional<std::uint32_t> StepText::row_of(Side at, std::uint32_t offset) const {
    const std::int32_t block = side(at).block_at(offset);
    if (block < 0) return std::nullopt;
    return (at == Side::before ? row_of_before : row_of_after)[static_cast<std::size_t>(block)];
}

std::optional<Place> ViewModel::Implementation::place_of(Side document, std::uint32_t offset) const {
    Side at = document;
    std::uint32_t shown = offset;
    if (shown_as != Presentation::side_by_side) {
        at = Side::after;
        if (shown_as == Presentation::inline_text && inline_text) {
            shown = inline_text->shown_from_source(document, offset);
        } else if (document != lone_document(shown_as)) {
            shown = counterpart(step(), document, offset);
        }
    }
    const std::optional<std::uint32_t> row = text.row_of(at, shown);
    if (!row) return std::nullopt;
    return Place{*row, at, shown, document};
}

SourceRange ViewModel::Implementation::source_range(Side at, text::Range shown) const {
    switch (shown_as) {
        case Presentation::side_by_side: return {at, shown};
        case Presentation::inline_text:
            if (inline_text) return inline_text->source_from_shown(shown);
            break;
        case Presentation::before_only:
        case Presentation::after_only: return {lone_document(shown_as), shown};
    }
    return {Side::after, shown};
}

std::optional<Place> ViewModel::Implementation::place_of_move(std::int32_t move, Side at) const {
    if (move < 0 || static_cast<std::size_t>(move) >= step().moves.size()) return std::nullopt;
    const engine::Move& moved = step().moves[static_cast<std::size_t>(move)];
    const engine::SentenceSpan span = at == Side::before ? moved.before : moved.after;
    if (span.empty()) return std::nullopt;
    return place_of(at, source.side(at).sentence_range(span.first).begin);
}

std::optional<Place> ViewModel::Implementation::place_of_change(std::int32_t change, Side preferred) const {
    if (change < 0 || static_cast<std::size_t>(change) >= stops.first.size()) return std::nullopt;
    const engine::Change& found = change_at(change);
    if (found.kind == engine::ChangeKind::move) {
        if (const auto place = place_of_move(found.move, preferred)) return place;
    }
    for (const Side at : {preferred, other(preferred)}) {
        const engine::ChangeSide& part = at == Side::before ? found.before : found.after;
        if (!part.present) continue;
        if (const std::optional<Place> place = place_of(at, part.range.begin)) return place;
    }
    return std::nullopt;
}

text::Range ViewModel::Implementation::range_shown(const engine::Change& change, Side at) const {
    const engine::ChangeSide& part = at == Side::before ? change.before : change.after;
    if (change.kind != engine::ChangeKind::move || change.move < 0 ||
        static_cast<std::size_t>(change.move) >= step().moves.size())
        return part.range;
    // The whole passage, of which the change is one sentence.
    const engine::Move& moved = step().moves[static_cast<std::size_t>(change.move)];
    const engine::SentenceSpan span = at == Side::before ? moved.before : moved.after;
    if (span.empty()) return part.range;
    return {source.side(at).sentence_range(span.first).begin,
            source.side(at).sentence_range(span.last - 1).end};
}

void ViewModel::Implementation::load_step(std::uint32_t index) {
    step_index = index;
    selected = -1;
    glide.reset();
    anchor = {};
    source = {};
    summary = {};
    if (!empty()) {
        const engine::Step& shown = step();
        source.before = make_blocks(comparison->documents[shown.before], segmenter);
        source.after = make_blocks(comparison->documents[shown.after], segmenter);
        summary = summarize(shown);
        source.rows = make_rows(shown, source.before, source.after);
        source.row_of_before.resize(source.before.blocks.size());
        source.row_of_after.resize(source.after.blocks.size());
        for (std::uint32_t row = 0; row < source.rows.size(); ++row) {
            const Row& at = source.rows[row];
            for (std::uint32_t block = at.before_first; block < at.before_last; ++block)
                source.row_of_before[block] = row;
            for (std::uint32_t block = at.after_first; block < at.after_last; ++block)
                source.row_of_after[block] = row;
        }
        // Both versions are written in one language, but for the oddest of cases.
        reading_direction = direction_of(source.after);
    }
    opened.assign(source.rows.size(), false);
    load_changes();
}

void ViewModel::Implementation::load_changes() {
    entries_of_changes.clear();
    changes_of_row.clear();
    stops = {};
    source.marks = {};
    if (!empty()) {
        const engine::Step& shown = step();
        stops = make_stops(shown, filter);
        source.marks = make_marks(shown, stops, filter, source.before, source.after);
        const auto unmarked = [](const SideMarks& side, std::uint32_t first, std::uint32_t last) {
            return side.first[first] == side.first[last];
        };
        for (Row& at : source.rows) {
            at.same = !at.empty(Side::before) &&
                      at.before_last - at.before_first == at.after_last - at.after_first &&
                      unmarked(source.marks.before, at.before_first, at.before_last) &&
                      unmarked(source.marks.after, at.after_first, at.after_last);
            at.lone = false;
            for (const Side side : {Side::before, Side::after}) {
                if (!at.empty(other(side))) continue;
                for (std::uint32_t block = at.first(side); block < at.last(side); ++block) {
                    at.lone = at.lone || !is_moved(source, side, block);
                }
            }
        }
        changes_of_row.resize(source.rows.size());
        for (std::size_t number = 0; number < stops.first.size(); ++number)
            add_entry(static_cast<std::int32_t>(number));
    }
    present(true);
}

/// The change's item of the list.
void ViewModel::Implementation::add_entry(std::int32_t stop) {
    ChangeEntry entry;
    entry.change = stop;
    entry.first = stops.first[static_cast<std::size_t>(stop)];
    const engine::Change& change = change_at(stop);
    entry.kind = change.kind;
    entry.significance = change.significance;
    entry.mark = source.marks.kind_of_stop[static_cast<std::size_t>(stop)];
    entry.kind_name = kind_name(strings, change.kind);
    const bool moved = change.kind == engine::ChangeKind::move;
    bool placed = false;
    // Its place in the text is that of the new words, where there are any.
    for (const Side at : {Side::after, Side::before}) {
        const engine::ChangeSide& part = at == Side::before ? change.before : change.after;
        if (!part.present) continue;
        const text::Range range = range_shown(change, at);
        (at == Side::before ? entry.before : entry.after) =
            excerpt(source.side(at).document->slice(range), excerpt_length);
        const std::optional<std::uint32_t> row = source.row_of(at, moved ? range.begin : part.range.begin);
        if (!row) continue;
        if (!placed) entry.row = *row;
        placed = true;
        std::vector<std::int32_t>& of_row = changes_of_row[*row];
        if (!moved && (of_row.empty() || of_row.back() != stop)) of_row.push_back(stop);
    }
    entries_of_changes.push_back(std::move(entry));
}

void ViewModel::Implementation::name_parts() {
    label_steps();
    if (!empty()) timeline = make_timeline(strings, *comparison);
    for (ChangeEntry& entry : entries_of_changes) entry.kind_name = kind_name(strings, entry.kind);
}

void ViewModel::Implementation::rebuild_entries() {
    entries.clear();
    entry_of_row.assign(source.rows.size(), 0);
    tops_stale = true;
    const std::vector<Row>& rows = source.rows;
    if (rows.empty()) return;
    entries.push_back({Entry::Kind::margin, 0, 0, 0, 0});
    const auto count = static_cast<std::uint32_t>(rows.size());
    const auto foldable = [&](std::uint32_t row) {
        return rows[row].same && !is_front_matter(source.after, rows[row].after_first);
    };
    for (std::uint32_t row = 0; row < count;) {
        std::uint32_t end = row;
        while (end < count && foldable(end)) ++end;
        if (end == row) {
            entry_of_row[row] = static_cast<std::uint32_t>(entries.size());
            entries.push_back({Entry::Kind::row, row, row + 1, 0, 0});
            ++row;
            continue;
        }
        // One row of context beside what changed.
        const std::uint32_t first = row > 0 && !rows[row - 1].same ? row + 1 : row;
        const std::uint32_t last = end < count ? std::max(end - 1, first) : end;
        const bool bar = folded && last >= first + shortest_fold && !opened[first];
        for (; row < end; ++row) {
            if (bar && row >= first && row < last) {
                if (row == first) entries.push_back({Entry::Kind::fold, first, last, 0, 0});
                count_words(source.after, rows[row].after_first, entries.back());
                entry_of_row[row] = static_cast<std::uint32_t>(entries.size()) - 1;
            } else {
                entry_of_row[row] = static_cast<std::uint32_t>(entries.size());
                entries.push_back({Entry::Kind::row, row, row + 1, 0, 0});
            }
        }
    }
    entries.push_back({Entry::Kind::margin, count, count, 0, 0});
}

bool ViewModel::Implementation::select(std::int32_t change, std::optional<Side> at) {
    if (empty()) return false;
    if (change < 0) {
        const bool differs = selected >= 0;
        selected = -1;
        if (differs) touch();
        return differs;
    }
    if (static_cast<std::size_t>(change) >= stops.first.size()) return false;
    selected = change;
    // In one column the old words stand first, so that is where the change begins.
    const bool old_first =
        shown_as == Presentation::inline_text && change_at(change).kind != engine::ChangeKind::move;
    const std::optional<Place> place =
        place_of_change(change, at.value_or(old_first ? Side::before : Side::after));
    if (place) focus_side = place->document;
    touch();
    if (place) reveal(*place, true);
    return true;
}

std::int32_t ViewModel::Implementation::neighbour(int direction) const {
    const auto count = static_cast<std::int32_t>(entries_of_changes.size());
    if (count == 0) return -1;
    if (selected >= 0) return std::clamp(selected + direction, 0, count - 1);
    const std::uint32_t top = entries.empty() ? 0 : entries[anchor.entry].first_row;
    if (direction > 0) {
        for (const ChangeEntry& entry : entries_of_changes) {
            if (entry.row >= top) return entry.change;
        }
        return count - 1;
    }
    for (std::int32_t change = count - 1; change >= 0; --change) {
        if (entries_of_changes[static_cast<std::size_t>(change)].row < top) return change;
    }
    return 0;
}

bool ViewModel::Implementation::jump_to_other_end(std::int32_t move) {
    if (empty()) return false;
    Side from = focus_side;
    if (move < 0) {
        if (selected < 0) return false;
        const engine::Change& change = change_at(selected);
        move = change.move;
        if (move < 0 && change.group >= 0 &&
            static_cast<std::size_t>(change.group) < step().alignment.size()) {
            move = step().alignment[static_cast<std::size_t>(change.group)].move;
        }
    }
    const std::optional<Place> place = place_of_move(move, other(from));
    if (!place) return false;
    for (const ChangeEntry& entry : entries_of_changes) {
        const engine::Change& change = change_at(entry.change);
        if (change.kind == engine::ChangeKind::move && change.move == move) selected = entry.change;
    }
    focus_side = place->document;
    touch();
    reveal(*place, true);
    return true;
}

bool ViewModel::Implementation::set_folded(bool fold) {
    if (fold == folded) return false;
    // Something that stays in sight keeps its height on the screen: the selected change, else the first row shown that
    // is never folded, else whatever is on top.
    std::uint32_t pivot = 0;
    double y = 0;
    bool found = false;
    const std::optional<Place> place = place_of_change(selected, focus_side);
    const Visible shown = visible();
    double top = static_cast<double>(shown.y - columns.content.y);
    for (std::size_t entry = shown.first; entry < shown.last; ++entry) {
        if (entries[entry].kind != Entry::Kind::margin) {
            const std::uint32_t row = entries[entry].first_row;
            const bool steady = entries[entry].kind == Entry::Kind::row && !source.rows[row].same;
            const bool chosen = place && place->row == row;
            if (!found || chosen || (steady && source.rows[pivot].same)) {
                pivot = row;
                y = top;
                found = true;
            }
            if (chosen) break;
        }
        top += static_cast<double>(entry_height(entry));
    }
    folded = fold;
    opened.assign(source.rows.size(), false);
    glide.reset();
    rebuild_entries();
    if (!source.rows.empty()) set_anchor(clamped(moved({entry_of_row[pivot], 0}, -y)));
    touch();
    return true;
}

bool ViewModel::Implementation::open_fold(std::uint32_t row) {
    if (row >= source.rows.size() || entries[entry_of_row[row]].kind != Entry::Kind::fold) return false;
    const std::size_t entry = entry_of_row[row];
    const std::uint32_t first = entries[entry].first_row;
    // Only entries behind the fold move: an anchor before it stands, one behind it is found again by its row.
    const Entry on_top = entries[anchor.entry];
    const bool last_margin = on_top.kind == Entry::Kind::margin && anchor.entry > 0;
    glide.reset();
    opened[first] = true;
    rebuild_entries();
    if (last_margin) {
        anchor.entry = entries.size() - 1;
    } else if (on_top.kind != Entry::Kind::margin) {
        anchor.entry = entry_of_row[on_top.first_row];
    }
    touch();
    return true;
}

bool ViewModel::Implementation::click(float x, float y) {
    build_list();
    Hit hit;
    for (const HitRegion& region : list.regions) {
        if (region.rect.contains(x, y)) hit = region.hit;
    }
    switch (hit.kind) {
        case Hit::Kind::fold: return open_fold(hit.row);
        case Hit::Kind::overview: {
            const double share =
                static_cast<double>((y - columns.strip.y) / std::max(columns.strip.height, 1.0F));
            refresh_tops();
            const double target = share * std::max(tops.back(), view_height()) - view_height() / 2;
            return scroll_to(anchor_at(target), false);
        }
        case Hit::Kind::mark: {
            if (hit.move >= 0) {
                focus_side = hit.side;
                return jump_to_other_end(hit.move);
            }
            if (hit.change < 0) return false;
            // What was clicked is in sight already; moving it away from under the pointer would only confuse.
            selected = hit.change;
            focus_side = hit.side;
            touch();
            return true;
        }
        case Hit::Kind::panel:
        case Hit::Kind::text:
        case Hit::Kind::nothing: break;
    }
    return false;
}

// ---------------------------------------------------------------- the public face

ViewModel::ViewModel(TextMeasurer& measurer) : implementation_(std::make_unique<Implementation>(measurer)) {}
ViewModel::~ViewModel() = default;

void ViewModel::show(std::shared_ptr<const engine::Comparison> comparison) {
    Implementation& self = *implementation_;
    self.comparison = std::move(comparison);
    self.more_steps.clear();
    self.wanted_pair.reset();
    self.timeline = {};
    self.coverage.reset();
    if (self.comparison != nullptr && self.comparison->options.mode == engine::Mode::coverage &&
        !self.comparison->documents.empty()) {
        self.coverage = std::make_unique<CoverageView>(self.strings, self.comparison, self.widths,
                                                       self.segmenter, self.reduced_motion);
        self.coverage->place(self.canvas, self.area, self.panel, self.pixel_ratio);
    }
    self.load_step(0);
    self.name_parts();
    self.reading.forget();
    self.texts = self.coverage ? make_coverage_text(*self.coverage) : make_versions_text(self);
    self.reading.follow(*self.texts);
}

void ViewModel::set_strings(Strings strings) {
    Implementation& self = *implementation_;
    self.strings = std::move(strings);
    self.name_parts();
    if (self.coverage) self.coverage->remeasure();
    self.touch();
}

const Strings& ViewModel::strings() const { return implementation_->strings; }

const std::shared_ptr<const engine::Comparison>& ViewModel::comparison() const {
    return implementation_->comparison;
}

void ViewModel::resize(Size canvas, Rect area, float pixel_ratio, Rect panel) {
    Implementation& self = *implementation_;
    const auto equal = [](const Rect& one, const Rect& two) {
        return one.x == two.x && one.y == two.y && one.width == two.width && one.height == two.height;
    };
    if (self.canvas.width == canvas.width && self.canvas.height == canvas.height && equal(self.area, area) &&
        equal(self.panel, panel) && self.pixel_ratio == pixel_ratio) {
        return;
    }
    self.canvas = canvas;
    self.area = area;
    self.panel = panel;
    self.pixel_ratio = pixel_ratio;
    if (self.coverage) {
        self.coverage->place(canvas, area, panel, pixel_ratio);
        if (self.texts) self.reading.follow(*self.texts);
        self.touch();
        return;
    }
    // Hidden: everything stays as it is until there is room again.
    if (canvas.width <= 0 || canvas.height <= 0 || area.width <= 0 || area.height <= 0) {
        self.columns.content.height = 0;
        self.touch();
        return;
    }
    const float old_width = self.columns.width;
    self.place_columns();
    if (!self.present() && old_width != self.columns.width) remeasure();
    if (self.texts) self.reading.follow(*self.texts);
    self.touch();
}

void ViewModel::remeasure() {
    Implementation& self = *implementation_;
    if (self.coverage) {
        self.widths.clear();
        self.coverage->remeasure();
        self.touch();
        return;
    }
    if (self.area.width <= 0 || self.area.height <= 0) return;
    self.glide.reset();
    const double share = self.share_above();
    self.widths.clear();
    self.place_columns();
    self.forget_layouts();
    self.keep_share_above(share);
    self.touch();
}

void ViewModel::set_measure(int letters) {
    implementation_->measure_letters = letters;
    if (implementation_->coverage) implementation_->coverage->set_measure(letters);
}

void ViewModel::set_reduced_motion(bool reduced) {
    implementation_->reduced_motion = reduced;
    if (implementation_->coverage) implementation_->coverage->set_reduced_motion(reduced);
}

bool ViewModel::apply(const Command& command) {
    Implementation& self = *implementation_;
    // Whatever else the reader does, the text stands still.
    self.fling.reset();
    if (const auto* wanted = std::get_if<command::Fling>(&command)) {
        if (wanted->velocity == 0 || self.reduced_motion || self.area.height <= 0) return false;
        self.fling = *wanted;
        self.touch();
        return true;
    }
    if (self.texts) {
        if (const std::optional<bool> changed = self.reading.apply(command, *self.texts)) {
            if (*changed) self.touch();
            return *changed;
        }
    }
    const bool changed = self.apply(command);
    if (changed && self.texts && self.reading.follow(*self.texts)) self.touch();
    return changed;
}

bool ViewModel::Implementation::apply(const Command& command) {
    Implementation& self = *this;
    if (self.coverage) {
        const bool changed = self.coverage->apply(command);
        if (changed) self.touch();
        return changed;
    }
    const auto last_change = static_cast<std::int32_t>(self.entries_of_changes.size()) - 1;
    if (std::holds_alternative<command::NextChange>(command))
        return last_change >= 0 && self.select(self.neighbour(1));
    if (std::holds_alternative<command::PreviousChange>(command)) {
        return last_change >= 0 && self.select(self.neighbour(-1));
    }
    if (std::holds_alternative<command::FirstChange>(command)) return last_change >= 0 && self.select(0);
    if (std::holds_alternative<command::LastChange>(command))
        return last_change >= 0 && self.select(last_change);
    if (const auto* wanted = std::get_if<command::SelectChange>(&command)) return self.select(wanted->change);
    if (const auto* wanted = std::get_if<command::JumpToOtherEnd>(&command))
        return self.jump_to_other_end(wanted->move);
    if (const auto* wanted = std::get_if<command::ScrollBy>(&command)) {
        return self.scroll_by(wanted->pixels, wanted->animated);
    }
    if (const auto* wanted = std::get_if<command::ScrollByPages>(&command)) {
        const double page = std::max(self.view_height() - page_overlap, self.view_height() / 2);
        return self.scroll_by(wanted->pages * page, true);
    }
    if (const auto* wanted = std::get_if<command::ScrollTo>(&command)) {
        return !self.entries.empty() && self.scroll_to(self.anchor_at(wanted->position), false);
    }
    if (const auto* wanted = std::get_if<command::ScrollToShare>(&command)) {
        if (self.entries.empty()) return false;
        self.refresh_tops();
        return self.scroll_to(self.anchor_at(wanted->share * self.tops.back() - self.view_height() / 2),
                              false);
    }
    if (std::holds_alternative<command::ScrollToStart>(command)) return self.scroll_to({}, true);
    if (std::holds_alternative<command::ScrollToEnd>(command)) {
        if (self.entries.empty()) return false;
        return self.scroll_to({self.entries.size() - 1, 0}, true);
    }
    if (const auto* wanted = std::get_if<command::SetFolded>(&command))
        return self.set_folded(wanted->folded);
    if (std::holds_alternative<command::ToggleFolded>(command)) return self.set_folded(!self.folded);
    if (const auto* wanted = std::get_if<command::OpenFold>(&command)) return self.open_fold(wanted->row);
    if (const auto* wanted = std::get_if<command::SetPresentation>(&command)) {
        if (self.wanted == wanted->presentation) return false;
        self.wanted = wanted->presentation;
        return self.present();
    }
    if (const auto* wanted = std::get_if<command::TurnPage>(&command))
        return self.turn_page(wanted->direction);
    if (std::holds_alternative<command::SwapSides>(command)) {
        self.swapped = !self.swapped;
        self.place_columns();
        self.touch();
        return true;
    }
    if (const auto* wanted = std::get_if<command::SetFilter>(&command))
        return self.set_filter(wanted->filter);
    if (const auto* wanted = std::get_if<command::SetListOpen>(&command)) {
        if (self.list_open == wanted->open) return false;
        self.list_open = wanted->open;
        self.touch();
        return true;
    }
    if (std::holds_alternative<command::ToggleList>(command)) {
        self.list_open = !self.list_open;
        self.touch();
        return true;
    }
    if (const auto* wanted = std::get_if<command::ClickAt>(&command)) return self.click(wanted->x, wanted->y);
    if (self.empty()) return false;
    if (const auto* wanted = std::get_if<command::SelectPair>(&command))
        return self.select_pair(wanted->before, wanted->after);
    std::uint32_t step = self.step_index;
    if (const auto* wanted = std::get_if<command::SelectStep>(&command)) step = wanted->step;
    if (std::holds_alternative<command::NextStep>(command)) step = self.neighbouring_step(1);
    if (std::holds_alternative<command::PreviousStep>(command)) step = self.neighbouring_step(-1);
    if (step == self.step_index || step >= self.step_count()) return false;
    self.wanted_pair.reset();
    self.load_step(step);
    return true;
}

std::uint64_t ViewModel::revision() const { return implementation_->revision; }

ViewState ViewModel::state() const {
    Implementation& self = *implementation_;
    ViewState state;
    state.list_open = self.list_open;
    state.folded = self.folded;
    state.narrow = self.columns.narrow;
    state.presentation = self.shown_as;
    state.swapped = self.swapped;
    state.mirrored = self.columns.mirrored;
    state.filter = self.filter;
    state.hidden_count = self.stops.hidden;
    if (self.coverage) self.coverage->fill(state);
    if (self.empty()) return state;
    state.shown = true;
    state.before = self.step().before;
    state.after = self.step().after;
    state.step = self.step_index;
    state.step_count = static_cast<std::uint32_t>(self.step_count());
    state.change = self.selected;
    state.change_count = static_cast<std::uint32_t>(self.entries_of_changes.size());
    state.summary = self.summary;
    self.visible();
    if (!self.entries.empty()) {
        self.refresh_tops();
        state.scroll = self.position(self.anchor);
        state.scroll_max = std::max(self.tops.back() - self.view_height(), 0.0);
    }
    return state;
}

Layout ViewModel::layout() const {
    return implementation_->coverage ? implementation_->coverage->layout() : implementation_->make_layout();
}

const DisplayList& ViewModel::display_list() {
    implementation_->build_list();
    return implementation_->list;
}

Overview ViewModel::overview() const {
    return implementation_->coverage ? implementation_->coverage->overview()
                                     : implementation_->make_overview();
}

Hit ViewModel::hit(float x, float y) {
    implementation_->build_list();
    Hit hit;
    for (const HitRegion& region : implementation_->list.regions) {
        if (region.rect.contains(x, y)) hit = region.hit;
    }
    return hit;
}

const std::vector<ChangeEntry>& ViewModel::changes() const { return implementation_->entries_of_changes; }
const std::vector<StepLabel>& ViewModel::steps() const { return implementation_->step_labels; }

std::string ViewModel::label(Side side) const {
    const Implementation& self = *implementation_;
    if (self.coverage) return self.coverage->label(side);
    if (self.empty()) return {};
    const std::uint32_t document = side == Side::before ? self.step().before : self.step().after;
    return version_name(self.strings, document) +
           version_details(self.strings, self.comparison->documents[document]);
}

std::string ViewModel::position_label() const {
    const Implementation& self = *implementation_;
    if (self.coverage) return self.coverage->position_label();
    const std::size_t count = self.entries_of_changes.size();
    if (count == 0) return self.strings.text(Text::viewer_count_none);
    if (self.selected < 0) return self.strings.plural(Plural::viewer_count, count);
    return self.strings.text(
        Text::viewer_position,
        {{"number", static_cast<std::uint64_t>(self.selected) + 1}, {"count", std::uint64_t{count}}});
}

std::string ViewModel::summary_label() const {
    const Implementation& self = *implementation_;
    return self.empty() ? std::string() : viewer::summary_label(self.strings, self.summary);
}

std::vector<std::string> ViewModel::summary_lines() const {
    const Implementation& self = *implementation_;
    return self.empty() ? std::vector<std::string>() : viewer::summary_lines(self.strings, self.summary);
}

std::string ViewModel::no_changes_sentence() const {
    return viewer::no_changes_sentence(implementation_->strings, implementation_->summary);
}

bool ViewModel::foldable() const {
    const Implementation& self = *implementation_;
    if (self.folded) return true;
    std::uint32_t run = 0;
    for (const Row& row : self.source.rows) {
        run = row.same ? run + 1 : 0;
        if (run >= shortest_fold + 2) return true;
    }
    return false;
}

// ---------------------------------------------------------------- coverage

std::vector<std::string> ViewModel::outlet_names() const {
    std::vector<std::string> names;
    if (!implementation_->coverage) return names;
    for (std::uint32_t document = 0; document < implementation_->comparison->documents.size(); ++document)
        names.push_back(implementation_->coverage->outlets().name(document));
    return names;
}

std::string ViewModel::outlet_letter(std::uint32_t document) const {
    return implementation_->coverage ? implementation_->coverage->outlets().letter(document) : std::string();
}

std::string ViewModel::tooltip(const Hit& hit) const {
    return implementation_->coverage ? implementation_->coverage->tooltip(hit) : std::string();
}

std::string ViewModel::without_names(std::string sentence) const {
    return implementation_->coverage ? implementation_->coverage->outlets().without_names(std::move(sentence))
                                     : sentence;
}

std::vector<std::uint32_t> ViewModel::claim_order() const {
    return implementation_->coverage ? implementation_->coverage->claim_order()
                                     : std::vector<std::uint32_t>();
}

std::size_t ViewModel::finding_count(PanelView view) const {
    return implementation_->coverage ? viewer::finding_count(*implementation_->comparison, view) : 0;
}

std::optional<Rect> ViewModel::panel_cursor() const {
    return implementation_->coverage ? implementation_->coverage->panel_cursor() : std::nullopt;
}

Rect ViewModel::header_box(Side side) const {
    return implementation_->coverage ? implementation_->coverage->header_box(side) : Rect{};
}

}  // namespace twicetold::viewer
