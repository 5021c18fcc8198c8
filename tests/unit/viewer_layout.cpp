// Rows, lines and marks: what stands where.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "unit/viewer_support.h"
#include "viewer/lines.h"
#include "viewer/unicode_segmenter.h"

using namespace viewer_test;
using viewer::MarkKind;
using viewer::Side;

namespace {

const std::string first_paragraph =
    "The ferry struck the pier in thick fog on Wednesday morning, the coastguard said.";
const std::string second_paragraph =
    "Passengers described a long grinding noise and then a jolt near the gangway.";
const std::string third_paragraph =
    "The pier is closed until engineers have looked at every one of its iron piles.";
const std::string fourth_paragraph =
    "Tern Line, which has run the crossing for decades, offered every passenger a refund.";

std::string article(const std::vector<std::string>& paragraphs) {
    std::string result;
    for (const std::string& paragraph : paragraphs) result += paragraph + "\n\n";
    return result;
}

/// The document's text with all ASCII white space left out.
std::string squeezed(std::string_view text) {
    std::string result;
    for (const char sign : text) {
        if (sign != ' ' && sign != '\n') result += sign;
    }
    return result;
}

}  // namespace

TEST_CASE("paragraphs that correspond stand level") {
    const View view(compare({article({first_paragraph, second_paragraph, third_paragraph}),
                             article({first_paragraph, second_paragraph, third_paragraph})}));
    for (const char* word : {"ferry", "Passengers", "engineers"}) {
        CHECK(view.place(Side::before, word).height > 0);
        CHECK(view.place(Side::before, word).y == view.place(Side::after, word).y);
    }
    CHECK(view.place(Side::before, "ferry").x < view.place(Side::after, "ferry").x);
}

TEST_CASE("a removed paragraph leaves its place empty, and what follows stands level again") {
    const View view(compare({article({first_paragraph, second_paragraph, third_paragraph, fourth_paragraph}),
                             article({first_paragraph, third_paragraph, fourth_paragraph})}));
    CHECK(view.place(Side::after, "grinding").height == 0);
    const float gone = view.place(Side::before, "grinding").y;
    CHECK(gone > view.place(Side::after, "ferry").y);
    CHECK(gone < view.place(Side::after, "engineers").y);
    CHECK(view.place(Side::before, "engineers").y == view.place(Side::after, "engineers").y);
    REQUIRE(view.model.layout().marks.size() > 0);
    CHECK(view.model.layout().marks.front().kind == MarkKind::removed);
}

TEST_CASE("the two halves of a split paragraph stand beside the whole, and what follows stands level") {
    const View view(
        compare({article({first_paragraph, second_paragraph + " " + third_paragraph, fourth_paragraph}),
                 article({first_paragraph, second_paragraph, third_paragraph, fourth_paragraph})}));
    CHECK(view.place(Side::before, "Passengers").y == view.place(Side::after, "Passengers").y);
    CHECK(view.place(Side::before, "engineers").y < view.place(Side::after, "engineers").y);
    CHECK(view.place(Side::before, "refund.").y == view.place(Side::after, "refund.").y);
}

TEST_CASE("changed words are marked on both sides, and nothing else is") {
    const View view(compare(
        {article({first_paragraph, "At least 14 people were hurt, the hospital said on Thursday."}),
         article({first_paragraph, "At least 41 people were hurt, the hospital said on Thursday."})}));
    CHECK(view.marked(Side::before) == std::vector<std::string>{"14"});
    CHECK(view.marked(Side::after) == std::vector<std::string>{"41"});
    const viewer::Layout layout = view.model.layout();
    for (const viewer::MarkBox& mark : layout.marks) {
        CHECK(mark.kind == MarkKind::changed);
        const viewer::Rect word = view.place(mark.side, view.text_of(mark.side, mark.range));
        CHECK(mark.rect.x <= word.x);
        CHECK(mark.rect.right() >= word.right());
        CHECK(mark.rect.y >= word.y);
        CHECK(mark.rect.bottom() <= word.bottom());
    }
}

