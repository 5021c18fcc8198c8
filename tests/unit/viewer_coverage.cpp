// The coverage mode: the matrix, filters, orders, names hidden, moving about.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "unit/viewer_coverage_support.h"
#include "viewer/coverage_content.h"

using namespace viewer_test;
using viewer::ClaimFilter;
using viewer::ClaimSort;
using viewer::MarkKind;
using viewer::PanelBox;
using viewer::PanelView;
using viewer::Side;
namespace command = viewer::command;

TEST_CASE("the matrix says of every claim and outlet whether it says, contradicts or omits it") {
    CoverageScreen screen(four_outlets());
    const viewer::ViewState state = screen.model.state();
    CHECK(state.shown);
    CHECK(state.mode == engine::Mode::coverage);
    CHECK(state.change_count == 4);
    CHECK(screen.matrix() == "++++ ++-- -++x --++");
    CHECK(screen.model.position_label() == "4 claims");
}

TEST_CASE(
    "a number that the ledger contradicts is never shown as agreeing, though its sentences were linked as "
    "saying the same") {
    engine::Comparison comparison = four_outlets();
    engine::Figure figure;
    figure.quantity = "boats";
    figure.agree = false;
    figure.mentions = {counted(comparison, {0, 0}, "40", 40, 1), counted(comparison, {1, 0}, "40", 40, 1),
                       counted(comparison, {2, 0}, "40", 14, 2)};
    comparison.coverage.figures.push_back(figure);
    SUBCASE("the odd one out differs") {
        CoverageScreen screen(comparison);
        CHECK(screen.matrix().substr(0, 4) == "++x+");
        // Beside each other, both are marked.
        screen.model.apply(command::SelectOutlet{Side::after, 2});
        screen.model.apply(command::SelectChange{0});
        for (const viewer::MarkBox& mark : screen.model.layout().marks) {
            if (mark.current && mark.kind != MarkKind::figure) CHECK(mark.kind == MarkKind::differs);
        }
    }
    SUBCASE("where it is one against one, both differ") {
        comparison.coverage.figures[0].mentions.pop_back();
        comparison.coverage.figures[0].mentions[1].camp = 2;
        CoverageScreen screen(comparison);
        CHECK(screen.matrix().substr(0, 4) == "xx++");
    }
}

TEST_CASE("claims are sorted as the story goes, by how many outlets carry them, or by disagreement") {
    CoverageScreen screen(four_outlets());
    using Order = std::vector<std::uint32_t>;
    CHECK(screen.model.claim_order() == Order{0, 1, 2, 3});
    CHECK(screen.model.apply(command::SetClaimSort{ClaimSort::carriers}));
    CHECK(screen.model.claim_order() == Order{0, 2, 1, 3});
    CHECK(screen.model.apply(command::SetClaimSort{ClaimSort::disagreement}));
    CHECK(screen.model.claim_order() == Order{2, 0, 1, 3});
    CHECK(screen.matrix() == "-++x ++++ ++-- --++");
    CHECK_FALSE(screen.model.apply(command::SetClaimSort{ClaimSort::disagreement}));
}

TEST_CASE(
    "a selected claim stays selected through sorting, under its new number, and is let go where a filter "
    "hides it") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::SelectChange{2});
    CHECK(screen.model.position_label() == "Claim 3 of 4");
    screen.model.apply(command::SetClaimSort{ClaimSort::disagreement});
    CHECK(screen.model.position_label() == "Claim 1 of 4");
    CHECK(screen.model.state().coverage.claim == 2);
    screen.model.apply(command::SetClaimFilter{ClaimFilter::agreeing});
    CHECK(screen.model.state().change == -1);
    CHECK(screen.model.position_label() == "3 of 4 claims");
}

TEST_CASE("claims are filtered by kind and by outlet") {
    engine::Comparison comparison = four_outlets();
    engine::Quotation quote;
    quote.mentions = {quoted(comparison, {0, 1}, "boats near Aldwater", engine::Fidelity::full)};
    comparison.coverage.quotes.push_back(quote);
    comparison.coverage.copied.push_back({7, true, {{2, 3, 3}, {3, 3, 3}}});
    CoverageScreen screen(comparison);
    using Order = std::vector<std::uint32_t>;
    const auto order = [&](ClaimFilter filter, std::int32_t outlet) {
        screen.model.apply(command::SetClaimFilter{filter});
        screen.model.apply(command::SetOutletFilter{outlet});
        return screen.model.claim_order();
    };
    CHECK(order(ClaimFilter::differing, viewer::all_outlets) == Order{2});
    CHECK(order(ClaimFilter::agreeing, viewer::all_outlets) == Order{0, 1, 3});
    CHECK(order(ClaimFilter::quoted, viewer::all_outlets) == Order{1});
    CHECK(order(ClaimFilter::copied, viewer::all_outlets) == Order{3});
    CHECK(order(ClaimFilter::all, 0) == Order{0, 1});
    CHECK(order(ClaimFilter::all, 3) == Order{0, 2, 3});
    CHECK(order(ClaimFilter::all, viewer::shown_outlets) == Order{0, 1, 2});
    CHECK(order(ClaimFilter::differing, 0) == Order{});
    CHECK(screen.matrix().empty());
    CHECK(screen.model.position_label() == "No claim passes the filter");
    CHECK_FALSE(screen.model.apply(command::SetOutletFilter{4}));
}

