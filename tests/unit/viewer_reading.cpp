// Moving about: changes, scrolling, folds, moves, versions.
#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "unit/viewer_support.h"
#include "viewer/labels.h"

using namespace viewer_test;
using viewer::Side;
namespace command = viewer::command;

namespace {

constexpr float pane_header = 40;

/// 60 paragraphs, of which every sixth has one changed word.
std::shared_ptr<const engine::Comparison> long_comparison() {
    return compare({unique_paragraphs(60, 50), unique_paragraphs(60, 50, 6)});
}

}  // namespace

TEST_CASE("next walks through all changes in order and stops at the last; previous likewise") {
    View view(long_comparison());
    const auto count = static_cast<std::int32_t>(view.model.state().change_count);
    REQUIRE(count == 10);
    CHECK(view.model.position_label() == "10 changes");
    for (std::int32_t change = 0; change < count; ++change) {
        CHECK(view.model.apply(command::NextChange{}));
        CHECK(view.model.state().change == change);
    }
    CHECK(view.model.position_label() == "Change 10 of 10");
    view.model.apply(command::NextChange{});
    CHECK(view.model.state().change == count - 1);
    view.model.apply(command::PreviousChange{});
    CHECK(view.model.state().change == count - 2);
    view.model.apply(command::FirstChange{});
    CHECK(view.model.state().change == 0);
    view.model.apply(command::PreviousChange{});
    CHECK(view.model.state().change == 0);
    view.model.apply(command::LastChange{});
    CHECK(view.model.state().change == count - 1);
}

TEST_CASE("the selected change stands at about a third of the height, and is the only current one") {
    View view(long_comparison());
    for (std::int32_t change = 1; change < 8; ++change) {
        view.model.apply(command::SelectChange{change});
        int current = 0;
        for (const viewer::MarkBox& mark : view.model.layout().marks) {
            CHECK(mark.current == (mark.change == change));
            if (!mark.current) continue;
            ++current;
            CHECK(std::abs(mark.rect.y - pane_header - (800 - pane_header) / 3) < 30);
        }
        CHECK(current == 2);
    }
}

TEST_CASE("with none selected, next takes the first change below the top of the screen") {
    View view(long_comparison());
    view.model.apply(command::ScrollToShare{0.5});
    view.model.apply(command::NextChange{});
    CHECK(view.model.state().change > 2);
    CHECK(view.model.state().change < 8);
}

TEST_CASE("a glide arrives exactly where a jump does, and never overshoots") {
    View jumping(long_comparison());
    View gliding(long_comparison());
    gliding.model.set_reduced_motion(false);
    for (const std::int32_t change : {3, 4, 9, 0, 7}) {
        jumping.model.apply(command::SelectChange{change});
        gliding.model.apply(command::SelectChange{change});
        CHECK(!jumping.model.animating());
        int frames = 0;
        double last = -1;
        int turns = 0;
        double direction = 0;
        while (gliding.model.animating() && frames < 200) {
            gliding.model.advance(1.0 / 60);
            const double scroll = gliding.model.state().scroll;
            if (last >= 0 && std::abs(scroll - last) > 0.01) {
                const double now = scroll > last ? 1 : -1;
                if (direction != 0 && now != direction) ++turns;
                direction = now;
            }
            last = scroll;
            ++frames;
        }
        CHECK(frames > 3);
        CHECK(frames < 60);
        CHECK(turns == 0);
        const viewer::Layout one = jumping.model.layout();
        const viewer::Layout two = gliding.model.layout();
        REQUIRE(one.words.size() == two.words.size());
        CHECK(std::abs(one.words[0].rect.y - two.words[0].rect.y) < 1.01F);
    }
}

TEST_CASE("text on screen stays where it is when rows above it turn out higher than estimated") {
    View view(compare({unique_paragraphs(300, 40), unique_paragraphs(300, 40, 9)}));
    view.model.apply(command::ScrollToShare{0.5});
    const viewer::Layout before = view.model.layout();
    REQUIRE(!before.words.empty());
    // Up and down again over rows that were never measured.
    for (int step = 0; step < 40; ++step) view.model.apply(command::ScrollBy{-97, false});
    for (int step = 0; step < 40; ++step) view.model.apply(command::ScrollBy{97, false});
    const viewer::Layout after = view.model.layout();
    REQUIRE(before.words.size() == after.words.size());
    for (std::size_t index = 0; index < before.words.size(); ++index) {
        CHECK(before.words[index].range == after.words[index].range);
        CHECK(std::abs(before.words[index].rect.y - after.words[index].rect.y) < 0.6F);
    }
}

