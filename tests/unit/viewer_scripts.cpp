// Text in every script, as a reader meets it in a pane.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "unit/viewer_support.h"
#include "viewer/bidi.h"
#include "viewer/line_breaks.h"
#include "viewer/unicode_segmenter.h"

using namespace viewer_test;
using viewer::Direction;
using viewer::Side;

namespace {

/// The words of the right pane from left to right, line by line.
std::vector<std::string> from_left(const View& view) {
    std::vector<viewer::WordBox> words;
    for (const viewer::WordBox& word : view.model.layout().words) {
        if (word.side == Side::after) words.push_back(word);
    }
    std::sort(words.begin(), words.end(), [](const viewer::WordBox& one, const viewer::WordBox& two) {
        return one.rect.y != two.rect.y ? one.rect.y < two.rect.y : one.rect.x < two.rect.x;
    });
    std::vector<std::string> result;
    for (const viewer::WordBox& word : words) result.push_back(view.text_of(Side::after, word.range));
    return result;
}

std::vector<std::string> from_left(const std::string& paragraph) {
    return from_left(View(compare({paragraph + "\n", paragraph + "\n"})));
}

/// The lines into which the right pane sets a paragraph that is compared with itself.
std::vector<std::string> lines_of(const std::string& paragraph, float width) {
    const View view(compare({paragraph + "\n", paragraph + "\n"}), width, 4000);
    std::map<float, std::string> lines;
    const std::string& text = view.model.comparison()->documents[1].text;
    std::uint32_t last = 0;
    for (const viewer::WordBox& word : view.model.layout().words) {
        if (word.side != Side::after) continue;
        std::string& line = lines[word.rect.y];
        if (!line.empty() && word.range.begin > last && text[last] == ' ') line += ' ';
        line += view.text_of(Side::after, word.range);
        last = word.range.end;
    }
    std::vector<std::string> result;
    for (const auto& [y, line] : lines) result.push_back(line);
    return result;
}

/// Where a line may break in a text, as "one|two".
std::string broken(const std::string& text) {
    const viewer::UnicodeSegmenter segmenter;
    const text::Range whole{0, static_cast<std::uint32_t>(text.size())};
    const viewer::Segmentation cut =
        segmenter.segments(text, whole, segmenter.direction(text, whole, Direction::left_to_right));
    std::vector<std::uint32_t> places = cut.breaks;
    for (const viewer::Segment& segment : cut.segments) {
        if (segment.break_before) places.push_back(segment.range.begin);
    }
    std::sort(places.rbegin(), places.rend());
    std::string result = text;
    for (const std::uint32_t place : places) result.insert(place, "|");
    return result;
}

/// Knows that words of Thai begin before these.
class Dictionary final : public viewer::TextMeasurer {
public:
    explicit Dictionary(std::vector<std::string> words) : words_(std::move(words)) {}
    float advance(std::string_view run, viewer::TextRole, Direction) override {
        return static_cast<float>(run.size());
    }
    void carets(std::string_view, viewer::TextRole, Direction, std::span<const std::uint32_t>,
                std::span<float>) override {}
    float line_height(viewer::TextRole) override { return 20; }
    float baseline(viewer::TextRole) override { return 15; }
    bool word_starts(std::string_view run, std::vector<std::uint32_t>& starts) override {
        for (std::uint32_t at = 0; at < run.size();) {
            starts.push_back(at);
            std::uint32_t longest = 0;
            for (const std::string& word : words_) {
                if (run.substr(at, word.size()) == word) {
                    longest = std::max(longest, static_cast<std::uint32_t>(word.size()));
                }
            }
            at += std::max(longest, 3U);
        }
        return true;
    }

private:
    std::vector<std::string> words_;
};

}  // namespace

TEST_CASE("a word of several directions is cut, and its parts stand in the order of UAX #9") {
    CHECK(from_left("ABC(عربي)123 end") == std::vector<std::string>{"ABC(", "عربي", ")", "123", "end"});
    // In a paragraph from right to left, figures and Latin letters keep their own order.
    CHECK(from_left("עברית(ABC)123 סוף") == std::vector<std::string>{"סוף", "123", ")", "ABC", "עברית("});
    CHECK(from_left("טווח 12–14 כאן") == std::vector<std::string>{"כאן", "14", "–", "12", "טווח"});
}