TEST_CASE("next and previous step through the claims in the order shown, and stop at the ends") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::SetClaimSort{ClaimSort::carriers});
    for (const std::int32_t claim : {0, 2, 1, 3, 3}) {
        screen.model.apply(command::NextChange{});
        CHECK(screen.model.state().coverage.claim == claim);
    }
    CHECK(screen.model.position_label() == "Claim 4 of 4");
    screen.model.apply(command::PreviousChange{});
    CHECK(screen.model.state().coverage.claim == 1);
    screen.model.apply(command::FirstChange{});
    CHECK(screen.model.state().change == 0);
    screen.model.apply(command::PreviousChange{});
    CHECK(screen.model.state().change == 0);
    screen.model.apply(command::LastChange{});
    CHECK(screen.model.state().change == 3);
}

TEST_CASE(
    "a selected claim brings two outlets that carry it, keeps one that already does, and stands level on "
    "both sides") {
    engine::Comparison comparison = four_outlets();
    CoverageScreen screen(comparison, 1600, 300);
    screen.model.apply(command::SelectChange{2});
    viewer::ViewState state = screen.model.state();
    CHECK(state.after == 1);
    CHECK(state.before == 2);
    screen.model.apply(command::SelectChange{3});
    state = screen.model.state();
    CHECK(state.before == 2);
    CHECK(state.after == 3);
    float y[2] = {-1, -1};
    for (const viewer::MarkBox& mark : screen.model.layout().marks) {
        if (mark.current) y[mark.side == Side::before ? 0 : 1] = mark.rect.y;
    }
    CHECK(y[0] >= 0);
    CHECK(std::abs(y[0] - y[1]) < 1);
}

TEST_CASE("where only the two shown count, stepping does not exchange them") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::SelectOutlet{Side::after, 3});
    screen.model.apply(command::SetOutletFilter{viewer::shown_outlets});
    for (int step = 0; step < 6; ++step) {
        screen.model.apply(command::NextChange{});
        CHECK(screen.model.state().before == 0);
        CHECK(screen.model.state().after == 3);
    }
}

TEST_CASE("a cell opens its outlet at the sentence, beside another that carries the claim") {
    CoverageScreen screen(four_outlets());
    for (const PanelBox& cell : screen.boxes(PanelBox::Kind::cell)) {
        if (cell.claim == 2 && cell.document == 3) screen.click(cell.rect);
    }
    const viewer::ViewState state = screen.model.state();
    CHECK(state.coverage.claim == 2);
    CHECK(state.before == 3);
    CHECK(state.after == 1);
    bool found = false;
    for (const viewer::MarkBox& mark : screen.model.layout().marks) {
        if (mark.side != Side::before || !mark.current) continue;
        found = true;
        CHECK(mark.kind == MarkKind::differs);
        CHECK(std::string(screen.model.comparison()->documents[3].slice(mark.range)) ==
              "D2 tells of 42 boats near Aldwater.");
    }
    CHECK(found);
}

TEST_CASE("the cell of an outlet that omits a claim shows that outlet beside one that carries it") {
    CoverageScreen screen(four_outlets());
    CHECK(screen.model.apply(command::OpenCell{1, 3}));
    const viewer::ViewState state = screen.model.state();
    CHECK(state.coverage.claim == 1);
    CHECK((state.before == 3 || state.after == 3));
    CHECK((state.before <= 1 || state.after <= 1));
    CHECK(screen.drawn().find("does not say this") != std::string::npos);
}

