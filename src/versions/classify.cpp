#include "versions/classify.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace twicetold::versions {

namespace {

using document::Tokenized;
using text::TokenKind;

template <std::size_t N>
std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
    std::sort(words.begin(), words.end());
    return words;
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
}

bool is_date_word(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
        "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "a.m.", "p.m.", "am", "pm", "gmt", "bst", "today", "tomorrow", "yesterday",
        "tonight", "morning", "afternoon", "evening", "midnight", "noon", "midday", "weekend", "week", "weeks", "month", "months",
        "spring", "summer", "autumn", "winter", "o'clock", "hour", "hours", "overnight", "dawn", "dusk", "mid-afternoon", "mid-morning",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "mai", "juni", "juli",
        "oktober", "dezember", "uhr", "heute", "gestern", "morgen", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
        "agosto", "septiembre", "octubre", "noviembre", "diciembre", "ayer", "hoy", "mañana", "hier", "matin", "soir", "月", "日", "時", "曜", "午", "年",
    }));
    return contains(words, word);
}

bool is_number_word(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
        "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "dozen", "dozens", "half", "third", "quarter",
        "twice", "double", "percent", "first", "second", "fourth", "fifth", "several", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf",
        "dix", "cent", "mille", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf", "hundert", "tausend", "millionen",
        "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "cien", "mil", "一", "二", "三", "四", "五", "六", "七", "八", "九",
        "十", "百", "千", "万", "億", "兆", "亿",
    }));
    return contains(words, word);
}

bool is_negation(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "denied", "denies", "deny", "nicht",
        "kein", "keine", "keinen", "nie", "ohne", "ne", "pas", "jamais", "aucun", "aucune", "sans", "non", "nunca", "sin", "jamás", "ningún", "ninguna",
    }));
    return contains(words, word) || word.ends_with("n't");
}

bool is_hedge(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "may", "might", "could", "would", "should", "apparently", "appears", "appear", "appeared", "seems", "seem", "seemed", "reportedly", "allegedly",
        "alleged", "likely", "unlikely", "possibly", "possible", "probably", "perhaps", "suspected", "believed", "thought", "potentially", "presumably",
        "roughly", "about", "around", "nearly", "almost", "approximately", "least", "suggests", "suggested", "expected", "feared", "considered",
        "assessing", "some", "vielleicht", "möglicherweise", "wohl", "offenbar", "angeblich", "könnte", "könnten", "dürfte", "soll", "peut-être", "probablement",
        "pourrait", "pourraient", "serait", "seraient", "aurait", "auraient", "environ", "quizás", "podría", "podrían", "probablemente", "presunto", "unos",
        "とみられる", "約",
    }));
    return contains(words, word);
}

bool is_attribution(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "said", "says", "say", "told", "tells", "claimed", "claims", "claim", "stated", "states", "added", "adds", "according", "reported", "reports",
        "announced", "insisted", "insists", "argued", "argue", "argues", "confirmed", "confirms", "alleges", "warned", "warns", "admitted", "admits", "acknowledged",
        "conceded", "spokesman", "spokeswoman", "spokesperson", "sources", "officials", "declared", "explained", "noted", "maintained", "suggested",
        "sagte", "sagten", "erklärte", "behauptete", "zufolge", "laut", "dit", "déclaré", "affirmé", "affirme", "selon", "assuré", "indiqué",
        "dijo", "afirmó", "según", "declaró", "aseguró",
    }));
    return contains(words, word);
}

/// What the words of one side of an edit are, seen together.
struct Traits {
    bool quoted = false;
    bool date = false;
    bool figure = false;
    bool name = false;
    bool negation = false;
    bool hedge = false;
    bool attribution = false;
    std::uint32_t words = 0;
};

bool is_clock_or_date_figure(std::string_view word) {
    const bool clock = word.find(':') != std::string_view::npos && word.size() <= 8;
    const bool iso = std::count(word.begin(), word.end(), '-') == 2 || std::count(word.begin(), word.end(), '/') == 2;
    return clock || iso;
}

/// A bare number that reads as a year of our time.
bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_capitalised(std::string_view word) { return !word.empty() && text::is_upper(text::decode(word, 0).code_point); }

std::string_view token_text(const Tokenized& text, std::uint32_t token) { return text.document->slice(text.tokens[token].range()); }

/// Does the token open its sentence, where a capital tells nothing?
bool opens_sentence(const Tokenized& text, std::uint32_t token) {
    const auto unit = std::upper_bound(text.unit_begin.begin(), text.unit_begin.end(), token) - 1;
    std::uint32_t first = *unit;
    while (first < token && text.entry(first).weight == text::TokenWeight::sign) ++first;
    return first == token;
}

