// The shapes in which a step can be shown, and which of its changes.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "unit/viewer_support.h"

namespace {

using namespace viewer_test;
using viewer::Presentation;
using viewer::Side;
namespace command = viewer::command;

/// What stands on screen from top to bottom, line by line from left to right, the old words in brackets.
std::string shown(const View& view) {
    std::string result;
    for (const viewer::WordBox& word : view.model.layout().words) {
        if (!result.empty()) result += ' ';
        const std::string text = view.text_of(word.side, word.range);
        result += word.side == Side::before ? "[" + text + "]" : text;
    }
    return result;
}

const std::string harbour_before =
    "The harbour board voted on Tuesday to close the north pier.\n\nAnglers had asked for a delay.\n";
const std::string harbour_after =
    "The harbour board voted on Thursday to close the north pier.\n\nAnglers had asked for a delay, which "
    "the "
    "board refused.\n";

}  // namespace

TEST_CASE("inline, the old words stand struck before those that replaced them, and everything else once") {
    View view(compare({harbour_before, harbour_after}));
    REQUIRE(view.model.apply(command::SetPresentation{Presentation::inline_text}));
    CHECK(view.model.state().presentation == Presentation::inline_text);
    CHECK(shown(view) ==
          "The harbour board voted on [Tuesday] Thursday to close the north pier. Anglers had asked for a "
          "delay, which the board refused.");
    CHECK(view.marked(Side::before) == std::vector<std::string>{"Tuesday"});
    const std::vector<std::string> added = view.marked(Side::after);
    REQUIRE(added.size() >= 2);
    CHECK(added.front() == "Thursday");
}

TEST_CASE("inline, words that were only taken out stand where they stood") {
    View view(
        compare({"The board met on Tuesday in the old town hall of Hull.\n", "The board met on Tuesday.\n"}));
    view.model.apply(command::SetPresentation{Presentation::inline_text});
    const std::string text = shown(view);
    CHECK(text.find("Tuesday") != std::string::npos);
    CHECK(text.find("[in] [the] [old] [town] [hall] [of]") != std::string::npos);
}

TEST_CASE("inline, a paragraph that one version lacks is there once, marked as a whole") {
    View view(
        compare({"One stays here.\n\nTwo was cut from the story at noon.\n\nThree stays too.\n",
                 "One stays here.\n\nThree stays too.\n\nFour came late in the day, with a photograph.\n"}));
    view.model.apply(command::SetPresentation{Presentation::inline_text});
    CHECK(shown(view) ==
          "One stays here. [Two] [was] [cut] [from] [the] [story] [at] [noon.] Three stays too. Four came "
          "late in "
          "the day, with a photograph.");
}

TEST_CASE("inline, nothing of the later version is lost, and no word overlaps another") {
    for (const bool back : {false, true}) {
        std::vector<std::string> texts{unique_paragraphs(30, 40), unique_paragraphs(30, 40, 2)};
        texts[1].erase(200, 900);
        texts[1].insert(2000, "A new paragraph stands here now.\n\n");
        if (back) std::swap(texts[0], texts[1]);
        View view(compare(texts), 900, 100000);
        view.model.apply(command::SetPresentation{Presentation::inline_text});
        std::string after;
        const std::vector<viewer::WordBox> words = view.model.layout().words;
        for (const viewer::WordBox& word : words) {
            if (word.side != Side::after) continue;
            if (!after.empty()) after += ' ';
            after += view.text_of(Side::after, word.range);
        }
        std::string expected = texts[1];
        std::replace(expected.begin(), expected.end(), '\n', ' ');
        for (std::size_t at; (at = expected.find("  ")) != std::string::npos;) expected.erase(at, 1);
        while (expected.back() == ' ') expected.pop_back();
        CHECK(after == expected);
        for (std::size_t index = 1; index < words.size(); ++index) {
            const viewer::Rect& one = words[index - 1].rect;
            const viewer::Rect& two = words[index].rect;
            const bool apart = two.y >= one.bottom() || two.x >= one.right();
            CHECK(apart);
        }
    }
}

TEST_CASE("one version alone shows that version's words and marks only") {
    View view(compare({harbour_before, harbour_after}));
    view.model.apply(command::SetPresentation{Presentation::before_only});
    CHECK(shown(view).find("[Tuesday]") != std::string::npos);
    CHECK(view.words(Side::after).empty());
    CHECK(view.marked(Side::after).empty());
    CHECK(view.marked(Side::before).front() == "Tuesday");
    view.model.apply(command::SetPresentation{Presentation::after_only});
    CHECK(view.words(Side::before).empty());
    CHECK(view.marked(Side::after).front() == "Thursday");
}

