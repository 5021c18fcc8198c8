#include "coverage/clauses.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace twicetold::coverage {

namespace {

struct MarkList {
    WordMark mark;
    std::string_view words;
};

constexpr MarkList mark_lists[] = {
    {WordMark::conjunction,
     "and but or while although though because since who which whom whose where when if und aber oder "
     "sondern weil obwohl "
     "wahrend wo als wenn et mais ou qui car puis lorsque y pero sino o aunque porque mientras quien cuando"},
    {WordMark::continuation, "that dass ob que whether"},
    {WordMark::irreal,
     "could should would might if whether hatte sollte konnte aurait devrait pourrait habria deberia podria"},
    {WordMark::agent, "by von vom par por"},
    {WordMark::symmetric,
     "met meet meets meeting married marry collided collide spoke talked agreed versus traf trafen "
     "heiratete"},
};

/// Endings and verbs that say no in Japanese, and in Chinese the particles.
constexpr auto negative_signs = std::to_array<std::string_view>(
    {"\xE3\x81\xAA\xE3\x81\x84", "\xE3\x81\xAA\xE3\x81\x8B\xE3\x81\xA3\xE3\x81\x9F",
     "\xE3\x81\xBE\xE3\x81\x9B\xE3\x82\x93", "\xE3\x81\x9B\xE3\x81\x9A",
     "\xE3\x81\x8F\xE3\x81\xAA\xE3\x81\x8F", "\xE5\x90\xA6\xE5\xAE\x9A", "\xE6\x8B\x92\xE5\x90\xA6",
     "\xE6\xB2\xA1\xE6\x9C\x89", "\xE4\xB8\x8D\xE4\xBC\x9A"});

class ClauseReader {
public:
    ClauseReader(const Story& story, const std::vector<std::uint8_t>& marks, std::uint32_t sentence)
        : story_(story),
          marks_(marks),
          sentence_(sentence),
          text_(story.texts[story.sentences[sentence].document]),
          end_(text_.tokens.unit_begin[story.unit_of(sentence) + 1]) {}

    std::vector<Clause> read() {
        const std::uint32_t begin = text_.tokens.unit_begin[story_.unit_of(sentence_)];
        clause_begin_ = begin;
        for (std::uint32_t t = begin; t < end_; ++t) {
            if (separates(t)) {
                close(t);
                continue;
            }
            const std::uint16_t roles = story_.words.roles[text_.tokens.entries[t]];
            // What somebody says is a clause; that they say it is none.
            if (has_role(roles, WordRole::saying)) {
                clause_ = {};
                close(t);
                continue;
            }
            if (marked(t, WordMark::irreal)) clause_.irreal = true;
            negations_ += has_role(roles, WordRole::negation) && !is_emphasis(t) ? 1 : 0;
            denials_ += has_role(roles, WordRole::denial) && denies(t) ? 1 : 0;
            add_term(t);
        }
        close(end_);
        return std::move(clauses_);
    }

private:
    [[nodiscard]] std::string_view plain(std::uint32_t t) const {
        return t < end_ ? std::string_view(story_.words.plain[text_.tokens.entries[t]]) : std::string_view();
    }

    [[nodiscard]] bool marked(std::uint32_t t, WordMark mark) const {
        return has_mark(marks_[text_.tokens.entries[t]], mark);
    }

    [[nodiscard]] bool separates(std::uint32_t t) const {
        if (text_.tokens.entry(t).kind == text::TokenKind::punctuation) {
            const std::string_view sign = text_.tokens.entry(t).text;
            if (sign == "'" || sign == "-" || sign == "." || sign == "%") return false;
            return t + 1 >= end_ || !marked(t + 1, WordMark::continuation);
        }
        return marked(t, WordMark::conjunction);
    }

