#include "versions/classify.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "versions/amounts.h"
#include "versions/spelling.h"

namespace twicetold::versions {

namespace {

using document::Tokenized;
using text::TokenKind;
using enum ChangeKind;

constexpr auto cosmetic = Significance::cosmetic;
constexpr auto substantive = Significance::substantive;

// --- form ------------------------------------------------------------------------------------------------------------------

bool only_signs(const Reading& side, TokenSpan span) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (!side.is_sign(t)) return false;
    }
    return true;
}

/// Nothing but quotation marks and dashes.
bool only_marks(const Reading& side, TokenSpan span) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (!side.is_sign(t)) return false;  // "-3" begins with one
        const char32_t c = text::decode(side.shown(t), 0).code_point;
        if (!text::is_double_quote(c) && !text::is_dash(c)) return false;
    }
    return true;
}

/// The typographic form: quotes, dashes, ellipses and invisible characters folded, capitals kept.
std::string typographic_form(const Reading& side, TokenSpan span) {
    using text::Ignore;
    const Ignore folded = Ignore::quotes | Ignore::dashes | Ignore::ellipsis | Ignore::invisible;
    std::string form;
    for (std::uint32_t t = span.begin; t < span.end; ++t) form += text::fold_token(side.shown(t), folded);
    return form;
}

/// The only word of a span, signs left aside; the end of the text where there is none or several.
std::uint32_t only_word(const Reading& side, TokenSpan span) {
    const auto none = static_cast<std::uint32_t>(side.text().tokens.size());
    std::uint32_t found = none;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (side.is_sign(t)) continue;
        if (found != none) return none;
        found = t;
    }
    return found;
}

/// Both sides are one word in two spellings; a name that changed is another name.
bool is_spelling_change(const ClassifyContext& context, const WordEdit& edit) {
    const std::uint32_t b = only_word(context.before, edit.before);
    const std::uint32_t a = only_word(context.after, edit.after);
    if (b == context.before.text().tokens.size() || a == context.after.text().tokens.size()) return false;
    if (context.before.text().entry(b).kind != TokenKind::word ||
        context.after.text().entry(a).kind != TokenKind::word)
        return false;
    if (context.before.is_name(b) && context.after.is_name(a)) return false;
    return is_respelling(context.before.shown(b), context.after.shown(a));
}

// --- content ---------------------------------------------------------------------------------------------------------------

/// What the words of one side of an edit are, seen together.
struct Traits {
    std::uint32_t words = 0;
    std::uint32_t quoted = 0;
    std::uint32_t dates = 0;
    std::uint32_t figures = 0;
    std::uint32_t names = 0;
    std::uint32_t negations = 0;
    std::uint32_t hedges = 0;
    std::uint32_t sayings = 0;
    std::uint32_t speakers = 0;
    std::uint32_t content =
        0;  ///< none of these, and not in the other side of the edit in the same or a like word
    std::uint32_t told = 0;         ///< of `content`, what the corresponding passage says too
    std::uint32_t known_names = 0;  ///< names that the other version has too
    std::uint32_t modifiers = 0;    ///< "since", "last"
    bool loaded = false;            ///< a verb that judges
    bool pronoun = false;
    bool gender = false;
    bool future = false;
    bool indefinite = false;  ///< "a", "some"
    bool quantity = false;    ///< "some"
    bool approximate = false;
    bool denies = false;  ///< "not" rather than a verb like "denied"

    [[nodiscard]] bool attributes() const { return sayings + speakers > 0; }
};

/// In spans longer than this a word is looked for by its stem alone: weighing each word of a replaced page against each
/// other would take minutes, and it is other wording whatever comes of it.
constexpr std::uint32_t longest_weighed = 256;

bool holds_sense(const Reading& reading, TokenSpan span, const Reading& other, std::uint32_t token) {
    if (span.size() > longest_weighed) return reading.tells(other.text().entry(token).content, span);
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (!reading.is_sign(t) &&
            reading.lexicon().same_sense(reading.text().entries[t], other.text().entries[token]))
            return true;
    }
    return false;
}

