#include "versions/reading.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace twicetold::versions {

using document::Tokenized;
using text::TokenKind;
using text::TokenWeight;

namespace {

/// No space between two neighbouring tokens.
bool are_joined(const Tokenized& text, std::uint32_t one, std::uint32_t other) {
    return text.tokens[one].end == text.tokens[other].begin;
}

bool opens_single_quotation(const Tokenized& text, std::uint32_t mark, std::uint32_t last) {
    return mark + 1 < last && are_joined(text, mark, mark + 1) &&
           (mark == 0 || !are_joined(text, mark - 1, mark));
}

/// The single mark that closes what the one at token `open` opens; 0 where that is an apostrophe. British papers quote in them.
std::uint32_t end_of_single_quotation(const Tokenized& text, std::uint32_t open, std::uint32_t last) {
    for (std::uint32_t t = open + 2; t < last; ++t) {
        if (text.entry(t).kind != TokenKind::punctuation) continue;
        if (!text::is_single_quote(text::decode(text.entry(t).text, 0).code_point)) continue;
        const bool closes = are_joined(text, t - 1, t) && (t + 1 >= last || !are_joined(text, t, t + 1) ||
                                                           text.entry(t + 1).kind == TokenKind::punctuation);
        if (closes) return t;
    }
    return 0;
}

}  // namespace

