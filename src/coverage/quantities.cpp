#include "coverage/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "coverage/numerals.h"
#include "coverage/parts.h"

namespace twicetold::coverage {

namespace {

using document::Tokenized;

template <std::size_t Size>
bool one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto approximators = std::to_array<std::string_view>(
    {"about", "around",    "roughly",         "nearly",    "almost",    "some",   "approximately",
     "circa", "estimated", "close",           "virtually", "unos",      "unas",   "cerca",
     "casi",  "alrededor", "aproximadamente", "ronda",     "etwa",      "rund",   "knapp",
     "fast",  "ungefahr",  "zirka",           "gut",       "annahernd", "nahezu", "environ",
     "pres",  "presque",   "quelque",         "autour"});
constexpr auto lower_bounds =
    std::to_array<std::string_view>({"over", "least", "above", "exceeding", "minimum", "uber", "mindestens",
                                     "wenigstens", "superior", "moins", "menos"});
constexpr auto upper_bounds = std::to_array<std::string_view>(
    {"under", "below", "most", "maximum", "unter", "hochstens", "maximal", "hasta"});
constexpr auto clock_words =
    std::to_array<std::string_view>({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "uhr"});
constexpr auto range_words =
    std::to_array<std::string_view>({"to", "bis", "a", "or", "and", "und", "y", "et", "oder"});
/// "Route 9", "platform 4", "Linie 7": what is called by a number.
constexpr auto designators = std::to_array<std::string_view>(
    {"route",   "road",     "highway",  "interstate", "channel",  "article",       "section", "chapter",
     "routes",  "roads",    "buses",    "lines",      "gates",    "rooms",         "flights", "platforms",
     "tram",    "trams",    "district", "ward",       "linien",   "lignes",        "lineas",  "rutas",
     "page",    "room",     "platform", "gate",       "flight",   "bus",           "line",    "level",
     "phase",   "terminal", "reactor",  "number",     "autobahn", "bundesstrasse", "linie",   "gleis",
     "artikel", "paragraf", "seite",    "kapitel",    "halle",    "ruta",          "linea",   "articulo",
     "canal",   "anden",    "ligne",    "quai",       "voie",     "chapitre"});
constexpr auto joints =
    std::to_array<std::string_view>({"and", "or", "und", "oder", "y", "o", "et", "ou", ","});
constexpr auto articles = std::to_array<std::string_view>(
    {"a", "an", "ein", "eine", "einen", "einem", "einer", "un", "una", "une"});

/// The place of a word in a list of rows, from 1 on; 0 where it is in none. A word may stand for any that it begins.
template <std::size_t Size>
int row_of(std::string_view word, const std::array<std::string_view, Size>& rows) {
    const std::string wanted = " " + std::string(word.substr(0, word.find_first_of(".'"))) + " ";
    for (std::size_t row = 0; row < Size; ++row) {
        if (rows[row].find(wanted) != std::string_view::npos) return static_cast<int>(row) + 1;
    }
    return 0;
}

int month_of(std::string_view word) {
    constexpr auto months = std::to_array<std::string_view>(
        {" january jan januar janvier enero ", " february feb februar fevrier febrero ",
         " march mar marz mars marzo ", " april apr avril abril ", " may mai mayo ",
         " june jun juni juin junio ", " july jul juli juillet julio ", " august aug aout agosto ",
         " september sep sept septembre septiembre ", " october oct oktober octobre octubre ",
         " november nov novembre noviembre ", " december dec dezember decembre diciembre "});
    return row_of(word, months);
}

int weekday_of(std::string_view word) {
    constexpr auto days = std::to_array<std::string_view>(
        {" monday montag lundi lunes ", " tuesday dienstag mardi martes ",
         " wednesday mittwoch mercredi miercoles ", " thursday donnerstag jeudi jueves ",
         " friday freitag vendredi viernes ", " saturday samstag sonnabend samedi sabado ",
         " sunday sonntag dimanche domingo "});
    return row_of(word, days);
}

struct Value {
    double number = 0;
    double step = 0;      ///< half of the last digit
    std::size_t end = 0;  ///< half-open part index
    NumeralKind kind = NumeralKind::cardinal;
    bool digits = false;
    bool separated = false;
    bool scaled = false;    ///< with "million" and the like
    bool bare_one = false;  ///< "one", "ein", "una": mostly no number
};

/// Reads the quantities of a sentence from its parts.
class QuantityReader {
public:
    QuantityReader(std::vector<Part> parts, Language language)
        : parts_(std::move(parts)), language_(language) {}

    std::vector<Quantity> read() {
        std::size_t position = 0;
        while (position < parts_.size()) position = read_at(position);
        return std::move(found_);
    }

private:
    using Kind = Part::Kind;

