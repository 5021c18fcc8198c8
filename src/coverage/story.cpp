#include "coverage/story.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "coverage/order.h"
#include "coverage/related.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::coverage {

namespace {

using document::Document;
using text::Entry;
using text::TokenKind;
using text::TokenWeight;

constexpr std::size_t language_count = 5;

// What a term counts for, beside its rarity. A name or a figure tells more than a word, a verb of saying next to nothing.
constexpr double name_factor = 1.25;
constexpr double number_factor = 1.25;
constexpr double small_number_factor = 0.8;  ///< counts up to a dozen, that many sentences hold
constexpr double calendar_factor = 0.7;
constexpr double common_factor = 0.35;
constexpr double saying_factor = 0.15;
/// In a story of few sentences what they share looks common; rarity is reckoned as in one of this many.
constexpr double least_sentences = 8;

/// The caller's indexes of the documents, by their content: text first, then id for texts that are alike.
std::vector<std::uint32_t> order_by_content(std::span<const Document> documents) {
    std::vector<std::string> contents;
    for (const Document& document : documents) contents.push_back(document.text + '\0' + document.id);
    std::vector<std::string_view> keys(contents.begin(), contents.end());
    return order_of(keys);
}

bool begins_upper(std::string_view word) { return text::is_upper(text::decode(word, 0).code_point); }

/// Which entries are written with a capital inside sentences, as names are, rather than small.
class NameFinder {
public:
    explicit NameFinder(const Story& story) : story_(story) {}

    /// By entry and language.
    std::vector<bool> find() {
        std::vector<bool> is_name(story_.vocabulary->size() * language_count, false);
        for (const StoryText& text : story_.texts) count(text);
        for (std::uint32_t entry = 0; entry < story_.vocabulary->size(); ++entry) {
            const Entry& known = story_.vocabulary->entry(entry);
            if (known.kind != TokenKind::word || known.weight != TokenWeight::content) continue;
            if (!begins_upper(known.text)) continue;
            const std::uint16_t roles = story_.words.roles[entry];
            if (roles != 0 && !has_role(roles, WordRole::title)) continue;
            const std::uint32_t word = words_.find(word_of(story_.words.plain[entry]));
            if (word == Numbering::none) continue;
            const Counts& seen = counts_[word];
            for (std::size_t language = 0; language < language_count; ++language) {
                const bool german = static_cast<Language>(language) == Language::german;
                is_name[entry * language_count + language] =
                    german ? seen.german_name > 0 && seen.german_common == 0
                           : (seen.capital > 0 && seen.small == 0);
            }
        }
        return is_name;
    }

private:
    struct Counts {
        std::uint32_t capital = 0;  ///< inside a sentence
        std::uint32_t small = 0;
        std::uint32_t german_name = 0;    ///< after another capital or a preposition without an article
        std::uint32_t german_common = 0;  ///< after an article or a number
    };

    static std::string_view word_of(std::string_view plain) {
        return plain.ends_with("'s") ? plain.substr(0, plain.size() - 2) : plain;
    }

    void count(const StoryText& text) {
        const bool german = text.language == Language::german;
        for (std::uint32_t unit = document::body_unit; unit < text.tokens.unit_count(); ++unit) {
            bool at_start = true;
            bool previous_capital = false;
            std::string_view previous;
            for (std::uint32_t t = text.tokens.unit_begin[unit]; t < text.tokens.unit_begin[unit + 1]; ++t) {
                const Entry& entry = text.tokens.entry(t);
                if (entry.kind != TokenKind::word) {
                    // Behind a colon or a quotation mark a sentence may begin; behind a comma none does.
                    const std::string_view sign = entry.text;
                    at_start = at_start || (entry.kind == TokenKind::punctuation && sign != "," &&
                                            sign != "-" && sign != "'");
                    previous = entry.kind == TokenKind::number ? "1" : "";
                    previous_capital = false;
                    continue;
                }
                const bool upper = begins_upper(entry.text);
                const std::string_view plain = story_.words.plain[text.tokens.entries[t]];
                const std::uint32_t word = words_.number(word_of(plain));
                if (word >= counts_.size()) counts_.resize(word + 1);
                Counts& seen = counts_[word];
                if (!upper) ++seen.small;
                if (upper && !at_start) ++seen.capital;
                if (german && upper && !at_start) {
                    if (is_article(previous))
                        ++seen.german_common;
                    else if (previous_capital || opens_name(previous))
                        ++seen.german_name;
                }
                previous = plain;
                previous_capital = upper && !at_start;
                at_start = false;
            }
        }
    }