TEST_CASE("neighbouring marked words are one box with the spaces between them") {
    const View view(
        compare({article({"The mayor said on Tuesday that the bridge would open in spring."}),
                 article({"The mayor said on Tuesday that the old stone bridge would open in spring."})}));
    const viewer::Layout layout = view.model.layout();
    REQUIRE(layout.marks.size() == 1);
    CHECK(view.text_of(Side::after, layout.marks[0].range) == "old stone");
    CHECK(layout.marks[0].rect.width >= 9 * 8);
}

TEST_CASE("a mark that runs over the end of a line is one box a line") {
    const View view(
        compare({article({first_paragraph, fourth_paragraph}),
                 article({first_paragraph, second_paragraph + " " + third_paragraph, fourth_paragraph})}));
    std::set<float> lines;
    std::size_t boxes = 0;
    for (const viewer::MarkBox& mark : view.model.layout().marks) {
        CHECK(mark.kind == MarkKind::added);
        lines.insert(mark.rect.y);
        ++boxes;
    }
    CHECK(lines.size() >= 2);
    CHECK(boxes >= lines.size());
}

TEST_CASE("a sentence that moved is marked as moved on both sides") {
    const View view(
        compare({article({first_paragraph, second_paragraph, third_paragraph, fourth_paragraph}),
                 article({fourth_paragraph, first_paragraph, second_paragraph, third_paragraph})}));
    int moved[2] = {0, 0};
    for (const viewer::MarkBox& mark : view.model.layout().marks) {
        CHECK(mark.kind == MarkKind::moved);
        ++moved[mark.side == Side::before ? 0 : 1];
    }
    CHECK(moved[0] > 0);
    CHECK(moved[1] > 0);
}

TEST_CASE("only quotation marks changed: a cosmetic mark") {
    const View view(compare(
        {article({first_paragraph, "\"Nobody was running,\" said a baker who stood near the front."}),
         article({first_paragraph, "“Nobody was running,” said a baker who stood near the front."})}));
    const viewer::Layout layout = view.model.layout();
    REQUIRE(!layout.marks.empty());
    for (const viewer::MarkBox& mark : layout.marks) CHECK(mark.kind == MarkKind::cosmetic);
}

TEST_CASE("a changed headline is compared and marked") {
    const View view(
        compare({"Ferry hits pier in fog\n\n" + article({first_paragraph, second_paragraph}),
                 "Ferry strikes pier in fog\n\n" + article({first_paragraph, second_paragraph})}));
    CHECK(view.marked(Side::before) == std::vector<std::string>{"hits"});
    CHECK(view.marked(Side::after) == std::vector<std::string>{"strikes"});
    CHECK(view.place(Side::before, "hits").y == view.place(Side::after, "strikes").y);
}

TEST_CASE("every word of both texts is on screen once, in order, inside its column, without overlaps") {
    std::mt19937 random(7);
    const auto pick = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    const std::vector<std::string> vocabulary = {"fog",
                                                 "pier",
                                                 "the",
                                                 "a",
                                                 "harbour",
                                                 "well-known",
                                                 "12,000",
                                                 "said",
                                                 "—",
                                                 "x",
                                                 "naïve",
                                                 "Порт",
                                                 "https://example.org/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p",
                                                 "東京都は",
                                                 "「はい」",
                                                 "שלום",
                                                 "14"};
    for (int round = 0; round < 40; ++round) {
        const auto random_text = [&] {
            std::string result;
            const int paragraphs = 1 + pick(6);
            for (int paragraph = 0; paragraph < paragraphs; ++paragraph) {
                const int words = 1 + pick(40);
                for (int word = 0; word < words; ++word) {
                    result += vocabulary[static_cast<std::size_t>(pick(static_cast<int>(vocabulary.size())))];
                    result += pick(9) == 0 ? ". " : " ";
                }
                result += "\n\n";
            }
            return result;
        };
        const float width = 300 + static_cast<float>(pick(1200));
        const View view(compare({random_text(), random_text()}), width, 40000);
        if (view.model.state().narrow) continue;
        const viewer::Layout layout = view.model.layout();
        for (const Side side : {Side::before, Side::after}) {
            std::string shown;
            float left = 1e9F;
            float right = 0;
            std::vector<viewer::WordBox> words;
            for (const viewer::WordBox& word : layout.words) {
                if (word.side != side) continue;
                shown += view.text_of(side, word.range);
                left = std::min(left, word.rect.x);
                right = std::max(right, word.rect.right());
                words.push_back(word);
            }
            const std::uint32_t number = side == Side::before ? 0 : 1;
            CHECK(shown == squeezed(view.model.comparison()->documents[number].text));
            CHECK(left >= 0);
            CHECK(right <= width);
            std::sort(words.begin(), words.end(), [](const viewer::WordBox& one, const viewer::WordBox& two) {
                return one.rect.y != two.rect.y ? one.rect.y < two.rect.y : one.rect.x < two.rect.x;
            });
            for (std::size_t index = 1; index < words.size(); ++index) {
                if (words[index].rect.y != words[index - 1].rect.y) continue;
                CHECK(words[index].rect.x >= words[index - 1].rect.right() - 0.5F);
            }
        }
    }
}

