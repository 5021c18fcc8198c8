// Selecting text with pointer and keys, and what is copied.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "unit/viewer_coverage_support.h"
#include "unit/viewer_support.h"
#include "viewer/quotation.h"
#include "viewer/text_places.h"

using namespace viewer_test;
using viewer::SelectionStep;
using viewer::SelectionUnit;
using viewer::Side;
namespace command = viewer::command;

namespace {

const std::string before =
    "First paragraph of the old text, which is a little long.\n\n"
    "Second paragraph, old wording here.\n\n"
    "Third paragraph stays.";
const std::string after =
    "First paragraph of the new text, which is a little long.\n\n"
    "An added paragraph on the new side only.\n\n"
    "Second paragraph, new wording here.\n\n"
    "Third paragraph stays.";

float middle(const viewer::Rect& rect) { return rect.y + rect.height / 2; }

/// Drags from the left edge of one word to the right edge of another.
void drag(View& view, Side side, std::string_view from, std::string_view to,
          SelectionUnit unit = SelectionUnit::cluster) {
    const viewer::Rect begin = view.place(side, from);
    const viewer::Rect end = view.place(side, to);
    REQUIRE(begin.height > 0);
    REQUIRE(end.height > 0);
    view.model.apply(command::PressText{begin.x + 1, middle(begin), unit});
    view.model.apply(command::DragText{end.right() - 1, middle(end)});
    view.model.apply(command::ReleaseText{});
}

void click(View& view, Side side, std::string_view word, SelectionUnit unit, float inside = 4) {
    const viewer::Rect place = view.place(side, word);
    REQUIRE(place.height > 0);
    view.model.apply(command::PressText{place.x + inside, middle(place), unit});
    view.model.apply(command::ReleaseText{});
}

}  // namespace

TEST_CASE("a drag over paragraphs copies that pane's text alone, byte for byte, with its paragraph breaks") {
    View view(compare({before, after}));
    drag(view, Side::before, "First", "stays.");
    CHECK(view.model.selected_text() == before);
    CHECK(view.model.selection().side == Side::before);
    CHECK(view.model.selection().document == 0);
    drag(view, Side::after, "First", "stays.");
    CHECK(view.model.selected_text() == after);
    CHECK(view.model.selection().document == 1);
}

TEST_CASE("a drag upwards selects the same as one downwards") {
    View view(compare({before, after}));
    const viewer::Rect first = view.place(Side::before, "old");
    const viewer::Rect last = view.place(Side::before, "wording");
    view.model.apply(command::PressText{last.right() - 1, middle(last)});
    view.model.apply(command::DragText{first.x + 1, middle(first)});
    CHECK(view.model.selected_text() == "old text, which is a little long.\n\nSecond paragraph, old wording");
}

TEST_CASE("a drag that leaves its pane for the other one goes on in its own") {
    View view(compare({before, after}));
    const viewer::Rect from = view.place(Side::before, "First");
    const viewer::Rect beside = view.place(Side::after, "Second");
    view.model.apply(command::PressText{from.x + 1, middle(from)});
    view.model.apply(command::DragText{beside.x + 40, middle(view.place(Side::before, "Second"))});
    // The pointer is right of the line: to its end.
    CHECK(view.model.selected_text() ==
          "First paragraph of the old text, which is a little long.\n\nSecond paragraph, old wording here.");
}

TEST_CASE("a double click selects the word, a triple click the sentence, and a drag goes on by them") {
    const std::string text = "Nobody was hurt, she said. The well-known bridge cost $3.5 million. It stands.";
    View view(compare({text, text + " Still."}));
    click(view, Side::before, "hurt,", SelectionUnit::word);
    CHECK(view.model.selected_text() == "hurt");
    // At the right half of a word's last letter too.
    click(view, Side::before, "Nobody", SelectionUnit::word, 47);
    CHECK(view.model.selected_text() == "Nobody");
    click(view, Side::before, "well-known", SelectionUnit::word);
    CHECK(view.model.selected_text() == "well-known");
    click(view, Side::before, "bridge", SelectionUnit::sentence);
    CHECK(view.model.selected_text() == "The well-known bridge cost $3.5 million.");
    drag(view, Side::before, "was", "said.", SelectionUnit::word);
    CHECK(view.model.selected_text() == "was hurt, she said.");
    drag(view, Side::before, "bridge", "Nobody", SelectionUnit::sentence);
    CHECK(view.model.selected_text() ==
          "Nobody was hurt, she said. The well-known bridge cost $3.5 million.");
}