TEST_CASE("sentences are marked by what the outlet beside them has to say") {
    CoverageScreen screen(four_outlets());
    const auto kind_of = [&](Side side, std::string_view words) {
        for (const viewer::MarkBox& mark : screen.model.layout().marks) {
            const viewer::ViewState state = screen.model.state();
            const engine::Document& of =
                screen.model.comparison()->documents[side == Side::before ? state.before : state.after];
            if (mark.side == side && of.slice(mark.range).substr(0, 2) == words) return mark.kind;
        }
        return MarkKind::removed;
    };
    CHECK(kind_of(Side::before, "A0") == MarkKind::shared);
    CHECK(kind_of(Side::before, "A2") == MarkKind::unique);
    CHECK(kind_of(Side::after, "B2") == MarkKind::elsewhere);
    screen.model.apply(command::SelectOutlet{Side::before, 3});
    CHECK(kind_of(Side::after, "B2") == MarkKind::differs);
    CHECK(kind_of(Side::before, "D2") == MarkKind::differs);
    CHECK(kind_of(Side::before, "D3") == MarkKind::elsewhere);
    // A filter leaves only the marks of what passes it.
    screen.model.apply(command::SetClaimFilter{ClaimFilter::differing});
    CHECK(kind_of(Side::before, "D2") == MarkKind::differs);
    CHECK(kind_of(Side::before, "D0") == MarkKind::removed);
    CHECK(kind_of(Side::before, "D1") == MarkKind::removed);
}

TEST_CASE("choosing the outlet of the other side makes them change places") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::SelectOutlet{Side::before, 1});
    CHECK(screen.model.state().before == 1);
    CHECK(screen.model.state().after == 0);
    screen.model.apply(command::StepOutlet{Side::before, 1});
    CHECK(screen.model.state().before == 2);
    screen.model.apply(command::StepOutlet{Side::before, 1});
    screen.model.apply(command::StepOutlet{Side::before, 1});
    CHECK(screen.model.state().before == 1);
    CHECK_FALSE(screen.model.apply(command::SelectOutlet{Side::before, 9}));
}

TEST_CASE("blind, no outlet's name is drawn, told or listed anywhere; revealed, all are back") {
    engine::Comparison comparison = four_outlets();
    comparison.coverage.terms.push_back({1, "boats", 2, {0}});
    CoverageScreen screen(comparison);
    screen.model.apply(command::SetBlind{true});
    CHECK(screen.model.state().coverage.blind);
    const auto told = [&] {
        std::string all = screen.model.label(Side::before) + screen.model.label(Side::after);
        for (const std::string& name : screen.model.outlet_names()) all += name;
        for (int view = 0; view < static_cast<int>(viewer::panel_view_count); ++view) {
            screen.model.apply(command::SetPanelView{static_cast<PanelView>(view)});
            for (const bool selected : {false, true}) {
                screen.model.apply(command::SelectChange{selected ? 2 : -1});
                all += screen.drawn();
            }
            for (const PanelBox& box : screen.model.layout().panel) all += box.text;
            for (std::uint32_t row = 0; row < 40; ++row) {
                viewer::Hit hit;
                hit.kind = viewer::Hit::Kind::panel;
                hit.row = row;
                all += screen.model.tooltip(hit);
                hit.kind = viewer::Hit::Kind::mark;
                hit.sentence = static_cast<std::int32_t>(row % 4);
                all += screen.model.tooltip(hit);
            }
        }
        return all + screen.model.without_names("file-A.txt and The B Gazette are the same text");
    };
    const std::string blind = told();
    CHECK(blind.find("Gazette") == std::string::npos);
    CHECK(blind.find("file-") == std::string::npos);
    CHECK(blind.find("Writer") == std::string::npos);
    CHECK(blind.find("Outlet B") != std::string::npos);
    screen.model.apply(command::ToggleBlind{});
    const std::string open = told();
    CHECK(open.find("The B Gazette") != std::string::npos);
    CHECK(open.find("Writer") != std::string::npos);
    CHECK(open.find("Outlet B") == std::string::npos);
}

TEST_CASE("nothing in common is said in a sentence instead of an empty panel") {
    engine::Comparison comparison = four_outlets();
    comparison.coverage = {};
    CoverageScreen screen(comparison);
    CHECK(screen.model.position_label() == "No shared claim");
    CHECK_FALSE(screen.model.apply(command::NextChange{}));
    for (int view = 0; view < static_cast<int>(viewer::panel_view_count); ++view) {
        screen.model.apply(command::SetPanelView{static_cast<PanelView>(view)});
        bool words = false;
        for (const viewer::DrawLayer& layer : screen.model.display_list().layers) {
            for (const viewer::DrawText& run : layer.texts) words = words || run.x >= 1200;
        }
        CHECK_MESSAGE(words, view);
    }
}

TEST_CASE("one article, and an article without a sentence, are shown and explained") {
    engine::Comparison one = four_outlets();
    one.documents.resize(1);
    one.coverage = {};
    CoverageScreen alone(one);
    CHECK(alone.model.state().shown);
    CHECK(alone.drawn().find("There is no second article.") != std::string::npos);
    CHECK_FALSE(alone.model.apply(command::StepOutlet{Side::before, 1}));

    engine::Comparison empty = four_outlets();
    empty.documents.resize(2);
    empty.coverage = {};
    empty.documents[1] = document::read_text("empty.txt", "").document;
    CoverageScreen beside(empty);
    CHECK(beside.drawn().find("This article has no sentence to compare.") != std::string::npos);
    for (int view = 0; view < static_cast<int>(viewer::panel_view_count); ++view) {
        beside.model.apply(command::SetPanelView{static_cast<PanelView>(view)});
        CHECK_FALSE(beside.drawn().empty());
    }
}

