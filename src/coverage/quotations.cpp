#include "coverage/quotations.h"

#include <algorithm>
#include <array>

#include "coverage/copied.h"
#include "coverage/order.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::coverage {

namespace {

using text::Range;

/// What may close a quotation that `opener` opens; empty where it opens none.
std::u32string_view closers_of(char32_t opener) {
    switch (opener) {
        case U'\u201C': return U"\u201D\u201C\"";
        case U'\u201E': return U"\u201C\u201D\"";
        case U'\u201D': return U"\u201D";  // Swedish, Finnish
        case U'\u00AB': return U"\u00BB";
        case U'\u00BB': return U"\u00AB";
        case U'"': return U"\"\u201D";
        case U'\u2018': return U"\u2019";
        case U'\u201A': return U"\u2018\u2019";
        case U'\u2039': return U"\u203A";
        case U'\'': return U"'";
        case U'\u300C': return U"\u300D";
        case U'\u300E': return U"\u300F";
        default: return {};
    }
}

bool is_single(char32_t c) { return text::is_single_quote(c) && c != U'\u2039' && c != U'\u203A'; }

bool is_wordlike(char32_t c) {
    const auto kind = text::classify(c);
    return kind == text::CharacterClass::letter || kind == text::CharacterClass::digit;
}

/// Finds the quotations of one paragraph.
class QuoteScanner {
public:
    QuoteScanner(std::string_view text, Range range) : text_(text), range_(range) {
        for (std::uint32_t at = range.begin; at < range.end;) {
            const auto decoded = text::decode(text, at);
            characters_.push_back({decoded.code_point, at});
            at += decoded.length;
        }
    }

    std::vector<Range> scan() {
        std::vector<Range> found;
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            if (!opens(i)) continue;
            const std::size_t close = find_close(i);
            if (close == 0) continue;
            const std::uint32_t begin = characters_[i + 1].at;
            const std::uint32_t end = close < characters_.size() ? characters_[close].at : range_.end;
            if (begin < end) found.push_back({begin, end});
            i = close;
        }
        return found;
    }

private:
    struct Character {
        char32_t code;
        std::uint32_t at;
    };

    [[nodiscard]] char32_t code(std::size_t i) const {
        return i < characters_.size() ? characters_[i].code : U' ';
    }
    [[nodiscard]] bool is_space(std::size_t i) const {
        return i >= characters_.size() || text::is_white_space(text::classify(characters_[i].code));
    }

    [[nodiscard]] bool opens(std::size_t i) const {
        const char32_t c = code(i);
        if (closers_of(c).empty() || i + 1 >= characters_.size() || is_space(i + 1)) {
            // French spaces its quotation marks.
            return c == U'\u00AB' && i + 2 < characters_.size();
        }
        if (c == U'\u300C' || c == U'\u300E' || c == U'\u00AB' || c == U'\u201E') return true;
        const bool free_before =
            i == 0 || is_space(i - 1) || text::is_opening(code(i - 1)) || text::is_dash(code(i - 1));
        if (!is_single(c)) return free_before || (c == U'\u201C' && !is_wordlike(code(i - 1)));
        return free_before &&
               (is_wordlike(code(i + 1)) || code(i + 1) == U'\u2026' || text::is_opening(code(i + 1)));
    }

    /// Index of the closing mark; the number of characters for a quotation that is not closed; 0 for none.
    [[nodiscard]] std::size_t find_close(std::size_t open) const {
        const std::u32string_view closers = closers_of(characters_[open].code);
        const bool single = is_single(characters_[open].code);
        std::size_t depth = 0;
        std::size_t fallback = 0;
        for (std::size_t i = open + 1; i < characters_.size(); ++i) {
            const char32_t c = characters_[i].code;
            // A quotation inside of the same kind is skipped.
            if (c == characters_[open].code && closers.find(c) == std::u32string_view::npos && i > open + 1 &&
                opens(i))
                ++depth;
            if (closers.find(c) == std::u32string_view::npos) continue;
            if (depth > 0) {
                --depth;
                continue;
            }
            if (!single) return i;
            if (is_wordlike(code(i + 1))) continue;
            const char32_t before = code(i - 1);
            // "the judges' own": a plural's apostrophe has a letter before and goes on in small letters.
            if (!is_wordlike(before)) return i;
            if (is_space(i + 1) && i + 2 < characters_.size() && text::is_lower(code(i + 2)) &&
                before == U's') {
                if (fallback == 0) fallback = i;
                continue;
            }
            return i;
        }
        if (single) return fallback;
        return characters_[open].code == U'"' ? 0 : characters_.size();
    }