Traits traits_of(const Tokenized& text, TokenSpan span, const std::vector<bool>& quoted) {
    Traits traits;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const text::Entry& entry = text.entry(t);
        if (entry.weight == text::TokenWeight::sign) continue;
        const std::string_view shown = token_text(text, t);
        const std::string word = text::match_form(shown);
        ++traits.words;
        traits.quoted = traits.quoted || quoted[t];
        if (entry.kind == TokenKind::number) {
            const bool month_beside = (t > 0 && is_date_word(text::match_form(token_text(text, t - 1)))) ||
                                      (t + 1 < text.tokens.size() && is_date_word(text::match_form(token_text(text, t + 1))));
            if (is_clock_or_date_figure(word) || is_year(word) || month_beside) {
                traits.date = true;
            } else {
                traits.figure = true;
            }
            continue;
        }
        if (is_date_word(word)) traits.date = true;
        if (is_number_word(word)) traits.figure = true;
        if (is_negation(word)) traits.negation = true;
        if (is_hedge(word)) traits.hedge = true;
        if (is_attribution(word)) traits.attribution = true;
        const bool cased = entry.kind == TokenKind::word && entry.weight == text::TokenWeight::content;
        if (cased && is_capitalised(shown) && !is_date_word(word) && !is_number_word(word) && !opens_sentence(text, t)) traits.name = true;
    }
    return traits;
}

bool only_signs(const Tokenized& text, TokenSpan span) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (text.entry(t).weight != text::TokenWeight::sign) return false;
    }
    return true;
}

/// The typographic form: quotes, dashes, ellipses and invisible characters folded, capitals kept.
std::string typographic_form(const Tokenized& text, TokenSpan span) {
    using text::Ignore;
    const Ignore folded = Ignore::quotes | Ignore::dashes | Ignore::ellipsis | Ignore::invisible;
    std::string form;
    for (std::uint32_t t = span.begin; t < span.end; ++t) form += text::fold_token(token_text(text, t), folded);
    return form;
}

bool ends_like(std::string_view one, std::string_view other, std::string_view a, std::string_view b) {
    const auto pos_one = one.find(a);
    const auto pos_other = other.find(b);
    if (pos_one == std::string_view::npos || pos_other == std::string_view::npos) return false;
    return one.substr(0, pos_one) == other.substr(0, pos_other) && one.substr(pos_one + a.size()) == other.substr(pos_other + b.size());
}

/// Two spellings of one word: known regional pairs, doubled letters, transposed letters, hyphens and accents.
bool is_respelling(std::string_view one, std::string_view other) {
    using text::Ignore;
    const Ignore folded = Ignore::letter_case | Ignore::diacritics | Ignore::hyphenation;
    const std::string a = text::fold_token(one, folded);
    const std::string b = text::fold_token(other, folded);
    if (a == b) return true;
    if (std::min(a.size(), b.size()) < 4) return false;
    struct Pattern {
        std::string_view one;
        std::string_view other;
    };
    constexpr Pattern patterns[] = {{"is", "iz"}, {"ys", "yz"}, {"our", "or"}, {"re", "er"}, {"ll", "l"}, {"ae", "e"}, {"oe", "e"},
                                    {"ogue", "og"}, {"ence", "ense"}, {"mme", "m"}, {"gement", "gment"}, {"ey", "y"}, {"ß", "ss"}};
    for (const Pattern& p : patterns) {
        if (ends_like(a, b, p.one, p.other) || ends_like(b, a, p.one, p.other)) return true;
    }
    if (a.size() == b.size()) {
        // "dias" and "dais": two neighbouring letters changed places.
        std::size_t first = 0;
        while (first < a.size() && a[first] == b[first]) ++first;
        return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] && a.substr(first + 2) == b.substr(first + 2);
    }
    // "occured" and "occurred": one letter doubled.
    const std::string& longer = a.size() > b.size() ? a : b;
    const std::string& shorter = a.size() > b.size() ? b : a;
    if (longer.size() != shorter.size() + 1) return false;
    std::size_t first = 0;
    while (first < shorter.size() && longer[first] == shorter[first]) ++first;
    return first > 0 && longer[first] == longer[first - 1] && longer.substr(first + 1) == shorter.substr(first);
}

/// The same quantity in other signs: "one-litre" and "1-litre", "two" and "2".
std::string numeral_form(std::string_view word) {
    static constexpr std::array<std::string_view, 13> names = {"zero", "one", "two",   "three", "four",   "five",  "six",
                                                               "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    std::string form = text::match_form(word);
    const std::size_t hyphen = form.find('-');
    const std::string head = form.substr(0, hyphen);
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (head == names[n]) return std::to_string(n) + (hyphen == std::string::npos ? "" : form.substr(hyphen));
    }
    return form;
}

}  // namespace

