#include "coverage/coverage.h"

#include <algorithm>
#include <cmath>

#include "coverage/claims.h"
#include "coverage/conflicts.h"
#include "coverage/copied.h"
#include "coverage/evidence.h"
#include "coverage/figures.h"
#include "coverage/links.h"
#include "coverage/order.h"
#include "coverage/quotations.h"
#include "coverage/story.h"
#include "coverage/terms.h"

namespace twicetold::coverage {

namespace {

constexpr std::size_t most_evidence = 8;
/// Log-odds in 1/256 of sentences that carry one quotation, or are one text: certain.
constexpr std::int32_t sure_link = 1024;

float probability(std::int32_t score) { return 1.0F / (1.0F + std::exp(-static_cast<float>(score) / 256)); }

/// Gives the pairs of `wanted` at least this score, whether they were scored before or not.
void raise_scores(std::vector<ScoredPair>& scored, std::vector<std::uint64_t>& wanted, std::int32_t score) {
    sort_unique(wanted);
    std::vector<ScoredPair> missing;
    for (const std::uint64_t pair_wanted : wanted) {
        const auto found = std::lower_bound(
            scored.begin(), scored.end(), pair_wanted,
            [](const ScoredPair& pair, std::uint64_t key) { return key_of(pair.one, pair.other) < key; });
        if (found != scored.end() && key_of(found->one, found->other) == pair_wanted) {
            found->score = std::max(found->score, score);
        } else {
            ScoredPair pair;
            pair.one = static_cast<std::uint32_t>(pair_wanted >> 32U);
            pair.other = static_cast<std::uint32_t>(pair_wanted);
            pair.score = score;
            missing.push_back(pair);
        }
    }
    scored.insert(scored.end(), missing.begin(), missing.end());
    sort_by(scored, [](const ScoredPair& pair) { return key_of(pair.one, pair.other); });
}

/// Sentences that carry one quotation, or are copies of each other, are linked whatever else they share.
void add_sure_links(std::vector<ScoredPair>& scored, const MatchedQuotes& quotes, const CopiedText& copied) {
    std::vector<std::uint64_t> sure;
    sure.reserve(quotes.pairs.size() + copied.pairs.size());
    for (const QuotePair& pair : quotes.pairs)
        sure.push_back(pair_key(quotes.quotes[pair.one].sentence, quotes.quotes[pair.other].sentence));
    for (const CopiedPair& pair : copied.pairs) sure.push_back(key_of(pair.one, pair.other));
    raise_scores(scored, sure, sure_link);
}

/// Sentences in like words that give a number for the same thing say the same, and those whose numbers contradict each other are to
/// be shown together.
void link_by_figures(const Story& story, std::vector<ScoredPair>& scored,
                     const std::vector<QuantityPair>& matched, const std::vector<FigureGroup>& figures) {
    constexpr float like_words = 0.4F;
    std::vector<std::uint64_t> together;
    for (const QuantityPair& pair : matched) {
        if (pair.alike >= like_words) together.push_back(key_of(pair.one_sentence, pair.other_sentence));
    }
    for (const FigureGroup& group : figures) {
        for (std::size_t i = 0; i < group.quantities.size(); ++i) {
            for (std::size_t j = i + 1; j < group.quantities.size(); ++j) {
                const bool apart = story.sentences[group.sentences[i]].document !=
                                   story.sentences[group.sentences[j]].document;
                if (apart && group.camps[i] != group.camps[j])
                    together.push_back(pair_key(group.sentences[i], group.sentences[j]));
            }
        }
    }
    raise_scores(scored, together, least_link);
}

/// Makes the result's types from the story's.
class ResultBuilder {
public:
    ResultBuilder(const Story& story, Coverage& result) : story_(story), result_(result) {}

