// What holds for any two texts.

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "document/reader.h"
#include "engine/engine.h"
#include "property/cases.h"
#include "property/generate.h"
#include "property/lossless.h"
#include "text/utf8.h"
#include "versions/collation.h"

namespace {

using namespace twicetold;
using tests::Random;

std::shared_ptr<const engine::Comparison> compare(const std::string& a, const std::string& b,
                                                  text::Ignore ignore) {
    engine::Options options;
    options.ignore = ignore;
    auto result = engine::compare(
        {document::read_text("a", a).document, document::read_text("b", b).document}, options);
    REQUIRE(result.comparison != nullptr);
    return result.comparison;
}

text::Ignore random_ignore(Random& random) {
    return random.chance(2) ? text::Ignore::nothing : static_cast<text::Ignore>(random.below(512));
}

/// Byte offsets at which a grapheme cluster begins (utf8proc's own break function, an independent reading of UAX #29).
std::set<std::uint32_t> grapheme_borders(const std::string& text) {
    std::set<std::uint32_t> borders{0, static_cast<std::uint32_t>(text.size())};
    utf8proc_int32_t state = 0;
    char32_t previous = 0;
    for (std::uint32_t position = 0; position < text.size();) {
        const text::Decoded d = text::decode(text, position);
        if (position > 0 &&
            utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                             static_cast<utf8proc_int32_t>(d.code_point), &state)) {
            borders.insert(position);
        }
        previous = d.code_point;
        position += d.length;
    }
    return borders;
}

void check_every_sentence_once(const engine::Comparison& comparison) {
    const engine::Step& step = comparison.steps[0];
    std::vector<int> before(comparison.documents[0].sentences.size(), 0);
    std::vector<int> after(comparison.documents[1].sentences.size(), 0);
    std::int32_t last_after = -3;
    for (const engine::AlignmentGroup& group : step.alignment) {
        for (std::int32_t s = std::max(0, group.before.first); s < group.before.last; ++s)
            ++before[static_cast<std::size_t>(s)];
        for (std::int32_t s = std::max(0, group.after.first); s < group.after.last; ++s)
            ++after[static_cast<std::size_t>(s)];
        if (group.after.first >= 0 && !group.after.empty()) {
            CHECK(group.after.first > last_after);
            last_after = group.after.first;
        }
    }
    for (const int count : before) CHECK(count == 1);
    for (const int count : after) CHECK(count == 1);
}

void check_borders(const engine::Comparison& comparison) {
    const std::set<std::uint32_t> before = grapheme_borders(comparison.documents[0].text);
    const std::set<std::uint32_t> after = grapheme_borders(comparison.documents[1].text);
    const auto around = [](const engine::Document& document, std::uint32_t at) {
        std::string shown;
        for (std::uint32_t p = at > 12 ? at - 12 : 0; p < at + 12 && p < document.text.size(); ++p) {
            constexpr std::string_view hex = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(document.text[p]);
            if (p == at) shown += "| ";
            shown += {hex[byte >> 4U], hex[byte & 15U], ' '};
        }
        return shown;
    };
    for (const engine::Edit& edit : comparison.steps[0].edits) {
        INFO(around(comparison.documents[0], edit.before.end));
        INFO(around(comparison.documents[1], edit.after.end));
        CHECK(before.contains(edit.before.end));
        CHECK(after.contains(edit.after.end));
    }
}

using Hunk = std::pair<std::string, std::string>;

std::vector<Hunk> hunks_of(const engine::Comparison& comparison, bool swapped) {
    std::vector<Hunk> hunks;
    bool open = false;
    for (const engine::Edit& edit : comparison.steps[0].edits) {
        if (edit.operation == engine::EditOperation::equal) {
            open = false;
            continue;
        }
        if (!open) hunks.emplace_back();
        open = true;
        hunks.back().first += comparison.documents[0].slice(edit.before);
        hunks.back().second += comparison.documents[1].slice(edit.after);
    }
    if (swapped) {
        for (Hunk& hunk : hunks) std::swap(hunk.first, hunk.second);
    }
    return hunks;
}