    static bool is_article(std::string_view word) {
        constexpr std::string_view articles =
            " der die das dem den des ein eine einen einem einer eines kein keine 1 zur zum im am beim vom "
            "mehr viele alle zwei drei vier funf ";
        return word.empty() ? false : articles.find(" " + std::string(word) + " ") != std::string_view::npos;
    }
    static bool opens_name(std::string_view word) {
        constexpr std::string_view openers = " in aus nach bei von frau herr sagte sagt so laut ";
        return word.empty() ? false : openers.find(" " + std::string(word) + " ") != std::string_view::npos;
    }

    const Story& story_;
    Numbering words_;
    std::vector<Counts> counts_;
};

/// Fills the sentences and their terms; weights come later.
class StoryReader {
public:
    explicit StoryReader(Story& story) : story_(story) {}

    void read() {
        read_words();
        is_name_ = NameFinder(story_).find();
        story_.stem_of_entry.assign(story_.vocabulary->size() * language_count, 0xFFFFFFFFU);
        for (std::uint32_t text = 0; text < story_.texts.size(); ++text) read_text(text);
        weigh();
    }

private:
    void read_words() {
        const std::size_t count = story_.vocabulary->size();
        story_.words.plain.reserve(count);
        story_.words.roles.reserve(count);
        for (std::uint32_t entry = 0; entry < count; ++entry) {
            const Entry& known = story_.vocabulary->entry(entry);
            story_.words.plain.push_back(plain_form(known.text));
            story_.words.roles.push_back(known.kind == TokenKind::word ? roles_of(story_.words.plain.back())
                                                                       : std::uint16_t{0});
        }
    }

    std::uint32_t intern(const std::string& stem) {
        const std::uint32_t number = index_.number(stem);
        if (number == story_.stems.size()) story_.stems.push_back(stem);
        return number;
    }

    std::uint32_t stem_of_entry(std::uint32_t entry, Language language) {
        std::uint32_t& stem =
            story_.stem_of_entry[entry * language_count + static_cast<std::size_t>(language)];
        if (stem == 0xFFFFFFFFU) {
            std::string_view plain = story_.words.plain[entry];
            if (is_name(entry, language)) {
                if (plain.ends_with("'s")) plain.remove_suffix(2);
                if (language == Language::german && plain.size() > 4 && plain.ends_with('s'))
                    plain.remove_suffix(1);
                stem = intern(std::string(plain));
            } else {
                stem = intern(coverage::stem_of(plain, language));
            }
        }
        return stem;
    }

    [[nodiscard]] bool is_name(std::uint32_t entry, Language language) const {
        return is_name_[entry * language_count + static_cast<std::size_t>(language)];
    }

    void read_text(std::uint32_t index) {
        StoryText& text = story_.texts[index];
        text.first_sentence = static_cast<std::uint32_t>(story_.sentences.size());
        const Document& document = *text.tokens.document;
        for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
            for (std::uint32_t s = document.paragraphs[p].first_sentence;
                 s < document.paragraphs[p].last_sentence; ++s) {
                StorySentence sentence;
                sentence.document = index;
                sentence.index = s;
                sentence.paragraph = p;
                read_sentence(text, sentence);
                story_.sentences.push_back(sentence);
            }
        }
        text.last_sentence = static_cast<std::uint32_t>(story_.sentences.size());
    }

    void read_sentence(const StoryText& text, StorySentence& sentence) {
        const std::uint32_t unit = sentence.index + document::body_unit;
        sentence.first_quantity = static_cast<std::uint32_t>(story_.quantities.size());
        for (Quantity& quantity : read_quantities(text.tokens, unit, story_.words, text.language))
            story_.quantities.push_back(std::move(quantity));
        sentence.last_quantity = static_cast<std::uint32_t>(story_.quantities.size());
        sentence.first_term = static_cast<std::uint32_t>(story_.terms.size());
        std::uint32_t quantity = sentence.first_quantity;
        for (std::uint32_t t = text.tokens.unit_begin[unit]; t < text.tokens.unit_begin[unit + 1]; ++t) {
            const Entry& entry = text.tokens.entry(t);
            if (entry.kind != TokenKind::punctuation && entry.kind != TokenKind::invisible) ++sentence.words;
            while (quantity < sentence.last_quantity && t >= story_.quantities[quantity].last_token)
                ++quantity;
            if (quantity < sentence.last_quantity && t >= story_.quantities[quantity].first_token &&
                !is_calendar(story_.quantities[quantity].dimension)) {
                if (t == story_.quantities[quantity].first_token) add_quantity(quantity);
                continue;
            }
            add_word(text, t);
        }
        close_sentence(sentence);
    }