    void add_claims(const std::vector<ClaimGroup>& groups, const Conflicts& conflicts,
                    const CopiedText& copied) {
        struct Placed {
            double position;
            std::uint32_t first;
            Claim claim;
        };
        std::vector<Placed> placed;
        for (const ClaimGroup& group : groups) {
            const std::vector<Difference> differences = differences_of(story_, group, conflicts, copied);
            Placed each{0, group.sentences.front(), {}};
            for (std::size_t i = 0; i < group.sentences.size(); ++i) {
                ClaimMention mention;
                mention.place = story_.place_of(group.sentences[i]);
                mention.difference = differences[i];
                mention.relation =
                    differences[i] == Difference::none ? ClaimRelation::same : ClaimRelation::differs;
                each.claim.mentions.push_back(mention);
                each.position += position_of(group.sentences[i]);
            }
            each.position /= static_cast<double>(group.sentences.size());
            each.claim.similarity = probability(group.score);
            each.claim.evidence = evidence_of(group);
            each.claim.origins = origins_of(group, copied);
            sort_by(each.claim.mentions, [](const ClaimMention& mention) { return key_of(mention.place); });
            placed.push_back(std::move(each));
        }
        sort_by(placed, [](const Placed& each) {
            return key_of(rising_float(static_cast<float>(each.position)), each.first);
        });
        for (Placed& each : placed) result_.claims.push_back(std::move(each.claim));
    }

    void add_quotes(const MatchedQuotes& matched, const std::vector<Link>& links) {
        for (const QuoteGroup& group : matched.groups) {
            Quotation quotation;
            std::vector<std::uint32_t> sentences;
            for (std::size_t i = 0; i < group.quotes.size(); ++i) {
                const Quote& quote = matched.quotes[group.quotes[i]];
                quotation.mentions.push_back(
                    {story_.place_of(quote.sentence), quote.range, group.fidelity[i], quote.speaker});
                // The fullest name that anyone gives.
                if (std::pair(quote.speaker.size(), quotation.speaker) >
                    std::pair(quotation.speaker.size(), quote.speaker))
                    quotation.speaker = quote.speaker;
                sentences.push_back(quote.sentence);
            }
            add_paraphrases(quotation, sentences, links);
            sort_by(quotation.mentions, [](const QuoteMention& mention) {
                return key_of(mention.place.document, mention.range.begin);
            });
            result_.quotes.push_back(std::move(quotation));
        }
    }

    void add_figures(const std::vector<FigureGroup>& groups) {
        for (const FigureGroup& group : groups) {
            Figure figure;
            figure.agree = group.agree;
            for (std::size_t i = 0; i < group.quantities.size(); ++i) {
                const Quantity& quantity = story_.quantities[group.quantities[i]];
                const std::string counted = counted_by(group.quantities[i], group.sentences[i]);
                if (quantity.unit.empty() && figure.quantity.size() < counted.size())
                    figure.quantity = counted;
                FigureMention mention;
                mention.place = story_.place_of(group.sentences[i]);
                mention.range = quantity.range;
                mention.value = quantity.value;
                mention.value_high = quantity.value_high;
                mention.unit = quantity.unit.empty() ? counted : quantity.unit;
                mention.approximate = quantity.approximate;
                mention.camp = group.camps[i];
                figure.mentions.push_back(std::move(mention));
            }
            if (figure.quantity.empty()) figure.quantity = topic_of(group);
            sort_by(figure.mentions, [](const FigureMention& mention) {
                return key_of(mention.place.document, mention.range.begin);
            });
            result_.figures.push_back(std::move(figure));
        }
    }