std::vector<bool> find_quoted(const Tokenized& text) {
    std::vector<bool> quoted(text.tokens.size(), false);
    const auto scan = [&](std::uint32_t first, std::uint32_t last) {
        bool inside = false;
        for (std::uint32_t t = first; t < last; ++t) {
            const std::string_view shown = token_text(text, t);
            const char32_t c = text::decode(shown, 0).code_point;
            if (text.entry(t).kind == TokenKind::punctuation && text::is_double_quote(c)) {
                switch (c) {
                    case U'"':
                    case 0xFF02: inside = !inside; break;
                    case 0x201D:
                    case 0xBB:
                    case 0x300D:
                    case 0x300F: inside = false; break;
                    case 0x201C: inside = !inside || t == first; break;  // closes in German
                    default: inside = true; break;
                }
                continue;
            }
            quoted[t] = inside;
        }
    };
    scan(text.unit_begin[document::title_unit], text.unit_begin[document::title_unit + 1]);
    for (const document::Paragraph& paragraph : text.document->paragraphs) {
        scan(text.unit_begin[paragraph.first_sentence + document::body_unit], text.unit_begin[paragraph.last_sentence + document::body_unit]);
    }
    return quoted;
}

Classification classify_words(const ClassifyContext& context, const WordEdit& edit) {
    using enum ChangeKind;
    constexpr auto cosmetic = Significance::cosmetic;
    constexpr auto substantive = Significance::substantive;
    const Tokenized& before = context.before;
    const Tokenized& after = context.after;
    if (!edit.before.empty() && !edit.after.empty() && typographic_form(before, edit.before) == typographic_form(after, edit.after)) {
        return {typography, cosmetic};
    }
    if (only_signs(before, edit.before) && only_signs(after, edit.after)) return {punctuation, cosmetic};
    if (edit.surface) return {spelling, cosmetic};  // capitals
    const Traits b = traits_of(before, edit.before, context.before_quoted);
    const Traits a = traits_of(after, edit.after, context.after_quoted);
    const bool one_word = edit.before.size() == 1 && edit.after.size() == 1;
    const bool names = b.name && a.name;
    if (one_word && !names && before.entry(edit.before.begin).kind == TokenKind::word && after.entry(edit.after.begin).kind == TokenKind::word &&
        is_respelling(token_text(before, edit.before.begin), token_text(after, edit.after.begin))) {
        return {spelling, cosmetic};
    }
    if (b.quoted || a.quoted) return {quote, substantive};
    if (b.date || a.date) return {date, substantive};
    if (b.figure || a.figure) {
        const bool same_quantity = one_word && numeral_form(token_text(before, edit.before.begin)) == numeral_form(token_text(after, edit.after.begin));
        return {figure, same_quantity ? cosmetic : substantive};
    }
    if (b.name || a.name) return {name, substantive};
    if (b.negation != a.negation) return {negation, substantive};
    if (b.hedge != a.hedge) return {hedge, substantive};
    if (b.attribution || a.attribution) return {attribution, substantive};
    const std::uint32_t words = std::max(b.words, a.words);
    if (edit.before.empty() || edit.after.empty()) {
        if (words >= 3) return {edit.before.empty() ? addition : removal, substantive};
        return {wording, cosmetic};
    }
    return {wording, cosmetic};
}

bool opens_correction_note(std::string_view sentence) {
    constexpr auto openings = std::to_array<std::string_view>(
        {"correction", "corrections", "clarification", "editor's note", "editors' note", "an earlier version of this", "a previous version of this",
         "this article was amended", "this article has been", "this story has been", "this article was corrected", "this story was corrected",
         "update:", "korrektur", "berichtigung", "in einer früheren version", "anmerkung der redaktion", "rectificatif", "correctif", "précision :",
         "une version précédente", "corrección", "fe de errores", "rectificación", "una versión anterior", "訂正", "更正", "お詫び"});
    while (!sentence.empty() && (sentence.front() == '*' || sentence.front() == '_' || sentence.front() == '(' || sentence.front() == '[')) {
        sentence.remove_prefix(1);
    }
    std::size_t length = std::min<std::size_t>(sentence.size(), 64);
    while (length < sentence.size() && (static_cast<unsigned char>(sentence[length]) & 0xC0U) == 0x80U) --length;  // not inside a character
    const std::string opening = text::match_form(sentence.substr(0, length));
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return opening.starts_with(o); });
}

Classification classify_sentence(const Tokenized& text, std::uint32_t unit, bool added) {
    const std::string sentence = text::match_form(text.document->slice(text.unit_range(unit)));
    constexpr auto stock = std::to_array<std::string_view>(
        {"will be updated", "developing story", "breaking news", "more to follow", "more follows", "check back for", "read more", "sign up", "follow us",
         "wird aktualisiert", "plus d'informations à suivre", "en cours d'actualisation"});
    const bool boilerplate = std::any_of(stock.begin(), stock.end(), [&](std::string_view s) { return sentence.find(s) != std::string::npos; });
    return {added ? ChangeKind::addition : ChangeKind::removal, boilerplate ? Significance::cosmetic : Significance::substantive};
}

}  // namespace twicetold::versions