    /// "Not only", "not yet" in a question of time, "no doubt": nothing is denied.
    [[nodiscard]] bool is_emphasis(std::uint32_t t) const {
        const std::string_view next = plain(t + 1);
        return next == "only" || next == "least" || next == "doubt" || next == "nur" || next == "seulement" ||
               next == "solo" || (plain(t) == "no" && next == ".");
    }

    /// "Ruled" only denies with "out", "wies" with "zurück".
    [[nodiscard]] bool denies(std::uint32_t t) const {
        const std::string_view word = plain(t);
        if (word == "fail" || word == "fails" || word == "failed") return plain(t + 1) == "to";
        if (word == "ruled") return plain(t + 1) == "out";
        if (word != "wies" && word != "weist") return true;
        for (std::uint32_t k = t + 1; k < end_; ++k) {
            if (plain(k) == "zuruck") return true;
        }
        return false;
    }

    void add_term(std::uint32_t t) {
        const std::uint32_t begin = text_.tokens.tokens[t].begin;
        const std::uint32_t entry = text_.tokens.entries[t];
        const std::uint32_t stem = story_.stem_of_entry[entry * 5 + static_cast<std::size_t>(text_.language)];
        for (const StoryTerm& term : story_.terms_of(sentence_)) {
            if (term.stem != stem && term.range.begin != begin) continue;
            clause_.terms.push_back({term.stem, term.weight, term.telling});
            clause_.total += term.weight;
            if (term.quantity >= 0) {
                const Quantity& quantity = story_.quantities[static_cast<std::size_t>(term.quantity)];
                if (quantity.dimension == Dimension::share) clause_.share = quantity.bound;
            }
            return;
        }
    }

    void close(std::uint32_t end) {
        // Without words between spaces the endings are looked for in the text.
        if (text_.language == Language::other && end > clause_begin_) {
            const std::string_view text = text_.tokens.document->slice(
                {text_.tokens.tokens[clause_begin_].begin, text_.tokens.tokens[end - 1].end});
            const bool negative =
                std::any_of(negative_signs.begin(), negative_signs.end(),
                            [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
            negations_ += negative ? 1 : 0;
        }
        clause_begin_ = end + 1;
        // "Ne … pas", "no … nadie" say no once; "did not deny" says yes.
        clause_.negated = (negations_ > 0) != (denials_ > 0);
        if (!clause_.terms.empty()) {
            clauses_.push_back(std::move(clause_));
            negations_ = denials_ = 0;
        }
        clause_ = {};
    }

    const Story& story_;
    const std::vector<std::uint8_t>& marks_;
    std::uint32_t sentence_;
    const StoryText& text_;
    std::uint32_t end_;
    std::uint32_t clause_begin_ = 0;
    std::uint32_t negations_ = 0;
    std::uint32_t denials_ = 0;
    Clause clause_;
    std::vector<Clause> clauses_;
};

}  // namespace

std::vector<std::uint8_t> mark_words(const Story& story) {
    Numbering known;
    std::vector<std::uint8_t> marks_of;
    for (const MarkList& list : mark_lists) {
        for (std::string_view rest = list.words; !rest.empty();) {
            const std::size_t space = std::min(rest.find(' '), rest.size());
            const std::uint32_t number = known.number(rest.substr(0, space));
            if (number == marks_of.size()) marks_of.push_back(0);
            marks_of[number] =
                static_cast<std::uint8_t>(marks_of[number] | static_cast<std::uint8_t>(list.mark));
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
    }
    std::vector<std::uint8_t> marks;
    marks.reserve(story.words.plain.size());
    for (const std::string& plain : story.words.plain) {
        const std::uint32_t number = known.find(plain);
        marks.push_back(number == Numbering::none ? std::uint8_t{0} : marks_of[number]);
    }
    return marks;
}

std::vector<Clause> read_clauses(const Story& story, const std::vector<std::uint8_t>& marks,
                                 std::uint32_t sentence) {
    return ClauseReader(story, marks, sentence).read();
}

}  // namespace twicetold::coverage
