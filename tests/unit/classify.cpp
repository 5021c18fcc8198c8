// What kind of change it is and whether it matters, told by sentences in several languages.
#include <doctest/doctest.h>

#include <string>

#include "document/reader.h"
#include "engine/engine.h"
#include "report/names.h"
#include "versions/classify.h"
#include "versions/lexicon.h"

namespace {

using namespace twicetold;
using engine::Change;
using engine::ChangeKind;
using engine::Significance;
using enum engine::ChangeKind;
constexpr auto substantive = Significance::substantive;
constexpr auto cosmetic = Significance::cosmetic;

std::string kind_name(ChangeKind kind) {
    return std::string(report::names<ChangeKind>[static_cast<std::size_t>(kind)]);
}

struct Expected {
    std::string before;
    std::string after;
    ChangeKind kind;
    Significance significance;
    std::string from;  ///< the words that differ
    std::string to;
};

/// Compares the two sentences as bodies and checks their only change.
void check(const Expected& expected) {
    CAPTURE(expected.before);
    CAPTURE(expected.after);
    const auto read = [](const std::string& text) {
        return document::read_text("x", "Headline\n\n" + text + "\n").document;
    };
    const auto c = engine::compare({read(expected.before), read(expected.after)}, {}).comparison;
    const auto& changes = c->steps[0].changes;
    std::string found;
    for (const Change& change : changes) {
        found += std::string(kind_name(change.kind)) + " [" +
                 (change.before.present ? std::string(c->documents[0].slice(change.before.range)) : "") +
                 "] → [" +
                 (change.after.present ? std::string(c->documents[1].slice(change.after.range)) : "") + "]  ";
    }
    CAPTURE(found);
    CHECK(changes.size() == 1);
    if (changes.size() != 1) return;  // the other sentences of the case are still checked
    CHECK(kind_name(changes[0].kind) == kind_name(expected.kind));
    CHECK((changes[0].significance == expected.significance));
    CHECK((changes[0].before.present ? std::string(c->documents[0].slice(changes[0].before.range)) : "") ==
          expected.from);
    CHECK((changes[0].after.present ? std::string(c->documents[1].slice(changes[0].after.range)) : "") ==
          expected.to);
}

}  // namespace

TEST_CASE("another figure is a figure, and substantive") {
    check({"The storm killed 41 people on the coast, officials said.",
           "The storm killed 14 people on the coast, officials said.", figure, substantive, "41", "14"});
    check({"The storm hurt eleven people on the coast.", "The storm hurt twelve people on the coast.", figure,
           substantive, "eleven", "twelve"});
    check({"Beim Sturm an der Küste starben 41 Menschen.", "Beim Sturm an der Küste starben 14 Menschen.",
           figure, substantive, "41", "14"});
    check({"La tormenta dejó cuatro heridos en la costa norte.",
           "La tormenta dejó siete heridos en la costa norte.", figure, substantive, "cuatro", "siete"});
    check({"La tempête a fait trois blessés sur la côte.", "La tempête a fait cinq blessés sur la côte.",
           figure, substantive, "trois", "cinq"});
    check({"市によると、住民30人が避難した。", "市によると、住民50人が避難した。", figure, substantive, "30",
           "50"});
    check({"More than 300 homes lost power in the valley.", "Nearly 300 homes lost power in the valley.",
           figure, substantive, "More than", "Nearly"});
    check({"The repairs will take two years, the council said.",
           "The repairs will take three years, the council said.", figure, substantive, "two", "three"});
}

TEST_CASE("a figure is marked whole, in any script and with any grouping") {
    check({"Le pont a coûté 1 234,50 € en tout.", "Le pont a coûté 1 324,50 € en tout.", figure, substantive,
           "1 234,50", "1 324,50"});
    check({"市長は二十人が負傷したと述べた。", "市長は二十一人が負傷したと述べた。", figure, substantive,
           "二十", "二十一"});
}

TEST_CASE("numbers in words are figures, compounds too") {
    check({"Twenty-one people were on board.", "Twenty-two people were on board.", figure, substantive,
           "Twenty-one", "Twenty-two"});
    check({"Einundzwanzig Menschen waren an Bord.", "Zweiundzwanzig Menschen waren an Bord.", figure,
           substantive, "Einundzwanzig", "Zweiundzwanzig"});
}