TEST_CASE("scrolling by a pixel moves the text by a pixel, everywhere, on both sides alike") {
    View view(long_comparison());
    for (int step = 0; step < 400; ++step) {
        const viewer::Layout before = view.model.layout();
        if (!view.model.apply(command::ScrollBy{7, false})) break;
        const viewer::Layout after = view.model.layout();
        for (const viewer::WordBox& word : after.words) {
            for (const viewer::WordBox& old : before.words) {
                if (old.side == word.side && old.range == word.range)
                    CHECK(old.rect.y - word.rect.y == doctest::Approx(7).epsilon(0.01));
            }
        }
    }
}

TEST_CASE("at either end the wheel is not used, so that the page around can scroll") {
    View view(long_comparison());
    CHECK(!view.model.apply(command::ScrollBy{-50, false}));
    CHECK(view.model.apply(command::ScrollBy{50, false}));
    view.model.apply(command::ScrollToEnd{});
    CHECK(!view.model.apply(command::ScrollBy{50, false}));
    CHECK(view.model.state().scroll == doctest::Approx(view.model.state().scroll_max));
    CHECK(view.model.apply(command::ScrollBy{-50, false}));
}

TEST_CASE("a text shorter than the screen does not scroll") {
    View view(compare({"One short paragraph.\n", "One brief paragraph.\n"}));
    CHECK(!view.model.apply(command::ScrollBy{50, false}));
    CHECK(!view.model.apply(command::ScrollToEnd{}));
    CHECK(view.model.state().scroll == 0);
    CHECK(view.model.state().scroll_max == 0);
}

TEST_CASE("the last line can be read: at the end it stands above the lower edge") {
    View view(long_comparison());
    view.model.apply(command::ScrollToEnd{});
    const viewer::Rect last = view.place(Side::after, "word2999.");
    CHECK(last.height > 0);
    CHECK(last.bottom() < 800);
}

TEST_CASE("resizing keeps the paragraph on top, and hiding and showing keeps everything") {
    View view(long_comparison());
    view.model.apply(command::ScrollToShare{0.4});
    const std::string top = view.words(Side::after).front();
    view.model.resize({0, 0}, {0, 0, 0, 0});
    CHECK(view.model.layout().words.empty());
    CHECK(view.model.display_list().layers.empty());
    view.model.resize({1200, 800}, {0, 0, 1200, 800});
    CHECK(view.words(Side::after).front() == top);
    view.model.resize({900, 800}, {0, 0, 900, 800});
    const std::string narrower = view.words(Side::after).front();
    // Within a paragraph of fifty words.
    CHECK(std::abs(std::stoi(narrower.substr(narrower.find_first_of("0123456789"))) -
                   std::stoi(top.substr(top.find_first_of("0123456789")))) < 50);
}

TEST_CASE(
    "folding leaves one paragraph of context beside each change, says what it hides, and a click opens it") {
    View view(long_comparison(), 1200, 3000);
    CHECK(view.model.foldable());
    CHECK(view.model.apply(command::ToggleFolded{}));
    CHECK(view.model.state().folded);
    // Paragraph 3 has the first change: 2 and 4 are its context, 0 and 1 are folded.
    CHECK(view.place(Side::after, "word0").height == 0);
    CHECK(view.place(Side::after, "word50").height == 0);
    CHECK(view.place(Side::after, "word100").height > 0);
    CHECK(view.place(Side::after, "word150").height > 0);
    CHECK(view.place(Side::after, "word200").height > 0);
    bool said = false;
    for (const viewer::DrawText& run : view.model.display_list().layers[0].texts) {
        said = said || run.text == "2 unchanged paragraphs, 100 words";
    }
    CHECK(said);
    viewer::Rect bar;
    for (const viewer::HitRegion& region : view.model.display_list().regions) {
        if (region.hit.kind == viewer::Hit::Kind::fold && region.hit.row == 0) bar = region.rect;
    }
    REQUIRE(bar.height > 0);
    CHECK(view.model.apply(command::ClickAt{bar.x + bar.width / 2, bar.y + bar.height / 2}));
    CHECK(view.place(Side::after, "word0").height > 0);
    CHECK(view.model.state().folded);
    CHECK(view.model.apply(command::ToggleFolded{}));
    CHECK(!view.model.state().folded);
}