/// What corresponds, and whether it moved, as the sentences of both sides.
std::vector<std::array<std::int32_t, 5>> pairs_of(const engine::Comparison& comparison, bool swapped) {
    std::vector<std::array<std::int32_t, 5>> pairs;
    for (const engine::AlignmentGroup& group : comparison.steps[0].alignment) {
        auto before = group.before;
        auto after = group.after;
        if (swapped) std::swap(before, after);
        if (before.empty()) before = {};
        if (after.empty()) after = {};
        pairs.push_back({before.first, before.last, after.first, after.last, group.move >= 0 ? 1 : 0});
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// Significance and words of the changes; the kinds "addition" and "removal" are each other's mirror.
std::vector<std::tuple<int, std::string, std::string>> changes_of(const engine::Comparison& comparison,
                                                                  bool swapped) {
    std::vector<std::tuple<int, std::string, std::string>> changes;
    for (const engine::Change& change : comparison.steps[0].changes) {
        std::string before;
        std::string after;
        if (change.before.present) before = comparison.documents[0].slice(change.before.range);
        if (change.after.present) after = comparison.documents[1].slice(change.after.range);
        if (swapped) std::swap(before, after);
        changes.emplace_back(static_cast<int>(change.significance), before, after);
    }
    std::sort(changes.begin(), changes.end());
    return changes;
}

}  // namespace

TEST_CASE("for any two texts the edits reproduce both, byte for byte, and cut no grapheme cluster") {
    Random random(20260304);
    for (std::size_t i = 0; i < tests::case_count(4000); ++i) {
        CAPTURE(i);
        const auto [a, b] = tests::any_pair(random);
        const auto comparison = compare(a, b, random_ignore(random));
        CHECK(tests::reproduces_both(*comparison));
        check_every_sentence_once(*comparison);
        check_borders(*comparison);
    }
}

TEST_CASE("comparing in the other direction finds the mirror image") {
    Random random(77);
    for (std::size_t i = 0; i < tests::case_count(2000); ++i) {
        CAPTURE(i);
        const auto [a, b] = tests::any_pair(random);
        const text::Ignore ignore = random_ignore(random);
        const auto forth = compare(a, b, ignore);
        const auto back = compare(b, a, ignore);
        CHECK(hunks_of(*forth, false) == hunks_of(*back, true));
        CHECK(pairs_of(*forth, false) == pairs_of(*back, true));
        CHECK(changes_of(*forth, false) == changes_of(*back, true));
    }
}

TEST_CASE("the collation table is the same whatever the order of the versions") {
    Random random(13);
    for (std::size_t i = 0; i < tests::case_count(500); ++i) {
        CAPTURE(i);
        const auto [a, b] = tests::any_pair(random);
        std::vector<document::Document> documents;
        for (const std::string& text : {a, b, tests::revised(random, b)})
            documents.push_back(document::read_text(std::to_string(documents.size()), text).document);
        const text::Ignore ignore = random_ignore(random);
        const auto rows = [&](const std::array<std::size_t, 3>& order) {
            std::vector<document::Document> permuted;
            for (const std::size_t d : order) permuted.push_back(documents[d]);
            diff::Budget budget{diff::default_budget};
            std::vector<versions::RowSpan> coarse;
            const versions::Collation table = versions::collate(permuted, ignore, budget, coarse);
            CHECK(coarse.empty());
            std::vector<std::array<std::string, 3>> found;
            for (std::size_t at = 0; at < table.cells.size(); at += 3) {
                found.emplace_back();
                for (std::size_t k = 0; k < 3; ++k)
                    found.back()[order[k]] = permuted[k].slice(table.cells[at + k]);
            }
            return found;
        };
        const auto straight = rows({0, 1, 2});
        CHECK(straight == rows({2, 0, 1}));
        CHECK(straight == rows({1, 0, 2}));
    }
}

TEST_CASE("a text compared with itself has no change, whatever is ignored") {
    Random random(4);
    for (std::size_t i = 0; i < tests::case_count(1000); ++i) {
        const std::string a = tests::any_text(random, random.below(150));
        const auto comparison = compare(a, a, random_ignore(random));
        CHECK(comparison->steps[0].changes.empty());
        CHECK(comparison->steps[0].moves.empty());
        for (const engine::Edit& edit : comparison->steps[0].edits)
            CHECK(edit.operation == engine::EditOperation::equal);
    }
}
