// Edit scripts of any two sequences, against the full table of Levenshtein.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "diff/sequence.h"
#include "property/cases.h"
#include "property/generate.h"
#include "reference/lcs_length.h"
#include "reference/levenshtein.h"

namespace {

using namespace twicetold;
using diff::Hunk;
using tests::Random;
using Tokens = std::vector<std::uint32_t>;

Tokens any_tokens(Random& random, std::size_t most, std::size_t symbols) {
    Tokens tokens(random.below(most + 1));
    // Squared: small numbers are frequent, as words are.
    for (auto& token : tokens)
        token = static_cast<std::uint32_t>(random.below(symbols) * random.below(symbols) / symbols);
    return tokens;
}

/// Edited, a block moved, runs repeated, tokens that are new, or something else altogether.
Tokens changed(Random& random, Tokens tokens, std::size_t symbols) {
    if (random.chance(5)) return any_tokens(random, tokens.size() + 4, symbols);
    for (std::size_t edits = random.below(1 + tokens.size() / 3 + 2); edits > 0; --edits) {
        const std::size_t at = random.below(tokens.size() + 1);
        const auto place = tokens.begin() + static_cast<std::ptrdiff_t>(at);
        const auto token = static_cast<std::uint32_t>(random.below(random.chance(3) ? 4 * symbols : symbols));
        switch (random.below(5)) {
            case 0: tokens.insert(place, token); break;
            case 1:
                if (place != tokens.end()) *place = token;
                break;
            case 2:
                if (place != tokens.end()) tokens.erase(place);
                break;
            case 3: {
                const std::size_t length = std::min(tokens.size() - at, random.below(9));
                const Tokens block(place, place + static_cast<std::ptrdiff_t>(length));
                const std::size_t to = random.below(tokens.size() + 1);
                tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(to), block.begin(), block.end());
                break;
            }
            default: std::rotate(tokens.begin(), place, tokens.end()); break;
        }
    }
    return tokens;
}

std::size_t cost(const diff::EditScript& script) {
    std::size_t sum = 0;
    for (const Hunk& hunk : script.hunks) sum += hunk.removed() + hunk.added();
    return sum;
}

/// Rising, not touching, and all that is outside the hunks is equal.
bool is_script(const diff::EditScript& script, const Tokens& before, const Tokens& after) {
    std::uint32_t at_before = 0;
    std::uint32_t at_after = 0;
    const auto equal_until = [&](std::uint32_t end_before, std::uint32_t end_after) {
        return end_before >= at_before && end_after >= at_after &&
               end_before - at_before == end_after - at_after &&
               std::equal(before.begin() + at_before, before.begin() + end_before, after.begin() + at_after);
    };
    for (std::size_t k = 0; k < script.hunks.size(); ++k) {
        const Hunk& hunk = script.hunks[k];
        if (!equal_until(hunk.before_begin, hunk.after_begin)) return false;
        if (k > 0 && hunk.before_begin == at_before) return false;
        if (hunk.removed() + hunk.added() == 0) return false;
        at_before = hunk.before_end;
        at_after = hunk.after_end;
    }
    return equal_until(static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(after.size()));
}

}  // namespace

TEST_CASE("any two sequences get a shortest script") {
    Random random(31);
    for (std::size_t i = 0; i < tests::case_count(5000); ++i) {
        CAPTURE(i);
        const std::size_t symbols = 1 + random.below(random.chance(2) ? 4 : 60);
        const Tokens before = any_tokens(random, random.chance(20) ? 300 : 50, symbols);
        const Tokens after = changed(random, before, symbols);
        diff::Budget budget{diff::default_budget};
        const diff::EditScript script = diff::compare(before, after, budget);
        CHECK_FALSE(script.degraded);
        CHECK(is_script(script, before, after));
        CHECK(cost(script) == tests::edit_distance(before, after));
    }
}

TEST_CASE(
    "whatever the budget, a script is complete, and shortest unless it says otherwise or was cut at unique "
    "tokens") {
    Random random(32);
    for (std::size_t i = 0; i < tests::case_count(2000); ++i) {
        CAPTURE(i);
        const std::size_t symbols = 1 + random.below(30);
        const Tokens before = any_tokens(random, 300, symbols);
        const Tokens after = changed(random, before, symbols);
        diff::Budget budget{random.below(400)};
        const std::uint64_t given = budget.left;
        const diff::EditScript script = diff::compare(before, after, budget);
        CHECK(budget.left <= given);
        CHECK(is_script(script, before, after));
        CHECK(cost(script) >= before.size() + after.size() - 2 * tests::lcs_length(before, after));
    }
}

TEST_CASE("the two references agree") {
    Random random(33);
    for (std::size_t i = 0; i < tests::case_count(1000); ++i) {
        const std::size_t symbols = 1 + random.below(10);
        const Tokens before = any_tokens(random, 200, symbols);
        const Tokens after = changed(random, before, symbols);
        CHECK(before.size() + after.size() - 2 * tests::lcs_length(before, after) ==
              tests::edit_distance(before, after));
    }
}