TEST_CASE("the space before an Arabic word stays before it where a figure ends the word") {
    // Left to right: the figure, then the word, and the space at the figure's left.
    const View view(compare({"abc عربي1 def\n", "abc عربي1 def\n"}));
    const viewer::Rect latin = view.place(Side::after, "abc");
    const viewer::Rect figure = view.place(Side::after, "1");
    const viewer::Rect arabic = view.place(Side::after, "عربي");
    CHECK(figure.x == doctest::Approx(latin.right() + 8));
    CHECK(arabic.x == doctest::Approx(figure.right()));
    CHECK(view.place(Side::after, "def").x == doctest::Approx(arabic.right() + 8));
}

TEST_CASE("an isolate keeps what follows it from being drawn into its direction") {
    CHECK(from_left("a \u2067שלום\u2069 - 5 b").back() == "b");
    CHECK(viewer::strong_direction("\u2067שלום\u2069 abc") == Direction::left_to_right);
    CHECK(viewer::strong_direction("12, 34") == std::nullopt);
}

TEST_CASE("a paragraph runs as its first letter does, and one without letters as its document") {
    const std::string text =
        "هذا هو النص الأول من المقال.\n\nThis is a quotation.\n\n14.3.2026\n\nوهذه هي الفقرة الأخيرة.\n";
    const View view(compare({text, text}));
    CHECK(view.place(Side::after, "14.3.2026").right() ==
          doctest::Approx(view.place(Side::after, "وهذه").right()));
    CHECK(view.place(Side::after, "This").x < view.place(Side::after, "14.3.2026").x);
}

TEST_CASE("a document is set as its language is written, else as most of its letters are") {
    engine::Document document;
    document.text = "BBC: قال المتحدث إن الرصيف مغلق";
    CHECK(viewer::document_direction(document) == Direction::right_to_left);
    document.text = "The sign said שלום, and nothing else";
    CHECK(viewer::document_direction(document) == Direction::left_to_right);
    for (const char* tag : {"ar", "he-IL", "fa", "ur-PK", "az-Arab", "ckb", "AR_eg"}) {
        document.language = tag;
        INFO(tag);
        CHECK(viewer::document_direction(document) == Direction::right_to_left);
    }
    document.text = "שלום";
    for (const char* tag : {"en", "ur-Latn", "de-DE", "ku"}) {
        document.language = tag;
        INFO(tag);
        CHECK(viewer::document_direction(document) == Direction::left_to_right);
    }
    document.language = "und";
    CHECK(viewer::document_direction(document) == Direction::right_to_left);
}

TEST_CASE("lines break where browsers break them") {
    CHECK(broken("a well-known e-mail, 1234-5678") == "a |well-|known |e-|mail, |1234-|5678");
    CHECK(broken("at -5 degrees and/or a!b") == "at |-5 |degrees |and/or |a!b");
    CHECK(broken("12,500.75 € and $1,000 or 50% (25)") == "12,500.75 |€ |and |$1,000 |or |50% |(25)");
    CHECK(broken("yes—no and 2019–2020") == "yes|—|no |and |2019–|2020");
    CHECK(broken("« bien » ? « Non »") == "« |bien |» |? |« |Non |»");
    CHECK(broken("10\u00A0000\u202F€ et l’eau") == "10\u00A0000\u202F€ |et |l’eau");
    CHECK(broken("zero\u200Bwidth join\u2060ed non\u2011breaking") ==
          "zero\u200B|width |join\u2060ed |non\u2011breaking");
    CHECK(broken("foo “bar” (baz) word(s) f(x)[1]") == "foo |“bar” |(baz) |word(s) |f(x)|[1]");
    CHECK(broken("안녕하세요, 세계") == "안|녕|하|세|요, |세|계");
}

TEST_CASE("lines of Japanese and Chinese begin with no small kana, no prolonged sound and no closing sign") {
    CHECK(broken("きゃっと") == "きゃっ|と");
    CHECK(broken("カフェやパーラー") == "カ|フェ|や|パー|ラー");
    CHECK(broken("「あ」、「い」") == "「あ」、|「い」");
    CHECK(broken("第1回、14億5000万円。") == "第|1|回、|14|億|5000|万|円。");
    CHECK(broken("日々の人々……と") == "日々|の|人々……|と");
    CHECK(broken("全角（括弧）100％") == "全|角|（括|弧）|100％");
}

