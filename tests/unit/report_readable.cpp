// The reports that people read, made from a comparison that is written by hand.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "report/comparison_json.h"
#include "report/comparison_reader.h"
#include "report/csv_report.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/marked.h"
#include "report/paragraph_rows.h"
#include "report/text_report.h"
#include "report/unified.h"
#include "unit/report_samples.h"

using namespace twicetold;
using namespace twicetold::report;
using twicetold::tests::make_document;
using twicetold::tests::storm;

namespace {

template <class... Options>
std::string written(void (*write)(Output&, const engine::Comparison&, Options...),
                    const engine::Comparison& comparison, Options... options) {
    StringOutput out;
    write(out, comparison, options...);
    return out.text;
}

std::string text_report(const engine::Comparison& comparison, const TextOptions& options = {}) {
    StringOutput out;
    write_text(out, comparison, options);
    return out.text;
}

bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("a text report shows every changed sentence once, with its edits in it") {
    CHECK(text_report(storm()) ==
          "old.txt → new.txt\n"
          "  before “Storm 🌀 hits coast” 2026-03-04T08:00Z\n"
          "  after “Storm 🌀 batters coast” 2026-03-04T17:30Z example.org\n"
          "4 substantive changes, 1 cosmetic, 1 passage moved, no correction note, 1\n"
          "difference ignored\n"
          "\n"
          "headline\n"
          "    Storm 🌀 [-hits-]{+batters+} coast\n"
          "\n"
          "paragraph 1 · moved from paragraph 2 to 1 · wording\n"
          "    Trains [-stopped-]{+halted+} at noon.\n"
          "\n"
          "paragraph 2 · figure\n"
          "    The storm killed [-14-]{+41+} people.\n"
          "\n"
          "paragraph 3 before · removal\n"
          "    [-More follows.-]\n"
          "\n"
          "paragraph 3 · addition\n"
          "    {+Roads flooded.+}\n");
}

TEST_CASE("a text report in colour says the same") {
    std::string coloured = text_report(storm(), {true, 80});
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b', at)) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == text_report(storm()));
}

TEST_CASE("a row's pieces are the sentence of both versions") {
    const engine::Comparison comparison = storm();
    const engine::Step& step = comparison.steps.front();
    const MarkedRows rows(comparison, step);
    for (const engine::AlignmentGroup& group : step.alignment) {
        std::string before;
        std::string after;
        for (const Piece& piece : rows.pieces(group)) {
            if (piece.operation != engine::EditOperation::insert) before += piece.text;
            if (piece.operation != engine::EditOperation::remove) after += piece.text;
        }
        const auto& old_document = comparison.documents[0];
        const auto& new_document = comparison.documents[1];
        CHECK(after == new_document.slice(range_of(new_document, group.after)));
        // What is ignored is shown as the later version has it.
        if (group.before != engine::SentenceSpan{1, 2})
            CHECK(before == old_document.slice(range_of(old_document, group.before)));
    }
}

TEST_CASE("paragraphs stand level where their sentences correspond in place") {
    const engine::Comparison comparison = storm();
    const auto rows = paragraph_rows(comparison, comparison.steps.front());
    REQUIRE(rows.size() == 4);
    const auto is = [&](std::size_t row, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
        return rows[row].before_begin == a && rows[row].before_end == b && rows[row].after_begin == c &&
               rows[row].after_end == d;
    };
    CHECK(is(0, 0, 0, 0, 1));  // moved here
    CHECK(is(1, 0, 1, 1, 2));
    CHECK(is(2, 1, 2, 2, 3));
    CHECK(is(3, 2, 3, 3, 3));  // removed
}

TEST_CASE("a split paragraph stands beside both its halves, and crossing links share one row") {
    engine::Comparison comparison;
    comparison.documents = {make_document("a", "", "", {{"One.", "Two."}, {"Three."}}),
                            make_document("b", "", "", {{"One."}, {"Two."}, {"Three."}})};
    engine::Step step;
    step.alignment = {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 3}, {2, 3}}};
    auto rows = paragraph_rows(comparison, step);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].before_end == 1);
    CHECK(rows[0].after_end == 2);
    // No engine of ours makes this; a file of a stranger might.
    step.alignment = {{{2, 3}, {0, 1}}, {{0, 1}, {2, 3}}, {{1, 2}, {1, 2}}};
    rows = paragraph_rows(comparison, step);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].before_end == 2);
    CHECK(rows[0].after_end == 3);
}

TEST_CASE("an HTML report marks, links and names what changed") {
    const std::string page = written(write_html, storm());
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    CHECK(has(page,
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
              "'unsafe-inline';"));
    CHECK(has(page, "<h1 dir=\"auto\">Storm 🌀 batters coast</h1>"));
    CHECK(has(page,
              "<p class=\"summary\">4 substantive changes, 1 cosmetic, 1 passage moved, no correction note, "
              "1 difference ignored</p>"));
    CHECK(has(page, "<time datetime=\"2026-03-04T17:30Z\">"));
    CHECK(has(page, "differences in quotes, case"));
    CHECK(has(page, "killed <del id=\"s1-c4-before\">14</del> people."));
    CHECK(has(page, "killed <ins id=\"s1-c4-after\">41</ins><a class=\"ref\" href=\"#s1-c4\">"));
    CHECK(has(page, "<ins id=\"s1-c3-after\" class=\"cosmetic\">halted</ins>"));
    CHECK(has(page, "id=\"s1-m1-before\"><a class=\"jump\" href=\"#s1-m1-after\">"));
    CHECK(has(page, "id=\"s1-m1-after\"><a class=\"jump\" href=\"#s1-m1-before\">"));
    CHECK(has(page, "&quot;Awful&quot;, said Bob."));
    CHECK(has(page, "“Awful”, said Bob."));
    CHECK_FALSE(has(page, "<script"));
}

