#include "coverage/numerals.h"

#include <algorithm>
#include <string>
#include <vector>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

struct NumeralWord {
    std::string_view word;
    Numeral numeral;
};

/// Words in order of their value, with spaces between: the first is `first`, each next one `step` more.
void add_row(std::vector<NumeralWord>& to, NumeralKind kind, double first, double step,
             std::string_view words) {
    double value = first;
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        const std::string_view word = words.substr(0, space);
        if (word != "-") to.push_back({word, {kind, value}});
        value += step;
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
}

void add_same(std::vector<NumeralWord>& to, NumeralKind kind, double value, std::string_view words) {
    add_row(to, kind, value, 0, words);
}

std::vector<NumeralWord> make_english() {
    std::vector<NumeralWord> words;
    add_row(words, NumeralKind::cardinal, 0, 1,
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen "
            "eighteen nineteen");
    add_row(words, NumeralKind::cardinal, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
    add_same(words, NumeralKind::multiplier, 100, "hundred");
    add_same(words, NumeralKind::multiplier, 1e3, "thousand");
    add_same(words, NumeralKind::multiplier, 1e6, "million");
    add_same(words, NumeralKind::multiplier, 1e9, "billion");
    add_same(words, NumeralKind::multiplier, 1e12, "trillion");
    add_same(words, NumeralKind::dozen, 12, "dozen");
    add_same(words, NumeralKind::fraction, 1.0 / 2, "half");
    add_same(words, NumeralKind::fraction, 1.0 / 3, "third thirds");
    add_same(words, NumeralKind::fraction, 1.0 / 4, "quarter quarters");
    add_same(words, NumeralKind::fraction, 1.0 / 5, "fifth fifths");
    add_same(words, NumeralKind::fraction, 1.0 / 10, "tenth tenths");
    add_same(words, NumeralKind::times, 2, "twice");
    return words;
}

std::vector<NumeralWord> make_german() {
    std::vector<NumeralWord> words;
    add_row(words, NumeralKind::cardinal, 0, 1,
            "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn "
            "sechzehn siebzehn "
            "achtzehn neunzehn");
    add_row(words, NumeralKind::cardinal, 20, 10,
            "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig");
    add_same(words, NumeralKind::cardinal, 1, "ein eine einem einen einer");
    add_row(words, NumeralKind::cardinal, 2, 1, "zweien dreien vieren");
    add_same(words, NumeralKind::multiplier, 100, "hundert");
    add_same(words, NumeralKind::multiplier, 1e3, "tausend");
    add_same(words, NumeralKind::multiplier, 1e6, "million millionen mio");
    add_same(words, NumeralKind::multiplier, 1e9, "milliarde milliarden mrd");
    add_same(words, NumeralKind::dozen, 12, "dutzend");
    add_same(words, NumeralKind::fraction, 1.0 / 2, "halfte halbe halben halber halb");
    add_same(words, NumeralKind::fraction, 1.0 / 3, "drittel");
    add_same(words, NumeralKind::fraction, 1.0 / 4, "viertel");
    add_same(words, NumeralKind::fraction, 1.0 / 5, "funftel");
    add_same(words, NumeralKind::fraction, 1.0 / 10, "zehntel");
    add_same(words, NumeralKind::times, 2, "zweimal");
    add_same(words, NumeralKind::times, 3, "dreimal");
    return words;
}

std::vector<NumeralWord> make_french() {
    std::vector<NumeralWord> words;
    add_row(words, NumeralKind::cardinal, 0, 1,
            "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize");
    add_same(words, NumeralKind::cardinal, 1, "une");
    add_row(words, NumeralKind::cardinal, 20, 10,
            "vingt trente quarante cinquante soixante septante huitante nonante");
    add_same(words, NumeralKind::multiplier, 100, "cent cents");
    add_same(words, NumeralKind::multiplier, 1e3, "mille");
    add_same(words, NumeralKind::multiplier, 1e6, "million millions");
    add_same(words, NumeralKind::multiplier, 1e9, "milliard milliards");
    add_same(words, NumeralKind::dozen, 10, "dizaine");
    add_same(words, NumeralKind::dozen, 12, "douzaine");
    add_same(words, NumeralKind::dozen, 20, "vingtaine");
    add_same(words, NumeralKind::dozen, 100, "centaine");
    add_same(words, NumeralKind::fraction, 1.0 / 2, "moitie demi demie");
    add_same(words, NumeralKind::fraction, 1.0 / 3, "tiers");
    add_same(words, NumeralKind::fraction, 1.0 / 4, "quart quarts");
    return words;
}

std::vector<NumeralWord> make_spanish() {
    std::vector<NumeralWord> words;
    add_row(words, NumeralKind::cardinal, 0, 1,
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
            "dieciseis diecisiete "
            "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis "
            "veintisiete "
            "veintiocho veintinueve");
    add_same(words, NumeralKind::cardinal, 1, "un una");
    add_same(words, NumeralKind::cardinal, 21, "veintiun veintiuna");
    add_row(words, NumeralKind::cardinal, 30, 10,
            "treinta cuarenta cincuenta sesenta setenta ochenta noventa");
    add_row(words, NumeralKind::cardinal, 100, 100,
            "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
            "novecientos");
    add_row(
        words, NumeralKind::cardinal, 200, 100,
        "doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas");
    add_same(words, NumeralKind::cardinal, 100, "cien");
    add_same(words, NumeralKind::multiplier, 1e3, "mil");
    add_same(words, NumeralKind::multiplier, 1e6, "millon millones");
    add_same(words, NumeralKind::dozen, 12, "docena");
    add_same(words, NumeralKind::fraction, 1.0 / 2, "mitad medio media");
    add_same(words, NumeralKind::fraction, 1.0 / 3, "tercio tercios tercera");
    add_same(words, NumeralKind::fraction, 1.0 / 4, "cuarto cuarta");
    return words;
}

using NumeralTable = std::vector<NumeralWord>;

bool by_word(const NumeralWord& one, const NumeralWord& other) { return one.word < other.word; }

NumeralTable sorted(NumeralTable table) {
    sort_by(table, [](const NumeralWord& each) { return each.word; });
    return table;
}

const NumeralTable& table_of(Language language) {
    static const NumeralTable english = sorted(make_english());
    static const NumeralTable german = sorted(make_german());
    static const NumeralTable french = sorted(make_french());
    static const NumeralTable spanish = sorted(make_spanish());
    static const NumeralTable none;
    switch (language) {
        case Language::english: return english;
        case Language::german: return german;
        case Language::french: return french;
        case Language::spanish: return spanish;
        case Language::other: break;
    }
    return none;
}

Numeral look_up(std::string_view plain, Language language) {
    const NumeralTable& table = table_of(language);
    const auto found = std::lower_bound(table.begin(), table.end(), NumeralWord{plain, {}}, by_word);
    return found != table.end() && found->word == plain ? found->numeral : Numeral{};
}

/// "einundzwanzig", "zweihundertfunfzig", "dreitausend"; negative for what is none.
double german_compound(std::string_view word) {
    if (word.empty()) return 0;
    if (const Numeral known = look_up(word, Language::german); known.kind == NumeralKind::cardinal)
        return known.value;
    constexpr std::pair<std::string_view, double> scales[] = {{"tausend", 1e3}, {"hundert", 100}};
    for (const auto& [scale, factor] : scales) {
        const std::size_t at = word.find(scale);
        if (at == std::string_view::npos) continue;
        const double before = at == 0 ? 1 : german_compound(word.substr(0, at));
        std::string_view rest = word.substr(at + scale.size());
        if (rest.starts_with("und")) rest.remove_prefix(3);
        const double after = german_compound(rest);
        return before < 1 || after < 0 ? -1 : before * factor + after;
    }
    const std::size_t joint = word.find("und");
    if (joint == std::string_view::npos || joint == 0) return -1;
    const Numeral unit = look_up(word.substr(0, joint), Language::german);
    const Numeral ten = look_up(word.substr(joint + 3), Language::german);
    const bool both = unit.kind == NumeralKind::cardinal && ten.kind == NumeralKind::cardinal &&
                      unit.value < 10 && ten.value >= 20;
    return both ? unit.value + ten.value : -1;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Digits> read_digits(std::string_view text) {
    // Groups of digits between single separators.
    std::vector<std::string_view> groups;
    std::string separators;
    std::size_t position = 0;
    while (position < text.size()) {
        std::size_t end = position;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end == position) return std::nullopt;
        groups.push_back(text.substr(position, end - position));
        if (end == text.size()) break;
        char separator = text[end];
        std::size_t length = 1;
        if (text.substr(end, 2) == "\xC2\xA0") {
            separator = ' ';
            length = 2;
        } else if (text.substr(end, 3) == "\xE2\x80\xAF" || text.substr(end, 3) == "\xE2\x80\x89") {
            separator = ' ';
            length = 3;
        } else if (text.substr(end, 3) == "\xE2\x80\x99") {
            separator = '\'';
            length = 3;
        }
        if (separator != '.' && separator != ',' && separator != ' ' && separator != '\'')
            return std::nullopt;
        separators += separator;
        position = end + length;
        if (position == text.size()) return std::nullopt;
    }
    if (groups.empty() || groups[0].size() > 15) return std::nullopt;
    Digits digits;
    std::string whole(groups[0]);
    std::string decimals;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        const bool first_of_kind = i == 1 || separators[i - 1] != separators[i - 2];
        const bool last = i + 1 == groups.size();
        if (groups[i].size() == 3 && groups[0] != "0" && groups[0].size() <= 3 &&
            (i == 1 || !first_of_kind)) {
            whole += groups[i];
            digits.separated = true;
        } else if (last && first_of_kind && (separators[i - 1] == '.' || separators[i - 1] == ',')) {
            decimals = groups[i];
        } else {
            return std::nullopt;
        }
    }
    if (whole.size() > 15 || decimals.size() > 9) return std::nullopt;
    digits.decimals = static_cast<int>(decimals.size());
    for (const char digit : whole) digits.value = digits.value * 10 + (digit - '0');
    double unit = 1;
    double rest = 0;
    for (const char digit : decimals) {
        rest = rest * 10 + (digit - '0');
        unit *= 10;
    }
    digits.value += rest / unit;
    return digits;
}

Numeral numeral_of(std::string_view plain, Language language) {
    const Numeral known = look_up(plain, language);
    if (known.kind != NumeralKind::none || language != Language::german || plain.size() < 7) return known;
    const double value = german_compound(plain);
    return value > 0 ? Numeral{NumeralKind::cardinal, value} : Numeral{};
}

}  // namespace twicetold::coverage