std::vector<bool> find_quoted(const Tokenized& text) {
    std::vector<bool> quoted(text.tokens.size(), false);
    const auto scan = [&](std::uint32_t first, std::uint32_t last) {
        bool inside = false;
        std::uint32_t single_end = 0;  // the mark that ends the quotation in single ones; 0 outside
        bool may_close = true;         // once none closes what follows, none closes what follows later
        for (std::uint32_t t = first; t < last; ++t) {
            if (text.entry(t).kind == TokenKind::punctuation) {
                const char32_t c = text::decode(text.entry(t).text, 0).code_point;
                if (text::is_double_quote(c)) {
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
                if (text::is_single_quote(c)) {
                    if (single_end == 0 && !inside && may_close && opens_single_quotation(text, t, last)) {
                        single_end = end_of_single_quotation(text, t, last);
                        may_close = single_end != 0;
                    }
                    if (t == single_end) single_end = 0;
                    continue;
                }
            }
            quoted[t] = inside || t < single_end;
        }
    };
    scan(text.unit_begin[document::title_unit], text.unit_begin[document::title_unit + 1]);
    for (const document::Paragraph& paragraph : text.document->paragraphs) {
        scan(text.unit_begin[paragraph.first_sentence + document::body_unit],
             text.unit_begin[paragraph.last_sentence + document::body_unit]);
    }
    return quoted;
}

namespace {

/// "10:30", "2026-03-04", "3/4/2026".
bool is_clock_or_calendar_shape(std::string_view word) {
    if (word.find_first_not_of("0123456789:-/.") != std::string_view::npos) return false;
    const bool clock = std::count(word.begin(), word.end(), ':') > 0 && word.size() <= 8;
    return clock || std::count(word.begin(), word.end(), '-') == 2 ||
           std::count(word.begin(), word.end(), '/') == 2;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

/// Weekdays, months, parts of a day. German "morgen" and Spanish "mañana" are dates both ways.
bool Reading::is_calendar(std::uint32_t t) const {
    return t < text_->tokens.size() && roles(t).has(Role::calendar);
}

/// "in 1874", "since 2016", "2019 election", but not "2000 people".
bool Reading::is_year(std::uint32_t t) const {
    const std::string_view word = shown(t);
    if (word.size() != 4 || word.find_first_not_of("0123456789") != std::string_view::npos) return false;
    if (word < "1500" || word > "2099") return false;
    const bool counts_something = t + 1 < text_->tokens.size() &&
                                  text_->entry(t + 1).weight == TokenWeight::content &&
                                  text_->entry(t + 1).kind == TokenKind::word;
    const bool led_in = t > 0 && (text_->entry(t - 1).weight == TokenWeight::function_word ||
                                  roles(t - 1).has(Role::date_modifier));
    return led_in || !counts_something;
}

bool Reading::is_date(std::uint32_t t) const {
    const auto end = static_cast<std::uint32_t>(text_->tokens.size());
    if (is_calendar(t)) return true;
    const Roles here = roles(t);
    const std::string_view word = shown(t);
    const auto next = [&](std::uint32_t steps) {
        return t + steps < end ? shown(t + steps) : std::string_view();
    };
    if (is_number(t)) {
        if (is_clock_or_calendar_shape(word) || is_year(t)) return true;
        if (is_calendar(t + 1) || (t > 0 && is_calendar(t - 1))) return true;
        // "3. August", "3 de agosto".
        if (is_one_of(next(1), {".", "de", "er"}) && is_calendar(t + 2)) return true;
        // "6時15分", but not "3時間".
        if (is_one_of(next(1), {"年", "月", "日", "時", "分"})) return next(2) != "間";
        if (t > 0 && t + 1 < end && shown(t - 1) == "h") return true;
        if (t + 1 >= end || !roles(t + 1).has(Role::clock_unit)) return false;
        // "à 18 heures" is a time, "18 heures" a span.
        const bool spelled = is_one_of(next(1), {"heures", "heure", "horas"});
        return !spelled || (t > 0 && is_one_of(shown(t - 1), {"à", "vers", "dès", "avant", "après", "depuis",
                                                              "las", "jusqu'à"}));
    }
    if (t > 0 && is_number(t - 1)) {
        if (here.has(Role::clock_unit) && is_date(t - 1)) return true;
        if (is_one_of(word, {"年", "日", "時", "分"})) return next(1) != "間";
    }
    if (here.has(Role::calendar_unit)) {
        // "last week", "la semaine dernière", "two days ago".
        const bool behind = t > 0 && roles(t - 1).has(Role::date_modifier);
        const bool before =
            t + 1 < end && is_one_of(next(1), {"ago", "dernier", "dernière", "prochain", "prochaine",
                                               "pasado", "pasada", "próximo", "próxima"});
        return behind || before || (t > 1 && shown(t - 1) == "the" && shown(t - 2) == "of");
    }
    return false;
}

bool Reading::is_figure(std::uint32_t t) const {
    if (is_date(t)) return false;
    if (is_number(t)) return true;
    if (!roles(t).has(Role::numeral)) return false;
    const bool pronoun =
        t > 0 && text::match_form(shown(t)) == "one" && text::match_form(shown(t - 1)) == "no";
    return !pronoun;
}

bool Reading::opens_sentence(std::uint32_t token) const {
    const auto unit = std::upper_bound(text_->unit_begin.begin(), text_->unit_begin.end(), token) - 1;
    std::uint32_t first = *unit;
    while (first < token && is_sign(first)) ++first;
    if (first == token) return true;
    // A quotation opens a sentence of its own.
    return is_sign(token - 1) && text::is_double_quote(text::decode(shown(token - 1), 0).code_point);
}

/// Not in German, where every noun has one: there, more than a third of the content words within sentences.
bool Reading::capitals_tell() const {
    if (capitals_tell_ < 0) {
        constexpr std::uint32_t enough = 2000;
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        for (std::uint32_t t = 1; t < text_->tokens.size() && words < enough; ++t) {
            const text::Entry& entry = text_->entry(t);
            if (entry.kind != TokenKind::word || entry.weight != TokenWeight::content || is_sign(t - 1))
                continue;
            ++words;
            if (text::is_upper(text::decode(entry.text, 0).code_point)) ++capitals;
        }
        capitals_tell_ = capitals * 3 <= words ? 1 : 0;
    }
    return capitals_tell_ == 1;
}

/// A sentence opens with a name if the word stands so within another one.
bool Reading::is_name_elsewhere(std::uint32_t token) const {
    if (inside_.empty()) {
        inside_.assign(text_->vocabulary->size(), false);
        for (std::uint32_t unit = 0; unit < text_->unit_count(); ++unit) {
            for (std::uint32_t t = text_->unit_begin[unit] + 1; t < text_->unit_begin[unit + 1]; ++t) {
                if (!is_sign(t - 1)) inside_[text_->entries[t]] = true;
            }
        }
    }
    return inside_[text_->entries[token]];
}

bool Reading::is_name(std::uint32_t t) const {
    const text::Entry& entry = text_->entry(t);
    if (entry.kind != TokenKind::word || entry.weight != TokenWeight::content) return false;
    const auto capital = [&](std::uint32_t token) {
        return text::is_upper(text::decode(shown(token), 0).code_point);
    };
    if (!capital(t) || roles(t).has_any(Role::calendar, Role::numeral, Role::negation, Role::saying,
                                        Role::gender, Role::pronoun, Role::auxiliary, Role::future))
        return false;
    if (opens_sentence(t)) return capitals_tell() && is_name_elsewhere(t);
    if (capitals_tell()) return true;
    // First and family name stand side by side.
    const auto beside = [&](std::uint32_t token) {
        return text_->entry(token).kind == TokenKind::word &&
               text_->entry(token).weight == TokenWeight::content && capital(token);
    };
    return (t > 0 && beside(t - 1)) || (t + 1 < text_->tokens.size() && beside(t + 1));
}

/// "about 40", "at least one", "as many as 90", "at least Saturday".
bool Reading::leads_to_figure(std::uint32_t t) const {
    const auto end = static_cast<std::uint32_t>(text_->tokens.size());
    for (std::uint32_t next = t + 1; next < end && next <= t + 3 && !is_sign(next); ++next) {
        if (is_date(next) || is_figure(next)) return true;
        if (text_->entry(next).weight == TokenWeight::content && !roles(next).has(Role::approximator))
            return false;
    }
    return false;
}

Part Reading::part(std::uint32_t t) const {
    const text::Entry& entry = text_->entry(t);
    if (entry.weight == TokenWeight::sign || entry.weight == TokenWeight::ignored) return Part::sign;
    if (is_date(t)) return Part::date;
    if (is_figure(t)) return Part::figure;
    const Roles here = roles(t);
    if (here.has_any(Role::negation, Role::polarity)) return Part::negation;
    if (here.has(Role::hedge) || (here.has(Role::approximator) && leads_to_figure(t))) return Part::hedge;
    if (here.has_any(Role::saying, Role::loaded_saying)) return Part::saying;
    if (is_name(t)) return Part::name;
    if (here.has(Role::speaker)) return Part::speaker;
    if (entry.weight == TokenWeight::function_word ||
        here.has_any(Role::pronoun, Role::auxiliary, Role::article))
        return Part::grammar;
    return Part::content;
}

bool Reading::tells(std::uint32_t stem) const {
    if (told_.empty()) {
        told_.assign(text_->vocabulary->content_count(), false);
        for (const std::uint32_t entry : text_->entries)
            told_[text_->vocabulary->entry(entry).content] = true;
    }
    return told_[stem];
}

bool Reading::tells(std::uint32_t stem, TokenSpan span) const {
    constexpr std::uint32_t shortest_indexed = 128;
    if (span.size() < shortest_indexed) {
        for (std::uint32_t t = span.begin; t < span.end; ++t) {
            if (text_->entry(t).content == stem) return true;
        }
        return false;
    }
    if (first_place_.empty()) {
        first_place_.assign(text_->vocabulary->content_count() + 1, 0);
        for (std::uint32_t t = 0; t < text_->tokens.size(); ++t) ++first_place_[text_->entry(t).content + 1];
        std::partial_sum(first_place_.begin(), first_place_.end(), first_place_.begin());
        std::vector<std::uint32_t> next(first_place_);
        places_.resize(text_->tokens.size());
        for (std::uint32_t t = 0; t < text_->tokens.size(); ++t) places_[next[text_->entry(t).content]++] = t;
    }
    const auto end = places_.begin() + first_place_[stem + 1];
    const auto found = std::lower_bound(places_.begin() + first_place_[stem], end, span.begin);
    return found != end && *found < span.end;
}

}  // namespace twicetold::versions
