// The matrix: which outlet says, contradicts or omits which claim.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "viewer/coverage_content.h"

namespace twicetold::viewer {
namespace {

using coverage::SentencePlace;

/// What else is known of every sentence, so that a claim is judged by its own mentions alone.
class Findings {
public:
    Findings(const engine::Comparison& comparison, const Disputes& disputes) : disputes_(disputes) {
        std::size_t count = 0;
        for (const engine::Document& document : comparison.documents) {
            base_.push_back(count);
            count += document.sentences.size();
        }
        sentences_.resize(count);
        for (const engine::Claim& claim : comparison.coverage.claims) {
            for (const engine::ClaimMention& each : claim.mentions) ++at(each.place).claims;
        }
        for (const engine::Quotation& quote : comparison.coverage.quotes) {
            for (const engine::QuoteMention& each : quote.mentions) at(each.place).quoted = true;
        }
        for (std::uint32_t index = 0; index < comparison.coverage.copied.size(); ++index) {
            for (const engine::CopiedMention& each : comparison.coverage.copied[index].mentions) {
                for (std::uint32_t sentence = each.first_sentence; sentence <= each.last_sentence; ++sentence)
                    at({each.document, sentence}).passages.push_back(index);
            }
        }
    }

    [[nodiscard]] bool quoted(const engine::Claim& claim) const {
        return std::any_of(claim.mentions.begin(), claim.mentions.end(),
                           [&](const engine::ClaimMention& each) { return at(each.place).quoted; });
    }

    [[nodiscard]] bool copied(const engine::Claim& claim) const {
        std::map<std::uint32_t, std::uint32_t> first_outlet;
        for (const engine::ClaimMention& each : claim.mentions) {
            for (const std::uint32_t passage : at(each.place).passages) {
                const auto [found, added] = first_outlet.emplace(passage, each.place.document);
                if (!added && found->second != each.place.document) return true;
            }
        }
        return false;
    }

    /// Lets the ledger speak: of the statements of a disputed quantity that stand in the claim, those that most outlets
    /// do not share differ; where no side has more outlets, all do.
    void add_disputes(const engine::Claim& claim, std::vector<Stance>& stances) const {
        std::map<std::uint32_t, std::map<std::uint32_t, std::set<std::uint32_t>>> camps_of_figure;
        for (const engine::ClaimMention& each : claim.mentions) {
            for (const auto& [figure, camp] : disputes_.at(each.place))
                camps_of_figure[figure][camp].insert(each.place.document);
        }
        for (const auto& [figure, camps] : camps_of_figure) {
            if (camps.size() < 2) continue;
            std::size_t most = 0;
            for (const auto& [camp, outlets] : camps) most = std::max(most, outlets.size());
            const auto largest = std::count_if(camps.begin(), camps.end(),
                                               [&](const auto& camp) { return camp.second.size() == most; });
            for (const auto& [camp, outlets] : camps) {
                if (outlets.size() == most && largest == 1) continue;
                for (const std::uint32_t document : outlets) stances[document] = Stance::differs;
            }
        }
    }

    /// Index of the mention whose words stand for the claim.
    [[nodiscard]] std::uint32_t representative(const engine::Comparison& comparison,
                                               const engine::Claim& claim) const {
        const auto rank = [&](const engine::ClaimMention& each) {
            const document::Range sentence =
                comparison.documents[each.place.document].sentences[each.place.sentence];
            return std::tuple(each.relation == engine::ClaimRelation::differs, at(each.place).claims,
                              sentence.size());
        };
        std::uint32_t best = 0;
        for (std::uint32_t index = 1; index < claim.mentions.size(); ++index) {
            if (rank(claim.mentions[index]) < rank(claim.mentions[best])) best = index;
        }
        return best;
    }

private:
    struct Sentence {
        std::uint32_t claims = 0;
        bool quoted = false;
        std::vector<std::uint32_t> passages;
    };
    [[nodiscard]] Sentence& at(SentencePlace place) {
        return sentences_[base_[place.document] + place.sentence];
    }
    [[nodiscard]] const Sentence& at(SentencePlace place) const {
        return sentences_[base_[place.document] + place.sentence];
    }