TEST_CASE("in one column one outlet shows, and turning shows the other") {
    CoverageScreen screen(four_outlets());
    screen.model.resize({400, 700}, {0, 0, 400, 700});
    const auto sides = [&] {
        std::string result;
        for (const viewer::WordBox& word : screen.model.layout().words)
            result += word.side == Side::before ? 'b' : 'a';
        return result;
    };
    CHECK(screen.model.state().narrow);
    CHECK(sides().find('a') == std::string::npos);
    CHECK(screen.model.apply(command::TurnSide{}));
    CHECK(sides().find('b') == std::string::npos);
    CHECK(sides().find('a') != std::string::npos);
    // A claim that only the other outlet carries turns to it.
    screen.model.apply(command::OpenCell{2, 2});
    CHECK(screen.model.state().coverage.claim == 2);
    const viewer::ViewState state = screen.model.state();
    CHECK((state.side == Side::before ? state.before : state.after) == 2);
}

TEST_CASE("of an article that the panel covers nothing is drawn, listed or hit") {
    CoverageScreen screen(four_outlets());
    screen.model.resize({400, 700}, {0, 50, 400, 650}, 1, {1, 150, 399, 550});
    CHECK(screen.model.state().narrow);
    CHECK(screen.model.layout().words.empty());
    CHECK_FALSE(screen.model.layout().panel.empty());
    CHECK(screen.drawn().find("Headline of A") == std::string::npos);
    for (float y = 160; y < 700; y += 7) {
        const viewer::Hit hit = screen.model.hit(200, y);
        CHECK((hit.kind == viewer::Hit::Kind::panel || hit.kind == viewer::Hit::Kind::nothing));
    }
    screen.model.resize({400, 700}, {0, 50, 400, 650}, 1, {});
    CHECK_FALSE(screen.model.layout().words.empty());
}

TEST_CASE("each side scrolls alone when asked to, and both together otherwise") {
    engine::Comparison comparison = four_outlets();
    for (engine::Document& document : comparison.documents)
        document = document::read_text(document.id, unique_paragraphs(40, 30)).document;
    comparison.coverage = {};
    CoverageScreen screen(comparison);
    const auto first = [&](Side side) {
        for (const viewer::WordBox& word : screen.model.layout().words) {
            if (word.side == side) return word.range.begin;
        }
        return 0U;
    };
    CHECK(screen.model.apply(command::ScrollBy{900, false, Side::after}));
    CHECK(first(Side::before) == 0);
    CHECK(first(Side::after) > 0);
    CHECK(screen.model.apply(command::ScrollBy{900, false}));
    CHECK(first(Side::before) > 0);
    CHECK(screen.model.apply(command::ScrollToEnd{}));
    // At the end, the wheel is the page's.
    CHECK_FALSE(screen.model.apply(command::ScrollBy{100, false}));
    CHECK(screen.model.apply(command::ScrollToStart{}));
    CHECK(screen.model.state().scroll == 0);
}

TEST_CASE("by keyboard: rows of the matrix are claims, columns are outlets, and Enter opens the cell") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::MoveInPanel{1, 0});
    CHECK(screen.model.state().coverage.claim == 0);
    screen.model.apply(command::MoveInPanel{1, 0});
    screen.model.apply(command::MoveInPanel{1, 0});
    CHECK(screen.model.state().coverage.claim == 2);
    for (int column = 0; column < 4; ++column) screen.model.apply(command::MoveInPanel{0, 1});
    CHECK_FALSE(screen.model.apply(command::MoveInPanel{0, 1}));
    CHECK(screen.model.panel_cursor().has_value());
    screen.model.apply(command::OpenFromPanel{});
    const viewer::ViewState state = screen.model.state();
    CHECK((state.before == 3 || state.after == 3));
}

TEST_CASE(
    "where the columns do not fit beside the claims, the cells stand below, inside the panel, one for each "
    "outlet") {
    engine::Comparison comparison = four_outlets();
    while (comparison.documents.size() < 20) comparison.documents.push_back(comparison.documents.front());
    comparison.coverage.copied_share.resize(20);
    CoverageScreen screen(comparison);
    std::size_t of_first = 0;
    for (const PanelBox& cell : screen.boxes(PanelBox::Kind::cell)) {
        CHECK(cell.rect.x >= 1200);
        CHECK(cell.rect.right() <= 1600);
        of_first += cell.claim == 0 ? 1U : 0U;
    }
    CHECK(of_first == 20);
}