TEST_CASE("a shifted click extends what is selected, and stays in its pane") {
    View view(compare({before, after}));
    click(view, Side::before, "Second", SelectionUnit::word);
    const viewer::Rect place = view.place(Side::before, "wording");
    view.model.apply(command::PressText{place.right() - 1, middle(place), SelectionUnit::cluster, true});
    CHECK(view.model.selected_text() == "Second paragraph, old wording");
    const viewer::Rect other = view.place(Side::after, "An");
    view.model.apply(
        command::PressText{other.x, middle(view.place(Side::before, "Third")), SelectionUnit::cluster, true});
    CHECK(view.model.selection().side == Side::before);
    CHECK(view.model.selected_text() == "Second paragraph, old wording here.\n\nThird paragraph stays.");
}

TEST_CASE("all of a pane is all of its text; a click on text lets go of it") {
    View view(compare({before, after}));
    click(view, Side::before, "Second", SelectionUnit::cluster);
    CHECK(view.model.selection().empty());
    CHECK(view.model.apply(command::SelectAllText{}));
    CHECK(view.model.selected_text() == before);
    click(view, Side::after, "Second", SelectionUnit::cluster);
    CHECK(view.model.selected_text().empty());
    view.model.apply(command::SelectAllText{});
    CHECK(view.model.selected_text() == after);
    CHECK(view.model.apply(command::ClearSelection{}));
    CHECK(view.model.selected_text().empty());
}

TEST_CASE("gutters, margins and the space around the text belong to the nearest line of their pane") {
    View view(compare({before, after}));
    const viewer::Rect word = view.place(Side::before, "Second");
    // Right of the line, in the gutter, and left of it, in the margin.
    view.model.apply(command::PressText{word.x - 15, middle(word)});
    view.model.apply(command::DragText{570, middle(word)});
    CHECK(view.model.selected_text() == "Second paragraph, old wording here.");
    // Above the first line: from the beginning; below the last: to the end.
    view.model.apply(command::PressText{word.x + 60, 42});
    view.model.apply(command::DragText{word.x + 60, 780});
    CHECK(view.model.selected_text() == before);
}

TEST_CASE("a selection outlives scrolling, resizing and new fonts") {
    const std::string long_text = unique_paragraphs(60, 40);
    View view(compare({long_text, long_text + "More."}));
    drag(view, Side::after, "word41", "word130");
    const std::string selected = view.model.selected_text();
    CHECK(selected.substr(0, 6) == "word41");
    view.model.apply(command::ScrollToEnd{});
    CHECK(view.model.selected_text() == selected);
    view.model.resize({500, 700}, {0, 0, 500, 700});
    view.model.remeasure();
    CHECK(view.model.selected_text() == selected);
    view.model.resize({0, 0}, {0, 0, 0, 0});
    view.model.resize({1200, 800}, {0, 0, 1200, 800});
    CHECK(view.model.selected_text() == selected);
}

TEST_CASE("a drag beyond the lower edge scrolls, the faster the farther, and selects what comes") {
    const std::string long_text = unique_paragraphs(80, 40);
    View view(compare({long_text, long_text + "More."}));
    const viewer::Rect word = view.place(Side::before, "word0");
    view.model.apply(command::PressText{word.x + 1, middle(word)});
    CHECK_FALSE(view.model.animating());
    view.model.apply(command::DragText{word.x + 100, 820});
    CHECK(view.model.animating());
    double last = view.model.state().scroll;
    for (int frame = 0; frame < 30; ++frame) view.model.advance(1.0 / 60);
    const double near = view.model.state().scroll - last;
    CHECK(near > 20);
    last = view.model.state().scroll;
    view.model.apply(command::DragText{word.x + 100, 1000});
    for (int frame = 0; frame < 30; ++frame) view.model.advance(1.0 / 60);
    CHECK(view.model.state().scroll - last > 3 * near);
    CHECK(view.model.selected_text().size() > 2000);
    // Back inside, or let go: it rests.
    view.model.apply(command::DragText{word.x + 100, 400});
    CHECK_FALSE(view.model.animating());
    view.model.apply(command::DragText{word.x + 100, -300});
    CHECK(view.model.animating());
    view.model.apply(command::ReleaseText{});
    CHECK_FALSE(view.model.animating());
    CHECK(view.model.selected_text().substr(0, 6) == "word0 ");
}

