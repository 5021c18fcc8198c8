// Coverage: what a reader of several accounts of one event would care about.

#include "coverage/coverage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "document/reader.h"

namespace {

using namespace twicetold;
using coverage::ClaimRelation;
using coverage::Fidelity;

using Sentences = std::vector<std::string>;

document::Document article(const std::string& id, const Sentences& sentences) {
    document::Parts parts;
    parts.id = id;
    parts.title = "";
    parts.paragraphs.emplace();
    for (const std::string& sentence : sentences) parts.paragraphs->push_back({sentence});
    return document::assemble(std::move(parts)).document;
}

coverage::Coverage compare(const std::vector<Sentences>& articles) {
    std::vector<document::Document> documents;
    for (const Sentences& sentences : articles)
        documents.push_back(article(std::string(1, static_cast<char>('a' + documents.size())), sentences));
    return coverage::compare(documents, {});
}

/// How the mentions of the claim of a0 and b0 relate; empty where they are not linked.
std::string relation(const std::string& a, const std::string& b) {
    const coverage::Coverage result = compare({{a}, {b}});
    if (result.claims.empty()) return "";
    const auto& mentions = result.claims.front().mentions;
    return std::all_of(mentions.begin(), mentions.end(),
                       [](const auto& m) { return m.relation == ClaimRelation::same; })
               ? "same"
               : "differs";
}

const Sentences harbour = {
    "Two trawlers collided outside Port Ellery on Sunday night.",
    "Nine sailors were pulled from the water, the coastguard said.",
    "“We heard the crash from the quay and then nothing,” said Marta Quill, who mends nets.",
    "Damage is put at £2.4 million by the insurers.", "The harbour will stay closed until Tuesday."};
const Sentences harbour_again = {
    "The coastguard rescued nine seamen.",
    "A collision between two fishing boats near Port Ellery shook the town late on Sunday.",
    "Marta Quill, a net mender, “heard the crash from the quay”.",
    "Insurers speak of damage of £2.9 million.", "Last year the harbour earned a prize for its fish soup."};
const Sentences bakery = {"Bakers in Lower Brenn have raised the price of rye bread.",
                          "Flour costs a third more than in spring.", "A loaf now sells for four marks."};

TEST_SUITE("coverage") {
    TEST_CASE("sentences in other words and another order are linked") {
        const auto result = compare({harbour, harbour_again});
        const auto linked = [&](std::uint32_t i, std::uint32_t j) {
            return std::any_of(result.claims.begin(), result.claims.end(), [&](const coverage::Claim& claim) {
                const auto has = [&](coverage::SentencePlace place) {
                    return std::any_of(claim.mentions.begin(), claim.mentions.end(),
                                       [&](const auto& m) { return m.place == place; });
                };
                return has({0, i}) && has({1, j});
            });
        };
        CHECK(linked(0, 1));
        CHECK(linked(1, 0));
        CHECK(linked(2, 2));
        CHECK_FALSE(linked(4, 4));
    }

    TEST_CASE("another number, a negation, swapped parts: linked, never shown as agreeing") {
        CHECK(relation("The storm left 14 people dead in the valley.",
                       "The storm left 41 people dead in the valley.") == "differs");
        CHECK(relation("The minister said she would resign.", "The minister said she would not resign.") ==
              "differs");
        CHECK(relation("The union accused the bank of lying.", "The bank accused the union of lying.") ==
              "differs");
        CHECK(relation("Der Sturm forderte 14 Tote im Tal.", "Der Sturm forderte 41 Tote im Tal.") ==
              "differs");
        CHECK(relation("The dam was built in 1962.",
                       "The dam was built in 1962 and holds ten million cubic metres.") == "same");
        CHECK(relation("Some 1,200 workers lost their jobs at the mill.",
                       "About 1,200 workers lost their jobs at the mill.") == "same");
    }

    TEST_CASE("a denial is no agreement, in any words and languages") {
        CHECK(relation("The president accepted her resignation.",
                       "The president did not accept her resignation.") == "differs");
        CHECK(relation("The minister Ada Voss resigned on Monday.",
                       "The minister Ada Voss refused to resign on Monday.") == "differs");
        CHECK(relation("Two civil servants have been suspended.", "No civil servant has been suspended.") ==
              "differs");
        CHECK(relation("Der Minister nahm ihren Rücktritt an.",
                       "Der Minister nahm ihren Rücktritt nicht an.") == "differs");
        CHECK(relation("Le ministre a accepté sa démission.", "Le ministre n'a pas accepté sa démission.") ==
              "differs");
        CHECK(relation("El ministro aceptó su dimisión.", "El ministro no aceptó su dimisión.") == "differs");
        CHECK(relation("市長は辞任を受け入れた。", "市長は辞任を受け入れなかった。") == "differs");
        CHECK(relation("The fire is under control, nobody was hurt and five people were moved.",
                       "Nobody was hurt in the fire, which is under control.") == "same");
        CHECK(relation("Five people were hurt in the fire, none of them seriously.",
                       "Five people were hurt in the fire.") == "same");
    }

    TEST_CASE("who beat whom, the score, the day and the hour") {
        CHECK(relation("Ansel United beat Corven Rovers 3-1.", "Corven Rovers beat Ansel United 3-1.") ==
              "differs");
        CHECK(relation("Ansel United beat Corven Rovers 3-1.", "Ansel United beat Corven Rovers 3-2.") ==
              "differs");
        CHECK(relation("Ansel United beat Corven Rovers 3-1.",
                       "Corven Rovers were beaten 3-1 by Ansel United.") == "same");
        CHECK(relation("The new bridge opens on 3 March.", "The new bridge opens on 5 March.") == "differs");
        CHECK(relation("The new bridge opens on 3 March.", "On March 3 the new bridge will open.") == "same");
        CHECK(relation("The explosion happened at 9:15 p.m. near the station.",
                       "The explosion happened at 9:45 p.m. near the station.") == "differs");
        CHECK(relation("The council voted on Monday to close the pool.",
                       "The council voted on Tuesday to close the pool.") == "differs");
    }

    TEST_CASE("reprints do not outvote another telling") {
        const Sentences one = {"The storm killed 14 people in Ansel."};
        const Sentences other = {"The storm killed 41 people in Ansel."};
        const Sentences third = {"In Ansel the storm has killed 14 people."};
        const auto relations = [](const coverage::Coverage& result) {
            std::string shown;
            for (const auto& m : result.claims.at(0).mentions)
                shown += m.relation == ClaimRelation::same ? 's' : 'd';
            return shown;
        };
        CHECK(relations(compare({one, one, other})) == "ddd");
        CHECK(relations(compare({one, other, one, one})) == "dddd");
        CHECK(relations(compare({one, other, third})) == "sds");
        const auto result = compare({one, one, other});
        REQUIRE(result.figures.size() == 1);
        CHECK_FALSE(result.figures[0].agree);
    }

    TEST_CASE("a title and a place, or a number alone, link nothing") {
        CHECK(relation("The mayor of Ansel will visit the school.",
                       "The mayor of Ansel opened a bridge in June.")
                  .empty());
        CHECK(relation("The acting minister spoke in Brenn.", "The minister studied law in Brenn.").empty());
    }

    TEST_CASE("numbers of one thing link sentences in other words") {
        CHECK(relation("The storm killed 14 people in Ansel.",
                       "In Ansel 41 people lost their lives in the storm.") == "differs");
        CHECK(relation("Damage is estimated at 45 million euros.",
                       "The damage could reach 60 million euros.") == "differs");
        CHECK(relation("The clock tower dates from 1871.", "The clock tower was put up in 1868.") ==
              "differs");
        CHECK(relation("The harbour will stay closed until Tuesday.",
                       "The harbour earned a prize for its fish soup.")
                  .empty());
        CHECK(relation("Bus routes 4 and 11 stop at the station.",
                       "You could have put in sprinklers eleven times over.")
                  .empty());
    }

    TEST_CASE("only languages that are sure are said to differ") {
        CHECK_FALSE(
            compare({{"Police arrested two men in Leeds."}, {"Two men were arrested in Leeds by police."}})
                .mixed_languages);
        CHECK(relation("Police arrested two men in Leeds.", "Two men were arrested in Leeds by police.") ==
              "same");
        CHECK_FALSE(compare({harbour, {}}).mixed_languages);
        CHECK_FALSE(compare({harbour, {"…", "—"}}).mixed_languages);
        CHECK(compare({harbour, {"市長は辞任を受け入れた。"}}).mixed_languages);
    }

    TEST_CASE("a quotation keeps the speaker that each outlet names") {
        const auto result = compare({{"“We will never leave this valley,” said Ada Voss."},
                                     {"“We will never leave this valley,” said Jon Merk."}});
        REQUIRE(result.quotes.size() == 1);
        CHECK(result.quotes[0].mentions[0].speaker == "Ada Voss");
        CHECK(result.quotes[0].mentions[1].speaker == "Jon Merk");
    }

    TEST_CASE("figures are named by what they count") {
        const auto named = [](const std::string& a, const std::string& b) {
            const auto result = compare({{a}, {b}});
            return result.figures.empty()
                       ? ""
                       : result.figures[0].quantity + "/" + result.figures[0].mentions[0].unit;
        };
        CHECK(named("Fifty-eight of the stalls are lost.", "Around sixty stalls are lost.") ==
              "stalls/stalls");
        CHECK(named("In the mine 14 workers died and fourteen were hurt.", "In the mine 14 workers died.") ==
              "workers/workers");
        CHECK(named("Insurers put the damage at £14 million.", "The damage is £14 million, insurers say.") ==
              "damage/GBP");
    }

    TEST_CASE("unrelated articles share nothing") {
        const auto result = compare({harbour, bakery});
        CHECK(result.claims.empty());
        CHECK(result.quotes.empty());
        CHECK(result.copied.empty());
        CHECK(result.unique.size() == harbour.size() + bakery.size());
    }

    TEST_CASE("a quotation cut short is found with its speaker") {
        const auto result = compare({harbour, harbour_again});
        REQUIRE(result.quotes.size() == 1);
        CHECK(result.quotes[0].speaker == "Marta Quill");
        REQUIRE(result.quotes[0].mentions.size() == 2);
        CHECK(result.quotes[0].mentions[0].fidelity == Fidelity::full);
        CHECK(result.quotes[0].mentions[1].fidelity == Fidelity::truncated);
    }

    TEST_CASE("figures of one quantity that cannot both be true disagree") {
        const auto result = compare({harbour, harbour_again});
        const auto damage = std::find_if(result.figures.begin(), result.figures.end(),
                                         [](const auto& f) { return f.mentions[0].unit == "GBP"; });
        REQUIRE(damage != result.figures.end());
        CHECK_FALSE(damage->agree);
        CHECK(damage->mentions[0].value == doctest::Approx(2.4e6));
        CHECK(damage->mentions[0].camp != damage->mentions[1].camp);
    }

    TEST_CASE("a wire story is one origin however often it is printed") {
        const Sentences wire = {
            "Fire crews from three towns fought the blaze at the old paper mill until Sunday noon.",
            "Nobody was hurt, but the roof of the main hall fell in and two lorries burned out."};
        const auto result = compare({wire, wire, wire});
        REQUIRE(result.copied.size() == 1);
        CHECK(result.copied[0].mentions.size() == 3);
        CHECK(result.copied[0].verbatim);
        REQUIRE_FALSE(result.claims.empty());
        for (const coverage::Claim& claim : result.claims) CHECK(claim.origins == 1);
        CHECK(result.copied_share[0] == doctest::Approx(1.0));
        CHECK(result.unique.empty());
    }

    TEST_CASE("the order of the documents changes nothing") {
        const auto forth = compare({harbour, harbour_again, bakery});
        const auto back = compare({bakery, harbour_again, harbour});
        REQUIRE(forth.claims.size() == back.claims.size());
        for (std::size_t i = 0; i < forth.claims.size(); ++i) {
            CHECK(forth.claims[i].similarity == back.claims[i].similarity);
            REQUIRE(forth.claims[i].mentions.size() == back.claims[i].mentions.size());
            for (const auto& mention : forth.claims[i].mentions) {
                const coverage::SentencePlace mirrored{2 - mention.place.document, mention.place.sentence};
                CHECK(std::any_of(
                    back.claims[i].mentions.begin(), back.claims[i].mentions.end(),
                    [&](const auto& m) { return m.place == mirrored && m.relation == mention.relation; }));
            }
        }
        CHECK(forth.figures.size() == back.figures.size());
        CHECK(forth.unique.size() == back.unique.size());
    }

    TEST_CASE("pairs are ranked where asked for, and change nothing else") {
        const std::vector<document::Document> documents = {article("a", harbour),
                                                           article("b", harbour_again)};
        const auto plain = coverage::compare(documents, {});
        const auto ranked = coverage::compare(documents, {.pairs = true});
        CHECK(plain.pairs.empty());
        CHECK(ranked.claims.size() == plain.claims.size());
        REQUIRE(ranked.pairs.size() > 3);
        CHECK(std::is_sorted(ranked.pairs.begin(), ranked.pairs.end(),
                             [](const auto& x, const auto& y) { return x.likeness > y.likeness; }));
        CHECK(ranked.pairs.front().likeness > 0.5F);
        for (const coverage::AlikePair& pair : ranked.pairs) {
            CHECK(pair.one.document == 0);
            CHECK(pair.other.document == 1);
        }
    }

    TEST_CASE("nothing to compare is no trouble") {
        CHECK(coverage::compare({}, {}).claims.empty());
        CHECK(compare({{}, {}}).unique.empty());
        CHECK(compare({harbour, {}}).unique.size() == harbour.size());
        CHECK(compare({{"…", "—"}, {"?!"}}).claims.empty());
    }

    TEST_CASE("documents in different languages are said to be, and names and figures still compared") {
        const auto result = compare({{"The mayor of Kellstadt, Jens Ohlert, said on Monday that the repair "
                                      "of the bridge would cost 4.5 million euros.",
                                      "It has been closed to all traffic since the flood in March."},
                                     {"Die Reparatur der Brücke kostet nach den Worten von Bürgermeister "
                                      "Jens Ohlert aus Kellstadt 4,5 Millionen Euro.",
                                      "Sie ist seit dem Hochwasser im März für den Verkehr gesperrt."}});
        CHECK(result.mixed_languages);
        CHECK_FALSE(result.claims.empty());
        CHECK_FALSE(result.figures.empty());
    }
}

}  // namespace
