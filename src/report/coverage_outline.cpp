#include "report/coverage_outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include "report/names.h"
#include "report/summary.h"

namespace twicetold::report {
namespace {

using coverage::SentencePlace;
using document::Document;
using engine::Comparison;

class OutlineBuilder {
public:
    explicit OutlineBuilder(const Comparison& comparison)
        : comparison_(comparison), coverage_(comparison.coverage) {}

    Outline build() {
        Outline outline;
        outline.title = "How " + counted(comparison_.documents.size(), "outlet tells it", "outlets tell it");
        outline.summary = summary_of();
        outline.sections = {headlines(), claims(), figures(), quotes(), copied(), unique(), terms()};
        return outline;
    }

private:
    [[nodiscard]] std::string summary_of() const {
        const auto disagreeing =
            static_cast<std::uint64_t>(std::count_if(coverage_.figures.begin(), coverage_.figures.end(),
                                                     [](const engine::Figure& each) { return !each.agree; }));
        return counted(coverage_.claims.size(), "claim is shared", "claims are shared") + ", " +
               counted(disagreeing, "figure disagrees", "figures disagree") + ", " +
               counted(coverage_.quotes.size(), "quotation is shared", "quotations are shared") + ", " +
               counted(coverage_.copied.size(), "passage is copied", "passages are copied") + ", " +
               counted(coverage_.unique.size(), "sentence stands in one outlet only",
                       "sentences stand in one outlet only");
    }

    [[nodiscard]] const Document& document(std::uint32_t index) const { return comparison_.documents[index]; }
    [[nodiscard]] std::string name(std::uint32_t index) const { return outlet_name(comparison_, index); }
    [[nodiscard]] std::string sentence(SentencePlace place) const {
        return std::string(
            document(place.document).slice(document(place.document).sentences[place.sentence]));
    }

    OutlineSection headlines() const {
        OutlineSection section{"headlines", "Headlines and first paragraphs", "", {}};
        for (std::uint32_t i = 0; i < comparison_.documents.size(); ++i) {
            OutlineEntry entry{name(i), false, {}};
            if (!document(i).title.empty())
                entry.lines.push_back(
                    {"", std::string(document(i).slice(document(i).title)), "headline", false});
            if (!document(i).paragraphs.empty())
                entry.lines.push_back(
                    {"", std::string(document(i).slice(document(i).paragraphs.front().range)), "", false});
            section.entries.push_back(std::move(entry));
        }
        return section;
    }

    static std::string_view reason(engine::Difference difference) {
        constexpr std::array<std::string_view, 4> reasons{"", "another figure", "one says it, one denies it",
                                                          "who did it to whom is swapped"};
        return reasons[static_cast<std::size_t>(difference)];
    }

    OutlineSection claims() const {
        OutlineSection section{"claims", "What they share", "", {}};
        if (coverage_.claims.empty())
            section.intro = "No claim stands in two of these articles, as far as their words show.";
        for (const engine::Claim& claim : coverage_.claims) {
            OutlineEntry entry;
            std::set<std::uint32_t> documents;
            for (const engine::ClaimMention& each : claim.mentions) {
                const bool differs = each.relation == engine::ClaimRelation::differs;
                documents.insert(each.place.document);
                entry.alarming = entry.alarming || differs;
                entry.lines.push_back({name(each.place.document), sentence(each.place),
                                       differs ? "differs: " + std::string(reason(each.difference)) : "",
                                       differs});
            }
            entry.heading =
                std::to_string(documents.size()) + " of " + std::to_string(comparison_.documents.size());
            if (claim.origins < documents.size())
                entry.heading += ", " + counted(claim.origins, "origin", "origins");
            for (std::size_t i = 0; i < claim.evidence.size() && i < 5; ++i)
                entry.heading += (i == 0 ? " · " : ", ") + claim.evidence[i].text;
            section.entries.push_back(std::move(entry));
        }
        return section;
    }

    OutlineSection figures() const {
        OutlineSection section{"figures", "Figures", "", {}};
        if (coverage_.figures.empty()) section.intro = "No quantity is given in two of these articles.";
        for (const bool agree : {false, true}) {
            for (const engine::Figure& figure : coverage_.figures) {
                if (figure.agree != agree) continue;
                OutlineEntry entry{(agree ? "agree" : "disagree") +
                                       std::string(figure.quantity.empty() ? "" : " · " + figure.quantity),
                                   !agree,
                                   {}};
                for (const engine::FigureMention& each : figure.mentions) {
                    entry.lines.push_back({name(each.place.document),
                                           std::string(document(each.place.document).slice(each.range)),
                                           sentence(each.place), false});
                }
                section.entries.push_back(std::move(entry));
            }
        }
        return section;
    }