    std::string_view text_;
    Range range_;
    std::vector<Character> characters_;
};

// ---- Reading the quotes of a story ----

/// Names the speaker of a quote from the words around it.
class SpeakerFinder {
public:
    explicit SpeakerFinder(const Story& story) : story_(story), names_(story.stems.size(), false) {
        for (const StoryTerm& term : story.terms) {
            if (term.kind == TermKind::name) names_[term.stem] = true;
        }
    }

    /// Of a quote at tokens [first, last) of `unit`: the name nearest to a verb of saying outside the quotations; else the
    /// only name of the sentence; else that of the sentence before.
    [[nodiscard]] std::string find(const StoryText& text, std::uint32_t unit, std::uint32_t first,
                                   std::uint32_t last) const {
        std::string best = near_saying(text, unit, first, last);
        if (best.empty() && unit > document::body_unit) {
            best = near_saying(text, unit - 1, text.tokens.unit_begin[unit - 1],
                               text.tokens.unit_begin[unit - 1]);
        }
        return best;
    }

private:
    [[nodiscard]] bool is_name(const StoryText& text, std::uint32_t token) const {
        const std::uint32_t stem =
            story_.stem_of_entry[text.tokens.entries[token] * 5 + static_cast<std::size_t>(text.language)];
        return stem < names_.size() && names_[stem];
    }

    [[nodiscard]] std::string near_saying(const StoryText& text, std::uint32_t unit, std::uint32_t first,
                                          std::uint32_t last) const {
        const std::uint32_t begin = text.tokens.unit_begin[unit];
        const std::uint32_t end = text.tokens.unit_begin[unit + 1];
        std::vector<std::uint32_t> sayings;
        for (std::uint32_t t = begin; t < end; ++t) {
            if ((t < first || t >= last) &&
                has_role(story_.words.roles[text.tokens.entries[t]], WordRole::saying))
                sayings.push_back(t);
        }
        std::uint32_t best_distance = 0xFFFFFFFFU;
        Range best{};
        for (std::uint32_t t = begin; t < end; ++t) {
            if ((t >= first && t < last) || !is_name(text, t)) continue;
            std::uint32_t stop = t + 1;
            while (stop < end && (stop < first || stop >= last) && is_name(text, stop)) ++stop;
            std::uint32_t distance = 1000 + (t < first ? first - t : t - last);
            for (const std::uint32_t saying : sayings)
                distance = std::min(distance, saying < t ? t - saying : saying - (stop - 1));
            if (distance < best_distance) {
                best_distance = distance;
                best = {text.tokens.tokens[t].begin, text.tokens.tokens[stop - 1].end};
            }
            t = stop - 1;
        }
        std::string name(text.tokens.document->slice(best));
        if (name.ends_with("'s")) name.resize(name.size() - 2);
        return name;
    }

    const Story& story_;
    std::vector<bool> names_;
};

/// Puts the parts of the quotations of one document into its sentences.
void add_quotes(const Story& story, const StoryText& text, const SpeakerFinder& speakers,
                std::uint32_t& passage, std::vector<Quote>& quotes) {
    const document::Document& document = *text.tokens.document;
    std::uint32_t sentence = text.first_sentence;
    for (const document::Paragraph& paragraph : document.paragraphs) {
        for (const Range range : quoted_ranges(document.text, paragraph.range)) {
            ++passage;
            for (std::uint32_t s = paragraph.first_sentence; s < paragraph.last_sentence; ++s) {
                const Range whole = document.sentences[s];
                Quote quote;
                quote.range = {std::max(range.begin, whole.begin), std::min(range.end, whole.end)};
                if (quote.range.begin >= quote.range.end) continue;
                quote.sentence = sentence + s;
                quote.passage = passage;
                const std::uint32_t unit = s + document::body_unit;
                const auto& tokens = text.tokens.tokens;
                const auto first = tokens.begin() + text.tokens.unit_begin[unit];
                const auto last = tokens.begin() + text.tokens.unit_begin[unit + 1];
                const auto from = std::find_if(
                    first, last, [&](const text::Token& t) { return t.begin >= quote.range.begin; });
                const auto to =
                    std::find_if(from, last, [&](const text::Token& t) { return t.end > quote.range.end; });
                quote.first_token = static_cast<std::uint32_t>(from - tokens.begin());
                quote.last_token = static_cast<std::uint32_t>(to - tokens.begin());
                if (quote.first_token == quote.last_token) continue;
                quote.range = {tokens[quote.first_token].begin, tokens[quote.last_token - 1].end};
                quote.speaker = speakers.find(text, unit, quote.first_token, quote.last_token);
                quotes.push_back(std::move(quote));
            }
        }
    }
    (void)story;
}

