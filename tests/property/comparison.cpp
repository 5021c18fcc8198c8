// What holds for any two texts.

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <set>

#include "document/reader.h"
#include "engine/engine.h"
#include "generate.h"
#include "text/utf8.h"

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

void check_lossless(const engine::Comparison& comparison) {
    const engine::Document& before = comparison.documents[0];
    const engine::Document& after = comparison.documents[1];
    std::string old_text;
    std::string new_text;
    std::uint32_t at_before = 0;
    std::uint32_t at_after = 0;
    for (const engine::Edit& edit : comparison.steps[0].edits) {
        CHECK(edit.before.begin == at_before);
        CHECK(edit.after.begin == at_after);
        at_before = edit.before.end;
        at_after = edit.after.end;
        if (edit.operation != engine::EditOperation::insert) old_text += before.slice(edit.before);
        if (edit.operation != engine::EditOperation::remove) new_text += after.slice(edit.after);
        if (edit.operation == engine::EditOperation::insert) CHECK(edit.before.empty());
        if (edit.operation == engine::EditOperation::remove) CHECK(edit.after.empty());
    }
    CHECK(old_text == before.text);
    CHECK(new_text == after.text);
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

/// More cases on demand: TWICETOLD_PROPERTY_CASES.
std::size_t case_count(std::size_t usual) {
    const char* wanted = std::getenv("TWICETOLD_PROPERTY_CASES");
    return wanted != nullptr ? static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10)) : usual;
}

}  // namespace

TEST_CASE("for any two texts the edits reproduce both, byte for byte, and cut no grapheme cluster") {
    Random random(20260304);
    for (std::size_t i = 0; i < case_count(4000); ++i) {
        CAPTURE(i);
        const std::string a = tests::any_text(random, random.below(120));
        const std::string b =
            random.chance(4) ? tests::any_text(random, random.below(120)) : tests::revised(random, a);
        const auto comparison = compare(a, b, random_ignore(random));
        check_lossless(*comparison);
        check_every_sentence_once(*comparison);
        check_borders(*comparison);
    }
}

TEST_CASE("comparing in the other direction finds the mirror image") {
    Random random(77);
    for (std::size_t i = 0; i < case_count(2000); ++i) {
        CAPTURE(i);
        const std::string a = tests::any_text(random, random.below(120));
        const std::string b =
            random.chance(4) ? tests::any_text(random, random.below(120)) : tests::revised(random, a);
        const text::Ignore ignore = random_ignore(random);
        const auto forth = compare(a, b, ignore);
        const auto back = compare(b, a, ignore);
        CHECK(hunks_of(*forth, false) == hunks_of(*back, true));
        CHECK(forth->steps[0].moves.size() == back->steps[0].moves.size());
        CHECK(forth->steps[0].alignment.size() == back->steps[0].alignment.size());
    }
}

TEST_CASE("a text compared with itself has no change, whatever is ignored") {
    Random random(4);
    for (std::size_t i = 0; i < case_count(1000); ++i) {
        const std::string a = tests::any_text(random, random.below(150));
        const auto comparison = compare(a, a, random_ignore(random));
        CHECK(comparison->steps[0].changes.empty());
        CHECK(comparison->steps[0].moves.empty());
        for (const engine::Edit& edit : comparison->steps[0].edits)
            CHECK(edit.operation == engine::EditOperation::equal);
    }
}
