#include "align/align.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/reader.h"

namespace {

using namespace twicetold;
using align::Alignment;
using align::AlignmentGroup;
using align::Reason;
using align::Relation;
using Sentences = std::vector<std::string>;
using Paragraphs = std::vector<Sentences>;

struct Compared {
    Alignment alignment;

    /// The group of the later version's sentence.
    [[nodiscard]] const AlignmentGroup& of(std::int32_t after) const {
        return *std::find_if(alignment.groups.begin(), alignment.groups.end(),
                             [after](const AlignmentGroup& g) {
                                 return !g.after.empty() && g.after.first <= after && after < g.after.last;
                             });
    }
    /// Do exactly these sentences correspond?
    [[nodiscard]] bool pairs(std::pair<std::int32_t, std::int32_t> before,
                             std::pair<std::int32_t, std::int32_t> after) const {
        const AlignmentGroup& group = of(after.first);
        return group.before == align::SentenceSpan{before.first, before.second} &&
               group.after == align::SentenceSpan{after.first, after.second};
    }
    [[nodiscard]] std::size_t count(Relation relation) const {
        return static_cast<std::size_t>(
            std::count_if(alignment.groups.begin(), alignment.groups.end(),
                          [relation](const AlignmentGroup& g) { return g.relation == relation; }));
    }
};

Compared compare(const Paragraphs& before, const Paragraphs& after) {
    document::Parts one;
    one.paragraphs = before;
    document::Parts other;
    other.paragraphs = after;
    const document::Document a = document::assemble(one).document;
    const document::Document b = document::assemble(other).document;
    text::Vocabulary vocabulary;
    diff::Budget budget{diff::default_budget};
    const auto x = document::tokenize(a, vocabulary);
    const auto y = document::tokenize(b, vocabulary);
    return {align::align(x, y, budget)};
}

/// All in one paragraph.
Compared compare_sentences(const Sentences& before, const Sentences& after) {
    return compare(Paragraphs{before}, Paragraphs{after});
}

const std::string ferry = "The ferry struck the long pier shortly after dawn on its way in.";
const std::string hurt = "Fourteen people were hurt, two of them badly, the coast guard said.";
const std::string divers = "Divers will look at the hull on Thursday, according to the harbour board.";
const std::string lamp = "The council had been asked twice for a brighter lamp.";
const std::string buses = "School buses were sent along River Road for most of the day.";

}  // namespace

TEST_CASE("a sentence that was cut in two corresponds to both") {
    const auto c =
        compare_sentences({ferry,
                           "Divers will look at the hull on Thursday, and the pier stays closed until their "
                           "report is published.",
                           buses},
                          {ferry, "Divers will look at the hull on Thursday.",
                           "The pier stays closed until their report is published.", buses});
    CHECK(c.pairs({1, 2}, {1, 3}));
    CHECK(c.of(1).relation == Relation::split);
}

TEST_CASE("two sentences that became one are merged") {
    const auto c =
        compare_sentences({ferry, "Divers will look at the hull on Thursday.",
                           "The pier stays closed until their report is published.", buses},
                          {ferry,
                           "Divers will look at the hull on Thursday, and the pier stays closed until their "
                           "report is published.",
                           buses});
    CHECK(c.pairs({1, 3}, {1, 2}));
    CHECK(c.of(1).relation == Relation::merged);
}

TEST_CASE("a new sentence is no part of its neighbour because it repeats its words") {
    const auto c = compare_sentences(
        {ferry, "Divers will look at the hull of the ferry on Thursday, according to the harbour board.",
         buses},
        {ferry,
         "Divers will look at the hull of the ferry on Thursday, according to the harbour board chief.",
         "The harbour board has not said who pays the divers.", buses});
    CHECK(c.pairs({1, 2}, {1, 2}));
    CHECK(c.of(2).relation == Relation::added);
}

TEST_CASE("a sentence that moved and was edited on the way is found") {
    const auto c = compare_sentences(
        {ferry, hurt, divers, lamp, buses},
        {ferry, "The council had been asked three times for a brighter lamp.", hurt, divers, buses});
    CHECK(c.pairs({3, 4}, {1, 2}));
    CHECK(c.of(1).relation == Relation::edited);
    CHECK(c.alignment.moves.size() == 1);
}

TEST_CASE("a passage moves as a whole, with a sentence that was mostly rewritten") {
    const auto c = compare(Paragraphs{{ferry, hurt},
                                      {divers},
                                      {buses, "Parents were told by telephone."},
                                      {lamp, "The mayor called the old lamp a disgrace for the town."}},
                           Paragraphs{{lamp, "A disgrace, the mayor said."},
                                      {ferry, hurt},
                                      {divers},
                                      {buses, "Parents were told by telephone."}});
    CHECK(c.pairs({5, 6}, {0, 1}));
    CHECK(c.pairs({6, 7}, {1, 2}));
    REQUIRE(c.alignment.moves.size() == 1);
    CHECK(c.alignment.moves[0].before == align::SentenceSpan{5, 7});
}