// ---- Matching ----

constexpr double least_altered = 0.60;  ///< of the shorter quote's words, in order, in the other
constexpr std::size_t least_altered_words = 5;
constexpr double least_altered_content = 0.5;

/// A quote as words: numbers by value, other words by stem.
struct QuoteWords {
    std::vector<std::uint32_t> words;
    std::vector<bool> content;
    std::vector<std::vector<std::uint32_t>> pieces;  ///< between ellipses, where there are any
    std::uint32_t content_count = 0;
};

class QuoteMatcher {
public:
    QuoteMatcher(const Story& story, const std::vector<Quote>& quotes) : story_(story), quotes_(quotes) {
        for (const Quote& quote : quotes) words_.push_back(read(quote));
    }

    std::vector<QuotePair> match() const {
        std::vector<QuotePair> pairs;
        for (std::uint32_t i = 0; i < quotes_.size(); ++i) {
            for (std::uint32_t j = i + 1; j < quotes_.size(); ++j) {
                if (document_of(i) != document_of(j) && same(i, j)) pairs.push_back({i, j});
            }
        }
        return pairs;
    }

    [[nodiscard]] const QuoteWords& words(std::uint32_t quote) const { return words_[quote]; }
    [[nodiscard]] bool holds(std::uint32_t whole, std::uint32_t part) const {
        const QuoteWords& inner = words_[part];
        if (inner.pieces.size() < 2) return contains(words_[whole].words, inner.words);
        return std::all_of(inner.pieces.begin(), inner.pieces.end(),
                           [&](const auto& piece) { return contains(words_[whole].words, piece); });
    }

private:
    [[nodiscard]] std::uint32_t document_of(std::uint32_t quote) const {
        return story_.sentences[quotes_[quote].sentence].document;
    }

    [[nodiscard]] QuoteWords read(const Quote& quote) {
        QuoteWords result;
        const StoryText& text = story_.texts[story_.sentences[quote.sentence].document];
        const auto quantities = story_.quantities_of(quote.sentence);
        std::vector<std::uint32_t> piece;
        for (std::uint32_t t = quote.first_token; t < quote.last_token; ++t) {
            const text::Entry& entry = text.tokens.entry(t);
            const bool ellipsis =
                entry.text == "\xE2\x80\xA6" ||
                (entry.text.size() > 1 && entry.text.find_first_not_of('.') == std::string_view::npos);
            if (ellipsis && !piece.empty()) {
                result.pieces.push_back(std::move(piece));
                piece.clear();
            }
            if (entry.kind == text::TokenKind::punctuation || entry.kind == text::TokenKind::invisible)
                continue;
            std::string key = stem_of(story_.words.plain[text.tokens.entries[t]], text.language);
            bool content = entry.weight == text::TokenWeight::content &&
                           !has_role(story_.words.roles[text.tokens.entries[t]], WordRole::function);
            const auto quantity = std::find_if(quantities.begin(), quantities.end(), [&](const Quantity& q) {
                return !is_calendar(q.dimension) && t >= q.first_token && t < q.last_token;
            });
            if (quantity != quantities.end()) {
                if (t != quantity->first_token && t != quote.first_token) continue;
                key = "#" + std::to_string(quantity->base);
                content = true;
            }
            const std::uint32_t word = numbers_.number(key);
            result.words.push_back(word);
            result.content.push_back(content);
            result.content_count += content ? 1 : 0;
            piece.push_back(word);
        }
        if (!piece.empty()) result.pieces.push_back(std::move(piece));
        return result;
    }

    static bool contains(const std::vector<std::uint32_t>& whole, const std::vector<std::uint32_t>& part) {
        return !part.empty() &&
               std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
    }