    void add_quantity(std::uint32_t index) {
        const Quantity& quantity = story_.quantities[index];
        // Three digits tell quantities apart; what may be the same beyond that is related, not equal.
        const double magnitude =
            quantity.base == 0 ? 0 : std::pow(10.0, std::floor(std::log10(std::abs(quantity.base))) - 3);
        const auto digits =
            magnitude == 0 ? 0LL : static_cast<long long>(std::llround(quantity.base / magnitude));
        const auto scale = magnitude == 0 ? 0LL : static_cast<long long>(std::llround(std::log10(magnitude)));
        std::string stem = "#" + std::to_string(static_cast<int>(quantity.dimension)) +
                           (quantity.dimension == Dimension::money ? quantity.unit : "") + ":" +
                           std::to_string(digits) + "e" + std::to_string(scale);
        StoryTerm term;
        term.stem = intern(stem);
        term.kind = TermKind::number;
        term.quantity = static_cast<std::int32_t>(index);
        term.range = quantity.range;
        story_.terms.push_back(term);
    }

    void add_word(const StoryText& text, std::uint32_t t) {
        const std::uint32_t entry_index = text.tokens.entries[t];
        const Entry& entry = text.tokens.entry(t);
        const bool telling = entry.weight == TokenWeight::content &&
                             (entry.kind == TokenKind::word || entry.kind == TokenKind::number ||
                              entry.kind == TokenKind::ideograph);
        const std::uint16_t roles = story_.words.roles[entry_index];
        if (!telling || has_role(roles, WordRole::function) || has_role(roles, WordRole::negation)) return;
        if (story_.words.plain[entry_index].size() < 2 && entry.kind == TokenKind::word) return;
        StoryTerm term;
        term.range = text.tokens.tokens[t].range();
        if (entry.kind == TokenKind::word) {
            term.kind = is_name(entry_index, text.language) ? TermKind::name : TermKind::word;
            term.stem = stem_of_entry(entry_index, text.language);
            add_pieces(text, t);
        } else {
            term.stem = intern(story_.words.plain[entry_index]);
            term.kind = entry.kind == TokenKind::number ? TermKind::number : TermKind::word;
        }
        term.telling = term.kind == TermKind::word && !is_dull(roles) && !opens_name(text, t);
        set_factor(term.stem, factor_of(term, roles));
        story_.terms.push_back(term);
    }

    /// "Ada" in "Ada Voss": at the beginning of sentences nothing else tells that it is a name.
    static bool opens_name(const StoryText& text, std::uint32_t t) {
        return text.language != Language::german && t + 1 < text.tokens.entries.size() &&
               text.tokens.entry(t + 1).kind == TokenKind::word && begins_upper(text.tokens.entry(t).text) &&
               begins_upper(text.tokens.entry(t + 1).text);
    }

    static bool is_dull(std::uint16_t roles) {
        return has_role(roles, WordRole::common) || has_role(roles, WordRole::title) ||
               has_role(roles, WordRole::saying) || has_role(roles, WordRole::month) ||
               has_role(roles, WordRole::weekday);
    }

    /// The parts of a hyphenated word are words of their own.
    void add_pieces(const StoryText& text, std::uint32_t t) {
        const std::string_view plain = story_.words.plain[text.tokens.entries[t]];
        if (plain.find('-') == std::string_view::npos) return;
        for (std::size_t begin = 0; begin < plain.size();) {
            const std::size_t end = std::min(plain.find('-', begin), plain.size());
            const std::string_view piece = plain.substr(begin, end - begin);
            begin = end + 1;
            const std::uint16_t roles = roles_of(piece);
            if (piece.size() < 3 || has_role(roles, WordRole::function) || text::is_function_word(piece))
                continue;
            StoryTerm term;
            term.stem = intern(coverage::stem_of(piece, text.language));
            term.range = text.tokens.tokens[t].range();
            term.telling = !is_dull(roles);
            set_factor(term.stem, factor_of(term, roles));
            story_.terms.push_back(term);
        }
    }

    static double factor_of(const StoryTerm& term, std::uint16_t roles) {
        if (term.kind == TermKind::name) return name_factor;
        if (has_role(roles, WordRole::saying)) return saying_factor;
        if (has_role(roles, WordRole::month) || has_role(roles, WordRole::weekday)) return calendar_factor;
        if (has_role(roles, WordRole::common)) return common_factor;
        return 1;
    }