TEST_CASE("what moved is the fewest sentences") {
    const auto c = compare_sentences({ferry, hurt, divers, lamp, buses}, {buses, ferry, hurt, divers, lamp});
    REQUIRE(c.alignment.moves.size() == 1);
    CHECK(c.alignment.moves[0].before == align::SentenceSpan{4, 5});
}

TEST_CASE("a stock line that occurs more than once never moves") {
    const std::string stock = "This is a developing story and will be updated.";
    const auto c =
        compare_sentences({stock, ferry, hurt, divers, stock}, {ferry, stock, hurt, stock, divers});
    CHECK(c.alignment.moves.empty());
}

TEST_CASE("a sentence rewritten beyond recognition is found at its place in the paragraph") {
    const auto c = compare(
        Paragraphs{{ferry, "The shares recovered slightly on Tuesday."}, {divers, buses}},
        Paragraphs{{lamp}, {ferry, "On Tuesday the stock regained a little ground."}, {divers, buses}});
    CHECK(c.pairs({1, 2}, {2, 3}));
    CHECK(c.of(2).reason == Reason::context);
}

TEST_CASE("sentences that only share their subject are not forced into a pair") {
    const auto c = compare_sentences({"The ferry was built in Gdansk in 1987 and refitted twice.",
                                      "Nobody answered the telephone at the company's office."},
                                     {"Passengers of the ferry were given blankets and tea.",
                                      "A second boat will take over the evening crossings."});
    CHECK(c.count(Relation::added) == 2);
    CHECK(c.count(Relation::removed) == 2);
}

TEST_CASE("a text retold in short sentences: each goes to the one that it tells part of") {
    const auto c = compare_sentences(
        {"The ferry Lady Isolde, which was carrying 184 passengers and 17 crew, struck the outer "
         "wall of the harbour shortly after dawn on Thursday.",
         "Divers and engineers of the harbour board will look at the hull in the afternoon, and the "
         "pier will remain closed to visitors.",
         "The council, which had been asked twice for a brighter lamp at the end of the wall, will "
         "meet on Friday to discuss the accident."},
        {"The ferry is called Lady Isolde.", "184 passengers were on it.",
         "It hit the harbour wall on Thursday.", "Divers look at the hull.", "The pier is closed.",
         "The council meets on Friday.", "The lamp should be brighter."});
    CHECK(c.pairs({0, 1}, {0, 3}));
    CHECK(c.pairs({1, 2}, {3, 5}));
    CHECK(c.pairs({2, 3}, {5, 7}));
}

TEST_CASE("short sentences about something else are no retelling") {
    const auto c = compare_sentences(
        {"The ferry Lady Isolde, which was carrying 184 passengers and 17 crew, struck the outer "
         "wall of the harbour shortly after dawn on Thursday.",
         "Divers and engineers of the harbour board will look at the hull in the afternoon, and the "
         "pier will remain closed to visitors."},
        {"Bread is dear.", "Bakers want help.", "Flour costs twice as much.", "Shops are empty."});
    CHECK(c.count(Relation::added) == 4);
    CHECK(c.count(Relation::removed) == 2);
}

TEST_CASE("a text in which every sentence repeats corresponds to itself, in order") {
    Sentences lines;
    for (int i = 0; i < 3000; ++i) lines.push_back(i % 2 == 0 ? "Goal!" : "What a goal by the visitors!");
    const auto c = compare_sentences(lines, lines);
    CHECK(c.count(Relation::same) == 3000);
    CHECK(c.alignment.moves.empty());
}

TEST_CASE("an empty side: all is added, or all removed") {
    CHECK(compare_sentences({}, {ferry, hurt}).count(Relation::added) == 2);
    CHECK(compare_sentences({ferry, hurt}, {}).count(Relation::removed) == 2);
}

TEST_CASE("aligning the other way round gives the mirror image") {
    const Sentences before{ferry, hurt, divers, lamp, buses};
    const Sentences after{lamp, ferry, "Fourteen people were hurt.",
                          "Two of them are badly hurt, the coast guard said.", buses};
    const auto forth = compare_sentences(before, after);
    const auto back = compare_sentences(after, before);
    REQUIRE(forth.alignment.groups.size() == back.alignment.groups.size());
    for (const AlignmentGroup& group : forth.alignment.groups) {
        CHECK(std::any_of(back.alignment.groups.begin(), back.alignment.groups.end(),
                          [&](const AlignmentGroup& other) {
                              return other.before == group.after && other.after == group.before &&
                                     other.similarity == group.similarity;
                          }));
    }
}
