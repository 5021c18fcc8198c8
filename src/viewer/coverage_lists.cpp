// The views of the panel that are lists: quotations, figures, copied passages, what stands in one outlet only, words,
// openings.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "viewer/coverage_content.h"
#include "viewer/labels.h"
#include "viewer/segments.h"

namespace twicetold::viewer {
namespace {

using coverage::SentencePlace;

constexpr std::size_t term_sentences = 3;
constexpr std::size_t evidence_words = 5;

std::string one_line(std::string_view text) { return excerpt(text, text.size() + 1); }

Text difference_name(engine::Difference difference) {
    switch (difference) {
        case engine::Difference::figure: return Text::coverage_difference_figure;
        case engine::Difference::negation: return Text::coverage_difference_negation;
        case engine::Difference::roles: return Text::coverage_difference_roles;
        case engine::Difference::none: break;
    }
    return Text::coverage_difference_none;
}

Text fidelity_name(engine::Fidelity fidelity) {
    switch (fidelity) {
        case engine::Fidelity::full: return Text::coverage_fidelity_full;
        case engine::Fidelity::truncated: return Text::coverage_fidelity_truncated;
        case engine::Fidelity::altered: return Text::coverage_fidelity_altered;
        case engine::Fidelity::paraphrase: return Text::coverage_fidelity_paraphrase;
    }
    return Text::coverage_fidelity_full;
}

class Lists {
public:
    Lists(const engine::Comparison& comparison, const PanelQuery& query, const Outlets& outlets)
        : comparison_(comparison),
          coverage_(comparison.coverage),
          query_(query),
          outlets_(outlets),
          strings_(outlets.strings()) {}

    PanelList quotations() const {
        PanelList list;
        for (const engine::Quotation& quote : coverage_.quotes) {
            const bool altered = std::any_of(
                quote.mentions.begin(), quote.mentions.end(),
                [](const engine::QuoteMention& each) { return each.fidelity == engine::Fidelity::altered; });
            if (!passes(altered) || !carried(quote.mentions)) continue;
            PanelEntry entry;
            entry.heading =
                quote.speaker.empty() ? strings_.text(Text::coverage_speaker_unknown) : quote.speaker;
            entry.note = strings_.plural(Plural::count_outlets, outlet_count(quote.mentions));
            entry.differs = altered;
            const engine::QuoteMention& original = original_of(quote);
            for (const engine::QuoteMention& each : quote.mentions) {
                PanelLine line = place(each.place);
                const bool changed = each.fidelity == engine::Fidelity::altered && &each != &original;
                if (changed) {
                    line.pieces = word_diff(slice(original), slice(each));
                } else {
                    line.pieces.push_back({one_line(slice(each)), PanelPiece::Kind::plain});
                }
                line.note = strings_.text(fidelity_name(each.fidelity));
                line.differs = each.fidelity == engine::Fidelity::altered;
                entry.lines.push_back(std::move(line));
            }
            list.entries.push_back(std::move(entry));
        }
        explain(list, coverage_.quotes.empty(), Text::coverage_quotations_none);
        return list;
    }

    PanelList figures() const {
        PanelList list;
        // What disagrees is what a reader looks for.
        for (const bool agree : {false, true}) {
            for (const engine::Figure& figure : coverage_.figures) {
                if (figure.agree != agree || !passes(!agree) || !carried(figure.mentions)) continue;
                PanelEntry entry;
                entry.heading =
                    figure.quantity.empty() ? strings_.text(Text::coverage_quantity) : figure.quantity;
                entry.note = strings_.text(agree ? Text::coverage_agree : Text::coverage_disagree);
                entry.differs = !agree;
                for (const engine::FigureMention& each : figure.mentions) {
                    PanelLine line = place(each.place);
                    const engine::Document& of = comparison_.documents[each.place.document];
                    const text::Range sentence = of.sentences[each.place.sentence];
                    const std::string_view whole = of.slice(sentence);
                    // A file of someone else's may place the number outside of its sentence.
                    const std::uint32_t begin =
                        std::clamp(each.range.begin, sentence.begin, sentence.end) - sentence.begin;
                    const std::uint32_t end = std::max(
                        std::clamp(each.range.end, sentence.begin, sentence.end) - sentence.begin, begin);
                    add(line, whole.substr(0, begin), PanelPiece::Kind::plain);
                    add(line, whole.substr(begin, end - begin), PanelPiece::Kind::figure);
                    add(line, whole.substr(end), PanelPiece::Kind::plain);
                    line.note = value_of(each);
                    line.differs = !agree;
                    entry.lines.push_back(std::move(line));
                }
                list.entries.push_back(std::move(entry));
            }
        }
        explain(list, coverage_.figures.empty(), Text::coverage_figures_none);
        return list;
    }

