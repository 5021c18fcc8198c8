#include "report/documents_json.h"

#include <doctest/doctest.h>

#include <string>

using namespace twicetold;
using namespace twicetold::report;

namespace {

RequestResult read(const std::string& json, const engine::Options& defaults = {}) {
    return read_request(json, defaults);
}

}  // namespace

TEST_CASE("a request names documents and options") {
    engine::Options defaults;
    defaults.language = "en";
    const RequestResult result = read(
        R"({"id":"x","documents":[{"id":"v1","title":"T","byline":"By A","published":"2026-03-04","source":"s","language":"fr",)"
        R"("paragraphs":[["One.","Two."],["Three."]]},{"text":"Four."}],)"
        R"("options":{"ignore":["quotes","case"],"budget":5,"first_to_last":true,"mode":"versions"}})",
        defaults);
    REQUIRE(result.request);
    CHECK(std::get<std::string>(result.id) == "x");
    const engine::Options& options = result.request->options;
    CHECK(options.ignore == (engine::Ignore::quotes | engine::Ignore::letter_case));
    CHECK(options.language == "en");
    CHECK(options.budget == 5);
    CHECK(options.first_to_last);
    REQUIRE(result.request->documents.size() == 2);
    const document::Document& first = result.request->documents[0];
    CHECK(first.id == "v1");
    CHECK(first.text == "T\n\nBy A\n\nOne. Two.\n\nThree.");
    CHECK(first.slice(first.title) == "T");
    CHECK(first.slice(first.byline) == "By A");
    CHECK(first.published == "2026-03-04");
    CHECK(first.language == "fr");
    CHECK(first.sentences.size() == 3);
    CHECK(result.request->documents[1].id == "2");
}

TEST_CASE("a request that is wrong is refused with a sentence") {
    for (const char* json :
         {"[]", "{}", R"({"documents":[{}]})", R"({"documents":[{"text":"a"}],"options":{"x":1}})",
          R"({"documents":[{"text":"a"}],"options":{"ignore":"quotes,case,x"}})",
          R"({"documents":[{"text":"a"}],"options":{"budget":-1}})", R"({"id":[],"documents":[]})"}) {
        CAPTURE(json);
        const RequestResult result = read(json);
        CHECK_FALSE(result.request);
        CHECK(result.error.code == "bad-request");
        CHECK_FALSE(result.error.message.empty());
    }
    CHECK(read("{\"id\":1").error.code == "not-json");
    CHECK(read("{\"id\":\"\xff\"}").error.code == "not-utf-8");
    CHECK(std::get<std::int64_t>(read(R"({"id":7,"documents":0})").id) == 7);
}

TEST_CASE("pairs of surrogates are characters, lone ones are replaced") {
    const auto text_of = [](const std::string& escaped) {
        const RequestResult result = read("{\"documents\":[{\"text\":\"" + escaped + "\"}]}");
        REQUIRE(result.request);
        return result.request->documents[0].text;
    };
    CHECK(text_of(R"(\ud83c\udf00)") == "🌀");
    CHECK(text_of(R"(\uD83C\uDF00)") == "🌀");
    CHECK(text_of(R"(a\ud83cb)") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(text_of(R"(\udf00\ud83c)") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(text_of(R"(\ud83c\ud83c\udf00)") == "\xEF\xBF\xBD🌀");
    CHECK(text_of(R"(\\ud83c)") == "\\ud83c");
}

TEST_CASE("an error is a line that names the request, or its line") {
    StringOutput out;
    write_error(out, {}, 3, {"not-json", "No \"JSON\"."});
    write_error(out, std::string("x"), 4, {"a", "b"});
    write_error(out, std::int64_t{9}, 5, {"a", "b"});
    CHECK(out.text ==
          "{\"line\":3,\"error\":{\"code\":\"not-json\",\"message\":\"No \\\"JSON\\\".\"}}\n"
          "{\"id\":\"x\",\"error\":{\"code\":\"a\",\"message\":\"b\"}}\n"
          "{\"id\":9,\"error\":{\"code\":\"a\",\"message\":\"b\"}}\n");
}