    [[nodiscard]] const Part* at(std::size_t i) const { return i < parts_.size() ? &parts_[i] : nullptr; }
    [[nodiscard]] bool is_word(std::size_t i, std::string_view word) const {
        return i < parts_.size() && parts_[i].plain == word;
    }
    [[nodiscard]] std::string_view plain(std::size_t i) const {
        return i < parts_.size() ? std::string_view(parts_[i].plain) : std::string_view();
    }
    [[nodiscard]] bool is_hyphen(std::size_t i) const {
        return i < parts_.size() && parts_[i].kind == Kind::sign &&
               (parts_[i].plain == "-" || parts_[i].plain == "\xE2\x80\x93");
    }
    [[nodiscard]] Numeral numeral(std::size_t i) const {
        return i < parts_.size() && parts_[i].kind == Kind::word ? numeral_of(parts_[i].plain, language_)
                                                                 : Numeral{};
    }

    /// Multiplier behind a number: "million", "m" and "bn" where glued or after a currency.
    [[nodiscard]] double multiplier(std::size_t i, bool money) const {
        const Part* part = at(i);
        if (part == nullptr || part->kind != Kind::word) return 0;
        const Numeral word = numeral(i);
        if (word.kind == NumeralKind::multiplier) return word.value;
        if (part->glued || money) {
            if (part->plain == "bn" || part->plain == "b" || part->plain == "mrd" || part->plain == "mrd.")
                return 1e9;
            if (part->plain == "mn" || part->plain == "mio" || part->plain == "mio." || part->plain == "mill")
                return 1e6;
            if (part->plain == "m" && money) return 1e6;
            if (part->plain == "k") return 1e3;
        }
        return 0;
    }

    /// A number without its unit. Nothing where none begins at `i`.
    [[nodiscard]] std::optional<Value> value_at(std::size_t i, bool money) const {
        const Part* part = at(i);
        if (part == nullptr) return std::nullopt;
        Value value;
        if (part->kind == Kind::digits) {
            value.number = part->digits.value;
            value.step = 0.5 * std::pow(10.0, -part->digits.decimals);
            value.digits = true;
            value.separated = part->digits.separated;
            value.end = i + 1;
            read_spaced_thousands(value);
            scale(value, money);
            return value;
        }
        if (!spelled(i, value)) return std::nullopt;
        return value;
    }

    /// "12 000": French and others group by spaces.
    void read_spaced_thousands(Value& value) const {
        if (language_ == Language::english || value.number >= 1000 || value.number < 1 ||
            value.number != std::floor(value.number))
            return;
        while (const Part* next = at(value.end)) {
            if (next->kind != Kind::digits || next->glued || next->range.size() != 3) break;
            value.number = value.number * 1000 + next->digits.value;
            value.separated = true;
            ++value.end;
        }
    }

    void scale(Value& value, bool money) const {
        for (double factor = multiplier(value.end, money); factor > 0;
             factor = multiplier(value.end, money)) {
            value.number *= factor;
            value.step *= factor;
            value.scaled = true;
            ++value.end;
        }
    }