    const Disputes& disputes_;
    std::vector<std::size_t> base_;
    std::vector<Sentence> sentences_;
};

bool passes(const ClaimRow& row, const PanelQuery& query) {
    switch (query.filter) {
        case ClaimFilter::agreeing:
            if (row.differing > 0) return false;
            break;
        case ClaimFilter::differing:
            if (row.differing == 0) return false;
            break;
        case ClaimFilter::quoted:
            if (!row.quoted) return false;
            break;
        case ClaimFilter::copied:
            if (!row.copied) return false;
            break;
        case ClaimFilter::all: break;
    }
    const auto carries = [&](std::int32_t document) {
        return document >= 0 && static_cast<std::size_t>(document) < row.stances.size() &&
               row.stances[static_cast<std::size_t>(document)] != Stance::omits;
    };
    if (query.outlet == all_outlets) return true;
    if (query.outlet == shown_outlets) return carries(query.before) || carries(query.after);
    return carries(query.outlet);
}

}  // namespace

std::string Outlets::letter(std::uint32_t document) const {
    if (document < 26) return {static_cast<char>('A' + document)};
    return std::to_string(document + 1);
}

std::string Outlets::name(std::uint32_t document) const {
    const auto by_letter = [&] {
        return strings_->text(Text::coverage_outlet, {{"letter", letter(document)}});
    };
    if (blind_) return by_letter();
    const engine::Document& of = comparison_->documents[document];
    const std::string& name = of.source.empty() ? of.id : of.source;
    return name.empty() ? by_letter() : name;
}

std::string Outlets::label(std::uint32_t document) const {
    std::string label = name(document);
    const std::string& published = comparison_->documents[document].published;
    if (!published.empty()) label += "  ·  " + strings_->date(published);
    return label;
}

std::string Outlets::without_names(std::string sentence) const {
    if (!blind_) return sentence;
    for (std::uint32_t document = 0; document < comparison_->documents.size(); ++document) {
        const engine::Document& of = comparison_->documents[document];
        for (const std::string& name : {of.source, of.id}) {
            if (name.empty()) continue;
            const std::string hidden = this->name(document);
            for (std::size_t at = 0; (at = sentence.find(name, at)) != std::string::npos;) {
                // Only as a word of its own: a name may be as short as "1".
                const auto joined = [&](std::size_t place) {
                    const char c = place < sentence.size() ? sentence[place] : ' ';
                    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                           static_cast<unsigned char>(c) >= 0x80U;
                };
                if ((at > 0 && joined(at - 1)) || joined(at + name.size())) {
                    at += name.size();
                    continue;
                }
                sentence.replace(at, name.size(), hidden);
                at += hidden.size();
            }
        }
    }
    return sentence;
}

std::vector<ClaimRow> claim_rows(const engine::Comparison& comparison, const Disputes& disputes) {
    const Findings findings(comparison, disputes);
    std::vector<ClaimRow> rows;
    rows.reserve(comparison.coverage.claims.size());
    for (const engine::Claim& claim : comparison.coverage.claims) {
        ClaimRow row;
        row.claim = static_cast<std::uint32_t>(rows.size());
        row.stances.assign(comparison.documents.size(), Stance::omits);
        for (const engine::ClaimMention& each : claim.mentions) {
            Stance& stance = row.stances[each.place.document];
            if (each.relation == engine::ClaimRelation::differs) {
                stance = Stance::differs;
            } else if (stance == Stance::omits) {
                stance = Stance::says;
            }
        }
        findings.add_disputes(claim, row.stances);
        for (const Stance stance : row.stances) {
            row.carriers += stance != Stance::omits ? 1U : 0U;
            row.differing += stance == Stance::differs ? 1U : 0U;
        }
        row.quoted = findings.quoted(claim);
        row.copied = findings.copied(claim);
        row.mention = findings.representative(comparison, claim);
        rows.push_back(std::move(row));
    }
    return rows;
}

Disputes::Disputes(const engine::Comparison& comparison) {
    std::size_t count = 0;
    for (const engine::Document& document : comparison.documents) {
        base_.push_back(count);
        count += document.sentences.size();
    }
    statements_.resize(count);
    for (std::uint32_t index = 0; index < comparison.coverage.figures.size(); ++index) {
        const engine::Figure& figure = comparison.coverage.figures[index];
        if (figure.agree) continue;
        for (const engine::FigureMention& each : figure.mentions)
            statements_[base_[each.place.document] + each.place.sentence].push_back({index, each.camp});
    }
}

bool Disputes::contradict(SentencePlace one, SentencePlace two) const {
    for (const Statement& here : at(one)) {
        for (const Statement& there : at(two)) {
            if (here.figure == there.figure && here.camp != there.camp) return true;
        }
    }
    return false;
}

bool disagree(const Disputes& disputes, const engine::ClaimMention& one, const engine::ClaimMention& two) {
    return one.relation == engine::ClaimRelation::differs || two.relation == engine::ClaimRelation::differs ||
           disputes.contradict(one.place, two.place);
}

std::vector<std::uint32_t> ordered(const std::vector<ClaimRow>& rows, const PanelQuery& query) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t index = 0; index < rows.size(); ++index) {
        if (passes(rows[index], query)) order.push_back(index);
    }
    // Stable: what is equal stays in story order.
    switch (query.sort) {
        case ClaimSort::carriers:
            std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t two) {
                return rows[one].carriers > rows[two].carriers;
            });
            break;
        case ClaimSort::disagreement:
            std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t two) {
                return rows[one].differing > rows[two].differing;
            });
            break;
        case ClaimSort::story: break;
    }
    return order;
}

std::string empty_matrix_sentence(const Strings& strings, const engine::Comparison& comparison,
                                  const PanelQuery& query) {
    if (comparison.documents.size() < 2) return strings.text(Text::coverage_one_article);
    if (comparison.coverage.claims.empty()) return strings.text(Text::coverage_claims_none);
    if (query.filter == ClaimFilter::differing) return strings.text(Text::coverage_claims_undisputed);
    return strings.text(Text::coverage_count_filtered_out) + ".";
}

}  // namespace twicetold::viewer
