#include <doctest/doctest.h>

#include <algorithm>

#include "document/reader.h"
#include "engine/engine.h"

namespace {

using namespace twicetold;
using engine::Comparison;
using engine::Fate;
using engine::Lineage;

std::shared_ptr<const Comparison> compare(const std::vector<std::string>& texts, bool collation = false) {
    std::vector<document::Document> documents;
    for (std::size_t i = 0; i < texts.size(); ++i)
        documents.push_back(document::read_text(std::to_string(i + 1), texts[i]).document);
    engine::Options options;
    options.collation = collation;
    return engine::compare(std::move(documents), options).comparison;
}

/// The lineage that holds the sentence which begins like this in this version.
const Lineage& lineage_of(const Comparison& c, std::uint32_t version, const std::string& beginning) {
    for (const Lineage& lineage : c.lineage) {
        for (const auto& place : lineage.sentences) {
            if (place.version == version && c.documents[version]
                                                .slice(c.documents[version].sentences[place.sentence])
                                                .starts_with(beginning))
                return lineage;
        }
    }
    FAIL("no lineage holds it");
    return c.lineage.front();
}

/// "the|the|the long|long|long …": the rows, for reading.
std::string row_of(const Comparison& c, std::size_t row) {
    std::string shown;
    for (std::uint32_t v = 0; v < c.collation.versions; ++v) {
        if (v > 0) shown += '|';
        shown += c.documents[v].slice(c.collation.cells[row * c.collation.versions + v]);
    }
    return shown;
}

bool has_row(const Comparison& c, const std::string& wanted) {
    for (std::size_t r = 0; r < c.collation.rows(); ++r) {
        if (row_of(c, r) == wanted) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the lineage of a sentence tells where it was born, edited, gone and back") {
    const std::string pier = "The ferry struck the long pier at dawn.\n\n";
    const std::string pier_edited = "The ferry struck the long pier at noon.\n\n";
    const std::string lamp = "The lamp on the breakwater had been out for two days.\n\n";
    const std::string board = "The harbour board will meet on Thursday to hear divers.\n\n";
    const auto c =
        compare({pier + board, pier + lamp + board, pier_edited + board, pier_edited + lamp + board});
    const Lineage& of_pier = lineage_of(*c, 0, "The ferry");
    CHECK(of_pier.first == 0);
    CHECK(of_pier.last == 3);
    CHECK(of_pier.fate == Fate::kept);
    CHECK(of_pier.edited == std::vector<std::uint32_t>{2});
    const Lineage& of_lamp = lineage_of(*c, 1, "The lamp");
    CHECK(of_lamp.first == 1);
    CHECK(of_lamp.last == 3);
    CHECK(of_lamp.sentences.size() == 2);
    CHECK(of_lamp.fate == Fate::returned);
}

TEST_CASE("every sentence of every version has exactly one lineage") {
    const auto c = compare({"One thing happened here. Another thing happened there.",
                            "One thing happened here, and another thing happened there. A third came.",
                            "A third came. Nothing else was said of it."});
    std::size_t places = 0;
    for (const Lineage& lineage : c->lineage) places += lineage.sentences.size();
    std::size_t sentences = 0;
    for (const auto& document : c->documents) sentences += document.sentences.size();
    CHECK(places == sentences);
    CHECK(lineage_of(*c, 2, "Nothing else").first == 2);
    CHECK(lineage_of(*c, 0, "One thing").fate == Fate::removed);
}

TEST_CASE("in the collation table words line up before commas do, whatever the order of the texts") {
    const std::string a = "The long, cold, bitter winter.";
    const std::string b = "The long, dry, cold winter!";
    const std::string d = "The long, cold, bitter spring.";
    const auto c = compare({a, b, d}, true);
    CHECK(has_row(*c, "long|long|long"));
    CHECK(has_row(*c, "cold|cold|cold"));
    CHECK(has_row(*c, "bitter||bitter"));
    CHECK(has_row(*c, "winter|winter|spring"));
    CHECK(has_row(*c, ".|!|."));
    const auto other = compare({d, a, b}, true);
    REQUIRE(other->collation.rows() == c->collation.rows());
    for (std::size_t r = 0; r < c->collation.rows(); ++r) {
        CHECK(c->collation.cells[r * 3] == other->collation.cells[r * 3 + 1]);
        CHECK(c->collation.cells[r * 3 + 1] == other->collation.cells[r * 3 + 2]);
        CHECK(c->collation.cells[r * 3 + 2] == other->collation.cells[r * 3]);
    }
}

TEST_CASE("reading down a column of the collation gives every token of that version in order") {
    const auto c = compare(
        {"Title\n\nOne, two – three.", "Another title\n\nOne two three, four!", "Nothing alike"}, true);
    for (std::uint32_t v = 0; v < 3; ++v) {
        std::string read;
        std::uint32_t at = 0;
        for (std::size_t r = 0; r < c->collation.rows(); ++r) {
            const auto cell = c->collation.cells[r * 3 + v];
            if (cell.empty()) continue;
            CHECK(cell.begin >= at);
            at = cell.end;
            read += c->documents[v].slice(cell);
        }
        std::string wanted = c->documents[v].text;
        std::erase(wanted, ' ');
        std::erase(wanted, '\n');
        CHECK(read == wanted);
    }
}

TEST_CASE("a collation that the budget cannot pay for says which rows it did not align") {
    std::string one = "It began so.";
    std::string other = one;
    for (int k = 0; k < 40; ++k) {
        one += " up up and down";
        other += " down down and up";
    }
    std::vector<document::Document> documents;
    for (const std::string& text : {one, other})
        documents.push_back(document::read_text(std::to_string(documents.size() + 1), text).document);
    engine::Options options;
    options.collation = true;
    options.budget = 2000;
    const auto c = engine::compare(std::move(documents), options).comparison;
    CHECK(c->degraded);
    CHECK(std::any_of(c->warnings.begin(), c->warnings.end(), [](const engine::Warning& w) {
        return w.code == "degraded" && w.message.starts_with("rows 4–") &&
               w.message.find(" of the collation table ") != std::string::npos;
    }));
}