/// A like word that is not spelled alike: names may share their first letters.
bool holds_synonym(const Reading& reading, TokenSpan span, const Reading& other, std::uint32_t token) {
    if (span.size() > longest_weighed) return false;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (reading.text().entry(t).content != other.text().entry(token).content &&
            are_synonyms(reading.shown(t), other.shown(token)))
            return true;
    }
    return false;
}

bool holds_word(const Reading& reading, TokenSpan span, const text::Entry& word) {
    if (span.size() > longest_weighed) return reading.tells(word.content, span);
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (reading.text().entry(t).match == word.match) return true;
    }
    return false;
}

Traits traits_of(const Reading& side, TokenSpan span, const Reading& other, TokenSpan other_span,
                 TokenSpan other_passage) {
    Traits traits;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const Part part = side.part(t);
        if (part == Part::sign) continue;
        ++traits.words;
        if (side.quoted(t)) ++traits.quoted;
        const Roles roles = side.roles(t);
        if (roles.has(Role::date_modifier)) ++traits.modifiers;
        traits.loaded = traits.loaded || roles.has(Role::loaded_saying);
        traits.pronoun = traits.pronoun || roles.has(Role::pronoun);
        traits.gender = traits.gender || roles.has(Role::gender);
        traits.future =
            traits.future || roles.has(Role::future) || text::match_form(side.shown(t)) == "would";
        traits.quantity = traits.quantity || roles.has(Role::quantity);
        traits.indefinite = traits.indefinite || roles.has(Role::quantity) ||
                            (roles.has(Role::article) && text::match_form(side.shown(t)) != "the");
        // What both sides have is no change.
        if (part != Part::content && holds_word(other, other_span, side.text().entry(t))) continue;
        switch (part) {
            case Part::date: ++traits.dates; break;
            case Part::figure: ++traits.figures; break;
            case Part::negation:
                ++traits.negations;
                traits.denies = traits.denies || roles.has(Role::negation);
                break;
            case Part::hedge:
                ++traits.hedges;
                traits.approximate = traits.approximate || roles.has(Role::approximator);
                break;
            case Part::saying: ++traits.sayings; break;
            case Part::speaker: ++traits.speakers; break;
            case Part::name:
                if (holds_synonym(other, other_span, side, t)) break;
                ++traits.names;
                if (other.tells(side.text().entry(t).content)) ++traits.known_names;
                break;
            case Part::content:
                if (roles.has_any(Role::calendar_unit, Role::date_modifier, Role::gender) ||
                    holds_sense(other, other_span, side, t))
                    break;
                ++traits.content;
                if (other.tells(side.text().entry(t).content, other_passage)) ++traits.told;
                break;
            default: break;
        }
    }
    return traits;
}

/// The part of a text around a span, for phrases of scripts without spaces that the edit cuts through.
std::string_view surroundings(const Reading& side, TokenSpan span) {
    constexpr std::uint32_t reach = 6;  // as long as "ませんでした"
    const Tokenized& text = side.text();
    std::uint32_t begin = span.begin;
    std::uint32_t end = span.end;
    for (std::uint32_t k = 0; k < reach && begin > 0 && text.entry(begin - 1).kind == TokenKind::ideograph;
         ++k)
        --begin;
    for (std::uint32_t k = 0;
         k < reach && end < text.tokens.size() && text.entry(end).kind == TokenKind::ideograph; ++k)
        ++end;
    if (begin == end) return {};
    return text.document->slice({text.tokens[begin].begin, text.tokens[end - 1].end});
}

/// Does the text say no? "かもしれない" does not.
bool denies(std::string_view text) {
    std::string without_doubt(text);
    for (const std::string_view doubt : {"かもしれない", "かもしれません", "に違いない"}) {
        for (std::size_t at = without_doubt.find(doubt); at != std::string::npos;
             at = without_doubt.find(doubt))
            without_doubt.erase(at, doubt.size());
    }
    return negation_phrases_in(without_doubt) != 0;
}

bool is_ideographic(const Reading& side, TokenSpan span) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (side.text().entry(t).kind == TokenKind::ideograph) return true;
    }
    return false;
}

// --- figures and dates -----------------------------------------------------------------------------------------------------