TEST_CASE("every change can be reached and is in sight, in every shape") {
    const std::string before = unique_paragraphs(60, 30);
    View view(compare({before, unique_paragraphs(60, 30, 4)}));
    for (const Presentation shape : {Presentation::side_by_side, Presentation::inline_text,
                                     Presentation::before_only, Presentation::after_only}) {
        view.model.apply(command::SetPresentation{shape});
        view.model.apply(command::SelectChange{-1});
        view.model.apply(command::ScrollToStart{});
        const auto count = static_cast<std::int32_t>(view.model.changes().size());
        REQUIRE(count >= 10);
        for (std::int32_t change = 0; change < count; ++change) {
            view.model.apply(command::SelectChange{change});
            const auto marks = view.model.layout().marks;
            CHECK(std::any_of(marks.begin(), marks.end(), [&](const viewer::MarkBox& mark) {
                return mark.change == change && mark.current;
            }));
        }
    }
}

TEST_CASE("another shape keeps the paragraph on top") {
    View view(compare({unique_paragraphs(60, 60), unique_paragraphs(60, 60, 4)}));
    view.model.apply(command::ScrollTo{3000});
    const std::string top = view.words(Side::after).front();
    const auto paragraph = [](const std::string& word) {
        return std::stoi(word.substr(word.find_first_of("0123456789"))) / 60;
    };
    const int before = paragraph(top);
    view.model.apply(command::SetPresentation{Presentation::inline_text});
    CHECK(std::abs(paragraph(view.words(Side::after).front()) - before) <= 1);
    view.model.apply(command::SetPresentation{Presentation::side_by_side});
    CHECK(std::abs(paragraph(view.words(Side::after).front()) - before) <= 1);
}

TEST_CASE("a narrow window shows one text inline; turning leads to either version and to the next step") {
    View view(compare({harbour_before, harbour_after, harbour_after + "\nThe mayor agreed.\n"}), 390, 700);
    CHECK(view.model.state().presentation == Presentation::inline_text);
    CHECK(view.model.apply(command::TurnPage{-1}));
    CHECK(view.model.state().presentation == Presentation::before_only);
    CHECK_FALSE(view.model.apply(command::TurnPage{-1}));
    CHECK(view.model.apply(command::TurnPage{1}));
    CHECK(view.model.apply(command::TurnPage{1}));
    CHECK(view.model.state().presentation == Presentation::after_only);
    CHECK(view.model.apply(command::TurnPage{1}));
    CHECK(view.model.state().step == 1);
    CHECK(view.model.state().presentation == Presentation::inline_text);
    // Wide again: side by side, as before.
    view.model.resize({1200, 700}, {0, 0, 1200, 700});
    CHECK(view.model.state().presentation == Presentation::side_by_side);
}

TEST_CASE("the sides change places and nothing else changes") {
    View view(compare({harbour_before, harbour_after}));
    const float before = view.place(Side::before, "Tuesday").x;
    const float after = view.place(Side::after, "Thursday").x;
    REQUIRE(before < after);
    view.model.apply(command::SwapSides{});
    CHECK(view.model.state().mirrored);
    CHECK(view.place(Side::before, "Tuesday").x == after);
    CHECK(view.place(Side::after, "Thursday").x == before);
    // Ribbons lead to where the words are.
    for (const viewer::DrawLayer& layer : view.model.display_list().layers) {
        for (const viewer::DrawRibbon& ribbon : layer.ribbons) CHECK(ribbon.left < ribbon.right);
    }
}

TEST_CASE("of texts written from right to left the earlier version stands on the right") {
    View view(compare({"הנמל נסגר ביום שלישי בגלל הרוח.\n", "הנמל נסגר ביום חמישי בגלל הרוח.\n"}));
    CHECK(view.model.state().mirrored);
    CHECK(view.place(Side::before, "שלישי").x > view.place(Side::after, "חמישי").x);
}

