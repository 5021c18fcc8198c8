// A coverage survives JSON and CBOR, and a damaged one is refused.

#include <doctest/doctest.h>

#include <string>

#include "document/reader.h"
#include "engine/engine.h"
#include "report/comparison_json.h"
#include "report/comparison_reader.h"

namespace {

using namespace twicetold;

document::Document article(std::string id, std::string text) {
    return document::read_text(std::move(id), std::move(text)).document;
}

std::shared_ptr<const engine::Comparison> coverage() {
    engine::Options options;
    options.mode = engine::Mode::coverage;
    options.pairs = true;
    return engine::compare(
               {article("a",
                        "Nine sailors were pulled from the water near Port Ellery, the coastguard "
                        "said.\n\n“We heard the crash from the "
                        "quay – and then nothing,” said Marta Quill.\n\nDamage is put at between £2 million "
                        "and £2.4 million.\n"),
                article("b",
                        "The coastguard pulled eight sailors from the water near Port Ellery.\n\n“We heard "
                        "the crash from the quay,” "
                        "Marta Quill said.\n\nThe damage is about £2.4 million.\n\nThe mayor was away.\n")},
               options)
        .comparison;
}

TEST_CASE("a coverage reads back from JSON and CBOR as it was written") {
    const auto written = coverage();
    REQUIRE(written);
    REQUIRE_FALSE(written->coverage.claims.empty());
    REQUIRE_FALSE(written->coverage.quotes.empty());
    REQUIRE_FALSE(written->coverage.figures.empty());
    REQUIRE_FALSE(written->coverage.pairs.empty());
    const std::string json = report::to_json(*written);
    const auto from_json = report::read_json(json);
    REQUIRE_MESSAGE(from_json.comparison, from_json.error.message);
    CHECK(report::to_json(*from_json.comparison) == json);
    const std::string cbor = report::to_cbor(*written);
    const auto from_cbor = report::read_cbor(cbor);
    REQUIRE_MESSAGE(from_cbor.comparison, from_cbor.error.message);
    CHECK(report::to_cbor(*from_cbor.comparison) == cbor);
}

TEST_CASE("a coverage that names what is not there is refused, with the place") {
    std::string json = report::to_json(*coverage());
    const std::string good = "\"mentions\":[{\"document\":0";
    const std::size_t at = json.find(good);
    REQUIRE(at != std::string::npos);
    json.replace(at, good.size(), "\"mentions\":[{\"document\":7");
    const auto read = report::read_json(json);
    CHECK_FALSE(read.comparison);
    CHECK(read.error.message.find("claims[0].mentions[0].document") != std::string::npos);
}

}  // namespace