TEST_CASE("keys extend by cluster, word and line, through paragraphs and to the text's ends") {
    View view(compare({before, after}));
    CHECK_FALSE(view.model.apply(command::MoveSelection{SelectionStep::cluster, true}));
    click(view, Side::before, "here.", SelectionUnit::word);
    view.model.apply(command::MoveSelection{SelectionStep::cluster, true});
    CHECK(view.model.selected_text() == "here.");
    view.model.apply(command::MoveSelection{SelectionStep::cluster, true});
    view.model.apply(command::MoveSelection{SelectionStep::word, true});
    CHECK(view.model.selected_text() == "here.\n\nThird");
    for (int step = 0; step < 3; ++step) view.model.apply(command::MoveSelection{SelectionStep::word, false});
    CHECK(view.model.selected_text().empty());
    view.model.apply(command::MoveSelection{SelectionStep::word, false});
    CHECK(view.model.selected_text() == "wording ");
    view.model.apply(command::MoveSelection{SelectionStep::line, false});
    CHECK(view.model.selected_text().find("long.\n\nSecond paragraph, old ") != std::string::npos);
    for (int step = 0; step < 6; ++step) view.model.apply(command::MoveSelection{SelectionStep::line, false});
    CHECK(view.model.selected_text() == before.substr(0, before.find("here.")));
    for (int step = 0; step < 12; ++step) view.model.apply(command::MoveSelection{SelectionStep::line, true});
    CHECK(view.model.selected_text() == before.substr(before.find("here.")));
}

TEST_CASE("in text from right to left the key to the right goes back, and its left edge is its end") {
    const std::string text = "שלום לכולם";
    View view(compare({text, text + " כאן"}));
    const viewer::Rect word = view.place(Side::before, "שלום");
    const viewer::Rect second = view.place(Side::before, "לכולם");
    CHECK(word.x > second.x);
    view.model.apply(command::PressText{word.right() - 1, middle(word)});
    view.model.apply(command::DragText{word.x + 17, middle(word)});
    CHECK(view.model.selected_text() == "של");
    view.model.apply(command::MoveSelection{SelectionStep::cluster, false});
    CHECK(view.model.selected_text() == "שלו");
    view.model.apply(command::MoveSelection{SelectionStep::cluster, true});
    CHECK(view.model.selected_text() == "של");
    // Beyond the left end of the line is behind its last letter.
    view.model.apply(command::DragText{second.x - 30, middle(word)});
    CHECK(view.model.selected_text() == text);
}

TEST_CASE("letters with combining marks, flags and families are never parted") {
    const std::string text = "ae\u0301b \U0001F468\u200D\U0001F469\u200D\U0001F467 \U0001F1EB\U0001F1F7x";
    View view(compare({text, text + " y"}));
    click(view, Side::before, "ae\u0301b", SelectionUnit::cluster, 0);
    std::vector<std::string> steps;
    for (int step = 0; step < 7; ++step) {
        view.model.apply(command::MoveSelection{SelectionStep::cluster, true});
        steps.push_back(view.model.selected_text());
    }
    CHECK(steps[0] == "a");
    CHECK(steps[1] == "ae\u0301");
    CHECK(steps[2] == "ae\u0301b");
    CHECK(steps[4] == "ae\u0301b \U0001F468\u200D\U0001F469\u200D\U0001F467");
    CHECK(steps[6] == "ae\u0301b \U0001F468\u200D\U0001F469\u200D\U0001F467 \U0001F1EB\U0001F1F7");
    const viewer::Rect word = view.place(Side::before, "ae\u0301b");
    for (float x = word.x; x < word.right(); x += 1) {
        view.model.apply(command::PressText{word.x - 5, middle(word)});
        view.model.apply(command::DragText{x, middle(word)});
        CHECK(view.model.selected_text() != "ae");
    }
}