/// A quantity in a plain form: "one-litre" and "1-litre", "two" and "2", "1,000" and "1000" are alike.
std::string plain_quantity(std::string_view word) {
    std::string form = text::match_form(word);
    const std::size_t hyphen = form.find('-');
    const int number = small_number(std::string_view(form).substr(0, hyphen));
    if (number >= 0) return std::to_string(number) + (hyphen == std::string::npos ? "" : form.substr(hyphen));
    return form;
}

/// A span of time in seconds, from words like "1min", "14sec", "74", "seconds"; 0 where it is none.
std::uint32_t seconds_of(const Reading& side, TokenSpan span) {
    std::uint32_t total = 0;
    std::uint32_t pending = 0;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const std::string word = text::match_form(side.shown(t));
        std::uint32_t value = 0;
        const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        std::string_view unit(rest, static_cast<std::size_t>(word.data() + word.size() - rest));
        if (error == std::errc()) {
            pending = value;
            if (unit.empty()) continue;
        } else {
            unit = word;
        }
        std::uint32_t factor = 0;
        if (unit.starts_with("sec") || unit.starts_with("sek") || unit.starts_with("seg") || unit == "s")
            factor = 1;
        if (unit.starts_with("min")) factor = 60;
        if (unit.starts_with("hour") || unit.starts_with("heure") || unit.starts_with("stunde") ||
            unit.starts_with("hora"))
            factor = 3600;
        if (factor == 0 || pending > 1000000) return 0;
        total += pending * factor;
        pending = 0;
    }
    return total;
}

bool is_same_quantity(const ClassifyContext& context, const WordEdit& edit) {
    const auto list = [](const Reading& side, TokenSpan span) {
        std::vector<std::string> figures;
        for (std::uint32_t t = span.begin; t < span.end; ++t) {
            if (side.part(t) == Part::figure) figures.push_back(plain_quantity(side.shown(t)));
        }
        return figures;
    };
    const std::vector<std::string> before = list(context.before, edit.before);
    if (!before.empty() && before == list(context.after, edit.after)) return true;
    const std::uint32_t seconds = seconds_of(context.before, edit.before);
    return seconds > 0 && seconds == seconds_of(context.after, edit.after);
}

/// How a date is told: by weekday, by calendar, by distance.
struct DateTelling {
    std::uint32_t weekday = 0;  ///< stem of the weekday that is named, 0 for none
    bool day = false;           ///< weekday or part of a day
    bool absolute = false;      ///< day and month
    bool distance = false;      ///< "last week", "the end of the week"
    bool clock = false;
};

DateTelling telling_of(const Reading& side, TokenSpan span) {
    DateTelling telling;
    bool number = false;
    bool calendar = false;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        if (side.part(t) != Part::date) continue;
        const Roles roles = side.roles(t);
        if (roles.has(Role::weekday)) telling.weekday = side.text().entry(t).content + 1;
        if (roles.has(Role::calendar))
            calendar = true;
        else if (roles.has(Role::clock_unit) || side.shown(t).find(':') != std::string_view::npos)
            telling.clock = true;
        else if (side.text().entry(t).kind == TokenKind::number)
            number = true;
        else
            telling.distance = true;
    }
    telling.absolute = calendar && number;
    telling.day = calendar && !number;
    return telling;
}

/// The same day told from nearer or farther: "on Monday" and "27 April", "on Friday" and "last week".
bool is_same_date_retold(const ClassifyContext& context, const WordEdit& edit) {
    const DateTelling b = telling_of(context.before, edit.before);
    const DateTelling a = telling_of(context.after, edit.after);
    if (b.clock || a.clock || (b.weekday > 0 && a.weekday > 0 && b.weekday != a.weekday)) return false;
    const auto nearer_and_farther = [](const DateTelling& near, const DateTelling& far) {
        return near.day && (far.absolute || far.distance) && !far.day;
    };
    return nearer_and_farther(b, a) || nearer_and_farther(a, b);
}

// --- one side only ---------------------------------------------------------------------------------------------------------