TEST_CASE("an address longer than a line is broken, preferably at a slash, rather than cut off") {
    const std::string address =
        "https://example.org/a-very-long-address/that-does-not-fit/into-one-line/of-the-column/at-all/"
        "and-goes-on/and-on/and-on/until-the-end";
    const View view(compare({article({first_paragraph, address}), article({first_paragraph, address})}));
    int pieces = 0;
    for (const viewer::WordBox& word : view.model.layout().words) {
        const std::string piece = view.text_of(word.side, word.range);
        if (word.side == Side::after && address.find(piece) != std::string::npos && piece.size() > 20)
            ++pieces;
        CHECK(word.rect.right() <= 1200);
    }
    CHECK(pieces >= 2);
}

TEST_CASE(
    "Japanese breaks between characters, and no line starts with a full stop or ends with an opening "
    "bracket") {
    std::string paragraph;
    for (int sentence = 0; sentence < 30; ++sentence) paragraph += "東京都は「これは大変なことだ」と述べた。";
    const View view(compare({article({paragraph}), article({paragraph})}), 1000, 3000);
    std::vector<viewer::WordBox> words;
    for (const viewer::WordBox& word : view.model.layout().words) {
        if (word.side == Side::after) words.push_back(word);
    }
    std::size_t lines = 1;
    for (std::size_t index = 1; index < words.size(); ++index) {
        if (words[index].rect.y == words[index - 1].rect.y) continue;
        ++lines;
        const std::string starts = view.text_of(Side::after, words[index].range);
        const std::string ends = view.text_of(Side::after, words[index - 1].range);
        CHECK(starts != "。");
        CHECK(starts != "」");
        CHECK(ends != "「");
    }
    CHECK(lines > 5);
}

TEST_CASE("Hebrew runs from right to left, from the column's right edge; a number in it keeps its order") {
    const std::string hebrew = "שלום עולם נפגעו 14 אנשים";
    const View view(compare({article({hebrew}), article({hebrew})}));
    const viewer::Rect first = view.place(Side::after, "שלום");
    const viewer::Rect second = view.place(Side::after, "עולם");
    const viewer::Rect figure = view.place(Side::after, "14");
    const viewer::Rect last = view.place(Side::after, "אנשים");
    CHECK(first.x > second.x);
    CHECK(second.x > figure.x);
    CHECK(figure.x > last.x);
    const viewer::Rect before = view.place(Side::before, "שלום");
    // The whole view is read from the right: there stands the earlier version.
    CHECK(before.x - first.x > 400);
    View drawn(compare({article({hebrew}), article({hebrew})}));
    for (const viewer::DrawText& run : drawn.model.display_list().layers[0].texts) {
        CHECK(run.direction ==
              (run.text == "14" ? viewer::Direction::left_to_right : viewer::Direction::right_to_left));
    }
}

