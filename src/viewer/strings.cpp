#include "viewer/strings.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace twicetold::viewer {
namespace {

constexpr std::string_view isolate = "\u2068";
constexpr std::string_view end_of_isolate = "\u2069";
constexpr std::array<std::string_view, plural_form_count> form_names = {"zero", "one",  "two",
                                                                        "few",  "many", "other"};

// The months stand together in the English table, in their order.
static_assert(static_cast<int>(Text::date_month_12) == static_cast<int>(Text::date_month_1) + 11);

/// How a language writes numbers (CLDR, "Number Symbols").
struct NumberSigns {
    std::string_view language;
    std::string_view group;
    std::string_view decimal;
    /// Shorter numbers are not grouped: Spanish writes 1204, but 12.040.
    std::size_t least_grouped = 4;
};
constexpr std::array<NumberSigns, 5> number_signs = {{
    {"en", ",", ".", 4},
    {"de", ".", ",", 4},
    {"fr", "\u202F", ",", 4},
    {"es", ".", ",", 5},
    {"ar", ",", ".", 4},
}};

const NumberSigns& signs_of(std::string_view language) {
    const auto found = std::find_if(number_signs.begin(), number_signs.end(),
                                    [&](const NumberSigns& each) { return each.language == language; });
    return found == number_signs.end() ? number_signs.front() : *found;
}

/// -1 where digits are wanting.
int number_at(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return -1;
    int value = 0;
    for (std::size_t at = from; at < from + count; ++at) {
        if (text[at] < '0' || text[at] > '9') return -1;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

bool is_at(std::string_view text, std::size_t at, char sign) { return at < text.size() && text[at] == sign; }

/// Where the keys of the English tables stand in the order of their letters, so that a table is read in one go.
template <class Entries>
std::vector<std::uint16_t> sorted_by_key(const Entries& entries) {
    std::vector<std::uint16_t> order(entries.size());
    for (std::size_t index = 0; index < order.size(); ++index)
        order[index] = static_cast<std::uint16_t>(index);
    std::sort(order.begin(), order.end(),
              [&](std::uint16_t one, std::uint16_t two) { return entries[one].key < entries[two].key; });
    return order;
}

template <class Entries>
const std::uint16_t* find_key(const Entries& entries, const std::vector<std::uint16_t>& order,
                              std::string_view key) {
    const auto at = std::lower_bound(
        order.begin(), order.end(), key,
        [&](std::uint16_t index, std::string_view wanted) { return entries[index].key < wanted; });
    return at == order.end() || entries[*at].key != key ? nullptr : &*at;
}

}  // namespace

PluralForm plural_form(std::string_view language, std::uint64_t count) {
    const bool whole_millions = count != 0 && count % 1000000 == 0;
    if (language == "fr") {
        if (count < 2) return PluralForm::one;
        return whole_millions ? PluralForm::many : PluralForm::other;
    }
    if (language == "es") {
        if (count == 1) return PluralForm::one;
        return whole_millions ? PluralForm::many : PluralForm::other;
    }
    if (language == "ar") {
        if (count < 3) return static_cast<PluralForm>(count);
        const std::uint64_t rest = count % 100;
        if (rest >= 3 && rest <= 10) return PluralForm::few;
        return rest >= 11 ? PluralForm::many : PluralForm::other;
    }
    return count == 1 ? PluralForm::one : PluralForm::other;
}

Strings::Strings() {
    for (std::size_t index = 0; index < texts_.size(); ++index) texts_[index] = english_texts[index].text;
    for (std::size_t index = 0; index < plurals_.size(); ++index) {
        plurals_[index][static_cast<std::size_t>(PluralForm::one)] = english_plurals[index].one;
        plurals_[index][static_cast<std::size_t>(PluralForm::other)] = english_plurals[index].other;
    }
}

Strings::Strings(std::string_view language, std::string_view table) : Strings() {
    language_ = language_of(language);
    right_to_left_ = language_ == "ar";
    const std::vector<std::uint16_t> by_key = sorted_by_key(english_texts);
    const std::vector<std::uint16_t> by_plural = sorted_by_key(english_plurals);
    // Forms that English has and the language has not must not be chosen: the first text of the table's own clears them.
    std::vector<bool> taken_over(plurals_.size());
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        const std::string_view key = line.substr(0, tab);
        const std::string_view words = line.substr(tab + 1);
        if (const std::uint16_t* found = find_key(english_texts, by_key, key)) {
            texts_[*found] = words;
            continue;
        }
        const std::size_t dot = key.rfind('.');
        if (dot == std::string_view::npos) continue;
        const auto form = std::find(form_names.begin(), form_names.end(), key.substr(dot + 1));
        const std::uint16_t* found = find_key(english_plurals, by_plural, key.substr(0, dot));
        if (form == form_names.end() || found == nullptr) continue;
        if (!taken_over[*found]) plurals_[*found] = {};
        taken_over[*found] = true;
        plurals_[*found][static_cast<std::size_t>(form - form_names.begin())] = words;
    }
}

std::string Strings::filled(std::string_view text, std::span<const Value> values, const Value* count) const {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        result += text.substr(0, open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const Value* value = count != nullptr && name == count->name() ? count : nullptr;
        for (const Value& each : values) {
            if (each.name() == name) value = &each;
        }
        if (value == nullptr) {
            result += text.substr(open, close - open + 1);
        } else if (value->is_number()) {
            result += number(value->number());
        } else {
            result += isolated(value->words());
        }
        text.remove_prefix(close + 1);
    }
    result += text;
    return result;
}

std::string Strings::isolated(std::string_view words) const {
    if (!right_to_left_) return std::string(words);
    return std::string(isolate) + std::string(words) + std::string(end_of_isolate);
}

std::string Strings::text(Text key, Values values) const {
    return filled(text(key), {values.begin(), values.size()}, nullptr);
}

std::string Strings::plural(Plural key, std::uint64_t count, Values values) const {
    const auto& forms = plurals_[static_cast<std::size_t>(key)];
    const std::string& form = forms[static_cast<std::size_t>(plural_form(language_, count))];
    const Value value("count", count);
    return filled(form.empty() ? forms[static_cast<std::size_t>(PluralForm::other)] : form,
                  {values.begin(), values.size()}, &value);
}

std::string Strings::number(std::uint64_t value) const {
    const NumberSigns& signs = signs_of(language_);
    std::string digits = std::to_string(value);
    if (digits.size() < signs.least_grouped) return digits;
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, signs.group);
    }
    return digits;
}