/// Words that only came or went.
Classification classify_lone_phrase(const Reading& side, TokenSpan span, const Traits& is, bool added) {
    const ChangeKind came_or_went = added ? addition : removal;
    if (is.quoted == is.words) return {quote, substantive};
    const std::uint32_t rest = is.content + is.names + is.figures + is.dates;
    if (is_ideographic(side, span)) {
        const std::string_view text = side.text().document->slice(
            {side.text().tokens[span.begin].begin, side.text().tokens[span.end - 1].end});
        if (hedge_phrases_in(text) != 0 && !denies(text)) return {hedge, substantive};
        if (denies(text)) return {negation, substantive};
        if (is.content + is.names == 0 && is.dates + is.figures > 0)
            return {is.dates > 0 ? date : figure, substantive};  // "3時" and "3時半"
        return is.content == 0 ? Classification{wording, cosmetic}
                               : Classification{came_or_went, substantive};
    }
    if (is.negations > 0 && rest <= 1 && !is.attributes()) return {negation, substantive};
    if (is.hedges > 0 && rest <= 1) return {hedge, substantive};
    if (is.attributes() && is.content - is.told <= 3) {
        // "she added": the source was named before. "the company said": the sentence still has the company.
        const bool source_kept =
            is.speakers == 0 && (is.content + is.names == 0 || (is.content == is.told && is.names == 0));
        return source_kept ? Classification{wording, cosmetic} : Classification{attribution, substantive};
    }
    if (rest == 0 && is.modifiers > 0 && is.words > 1) return {came_or_went, substantive};  // "since then"
    if (rest == 0) return {wording, cosmetic};
    if (is.content > 0 && is.content == is.told && rest == is.content) return {wording, cosmetic};
    return {came_or_went, substantive};
}

// --- both sides ------------------------------------------------------------------------------------------------------------

/// "about" for "around": the same to a reader.
bool is_near_swap(const ClassifyContext& context, const WordEdit& edit) {
    constexpr auto near = std::to_array<std::string_view>(
        {"about", "around", "approximately", "roughly", "some", "circa", "etwa", "rund", "ungefähr",
         "environ", "autour", "aproximadamente", "alrededor", "unos", "unas"});
    const auto is_near = [&](const Reading& side, TokenSpan span) {
        return span.size() == 1 &&
               std::find(near.begin(), near.end(), text::match_form(side.shown(span.begin))) != near.end();
    };
    return is_near(context.before, edit.before) && is_near(context.after, edit.after);
}

/// Is the figure word of a phrase changed, or what it is only about: "more than" and "nearly" 40?
bool changes_comparison(const ClassifyContext& context, const WordEdit& edit, const Traits& b,
                        const Traits& a) {
    const auto before_figure = [](const Reading& side, std::uint32_t t) {
        return t < side.text().tokens.size() && side.is_figure(t);
    };
    if (!b.approximate || !a.approximate || !before_figure(context.before, edit.before.end) ||
        !before_figure(context.after, edit.after.end))
        return false;
    return !is_near_swap(context, edit);
}

/// The words stand where a source is named: "police said", "according to police", "警察によると".
bool is_source_place(const Reading& side, TokenSpan span) {
    const auto count = static_cast<std::uint32_t>(side.text().tokens.size());
    const std::uint32_t end = span.end;
    if (end + 2 < count && side.shown(end) == "に" && side.shown(end + 1) == "よ" &&
        side.shown(end + 2) == "る")
        return true;
    if (end < count && side.part(end) == Part::saying && !side.roles(end).has(Role::source)) return true;
    std::uint32_t lead = span.begin;
    while (lead > 0 && side.text().entry(lead - 1).weight == text::TokenWeight::function_word &&
           !side.roles(lead - 1).has(Role::source))
        --lead;
    return lead > 0 && side.roles(lead - 1).has(Role::source);
}

/// "he" and "she".
bool swaps_person(const Traits& b, const Traits& a) {
    return b.gender && a.gender && b.words == 1 && a.words == 1;
}

/// Wording that tells something else: other content, another person, what was to come has come.
bool tells_something_else(const Traits& b, const Traits& a) {
    if (swaps_person(b, a) || b.future != a.future) return true;
    if ((b.figures > 0) != (a.figures > 0)) return true;
    const auto known = [](const Traits& side) { return side.names > 0 && side.names == side.known_names; };
    if (known(b) || known(a)) return false;  // the same person or thing under another name
    if (b.content > 0 && a.content > 0) return true;
    if (std::max(b.content, a.content) >= 3) return true;
    // "an incident" and "a serious incident".
    const auto article_only = [](const Traits& side) { return side.words == 1 && side.indefinite; };
    return (article_only(b) && a.content > 0) || (article_only(a) && b.content > 0);
}