TEST_CASE("the selected change stays where it is when the rest is folded and unfolded") {
    View view(long_comparison());
    view.model.apply(command::SelectChange{5});
    const auto place = [&] {
        for (const viewer::MarkBox& mark : view.model.layout().marks) {
            if (mark.current) return mark.rect.y;
        }
        return -1.0F;
    };
    const float before = place();
    REQUIRE(before > 0);
    view.model.apply(command::ToggleFolded{});
    CHECK(std::abs(place() - before) < 1.5F);
    view.model.apply(command::ToggleFolded{});
    CHECK(std::abs(place() - before) < 1.5F);
}

TEST_CASE("every change can be reached while folded") {
    View view(long_comparison());
    view.model.apply(command::ToggleFolded{});
    for (std::int32_t change = 0; change < 10; ++change) {
        view.model.apply(command::SelectChange{change});
        bool seen = false;
        for (const viewer::MarkBox& mark : view.model.layout().marks) seen = seen || mark.current;
        CHECK(seen);
    }
}

TEST_CASE("a click on a moved passage shows its other end; the same again leads back") {
    const std::string moved =
        "Long Pier, built to land herring in 1894, reopened last summer after a careful restoration.\n\n";
    View view(compare({moved + unique_paragraphs(40, 50), unique_paragraphs(40, 50) + moved}));
    viewer::MarkBox start;
    for (const viewer::MarkBox& mark : view.model.layout().marks) {
        if (mark.kind == viewer::MarkKind::moved && mark.side == Side::before) start = mark;
    }
    REQUIRE(start.rect.height > 0);
    const viewer::Hit hit = view.model.hit(start.rect.x + 5, start.rect.y + 5);
    CHECK(hit.kind == viewer::Hit::Kind::mark);
    CHECK(hit.move == 0);
    CHECK(view.model.apply(command::ClickAt{start.rect.x + 5, start.rect.y + 5}));
    CHECK(view.place(Side::before, "herring").height == 0);
    CHECK(view.place(Side::after, "herring").height > 0);
    CHECK(view.model.state().change >= 0);
    CHECK(view.model.apply(command::JumpToOtherEnd{}));
    CHECK(view.place(Side::before, "herring").height > 0);
    CHECK(view.place(Side::after, "herring").height == 0);
}

TEST_CASE("a click on a changed word selects the change and leaves the text where it is") {
    View view(long_comparison());
    view.model.apply(command::ScrollBy{120, false});
    const viewer::Layout before = view.model.layout();
    REQUIRE(!before.marks.empty());
    const viewer::MarkBox mark = before.marks.front();
    CHECK(view.model.apply(command::ClickAt{mark.rect.x + 3, mark.rect.y + 3}));
    CHECK(view.model.state().change == mark.change);
    CHECK(view.model.layout().words.front().rect.y == before.words.front().rect.y);
}

TEST_CASE("ribbons join changed paragraphs and moves, and nothing that stayed the same") {
    View same(compare({unique_paragraphs(4, 30), unique_paragraphs(4, 30)}));
    CHECK(same.model.display_list().layers[0].ribbons.empty());
    View changed(compare({unique_paragraphs(6, 30), unique_paragraphs(6, 30, 6)}));
    const auto& ribbons = changed.model.display_list().layers[0].ribbons;
    REQUIRE(ribbons.size() == 1);
    CHECK(ribbons[0].left < ribbons[0].right);
    CHECK(ribbons[0].left_bottom > ribbons[0].left_top);
    const viewer::Rect word = changed.place(Side::after, "new105");
    REQUIRE(word.height > 0);
    CHECK(ribbons[0].right_top <= word.y);
    CHECK(ribbons[0].right_bottom >= word.bottom());
}

TEST_CASE("the overview shows every change where it stands, and a click on it goes there") {
    View view(long_comparison());
    const viewer::Overview overview = view.model.overview();
    CHECK(overview.marks.size() == 20);
    CHECK(overview.view_begin == 0);
    CHECK(overview.view_end < 0.5F);
    float last = 0;
    for (const viewer::OverviewMark& mark : overview.marks) {
        if (mark.side != Side::after) continue;
        CHECK(mark.begin >= last);
        CHECK(mark.end <= 1);
        last = mark.begin;
    }
    const float target = overview.marks.back().begin;
    view.model.apply(
        command::ClickAt{overview.strip.x + 5, overview.strip.y + target * overview.strip.height});
    const viewer::Overview there = view.model.overview();
    CHECK(there.view_begin <= target);
    CHECK(there.view_end >= target);
}