    /// "thirty-one", "two hundred and five", "treinta y cinco", "dos y medio", "a dozen", "half".
    bool spelled(std::size_t i, Value& value) const {
        const Numeral first = numeral(i);
        if (first.kind == NumeralKind::none) return false;
        value.step = 0.5;
        value.end = i + 1;
        value.kind = first.kind;
        if (first.kind == NumeralKind::fraction) return spelled_fraction(i, value);
        if (first.kind == NumeralKind::dozen) {
            const bool half = i >= 2 && numeral(i - 2).kind == NumeralKind::fraction;
            value.number = half ? first.value / 2 : first.value;
            value.kind = NumeralKind::cardinal;
            return i > 0 && one_of(plain(i - 1), articles);
        }
        if (first.kind == NumeralKind::times) {
            value.number = first.value;
            return true;
        }
        double total = 0;
        double current = 0;
        std::size_t k = i;
        for (;;) {
            const Numeral next = numeral(k);
            if (next.kind == NumeralKind::cardinal && fits_behind(current, next.value, k == i)) {
                current += next.value;
            } else if (next.kind == NumeralKind::multiplier &&
                       (k > i || i == 0 || language_ != Language::english ||
                        one_of(plain(i - 1), articles))) {
                if (next.value == 100) {
                    current = std::max(current, 1.0) * 100;
                } else {
                    total = (total + std::max(current, total > 0 ? 0.0 : 1.0)) * next.value;
                    current = 0;
                    value.scaled = true;
                }
            } else {
                break;
            }
            value.end = ++k;
            if (is_hyphen(k) && numeral(k + 1).kind == NumeralKind::cardinal && current >= 20) {
                ++k;
            } else if (const std::string_view joint = plain(k);
                       joint == "and" || joint == "y" || joint == "et") {
                if (numeral(k + 1).kind == NumeralKind::cardinal &&
                    fits_behind(current, numeral(k + 1).value, false) && current >= 20) {
                    ++k;
                } else if (plain(k + 1) == "medio" || plain(k + 1) == "media" || plain(k + 1) == "demi" ||
                           plain(k + 1) == "demie") {
                    current += 0.5;
                    value.end = k + 2;
                    break;
                } else if (plain(k + 1) == "a" && plain(k + 2) == "half") {
                    current += 0.5;
                    value.end = k + 3;
                    break;
                }
            }
        }
        if (value.end == i + 1 && first.kind == NumeralKind::multiplier &&
            !(i > 0 && one_of(plain(i - 1), articles)) && language_ == Language::english)
            return false;
        value.number = total + current;
        value.kind = NumeralKind::cardinal;
        value.bare_one = value.number == 1 && value.end == i + 1;
        if (const Numeral share = numeral(value.end);
            share.kind == NumeralKind::fraction && value.number < 20 && share.value < 0.5) {
            value.number *= 100 * share.value;
            value.kind = NumeralKind::fraction;
            value.bare_one = false;
            value.step = 2;
            ++value.end;
        }
        return value.end > i;
    }

    static bool fits_behind(double current, double next, bool first) {
        if (first || current == 0) return true;
        const double place = std::fmod(current, 100.0);
        if (place == 0) return next < 100;
        return place >= 20 && std::fmod(place, 10.0) == 0 && next < 10;
    }

    bool spelled_fraction(std::size_t i, Value& value) const {
        const double share = numeral(i).value;
        value.number = 100 * share;
        value.step = 2;
        if (is_hyphen(i + 1)) return false;  // "half-hour"
        const std::string_view before = i > 0 ? plain(i - 1) : std::string_view();
        if (share == 0.5) {
            constexpr auto parts_of_time = std::to_array<std::string_view>(
                {"second", "first", "other", "zweite", "zweiten", "ersten", "erste", "segunda", "primera",
                 "otra", "and", "y", "seconde", "premiere"});
            const std::string_view word = plain(i);
            if (word == "medio" || word == "media" || word == "demi" || word == "demie" || word == "halb" ||
                word == "halben" || word == "halbe" || word == "halber")
                return false;
            if (one_of(plain(i + 1), articles) && numeral(i + 2).kind == NumeralKind::dozen) return false;
            return !one_of(before, parts_of_time);
        }
        if (language_ == Language::german) return true;
        return one_of(before, articles);
    }

    /// Reads what begins at `i`; returns where to go on.
    std::size_t read_at(std::size_t i) {
        if (const std::size_t end = read_calendar(i); end != i) return end;
        if (const std::size_t end = read_score(i); end != i) return end;
        std::size_t number_at = i;
        Unit unit;
        bool money_before = false;
        if (parts_[i].kind != Kind::digits) {
            unit = currency_of(parts_[i].plain);
            // "US$" and the like: a word glued to its sign.
            if (unit.code.empty() || !at(i + 1) || at(i + 1)->kind != Kind::digits) {
                unit = {};
            } else {
                money_before = true;
                number_at = i + 1;
            }
        }
        auto value = value_at(number_at, money_before);
        if (!value) return i + 1;
        if (value->digits && !money_before && is_date_or_time(number_at, value->end))
            return skip_date(number_at, value->end);
        Quantity quantity;
        quantity.value = value->number;
        double step = value->step;
        std::size_t end = value->end;
        const bool is_share = value->kind == NumeralKind::fraction;
        if (is_share) unit = {Dimension::share, "%"};
        double high = value->number;
        if (!is_share)
            read_ratio(*value, unit, quantity, end, step) ||
                read_range(number_at, *value, money_before, high, end, quantity);
        if (unit.code.empty())
            read_unit(end, unit, value->digits);
        else if (money_before && currency_of(plain(end)).code == unit.code)
            ++end;
        if (value->bare_one && unit.code.empty()) return i + 1;
        if (unit.code.empty() && value->digits && !value->scaled && refuses(number_at, end, *value))
            return end;
        if (value->kind == NumeralKind::times) unit = {Dimension::count, ""};
        if (is_named(number_at, unit)) return end;
        set_values(quantity, unit, std::max(high, quantity.value), step,
                   is_share || value->kind == NumeralKind::fraction);
        read_age(number_at, end, quantity, *value);
        read_hedges(i, quantity);
        quantity.range = {parts_[i].range.begin, parts_[end - 1].range.end};
        quantity.first_token = parts_[i].token;
        quantity.last_token = parts_[end - 1].token + 1;
        found_.push_back(std::move(quantity));
        return end;
    }