bool is_date_swap(const Traits& b, const Traits& a) {
    if (std::max(b.content, a.content) > 2) return false;
    const auto only_dates = [](const Traits& side) {
        return side.dates > 0 && side.content + side.names + side.sayings == 0;
    };
    return (b.dates > 0 && a.dates > 0) || (only_dates(b) && a.names == 0) || (only_dates(a) && b.names == 0);
}

/// Both sides say how many, if only by "a" or "some".
bool is_figure_swap(const Traits& b, const Traits& a) {
    const std::uint32_t content = std::max(b.content, a.content);
    if (b.figures > 0 && a.figures > 0) return content <= 4;
    // "Fans" and "Some fans".
    const bool else_alike =
        content + b.names + a.names + b.hedges + a.hedges + b.negations + a.negations == 0 &&
        b.words != a.words;
    if (else_alike && b.quantity != a.quantity && !b.attributes() && !a.attributes()) return true;
    if (content > 0 || b.names + a.names > 0 || b.attributes() || a.attributes()) return false;
    return (b.figures > 0 && a.indefinite) || (a.figures > 0 && b.indefinite);
}

/// "must" and "should": another degree of duty. What can be another tense of the same word is left to the hedges.
bool is_duty_swap(const ClassifyContext& context, const WordEdit& edit) {
    if (edit.before.size() != 1 || edit.after.size() != 1) return false;
    constexpr auto duties =
        std::to_array<std::string_view>({"must", "should", "shall", "may", "might", "muss", "soll", "sollte",
                                         "darf", "doit", "devrait", "debe", "debería"});
    const auto is_duty = [&](const Reading& side, std::uint32_t t) {
        return std::find(duties.begin(), duties.end(), text::match_form(side.shown(t))) != duties.end();
    };
    return is_duty(context.before, edit.before.begin) && is_duty(context.after, edit.after.begin);
}

/// Who says it, or the verb of saying. `positioned`: the words on both sides stand before one.
bool is_attribution_swap(const Traits& b, const Traits& a, bool positioned) {
    const auto told = [](const Traits& side) { return side.content + side.names > 0; };
    if (positioned && (told(b) || b.attributes()) && (told(a) || a.attributes())) return true;
    const auto verb_for_verb = [](const Traits& one, const Traits& other) {
        return one.sayings == 1 && one.words == 1 && other.words == 1 && other.content == 1;
    };
    if (verb_for_verb(b, a) || verb_for_verb(a, b)) return true;
    return b.attributes() && a.attributes() && (b.sayings + a.sayings + b.speakers + a.speakers > 0);
}

/// "his team said" and "according to his team": the same source, in verbs that do not judge.
bool is_same_source(const Traits& b, const Traits& a) {
    return b.content + a.content + b.names + a.names + b.speakers + a.speakers == 0 && !b.loaded && !a.loaded;
}

/// One word for another of the same sense: "fall" and "autumn", figures aside.
bool is_synonym_swap(const ClassifyContext& context, const WordEdit& edit, const Traits& b, const Traits& a) {
    if (b.words != 1 || a.words != 1 || b.attributes() || a.attributes()) return false;
    const std::uint32_t one = only_word(context.before, edit.before);
    const std::uint32_t other = only_word(context.after, edit.after);
    return !context.before.is_figure(one) && !context.after.is_figure(other) &&
           b.hedges + a.hedges + b.negations + a.negations + b.names + a.names == 0 &&
           context.before.text().entry(one).content != context.after.text().entry(other).content &&
           are_synonyms(context.before.shown(one), context.after.shown(other));
}