TEST_CASE("the fill stands behind the text, on the selected pane's lines only") {
    View view(compare({before, after}));
    drag(view, Side::before, "First", "long.");
    std::vector<viewer::Rect> fills;
    for (const viewer::DrawRect& rect : view.model.display_list().layers[0].rects) {
        if (rect.color == viewer::ColorRole::selection) fills.push_back(rect.rect);
    }
    REQUIRE_FALSE(fills.empty());
    const viewer::Rect first = view.place(Side::before, "First");
    CHECK(fills.front().x == doctest::Approx(first.x));
    CHECK(fills.front().y == doctest::Approx(first.y));
    for (const viewer::Rect& fill : fills) {
        CHECK(fill.height == doctest::Approx(20));
        CHECK(fill.right() < view.place(Side::after, "First").x);
    }
    // Words and the spaces between them are one box.
    const viewer::Rect old_word = view.place(Side::before, "old");
    CHECK(std::any_of(fills.begin(), fills.end(), [&](const viewer::Rect& fill) {
        return fill.x < old_word.x && fill.right() > old_word.right();
    }));
}

TEST_CASE("in one column the later version is copied, and old words only where nothing else is selected") {
    View view(compare({before, after}), 400, 900);
    REQUIRE(view.model.state().narrow);
    click(view, Side::before, "old", SelectionUnit::word);
    CHECK(view.model.selection().side == Side::before);
    CHECK(view.model.selected_text() == "old");
    view.model.apply(command::SelectAllText{});
    CHECK(view.model.selected_text() == after);
    click(view, Side::after, "added", SelectionUnit::word);
    view.model.apply(command::SelectAllText{});
    CHECK(view.model.selected_text() == after);
}

TEST_CASE("a selection stays with its version while that shows, and no longer") {
    View view(compare({before, after, after + " More."}));
    click(view, Side::after, "Second", SelectionUnit::word);
    CHECK(view.model.selected_text() == "Second");
    view.model.apply(command::NextStep{});
    CHECK(view.model.selected_text() == "Second");
    CHECK(view.model.selection().side == Side::before);
    view.model.apply(command::PreviousStep{});
    click(view, Side::before, "Second", SelectionUnit::word);
    view.model.apply(command::NextStep{});
    CHECK(view.model.selected_text().empty());
}

TEST_CASE("a quotation stands in the marks of its language and says where it comes from") {
    using viewer::quoted;
    CHECK(quoted("Nobody was hurt.", "en", {"The Courier", "Fire", "4 Mar 2026", "version 2"}) ==
          "“Nobody was hurt.” — The Courier, Fire, 4 Mar 2026, version 2");
    CHECK(quoted("Niemand wurde verletzt.", "de-AT", {"", "Brand"}) == "„Niemand wurde verletzt.“ — Brand");
    CHECK(quoted("Personne.", "fr", {}) == "«\u202FPersonne.\u202F»");
    CHECK(quoted("誰もいない。", "ja", {}) == "「誰もいない。」");
    View view(compare({"# Fire at the mill\n\nNobody was hurt.", "# Fire at the mill\n\nTwo were hurt."}));
    click(view, Side::after, "Two", SelectionUnit::sentence);
    const std::string quotation = view.model.selected_quotation();
    CHECK(quotation.substr(0, 21) == "“Two were hurt.” ");
    CHECK(quotation.find(", Version 2") != std::string::npos);
}

TEST_CASE("of two outlets one is selected at a time, and a hidden byline is not copied") {
    CoverageScreen screen(four_outlets());
    viewer::ViewModel& model = screen.model;
    model.apply(command::PressText{40, 300});
    model.apply(command::ReleaseText{});
    model.apply(command::SelectAllText{});
    const std::string text = model.comparison()->documents[0].text;
    CHECK(model.selected_text() == text.substr(0, text.find_last_not_of('\n') + 1));
    model.apply(command::SetBlind{true});
    model.apply(command::SelectAllText{});
    CHECK(model.selected_text().substr(0, 24) == "Headline of A\n\nA0 tells ");
    CHECK(model.selected_quotation().find("Gazette") == std::string::npos);
    // Another outlet in its place: what was selected is not on screen any more.
    model.apply(command::SelectOutlet{Side::before, 3});
    CHECK(model.selected_text().empty());
}
