#include "report/comparison_json.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "document/reader.h"
#include "engine/engine.h"
#include "report/comparison_reader.h"
#include "report/json_tape.h"
#include "report/positions.h"
#include "report/summary.h"
#include "unit/report_samples.h"

using namespace twicetold;
using namespace twicetold::report;
using twicetold::tests::storm;

namespace {

/// Replaces the first `from` in `text`, which must be there.
std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string code_of(const std::string& json) {
    const ReadResult result = read_json(json);
    return result.comparison ? "" : result.error.code;
}

}  // namespace

TEST_CASE("a comparison becomes JSON as the schema shows it") {
    const std::string json = to_json(storm());
    const auto has = [&](std::string_view piece) { return json.find(piece) != std::string::npos; };
    CHECK(json.starts_with(
        R"({"format":"twicetold-comparison","version":1,"mode":"versions","position_encoding":"utf-16",)"
        R"("options":{"ignore":["quotes","case"],"language":"en","budget":0,"first_to_last":false,"collation":false},)"));
    CHECK(json.ends_with("}\n"));
    CHECK(has(
        R"({"before":[3],"after":[0],"relation":"edited","reason":"similar","moved":true,"move":"m1","similarity":0.833})"));
    CHECK(has(
        R"({"before":[4],"after":[],"relation":"removed","reason":"none","moved":false,"similarity":0})"));
    // "Storm 🌀 hits": the cyclone counts two in UTF-16.
    CHECK(has(
        R"({"id":"c1","kind":"headline","significance":"substantive","group":0,)"
        R"("before":{"sentence":-1,"begin":9,"end":13,"text":"hits"},"after":{"sentence":-1,"begin":9,"end":16,"text":"batters"}})"));
    CHECK(has(R"("before":{"sentence":4,)"));
    CHECK(has(R"("after":null})"));
    CHECK(has(R"(["=","Storm 🌀 "],["-","hits"],["+","batters"],)"));
    CHECK(has(R"(["+","Trains halted at noon.",{"move":"m1","inner":[["stopped","halted"]],"inner_at":[[[)"));
    CHECK(has(R"(["-","Trains stopped at noon.",{"move":"m1"}])"));
    CHECK(has(
        R"(["="," people. \"Awful\", said Bob.\n\nSchools closed. "," people. “Awful”, said Bob.\n\nSchools closed. "])"));
    CHECK(has(
        R"("summary":"4 substantive changes, 1 cosmetic, 1 passage moved, no correction note, 1 difference ignored")"));
}