Classification classify_swap(const ClassifyContext& context, const WordEdit& edit, const Traits& b,
                             const Traits& a) {
    if (is_synonym_swap(context, edit, b, a) || is_near_swap(context, edit)) return {wording, cosmetic};
    if (is_date_swap(b, a)) return {date, is_same_date_retold(context, edit) ? cosmetic : substantive};
    if (changes_comparison(context, edit, b, a)) return {figure, substantive};
    if (is_figure_swap(b, a)) return {figure, is_same_quantity(context, edit) ? cosmetic : substantive};
    if (swaps_person(b, a)) return {wording, substantive};
    if (is_duty_swap(context, edit)) return {hedge, substantive};
    if (b.names > 0 && a.names > 0 && !b.attributes() && !a.attributes()) return {name, substantive};
    if (is_ideographic(context.before, edit.before) || is_ideographic(context.after, edit.after)) {
        const std::string_view one = surroundings(context.before, edit.before);
        const std::string_view other = surroundings(context.after, edit.after);
        if (denies(one) != denies(other)) return {negation, substantive};
        if (hedge_phrases_in(one) != hedge_phrases_in(other)) return {hedge, substantive};
        if (loaded_phrases_in(one) != loaded_phrases_in(other)) return {attribution, substantive};
        if (saying_phrases_in(one) != 0 && saying_phrases_in(other) != 0 &&
            saying_phrases_in(one) != saying_phrases_in(other))
            return {attribution, cosmetic};
    }
    const std::uint32_t content = std::max(b.content, a.content);
    const bool brief = std::max(b.words, a.words) <= 3;
    if ((b.negations > 0) != (a.negations > 0) && content <= (brief ? 2 : 1)) return {negation, substantive};
    if (b.hedges + a.hedges > 0 && content <= 1) return {hedge, substantive};
    const bool positioned =
        is_source_place(context.before, edit.before) && is_source_place(context.after, edit.after);
    if (is_attribution_swap(b, a, positioned))
        return {attribution, is_same_source(b, a) ? cosmetic : substantive};
    const Traits& named = b.names > 0 ? b : a;
    if ((b.names > 0) != (a.names > 0) && named.names > named.known_names && b.figures + a.figures == 0)
        return {name, substantive};
    if (b.names > b.known_names && a.names > a.known_names) return {name, substantive};
    return {wording, tells_something_else(b, a) ? substantive : cosmetic};
}

/// The edit without the words that both sides begin and end with, capitals aside: "Officials said the → The" took out "Officials
/// said".
WordEdit core_of(const ClassifyContext& context, WordEdit edit) {
    const auto alike = [&](std::uint32_t b, std::uint32_t a) {
        return context.before.text().entry(b).match == context.after.text().entry(a).match;
    };
    while (!edit.before.empty() && !edit.after.empty() && alike(edit.before.begin, edit.after.begin))
        ++edit.before.begin, ++edit.after.begin;
    while (!edit.before.empty() && !edit.after.empty() && alike(edit.before.end - 1, edit.after.end - 1))
        --edit.before.end, --edit.after.end;
    return edit;
}

/// "well-known" and "well known", "wellknown".
bool same_but_for_joints(const ClassifyContext& context, const WordEdit& edit) {
    if (edit.before.empty() || edit.after.empty()) return false;
    const auto joined = [](const Reading& side, TokenSpan span) {
        std::string form;
        for (std::uint32_t t = span.begin; t < span.end; ++t) {
            if (side.text().entry(t).kind != TokenKind::word) return std::string();
            for (const char c : text::match_form(side.shown(t))) {
                if (c != '-') form += c;
            }
        }
        return form;
    };
    constexpr std::string_view again = "re-";  // "re-signed" is not "resigned"
    if (text::match_form(context.before.shown(edit.before.begin)).starts_with(again) ||
        text::match_form(context.after.shown(edit.after.begin)).starts_with(again))
        return false;
    const std::string one = joined(context.before, edit.before);
    return !one.empty() && one == joined(context.after, edit.after);
}

/// A few characters of a script without spaces that came or went, judged with those around them: "なか" of "しなかった".
std::optional<Classification> classify_ideographic_lone(const ClassifyContext& context,
                                                        const WordEdit& edit) {
    if (edit.before.empty() == edit.after.empty()) return std::nullopt;
    const bool removed = edit.after.empty();
    constexpr std::uint32_t most = 4;
    const TokenSpan span = removed ? edit.before : edit.after;
    if (span.size() > most || !is_ideographic(removed ? context.before : context.after, span))
        return std::nullopt;
    if (denies(surroundings(context.before, edit.before)) != denies(surroundings(context.after, edit.after)))
        return Classification{negation, substantive};
    return std::nullopt;
}