    /// Do two outlets name people who have no name in common?
    static bool speakers_differ(const engine::Quotation& quote) {
        const auto share_a_name = [](std::string_view one, const std::string& other) {
            while (!one.empty()) {
                const std::size_t end = std::min(one.find(' '), one.size());
                const std::string_view word = one.substr(0, end);
                if (word.size() > 2 && other.find(word) != std::string::npos) return true;
                one.remove_prefix(std::min(end + 1, one.size()));
            }
            return false;
        };
        for (const engine::QuoteMention& one : quote.mentions) {
            for (const engine::QuoteMention& other : quote.mentions) {
                if (!one.speaker.empty() && !other.speaker.empty() &&
                    !share_a_name(one.speaker, other.speaker))
                    return true;
            }
        }
        return false;
    }

    OutlineSection quotes() const {
        OutlineSection section{"quotations", "Quotations", "", {}};
        if (coverage_.quotes.empty()) section.intro = "No quotation stands in two of these articles.";
        for (const engine::Quotation& quote : coverage_.quotes) {
            OutlineEntry entry{quote.speaker.empty() ? "unnamed speaker" : quote.speaker, false, {}};
            const bool disputed = speakers_differ(quote);
            for (const engine::QuoteMention& each : quote.mentions) {
                const bool altered = each.fidelity == engine::Fidelity::altered;
                const bool attributed = disputed && !each.speaker.empty();
                entry.lines.push_back({name(each.place.document),
                                       std::string(document(each.place.document).slice(each.range)),
                                       std::string(name_of(each.fidelity)) +
                                           (attributed ? ", attributed to " + each.speaker : ""),
                                       altered || attributed});
                entry.alarming = entry.alarming || altered || attributed;
            }
            section.entries.push_back(std::move(entry));
        }
        return section;
    }

    OutlineSection copied() const {
        OutlineSection section{"copied", "Copied passages", "", {}};
        if (coverage_.copied.empty()) section.intro = "No passage is taken over word for word, or nearly.";
        for (const engine::CopiedPassage& passage : coverage_.copied) {
            OutlineEntry entry{counted(passage.words, "word", "words") +
                                   (passage.verbatim ? ", word for word" : ", lightly edited"),
                               false,
                               {}};
            for (const engine::CopiedMention& each : passage.mentions) {
                const Document& of = document(each.document);
                entry.lines.push_back({name(each.document),
                                       std::string(of.slice({of.sentences[each.first_sentence].begin,
                                                             of.sentences[each.last_sentence].end})),
                                       "", false});
            }
            section.entries.push_back(std::move(entry));
        }
        for (std::uint32_t i = 0; i < coverage_.copied_share.size(); ++i) {
            const auto percent = std::lround(coverage_.copied_share[i] * 100);
            if (percent > 0)
                section.intro += (section.intro.empty() ? "Copied: " : ", ") + name(i) + " " +
                                 std::to_string(percent) + " %";
        }
        return section;
    }

    OutlineSection unique() const {
        OutlineSection section{"unique", "Only in one outlet", "", {}};
        if (coverage_.unique.empty()) section.intro = "Every sentence has a counterpart in another article.";
        for (const SentencePlace& place : coverage_.unique) {
            const std::string outlet = name(place.document);
            if (section.entries.empty() || section.entries.back().heading != outlet)
                section.entries.push_back({outlet, false, {}});
            section.entries.back().lines.push_back({"", sentence(place), "", false});
        }
        return section;
    }

    OutlineSection terms() const {
        OutlineSection section{"words", "Words that set an outlet apart", "", {}};
        if (coverage_.terms.empty())
            section.intro = "No word is much commoner in one of these articles than in the others.";
        std::uint32_t last = 0;
        for (const engine::DistinctiveTerm& term : coverage_.terms) {
            if (section.entries.empty() || term.document != last)
                section.entries.push_back({name(term.document), false, {{"", "", "", false}}});
            last = term.document;
            std::string& words = section.entries.back().lines.front().text;
            words += (words.empty() ? "" : ", ") + term.term;
        }
        return section;
    }

    const Comparison& comparison_;
    const engine::Coverage& coverage_;
};

}  // namespace

std::string outlet_name(const engine::Comparison& comparison, std::uint32_t document) {
    const document::Document& of = comparison.documents[document];
    if (!of.source.empty()) return of.source;
    return of.id.empty() ? "outlet " + std::to_string(document + 1) : of.id;
}

Outline outline_of(const engine::Comparison& comparison) { return OutlineBuilder(comparison).build(); }

}  // namespace twicetold::report