TEST_CASE("an English word in a Hebrew sentence stands between its neighbours") {
    const std::string hebrew = "אמר Reuters אתמול";
    const View view(compare({article({hebrew}), article({hebrew})}));
    CHECK(view.place(Side::after, "אמר").x > view.place(Side::after, "Reuters").x);
    CHECK(view.place(Side::after, "Reuters").x > view.place(Side::after, "אתמול").x);
}

TEST_CASE("no cluster is torn: a flag, a family and an accent stay whole where a long word is broken") {
    const viewer::UnicodeSegmenter segmenter;
    const std::string text = "e\xCC\x81🇫🇷🇩🇪👨‍👩‍👧x";
    const std::vector<std::uint32_t> splits =
        segmenter.partings(text, {0, static_cast<std::uint32_t>(text.size())}, viewer::Parting::clusters);
    std::vector<std::string> parts;
    std::uint32_t from = 0;
    for (const std::uint32_t split : splits) {
        parts.push_back(text.substr(from, split - from));
        from = split;
    }
    parts.push_back(text.substr(from));
    CHECK(parts == std::vector<std::string>{"e\xCC\x81", "🇫🇷", "🇩🇪", "👨‍👩‍👧", "x"});
}

TEST_CASE("below 640 pixels: one column, old words before new ones, unchanged ones once") {
    const View view(compare({article({first_paragraph, "At least 14 people were hurt, the hospital said.",
                                      third_paragraph}),
                             article({first_paragraph, "At least 41 people were hurt, the hospital said.",
                                      third_paragraph})}),
                    400, 2000);
    CHECK(view.model.state().narrow);
    CHECK(view.place(Side::before, "ferry").height == 0);
    CHECK(view.place(Side::after, "ferry").height > 0);
    CHECK(view.place(Side::before, "14").y == view.place(Side::after, "41").y);
    CHECK(view.place(Side::before, "14").right() < view.place(Side::after, "41").x);
    for (const viewer::WordBox& word : view.model.layout().words) CHECK(word.rect.right() <= 400);
}

TEST_CASE("what the script changes is marked even where no change names it") {
    auto comparison = std::make_shared<engine::Comparison>(*compare(
        {article({"One two three four five six seven."}), article({"One two four four five six eight."})}));
    comparison->steps[0].changes.clear();
    const View view(comparison);
    CHECK(!view.marked(Side::before).empty());
    CHECK(!view.marked(Side::after).empty());
}

TEST_CASE("an alignment out of order is shown, not a crash") {
    auto comparison = std::make_shared<engine::Comparison>(
        *compare({article({first_paragraph, second_paragraph, third_paragraph}),
                  article({first_paragraph, second_paragraph, third_paragraph})}));
    auto& alignment = comparison->steps[0].alignment;
    REQUIRE(alignment.size() == 3);
    std::swap(alignment[0].after, alignment[2].after);
    const View view(comparison);
    CHECK(view.words(Side::before).size() == view.words(Side::after).size());
}

TEST_CASE("nothing to show: no comparison, one without steps, empty documents") {
    FixedMeasurer measurer;
    viewer::ViewModel model(measurer);
    model.resize({800, 600}, {0, 0, 800, 600});
    CHECK(model.layout().words.empty());
    CHECK(model.display_list().layers.empty());
    CHECK(!model.apply(viewer::command::NextChange{}));
    CHECK(!model.apply(viewer::command::ScrollBy{100, true}));
    CHECK(!model.apply(viewer::command::ScrollToEnd{}));
    CHECK(!model.apply(viewer::command::NextStep{}));
    model.show(std::make_shared<engine::Comparison>());
    CHECK(model.state().step_count == 0);
    CHECK(!model.apply(viewer::command::ClickAt{10, 10}));
    auto empty = std::make_shared<engine::Comparison>();
    empty->documents.resize(2);
    empty->steps.resize(1);
    model.show(empty);
    CHECK(model.position_label() == "No changes");
    CHECK(model.layout().words.empty());
    CHECK(model.state().scroll_max == 0);
}
