#include "versions/amounts.h"

#include <optional>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "versions/lexicon.h"

namespace twicetold::versions {

namespace {

using text::TokenKind;

/// A number with what it counts in, "1500000 $", or nothing where the span is not exactly one amount.
struct Amount {
    double value = 0;
    std::string unit;
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// "1,500,000", "1.5", "12 000", "2.000,5": groups of three digits, and decimals behind the last sign that makes none.
std::optional<double> plain_number(std::string_view form) {
    std::string digits;
    std::size_t point = std::string::npos;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = form[i];
        if (c >= '0' && c <= '9') {
            digits += c;
            continue;
        }
        if (c != '.' && c != ',' && c != ' ' && c != '\'') return std::nullopt;
        std::size_t run = 0;
        while (i + 1 + run < form.size() && form[i + 1 + run] >= '0' && form[i + 1 + run] <= '9') ++run;
        const bool groups = run == 3 && !digits.empty() && digits != "0";
        if (groups) continue;
        if (point != std::string::npos || run == 0 || (c != '.' && c != ',')) return std::nullopt;
        point = digits.size();
    }
    constexpr std::size_t most = 15;
    if (digits.empty() || digits.size() > most) return std::nullopt;
    double value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    if (point != std::string::npos) {
        for (std::size_t k = point; k < digits.size(); ++k) value /= 10;
    }
    return value;
}

double scale_of(std::string_view word) {
    struct Scale {
        std::string_view begins;
        double factor;
    };
    constexpr Scale scales[] = {{"hundred", 1e2}, {"thousand", 1e3}, {"tausend", 1e3},
                                {"million", 1e6}, {"millón", 1e6},   {"millones", 1e6},
                                {"billion", 1e9}, {"milliard", 1e9}, {"trillion", 1e12}};
    if (word == "m" || word == "mn" || word == "mio") return 1e6;
    if (word == "bn" || word == "mrd") return 1e9;
    if (word == "k") return 1e3;
    for (const Scale& scale : scales) {
        if (word.starts_with(scale.begins)) return scale.factor;
    }
    return 0;
}

std::optional<Amount> amount_of(const Reading& side, TokenSpan span) {
    Amount amount;
    bool any = false;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        std::string form = text::match_form(side.shown(t));
        if (side.text().entry(t).kind == TokenKind::number) {
            if (any) return std::nullopt;
            // Signs of currency stand in front, units behind.
            const std::size_t begin = form.find_first_of("0123456789");
            const std::size_t end = form.find_last_of("0123456789") + 1;
            if (begin == std::string::npos) return std::nullopt;
            const auto number = plain_number(std::string_view(form).substr(begin, end - begin));
            if (!number) return std::nullopt;
            amount.value = *number;
            any = true;
            amount.unit += form.substr(0, begin);
            const std::string behind = form.substr(end);
            if (const double factor = scale_of(behind); factor > 0)
                amount.value *= factor;
            else
                amount.unit += behind;
            continue;
        }
        if (const int small = small_number(form); small >= 0 && !any) {
            amount.value = small;
            any = true;
        } else if (const double factor = scale_of(form); factor > 0 && any) {
            amount.value *= factor;
        } else if (form == "per" || form == "pour" || form == "por" || form == "v" || form == ".") {
            continue;
        } else if (form == "percent" || form == "cent" || form == "prozent" || form == "ciento" ||
                   form == "%") {
            amount.unit += '%';
        } else if (form == "€" || form == "euro" || form == "euros") {
            amount.unit += "€";
        } else if (form == "$" || form == "dollar" || form == "dollars") {
            amount.unit += '$';
        } else if (form == "£" || form == "pounds" || form == "pound") {
            amount.unit += "£";
        } else {
            return std::nullopt;
        }
    }
    if (!any && amount.unit.empty()) return std::nullopt;
    return amount;
}

}  // namespace

bool is_same_amount(const Reading& before, TokenSpan b, const Reading& after, TokenSpan a) {
    constexpr std::uint32_t most = 5;
    if (b.empty() || a.empty() || b.size() > most || a.size() > most) return false;
    const std::optional<Amount> amount = amount_of(before, b);
    return amount && amount == amount_of(after, a);
}

}  // namespace twicetold::versions