    void add_copied(const CopiedText& copied) {
        std::vector<bool> is_copied(story_.sentences.size(), false);
        for (const Passage& passage : copied.passages) {
            CopiedPassage result;
            result.words = passage.words;
            result.verbatim = passage.verbatim;
            for (const Passage::Copy& copy : passage.copies) {
                result.mentions.push_back({story_.place_of(copy.first).document,
                                           story_.sentences[copy.first].index,
                                           story_.sentences[copy.last].index});
                for (std::uint32_t s = copy.first; s <= copy.last; ++s) is_copied[s] = true;
            }
            sort_by(result.mentions, [](const CopiedMention& mention) {
                return key_of(mention.document, mention.first_sentence);
            });
            result_.copied.push_back(std::move(result));
        }
        result_.copied_share.assign(story_.texts.size(), 0);
        for (const StoryText& text : story_.texts) {
            std::uint32_t all = 0;
            std::uint32_t taken = 0;
            for (std::uint32_t s = text.first_sentence; s < text.last_sentence; ++s) {
                all += story_.sentences[s].words;
                taken += is_copied[s] ? story_.sentences[s].words : 0;
            }
            result_.copied_share[text.original] =
                all == 0 ? 0.0F : static_cast<float>(taken) / static_cast<float>(all);
        }
    }

    void add_unique(const std::vector<ClaimGroup>& groups, const std::vector<ScoredPair>& scored) {
        std::vector<bool> is_shared(story_.sentences.size(), false);
        for (const ClaimGroup& group : groups) {
            for (const std::uint32_t sentence : group.sentences) is_shared[sentence] = true;
        }
        for (const ScoredPair& pair : scored) {
            if (pair.score >= least_doubt) is_shared[pair.one] = is_shared[pair.other] = true;
        }
        for (std::uint32_t s = 0; s < story_.sentences.size(); ++s) {
            if (!is_shared[s] && story_.sentences[s].words > 0) result_.unique.push_back(story_.place_of(s));
        }
        sort_by(result_.unique, [](const SentencePlace& place) { return key_of(place); });
    }

private:
    static std::uint64_t key_of(SentencePlace place) {
        return coverage::key_of(place.document, place.sentence);
    }
    static std::uint64_t key_of(std::uint32_t first, std::uint32_t second) {
        return coverage::key_of(first, second);
    }
    static bool holds(const std::vector<std::uint32_t>& list, std::uint32_t number) {
        return std::find(list.begin(), list.end(), number) != list.end();
    }

    [[nodiscard]] double position_of(std::uint32_t sentence) const {
        const StoryText& text = story_.texts[story_.sentences[sentence].document];
        return (story_.sentences[sentence].index + 0.5) / (text.last_sentence - text.first_sentence);
    }

    /// What stands in two documents or more of the group, the rarest first.
    [[nodiscard]] std::vector<SharedEvidence> evidence_of(const ClaimGroup& group) const {
        struct Held {
            StoryTerm term;
            std::uint32_t sentence;
            std::vector<std::uint32_t> documents;
        };
        std::vector<Held> held;
        for (const std::uint32_t sentence : group.sentences) {
            for (const StoryTerm& term : story_.terms_of(sentence)) {
                const auto known = std::find_if(held.begin(), held.end(), [&](const Held& h) {
                    return story_.strength(h.term.stem, term.stem) > 0;
                });
                if (known == held.end())
                    held.push_back({term, sentence, {story_.sentences[sentence].document}});
                else if (!holds(known->documents, story_.sentences[sentence].document))
                    known->documents.push_back(story_.sentences[sentence].document);
            }
        }
        // What all of them share, where there is such a thing.
        std::size_t most = 2;
        for (const Held& h : held) most = std::max(most, h.documents.size());
        std::erase_if(held, [&](const Held& h) { return h.documents.size() < most; });
        sort_by(held, [](const Held& each) {
            return key_of(falling(static_cast<std::int32_t>(each.documents.size())),
                          falling(static_cast<std::int32_t>(each.term.weight)));
        });
        if (held.size() > most_evidence) held.resize(most_evidence);
        std::vector<SharedEvidence> evidence;
        for (const Held& h : held) {
            const EvidenceKind kind = h.term.kind == TermKind::name     ? EvidenceKind::name
                                      : h.term.kind == TermKind::number ? EvidenceKind::number
                                                                        : EvidenceKind::term;
            evidence.push_back(
                {kind, std::string(story_.texts[story_.sentences[h.sentence].document].tokens.document->slice(
                           h.term.range))});
        }
        return evidence;
    }