    [[nodiscard]] bool same(std::uint32_t i, std::uint32_t j) const {
        const QuoteWords& a = words_[i];
        const QuoteWords& b = words_[j];
        if (a.words.empty() || b.words.empty()) return false;
        const std::uint32_t shorter = a.words.size() <= b.words.size() ? i : j;
        const std::uint32_t longer = shorter == i ? j : i;
        const std::uint32_t telling = words_[shorter].content_count;
        if (holds(longer, shorter)) {
            // One telling word alone may be anyone's; it is the same quotation if the speaker is, or if it is long.
            if (telling >= 2 || words_[shorter].words.size() >= 3) return true;
            return telling == 1 && (words_[shorter].words.size() >= 2 || same_speaker(i, j));
        }
        if (words_[shorter].words.size() < least_altered_words) return false;
        const std::uint32_t common = common_words(a.words, b.words);
        if (common < least_altered * static_cast<double>(words_[shorter].words.size())) return false;
        return common_content(a, b) >= least_altered_content * telling;
    }

    [[nodiscard]] bool same_speaker(std::uint32_t i, std::uint32_t j) const {
        const std::string& a = quotes_[i].speaker;
        const std::string& b = quotes_[j].speaker;
        return !a.empty() && !b.empty() &&
               (a.find(b) != std::string::npos || b.find(a) != std::string::npos ||
                last_word(a) == last_word(b));
    }

    static std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

    static std::uint32_t common_content(const QuoteWords& a, const QuoteWords& b) {
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < a.words.size(); ++i) {
            if (a.content[i] && std::find(b.words.begin(), b.words.end(), a.words[i]) != b.words.end())
                ++count;
        }
        return count;
    }

    const Story& story_;
    const std::vector<Quote>& quotes_;
    std::vector<QuoteWords> words_;
    Numbering numbers_;
};

/// Groups of quotes that are joined by pairs.
std::vector<QuoteGroup> group(std::size_t quotes, const std::vector<QuotePair>& pairs) {
    Groups joined(quotes);
    for (const QuotePair& pair : pairs) joined.join(pair.one, pair.other);
    std::vector<QuoteGroup> groups;
    std::vector<std::int64_t> index(quotes, -1);
    for (std::uint32_t i = 0; i < quotes; ++i) {
        const std::uint32_t r = joined.root(i);
        if (index[r] < 0) {
            index[r] = static_cast<std::int64_t>(groups.size());
            groups.emplace_back();
        }
        groups[static_cast<std::size_t>(index[r])].quotes.push_back(i);
    }
    std::erase_if(groups, [](const QuoteGroup& g) { return g.quotes.size() < 2; });
    return groups;
}

/// The longest version is full; what it holds is full where as long, truncated where shorter; the rest is altered.
void judge(const QuoteMatcher& matcher, QuoteGroup& group) {
    const std::uint32_t longest =
        *std::max_element(group.quotes.begin(), group.quotes.end(), [&](std::uint32_t a, std::uint32_t b) {
            return matcher.words(a).words.size() < matcher.words(b).words.size();
        });
    for (const std::uint32_t quote : group.quotes) {
        const bool as_long = matcher.words(quote).words.size() == matcher.words(longest).words.size();
        if (!matcher.holds(longest, quote))
            group.fidelity.push_back(Fidelity::altered);
        else
            group.fidelity.push_back(as_long ? Fidelity::full : Fidelity::truncated);
    }
}

}  // namespace

std::vector<Range> quoted_ranges(std::string_view text, Range range) {
    return QuoteScanner(text, range).scan();
}

std::vector<Quote> find_quotes(const Story& story) {
    std::vector<Quote> quotes;
    const SpeakerFinder speakers(story);
    std::uint32_t passage = 0;
    for (const StoryText& text : story.texts) add_quotes(story, text, speakers, passage, quotes);
    return quotes;
}

MatchedQuotes match_quotes(const Story& story) {
    MatchedQuotes matched;
    matched.quotes = find_quotes(story);
    const QuoteMatcher matcher(story, matched.quotes);
    matched.pairs = matcher.match();
    matched.groups = group(matched.quotes.size(), matched.pairs);
    for (QuoteGroup& each : matched.groups) judge(matcher, each);
    return matched;
}

}  // namespace twicetold::coverage
