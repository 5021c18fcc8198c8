#include "coverage/words.h"

#include <algorithm>
#include <array>

#include "coverage/order.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace twicetold::coverage {

namespace {

constexpr std::size_t languages = 4;

/// Space-separated words.
struct RoleList {
    WordRole role;
    std::string_view words;
};

constexpr RoleList role_lists[] = {
    {WordRole::negation,
     "not no never none nobody nothing without neither nor cannot can't won't don't didn't doesn't isn't "
     "wasn't aren't weren't "
     "hasn't haven't couldn't wouldn't shouldn't nowhere nicht kein keine keinen keinem keiner nie niemals "
     "niemand nichts "
     "ohne weder pas jamais aucun aucune rien personne sans ni ne nunca ninguno ninguna nadie nada sin "
     "tampoco"},
    {WordRole::denial,
     "deny denied denies reject rejected rejects refuse refused refuses dismiss dismissed dismisses refute "
     "refuted dispute "
     "disputed ruled fail failed fails lack bestreitet bestritt dementierte dementiert wies weist ablehnte "
     "lehnte lehnt "
     "abgelehnt weigert weigerte refuse refusa rejette rejeta dement nego niega rechazo rechaza desmintio "
     "desmiente descarta"},
    {WordRole::saying,
     "said say says saying told tell tells added adds according reported reports report announced announce "
     "stated states "
     "noted explained wrote writes asked quoted claimed claims insisted sagte sagt sagten teilte mitteilte "
     "mit erklarte "
     "erklart laut zufolge berichtete berichtet hiess dit declare declare affirme selon explique ajoute dijo "
     "dice declaro "
     "segun afirmo afirma anadio anade explico senalo aseguro asegura"},
    {WordRole::title,
     "mayor minister president chief governor gov spokesman spokeswoman spokesperson chairman chairwoman "
     "chair director "
     "secretary judge justice professor doctor dr officer leader head senator sen rep coach captain manager "
     "executive ceo "
     "commissioner sheriff superintendent inspector councillor analyst economist lawyer attorney prosecutor "
     "union founder owner "
     "acting deputy former teacher driver fisherman farmer king queen prince pope bishop general "
     "archaeologist researcher "
     "scientist "
     "burgermeister burgermeisterin oberburgermeister oberburgermeisterin ministerin prasident prasidentin "
     "sprecher sprecherin "
     "vorsitzender vorsitzende chef chefin leiter leiterin direktor direktorin richter richterin trainer "
     "trainerin kanzler "
     "kanzlerin staatsanwalt staatsanwaltin professorin forscher forscherin landrat landratin "
     "geschaftsfuhrer "
     "geschaftsfuhrerin innenminister innenministerin verkehrsminister verkehrsministerin maire ministre "
     "presidente directeur "
     "directrice porte-parole juge procureur prefet alcalde alcaldesa ministro ministra portavoz consejero "
     "consejera juez "
     "jueza fiscal gobernador secretario secretaria director directora lider"},
    {WordRole::common,
     "new year years day days week month time people person man men woman women first last one two three "
     "many much other "
     "another make made take took get got go went come came put set way part thing work use long high big "
     "old great good "
     "number area place case point group state way least still even already back around since during between "
     "because "
     "against among per next now today yesterday well once whether both each same however meanwhile "
     "jahr jahre jahren tag tage tagen woche monat zeit menschen mann frau leute neue neuen neuer erste "
     "ersten letzten viele "
     "mehr andere anderen seit wahrend zwischen gegen noch schon bereits wieder dort hier heute gestern etwa "
     "rund dabei "
     "zudem jedoch allerdings konnen konnte sollen soll will wollen muss mussen gibt gab kam steht stand "
     "liegt lag "
     "an annee annees jour jours semaine mois temps gens nouveau nouvelle premier derniere depuis entre "
     "contre encore deja "
     "ano anos dia dias semana mes tiempo gente nuevo nueva primer primera ultimo ultima desde entre contra "
     "aun ya hoy ayer "
     "parte vez veces cada tras sobre"},
    {WordRole::month,
     "january february march april may june july august september october november december jan feb mar apr "
     "jun jul aug sep "
     "sept oct nov dec januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin "
     "juillet aout "
     "septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre "
     "octubre noviembre "
     "diciembre"},
    {WordRole::weekday,
     "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag "
     "samstag sonnabend "
     "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes "
     "sabado domingo"},
    {WordRole::function,
     "no not if whose upon onto within via would could should shall might must cannot their theirs ours mine "
     "himself herself "
     "itself themselves very too quite rather ever yet also again further therefore though although while "
     "thus here there "
     "ich habe hatte hatten hatt hat etwas unter ums gegen zwischen seit uber fur bis vor nach bei aus durch "
     "ohne sehr kaum etwa wieder "
     "wurde wurden worden sei seien ware waren wird werden werde kann konnte sollte wollte musste durfte "
     "wenn weil denn doch nur sehr so dann da ja nein man mich mir uns ihm ihn ihnen ihre ihren ihrem ihrer "
     "seinen seinem "
     "seiner dieses diesem diesen jener jede jeder jedes alle allen alles aber sondern damit daran dazu ob "
     "ab an in um "
     "si ne pas plus moins tres aussi donc car lorsque quand si cela ceci celui celle ceux tout tous toute "
     "toutes meme "
     "no si muy mas menos tambien pero sino como cuando donde quien quienes cual cuyo ese esa eso esos esas "
     "aquel aquella "
     "le les lo nos sus su mi mis tu ser estar haber hay son eran sera seran ante bajo hasta mientras porque "
     "aunque"},
    {WordRole::passive,
     "was were been being is are by wurde wurden worden werden wird von vom durch ete fut par fue fueron "
     "sido"},
};

template <typename Each>
void each_word(std::string_view words, Each each) {
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        const std::string_view word = words.substr(0, space);
        if (!word.empty()) each(word);
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view text) { return std::any_of(text.begin(), text.end(), is_vowel); }

/// Takes the first of `endings` off that leaves `shortest` bytes or more. True where one was.
bool take_off(std::string& word, std::size_t shortest, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings) {
        if (word.size() < shortest + ending.size() || !word.ends_with(ending)) continue;
        word.resize(word.size() - ending.size());
        return true;
    }
    return false;
}