/// Other words in someone's mouth, or the same ones told with another auxiliary ("I'm going to", "I will").
Classification classify_quote(const Traits& b, const Traits& a) {
    const auto grammar_only = [](const Traits& side) {
        return side.words > 0 && side.content + side.names + side.figures + side.dates + side.negations +
                                         side.hedges + side.sayings ==
                                     0;
    };
    return {quote, grammar_only(b) && grammar_only(a) && b.future == a.future ? cosmetic : substantive};
}

}  // namespace

Classification classify_words(const ClassifyContext& context, const WordEdit& edit) {
    if (!edit.before.empty() && !edit.after.empty() &&
        typographic_form(context.before, edit.before) == typographic_form(context.after, edit.after)) {
        return {typography, cosmetic};
    }
    if (only_marks(context.before, edit.before) && only_marks(context.after, edit.after))
        return {typography, cosmetic};
    if (same_but_for_joints(context, edit)) return {spelling, cosmetic};
    if (only_signs(context.before, edit.before) && only_signs(context.after, edit.after))
        return {punctuation, cosmetic};
    if (edit.surface) return {spelling, cosmetic};  // capitals
    if (is_spelling_change(context, edit)) return {spelling, cosmetic};
    if (is_same_amount(context.before, edit.before, context.after, edit.after)) return {figure, cosmetic};
    if (const WordEdit core = core_of(context, edit);
        core.before.size() != edit.before.size() && core.before.empty() != core.after.empty() &&
        !(only_signs(context.before, core.before) && only_signs(context.after, core.after))) {
        const Classification what = classify_words(context, core);
        if (what.kind == attribution) return what;
    }
    if (const auto what = classify_ideographic_lone(context, edit)) return *what;
    const Traits b = traits_of(context.before, edit.before, context.after, edit.after, context.after_passage);
    const Traits a =
        traits_of(context.after, edit.after, context.before, edit.before, context.before_passage);
    if (b.words == 0) return classify_lone_phrase(context.after, edit.after, a, true);
    if (a.words == 0) return classify_lone_phrase(context.before, edit.before, b, false);
    if (b.quoted == b.words && a.quoted == a.words) return classify_quote(b, a);
    return classify_swap(context, edit, b, a);
}

Classification classify_rewritten(const ClassifyContext& context) {
    // Told anew is the same said differently, unless each side has a figure or weekday that the other lacks.
    const auto quantity = [](const Reading& side, std::uint32_t t) {
        return std::pair(side.is_date(t), plain_quantity(side.shown(t)));
    };
    const auto lacking = [&](const Reading& side, TokenSpan span, const Reading& other,
                             TokenSpan other_span) {
        std::vector<std::pair<bool, std::string>> known;
        for (std::uint32_t t = span.begin; t < span.end; ++t) {
            if (side.text().entry(t).kind != TokenKind::number && !side.roles(t).has(Role::weekday)) continue;
            if (known.empty()) {
                for (std::uint32_t o = other_span.begin; o < other_span.end; ++o)
                    known.push_back(quantity(other, o));
                std::sort(known.begin(), known.end());
            }
            if (!std::binary_search(known.begin(), known.end(), quantity(side, t))) return true;
        }
        return false;
    };
    if (seconds_of(context.before, context.before_passage) > 0 &&
        seconds_of(context.after, context.after_passage) > 0)
        return {wording, cosmetic};
    const bool other_figures =
        lacking(context.before, context.before_passage, context.after, context.after_passage) &&
        lacking(context.after, context.after_passage, context.before, context.before_passage);
    return {wording, other_figures ? substantive : cosmetic};
}

Classification classify_sentence(const Reading& side, std::uint32_t unit, bool added) {
    const Tokenized& text = side.text();
    bool of_page = false;
    for (std::uint32_t t = text.unit_begin[unit]; t < text.unit_begin[unit + 1] && !of_page; ++t)
        of_page = side.roles(t).has(Role::page);
    const bool stock = of_page && is_boilerplate(text.document->slice(text.unit_range(unit)));
    return {added ? addition : removal, stock ? cosmetic : substantive};
}

}  // namespace twicetold::versions