TEST_CASE("the same amount written otherwise is cosmetic") {
    check({"Some 2,000 people came to the fair.", "Some 2000 people came to the fair.", figure, cosmetic,
           "2,000", "2000"});
    check({"Prices rose 5 per cent in the month of May.", "Prices rose 5% in the month of May.", figure,
           cosmetic, "5 per cent", "5%"});
    check({"It cost $1,500,000 to build the pier.", "It cost $1.5 million to build the pier.", figure,
           cosmetic, "$1,500,000", "$1.5 million"});
    check({"The shop is open 9-5 on most days.", "The shop is open 9–5 on most days.", typography, cosmetic,
           "9-5", "9–5"});
    check({"Der Umsatz stieg um 3,5 Prozent im Mai.", "Der Umsatz stieg um 3,5 % im Mai.", figure, cosmetic,
           "Prozent", "%"});
    check({"It fell from 5C to -3C at night.", "It fell from 5C to -8C at night.", figure, substantive, "-3C",
           "-8C"});
    check({"About 40 staff left the firm.", "Around 40 staff left the firm.", wording, cosmetic, "About",
           "Around"});
}

TEST_CASE("a slip of the pen is spelling, another word is not") {
    check({"It was a goverment plan all along.", "It was a government plan all along.", spelling, cosmetic,
           "goverment", "government"});
    check({"She resigned on a Monday in the spring.", "She re-signed on a Monday in the spring.", wording,
           substantive, "resigned", "re-signed"});
    check({"The well-known singer left the stage.", "The well known singer left the stage.", spelling,
           cosmetic, "well-known", "well known"});
}

TEST_CASE("who said it is missed where a sentence begins, too") {
    check({"Officials said the valve had failed.", "The valve had failed.", attribution, substantive,
           "Officials said the", "The"});
}

TEST_CASE("another place is another name, whoever says so, and another duty another degree") {
    check({"The attack happened in Lyon.", "The attack happened in Lille, police said.", name, substantive,
           "Lyon", "Lille, police said"});
    check({"The firm must pay the fine.", "The firm should pay the fine.", hedge, substantive, "must",
           "should"});
}

TEST_CASE("single marks quote, apostrophes do not") {
    check({"‘We will fight on,’ he said.", "‘We may fight on,’ he said.", quote, substantive, "will", "may"});
    check({"The boys' toys don't last very long.", "The girls' toys don't last very long.", wording,
           substantive, "boys", "girls"});
}

TEST_CASE("Japanese that no longer says no, doubts, or insists") {
    check({"会社は結果を発表しなかった。", "会社は結果を発表した。", negation, substantive, "なかっ", ""});
    check({"計画は承認されませんでした。", "計画は承認されました。", negation, substantive, "せんで", ""});
    check({"橋は安全だ。", "橋は安全かもしれない。", hedge, substantive, "だ", "かもしれない"});
    check({"市長は安全だと述べた。", "市長は安全だと主張した。", attribution, substantive, "述べ", "主張し"});
}

TEST_CASE("another address is another fact") {
    check({"Details are at https://example.org/a for all.", "Details are at https://example.org/b for all.",
           wording, substantive, "https://example.org/a", "https://example.org/b"});
}

TEST_CASE("the same figure in other signs is cosmetic") {
    check({"The firm recalled two lorries after the crash.", "The firm recalled 2 lorries after the crash.",
           figure, cosmetic, "two", "2"});
    check({"She led the race by 1min 14sec at the pass.", "She led the race by 74 seconds at the pass.",
           figure, cosmetic, "1min 14sec", "74 seconds"});
}

TEST_CASE("another day, month, year or hour is a date") {
    check({"The hearing opens on Thursday in the old town hall.",
           "The hearing opens on Friday in the old town hall.", date, substantive, "Thursday", "Friday"});
    check({"The mill was built in 1874 by two brothers.", "The mill was built in 1847 by two brothers.", date,
           substantive, "1874", "1847"});
    check({"The ferry left at 07:52 with a full deck.", "The ferry left at 07:54 with a full deck.", date,
           substantive, "07:52", "07:54"});
    check({"Die Sitzung beginnt am Dienstag im alten Rathaus.",
           "Die Sitzung beginnt am Mittwoch im alten Rathaus.", date, substantive, "Dienstag", "Mittwoch"});
    check({"La sesión empieza el martes en el viejo ayuntamiento.",
           "La sesión empieza el jueves en el viejo ayuntamiento.", date, substantive, "martes", "jueves"});
    check({"La séance est prévue lundi à 18 heures dans la salle.",
           "La séance est prévue mardi à 18 h 30 dans la salle.", date, substantive, "lundi à 18 heures",
           "mardi à 18 h 30"});
    check({"12日午前6時20分ごろ、工場から通報があった。", "12日午前6時15分ごろ、工場から通報があった。", date,
           substantive, "20", "15"});
}