    /// Documents that mention the claim, those that reprint one passage counted once.
    [[nodiscard]] std::uint32_t origins_of(const ClaimGroup& group, const CopiedText& copied) const {
        const Groups reprints = coverage::origins_of(story_, group, copied);
        std::vector<std::uint32_t> origins;
        origins.reserve(group.sentences.size());
        for (const std::uint32_t sentence : group.sentences)
            origins.push_back(reprints.root(story_.sentences[sentence].document));
        sort_unique(origins);
        return static_cast<std::uint32_t>(origins.size());
    }

    /// Indirect speech in a document that has no words of the quotation: linked with it, and attributed.
    void add_paraphrases(Quotation& quotation, const std::vector<std::uint32_t>& sentences,
                         const std::vector<Link>& links) const {
        std::vector<std::uint32_t> documents;
        documents.reserve(sentences.size());
        for (const std::uint32_t sentence : sentences)
            documents.push_back(story_.sentences[sentence].document);
        std::vector<std::uint32_t> added;
        for (const Link& link : links) {
            if (link.score < least_link) continue;
            const bool has_one = holds(sentences, link.one);
            if (has_one == holds(sentences, link.other)) continue;
            const std::uint32_t candidate = has_one ? link.other : link.one;
            if (holds(documents, story_.sentences[candidate].document) || holds(added, candidate) ||
                !is_attributed(candidate))
                continue;
            added.push_back(candidate);
            const auto& text = story_.texts[story_.sentences[candidate].document].tokens;
            quotation.mentions.push_back({story_.place_of(candidate),
                                          text.unit_range(story_.unit_of(candidate)),
                                          Fidelity::paraphrase,
                                          {}});
        }
    }

    [[nodiscard]] bool is_attributed(std::uint32_t sentence) const {
        const auto& text = story_.texts[story_.sentences[sentence].document].tokens;
        const std::uint32_t unit = story_.unit_of(sentence);
        for (std::uint32_t t = text.unit_begin[unit]; t < text.unit_begin[unit + 1]; ++t) {
            if (has_role(story_.words.roles[text.entries[t]], WordRole::saying)) return true;
        }
        return false;
    }

    /// The noun behind a number that it counts: "stalls" of "58 of the stalls", "civil servants". Empty where a measure, a sign or
    /// a preposition follows.
    [[nodiscard]] std::string counted_by(std::uint32_t quantity_index, std::uint32_t sentence) const {
        const Quantity& quantity = story_.quantities[quantity_index];
        if (is_calendar(quantity.dimension) || quantity.dimension == Dimension::score) return {};
        const StoryText& text = story_.texts[story_.sentences[sentence].document];
        const std::uint32_t end = text.tokens.unit_begin[story_.unit_of(sentence) + 1];
        constexpr std::string_view partitives = " of the these them de los las des les der den von du la ";
        std::uint32_t t = quantity.last_token;
        while (t < end && partitives.find(" " + plain(text, t) + " ") != std::string_view::npos) ++t;
        if (!is_content_word(text, t, end)) return {};
        // A noun of two words: the first is no plural, the second is one.
        const bool two = text.language == Language::english && !is_plural(plain(text, t)) &&
                         is_content_word(text, t + 1, end) && is_plural(plain(text, t + 1));
        const std::uint32_t last = two ? t + 1 : t;
        return std::string(
            text.tokens.document->slice({text.tokens.tokens[t].begin, text.tokens.tokens[last].end}));
    }