TEST_CASE("all pairs of versions can be shown, the first against the last as well") {
    View view(compare(
        {"One red house stood there.\n", "One green house stood there.\n", "One blue house stood there.\n"},
        true));
    REQUIRE(view.model.steps().size() == 3);
    CHECK(view.model.steps()[0].text == "1 → 2");
    CHECK(view.model.steps()[2].text == "1 → 3");
    CHECK(view.marked(Side::after) == std::vector<std::string>{"green"});
    CHECK(view.model.apply(command::NextStep{}));
    CHECK(view.marked(Side::before) == std::vector<std::string>{"green"});
    CHECK(view.model.apply(command::SelectStep{2}));
    CHECK(view.model.state().before == 0);
    CHECK(view.model.state().after == 2);
    CHECK(view.marked(Side::before) == std::vector<std::string>{"red"});
    CHECK(view.marked(Side::after) == std::vector<std::string>{"blue"});
    CHECK(!view.model.apply(command::NextStep{}));
    CHECK(!view.model.apply(command::SelectStep{7}));
}

TEST_CASE("two equal texts have no changes, and say so") {
    View view(compare({unique_paragraphs(5, 20), unique_paragraphs(5, 20)}));
    CHECK(view.model.position_label() == "No changes");
    CHECK(view.model.layout().marks.empty());
    CHECK(!view.model.apply(command::NextChange{}));
}

TEST_CASE("the change list says in words what changed") {
    View view(compare({"At least 14 people were hurt in the crash on Monday, police said.\n",
                       "At least 41 people were hurt in the crash on Monday, police said.\n"}));
    REQUIRE(view.model.changes().size() == 1);
    CHECK(view.model.changes()[0].kind_name == "Figure");
    CHECK(view.model.changes()[0].before == "14");
    CHECK(view.model.changes()[0].after == "41");
}

TEST_CASE("dates are shown as they were written, without a time zone's shift") {
    CHECK(viewer::Strings().date("2026-03-04T06:12:00Z") == "4 Mar 2026, 06:12");
    CHECK(viewer::Strings().date("2026-03-04T23:59:59+09:00") == "4 Mar 2026, 23:59");
    CHECK(viewer::Strings().date("2026-12-31") == "31 Dec 2026");
    CHECK(viewer::Strings().date("last Tuesday") == "last Tuesday");
    CHECK(viewer::Strings().date("2026-13-01") == "2026-13-01");
    CHECK(viewer::Strings().date("") == "");
}

TEST_CASE("an excerpt is cut between characters and says that it was") {
    CHECK(viewer::excerpt("one  two\nthree", 40) == "one two three");
    CHECK(viewer::excerpt("日本語の文章", 4) == "日本語の…");
    CHECK(viewer::excerpt("abcdef", 6) == "abcdef");
    CHECK(viewer::excerpt("", 6).empty());
}

TEST_CASE("100,000 words: only what is on screen is measured") {
    // 2,000 paragraphs of 50 different words on each side.
    const auto comparison = compare({unique_paragraphs(2000, 50), unique_paragraphs(2000, 50, 10)});
    REQUIRE(comparison->steps[0].changes.size() == 200);
    View view(comparison);
    static_cast<void>(view.model.display_list());
    const std::size_t on_screen = view.model.layout().words.size();
    CHECK(on_screen > 300);
    CHECK(view.measurer.measured < 2 * on_screen + 200);

    // A screenful scrolled in small steps measures about a screenful.
    view.measurer.measured = 0;
    for (int step = 0; step < 76; ++step) {
        view.model.apply(command::ScrollBy{10, false});
        static_cast<void>(view.model.display_list());
    }
    CHECK(view.measurer.measured < 2 * on_screen + 200);

    // Anything already seen costs nothing.
    view.measurer.measured = 0;
    for (int step = 0; step < 76; ++step) {
        view.model.apply(command::ScrollBy{-10, false});
        static_cast<void>(view.model.display_list());
    }
    CHECK(view.measurer.measured == 0);

    // A jump to any change measures what it shows, not what lies between.
    for (const std::int32_t change : {199, 3, 100}) {
        view.measurer.measured = 0;
        view.model.apply(command::SelectChange{change});
        static_cast<void>(view.model.display_list());
        CHECK(view.measurer.measured < 4 * on_screen + 200);
    }
    view.measurer.measured = 0;
    view.model.apply(command::ScrollToEnd{});
    static_cast<void>(view.model.display_list());
    CHECK(view.measurer.measured < 4 * on_screen + 200);
    view.measurer.measured = 0;
    view.model.apply(command::ScrollToShare{0.31});
    static_cast<void>(view.model.display_list());
    CHECK(view.measurer.measured < 4 * on_screen + 200);
}