TEST_CASE("a request's id comes back as it was") {
    JsonOptions options;
    options.id = std::string("a \"b\"");
    CHECK(to_json(storm(), options).starts_with(R"({"id":"a \"b\"","format":)"));
    options.id = std::int64_t{-7};
    CHECK(to_json(storm(), options).starts_with(R"({"id":-7,"format":)"));
}

TEST_CASE("JSON read and written again is the same, in every form") {
    for (const auto encoding :
         {PositionEncoding::utf_8, PositionEncoding::utf_16, PositionEncoding::utf_32}) {
        for (const bool compact : {false, true}) {
            for (const Layout layout : {Layout::one_line, Layout::lines}) {
                JsonOptions options;
                options.position_encoding = encoding;
                options.compact = compact;
                options.layout = layout;
                const std::string json = to_json(storm(), options);
                const ReadResult result = read_json(json);
                CAPTURE(result.error.message);
                REQUIRE(result.comparison);
                CHECK(to_json(*result.comparison, options) == json);
                CHECK(to_json(*result.comparison) == to_json(storm()));
            }
        }
    }
}

TEST_CASE("CBOR gives the same comparison as JSON, in less space") {
    const std::string cbor = to_cbor(storm());
    const ReadResult result = read_cbor(cbor);
    CAPTURE(result.error.message);
    REQUIRE(result.comparison);
    CHECK(to_json(*result.comparison) == to_json(storm()));
    CHECK(to_cbor(*result.comparison) == cbor);
    CHECK(cbor.size() < to_json(storm()).size());
    CHECK(read_comparison(cbor).comparison);
    CHECK(read_comparison(to_json(storm())).comparison);
}

TEST_CASE("lineage and collation of several versions come back as they were") {
    std::vector<document::Document> documents;
    for (const char* text :
         {"The vote was 7 to 4. 🌀 Nobody spoke.\n\nThe “mayor” was absent.\n",
          "The vote was 8 to 4.\n\nThe “mayor” was absent.\n",
          "The vote was 8 to 4. 🌀 Nobody spoke.\n\nThe ‘mayor’ may have been absent.\n"}) {
        documents.push_back(document::read_text("v" + std::to_string(documents.size() + 1), text).document);
    }
    engine::Options asked;
    asked.collation = true;
    asked.first_to_last = true;
    asked.ignore = engine::Ignore::quotes;
    const auto result = engine::compare(std::move(documents), asked);
    REQUIRE(result.comparison);
    CHECK(result.comparison->lineage.size() == 3);
    REQUIRE(result.comparison->collation.rows() > 10);
    for (const bool compact : {false, true}) {
        JsonOptions options;
        options.compact = compact;
        const std::string json = to_json(*result.comparison, options);
        const ReadResult read = read_json(json);
        CAPTURE(read.error.message);
        REQUIRE(read.comparison);
        CHECK(to_json(*read.comparison, options) == json);
        CHECK(read.comparison->collation.cells == result.comparison->collation.cells);
        CHECK(read.comparison->lineage.size() == 3);
        CHECK(code_of(with(json, R"("lineage":[{"first":0)", R"("lineage":[{"first":3)")) ==
              "bad-comparison");
        CHECK(code_of(with(json, R"("collation":[[)", R"("collation":[["nowhere",)")) == "bad-comparison");
    }
    const ReadResult read = read_cbor(to_cbor(*result.comparison));
    REQUIRE(read.comparison);
    CHECK(to_json(*read.comparison) == to_json(*result.comparison));
}

TEST_CASE("positions are converted in both directions, and only between characters") {
    std::string text;
    std::mt19937 random(7);
    const std::string_view letters[] = {"a", "é", "漢", "🌀", "\n"};
    for (int i = 0; i < 3000; ++i) text += letters[random() % 5];
    for (const auto encoding :
         {PositionEncoding::utf_8, PositionEncoding::utf_16, PositionEncoding::utf_32}) {
        const Positions positions(text, encoding);
        std::uint32_t units = 0;
        std::uint32_t byte = 0;
        while (true) {
            REQUIRE(positions.units_from_byte(byte) == units);
            REQUIRE(positions.byte_from_units(units) == byte);
            if (byte == text.size()) break;
            const auto lead = static_cast<unsigned char>(text[byte]);
            const std::uint32_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            const std::uint32_t width = encoding == PositionEncoding::utf_8                   ? length
                                        : encoding == PositionEncoding::utf_16 && length == 4 ? 2
                                                                                              : 1;
            for (std::uint32_t inside = 1; inside < width; ++inside) {
                REQUIRE_FALSE(positions.byte_from_units(units + inside));
            }
            byte += length;
            units += width;
        }
        CHECK_FALSE(positions.byte_from_units(units + 1));
        CHECK_FALSE(positions.byte_from_units(~std::uint64_t{0}));
        CHECK(positions.length(text) == units);
    }
}

TEST_CASE("a comparison that is wrong somewhere is refused, and the message says where") {
    const std::string json = to_json(storm());
    REQUIRE(code_of(json).empty());
    CHECK(code_of("{}") == "not-a-comparison");
    CHECK(code_of("[]") == "not-a-comparison");
    CHECK(code_of("7") == "not-a-comparison");
    CHECK(code_of(json.substr(0, json.size() / 2)) == "not-json");
    CHECK(code_of(with(json, R"("version":1)", R"("version":2)")) == "unsupported-version");

    struct Fault {
        std::string_view from, to, place;
    };
    const Fault faults[] = {
        {R"("mode":"versions")", R"("mode":"verses")", "mode"},
        {R"("utf-16")", R"("utf-7")", "position_encoding"},
        {R"("ignore":["quotes")", R"("ignore":["quoits")", "options.ignore[0]"},
        {R"("degraded":false)", R"("degraded":0)", "degraded"},
        {R"("title_range":[0,)", R"("title_range":[7,)", "documents[0].title_range"},
        {R"("title_range":[0,)", R"("title_range":[-1,)", "documents[0].title_range"},
        {R"("kind":"paragraph")", R"("kind":"poem")", "documents[0].paragraphs[0].kind"},
        {R"("sentences":[[)", R"("sentences":[[1,2],[)", "documents[0].paragraphs[0]"},
        {R"("before":0,"after":1)", R"("before":0,"after":2)", "steps[0].after"},
        {R"("before":0,"after":1)", R"("before":-1,"after":1)", "steps[0].before"},
        {R"({"id":"m1",)", R"({"id":"m2",)", "steps[0].moves[0].id"},
        {R"("moves":[{"id":"m1","before":[3])", R"("moves":[{"id":"m1","before":[9])",
         "steps[0].moves[0].before[0]"},
        {R"({"before":[3],"after":[0],)", R"({"before":[2,4],"after":[0],)",
         "steps[0].alignment[2].before[1]"},
        {R"({"before":[3],"after":[0],)", R"({"before":[2,3],"after":[0],)", "steps[0].alignment[5]"},
        {R"({"before":[4],"after":[],)", R"({"before":[],"after":[],)", "steps[0].alignment[6]"},
        {R"({"before":[4],"after":[],"relation":"removed")", R"({"before":[4],"after":[],"relation":"same")",
         "steps[0].alignment[6]"},
        {R"(,{"before":[4],"after":[],"relation":"removed","reason":"none","moved":false,"similarity":0})",
         "", "steps[0].alignment"},
        {R"("similarity":0.75)", R"("similarity":75)", "steps[0].alignment[0].similarity"},
        {R"("move":"m1","similarity")", R"("move":"m7","similarity")", "steps[0].alignment[2].move"},
        {R"("move":"m1","similarity")", R"("move":"c1","similarity")", "steps[0].alignment[2].move"},
        {R"("group":0)", R"("group":8)", "steps[0].changes[0].group"},
        {R"("kind":"figure")", R"("kind":"fugue")", "steps[0].changes[3].kind"},
        {R"("sentence":4)", R"("sentence":5)", "steps[0].changes[4].before.sentence"},
        {R"("begin":9,"end":13)", R"("begin":9,"end":8)", "steps[0].changes[0].before"},
        {R"("begin":9,"end":13)", R"("begin":7,"end":13)", "steps[0].changes[0].before"},
        {R"("begin":9,"end":13)", R"("begin":9,"end":1300)", "steps[0].changes[0].before"},
        {R"("begin":9,)", "", "steps[0].changes[0].before"},
        {R"(["-","hits"])", R"(["-","huts"])", "steps[0].edits[1]"},
        {R"(["-","hits"])", R"(["-",40000])", "steps[0].edits[1]"},
        {R"(["-","hits"])", R"(["~","hits"])", "steps[0].edits[1]"},
        {R"(["-","hits"])", R"(["-"])", "steps[0].edits[1]"},
        {R"(,["=","\n"]])", "]", "steps[0].edits"},
        {R"("inner_at":[[[)", R"("inner_at":[[[9)", "steps[0].edits[4].inner_at[0]"},
        {R"("inner_at":[[[)", R"("inner_at":[[9],[[)", "steps[0].edits[4].inner_at[0]"},
    };
    for (const Fault& fault : faults) {
        CAPTURE(fault.from);
        CAPTURE(fault.to);
        const ReadResult result = read_json(with(json, fault.from, fault.to));
        REQUIRE_FALSE(result.comparison);
        CHECK(result.error.code == "bad-comparison");
        CHECK(result.error.message.substr(0, result.error.message.find(": ")) == fault.place);
        CHECK(result.error.message.ends_with('.'));
    }
}

TEST_CASE("members of later versions are passed over") {
    const std::string json =
        with(to_json(storm()), R"({"format")", R"({"novelty":[{"deep":[1,2]}],"format")");
    const ReadResult result = read_json(json);
    REQUIRE(result.comparison);
    CHECK(to_json(*result.comparison) == to_json(storm()));
}

TEST_CASE("no bytes, however mangled, make the reader fail in another way than by its error") {
    std::mt19937 random(2026);
    for (const std::string& whole : {to_json(storm()), to_cbor(storm())}) {
        for (int round = 0; round < 4000; ++round) {
            std::string bytes = whole;
            for (auto flips = random() % 4 + 1; flips > 0; --flips) {
                const std::size_t at = random() % bytes.size();
                switch (random() % 4) {
                    case 0: bytes[at] = static_cast<char>(random()); break;
                    case 1: bytes.erase(at, random() % 20); break;
                    case 2: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 40)); break;
                    default:
                        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << random() % 8));
                        break;
                }
                if (bytes.empty()) bytes = "x";
            }
            const ReadResult result = read_comparison(bytes);
            if (result.comparison) {
                // What is accepted can be written, and read again.
                const std::string json = to_json(*result.comparison);
                const ReadResult again = read_json(json);
                CAPTURE(again.error.message);
                REQUIRE(again.comparison);
                CHECK(to_json(*again.comparison) == json);
            } else {
                CHECK_FALSE(result.error.code.empty());
                CHECK_FALSE(result.error.message.empty());
            }
        }
    }
}

TEST_CASE("a step is summed up in a sentence") {
    engine::Step step;
    CHECK(summary(step) == "no difference");
    step.edits.push_back({engine::EditOperation::insert, {0, 0}, {0, 1}});
    CHECK(summary(step) == "only spaces, line breaks or mark-up differ");
    step.changes.emplace_back();
    CHECK(summary(step) == "1 substantive change, no correction note");
    step.changes.resize(3);
    step.correction_note = true;
    CHECK(summary(step) == "3 substantive changes, with a correction note");
    for (auto& change : step.changes) change.significance = engine::Significance::cosmetic;
    step.ignored = 2;
    CHECK(summary(step) == "3 cosmetic changes, 2 differences ignored");
    // A passage of two sentences moved: two changes, one move.
    step.changes[1].kind = step.changes[2].kind = engine::ChangeKind::move;
    step.moves.emplace_back();
    CHECK(summary(step) == "1 cosmetic change, 1 passage moved, 2 differences ignored");
}
