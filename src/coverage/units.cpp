#include "coverage/units.h"

#include <algorithm>
#include <vector>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

struct UnitRow {
    Unit unit;
    std::string_view words;  ///< plain forms, spaces between
};

constexpr double day = 24;  // durations in hours

constexpr UnitRow rows[] = {
    {{Dimension::share, "%"}, "% percent pc prozent pct"},
    {{Dimension::money, "USD"}, "$ us$ dollar dollars usd dolar dolares"},
    {{Dimension::money, "EUR"}, "\xE2\x82\xAC euro euros eur"},
    {{Dimension::money, "GBP"}, "\xC2\xA3 pound pounds gbp pfund libras livres sterling"},
    {{Dimension::money, "JPY"}, "\xC2\xA5 yen jpy"},
    {{Dimension::money, "CHF"}, "chf franken francs franc"},
    {{Dimension::money, "mark"}, "mark marks"},
    {{Dimension::money, "krone"}, "krone kroner kronor kronen crowns"},
    {{Dimension::money, "peso"}, "peso pesos"},
    {{Dimension::money, "rouble"}, "rouble roubles ruble rubles rubel rublos"},
    {{Dimension::money, "rupee"}, "rupee rupees rupien"},
    {{Dimension::money, "cent"}, "penny pence"},
    {{Dimension::length, "m"}, "m metre metres meter meters metern metro metros"},
    {{Dimension::length, "km", 1000},
     "km kilometre kilometres kilometer kilometers kilometern kilometro kilometros"},
    {{Dimension::length, "cm", 0.01},
     "cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimetro centimetros"},
    {{Dimension::length, "mm", 0.001},
     "mm millimetre millimetres millimeter millimeters millimetern milimetros"},
    {{Dimension::length, "ft", 0.3048}, "ft foot feet fuss pies pieds"},
    {{Dimension::length, "in", 0.0254}, "inch inches zoll pulgadas"},
    {{Dimension::length, "yd", 0.9144}, "yard yards"},
    {{Dimension::length, "mi", 1609.344}, "mile miles mi meile meilen milla millas"},
    {{Dimension::speed, "km/h"}, "km/h kmh kph stundenkilometer stundenkilometern"},
    {{Dimension::speed, "mph", 1.609344}, "mph"},
    {{Dimension::speed, "kn", 1.852}, "knot knots knoten nudos"},
    {{Dimension::mass, "kg"}, "kg kilo kilos kilogram kilograms kilogramm kilogramo kilogramos kilogrammes"},
    {{Dimension::mass, "g", 0.001}, "g gram grams gramm gramos grammes"},
    {{Dimension::mass, "t", 1000}, "t ton tons tonne tonnes tonnen tonelada toneladas"},
    {{Dimension::mass, "lb", 0.4536}, "lb lbs"},
    {{Dimension::duration, "s", 1.0 / 3600},
     "second seconds sekunde sekunden segundo segundos seconde secondes sec"},
    {{Dimension::duration, "min", 1.0 / 60}, "minute minutes min mins minuten minuto minutos"},
    {{Dimension::duration, "h"}, "hour hours hr hrs stunde stunden hora horas heure heures"},
    {{Dimension::duration, "day", day}, "day days tag tage tagen dia dias jour jours tagige tagigen tagiger"},
    {{Dimension::duration, "week", 7 * day},
     "week weeks woche wochen semana semanas semaine semaines wochige wochigen"},
    {{Dimension::duration, "month", 30.44 * day},
     "month months monat monate monaten mes meses mois monatige monatigen"},
    {{Dimension::duration, "year", 365.25 * day},
     "year years jahr jahre jahren ano anos annee annees jahrige jahrigen winters"},
    {{Dimension::duration, "decade", 3652.5 * day},
     "decade decades jahrzehnt jahrzehnte jahrzehnten decadas"},
    {{Dimension::temperature,
      "\xC2\xB0"
      "C"},
     "\xC2\xB0 \xC2\xB0"
     "c degree degrees celsius grad grados degres"},
    {{Dimension::temperature,
      "\xC2\xB0"
      "F",
      5.0 / 9, -160.0 / 9},
     "\xC2\xB0"
     "f fahrenheit"},
    {{Dimension::area, "ha"}, "ha hectare hectares hektar hectarea hectareas"},
    {{Dimension::area, "acre", 0.4047}, "acre acres"},
    {{Dimension::volume, "l"}, "l litre litres liter liters litern litro litros"},
    {{Dimension::volume, "gal", 3.785}, "gallon gallons"},
    {{Dimension::times, "times"}, "times mal veces fois"},
};

struct UnitWord {
    std::string_view word;
    const Unit* unit = nullptr;
};

std::vector<UnitWord> make_words() {
    std::vector<UnitWord> words;
    for (const UnitRow& row : rows) {
        std::string_view rest = row.words;
        while (!rest.empty()) {
            const std::size_t space = rest.find(' ');
            words.push_back({rest.substr(0, space), &row.unit});
            rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
        }
    }
    sort_by(words, [](const UnitWord& each) { return each.word; });
    return words;
}

}  // namespace

Unit unit_of(std::string_view plain) {
    static const std::vector<UnitWord> words = make_words();
    const auto found =
        std::lower_bound(words.begin(), words.end(), plain,
                         [](const UnitWord& word, std::string_view wanted) { return word.word < wanted; });
    return found != words.end() && found->word == plain ? *found->unit : Unit{};
}

Unit currency_of(std::string_view sign) {
    const Unit unit = unit_of(sign);
    return unit.dimension == Dimension::money ? unit : Unit{};
}

}  // namespace twicetold::coverage