TEST_CASE("a CSV report has a row a change") {
    CHECK(written(write_csv, storm()) ==
          "step,id,kind,significance,before_document,before_sentence,before_text,after_document,after_"
          "sentence,after_text\r\n"
          "1,c1,headline,substantive,old.txt,-1,hits,new.txt,-1,batters\r\n"
          "1,c2,move,cosmetic,old.txt,3,Trains stopped at noon.,new.txt,0,Trains halted at noon.\r\n"
          "1,c3,wording,cosmetic,old.txt,3,stopped,new.txt,0,halted\r\n"
          "1,c4,figure,substantive,old.txt,0,14,new.txt,1,41\r\n"
          "1,c5,removal,substantive,old.txt,4,More follows.,new.txt,,\r\n"
          "1,c6,addition,substantive,old.txt,,,new.txt,4,Roads flooded.\r\n");
    CHECK(csv_cell("plain words") == "plain words");
    CHECK(csv_cell("one, \"two\"") == "\"one, \"\"two\"\"\"");
    CHECK(csv_cell("=1+1") == "\"'=1+1\"");
    CHECK(csv_cell("  @SUM(1)") == "\"'  @SUM(1)\"");
    CHECK(csv_cell("-5 degrees") == "\"'-5 degrees\"");
    CHECK(csv_cell("＝1") == "\"'＝1\"");
    CHECK(csv_cell("") == "");
}

TEST_CASE("a Markdown report escapes what the texts bring") {
    CHECK(markdown_escaped("*a* _b_ [c](d) <e> & `f` https://g\nh") ==
          "\\*a\\* \\_b\\_ \\[c\\]\\(d\\) &lt;e&gt; &amp; \\`f\\` https&#58;//g h");
    const std::string report = written(write_markdown, storm());
    CHECK(has(
        report,
        "- **figure**, substantive, paragraph 2\n\n> The storm killed <del>14</del><ins>41</ins> people.\n"));
}

TEST_CASE("a terminal is given nothing to obey") {
    CHECK(terminal_safe("a\x1b[31mb\x07") == "a<U+001B>[31mb<U+0007>");
    CHECK(terminal_safe("a\r\nb\tc\nd") == "a b c d");
    CHECK(terminal_safe("\xc2\x9b"
                        "2J \xe2\x80\xae"
                        "abc") == "<U+009B>2J <U+202E>abc");
    CHECK(terminal_safe("naïve 漢字 👩‍👩‍👧") == "naïve 漢字 👩‍👩‍👧");
    CHECK(terminal_width("naïve") == 5);
    CHECK(terminal_width("漢字") == 4);
    CHECK(terminal_width("e\xcc\x81") == 1);
}

TEST_CASE("a unified diff names the older file, and marks a missing last line break") {
    engine::Comparison comparison;
    comparison.documents = {make_document("/tmp/../a b\"c.txt", "", "", {{"One."}}),
                            make_document("new.txt", "", "", {{"Two."}})};
    comparison.documents[1].text.pop_back();
    engine::Step step;
    tests::Script script(step);
    script.remove(5);
    script.insert(4);
    comparison.steps = {step};
    CHECK(written(write_unified, comparison) ==
          "--- \"a/tmp/a b\\\"c.txt\"\t\n+++ \"b/tmp/a b\\\"c.txt\"\tnew.txt\n@@ -1 +1 @@\n-One.\n+Two.\n\\ "
          "No newline at end of file\n");
}

TEST_CASE("lines that the script cuts are paired all the same") {
    engine::Comparison comparison;
    engine::Document before;
    engine::Document after;
    before.id = after.id = "a";
    before.text = "one\ntwo\nthree\n";
    after.text = "one\nand\ntwo\nthree\n";
    // A script that takes everything out and puts it in again.
    engine::Step step;
    tests::Script script(step);
    script.remove(before.text.size());
    script.insert(after.text.size());
    comparison.documents = {before, after};
    comparison.steps = {step};
    CHECK(written(write_unified, comparison) ==
          "--- a/a\n+++ b/a\n@@ -1,3 +1,4 @@\n one\n+and\n two\n three\n");
}

TEST_CASE("whatever comparison is read can be reported") {
    std::mt19937 random(4);
    const std::string whole = to_json(storm());
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string json = whole;
        // Digits are indexes and positions, in which the mischief lies.
        for (auto changes = random() % 3 + 1; changes > 0; --changes) {
            const std::size_t at = json.find_first_of("0123456789", random() % json.size());
            if (at != std::string::npos) json[at] = static_cast<char>('0' + random() % 10);
        }
        const ReadResult result = read_json(json);
        if (!result.comparison) continue;
        ++accepted;
        CHECK_FALSE(text_report(*result.comparison).empty());
        CHECK_FALSE(written(write_html, *result.comparison).empty());
        CHECK_FALSE(written(write_markdown, *result.comparison).empty());
        CHECK_FALSE(written(write_csv, *result.comparison).empty());
        CHECK_FALSE(written(write_unified, *result.comparison).empty());
    }
    CHECK(accepted > 500);
}