    /// Takes what stands in the parts [i, end) in as a quantity that has no unit to convert.
    Quantity& add_plain(std::size_t i, std::size_t end, Dimension dimension, std::string_view unit,
                        double value) {
        Quantity quantity;
        quantity.dimension = dimension;
        quantity.unit = unit;
        quantity.value = quantity.value_high = quantity.base = quantity.base_high = value;
        quantity.range = {parts_[i].range.begin, parts_[end - 1].range.end};
        quantity.first_token = parts_[i].token;
        quantity.last_token = parts_[end - 1].token + 1;
        found_.push_back(std::move(quantity));
        return found_.back();
    }

    [[nodiscard]] bool is_whole(std::size_t i, double most) const {
        return i < parts_.size() && parts_[i].kind == Kind::digits && parts_[i].digits.decimals == 0 &&
               !parts_[i].digits.separated && parts_[i].digits.value <= most;
    }

    /// "3-1": the result of a match. "20-30 houses" is a range.
    std::size_t read_score(std::size_t i) {
        constexpr double most = 199;
        if (!is_whole(i, most) || !is_hyphen(i + 1) || !is_whole(i + 2, most)) return i;
        if (!parts_[i + 1].glued || !parts_[i + 2].glued || is_hyphen(i + 3)) return i;
        const double one = parts_[i].digits.value;
        const double other = parts_[i + 2].digits.value;
        const Part* next = at(i + 3);
        const bool counts = next != nullptr && next->kind == Kind::word;
        if (one < other && (counts || one + other > 20)) return i;
        if (next != nullptr && (next->glued && next->kind == Kind::word)) return i;
        Quantity& score = add_plain(i, i + 3, Dimension::score, "score", one);
        score.base = score.base_high = 1000 * std::max(one, other) + std::min(one, other);
        return i + 3;
    }

    std::size_t read_calendar(std::size_t i) {
        for (const auto reader : {&QuantityReader::read_date, &QuantityReader::read_clock,
                                  &QuantityReader::read_weekday, &QuantityReader::read_year}) {
            if (const std::size_t end = (this->*reader)(i); end != i) return end;
        }
        return i;
    }

    [[nodiscard]] int month_at(std::size_t i) const {
        if (i >= parts_.size() || !has_role(parts_[i].roles, WordRole::month)) return 0;
        // "may" and "mar" are also other words.
        if (!parts_[i].capital && (language_ == Language::english || language_ == Language::german)) return 0;
        return month_of(parts_[i].plain);
    }

