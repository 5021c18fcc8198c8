// Finding words in the texts on screen.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "unit/viewer_coverage_support.h"
#include "unit/viewer_support.h"
#include "viewer/search.h"

using namespace viewer_test;
using viewer::Side;
namespace command = viewer::command;

namespace {

/// What is framed as the current match, or filled as one of the others.
std::size_t fills(View& view, viewer::ColorRole role) {
    const std::vector<viewer::DrawRect>& rects = view.model.display_list().layers[0].rects;
    return static_cast<std::size_t>(std::count_if(
        rects.begin(), rects.end(), [&](const viewer::DrawRect& rect) { return rect.color == role; }));
}

/// One text that is all there is on screen.
class OneText final : public viewer::ShownText {
public:
    explicit OneText(std::string text) {
        document_.text = std::move(text);
        blocks_.document = &document_;
        viewer::Block block;
        block.range = {0, static_cast<std::uint32_t>(document_.text.size())};
        blocks_.blocks = {block};
    }
    const viewer::SideBlocks* blocks(Side side) const override {
        return side == Side::before ? &blocks_ : nullptr;
    }
    bool readable(Side, std::uint32_t) const override { return true; }
    viewer::ShownKey key() const override { return {}; }
    std::vector<viewer::ShownBlock> on_screen() override { return {}; }
    viewer::Rect view() const override { return {}; }
    viewer::Rect strip() const override { return {}; }
    std::optional<Side> side_at(float, float) override { return Side::before; }
    std::uint64_t order(Side, std::uint32_t block) const override { return block; }
    float share(Side, std::uint32_t, std::uint32_t) override { return 0; }
    bool reveal(Side, std::uint32_t) override { return false; }
    bool scroll(Side, double) override { return false; }
    viewer::SelectedText source_of(Side, text::Range) const override { return {}; }
    std::optional<Stretch> shown_from(const viewer::SelectedText&) const override { return std::nullopt; }