void undouble(std::string& word) {
    if (word.size() < 4) return;
    const char last = word.back();
    if (last == word[word.size() - 2] && !is_vowel(last) && last != 's' && last != 'l') word.pop_back();
}

/// After Porter (1980), without the measures: plurals, -ed, -ing, -ly, -ion; silent e and y at the end.
void stem_english(std::string& word) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (word.ends_with("s'")) word.pop_back();
    if (word.size() < 4) return;
    if (word.ends_with("ies")) {
        word.resize(word.size() - 2);
    } else if (word.ends_with("sses") || word.ends_with("ches") || word.ends_with("shes") ||
               word.ends_with("xes")) {
        word.resize(word.size() - 2);
    } else if (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
               !word.ends_with("is")) {
        word.pop_back();
    }
    std::string shorter = word;
    if (take_off(shorter, 3, {"ingly", "edly", "ing", "ed"}) && has_vowel(shorter)) {
        word = shorter;
        undouble(word);
    } else {
        take_off(word, 4, {"ly"});
    }
    take_off(word, 4, {"ion", "ment", "ness"});
    if (word.size() > 3 && word.ends_with('e')) word.pop_back();
    if (word.size() > 2 && word.ends_with('y')) word.back() = 'i';
}

void stem_german(std::string& word) {
    take_off(word, 4, {"innen"});
    take_off(word, 4, {"ern", "em", "er", "en", "es", "e", "s", "n", "t"});
    take_off(word, 4, {"en", "er", "e", "t"});
    if (word.size() > 6 && word.starts_with("ge")) word.erase(0, 2);
}

void stem_romance(std::string& word) {
    take_off(word, 4,
             {"amientos", "imientos", "amiento", "imiento", "aciones", "acion", "ations", "ation", "ements",
              "ement",    "aron",     "ieron",   "ando",    "iendo",   "adas",  "idas",   "ados",  "idos",
              "ada",      "ida",      "ado",     "ido",     "aient",   "aban",  "aba",    "ara",   "eront",
              "ent",      "ees",      "ee",      "er",      "ir",      "re",    "ar",     "es",    "as",
              "os",       "an",       "en",      "is",      "s"});
    take_off(word, 4, {"es", "e", "a", "o", "i"});
}

/// Of each language: the stems, and of each stem its concepts.
struct ConceptTable {
    struct OfLanguage {
        Numbering stems;
        std::vector<std::vector<std::uint16_t>> concepts;
    };
    std::array<OfLanguage, languages> of;
};

ConceptTable make_concepts() {
    ConceptTable table;
    std::string_view rest = concept_table();
    for (std::uint16_t number = 0; !rest.empty(); ++number) {
        const std::size_t line_end = rest.find('\n');
        std::string_view line = rest.substr(0, line_end);
        rest.remove_prefix(line_end + 1);
        for (std::size_t language = 0; language < languages; ++language) {
            const std::size_t bar = line.find('|');
            each_word(line.substr(0, bar), [&](std::string_view word) {
                auto& [stems, concepts] = table.of[language];
                const std::uint32_t stem = stems.number(stem_of(word, static_cast<Language>(language)));
                if (stem == concepts.size()) concepts.emplace_back();
                if (concepts[stem].empty() || concepts[stem].back() != number)
                    concepts[stem].push_back(number);
            });
            line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
        }
    }
    return table;
}