    [[nodiscard]] std::string plain(const StoryText& text, std::uint32_t t) const {
        return story_.words.plain[text.tokens.entries[t]];
    }
    [[nodiscard]] bool is_content_word(const StoryText& text, std::uint32_t t, std::uint32_t end) const {
        return t < end && text.tokens.entry(t).kind == text::TokenKind::word &&
               text.tokens.entry(t).weight == text::TokenWeight::content &&
               !has_role(story_.words.roles[text.tokens.entries[t]], WordRole::function);
    }
    static bool is_plural(const std::string& word) {
        return word.ends_with('s') || word == "people" || word == "men" || word == "women" ||
               word == "children";
    }

    /// What the statements of a figure have in common beside the number: the shared word nearest to the first of them.
    [[nodiscard]] std::string topic_of(const FigureGroup& group) const {
        const std::uint32_t first = group.sentences.front();
        const Quantity& quantity = story_.quantities[group.quantities.front()];
        std::uint32_t nearest = 0xFFFFFFFFU;
        std::string topic;
        for (const StoryTerm& term : story_.terms_of(first)) {
            if (!term.telling ||
                (term.range.begin >= quantity.range.begin && term.range.begin < quantity.range.end))
                continue;
            const bool shared =
                std::all_of(group.sentences.begin(), group.sentences.end(), [&](std::uint32_t sentence) {
                    const auto terms = story_.terms_of(sentence);
                    return std::any_of(terms.begin(), terms.end(), [&](const StoryTerm& each) {
                        return story_.strength(term.stem, each.stem) > 0;
                    });
                });
            const std::uint32_t distance = term.range.begin < quantity.range.begin
                                               ? quantity.range.begin - term.range.begin
                                               : term.range.begin - quantity.range.begin;
            if (!shared || distance >= nearest) continue;
            nearest = distance;
            topic = story_.texts[story_.sentences[first].document].tokens.document->slice(term.range);
        }
        return topic;
    }

    const Story& story_;
    Coverage& result_;
};

/// The likeliest first.
void add_pairs(const Story& story, Coverage& result) {
    const std::vector<ScoredPair> scored =
        score_pairs(story, find_overlaps(story, Candidates::all), Candidates::all);
    std::vector<std::uint64_t> keys;
    for (const ScoredPair& pair : scored) {
        const SentencePlace one = story.place_of(pair.one);
        const SentencePlace other = story.place_of(pair.other);
        const float odds = std::exp(static_cast<float>(pair.likeness) / 256);
        result.pairs.push_back({std::min(one, other), std::max(one, other), odds / (1 + odds)});
        keys.push_back(key_of(falling(pair.likeness), static_cast<std::uint32_t>(keys.size())));
    }
    rearrange(std::span(result.pairs), order_of(keys));
}

}  // namespace

Coverage compare(std::span<const document::Document> documents, const CoverageOptions& options) {
    Coverage result;
    const Story story = read_story(documents, options.ignore, options.vectors);
    result.mixed_languages = story.mixed_languages;
    const CopiedText copied = find_copied(story);
    const MatchedQuotes quotes = match_quotes(story);
    std::vector<ScoredPair> scored =
        score_pairs(story, find_overlaps(story, Candidates::promising), Candidates::promising);
    if (options.pairs) add_pairs(story, result);
    drop_bare_pairs(story, scored);
    add_sure_links(scored, quotes, copied);
    const std::vector<QuantityPair> matched = match_quantities(score_quantities(story, scored));
    const std::vector<FigureGroup> figures = group_figures(story, matched);
    link_by_figures(story, scored, matched, figures);
    const std::vector<Link> links = make_links(scored);
    const std::vector<ClaimGroup> groups = group_claims(story, links);
    ResultBuilder builder(story, result);
    builder.add_claims(groups, Conflicts(story, figures), copied);
    builder.add_quotes(quotes, links);
    builder.add_figures(figures);
    builder.add_copied(copied);
    builder.add_unique(groups, scored);
    result.terms = find_terms(story);
    return result;
}

}  // namespace twicetold::coverage
