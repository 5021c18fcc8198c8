#include "align/seams.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::align {

namespace {

using document::Tokenized;

constexpr std::uint32_t longest_cut = 3;  ///< sentences on the longer side
constexpr std::uint32_t least_words = 2;  ///< of the sentence that stays whole

struct Span {
    std::uint32_t begin;
    std::uint32_t end;
};

Span tokens_of(const Tokenized& text, std::uint32_t sentence) {
    const std::uint32_t unit = document::body_unit + sentence;
    return {text.unit_begin[unit], text.unit_begin[unit + 1]};
}

bool is_sign(const Tokenized& text, std::uint32_t t) {
    return text.entry(t).weight == text::TokenWeight::sign;
}

bool closes_quotation(const Tokenized& text, std::uint32_t t) {
    return text::is_double_quote(text::decode(text.document->text, text.tokens[t].begin).code_point);
}

/// Does `whole` consist of the words of sentence `first` and an end of sentence `last` of the other text?
bool is_spliced(const Tokenized& cut, std::uint32_t first, std::uint32_t last, const Tokenized& other,
                std::uint32_t whole) {
    const Span head = tokens_of(cut, first);
    const Span tail = tokens_of(cut, last);
    const Span all = tokens_of(other, whole);
    const auto alike = [&](std::uint32_t t, std::uint32_t o) {
        return cut.entry(t).match == other.entry(o).match;
    };
    std::uint32_t prefix = 0;
    std::uint32_t words = 0;
    while (head.begin + prefix < head.end && all.begin + prefix < all.end &&
           alike(head.begin + prefix, all.begin + prefix)) {
        words += is_sign(cut, head.begin + prefix) ? 0U : 1U;
        ++prefix;
    }
    if (words < least_words) return false;
    for (std::uint32_t t = head.begin + prefix; t < head.end; ++t) {
        if (!is_sign(cut, t)) return false;
    }
    const std::uint32_t rest = all.end - all.begin - prefix;
    if (rest > tail.end - tail.begin) return false;
    bool tells = false;  // more than a full stop
    for (std::uint32_t k = 1; k <= rest; ++k) {
        if (!alike(tail.end - k, all.end - k)) return false;
        tells = tells || !is_sign(other, all.end - k) || closes_quotation(other, all.end - k);
    }
    return tells;
}

/// One side of the pairing.
struct Side {
    const Tokenized& text;
    const std::vector<std::uint32_t>& partner;
    const std::vector<std::uint32_t>& paragraph;
};

/// The run of sentences around `paired`, all else of it free, that splices to `whole` of the other text.
std::optional<Span> find_run(const Side& side, std::uint32_t paired, const Tokenized& other,
                             std::uint32_t whole) {
    const auto is_free = [&](std::uint32_t s) {
        return side.partner[s] == none && side.paragraph[s] == side.paragraph[paired];
    };
    const auto count = static_cast<std::uint32_t>(side.partner.size());
    for (std::uint32_t last = paired + 1; last < count && last < paired + longest_cut && is_free(last);
         ++last) {
        if (is_spliced(side.text, paired, last, other, whole)) return Span{paired, last + 1};
    }
    for (std::uint32_t back = 1; back <= paired && back < longest_cut && is_free(paired - back); ++back) {
        if (is_spliced(side.text, paired - back, paired, other, whole))
            return Span{paired - back, paired + 1};
    }
    return std::nullopt;
}

}  // namespace

void join_at_seams(Pairing& pairing, const Tokenized& before, const Tokenized& after) {
    const Side old_side{before, pairing.partner_before(), pairing.paragraphs_before()};
    const Side new_side{after, pairing.partner_after(), pairing.paragraphs_after()};
    std::vector<Pair> pairs = pairing.pairs();
    bool any = false;
    std::vector<bool> taken_before(old_side.partner.size(), false);
    std::vector<bool> taken_after(new_side.partner.size(), false);
    const auto take = [](std::vector<bool>& taken, Span run) {
        if (std::any_of(taken.begin() + run.begin, taken.begin() + run.end, [](bool t) { return t; }))
            return false;
        std::fill(taken.begin() + run.begin, taken.begin() + run.end, true);
        return true;
    };
    for (Pair& pair : pairs) {
        if (!pair.one_to_one() || !pair.in_chain || pair.reason == Reason::identical) continue;
        if (const auto run = find_run(old_side, pair.before, after, pair.after);
            run && take(taken_before, *run)) {
            pair.before = run->begin;
            pair.before_size = run->end - run->begin;
            any = true;
        } else if (const auto added = find_run(new_side, pair.after, before, pair.before);
                   added && take(taken_after, *added)) {
            pair.after = added->begin;
            pair.after_size = added->end - added->begin;
            any = true;
        }
    }
    if (any) pairing.replace(std::move(pairs));
}

}  // namespace twicetold::align