    PanelList copied() const {
        PanelList list;
        PanelEntry shares;
        shares.heading = strings_.text(Text::coverage_copied_shares);
        for (std::uint32_t document = 0; document < coverage_.copied_share.size(); ++document) {
            if (coverage_.copied.empty() || !wanted(document)) continue;
            const auto percent =
                static_cast<std::uint64_t>(std::lround(coverage_.copied_share[document] * 100));
            PanelLine line;
            line.document = static_cast<std::int32_t>(document);
            line.pieces.push_back({strings_.text(Text::coverage_copied_share, {{"percent", percent}}),
                                   PanelPiece::Kind::plain});
            shares.lines.push_back(std::move(line));
        }
        if (!shares.lines.empty()) list.entries.push_back(std::move(shares));
        for (const engine::CopiedPassage& passage : coverage_.copied) {
            const bool any =
                std::any_of(passage.mentions.begin(), passage.mentions.end(),
                            [&](const engine::CopiedMention& each) { return wanted(each.document); });
            if (!any) continue;
            PanelEntry entry;
            entry.heading = strings_.plural(Plural::count_words, passage.words);
            entry.note = strings_.text(
                passage.verbatim ? Text::coverage_copied_verbatim : Text::coverage_copied_edited,
                {{"outlets", strings_.plural(Plural::count_outlets, passage.mentions.size())}});
            for (const engine::CopiedMention& each : passage.mentions) {
                PanelLine line = place({each.document, each.first_sentence});
                const engine::Document& of = comparison_.documents[each.document];
                add(line,
                    of.slice({of.sentences[each.first_sentence].begin, of.sentences[each.last_sentence].end}),
                    PanelPiece::Kind::plain);
                entry.lines.push_back(std::move(line));
            }
            list.entries.push_back(std::move(entry));
        }
        explain(list, coverage_.copied.empty(), Text::coverage_copied_none);
        return list;
    }

    PanelList unique() const {
        PanelList list;
        for (std::uint32_t document = 0; document < comparison_.documents.size(); ++document) {
            if (!wanted(document)) continue;
            PanelEntry entry = of_outlet(document);
            for (const SentencePlace& each : coverage_.unique) {
                if (each.document != document) continue;
                PanelLine line = place(each);
                add(line, sentence(each), PanelPiece::Kind::plain);
                entry.lines.push_back(std::move(line));
            }
            const std::size_t all = comparison_.documents[document].sentences.size();
            if (all == 0) {
                entry.note = strings_.text(Text::coverage_no_sentence);
            } else if (entry.lines.empty()) {
                entry.note = strings_.text(Text::coverage_unique_none);
            } else {
                entry.note = strings_.plural(Plural::coverage_unique_share, all,
                                             {{"number", std::uint64_t{entry.lines.size()}}});
            }
            list.entries.push_back(std::move(entry));
        }
        explain(list, false, Text::coverage_filtered);
        return list;
    }

    PanelList words() const {
        PanelList list;
        for (std::uint32_t document = 0; document < comparison_.documents.size(); ++document) {
            if (!wanted(document)) continue;
            PanelEntry entry = of_outlet(document);
            for (const engine::DistinctiveTerm& term : coverage_.terms) {
                if (term.document != document) continue;
                std::size_t shown = 0;
                for (const std::uint32_t index : term.sentences) {
                    if (shown++ == term_sentences) break;
                    PanelLine line = place({document, index});
                    add_with_term(line, sentence({document, index}), term.term);
                    const bool more = shown == term_sentences && term.sentences.size() > term_sentences;
                    if (shown == 1 && line.pieces.size() == 1) line.note = term.term;
                    if (more)
                        line.note =
                            strings_.plural(Plural::count_more_sentences, term.sentences.size() - shown);
                    entry.lines.push_back(std::move(line));
                }
            }
            if (entry.lines.empty()) continue;
            list.entries.push_back(std::move(entry));
        }
        explain(list, coverage_.terms.empty(), Text::coverage_words_none);
        return list;
    }

