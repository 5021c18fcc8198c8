// The lists of the coverage mode: quotations, figures, copied passages, what is unique, words, openings.
#include <doctest/doctest.h>

#include <string>

#include "unit/viewer_coverage_support.h"
#include "viewer/coverage_content.h"

using namespace viewer_test;
using viewer::ClaimFilter;
using viewer::PanelBox;
using viewer::PanelPiece;
using viewer::PanelView;
using viewer::Side;
namespace command = viewer::command;

namespace {

std::string marked(const std::vector<PanelPiece>& pieces) {
    std::string result;
    for (const PanelPiece& piece : pieces) {
        switch (piece.kind) {
            case PanelPiece::Kind::removed: result += "[-" + piece.text + "-]"; break;
            case PanelPiece::Kind::added: result += "{+" + piece.text + "+}"; break;
            case PanelPiece::Kind::figure: result += '<' + piece.text + '>'; break;
            case PanelPiece::Kind::plain: result += piece.text; break;
        }
    }
    return result;
}

const viewer::Strings english;

viewer::PanelList list(const engine::Comparison& comparison, PanelView view,
                       const viewer::PanelQuery& query = {}) {
    return viewer::panel_list(comparison, view, query, viewer::Outlets(english, comparison, false));
}

}  // namespace

TEST_CASE(
    "an altered quotation is shown word by word against the fullest rendering; signs around a word do not "
    "count") {
    CHECK(marked(viewer::word_diff("I banged on every shutter,", "I banged on every door")) ==
          "I banged on every [-shutter,-] {+door+}");
    CHECK(marked(viewer::word_diff("a b c", "a b c")) == "a b c");
    CHECK(marked(viewer::word_diff("it was late,", "it was “late”")) == "it was “late”");
    CHECK(marked(viewer::word_diff("", "new words")) == "{+new words+}");
    CHECK(marked(viewer::word_diff("old", "")) == "[-old-]");

    engine::Comparison comparison = four_outlets();
    engine::Quotation quote;
    quote.speaker = "Marta Quill";
    quote.mentions = {quoted(comparison, {0, 0}, "tells of 40 boats near", engine::Fidelity::full),
                      quoted(comparison, {1, 1}, "tells of 41 boats near", engine::Fidelity::altered),
                      quoted(comparison, {2, 2}, "of 42", engine::Fidelity::truncated)};
    comparison.coverage.quotes.push_back(quote);
    const viewer::PanelList shown = list(comparison, PanelView::quotations);
    REQUIRE(shown.entries.size() == 1);
    const viewer::PanelEntry& entry = shown.entries[0];
    CHECK(entry.heading == "Marta Quill");
    CHECK(entry.differs);
    REQUIRE(entry.lines.size() == 3);
    CHECK(marked(entry.lines[0].pieces) == "tells of 40 boats near");
    CHECK(marked(entry.lines[1].pieces) == "tells of [-40-] {+41+} boats near");
    CHECK(entry.lines[1].differs);
    CHECK(entry.lines[2].note == "cut short");
    // In its article it is marked as what differs.
    CoverageScreen screen(comparison);
    bool altered = false;
    for (const viewer::MarkBox& mark : screen.model.layout().marks)
        altered = altered || (mark.side == Side::after && mark.kind == viewer::MarkKind::altered);
    CHECK(altered);
    viewer::PanelQuery agreeing;
    agreeing.filter = ClaimFilter::agreeing;
    CHECK(list(comparison, PanelView::quotations, agreeing).intro == "Nothing passes the filter.");
}

TEST_CASE("the ledger puts disagreeing quantities first, flags them, and shows the number in its sentence") {
    engine::Comparison comparison = four_outlets();
    engine::Figure same;
    same.quantity = "boats near Aldwater";
    same.mentions = {counted(comparison, {0, 0}, "40", 40, 0), counted(comparison, {1, 0}, "40", 40, 0)};
    engine::Figure other;
    other.quantity = "boats";
    other.agree = false;
    other.mentions = {counted(comparison, {2, 1}, "41", 1200, 1), counted(comparison, {3, 2}, "42", 42.5, 2)};
    other.mentions[0].value_high = 1300;
    other.mentions[1].approximate = true;
    comparison.coverage.figures = {same, other};
    const viewer::PanelList shown = list(comparison, PanelView::figures);
    REQUIRE(shown.entries.size() == 2);
    CHECK(shown.entries[0].heading == "boats");
    CHECK(shown.entries[0].note == "disagree");
    CHECK(shown.entries[0].differs);
    CHECK(marked(shown.entries[0].lines[0].pieces) == "C1 tells of <41> boats near Aldwater.");
    CHECK(shown.entries[0].lines[0].note == "1,200 to 1,300 boats");
    CHECK(shown.entries[0].lines[1].note == "about 42.5 boats");
    CHECK_FALSE(shown.entries[1].differs);
    viewer::PanelQuery query;
    query.filter = ClaimFilter::differing;
    CHECK(list(comparison, PanelView::figures, query).entries.size() == 1);
    query.filter = ClaimFilter::all;
    query.outlet = 0;
    CHECK(list(comparison, PanelView::figures, query).entries[0].heading == "boats near Aldwater");
}

