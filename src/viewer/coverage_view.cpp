// What the reader does in the coverage mode: claims, outlets, sentences.
#include "viewer/coverage_view.h"

#include <algorithm>
#include <utility>

namespace twicetold::viewer {

CoverageView::CoverageView(const Strings& strings, std::shared_ptr<const engine::Comparison> comparison,
                           WidthCache& widths, const Segmenter& segmenter, bool reduced_motion)
    : comparison_(std::move(comparison)),
      widths_(widths),
      segmenter_(segmenter),
      outlets_(strings, *comparison_, false),
      disputes_(*comparison_),
      rows_(claim_rows(*comparison_, disputes_)),
      claims_of_(*comparison_),
      reduced_motion_(reduced_motion) {
    const std::size_t count = comparison_->documents.size();
    for (std::size_t index = 0; index < std::min<std::size_t>(count, 2); ++index) {
        panes_[index].document = static_cast<std::int32_t>(index);
        panes_[index].blocks = make_blocks(comparison_->documents[index], segmenter_);
    }
    query_.before = panes_[0].document;
    query_.after = panes_[1].document;
    order_ = ordered(rows_, query_);
}

// ---------------------------------------------------------------- what is asked

std::optional<Side> CoverageView::side_of(std::uint32_t document) const {
    for (const Side side : {Side::before, Side::after}) {
        if (pane(side).document == static_cast<std::int32_t>(document)) return side;
    }
    return std::nullopt;
}

std::int32_t CoverageView::position_of(std::int32_t claim) const {
    const auto at = std::find(order_.begin(), order_.end(), static_cast<std::uint32_t>(claim));
    return claim < 0 || at == order_.end() ? -1 : static_cast<std::int32_t>(at - order_.begin());
}

bool CoverageView::carries(std::int32_t document, std::int32_t claim) const {
    return document >= 0 && claim >= 0 &&
           rows_[static_cast<std::size_t>(claim)].stances[static_cast<std::size_t>(document)] !=
               Stance::omits;
}

std::vector<std::uint32_t> CoverageView::claim_order() const { return order_; }

std::string CoverageView::position_label() const {
    const std::size_t count = order_.size();
    const bool filtered = count < rows_.size();
    const Strings& strings = outlets_.strings();
    if (rows_.empty()) return strings.text(Text::coverage_count_none);
    if (count == 0) return strings.text(Text::coverage_count_filtered_out);
    const std::int32_t position = position_of(selected_);
    if (position >= 0) {
        return strings.text(Text::coverage_position, {{"number", static_cast<std::uint64_t>(position) + 1},
                                                      {"count", std::uint64_t{count}}});
    }
    if (filtered)
        return strings.plural(Plural::coverage_some, rows_.size(), {{"shown", std::uint64_t{count}}});
    return strings.plural(Plural::coverage_count, count);
}

std::string CoverageView::label(Side side) const {
    const std::int32_t document = pane(side).document;
    return document < 0 ? std::string() : outlets_.label(static_cast<std::uint32_t>(document));
}

void CoverageView::fill(ViewState& state) const {
    state.mode = engine::Mode::coverage;
    state.shown = true;
    state.before = static_cast<std::uint32_t>(std::max(panes_[0].document, 0));
    state.after = static_cast<std::uint32_t>(std::max(panes_[1].document, 0));
    state.change = position_of(selected_);
    state.change_count = static_cast<std::uint32_t>(order_.size());
    const Side side = columns_.narrow ? side_ : Side::before;
    state.scroll = pane(side).scroll;
    state.scroll_max = most(side);
    state.list_open = list_open_;
    state.narrow = columns_.narrow;
    state.side = side_;
    state.coverage = {view_, query_.sort, query_.filter,   query_.outlet, outlets_.blind(),
                      wide_, selected_,   panel_.scroll(), panel_.most()};
}

// ---------------------------------------------------------------- what is done

void CoverageView::refilter() {
    query_.before = panes_[0].document;
    query_.after = panes_[1].document;
    order_ = ordered(rows_, query_);
    if (position_of(selected_) < 0) selected_ = -1;
    rebuild_marks();
}

void CoverageView::rebuild_marks() {
    links_.clear();
    for (const Side side : {Side::before, Side::after}) {
        Pane& own = pane(side);
        if (own.document < 0) continue;
        own.marks = make_coverage_marks(*comparison_, disputes_, order_, unfiltered(),
                                        static_cast<std::uint32_t>(own.document), pane(other(side)).document,
                                        own.blocks);
    }
    if (panes_[1].document >= 0) {
        links_ = make_links(*comparison_, disputes_, order_, static_cast<std::uint32_t>(panes_[0].document),
                            static_cast<std::uint32_t>(panes_[1].document));
    }
    lay_out_panes();
    rebuild_panel();
}

void CoverageView::rebuild_panel() {
    PanelContent content;
    content.comparison = comparison_.get();
    content.rows = &rows_;
    content.order = &order_;
    content.outlets = &outlets_;
    content.disputes = &disputes_;
    content.view = view_;
    content.query = query_;
    content.selected = selected_;
    panel_.build(content, panel_area_, segmenter_, widths_);
}

bool CoverageView::set_query(const PanelQuery& query) {
    if (query.sort == query_.sort && query.filter == query_.filter && query.outlet == query_.outlet)
        return false;
    query_ = query;
    panel_.scroll_to_start();
    refilter();
    if (selected_ >= 0) panel_.reveal_claim(selected_);
    return true;
}

bool CoverageView::show_outlet(Side side, std::uint32_t document) {
    if (document >= comparison_->documents.size()) return false;
    Pane& own = pane(side);
    Pane& beside = pane(other(side));
    if (own.document == static_cast<std::int32_t>(document)) return false;
    if (beside.document == static_cast<std::int32_t>(document)) {
        std::swap(own, beside);
        std::swap(opened_[0], opened_[1]);
        return true;
    }
    own = {};
    own.document = static_cast<std::int32_t>(document);
    own.blocks = make_blocks(comparison_->documents[document], segmenter_);
    opened_[side == Side::before ? 0 : 1] = -1;
    return true;
}

void CoverageView::show_carriers(std::int32_t claim, std::optional<std::uint32_t> document) {
    const ClaimRow& row = rows_[static_cast<std::size_t>(claim)];
    // Who asked to see an outlet sees it, in place of one that has nothing to say on this.
    if (document && !side_of(*document)) {
        const bool left = !carries(panes_[0].document, claim) && carries(panes_[1].document, claim);
        show_outlet(left ? Side::before : Side::after, *document);
    }
    // The outlets that are being compared stay, where the reader said so.
    if (query_.outlet == shown_outlets) return;
    const std::int32_t wanted = document ? static_cast<std::int32_t>(*document) : -1;
    for (const Side side : {Side::after, Side::before}) {
        if (carries(pane(side).document, claim) || pane(side).document == wanted) continue;
        for (std::uint32_t candidate = 0; candidate < row.stances.size(); ++candidate) {
            if (row.stances[candidate] == Stance::omits || side_of(candidate)) continue;
            show_outlet(side, candidate);
            break;
        }
    }
}

bool CoverageView::select_claim(std::int32_t claim, std::optional<std::uint32_t> document) {
    if (claim < 0 || static_cast<std::size_t>(claim) >= rows_.size()) {
        const bool differs = selected_ >= 0;
        selected_ = -1;
        if (differs) rebuild_panel();
        return differs;
    }
    selected_ = claim;
    opened_ = {-1, -1};
    show_carriers(claim, document);
    if (document) side_ = side_of(*document).value_or(side_);
    if (columns_.narrow && !document && !carries(pane(side_).document, claim)) side_ = other(side_);
    // A claim that was asked for by name shows even where the filter leaves it out.
    if (position_of(claim) < 0) {
        query_.filter = ClaimFilter::all;
        query_.outlet = all_outlets;
    }
    refilter();
    for (const Side side : {Side::before, Side::after}) {
        for (const engine::ClaimMention& each :
             comparison_->coverage.claims[static_cast<std::size_t>(claim)].mentions) {
            if (static_cast<std::int32_t>(each.place.document) != pane(side).document) continue;
            reveal(side, static_cast<std::int32_t>(each.place.sentence));
            break;
        }
    }
    if (view_ == PanelView::claims) {
        panel_.reveal_claim(claim);
        const PanelTarget* at = panel_.cursor();
        panel_.put_cursor(position_of(claim), document        ? static_cast<std::int32_t>(*document) + 1
                                              : at != nullptr ? at->column
                                                              : 0);
    }
    return true;
}

bool CoverageView::select_position(std::int32_t position) {
    if (order_.empty()) return false;
    if (position < 0) return select_claim(-1, std::nullopt);
    const auto last = static_cast<std::int32_t>(order_.size()) - 1;
    return select_claim(static_cast<std::int32_t>(order_[static_cast<std::size_t>(std::min(position, last))]),
                        std::nullopt);
}

bool CoverageView::open_sentence(std::uint32_t document, std::int32_t sentence) {
    if (document >= comparison_->documents.size()) return false;
    selected_ = -1;
    if (!side_of(document)) show_outlet(Side::after, document);
    const Side side = side_of(document).value_or(Side::after);
    opened_ = {-1, -1};
    opened_[side == Side::before ? 0 : 1] = sentence;
    side_ = side;
    refilter();
    reveal(side, sentence);
    return true;
}

bool CoverageView::open_target(const PanelTarget& target) {
    const PanelBox& box = target.box;
    if (box.kind == PanelBox::Kind::row) return select_claim(box.claim, std::nullopt);
    if (box.document < 0) return false;
    const auto document = static_cast<std::uint32_t>(box.document);
    if (box.claim >= 0) {
        const bool done = select_claim(box.claim, document);
        if (box.sentence >= 0) {
            if (const std::optional<Side> side = side_of(document)) reveal(*side, box.sentence);
        }
        return done;
    }
    open_sentence(document, box.sentence);
    // The same quotation, figure or passage of another outlet, beside it.
    if (target.entry < 0) return true;
    const PanelEntry entry = panel_.list().entries[static_cast<std::size_t>(target.entry)];
    if (entry.document >= 0) return true;
    const Side beside = other(side_);
    const PanelLine* companion = nullptr;
    for (const PanelLine& line : entry.lines) {
        if (line.document == box.document || line.document < 0 || line.sentence < 0) continue;
        if (companion == nullptr || line.document == pane(beside).document) companion = &line;
    }
    if (companion == nullptr) return true;
    const std::int32_t sentence = companion->sentence;
    show_outlet(beside, static_cast<std::uint32_t>(companion->document));
    opened_[beside == Side::before ? 0 : 1] = sentence;
    refilter();
    reveal(beside, sentence);
    reveal(side_, box.sentence);
    return true;
}

bool CoverageView::step_outlet(Side side, int direction) {
    const auto count = static_cast<std::int32_t>(comparison_->documents.size());
    if (count < 3) return false;
    std::int32_t next = pane(side).document;
    do {
        next = (next + direction + count) % count;
    } while (next == pane(other(side)).document);
    if (!show_outlet(side, static_cast<std::uint32_t>(next))) return false;
    side_ = side;
    refilter();
    return true;
}

bool CoverageView::click(float x, float y) {
    DisplayList list;
    paint(list);
    Hit hit;
    for (const HitRegion& region : list.regions) {
        if (region.rect.contains(x, y)) hit = region.hit;
    }
    switch (hit.kind) {
        case Hit::Kind::panel: {
            const PanelTarget* found = panel_.target(hit.row);
            if (found == nullptr) return false;
            const PanelTarget target = *found;
            if (target.row >= 0) panel_.put_cursor(target.row, target.column);
            return open_target(target);
        }
        case Hit::Kind::mark: {
            const Pane& own = pane(hit.side);
            const std::vector<std::uint32_t>& claims =
                claims_of_.at(static_cast<std::uint32_t>(own.document), hit.sentence);
            std::vector<std::int32_t> shown;
            for (const std::uint32_t claim : claims) {
                if (position_of(static_cast<std::int32_t>(claim)) >= 0)
                    shown.push_back(static_cast<std::int32_t>(claim));
            }
            if (shown.empty()) return false;
            // Several claims in one sentence: every click goes on to the next.
            const auto at = std::find(shown.begin(), shown.end(), selected_);
            const std::int32_t next =
                at == shown.end() || std::next(at) == shown.end() ? shown.front() : *std::next(at);
            const double kept = own.scroll;
            const auto document = static_cast<std::uint32_t>(own.document);
            select_claim(next, document);
            // What was clicked stays under the pointer; the other side comes level with it.
            if (const std::optional<Side> side = side_of(document)) {
                pane(*side).glide.reset();
                pane(*side).scroll = kept;
            }
            return true;
        }
        case Hit::Kind::overview: {
            const Rect strip = columns_.strip;
            const Side side = columns_.narrow                 ? side_
                              : x < strip.x + strip.width / 2 ? Side::before
                                                              : Side::after;
            const double share = static_cast<double>((y - strip.y) / std::max(strip.height, 1.0F));
            return scroll_to(side, share * static_cast<double>(pane(side).height) - view_height() / 2, false);
        }
        case Hit::Kind::fold:
        case Hit::Kind::text:
        case Hit::Kind::nothing: break;
    }
    return false;
}

}  // namespace twicetold::viewer