TEST_CASE("the same day told from farther away is cosmetic") {
    check({"The rider was tested on Friday after the long stage.",
           "The rider was tested last week after the long stage.", date, cosmetic, "on Friday", "last week"});
    check({"Der Fahrer wurde am Freitag nach der Etappe getestet.",
           "Der Fahrer wurde am 24. Juli nach der Etappe getestet.", date, cosmetic, "Freitag", "24. Juli"});
}

TEST_CASE("a name spelled otherwise is another name") {
    check({"The report names the clerk, Corin Vashti, as its author.",
           "The report names the clerk, Corinne Vashti, as its author.", name, substantive, "Corin",
           "Corinne"});
    check({"Das teilte der Stadtrat Jonas Meierhof am Abend mit.",
           "Das teilte der Stadtrat Jonas Maierhof am Abend mit.", name, substantive, "Meierhof",
           "Maierhof"});
}

TEST_CASE("other words in a quotation are substantive, whatever they are") {
    check({"“The lamp was not bright enough,” the harbour master said.",
           "“The lamp was quite bright enough,” the harbour master said.", quote, substantive, "not",
           "quite"});
    check({"“We are deeply sorry for the delay,” the operator said.",
           "“We are sorry for the delay,” the operator said.", quote, substantive, "deeply", ""});
    check({"„Wir bedauern den Vorfall zutiefst“, sagte die Sprecherin.",
           "„Wir bedauern den Vorfall“, sagte die Sprecherin.", quote, substantive, "zutiefst", ""});
    check({"« Nous regrettons vivement cet incident », a dit le maire.",
           "« Nous regrettons cet incident », a dit le maire.", quote, substantive, "vivement", ""});
}

TEST_CASE("a dropped or added not is a negation") {
    check({"The plan was not agreed by the board.", "The plan was agreed by the board.", negation,
           substantive, "not", ""});
    check({"Der Plan wurde vom Rat nicht gebilligt.", "Der Plan wurde vom Rat gebilligt.", negation,
           substantive, "nicht", ""});
    check({"El alcalde no firmará el acuerdo con la empresa.",
           "El alcalde firmará el acuerdo con la empresa.", negation, substantive, "no", ""});
    check({"The old bridge is also open to lorries.", "The old bridge is no longer open to lorries.",
           negation, substantive, "also", "no longer"});
}

TEST_CASE("more or less certainty is a hedge") {
    check({"The fire is linked to the power cut in the port.",
           "The fire may be linked to the power cut in the port.", hedge, substantive, "is", "may be"});
    check({"The bus will stop at the school from now on.", "The bus could stop at the school from now on.",
           hedge, substantive, "will", "could"});
    check({"At least nine people were hurt in the crash.", "Nine people were hurt in the crash.", hedge,
           substantive, "At least nine", "Nine"});
    check({"The captain apparently fell from the bridge.", "The captain fell from the bridge.", hedge,
           substantive, "apparently", ""});
    check({"Der Kapitän ist angeblich vom Schiff gefallen.", "Der Kapitän ist vom Schiff gefallen.", hedge,
           substantive, "angeblich", ""});
    check({"Les courriels montreraient que le dossier a été relu.",
           "Les courriels montrent que le dossier a été relu.", hedge, substantive, "montreraient",
           "montrent"});
    check({"El presunto autor fue detenido en su casa.", "El autor fue detenido en su casa.", hedge,
           substantive, "presunto", ""});
    check({"火は3時間後にほぼ消し止められた。", "火は3時間後に消し止められた。", hedge, substantive, "ほぼ",
           ""});
}

TEST_CASE("who says it, and with what verb") {
    check({"The agency said ridership had fallen since spring.",
           "The agency claimed ridership had fallen since spring.", attribution, substantive, "said",
           "claimed"});
    check({"Two trains were delayed by the flood, police said.", "Two trains were delayed by the flood.",
           attribution, substantive, ", police said", ""});
    check({"Die Behörde sagte, die Brücke sei sicher.", "Die Behörde behauptete, die Brücke sei sicher.",
           attribution, substantive, "sagte", "behauptete"});
    check({"La empresa dijo que el puente es seguro.", "La empresa aseguró que el puente es seguro.",
           attribution, substantive, "dijo", "aseguró"});
    check({"警察によると、従業員がけがをして運ばれた。", "消防によると、従業員がけがをして運ばれた。",
           attribution, substantive, "警察", "消防"});
    check({"The rider did not start the stage, his team said.",
           "The rider did not start the stage, according to his team.", attribution, cosmetic,
           "his team said", "according to his team"});
}