TEST_CASE(
    "a coverage that others made, with numbers outside of their sentences and claims without any, is shown "
    "all the same") {
    engine::Comparison comparison = four_outlets();
    engine::Figure figure;
    figure.mentions = {counted(comparison, {0, 3}, "40", 40, 0), counted(comparison, {1, 0}, "43", 43, 0)};
    comparison.coverage.figures = {figure};
    comparison.coverage.claims.emplace_back();
    comparison.coverage.quotes.emplace_back();
    comparison.coverage.copied.emplace_back();
    CHECK(list(comparison, PanelView::figures).entries[0].lines.size() == 2);
    CoverageScreen screen(comparison);
    for (int view = 0; view < static_cast<int>(viewer::panel_view_count); ++view) {
        screen.model.apply(command::SetPanelView{static_cast<PanelView>(view)});
        screen.model.apply(command::LastChange{});
        CHECK_FALSE(screen.drawn().empty());
    }
}

TEST_CASE("copied passages come with each article's share and count as one origin") {
    engine::Comparison comparison = four_outlets();
    comparison.coverage.copied.push_back({14, true, {{0, 0, 1}, {1, 0, 1}}});
    const viewer::PanelList shown = list(comparison, PanelView::copied);
    REQUIRE(shown.entries.size() == 2);
    CHECK(shown.entries[0].lines[0].text() == "25 % of its words are copied");
    CHECK(shown.entries[0].lines[2].text() == "0 % of its words are copied");
    CHECK(shown.entries[1].heading == "14 words");
    CHECK(shown.entries[1].note == "in 2 outlets, word for word: one origin");
    CHECK(shown.entries[1].lines[1].text() ==
          "B0 tells of 40 boats near Aldwater. B1 tells of 41 boats near Aldwater.");
}

TEST_CASE("unique sentences, distinctive words and openings are listed by outlet, and filtered by outlet") {
    engine::Comparison comparison = four_outlets();
    comparison.coverage.terms = {{0, "Tells", 2.5F, {0, 1, 2, 3}}, {3, "boats", 2, {1}}};
    const viewer::PanelList unique = list(comparison, PanelView::unique);
    REQUIRE(unique.entries.size() == 4);
    CHECK(unique.entries[0].heading == "The A Gazette");
    CHECK(unique.entries[0].note == "2 of 4 sentences");
    CHECK(unique.entries[0].lines[1].text() == "A3 tells of 43 boats near Aldwater.");

    const viewer::PanelList words = list(comparison, PanelView::words);
    REQUIRE(words.entries.size() == 2);
    REQUIRE(words.entries[0].lines.size() == 3);
    CHECK(marked(words.entries[0].lines[0].pieces) == "A0 <tells> of 40 boats near Aldwater.");
    CHECK(words.entries[0].lines[2].note == "and 1 more sentence");

    viewer::PanelQuery query;
    query.outlet = 3;
    const viewer::PanelList openings = list(comparison, PanelView::openings, query);
    REQUIRE(openings.entries.size() == 1);
    CHECK(openings.entries[0].lines[0].text() == "Headline of D");
    CHECK(openings.entries[0].lines[0].headline);
    CHECK(list(comparison, PanelView::unique, query).entries.size() == 1);
}

TEST_CASE("a line of a list opens its sentence, and another outlet's beside it") {
    engine::Comparison comparison = four_outlets();
    engine::Quotation quote;
    quote.mentions = {quoted(comparison, {2, 2}, "tells of 42", engine::Fidelity::full),
                      quoted(comparison, {3, 2}, "tells of 42", engine::Fidelity::full)};
    comparison.coverage.quotes.push_back(quote);
    CoverageScreen screen(comparison);
    screen.model.apply(command::SetPanelView{PanelView::quotations});
    const auto lines = screen.boxes(PanelBox::Kind::line);
    REQUIRE(lines.size() == 2);
    screen.click(lines[1].rect);
    const viewer::ViewState state = screen.model.state();
    CHECK(std::min(state.before, state.after) == 2);
    CHECK(std::max(state.before, state.after) == 3);
    std::size_t current = 0;
    for (const viewer::MarkBox& mark : screen.model.layout().marks) current += mark.current ? 1U : 0U;
    CHECK(current >= 2);
}

TEST_CASE("the headline's line opens the article at its top") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::SetPanelView{PanelView::openings});
    const auto lines = screen.boxes(PanelBox::Kind::line);
    REQUIRE(!lines.empty());
    for (const PanelBox& line : lines) {
        if (line.document == 3 && line.sentence == engine::title_sentence) screen.click(line.rect);
    }
    CHECK(screen.model.state().after == 3);
    CHECK(screen.model.state().scroll == 0);
}

TEST_CASE("the panel scrolls by itself, and choosing what is half hidden works") {
    CoverageScreen screen(four_outlets(), 1600, 260);
    CHECK(screen.model.state().coverage.panel_scroll_max > 0);
    CHECK(screen.model.apply(command::ScrollPanelBy{1e6}));
    CHECK(screen.model.state().coverage.panel_scroll == screen.model.state().coverage.panel_scroll_max);
    CHECK_FALSE(screen.model.apply(command::ScrollPanelBy{10}));
    // Selecting scrolls the claim's row into sight.
    screen.model.apply(command::SelectChange{0});
    bool seen = false;
    for (const PanelBox& row : screen.boxes(PanelBox::Kind::row)) seen = seen || row.claim == 0;
    CHECK(seen);
}
