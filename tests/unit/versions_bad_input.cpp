// What no editor would send and somebody will: it is compared rightly, or coarsely and said so, in time, and nothing is lost.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "document/reader.h"
#include "engine/engine.h"
#include "property/generate.h"
#include "property/lossless.h"
#include "report/documents_json.h"

namespace {

using namespace twicetold;
using tests::Random;
using tests::reproduces_both;
using Words = std::vector<std::string>;
using Shared = std::shared_ptr<const engine::Comparison>;

/// Words as common as those of prose: the n-th stands 1/n as often as the first (Zipf), of 4,000.
Words some_words(Random& random, std::size_t count) {
    static const std::vector<double> cumulative = [] {
        std::vector<double> sums;
        double sum = 0;
        for (int n = 1; n <= 4000; ++n) sums.push_back(sum += 1.0 / n);
        return sums;
    }();
    Words words;
    while (words.size() < count) {
        const double at = static_cast<double>(random.below(1U << 30U)) / (1U << 30U) * cumulative.back();
        auto n = std::lower_bound(cumulative.begin(), cumulative.end(), at) - cumulative.begin();
        std::string word;
        for (++n; n > 0; n /= 20) word += "bcdfghjklmnprstvwxyz"[n % 20], word += "aeiou"[n % 5];
        words.push_back(word);
    }
    return words;
}

/// With one word in thirty replaced, one in a hundred left out.
Words edited(Random& random, Words words) {
    Words result;
    for (std::string& word : words) {
        if (random.chance(100)) continue;
        result.push_back(random.chance(30) ? some_words(random, 1).front() : std::move(word));
    }
    return result;
}

/// One paragraph; a sentence ends after every `sentence` words.
std::string paragraph(const Words& words, std::size_t sentence) {
    std::string text;
    for (std::size_t k = 0; k < words.size(); ++k) {
        std::string word = words[k];
        if (k % sentence == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
        text += (k > 0 ? " " : "") + word;
        if (k % sentence == sentence - 1 || k + 1 == words.size()) text += '.';
    }
    return text;
}

std::string repeated(const std::string& piece, std::size_t count) {
    std::string text;
    for (std::size_t k = 0; k < count; ++k) text += piece;
    return text;
}

std::string degraded_warning(const engine::Comparison& comparison) {
    for (const engine::Warning& warning : comparison.warnings) {
        if (warning.code == "degraded") return warning.message;
    }
    return {};
}

/// Both directions: in time, lossless, mirrored, and never coarse in silence.
Shared compare(const std::string& a, const std::string& b, std::uint64_t budget = 0) {
    engine::Options options;
    options.budget = budget;
    const auto one_way = [&](const std::string& x, const std::string& y) {
        const auto start = std::chrono::steady_clock::now();
        auto result = engine::compare(
            {document::read_text("old.txt", x).document, document::read_text("new.txt", y).document},
            options);
        [[maybe_unused]] const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        REQUIRE(result.comparison != nullptr);
        CHECK(reproduces_both(*result.comparison));
        CHECK(result.comparison->degraded == !degraded_warning(*result.comparison).empty());
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
        CHECK(took.count() < 2.0);
#endif
        return result.comparison;
    };
    Shared forth = one_way(a, b);
    const Shared back = one_way(b, a);
    CHECK(forth->degraded == back->degraded);
    CHECK(forth->steps[0].changes.size() == back->steps[0].changes.size());
    CHECK(forth->steps[0].moves.size() == back->steps[0].moves.size());
    return forth;
}

}  // namespace

TEST_CASE("a paragraph of 20,000 words is compared word by word") {
    Random random(1);
    const Words words = some_words(random, 20000);
    const Shared c = compare(paragraph(words, 22), paragraph(edited(random, words), 22));
    CHECK_FALSE(c->degraded);
    CHECK(c->steps[0].changes.size() > 300);
}

TEST_CASE("a sentence of 5,000 words is compared word by word") {
    Random random(2);
    const Words words = some_words(random, 5000);
    const Shared c = compare(paragraph(words, 5000), paragraph(edited(random, words), 5000));
    CHECK_FALSE(c->degraded);
    CHECK(c->steps[0].changes.size() > 80);
    CHECK_FALSE(compare(paragraph(words, 5000), paragraph(some_words(random, 5000), 5000))->degraded);
}

TEST_CASE("30,000 unrelated words are compared") {
    Random random(3);
    const std::string one = paragraph(some_words(random, 30000), 20);
    const std::string other = paragraph(some_words(random, 30000), 20);
    CHECK_FALSE(compare(one, other)->degraded);
    // The same as one sentence without an end.
    compare(paragraph(some_words(random, 30000), 30000), paragraph(some_words(random, 30000), 30000));
}

TEST_CASE("a text of one word repeated is compared exactly, as words and as sentences") {
    const Shared words = compare(repeated("word ", 100000), repeated("word ", 99000) + "other");
    CHECK_FALSE(words->degraded);
    CHECK(words->steps[0].changes.size() == 1);
    CHECK_FALSE(compare(repeated("a b ", 50000), repeated("b a ", 50000))->degraded);
    CHECK_FALSE(compare(repeated("Word. ", 100000), repeated("Word. ", 90000))->degraded);
    compare(repeated("Word word. ", 50000), repeated("Other word. ", 50000));
}

TEST_CASE("a million blank lines are white space") {
    CHECK(compare(std::string(1000000, '\n'), std::string(999999, '\n'))->steps[0].changes.empty());
    const Shared c = compare("One.\n" + std::string(1000000, '\n') + "Two.", "One.\n\nTwo.");
    CHECK(c->steps[0].changes.empty());
    CHECK(c->steps[0].alignment.size() == 2);
}

TEST_CASE("lone surrogates of a JSON request are repaired, and said so") {
    std::string text;
    for (int k = 0; k < 2000; ++k) text += R"(A \ud800 b \udc00 and \udfff\ud83d. )";
    report::RequestResult request = report::read_request(
        R"({"documents":[{"id":"a","text":")" + text + R"("},{"id":"b","text":")" + text + R"(\ud800."}]})",
        {});
    REQUIRE(request.request.has_value());
    CHECK_FALSE(request.request->warnings.empty());
    const auto result = engine::compare(std::move(request.request->documents), {});
    REQUIRE(result.comparison != nullptr);
    CHECK(reproduces_both(*result.comparison));
    CHECK(result.comparison->steps[0].changes.size() == 1);
}

TEST_CASE("direction controls and unassigned code points are kept as they are") {
    compare(repeated("\u202Eabc\u202C ", 30000), repeated("\u202Dabc\u202C \u2066x\u2069 ", 30000));
    compare(repeated("\u0378\U000E0FFF\U0010FFFF ", 30000), repeated("\u0379\U000E0FFE\U0010FFFF ", 30000));
    compare("e" + repeated("\u0301", 100000), "e" + repeated("\u0301", 99999));
    compare(std::string(500000, 'x'), std::string(499999, 'x') + "y");
    compare(repeated("漢字仮名交", 20000), repeated("漢字仮名文", 20000));
}

TEST_CASE("a change of white space everywhere takes no longer than one of words") {
    Random random(4);
    std::string wide;
    for (const char c : paragraph(some_words(random, 60000), 20)) wide += c == ' ' ? "  " : std::string(1, c);
    std::string narrow = wide;
    narrow.erase(
        std::unique(narrow.begin(), narrow.end(), [](char x, char y) { return x == ' ' && y == ' '; }),
        narrow.end());
    compare(narrow, wide);
}

TEST_CASE("when the budget runs out, the warning names the sentences and says why") {
    Random random(5);
    const std::string one = paragraph(some_words(random, 600), 20);
    const std::string other = paragraph(some_words(random, 600), 20);
    const std::string kept = "This sentence stands on both sides. So does this one, which comes second. ";
    const Shared pairs = compare(kept + one, kept + other, 500);
    CHECK(pairs->degraded);
    CHECK(degraded_warning(*pairs) ==
          "from old.txt to new.txt: sentences 3–32 of old.txt and sentences 3–32 of new.txt are too many to "
          "compare "
          "each with each, so only those that are much alike were paired");

    Words words;
    for (int k = 0; k < 2000; ++k) words.push_back(some_words(random, 1).front().substr(0, 2));
    const Shared tokens =
        compare(kept + paragraph(words, 2000), kept + paragraph(edited(random, words), 2000), 4);
    CHECK(tokens->degraded);
    CHECK(degraded_warning(*tokens) ==
          "from old.txt to new.txt: sentence 3 of old.txt and sentence 3 of new.txt differ in too many words "
          "to find "
          "all that they share, so some of these words are shown as replaced");
}

TEST_CASE("stretches beyond the first few are counted") {
    std::string before;
    std::string after;
    Random random(6);
    for (int k = 0; k < 6; ++k) {
        const std::string link = paragraph(some_words(random, 30), 30) + " ";
        before += link + paragraph(some_words(random, 200), 20) + " ";
        after += link + paragraph(some_words(random, 200), 20) + " ";
    }
    const std::string warning = degraded_warning(*compare(before, after, 50));
    CHECK(warning.find("sentences 2–11 of old.txt and sentences 2–11 of new.txt; ") != std::string::npos);
    CHECK(warning.find("; and 3 more stretches are too many") != std::string::npos);
}

TEST_CASE("a thousand sentences that went and came back are found again in one pass") {
    Random random(7);
    const std::string first = paragraph(some_words(random, 60000), 20);
    const std::string between = paragraph(some_words(random, 60000), 20);
    std::vector<document::Document> versions;
    for (const std::string& text : {first, between, first})
        versions.push_back(document::read_text(std::to_string(versions.size()), text).document);
    const auto result = engine::compare(std::move(versions), {});
    REQUIRE(result.comparison != nullptr);
    const auto& lineage = result.comparison->lineage;
    CHECK(std::count_if(lineage.begin(), lineage.end(),
                        [](const engine::Lineage& l) { return l.fate == engine::Fate::returned; }) == 3000);
}
