#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "diff/greedy.h"
#include "diff/readable.h"
#include "diff/sequence.h"
#include "property/generate.h"
#include "reference/levenshtein.h"

namespace {

using namespace twicetold;
using diff::Hunk;
using Tokens = std::vector<std::uint32_t>;

diff::EditScript compare(const Tokens& before, const Tokens& after) {
    diff::Budget budget{diff::default_budget};
    return diff::compare(before, after, budget);
}

/// Applies the script: everything outside the hunks comes from `before`.
Tokens apply(const diff::EditScript& script, const Tokens& before, const Tokens& after) {
    Tokens result;
    std::uint32_t at = 0;
    for (const Hunk& hunk : script.hunks) {
        result.insert(result.end(), before.begin() + at, before.begin() + hunk.before_begin);
        result.insert(result.end(), after.begin() + hunk.after_begin, after.begin() + hunk.after_end);
        at = hunk.before_end;
    }
    result.insert(result.end(), before.begin() + at, before.end());
    return result;
}

std::size_t cost(const diff::EditScript& script) {
    std::size_t sum = 0;
    for (const Hunk& hunk : script.hunks) sum += hunk.removed() + hunk.added();
    return sum;
}

void check_exact(const Tokens& before, const Tokens& after) {
    const diff::EditScript script = compare(before, after);
    CHECK(apply(script, before, after) == after);
    CHECK(cost(script) == tests::edit_distance(before, after));
    for (std::size_t k = 1; k < script.hunks.size(); ++k) {
        CHECK(script.hunks[k - 1].before_end < script.hunks[k].before_begin);
    }
}

}  // namespace

TEST_CASE("every pair of short sequences over a small alphabet gets a shortest script") {
    std::vector<Tokens> all{{}};
    for (std::size_t i = 0; all[i].size() < 4; ++i) {
        for (std::uint32_t symbol = 0; symbol < 3; ++symbol) {
            Tokens longer = all[i];
            longer.push_back(symbol);
            all.push_back(longer);
        }
    }
    for (const Tokens& before : all) {
        for (const Tokens& after : all) check_exact(before, after);
    }
}

TEST_CASE("scripts stay shortest where dtl hands over to the bit-parallel table") {
    tests::Random random(9);
    for (int round = 0; round < 60; ++round) {
        const std::size_t symbols = 2 + random.below(40);
        Tokens before(random.below(300));
        Tokens after(random.below(300));
        for (auto& token : before) token = static_cast<std::uint32_t>(random.below(symbols));
        for (auto& token : after) token = static_cast<std::uint32_t>(random.below(symbols));
        check_exact(before, after);
    }
}

TEST_CASE("a long text with a few changes is compared exactly") {
    Tokens before(40000);
    std::iota(before.begin(), before.end(), 0U);
    Tokens after = before;
    after[100] = 1000001;
    after.erase(after.begin() + 20000);
    after.insert(after.begin() + 30000, 1000002);
    const diff::EditScript script = compare(before, after);
    CHECK_FALSE(script.degraded);
    CHECK(cost(script) == 4);
    CHECK(apply(script, before, after) == after);
}

TEST_CASE("sequences that repeat a few tokens and differ little are compared exactly at any length") {
    Tokens before;
    for (std::uint32_t k = 0; k < 100000; ++k) before.push_back(k % 2);
    Tokens after(before.begin() + 1, before.end());
    after[70000] = 1 - after[70000];
    after.erase(after.begin() + 30000, after.begin() + 30003);
    const diff::EditScript script = compare(before, after);
    CHECK_FALSE(script.degraded);
    CHECK(cost(script) == 4);
    CHECK(apply(script, before, after) == after);
}

TEST_CASE("tokens that only one side has do not make long sequences hard") {
    Tokens before;
    Tokens after;
    for (std::uint32_t k = 0; k < 20000; ++k) {
        for (Tokens* side : {&before, &after}) side->insert(side->end(), {k % 3, k % 5});
        before.push_back(100);
        after.push_back(200);
    }
    const diff::EditScript script = compare(before, after);
    CHECK_FALSE(script.degraded);
    CHECK(cost(script) == 40000);
    CHECK(apply(script, before, after) == after);
    CHECK(cost(compare(Tokens(50000, 1), Tokens(50000, 2))) == 100000);
}