    /// "3 March", "March 3rd", "3. März", "3 de marzo".
    std::size_t read_date(std::size_t i) {
        std::size_t end = i + 1;
        std::size_t day = i;
        int month = month_at(i);
        if (month != 0) {
            if (is_word(end, ".")) ++end;
            day = end;
            if (!is_whole(day, 31)) return i;
            ++end;
            skip_ordinal(end);
            if (is_word(end, ":")) return i;
        } else {
            if (!is_whole(i, 31)) return i;
            if (is_word(end, ".")) ++end;
            skip_ordinal(end);
            if (is_word(end, "of") || is_word(end, "de")) ++end;
            month = month_at(end++);
            if (month == 0) return i;
        }
        if (parts_[day].digits.value < 1) return i;
        add_plain(i, end, Dimension::date, "date", 100 * month + parts_[day].digits.value);
        return end;
    }
    void skip_ordinal(std::size_t& end) const {
        const std::string_view word = plain(end);
        if (end < parts_.size() && parts_[end].glued &&
            (word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er"))
            ++end;
    }

    /// "9:15 p.m.", "21.30 Uhr", "nine o'clock", "half past five", "21 h 30", "a las nueve de la noche".
    std::size_t read_clock(std::size_t i) {
        double minutes = 0;
        std::size_t hour_at = i;
        if ((is_word(i, "half") || is_word(i, "quarter")) &&
            (is_word(i + 1, "past") || is_word(i + 1, "to"))) {
            minutes = is_word(i, "half") ? 30 : 15;
            if (is_word(i + 1, "to")) minutes -= 60 - (is_word(i, "half") ? 0 : 30);
            hour_at = i + 2;
        } else if (is_word(i, "halb") && language_ == Language::german) {
            minutes = -30;
            hour_at = i + 1;
        }
        double hour = 0;
        if (hour_at < parts_.size() && parts_[hour_at].kind == Kind::digits) {
            hour = parts_[hour_at].digits.value;
        } else if (const Numeral word = numeral(hour_at); word.kind == NumeralKind::cardinal) {
            hour = word.value;
        } else {
            return i;
        }
        bool sure = hour_at != i;
        std::size_t end = hour_at + 1;
        if (parts_[hour_at].kind == Kind::digits && parts_[hour_at].digits.decimals == 2) {
            minutes = 100 * (hour - std::floor(hour));
            hour = std::floor(hour);
            if (!one_of(plain(end), clock_words)) return i;
        } else if (is_word(end, ":") && is_whole(end + 1, 59) && parts_[end].glued && parts_[end + 1].glued &&
                   parts_[end + 1].range.size() == 2) {
            minutes = parts_[end + 1].digits.value;
            end += 2;
            sure = true;
        } else if ((is_word(end, "h") || is_word(end, "heures")) && language_ == Language::french &&
                   is_whole(end + 1, 59) && parts_[end + 1].range.size() == 2) {
            minutes = parts_[end + 1].digits.value;
            end += 2;
            sure = true;
        } else if (parts_[hour_at].kind == Kind::digits && parts_[hour_at].digits.decimals != 0) {
            return i;
        }
        const std::string_view before = i > 0 ? plain(i - 1) : std::string_view();
        if (before == "las" && language_ == Language::spanish) sure = true;
        bool morning = false;
        bool evening = hour > 12;
        if (one_of(plain(end), clock_words)) {
            const std::string_view word = plain(end);
            morning = word.starts_with('a');
            evening = evening || word.starts_with('p');
            ++end;
            sure = true;
        }
        if (!sure || hour > 24 || hour != std::floor(hour)) return i;
        read_day_half(end, morning, evening);
        if (morning && hour == 12) hour = 0;
        if (evening && hour < 12) hour += 12;
        Quantity& clock = add_plain(i, end, Dimension::clock, "clock", hour + minutes / 60);
        clock.half_known = morning || evening || hour == 0;
        read_hedges(i, clock);
        if (before == "before" || before == "vor" || before == "avant")
            clock.bound = Bound::at_most;
        else if (before == "after" || before == "nach" || before == "apres" || before == "past")
            clock.bound = Bound::at_least;
        const std::string_view hedge = i > 1 ? plain(i - 2) : std::string_view();
        if (hedge == "shortly" || hedge == "just" || hedge == "soon" || hedge == "kurz" || hedge == "poco" ||
            hedge == "peu")
            clock.bound = Bound::none;
        clock.approximate = clock.approximate || clock.bound != Bound::none || hedge == "shortly" ||
                            hedge == "just" || hedge == "soon" || hedge == "kurz";
        return end;
    }

    /// Words behind a clock time that tell which half of the day it is in.
    void read_day_half(std::size_t end, bool& morning, bool& evening) const {
        constexpr auto early = std::to_array<std::string_view>(
            {"morning", "morgens", "fruh", "matin", "manana", "madrugada", "vormittags"});
        constexpr auto late =
            std::to_array<std::string_view>({"evening", "night", "afternoon", "tonight", "abends", "abend",
                                             "nachmittags", "soir", "tarde", "noche", "apres-midi"});
        for (std::size_t k = end; k < end + 4 && k < parts_.size() && parts_[k].kind == Kind::word; ++k) {
            if (morning || evening) return;
            morning = one_of(plain(k), early);
            evening = one_of(plain(k), late);
        }
    }

    /// A day on which something happened, not one on which somebody spoke of it.
    std::size_t read_weekday(std::size_t i) {
        if (!has_role(parts_[i].roles, WordRole::weekday)) return i;
        if (!parts_[i].capital && (language_ == Language::english || language_ == Language::german)) return i;
        const int day = weekday_of(parts_[i].plain);
        if (day == 0) return i;
        for (std::size_t k = i >= 3 ? i - 3 : 0; k < parts_.size() && k <= i + 3; ++k) {
            if (has_role(parts_[k].roles, WordRole::saying)) return i + 1;
        }
        constexpr auto ends = std::to_array<std::string_view>(
            {"until",  "till", "through", "by",    "from",  "since", "to",     "before",
             "after",  "bis",  "ab",      "seit",  "hasta", "desde", "partir", "jusqu'a",
             "depuis", "next", "every",   "antes", "nach",  "vor"});
        if ((i > 0 && one_of(plain(i - 1), ends)) || (i > 1 && one_of(plain(i - 2), ends))) return i + 1;
        Quantity& weekday = add_plain(i, i + 1, Dimension::weekday, "weekday", day);
        // The night from one day to the next is told as of either.
        constexpr auto night =
            std::to_array<std::string_view>({"night", "overnight", "early", "dawn", "midnight", "late",
                                             "nacht", "fruh", "fruhen", "nuit", "noche", "madrugada"});
        for (std::size_t k = i >= 3 ? i - 3 : 0; k < parts_.size() && k <= i + 2; ++k)
            weekday.approximate = weekday.approximate || one_of(plain(k), night);
        return i + 1;
    }

    /// "in 1871", "dates from 1871".
    std::size_t read_year(std::size_t i) {
        if (i == 0 || !is_whole(i, 2100) || parts_[i].digits.value < 1500 || parts_[i].range.size() != 4)
            return i;
        constexpr auto openers =
            std::to_array<std::string_view>({"in", "from", "since", "by", "im", "aus", "seit", "jahr",
                                             "jahre", "en", "depuis", "de", "desde"});
        if (!one_of(plain(i - 1), openers)) return i;
        const Part* next = at(i + 1);
        if (next != nullptr && (next->kind == Kind::word ? next->glued || !unit_of(next->plain).code.empty()
                                                         : next->glued && is_hyphen(i + 1)))
            return i;
        add_plain(i, i + 1, Dimension::year, "year", parts_[i].digits.value);
        read_hedges(i, found_.back());
        return i + 1;
    }

    static void set_values(Quantity& quantity, const Unit& unit, double high, double step, bool approximate) {
        quantity.value_high = std::max(high, quantity.value);
        quantity.dimension = unit.dimension;
        quantity.unit = unit.code;
        quantity.base = quantity.value * unit.factor + unit.offset;
        quantity.base_high = quantity.value_high * unit.factor + unit.offset;
        quantity.precision = step * unit.factor;
        quantity.approximate = quantity.approximate || approximate;
    }

    [[nodiscard]] bool is_date_or_time(std::size_t i, std::size_t end) const {
        if (is_word(end, ":") || (i > 0 && is_word(i - 1, ":") && parts_[i].glued)) return true;
        if (one_of(plain(end), clock_words)) return true;
        if (plain(end) == "h" && parts_[i].digits.decimals == 0 && parts_[i].digits.value <= 24 && i > 0 &&
            (plain(i - 1) == "a" || plain(i - 1) == "las" || plain(i - 1) == "\xC3\xA0"))
            return true;
        const auto month = [&](std::size_t k) {
            return k < parts_.size() && has_role(parts_[k].roles, WordRole::month) && parts_[k].capital;
        };
        const auto month_any = [&](std::size_t k) {
            return k < parts_.size() && has_role(parts_[k].roles, WordRole::month);
        };
        if (parts_[i].digits.value <= 31 && parts_[i].digits.decimals == 0) {
            if (month(end) || (is_word(end, ".") && month(end + 1)) ||
                (is_word(end, "de") && month_any(end + 1)) ||
                (language_ == Language::french && month_any(end)))
                return true;
            if (i > 0 && (month(i - 1) || (is_word(i - 1, ".") && i > 1 && month(i - 2)))) return true;
        }
        return false;
    }

    [[nodiscard]] std::size_t skip_date(std::size_t, std::size_t end) const {
        while (end < parts_.size() &&
               (is_word(end, ":") || (parts_[end].kind == Kind::digits && parts_[end].glued)))
            ++end;
        return end;
    }

    /// A year, an ordinal, or a number that is glued to letters that are no unit.
    [[nodiscard]] bool refuses(std::size_t i, std::size_t end, const Value& value) const {
        const bool whole = parts_[i].digits.decimals == 0;
        if (whole && !value.separated && value.number >= 1500 && value.number <= 2100 && end == value.end)
            return true;
        const Part* next = at(end);
        if (next != nullptr && next->glued && next->kind == Kind::word && !is_hyphen(end - 1)) return true;
        // "16." before a noun in German is an ordinal.
        return language_ == Language::german && next != nullptr && next->glued && next->plain == "." &&
               end + 1 < parts_.size() && value.number <= 31 && whole;
    }

    /// "Route 9", "Channel 6": part of a name.
    [[nodiscard]] bool is_named(std::size_t i, const Unit& unit) const {
        if (i == 0 || !unit.code.empty() || parts_[i].kind != Kind::digits) return false;
        // "Routes 4 and 11": the word stands before the first of the numbers.
        std::size_t first = i;
        while (first >= 2 && one_of(parts_[first - 1].plain, joints) &&
               parts_[first - 2].kind == Kind::digits)
            first -= 2;
        if (first > 0 && first != i && one_of(parts_[first - 1].plain, designators)) return true;
        const Part& before = parts_[i - 1];
        if (before.plain == "#" || before.plain == "no" || before.plain == "nr" || before.plain == "nr.")
            return true;
        if (one_of(before.plain, designators)) return true;
        if (before.kind != Kind::word || !before.capital || i < 2) return false;
        if (one_of(before.plain, approximators) || one_of(before.plain, lower_bounds)) return false;
        return at(i + 1) == nullptr || parts_[i + 1].kind == Kind::sign || parts_[i + 1].plain.size() < 4;
    }

    /// "one in seven", "nine out of ten", "nueve de cada diez", "un sur sept".
    bool read_ratio(const Value& value, Unit& unit, Quantity& quantity, std::size_t& end,
                    double& step) const {
        std::size_t k = value.end;
        const bool one = value.number == 1;
        for (std::size_t skipped = 0;
             one && skipped < 2 && !is_word(k, "in") && at(k) != nullptr && parts_[k].kind == Kind::word;
             ++skipped)
            ++k;
        const std::string_view joint = plain(k);
        bool sure = false;
        if (joint == "in" || joint == "sur") {
            ++k;
        } else if ((joint == "out" && is_word(k + 1, "of")) || (joint == "de" && is_word(k + 1, "cada"))) {
            k += 2;
            sure = true;
        } else if (joint == "von") {
            ++k;
        } else {
            return false;
        }
        if (is_word(k, "every")) {
            ++k;
            sure = true;
        }
        const auto whole = value_at(k, false);
        if (!whole || whole->number <= value.number || whole->number > 10000 ||
            whole->kind != NumeralKind::cardinal)
            return false;
        if (!sure && (value.digits != whole->digits || whole->number > 1000 ||
                      !unit_of(plain(whole->end)).code.empty()))
            return false;
        quantity.value = 100 * value.number / whole->number;
        quantity.approximate = true;
        step = quantity.value * 0.03;
        unit = {Dimension::share, "%"};
        end = whole->end;
        return true;
    }

    /// "between 9,200 and 9,400", "$85m to $110m", "9,200-9,400".
    bool read_range(std::size_t i, const Value& value, bool money, double& high, std::size_t& end,
                    Quantity& quantity) const {
        std::size_t k = value.end;
        // The first number may carry its own unit: "£60 million and £70 million", "9 % bis 10 %".
        Unit own;
        if (!money) read_unit(k, own, value.digits);
        const bool hyphen = is_hyphen(k);
        if (!hyphen && !one_of(plain(k), range_words)) return false;
        const std::string_view joint = plain(k);
        if (joint == "and" || joint == "und" || joint == "y" || joint == "et") {
            const std::size_t before = money ? 2 : 1;
            const std::string_view opener = i >= before ? plain(i - before) : std::string_view();
            if (opener != "between" && opener != "zwischen" && opener != "entre") return false;
        }
        ++k;
        bool money_behind = money;
        if (at(k) != nullptr && parts_[k].kind != Kind::digits && !currency_of(plain(k)).code.empty()) {
            money_behind = true;
            ++k;
        }
        const auto upper = value_at(k, money_behind);
        if (!upper || upper->bare_one || upper->kind != NumeralKind::cardinal) return false;
        if (upper->digits && is_date_or_time(k, upper->end)) return false;
        double lower = value.number;
        if (upper->scaled && !value.scaled && lower < upper->number) {
            const double factor = std::pow(10.0, 3 * std::floor(std::log10(upper->number) / 3));
            if (lower * factor <= upper->number) lower *= factor;
        }
        if (upper->number <= lower || upper->number > lower * 20) return false;
        quantity.value = lower;
        high = upper->number;
        end = upper->end;
        return true;
    }

    /// The unit behind a number; moves `end` past it.
    void read_unit(std::size_t& end, Unit& unit, bool digits) const {
        std::size_t k = end;
        if (is_hyphen(k)) ++k;
        if (plain(k) == "de" && !unit_of(plain(k + 1)).code.empty() &&
            unit_of(plain(k + 1)).dimension == Dimension::money)
            ++k;
        const Part* part = at(k);
        if (part == nullptr) return;
        if ((part->plain == "per" && is_word(k + 1, "cent")) ||
            ((part->plain == "por" || part->plain == "pour") &&
             (is_word(k + 1, "ciento") || is_word(k + 1, "cent")))) {
            unit = {Dimension::share, "%"};
            end = k + 2;
            return;
        }
        if (part->plain == "square" || part->plain == "quadrat") return;
        Unit found = unit_of(part->plain);
        if (found.code.empty() && part->plain.size() > 1 && part->plain.back() == '.')
            found = unit_of(std::string_view(part->plain).substr(0, part->plain.size() - 1));
        if (found.code.empty()) return;
        if (part->plain.size() <= 2 && part->kind == Kind::word && !digits) return;
        if (part->plain == "a" || part->plain == "s" || part->plain == "in" || part->plain == "mi" ||
            part->plain == "sec")
            return;
        ++k;
        if (found.dimension == Dimension::length) read_speed(k, found);
        if (found.code ==
                "\xC2\xB0"
                "C" &&
            (plain(k) == "celsius" || plain(k) == "c" || plain(k) == "centigrade"))
            ++k;
        if (found.code ==
                "\xC2\xB0"
                "C" &&
            (plain(k) == "fahrenheit" || plain(k) == "f")) {
            found = unit_of("fahrenheit");
            ++k;
        }
        unit = found;
        end = k;
    }

    void read_speed(std::size_t& k, Unit& unit) const {
        const bool slash = is_word(k, "/") && is_word(k + 1, "h");
        const bool words = (plain(k) == "per" || plain(k) == "an" || plain(k) == "por" || plain(k) == "pro" ||
                            plain(k) == "par") &&
                           (is_word(k + 1, "hour") || is_word(k + 1, "hora") || is_word(k + 1, "stunde") ||
                            is_word(k + 1, "heure"));
        if (!slash && !words) return;
        if (unit.code == "km")
            unit = unit_of("kmh");
        else if (unit.code == "mi")
            unit = unit_of("mph");
        else
            return;
        k += 2;
    }

    /// "44-year-old", "71 years old", "aged 71", "Brisk, 71,", "44-Jährige".
    void read_age(std::size_t i, std::size_t& end, Quantity& quantity, const Value& value) const {
        if (quantity.unit == "year") {
            std::size_t k = end;
            if (is_hyphen(k)) ++k;
            const bool german = end > 0 && plain(end - 1).starts_with("jahrige");
            if (plain(k) == "old") {
                quantity.dimension = Dimension::age;
                end = k + 1;
            } else if (german || (is_word(k, "of") && is_word(k + 1, "age")) ||
                       (i > 0 && is_word(i - 1, "de") && language_ == Language::spanish &&
                        value.number < 110)) {
                quantity.dimension = Dimension::age;
            }
            return;
        }
        if (quantity.dimension != Dimension::count || !quantity.unit.empty() || value.number < 1 ||
            value.number > 115 || i == 0 || value.scaled)
            return;
        const bool aged = plain(i - 1) == "aged";
        const bool apposed = i > 1 && (is_word(i - 1, ",") || is_word(i - 1, "(")) && parts_[i - 2].capital &&
                             (is_word(end, ",") || is_word(end, ")") || is_word(end, "."));
        if (!aged && !(apposed && value.digits)) return;
        quantity.dimension = Dimension::age;
        quantity.unit = "year";
        quantity.base = quantity.value * 365.25 * 24;
        quantity.base_high = quantity.base;
        quantity.precision = 365.25 * 12;
    }

    /// "about", "more than", "up to" before the number.
    void read_hedges(std::size_t i, Quantity& quantity) const {
        for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
            const std::string_view word = plain(i - back);
            const std::string_view before = back < i ? plain(i - back - 1) : std::string_view();
            if (one_of(word, approximators)) {
                quantity.approximate = true;
                return;
            }
            if (word == "than" || word == "als" || word == "de" || word == "que") {
                if (before == "more" || before == "mehr" || before == "mas" || before == "plus")
                    quantity.bound = Bound::at_least;
                else if (before == "fewer" || before == "less" || before == "weniger" || before == "menos" ||
                         before == "moins")
                    quantity.bound = Bound::at_most;
                else if (back == 1 && word != "de")
                    return;
                if (quantity.bound != Bound::none) break;
                continue;
            }
            if (one_of(word, lower_bounds))
                quantity.bound = Bound::at_least;
            else if (one_of(word, upper_bounds))
                quantity.bound = Bound::at_most;
            else if ((word == "to" && before == "up") || (word == "zu" && before == "bis") ||
                     (word == "reach" && back == 1))
                quantity.bound = Bound::at_most;
            if (quantity.bound != Bound::none) break;
            if (!one_of(word, articles) && word != "a" && word != "to" && word != "the") return;
        }
        if (quantity.bound != Bound::none) quantity.approximate = true;
    }

    std::vector<Part> parts_;
    Language language_;
    std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> read_quantities(const Tokenized& text, std::uint32_t unit, const PlainWords& words,
                                      Language language) {
    return QuantityReader(read_parts(text, unit, words), language).read();
}

}  // namespace twicetold::coverage
