// Quantities and quotations as they stand in a sentence.

#include "coverage/quantities.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "coverage/numerals.h"
#include "coverage/quotations.h"
#include "document/reader.h"

namespace {

using namespace twicetold;
using coverage::Bound;
using coverage::Language;
using coverage::Quantity;

std::vector<Quantity> quantities(const std::string& sentence, Language language = Language::english) {
    document::Parts parts;
    parts.title = "";
    parts.paragraphs = {{{sentence}}};
    const document::Document document = document::assemble(std::move(parts)).document;
    text::Vocabulary vocabulary;
    const document::Tokenized text = document::tokenize(document, vocabulary);
    coverage::PlainWords words;
    for (std::uint32_t entry = 0; entry < vocabulary.size(); ++entry) {
        words.plain.push_back(coverage::plain_form(vocabulary.entry(entry).text));
        words.roles.push_back(coverage::roles_of(words.plain.back()));
    }
    return coverage::read_quantities(text, document::body_unit, words, language);
}

/// "650 ft" of the only quantity, or the only one of the calendar; "none", or how many there are.
std::string only(const std::string& sentence, Language language = Language::english, bool calendar = false) {
    auto found = quantities(sentence, language);
    std::erase_if(found, [&](const Quantity& q) { return coverage::is_calendar(q.dimension) != calendar; });
    if (found.size() != 1) return found.empty() ? "none" : std::to_string(found.size());
    const double value = found[0].value;
    std::string shown = value == static_cast<double>(static_cast<long long>(value))
                            ? std::to_string(static_cast<long long>(value))
                            : std::to_string(value).substr(0, 3);
    return shown + (found[0].unit.empty() ? "" : " " + found[0].unit);
}

bool agree(const std::string& one, const std::string& other) {
    const auto a = quantities(one);
    const auto b = quantities(other);
    REQUIRE(a.size() == 1);
    REQUIRE(b.size() == 1);
    return coverage::compatible(a[0], b[0]);
}

std::vector<std::string> quoted(const std::string& text) {
    std::vector<std::string> found;
    for (const text::Range range :
         coverage::quoted_ranges(text, {0, static_cast<std::uint32_t>(text.size())}))
        found.push_back(text.substr(range.begin, range.size()));
    return found;
}

TEST_SUITE("coverage quantities") {
    TEST_CASE("numbers in digits and words, with their units") {
        CHECK(only("roughly 650 feet of the wall fell") == "650 ft");
        CHECK(only("a bill of £120m was sent") == "120000000 GBP");
        CHECK(only("damage of $6.3 million") == "6300000 USD");
        CHECK(only("thirty-one winters at sea") == "31 year");
        CHECK(only("two hundred and five guests came") == "205");
        CHECK(only("half a dozen pieces of wood") == "6");
        CHECK(only("a gust of 190 km/h hit the pier") == "190 km/h");
        CHECK(only("winds of 118 miles per hour") == "118 mph");
        CHECK(only("shares rose 6.8 per cent") == "6.8 %");
        CHECK(only("the 44-year-old was held") == "44 year");
        CHECK(only("Walter Brisk, 71, was found") == "71 year");
        CHECK(only("nine out of ten agreed") == "90 %");
        CHECK(only("rund 1,5 Millionen Euro Schaden", Language::german) == "1500000 EUR");
        CHECK(only("einundzwanzig Menschen starben", Language::german) == "21");
        CHECK(only("zweihundert Gäste kamen", Language::german) == "200");
        CHECK(only("treinta y cinco grados a la sombra", Language::spanish) ==
              "35 \xC2\xB0"
              "C");
        CHECK(only("más de 4.000 toneladas de basura", Language::spanish) == "4000 t");
        CHECK(only("près de 12 000 euros", Language::french) == "12000 EUR");
    }

    TEST_CASE("dates, clock times, days of the week and years are read, scores too") {
        const auto moment = [](const std::string& sentence, Language language = Language::english) {
            return only(sentence, language, true);
        };
        CHECK(moment("the bridge opens on 3 March") == "303 date");
        CHECK(moment("it was cold on Dec. 31st") == "1231 date");
        CHECK(moment("am 16. Februar kam er", Language::german) == "216 date");
        CHECK(moment("el 31 de diciembre llegaron", Language::spanish) == "1231 date");
        CHECK(moment("it broke out shortly after 9 p.m. there") == "21 clock");
        CHECK(moment("around nine o'clock in the evening") == "21 clock");
        CHECK(moment("at half past five the roof fell") == "5.5 clock");
        CHECK(moment("um 21.30 Uhr brannte es", Language::german) == "21. clock");
        CHECK(moment("vers 21 h 30 dans la rue", Language::french) == "21. clock");
        CHECK(moment("they voted on Tuesday to close it") == "2 weekday");
        CHECK(moment("the mayor said on Tuesday that it was closed") == "none");
        CHECK(moment("closed until Friday") == "none");
        CHECK(moment("the tower dates from 1871") == "1871 year");
        CHECK(moment("in 1871 metres") == "none");
        CHECK(only("they won 3-1 at home") == "3 score");
        CHECK(only("20-30 houses fell") == "20");
    }

    TEST_CASE("moments agree where both can be meant") {
        CHECK(agree("at 9 p.m. there", "at 21:00 there"));
        CHECK(agree("shortly after 9 p.m. there", "around nine o'clock there"));
        CHECK_FALSE(agree("at 9:15 p.m. there", "at 9:45 p.m. there"));
        CHECK_FALSE(agree("at 4 a.m. there", "at 4 p.m. there"));
        CHECK(agree("it came late on Sunday", "it came early on Monday"));
        CHECK_FALSE(agree("it came on Sunday", "it came on Monday"));
        CHECK(agree("they won 3-1 at home", "they lost 1-3, again"));
        CHECK_FALSE(agree("they won 3-1 at home", "they won 3-2 at home"));
    }

    TEST_CASE("dates, times, years and names are no amounts") {
        CHECK(only("it began at 3:40 a.m. on Dec. 31") == "none");
        CHECK(only("it was built in 1962") == "none");
        CHECK(only("a crash on Route 9 outside Tolland") == "none");
        CHECK(only("am 16. Februar um 11.30 Uhr", Language::german) == "none");
        CHECK(only("el 31 de diciembre de 2023", Language::spanish) == "none");
        CHECK(only("one of them laughed") == "none");
        CHECK(only("bus routes 4 and 11 stop at the station") == "none");
    }

    TEST_CASE("ranges have two ends") {
        const auto found = quantities("between $85 million and $110 million");
        REQUIRE(found.size() == 1);
        CHECK(found[0].value == doctest::Approx(85e6));
        CHECK(found[0].value_high == doctest::Approx(110e6));
    }

    TEST_CASE("two statements agree if both can be true as they are worded") {
        CHECK(agree("36 feet down", "11 metres below"));
        CHECK(agree("more than 200 people", "212 people"));
        CHECK(agree("almost 50 beams", "47 beams"));
        CHECK(agree("14 per cent", "one in seven"));
        CHECK(agree("$110 million", "between $85 million and $110 million"));
        CHECK_FALSE(agree("14 people", "41 people"));
        CHECK_FALSE(agree("38 patients", "36 patients"));
        CHECK_FALSE(agree("more than 10,000 years", "about 9,300 years"));
        CHECK_FALSE(agree("$2 million", "€2 million"));
    }

    TEST_CASE("quotation marks of several languages; an apostrophe is none") {
        CHECK(quoted("“No,” she said, “never.”") == std::vector<std::string>{"No,", "never."});
        CHECK(quoted("„So nicht“, sagte er.") == std::vector<std::string>{"So nicht"});
        CHECK(quoted("»So nicht«, sagte er.") == std::vector<std::string>{"So nicht"});
        CHECK(quoted("« Jamais », dit-elle.").size() == 1);
        CHECK(quoted("「違う」と話した。") == std::vector<std::string>{"違う"});
        CHECK(quoted("‘We're looking for the judges' door,’ he said.") ==
              std::vector<std::string>{"We're looking for the judges' door,"});
        CHECK(quoted("\"My son asked, 'Will it float?'\" she said.") ==
              std::vector<std::string>{"My son asked, 'Will it float?'"});
        CHECK(quoted("the girls' room and Brackwater's hall").empty());
    }
}

}  // namespace