TEST_CASE("the same said differently is wording, and cosmetic") {
    check({"The council will cut the budget of the library.",
           "The council will reduce the budget of the library.", wording, cosmetic, "cut", "reduce"});
    check({"The company has taken over the yard.", "The company took over the yard.", wording, cosmetic,
           "has taken", "took"});
    check({"Some of the tins had been sold abroad.", "Some of the tins had been sold overseas.", wording,
           cosmetic, "abroad", "overseas"});
}

TEST_CASE("another fact is wording, and substantive") {
    check({"The old breakwater was damaged by the ferry.", "The old breakwater was undamaged by the ferry.",
           wording, substantive, "damaged", "undamaged"});
    check({"The analyst wrote that he expects a loss.", "The analyst wrote that she expects a loss.", wording,
           substantive, "he", "she"});
    check({"The crowd watched on screens in the lobby.", "The crowd watched from the parking lot.", wording,
           substantive, "on screens in the lobby", "from the parking lot"});
    check({"The operator knew of an incident near the pier.",
           "The operator knew of a serious incident near the pier.", wording, substantive, "an",
           "a serious"});
    check({"Das Feuer brach in der Küche des Hotels aus.", "Das Feuer brach in der Garage des Hotels aus.",
           wording, substantive, "Küche", "Garage"});
}

TEST_CASE("a phrase that came or went is an addition or removal, figures and all") {
    check({"Emergency services are at the scene of the crash.",
           "Emergency services, including two lifeboats, are at the scene of the crash.", addition,
           substantive, "", ", including two lifeboats,"});
    check({"The mayor will sign the budget by Friday.", "The mayor will sign the budget.", removal,
           substantive, "by Friday", ""});
    check({"Die Feuerwehr rückte am Morgen zum Hafen aus.",
           "Die Feuerwehr rückte mit zwölf Fahrzeugen am Morgen zum Hafen aus.", addition, substantive, "",
           "mit zwölf Fahrzeugen"});
}

TEST_CASE("form alone is cosmetic") {
    check({"The town will organise the fair again.", "The town will organize the fair again.", spelling,
           cosmetic, "organise", "organize"});
    check({"It carries 38 travellers on a weekday.", "It carries 38 travelers on a weekday.", spelling,
           cosmetic, "travellers", "travelers"});
    check({"Der Fluß stieg in der Nacht weiter an.", "Der Fluss stieg in der Nacht weiter an.", spelling,
           cosmetic, "Fluß", "Fluss"});
    check({"Without it, islanders depend on a boat.", "Without it islanders depend on a boat.", punctuation,
           cosmetic, "it,", "it"});
    check({"They called it a \"pause\" in the work.", "They called it a “pause” in the work.", typography,
           cosmetic, "\"pause\"", "“pause”"});
    check({"Er nannte es eine \"Pause\" in der Arbeit.", "Er nannte es eine „Pause“ in der Arbeit.",
           typography, cosmetic, "\"Pause\"", "„Pause“"});
    check({"She left on Friday night - as planned.", "She left on Friday night – as planned.", typography,
           cosmetic, "night -", "night –"});
}

TEST_CASE("words play their roles by how they stand, not only by how they are spelled") {
    CHECK(versions::roles_of("May").has(versions::Role::calendar));
    CHECK_FALSE(versions::roles_of("may").has(versions::Role::calendar));
    CHECK(versions::roles_of("may").has(versions::Role::hedge));
    CHECK(versions::roles_of("didn’t").has(versions::Role::negation));
    CHECK(versions::are_synonyms("reduced", "cutting") == versions::are_synonyms("cutting", "reduced"));
    CHECK_FALSE(versions::are_synonyms("damaged", "undamaged"));
}

TEST_CASE("lines of the page are boilerplate in every language") {
    for (const char* line : {"This is a breaking news story and will be updated.", "(Avec agences.)",
                             "Diese Meldung wird laufend aktualisiert.", "Noticia en desarrollo."}) {
        CAPTURE(line);
        CHECK(versions::is_boilerplate(line));
    }
    CHECK_FALSE(versions::is_boilerplate("Police closed the bridge at noon."));
    for (const char* line : {"Correction: an earlier figure was wrong.",
                             "Korrektur: In einer früheren Fassung stand ein falscher Name.",
                             "Rectificatif : le nom était faux.", "Corrección: el nombre era otro.",
                             "訂正：名前に誤りがありました。"}) {
        CAPTURE(line);
        CHECK(versions::opens_correction_note(line, false));
    }
}