struct RoleTable {
    Numbering words;
    std::vector<std::uint16_t> roles;
};

RoleTable make_roles() {
    RoleTable table;
    for (const RoleList& list : role_lists) {
        each_word(list.words, [&](std::string_view word) {
            const std::uint32_t number = table.words.number(word);
            if (number == table.roles.size()) table.roles.push_back(0);
            table.roles[number] =
                static_cast<std::uint16_t>(table.roles[number] | static_cast<std::uint16_t>(list.role));
        });
    }
    return table;
}

constexpr char32_t last_latin_letter = 0x24F;
constexpr std::uint32_t least_telling = 3;  ///< words of the list that make sure
constexpr std::uint32_t least_words =
    40;  ///< of a text that has none of the list, to be sure that it is in none of the languages

/// Words that tell the languages apart: frequent, and of one of them only.
constexpr std::array<std::string_view, languages> telling_words = {
    "the and of to was said that is by at with from it were has had been not would their",
    "der die das und ist nicht mit den von im auf dem ein eine sich des auch wurde nach bei am war fur uber",
    "le les et des est dans une du au pour sur qui par ont pas avec sont aux cette etait",
    "el los las del y en una por con para su se al fue como lo mas segun han este pero",
};

}  // namespace

std::string plain_form(std::string_view word) {
    using text::Ignore;
    return text::fold_token(word, Ignore::letter_case | Ignore::diacritics | Ignore::quotes | Ignore::dashes);
}

LanguageGuess language_of(const document::Tokenized& text) {
    const std::string_view tag = std::string_view(text.document->language).substr(0, 2);
    constexpr std::array<std::string_view, languages> tags = {"en", "de", "fr", "es"};
    for (std::size_t i = 0; i < languages; ++i) {
        if (tag == tags[i]) return {static_cast<Language>(i), true};
    }
    if (!tag.empty()) return {Language::other, true};
    std::array<std::uint32_t, languages> count{};
    std::vector<std::uint32_t> uses(text.vocabulary->size(), 0);
    for (const std::uint32_t entry : text.entries) ++uses[entry];
    std::uint32_t words = 0;
    std::uint32_t foreign = 0;  // in another script than these languages are written in
    for (std::uint32_t entry = 0; entry < uses.size(); ++entry) {
        const text::TokenKind kind = text.vocabulary->entry(entry).kind;
        if (uses[entry] == 0 || (kind != text::TokenKind::word && kind != text::TokenKind::ideograph))
            continue;
        words += uses[entry];
        if (text::decode(text.vocabulary->entry(entry).text, 0).code_point > last_latin_letter) {
            foreign += uses[entry];
            continue;
        }
        const std::string plain = plain_form(text.vocabulary->entry(entry).text);
        for (std::size_t i = 0; i < languages; ++i) {
            each_word(telling_words[i],
                      [&](std::string_view word) { count[i] += word == plain ? uses[entry] : 0; });
        }
    }
    if (foreign * 2 > words) return {Language::other, true};
    const auto best = static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin());
    // In any text of these languages one word in five is one of the list's; one in twenty leaves room for lists of names. A
    // short text may have none or one by chance.
    const bool enough = count[best] > 0 && count[best] * 20 >= words;
    const bool alone =
        std::count_if(count.begin(), count.end(), [&](std::uint32_t c) { return 2 * c > count[best]; }) == 1;
    if (enough) return {static_cast<Language>(best), count[best] >= least_telling && alone};
    return {Language::other, words >= least_words};
}

std::string stem_of(std::string_view plain, Language language) {
    std::string word(plain);
    switch (language) {
        case Language::english: stem_english(word); break;
        case Language::german: stem_german(word); break;
        case Language::french:
        case Language::spanish: stem_romance(word); break;
        case Language::other: break;
    }
    return word;
}

std::uint16_t roles_of(std::string_view plain) {
    static const RoleTable table = make_roles();
    const std::uint32_t number = table.words.find(plain);
    return number == Numbering::none ? std::uint16_t{0} : table.roles[number];
}

std::span<const std::uint16_t> concepts_of(std::string_view stem, Language language) {
    static const ConceptTable table = make_concepts();
    if (language == Language::other) return {};
    const auto& [stems, concepts] = table.of[static_cast<std::size_t>(language)];
    const std::uint32_t number = stems.find(stem);
    if (number == Numbering::none) return {};
    return concepts[number];
}

}  // namespace twicetold::coverage