std::string Strings::decimal(double value) const {
    const std::string sign = value < 0 ? "−" : "";
    const double size = std::abs(value);
    if (size < 1e15 && size == std::floor(size)) return sign + number(static_cast<std::uint64_t>(size));
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6g", size);
    std::string digits = buffer;
    if (const std::size_t point = digits.find('.'); point != std::string::npos)
        digits.replace(point, 1, signs_of(language_).decimal);
    return sign + digits;
}

std::string Strings::date(std::string_view iso) const {
    const int year = number_at(iso, 0, 4);
    const int month = is_at(iso, 4, '-') ? number_at(iso, 5, 2) : -1;
    const int day = is_at(iso, 7, '-') ? number_at(iso, 8, 2) : -1;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return std::string(iso);
    const auto month_key = static_cast<Text>(static_cast<int>(Text::date_month_1) + month - 1);
    // Put in as they are: the parts are in the language's own letters, and a year is not grouped.
    std::string label(text(day == 1 ? Text::date_first : Text::date_day));
    const auto put = [&](std::string_view name, std::string_view words) {
        const std::string place = "{" + std::string(name) + "}";
        if (const std::size_t at = label.find(place); at != std::string::npos)
            label.replace(at, place.size(), words);
    };
    put("day", std::to_string(day));
    put("month", text(month_key));
    put("year", std::to_string(year));
    if (const std::string hour = clock(iso); !hour.empty()) {
        const std::string day_label = std::move(label);
        label = text(Text::date_time);
        put("date", day_label);
        put("time", hour);
    }
    return label;
}

std::string Strings::clock(std::string_view iso) const {
    if (number_at(iso, 0, 4) < 0 || (!is_at(iso, 10, 'T') && !is_at(iso, 10, ' '))) return {};
    const bool given = number_at(iso, 11, 2) >= 0 && is_at(iso, 13, ':') && number_at(iso, 14, 2) >= 0;
    return given ? std::string(iso.substr(11, 5)) : std::string();
}

std::string Strings::list(std::span<const std::string> parts) const {
    std::string result;
    for (const std::string& part : parts) {
        if (!result.empty()) result += text(Text::list_separator);
        result += part;
    }
    return result;
}

std::string Strings::with_key(Text action, std::string_view key) const {
    if (key.empty()) return text(action);
    return text(Text::action_with_key, {{"action", text(action)}, {"key", key}});
}

std::string sentence_case(std::string text) {
    if (text.empty()) return text;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') {
        text[0] = static_cast<char>(first - 32);
    } else if (first == 0xC3U && text.size() > 1) {
        // U+00E0 to U+00FE, but for the sign of division.
        const auto second = static_cast<unsigned char>(text[1]);
        if (second >= 0xA0U && second <= 0xBEU && second != 0xB7U)
            text[1] = static_cast<char>(second - 0x20U);
    }
    return text;
}

std::string language_of(std::string_view tag) {
    std::string part(tag.substr(0, tag.find_first_of("-_")));
    for (char& c : part) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return part;
}

}  // namespace twicetold::viewer