TEST_CASE("hidden kinds and cosmetic changes are neither marked, listed, counted nor stopped at") {
    const std::string before =
        "The ship carried 14 people, he said.\n\nIt sank in the harbour mouth at dawn.\n";
    const std::string after =
        "The ship carried 41 people, he said.\n\nIt sank in the harbor mouth at dawn.\n";
    View view(compare({before, after}));
    const std::uint32_t all = view.model.state().change_count;
    REQUIRE(all == 2);
    REQUIRE(view.model.changes()[0].kind == engine::ChangeKind::figure);
    REQUIRE(view.model.changes()[1].significance == engine::Significance::cosmetic);

    viewer::ChangeFilter filter;
    filter.hide_cosmetic = true;
    view.model.apply(command::SelectChange{0});
    REQUIRE(view.model.apply(command::SetFilter{filter}));
    CHECK(view.model.state().change_count == 1);
    CHECK(view.model.state().hidden_count == 1);
    CHECK(view.model.state().change == 0);
    CHECK(view.marked(Side::after) == std::vector<std::string>{"41"});

    filter.hidden_kinds = viewer::kind_bit(engine::ChangeKind::figure);
    view.model.apply(command::SetFilter{filter});
    CHECK(view.model.state().change_count == 0);
    CHECK(view.model.state().change == -1);
    CHECK(view.marked(Side::after).empty());
    CHECK(view.marked(Side::before).empty());
    CHECK_FALSE(view.model.apply(command::NextChange{}));

    view.model.apply(command::SetFilter{{}});
    CHECK(view.model.state().change_count == all);
}

TEST_CASE("a hidden move is unmarked on both sides and counts as one hidden change") {
    const std::string one = "The mayor opened the bridge on Monday with a long speech about money.\n\n";
    const std::string two =
        "Schools stay closed for the rest of the week, the council said late on Sunday.\n\n";
    const std::string three = "Ferries run twice an hour until the new timetable begins in the spring.\n\n";
    View view(compare({one + two + three, two + three + one}));
    viewer::ChangeFilter filter;
    filter.hidden_kinds = viewer::kind_bit(engine::ChangeKind::move);
    view.model.apply(command::SetFilter{filter});
    CHECK(view.model.layout().marks.empty());
    CHECK(view.model.state().hidden_count == 1);
}

// ---------------------------------------------------------------- the timeline

namespace {

std::shared_ptr<const engine::Comparison> four_versions() {
    return compare(
        {"The ferry sank at dawn.\n\nTwo were hurt.\n", "The ferry sank at dawn.\n\nThree were hurt.\n",
         "The ferry sank at dawn.\n\nThree were hurt.\n\nThe captain was asleep, an officer said.\n",
         "The ferry sank at dawn.\n\nThe captain was asleep, an officer said.\n"});
}

}  // namespace

TEST_CASE("the timeline tells how much changed from each version to the next") {
    const View view(four_versions());
    const viewer::Timeline& timeline = view.model.timeline();
    REQUIRE(timeline.links.size() == 3);
    CHECK(timeline.links[0].substantive == 1);
    CHECK(timeline.links[1].share == 1.0F);
    CHECK(timeline.links[0].share < timeline.links[1].share);
    CHECK(timeline.links[0].share > 0);
}

TEST_CASE("any two versions can be chosen: what no step compares is asked for, and shown when it comes") {
    View view(four_versions());
    CHECK(view.model.apply(command::SelectPair{3, 2}));
    CHECK(view.model.state().step == 2);
    CHECK_FALSE(view.model.wanted_pair());
    REQUIRE(view.model.apply(command::SelectPair{0, 3}));
    REQUIRE(view.model.wanted_pair());
    CHECK(view.model.wanted_pair()->before == 0);
    CHECK(view.model.wanted_pair()->after == 3);
    const auto& documents = view.model.comparison()->documents;
    const auto pair = engine::compare({documents[0], documents[3]}, {}).comparison;
    CHECK_FALSE(view.model.add_step(*pair, {1, 3}));
    REQUIRE(view.model.add_step(*pair, {0, 3}));
    CHECK_FALSE(view.model.wanted_pair());
    CHECK(view.model.state().before == 0);
    CHECK(view.model.state().after == 3);
    CHECK(view.model.state().step_count == 4);
    CHECK(view.model.steps().back().text == "1 → 4");
    // It is there from now on.
    CHECK(view.model.apply(command::SelectPair{0, 1}));
    CHECK(view.model.apply(command::SelectPair{0, 3}));
    CHECK(view.model.state().after == 3);
    CHECK(view.model.apply(command::PreviousStep{}));
    CHECK(view.model.state().after == 3);
    CHECK(view.model.state().before == 2);
}

TEST_CASE(
    "of the sentence under the pointer it is told in which versions it stands, and where it was reworded") {
    View view(four_versions());
    using State = viewer::SentenceHistory::State;
    const viewer::Rect two = view.place(Side::before, "Two");
    const auto history = view.model.history_at(two.x + 2, two.y + 2);
    REQUIRE(history);
    CHECK(history->states ==
          std::vector<State>{State::present, State::reworded, State::present, State::absent});
    CHECK(history->fate == engine::Fate::removed);
    CHECK_FALSE(view.model.history_at(1, 1));
    view.model.apply(command::SelectChange{0});
    REQUIRE(view.model.history_of_selected());
    CHECK(view.model.history_of_selected()->last == 2);
}