TEST_CASE("one paragraph of a megabyte without a space is laid out in reasonable work") {
    const std::string text(1 << 20, 'x');
    View view(compare({text + "a", text + "b"}));
    static_cast<void>(view.model.display_list());
    CHECK(view.model.layout().words.size() > 10);
}

TEST_CASE(
    "whatever is pressed and however the window is dragged, the place stays valid and both sides show") {
    std::mt19937 random(11);
    const auto pick = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    const std::string moved =
        "Long Pier, built to land herring in 1894, reopened last summer after a careful restoration.\n\n";
    View view(compare({moved + unique_paragraphs(50, 30), unique_paragraphs(50, 30, 6) + moved,
                       unique_paragraphs(20, 30, 3)},
                      true));
    view.model.set_reduced_motion(false);
    for (int round = 0; round < 3000; ++round) {
        const auto x = static_cast<float>(pick(1200));
        const auto y = static_cast<float>(pick(800));
        switch (pick(20)) {
            case 0: view.model.apply(command::NextChange{}); break;
            case 1: view.model.apply(command::PreviousChange{}); break;
            case 2:
                view.model.apply(command::ScrollBy{static_cast<double>(pick(4000) - 2000), pick(2) == 0});
                break;
            case 3: view.model.apply(command::ScrollByPages{static_cast<double>(pick(5) - 2)}); break;
            case 4: view.model.apply(command::ScrollToEnd{}); break;
            case 5: view.model.apply(command::ScrollToStart{}); break;
            case 6: view.model.apply(command::ToggleFolded{}); break;
            case 7: view.model.apply(command::ClickAt{x, y}); break;
            case 8: view.model.apply(command::JumpToOtherEnd{}); break;
            case 9: view.model.apply(command::ToggleList{}); break;
            case 10:
                view.model.apply(pick(2) == 0 ? viewer::Command(command::NextStep{})
                                              : viewer::Command(command::PreviousStep{}));
                break;
            case 11: view.model.apply(command::SelectChange{pick(60) - 5}); break;
            case 12: view.model.apply(command::ScrollToShare{pick(120) / 100.0 - 0.1}); break;
            case 13: view.model.apply(command::ScrollTo{static_cast<double>(pick(90000) - 10000)}); break;
            case 14: view.model.apply(command::OpenFold{static_cast<std::uint32_t>(pick(80))}); break;
            case 15:
                view.model.resize({x + 50, y + 50}, {0, 0, x + 50, y + 50},
                                  1 + static_cast<float>(pick(4)) / 2);
                break;
            case 16: view.model.resize({0, 0}, {}); break;
            default: view.model.advance(0.03); break;
        }
        const viewer::ViewState state = view.model.state();
        CHECK(state.scroll >= 0);
        CHECK(state.scroll <= state.scroll_max + 0.5);
        CHECK(state.change < static_cast<std::int32_t>(state.change_count));
        static_cast<void>(view.model.display_list());
        for (const viewer::WordBox& word : view.model.layout().words) CHECK(std::isfinite(word.rect.y));
        static_cast<void>(view.model.hit(x, y));
    }
    view.model.resize({1200, 800}, {0, 0, 1200, 800});
    CHECK(!view.model.layout().words.empty());
}

// ---------------------------------------------------------------- what it amounts to

namespace {

/// A passage of three sentences that moves behind the others, with a figure changed inside it.
std::shared_ptr<const engine::Comparison> moved_passage() {
    const std::string rest =
        "The council met on Tuesday evening in the old town hall.\n\n"
        "Several residents asked about the broken bridge near the mill.\n\n"
        "The mayor promised a written answer before the end of the month.\n\n";
    const auto passage = [](const std::string& figure) {
        return "Firefighters reached the burning warehouse shortly after midnight. They found " + figure +
               " workers on the roof and brought them down by ladder. Nobody was seriously injured, said the "
               "brigade's commander.\n\n";
    };
    return compare(
        {"Fire at the harbour\n\n" + passage("14") + rest, "Fire at the harbour\n\n" + rest + passage("41")});
}

}  // namespace