    PanelList openings() const {
        PanelList list;
        for (std::uint32_t document = 0; document < comparison_.documents.size(); ++document) {
            if (!wanted(document)) continue;
            PanelEntry entry = of_outlet(document);
            const engine::Document& of = comparison_.documents[document];
            if (!of.title.empty()) {
                PanelLine line;
                line.document = entry.document;
                line.sentence = engine::title_sentence;
                line.headline = true;
                add(line, of.slice(of.title), PanelPiece::Kind::plain);
                entry.lines.push_back(std::move(line));
            }
            for (const document::Paragraph& paragraph : of.paragraphs) {
                if (paragraph.kind == document::ParagraphKind::heading || paragraph.range.empty()) continue;
                PanelLine line = place({document, paragraph.first_sentence});
                add(line, of.slice(paragraph.range), PanelPiece::Kind::plain);
                entry.lines.push_back(std::move(line));
                break;
            }
            if (entry.lines.empty()) entry.note = strings_.text(Text::coverage_openings_none);
            list.entries.push_back(std::move(entry));
        }
        explain(list, false, Text::coverage_filtered);
        return list;
    }

    PanelEntry claim(const ClaimRow& row, const Disputes& disputes) const {
        const engine::Claim& found = coverage_.claims[row.claim];
        PanelEntry entry;
        entry.differs = row.differing > 0;
        std::vector<std::string> counts = {strings_.plural(Plural::count_outlets, row.carriers)};
        if (found.origins > 0 && found.origins < row.carriers)
            counts.push_back(strings_.plural(Plural::count_origins, found.origins));
        entry.heading = strings_.list(counts);
        std::vector<std::string> evidence;
        for (std::size_t index = 0; index < std::min(found.evidence.size(), evidence_words); ++index)
            evidence.push_back(one_line(found.evidence[index].text));
        if (!evidence.empty())
            entry.note = strings_.text(Text::coverage_linked, {{"evidence", strings_.list(evidence)}});
        for (const engine::ClaimMention& each : found.mentions) {
            PanelLine line = place(each.place);
            add(line, sentence(each.place), PanelPiece::Kind::plain);
            if (each.relation == engine::ClaimRelation::differs) {
                line.note = strings_.text(Text::coverage_difference,
                                          {{"why", strings_.text(difference_name(each.difference))}});
                line.differs = true;
            } else if (contradicted(disputes, found, each)) {
                line.note = strings_.text(Text::coverage_difference_ledger);
                line.differs = true;
            }
            entry.lines.push_back(std::move(line));
        }
        return entry;
    }

private:
    [[nodiscard]] static bool contradicted(const Disputes& disputes, const engine::Claim& claim,
                                           const engine::ClaimMention& mention) {
        return std::any_of(claim.mentions.begin(), claim.mentions.end(),
                           [&](const engine::ClaimMention& other) {
                               return other.place.document != mention.place.document &&
                                      disputes.contradict(mention.place, other.place);
                           });
    }

    [[nodiscard]] bool passes(bool differs) const {
        if (query_.filter == ClaimFilter::agreeing) return !differs;
        return query_.filter != ClaimFilter::differing || differs;
    }
    [[nodiscard]] bool wanted(std::uint32_t document) const {
        const auto index = static_cast<std::int32_t>(document);
        if (query_.outlet == all_outlets) return true;
        if (query_.outlet == shown_outlets) return index == query_.before || index == query_.after;
        return index == query_.outlet;
    }
    template <class Mention>
    [[nodiscard]] bool carried(const std::vector<Mention>& mentions) const {
        return std::any_of(mentions.begin(), mentions.end(),
                           [&](const Mention& each) { return wanted(each.place.document); });
    }
    template <class Mention>
    [[nodiscard]] static std::size_t outlet_count(const std::vector<Mention>& mentions) {
        std::set<std::uint32_t> documents;
        for (const Mention& each : mentions) documents.insert(each.place.document);
        return documents.size();
    }

    [[nodiscard]] std::string_view sentence(SentencePlace at) const {
        const engine::Document& of = comparison_.documents[at.document];
        return of.slice(of.sentences[at.sentence]);
    }
    [[nodiscard]] std::string_view slice(const engine::QuoteMention& mention) const {
        return comparison_.documents[mention.place.document].slice(mention.range);
    }

    /// The rendering that the altered ones are compared with: the longest one given in full, else the longest.
    [[nodiscard]] static const engine::QuoteMention& original_of(const engine::Quotation& quote) {
        return *std::max_element(quote.mentions.begin(), quote.mentions.end(),
                                 [](const engine::QuoteMention& one, const engine::QuoteMention& two) {
                                     const auto rank = [](const engine::QuoteMention& each) {
                                         return std::pair(each.fidelity == engine::Fidelity::full,
                                                          each.range.size());
                                     };
                                     return rank(one) < rank(two);
                                 });
    }