    void set_factor(std::uint32_t stem, double factor) {
        if (factor_.size() <= stem) factor_.resize(stem + 1, 0);
        factor_[stem] = std::max(factor_[stem], factor);
    }

    /// Sorts the terms, drops repetitions, counts frequencies.
    void close_sentence(StorySentence& sentence) {
        const auto first = story_.terms.begin() + sentence.first_term;
        sort_by(std::span(first, story_.terms.end()),
                [](const StoryTerm& term) { return std::uint64_t{term.stem}; });
        const auto last =
            std::unique(first, story_.terms.end(),
                        [](const StoryTerm& one, const StoryTerm& other) { return one.stem == other.stem; });
        story_.terms.erase(last, story_.terms.end());
        sentence.last_term = static_cast<std::uint32_t>(story_.terms.size());
        story_.frequency.resize(story_.stems.size(), 0);
        for (std::uint32_t i = sentence.first_term; i < sentence.last_term; ++i)
            ++story_.frequency[story_.terms[i].stem];
    }

    void weigh() {
        story_.frequency.resize(story_.stems.size(), 0);
        factor_.resize(story_.stems.size(), 0);
        const auto sentences = std::max(static_cast<double>(story_.sentences.size()), least_sentences);
        for (StoryTerm& term : story_.terms) {
            double factor = factor_[term.stem];
            if (term.quantity >= 0) {
                const Quantity& quantity = story_.quantities[static_cast<std::size_t>(term.quantity)];
                const bool small = quantity.dimension == Dimension::count && quantity.value <= 12;
                factor = small ? small_number_factor : number_factor;
            }
            const double value = factor * std::log1p(sentences / story_.frequency[term.stem]);
            term.weight = static_cast<Weight>(std::lround(256.0 * value));
        }
        for (StorySentence& sentence : story_.sentences) {
            for (std::uint32_t i = sentence.first_term; i < sentence.last_term; ++i)
                sentence.total += story_.terms[i].weight;
        }
    }

    Story& story_;
    std::vector<bool> is_name_;
    Numbering index_;
    std::vector<double> factor_;  ///< by stem
};

/// A text too short to tell is in the language of the others; true where two surely differ.
bool find_languages(Story& story) {
    std::vector<LanguageGuess> guesses;
    std::array<std::size_t, language_count> tokens{};
    bool mixed = false;
    const StoryText* first = nullptr;
    for (StoryText& text : story.texts) {
        const LanguageGuess guess = language_of(text.tokens);
        guesses.push_back(guess);
        text.language = guess.language;
        if (!guess.sure || text.tokens.entries.empty()) continue;
        tokens[static_cast<std::size_t>(guess.language)] += text.tokens.entries.size();
        const std::string_view tag = text.tokens.document->language;
        if (first == nullptr) first = &text;
        const std::string_view first_tag = first->tokens.document->language;
        mixed = mixed || text.language != first->language ||
                (text.language == Language::other && tag.substr(0, 2) != first_tag.substr(0, 2));
    }
    tokens[static_cast<std::size_t>(Language::other)] = 0;
    // English where nothing tells: an empty or very short text that is written in Latin letters.
    const auto usual = static_cast<Language>(std::max_element(tokens.begin(), tokens.end()) - tokens.begin());
    const bool any_sure = tokens[static_cast<std::size_t>(usual)] > 0;
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        if (!guesses[i].sure && (any_sure || guesses[i].language == Language::other))
            story.texts[i].language = usual;
    }
    return mixed;
}

}  // namespace

std::uint32_t Story::strength(std::uint32_t one, std::uint32_t other) const {
    if (one == other) return same_stem;
    const auto& list = related[one];
    const auto found =
        std::lower_bound(list.begin(), list.end(), other,
                         [](const Related& r, std::uint32_t wanted) { return r.stem < wanted; });
    return found != list.end() && found->stem == other ? found->strength : 0;
}

Story read_story(std::span<const Document> documents, text::Ignore ignore, const Vectors* vectors) {
    Story story;
    story.vocabulary = std::make_unique<text::Vocabulary>(ignore);
    for (const std::uint32_t original : order_by_content(documents)) {
        StoryText text;
        text.original = original;
        text.tokens = document::tokenize(documents[original], *story.vocabulary);
        story.texts.push_back(std::move(text));
    }
    story.mixed_languages = find_languages(story);
    StoryReader(story).read();
    relate_stems(story, vectors);
    return story;
}

}  // namespace twicetold::coverage
