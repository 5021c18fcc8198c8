#include "viewer/coverage_marks.h"

#include <algorithm>
#include <map>
#include <utility>

namespace twicetold::viewer {
namespace {

/// Of what several claims say about one sentence, the graver shows.
int weight(MarkKind kind) {
    switch (kind) {
        case MarkKind::differs: return 3;
        case MarkKind::shared: return 2;
        case MarkKind::elsewhere: return 1;
        default: return 0;
    }
}

}  // namespace

ClaimsOfSentences::ClaimsOfSentences(const engine::Comparison& comparison) {
    for (const engine::Document& document : comparison.documents) {
        claims_.emplace_back(document.sentences.size());
    }
    for (std::uint32_t claim = 0; claim < comparison.coverage.claims.size(); ++claim) {
        for (const engine::ClaimMention& each : comparison.coverage.claims[claim].mentions)
            claims_[each.place.document][each.place.sentence].push_back(claim);
    }
}

const std::vector<std::uint32_t>& ClaimsOfSentences::at(std::uint32_t document, std::int32_t sentence) const {
    static const std::vector<std::uint32_t> none;
    if (document >= claims_.size() || sentence < 0 ||
        static_cast<std::size_t>(sentence) >= claims_[document].size()) {
        return none;
    }
    return claims_[document][static_cast<std::size_t>(sentence)];
}

std::vector<SentenceLink> make_links(const engine::Comparison& comparison, const Disputes& disputes,
                                     const std::vector<std::uint32_t>& shown, std::uint32_t before,
                                     std::uint32_t after) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, SentenceLink> links;
    if (before == after) return {};
    for (const std::uint32_t claim : shown) {
        const engine::Claim& found = comparison.coverage.claims[claim];
        for (const engine::ClaimMention& one : found.mentions) {
            if (one.place.document != before) continue;
            for (const engine::ClaimMention& two : found.mentions) {
                if (two.place.document != after) continue;
                SentenceLink& link = links[{one.place.sentence, two.place.sentence}];
                link.before = one.place.sentence;
                link.after = two.place.sentence;
                link.differs = link.differs || disagree(disputes, one, two);
                link.claims.push_back(claim);
            }
        }
    }
    std::vector<SentenceLink> result;
    result.reserve(links.size());
    for (auto& [places, link] : links) result.push_back(std::move(link));
    return result;
}

MarkKind kind_of_mention(const engine::Comparison& comparison, const Disputes& disputes, std::uint32_t number,
                         std::uint32_t document, std::uint32_t sentence, std::int32_t beside) {
    const engine::Claim& claim = comparison.coverage.claims[number];
    const auto own =
        std::find_if(claim.mentions.begin(), claim.mentions.end(), [&](const engine::ClaimMention& each) {
            return each.place.document == document && each.place.sentence == sentence;
        });
    if (own == claim.mentions.end()) return MarkKind::elsewhere;
    const bool deviates = own->relation == engine::ClaimRelation::differs;
    bool found = false;
    bool contradicted = false;
    for (const engine::ClaimMention& each : claim.mentions) {
        if (static_cast<std::int32_t>(each.place.document) != beside) continue;
        found = true;
        contradicted = contradicted || disagree(disputes, *own, each);
    }
    if (found) return contradicted ? MarkKind::differs : MarkKind::shared;
    return deviates ? MarkKind::differs : MarkKind::elsewhere;
}

SideMarks make_coverage_marks(const engine::Comparison& comparison, const Disputes& disputes,
                              const std::vector<std::uint32_t>& shown, bool everything,
                              std::uint32_t document, std::int32_t beside, const SideBlocks& blocks) {
    const engine::Document& of = comparison.documents[document];
    std::vector<Mark> marks;
    const auto add = [&](text::Range range, MarkKind kind, std::uint32_t sentence) {
        Mark mark;
        mark.range = range;
        mark.kind = kind;
        mark.sentence = static_cast<std::int32_t>(sentence);
        marks.push_back(mark);
    };
    std::vector<int> best(of.sentences.size(), 0);
    std::vector<MarkKind> kinds(of.sentences.size(), MarkKind::elsewhere);
    for (const std::uint32_t claim : shown) {
        for (const engine::ClaimMention& each : comparison.coverage.claims[claim].mentions) {
            if (each.place.document != document) continue;
            const MarkKind kind =
                kind_of_mention(comparison, disputes, claim, document, each.place.sentence, beside);
            if (weight(kind) <= best[each.place.sentence]) continue;
            best[each.place.sentence] = weight(kind);
            kinds[each.place.sentence] = kind;
        }
    }
    for (std::uint32_t sentence = 0; sentence < of.sentences.size(); ++sentence) {
        if (best[sentence] > 0) add(of.sentences[sentence], kinds[sentence], sentence);
    }
    if (everything) {
        for (const coverage::SentencePlace& each : comparison.coverage.unique) {
            if (each.document == document && best[each.sentence] == 0)
                add(of.sentences[each.sentence], MarkKind::unique, each.sentence);
        }
        for (const engine::CopiedPassage& passage : comparison.coverage.copied) {
            for (const engine::CopiedMention& each : passage.mentions) {
                if (each.document != document) continue;
                for (std::uint32_t sentence = each.first_sentence; sentence <= each.last_sentence; ++sentence)
                    add(of.sentences[sentence], MarkKind::copied, sentence);
            }
        }
        for (const engine::Quotation& quote : comparison.coverage.quotes) {
            for (const engine::QuoteMention& each : quote.mentions) {
                if (each.place.document != document || each.fidelity == engine::Fidelity::paraphrase)
                    continue;
                const bool altered = each.fidelity == engine::Fidelity::altered;
                add(each.range, altered ? MarkKind::altered : MarkKind::quotation, each.place.sentence);
            }
        }
    }
    for (const engine::Figure& figure : comparison.coverage.figures) {
        if (figure.agree) continue;
        for (const engine::FigureMention& each : figure.mentions) {
            if (each.place.document != document) continue;
            if (everything || best[each.place.sentence] > 0)
                add(each.range, MarkKind::figure, each.place.sentence);
        }
    }
    return cut_at_blocks(std::move(marks), blocks);
}

}  // namespace twicetold::viewer