    [[nodiscard]] std::string value_of(const engine::FigureMention& figure) const {
        std::string value = strings_.decimal(figure.value);
        if (figure.value_high > figure.value) {
            value = strings_.text(Text::coverage_figure_range,
                                  {{"from", value}, {"to", strings_.decimal(figure.value_high)}});
        }
        if (figure.approximate) value = strings_.text(Text::coverage_figure_about, {{"value", value}});
        if (!figure.unit.empty()) value += ' ' + figure.unit;
        return value;
    }

    [[nodiscard]] PanelEntry of_outlet(std::uint32_t document) const {
        PanelEntry entry;
        entry.heading = outlets_.name(document);
        entry.document = static_cast<std::int32_t>(document);
        return entry;
    }

    [[nodiscard]] static PanelLine place(SentencePlace at) {
        PanelLine line;
        line.document = static_cast<std::int32_t>(at.document);
        line.sentence = static_cast<std::int32_t>(at.sentence);
        return line;
    }

    /// White space inside is kept to one space; that at the ends is what joins the pieces.
    static void add(PanelLine& line, std::string_view text, PanelPiece::Kind kind) {
        std::string words;
        bool space = false;
        for (std::uint32_t at = 0; at < text.size();) {
            const std::uint32_t begin = at;
            if (is_space(next_code_point(text, at))) {
                space = true;
                continue;
            }
            if (space) words += ' ';
            space = false;
            words += text.substr(begin, at - begin);
        }
        if (space) words += ' ';
        if (!words.empty()) line.pieces.push_back({std::move(words), kind});
    }

    static void add_with_term(PanelLine& line, std::string_view text, std::string_view term) {
        // The term is written as it stands somewhere; here it may begin a sentence.
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        const auto found = std::search(text.begin(), text.end(), term.begin(), term.end(),
                                       [&](char one, char two) { return lower(one) == lower(two); });
        const std::size_t at =
            found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
        if (at == std::string_view::npos) {
            add(line, text, PanelPiece::Kind::plain);
            return;
        }
        add(line, text.substr(0, at), PanelPiece::Kind::plain);
        add(line, text.substr(at, term.size()), PanelPiece::Kind::figure);
        add(line, text.substr(at + term.size()), PanelPiece::Kind::plain);
    }

    /// What to say where the list is empty: that there is `none`, or that the filter hides it.
    void explain(PanelList& list, bool none, Text sentence) const {
        if (list.entries.empty()) list.intro = strings_.text(none ? sentence : Text::coverage_filtered);
    }

    const engine::Comparison& comparison_;
    const engine::Coverage& coverage_;
    const PanelQuery& query_;
    const Outlets& outlets_;
    const Strings& strings_;
};

}  // namespace

std::string PanelLine::text() const {
    std::string result;
    for (const PanelPiece& piece : pieces) result += piece.text;
    return result;
}

PanelList panel_list(const engine::Comparison& comparison, PanelView view, const PanelQuery& query,
                     const Outlets& outlets) {
    const Lists lists(comparison, query, outlets);
    switch (view) {
        case PanelView::quotations: return lists.quotations();
        case PanelView::figures: return lists.figures();
        case PanelView::copied: return lists.copied();
        case PanelView::unique: return lists.unique();
        case PanelView::words: return lists.words();
        case PanelView::openings: return lists.openings();
        case PanelView::claims: break;
    }
    return {};
}

PanelEntry claim_entry(const engine::Comparison& comparison, const ClaimRow& row, const Disputes& disputes,
                       const Outlets& outlets) {
    const PanelQuery query;
    return Lists(comparison, query, outlets).claim(row, disputes);
}

std::size_t finding_count(const engine::Comparison& comparison, PanelView view) {
    const engine::Coverage& coverage = comparison.coverage;
    switch (view) {
        case PanelView::claims: return coverage.claims.size();
        case PanelView::quotations: return coverage.quotes.size();
        case PanelView::figures: return coverage.figures.size();
        case PanelView::copied: return coverage.copied.size();
        case PanelView::unique: return coverage.unique.size();
        case PanelView::words: return coverage.terms.size();
        case PanelView::openings: return comparison.documents.size();
    }
    return 0;
}

}  // namespace twicetold::viewer