TEST_CASE("a moved passage is one stop and one item of the list; an edit inside it is another") {
    const auto comparison = moved_passage();
    const engine::Step& step = comparison->steps[0];
    REQUIRE(step.moves.size() == 1);
    std::size_t sentences = 0;
    for (const engine::Change& change : step.changes)
        sentences += change.move == 0 && change.kind == engine::ChangeKind::move;
    REQUIRE(sentences > 1);
    View view(comparison);
    const std::vector<viewer::ChangeEntry>& entries = view.model.changes();
    REQUIRE(entries.size() == step.changes.size() - sentences + 1);
    CHECK(view.model.state().change_count == entries.size());
    CHECK(view.model.position_label() == std::to_string(entries.size()) + " changes");
    std::int32_t move = -1;
    for (const viewer::ChangeEntry& entry : entries) {
        CHECK(&entry == &entries[static_cast<std::size_t>(entry.change)]);
        CHECK(step.changes[static_cast<std::size_t>(entry.first)].kind == entry.kind);
        if (entry.kind != engine::ChangeKind::move) continue;
        CHECK(move < 0);
        move = entry.change;
        // The list shows the passage from its beginning.
        CHECK(entry.after.starts_with("Firefighters reached"));
        CHECK(entry.after.find("They found") != std::string::npos);
    }
    REQUIRE(move >= 0);
    // All of the passage is current when it is selected, and the edit inside it is not.
    view.model.apply(command::SelectChange{move});
    bool edited = false;
    for (const viewer::MarkBox& mark : view.model.layout().marks) {
        CHECK(mark.current == (mark.change == move));
        CHECK((mark.kind == viewer::MarkKind::moved) == (mark.change == move));
        edited = edited || view.text_of(mark.side, mark.range) == "41";
    }
    CHECK(edited);
    CHECK(view.model.state().summary.moves == 1);
    CHECK(view.model.state().summary.substantive == 1);
}

TEST_CASE("the summary says what matters, and whether a note owns up to it") {
    const std::string old = "Fire at the mill\n\nThe fire hurt 14 people.\n\nThe mill is closed.";
    View silent(compare({old, "Fire at the mill\n\nThe fire hurt 41 people.\n\nThe mill is closed."}));
    CHECK(silent.model.summary_label() == "1 substantive, no correction note");
    CHECK(silent.model.summary_lines() == std::vector<std::string>{"1 substantive", "No correction note"});
    View honest(
        compare({old,
                 "Fire at the mill\n\nThe fire hurt 41 people.\n\nThe mill is closed.\n\n"
                 "Correction: an earlier version of this article misstated the number of people hurt."}));
    CHECK(honest.model.state().summary.correction_note);
    CHECK(honest.model.summary_label().ends_with(" substantive, with a correction note"));
    View cosmetic(compare({"He said \"no\" to it.", "He said \u201cno\u201d to it."}));
    CHECK(cosmetic.model.state().summary.substantive == 0);
    CHECK(cosmetic.model.summary_label() == "none substantive");
    for (const viewer::MarkBox& mark : cosmetic.model.layout().marks)
        CHECK(mark.kind == viewer::MarkKind::cosmetic);
}

TEST_CASE("texts that differ in white space alone are not said to be the same") {
    for (const auto& [one, two] : {std::pair{"One line.\n\nAnother.\n", "One line.\r\n\r\nAnother.\r\n"},
                                   std::pair{"One line.\n\nAnother.", "One line.\n\n\nAnother.\n\n"}}) {
        View view(compare({one, two}));
        CHECK(view.model.state().change_count == 0);
        CHECK(view.model.position_label() == "No changes");
        CHECK(view.model.summary_label() == "only spaces, line breaks or mark-up differ");
        CHECK(view.model.no_changes_sentence() == "Only spaces, line breaks or mark-up differ.");
    }
    View same(compare({"One line.", "One line."}));
    CHECK(same.model.summary_label().empty());
    CHECK(same.model.no_changes_sentence() == "These versions do not differ.");
}

TEST_CASE("an empty text stands beside what was added") {
    for (const auto& comparison :
         {compare({"", "All of this is new.\n\nAnd this."}), compare({"It is gone.", ""})}) {
        View view(comparison);
        CHECK(view.model.state().shown);
        CHECK(view.model.state().change_count >= 1);
        CHECK(!view.model.layout().marks.empty());
        view.model.apply(command::NextChange{});
        CHECK(view.model.state().change == 0);
    }
}