TEST_CASE("Thai breaks between the words of the machine's dictionary, and nowhere else") {
    Dictionary dictionary({"สภา", "เมือง", "อนุมัติ", "แผน"});
    const viewer::UnicodeSegmenter segmenter(&dictionary);
    const std::string text = "สภาเมืองอนุมัติแผน (สภา)";
    const viewer::Segmentation cut =
        segmenter.segments(text, {0, static_cast<std::uint32_t>(text.size())}, Direction::left_to_right);
    std::vector<std::string> words;
    for (const viewer::Segment& segment : cut.segments) {
        words.push_back((segment.break_before ? "|" : "") +
                        text.substr(segment.range.begin, segment.range.size()));
    }
    CHECK(words == std::vector<std::string>{"สภา", "|เมือง", "|อนุมัติ", "|แผน", "|(สภา)"});
    CHECK(cut.breaks.empty());
}

TEST_CASE("Thai without a dictionary breaks between clusters, never behind a vowel that is written first") {
    const std::vector<std::string> lines =
        lines_of("สภาเมืองอนุมัติแผนสร้างทางเดินริมน้ำแห่งใหม่เมื่อวันพุธนายกเทศมนตรีกล่าวว่าเรารอสิ่งนี้มายี่สิบปีแล้ว", 700);
    REQUIRE(lines.size() >= 2);
    for (const std::string& line : lines) {
        CHECK(line.size() > 3);
        const std::string last = line.substr(line.size() - 3);
        CHECK(std::string("เแโใไ").find(last) == std::string::npos);
    }
}

TEST_CASE("Khmer is never torn between a consonant and the one below it") {
    const viewer::UnicodeSegmenter segmenter;
    const std::string text = "ក្រុង";
    const std::vector<std::uint32_t> places =
        segmenter.partings(text, {0, static_cast<std::uint32_t>(text.size())}, viewer::Parting::clusters);
    REQUIRE(places.size() == 1);
    CHECK(text.substr(places[0]) == "ង");
    CHECK(broken(text) == "ក្រុ|ង");
}

TEST_CASE("an address that fits in a line is not broken; one that does not is, behind its slashes") {
    const std::string address = "https://example.org/a/b/c/d/e/f/g/h";
    for (const std::string& line :
         lines_of("Words before the address that fill the line up, then " + address, 900)) {
        const bool part = line.find("example.org") != std::string::npos;
        CHECK(part == (line.find(address) != std::string::npos));
    }
    const std::vector<std::string> lines = lines_of(
        "https://example.org/one-segment/another_segment/a_third_segment/the_last_one_of_them_all", 660);
    REQUIRE(lines.size() >= 2);
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
        CHECK((lines[at].back() == '/' || lines[at].back() == '-'));
    }
}

TEST_CASE("a mark inside a word takes in whole characters") {
    // The vowel sign alone differs: what is marked is the consonant with it.
    auto comparison = std::make_shared<engine::Comparison>(*compare({"किताब यहाँ है।\n", "कीताब यहाँ है।\n"}));
    REQUIRE(!comparison->steps[0].changes.empty());
    comparison->steps[0].changes.resize(1);
    engine::Change& change = comparison->steps[0].changes[0];
    change.before.range = {3, 6};
    change.after.range = {3, 6};
    const View view(comparison);
    bool seen = false;
    for (const viewer::MarkBox& mark : view.model.layout().marks) {
        if (mark.side != Side::after) continue;
        seen = true;
        CHECK(mark.rect.width >= 16);
    }
    CHECK(seen);
}

TEST_CASE("bullets and bars of right-to-left paragraphs stand at the right, as far in as at the left") {
    const std::string text =
        "# عنوان\n\n- بند أول من القائمة\n- بند ثان من القائمة\n\n> اقتباس طويل من البيان\n";
    std::vector<engine::Document> documents;
    for (int version = 0; version < 2; ++version) {
        documents.push_back(document::read_markdown("v", text).document);
    }
    View view(engine::compare(std::move(documents), {}).comparison);
    const viewer::Rect item = view.place(Side::after, "بند");
    const viewer::Rect quote = view.place(Side::after, "اقتباس");
    const viewer::Rect title = view.place(Side::after, "عنوان");
    CHECK(item.right() < title.right());
    CHECK(quote.right() < title.right());
    bool bullet = false;
    for (const viewer::DrawText& run : view.model.display_list().layers[0].texts) {
        // Those of the other pane are elsewhere.
        if (run.text != "•" || std::abs(run.x - title.right()) > 300) continue;
        bullet = true;
        CHECK(run.x >= item.right());
        CHECK(run.x + run.width <= title.right());
    }
    CHECK(bullet);
}