TEST_CASE("few edits are found greedily, or not at all") {
    tests::Random random(21);
    for (int round = 0; round < 2000; ++round) {
        const std::size_t symbols = 1 + random.below(4);
        Tokens before(random.below(12));
        Tokens after(random.below(12));
        for (auto& token : before) token = static_cast<std::uint32_t>(random.below(symbols));
        for (auto& token : after) token = static_cast<std::uint32_t>(random.below(symbols));
        const auto most = static_cast<std::uint32_t>(random.below(12));
        const std::size_t distance = tests::edit_distance(before, after);
        std::uint64_t steps = 1000000;
        const auto runs = diff::nearly_equal(before, after, most, steps);
        REQUIRE(runs.has_value() == (distance <= most));
        if (!runs) continue;
        std::size_t kept = 0;
        std::uint32_t at_before = 0;
        std::uint32_t at_after = 0;
        for (const diff::EqualRun& run : *runs) {
            CHECK(run.before >= at_before);
            CHECK(run.after >= at_after);
            at_before = run.before + run.length;
            at_after = run.after + run.length;
            REQUIRE(at_before <= before.size());
            REQUIRE(at_after <= after.size());
            CHECK(std::equal(before.begin() + run.before, before.begin() + at_before,
                             after.begin() + run.after));
            kept += run.length;
        }
        CHECK(before.size() + after.size() - 2 * kept == distance);
    }
}

TEST_CASE("when the budget runs out the script is coarser, complete, and says so") {
    Tokens before(2000);
    Tokens after(2000);
    tests::Random random(5);
    for (auto& token : before) token = static_cast<std::uint32_t>(random.below(50));
    for (auto& token : after) token = static_cast<std::uint32_t>(random.below(50));
    diff::Budget budget{10};
    const diff::EditScript script = diff::compare(before, after, budget);
    CHECK(script.degraded);
    CHECK(apply(script, before, after) == after);
}

namespace {

/// Letters as tokens: capitals are content, small letters function words, others signs.
struct Lettered {
    Tokens ids;
    std::vector<diff::Weight> weights;
    explicit Lettered(std::string_view letters) {
        for (const char c : letters) {
            ids.push_back(static_cast<unsigned char>(c));
            weights.push_back(c >= 'A' && c <= 'Z'   ? diff::Weight::content
                              : c >= 'a' && c <= 'z' ? diff::Weight::function
                                                     : diff::Weight::sign);
        }
    }
    [[nodiscard]] diff::Sequence sequence() const { return {ids, weights}; }
};

}  // namespace

TEST_CASE("an inserted phrase slides to the border a reader would choose") {
    // "in t M, in t E": the phrase that came is ", in t E", or "in t M," — never "t M, in".
    const Lettered before("XitEY");
    const Lettered after("XitMitEY");
    auto script = compare(before.ids, after.ids);
    const auto hunks = diff::shift_to_borders(script.hunks, before.sequence(), after.sequence());
    REQUIRE(hunks.size() == 1);
    CHECK(after.weights[hunks[0].after_end - 1] != diff::Weight::function);
}

TEST_CASE("two replaced words with an article between them are one change, with a word of substance two") {
    const Lettered before("XAAaBBY");
    const Lettered after("XCCaDDY");
    auto script = compare(before.ids, after.ids);
    CHECK(diff::join_across_islands(script.hunks, before.sequence(), after.sequence()).size() == 1);
    const Lettered before2("XAAEBBY");
    const Lettered after2("XCCEDDY");
    script = compare(before2.ids, after2.ids);
    CHECK(diff::join_across_islands(script.hunks, before2.sequence(), after2.sequence()).size() == 2);
}

TEST_CASE("two figures that changed are two changes, whatever stands between") {
    // "at 07:52 with 196" and "at 07:54 with 191".
    Lettered before("XAaBY");
    Lettered after("XCaDY");
    for (Lettered* side : {&before, &after}) side->weights[1] = side->weights[3] = diff::Weight::fact;
    const auto script = compare(before.ids, after.ids);
    CHECK(diff::join_across_islands(script.hunks, before.sequence(), after.sequence()).size() == 2);
}

TEST_CASE("what came before a slight island and went behind it is one replacement") {
    // "said [early signs showed] it [knew of faults]": "it" is no agreement.
    const Lettered before("XYaEFGZ");
    const Lettered after("XYBCDaZ");
    const auto script = compare(before.ids, after.ids);
    REQUIRE(script.hunks.size() == 2);
    const auto hunks = diff::join_swaps(script.hunks, before.sequence(), after.sequence());
    REQUIRE(hunks.size() == 1);
    CHECK(hunks[0] == Hunk{2, 6, 2, 6});
}

TEST_CASE("three changes a word apart are one, unless a figure was replaced by a figure") {
    Lettered before("ASBTCU");
    Lettered after("DSETFU");
    const auto script = compare(before.ids, after.ids);
    REQUIRE(script.hunks.size() == 3);
    CHECK(diff::join_scraps(script.hunks, before.sequence(), after.sequence()).size() == 1);
    before.weights[2] = after.weights[2] = diff::Weight::fact;
    CHECK(diff::join_scraps(script.hunks, before.sequence(), after.sequence()).size() == 3);
}

TEST_CASE("the kept share counts words of substance") {
    const Lettered before("ABaC");
    const Lettered after("ABaD");
    const auto script = compare(before.ids, after.ids);
    CHECK(diff::kept_share(script.hunks, before.sequence(), after.sequence()) == doctest::Approx(2.0 / 3.0));
}