    [[nodiscard]] std::vector<std::string> found(std::string_view query) const {
        viewer::SearchFolding folding;
        std::vector<std::string> result;
        for (const viewer::SearchMatch& match : find_matches(*this, query, folding))
            result.emplace_back(document_.slice(match.range));
        return result;
    }

private:
    engine::Document document_;
    viewer::SideBlocks blocks_;
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("what is looked for is found whatever its case and accents, and exactly there") {
    CHECK(OneText("Die Straße, die STRASSE.").found("strasse") == Found{"Straße", "STRASSE"});
    CHECK(OneText("A straße").found("Straße") == Found{"straße"});
    CHECK(OneText("His résumé, re\u0301sume\u0301 and Resume.").found("resume") ==
          Found{"résumé", "re\u0301sume\u0301", "Resume"});
    CHECK(OneText("resume").found("RÉSUMÉ") == Found{"resume"});
    CHECK(OneText("Łódź, København").found("lodz") == Found{"Łódź"});
    CHECK(OneText("Łódź, København").found("kobenhavn") == Found{"København"});
    CHECK(OneText("Ёлка и елка").found("елка") == Found{"Ёлка", "елка"});
    CHECK(OneText("Ἀθῆναι").found("αθηναι") == Found{"Ἀθῆναι"});
    CHECK(OneText("İstanbul ISPARTA").found("istanbul") == Found{"İstanbul"});
}

TEST_CASE("points of Arabic and Hebrew do not matter; vowel signs of Hindi and Thai do") {
    CHECK(OneText("قال مُحَمَّدٌ ذلك").found("محمد") == Found{"مُحَمَّدٌ"});
    CHECK(OneText("أحمد").found("احمد") == Found{"أحمد"});
    CHECK(OneText("שָׁלוֹם").found("שלום") == Found{"שָׁלוֹם"});
    CHECK(OneText("कि कु").found("कि") == Found{"कि"});
    CHECK(OneText("ที่ ทุ").found("ทุ") == Found{"ทุ"});
    CHECK(OneText("각 가").found("가") == Found{"가"});
    CHECK(OneText("が か").found("か").size() == 2);
}

TEST_CASE("typography and white space are forgiven") {
    CHECK(OneText("“It’s over”, she said").found("\"it's over\"") == Found{"“It’s over”"});
    CHECK(OneText("1914–1918").found("1914-1918") == Found{"1914–1918"});
    CHECK(OneText("new\n  wording").found("new wording") == Found{"new\n  wording"});
    CHECK(OneText("10\u00A0000").found("10 000") == Found{"10\u00A0000"});
    CHECK(OneText("co\u00ADoperate").found("cooperate") == Found{"co\u00ADoperate"});
    CHECK(OneText("wait… what").found("wait...") == Found{"wait…"});
    CHECK(OneText("a b c").found(" ").empty());
    CHECK(OneText("a b c").found("").empty());
}

TEST_CASE("a match never begins or ends inside a character, and none overlap") {
    CHECK(OneText("Straße").found("s") == Found{"S", "ß"});
    CHECK(OneText("aaaa").found("aa") == Found{"aa", "aa"});
    CHECK(OneText("日本語と日本").found("日本") == Found{"日本", "日本"});
}

TEST_CASE("long paragraphs are searched in pieces without losing what lies across their borders") {
    for (std::size_t length = 8160; length < 8200; ++length) {
        const std::string lead(length, 'x');
        CHECK(OneText(lead + "Straße " + lead).found("strasse") == Found{"Straße"});
        CHECK(OneText(lead + "  needle " + lead).found(" needle") == Found{"  needle"});
    }
}

TEST_CASE("both panes are searched, in the order in which they are read, and the count goes round") {
    View view(compare({"Fire at the mill.\n\nThe old mill stood.\n\nNo mill was hurt.",
                       "Fire at the mill.\n\nThe new mill stood.\n\nNo mill was hurt."}));
    view.model.apply(command::Find{"mill"});
    viewer::SearchState state = view.model.search();
    CHECK(state.count == 6);
    CHECK(state.current == 0);
    CHECK(fills(view, viewer::ColorRole::match_current) == 1);
    CHECK(fills(view, viewer::ColorRole::match) == 5);
    view.model.apply(command::FindPrevious{});
    CHECK(view.model.search().current == 5);
    view.model.apply(command::FindNext{});
    CHECK(view.model.search().current == 0);
    view.model.apply(command::Find{"new"});
    state = view.model.search();
    CHECK(state.count == 1);
    CHECK(state.query == "new");
    view.model.apply(command::Find{"nothing such"});
    CHECK(view.model.search().count == 0);
    CHECK(view.model.search().current == -1);
    CHECK_FALSE(view.model.apply(command::FindNext{}));
    CHECK(view.model.apply(command::CloseFind{}));
    CHECK_FALSE(view.model.search().open);
    CHECK(fills(view, viewer::ColorRole::match) == 0);
}

TEST_CASE("the current match is framed, not only coloured, and every match has a tick on the overview") {
    View view(compare({"One mill here.\n\nTwo mills there.", "One mill here.\n\nTwo mills there now."}));
    view.model.apply(command::Find{"mill"});
    const viewer::DisplayList& list = view.model.display_list();
    const auto frame = std::count_if(
        list.layers[0].lines.begin(), list.layers[0].lines.end(), [](const viewer::DrawLine& line) {
            return line.color == viewer::ColorRole::match_line && line.thickness >= 2;
        });
    CHECK(frame == 4);
    std::size_t ticks = 0;
    for (const viewer::DrawRect& rect : list.layers[1].rects)
        ticks += rect.color == viewer::ColorRole::strip_match ? 1 : 0;
    // Two lines, each on both sides, level or nearly.
    CHECK(ticks >= 2);
    CHECK(ticks <= 4);
}

TEST_CASE("next goes to matches far away and into folds") {
    std::string text = unique_paragraphs(60, 40);
    const std::size_t at = text.find("word2010 ");
    text.insert(at, "needle ");
    View view(compare({text, text + "Changed."}));
    view.model.apply(command::SetFolded{true});
    CHECK(view.place(Side::after, "needle").height == 0);
    view.model.apply(command::Find{"needle"});
    CHECK(view.model.search().count == 2);
    const viewer::Rect place = view.place(Side::before, "needle");
    CHECK(place.height > 0);
    CHECK(place.y > 100);
    CHECK(place.y < 500);
    // The other pane's match stands beside it: the screen stays.
    const double scroll = view.model.state().scroll;
    view.model.apply(command::FindNext{});
    CHECK(view.model.state().scroll == scroll);
}

TEST_CASE("typing on keeps the match that was found, and a search begins on screen") {
    const std::string text = "hall.\n\n" + unique_paragraphs(60, 40) + "A hall.\n\nA harbour and a hall.";
    View view(compare({text, text + " More."}));
    view.model.apply(command::ScrollToEnd{});
    view.model.apply(command::Find{"ha"});
    const std::int32_t first = view.model.search().current;
    CHECK(first > 0);
    view.model.apply(command::Find{"hal"});
    view.model.apply(command::Find{"hall"});
    CHECK(view.model.search().current == first);
    CHECK(view.model.state().scroll > 1000);
}

TEST_CASE("another pair of versions is searched for the same") {
    View view(compare({"One bridge.", "One bridge, two bridges.", "No crossing."}));
    view.model.apply(command::Find{"bridge"});
    CHECK(view.model.search().count == 3);
    view.model.apply(command::NextStep{});
    CHECK(view.model.search().count == 2);
    CHECK(view.model.search().query == "bridge");
}

TEST_CASE("in one column what stands there once is counted once") {
    const auto comparison = compare({"Same mill.\n\nThe old mill.", "Same mill.\n\nThe new mill."});
    View view(comparison, 400, 700);
    view.model.apply(command::Find{"mill"});
    CHECK(view.model.search().count == 2);
    view.model.resize({1200, 800}, {0, 0, 1200, 800});
    CHECK(view.model.search().count == 4);
}

TEST_CASE("of outlets the names that are hidden are not found") {
    CoverageScreen screen(four_outlets());
    screen.model.apply(command::Find{"writer"});
    CHECK(screen.model.search().count == 2);
    screen.model.apply(command::SetBlind{true});
    CHECK(screen.model.search().count == 0);
    screen.model.apply(command::Find{"C2 tells"});
    CHECK(screen.model.search().count == 0);
    screen.model.apply(command::SelectOutlet{Side::after, 2});
    CHECK(screen.model.search().count == 1);
    // In one column the outlet that has it is turned to.
    screen.place(400, 700);
    screen.model.resize({400, 700}, {0, 0, 400, 700}, 1, {});
    screen.model.apply(command::TurnSide{});
    REQUIRE(screen.model.state().side == Side::before);
    screen.model.apply(command::FindNext{});
    CHECK(screen.model.state().side == Side::after);
}

TEST_CASE("a million words are searched in well under a tenth of a second") {
    std::string text;
    while (text.size() < 6000000)
        text += "The council met on Tuesday evening, and Zoë’s brother said little. ";
    const OneText shown(std::move(text));
    viewer::SearchFolding folding;
    auto best = std::chrono::steady_clock::duration::max();
    for (int round = 0; round < 3; ++round) {
        const auto start = std::chrono::steady_clock::now();
        CHECK(find_matches(shown, "tuesday morning", folding).empty());
        best = std::min(best, std::chrono::steady_clock::now() - start);
    }
    MESSAGE("a million words: ", std::chrono::duration<double, std::milli>(best).count(), " ms");
    // Generous: the machine that tests may be busy, and may be watched by sanitizers.
    CHECK(best < std::chrono::milliseconds(1000));
    CHECK(find_matches(shown, "e", folding).size() == viewer::most_matches);
}
