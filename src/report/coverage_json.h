#pragma once
// The members of a comparison in mode `coverage`: "claims", "quotes", "figures", "copied", "copied_share", "unique", "terms".
// Written for either writer of json_writer.h; read back by coverage_reader.h.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/comparison.h"
#include "report/json_writer.h"
#include "report/names.h"
#include "report/positions.h"

namespace twicetold::report {

/// Writes the members into the object that is open.
template <class Writer>
class CoverageWriter {
public:
    /// `positions`: one a document.
    CoverageWriter(Writer& writer, const engine::Comparison& comparison, std::span<const Positions> positions)
        : writer_(writer),
          coverage_(comparison.coverage),
          asked_for_pairs_(comparison.options.pairs),
          documents_(comparison.documents),
          positions_(positions) {}

    void members() {
        list("claims", coverage_.claims, 'c', [&](const engine::Claim& each) { claim(each); });
        list("quotes", coverage_.quotes, 'q', [&](const engine::Quotation& each) { quote(each); });
        list("figures", coverage_.figures, 'f', [&](const engine::Figure& each) { figure(each); });
        list("copied", coverage_.copied, 'w', [&](const engine::CopiedPassage& each) { copied(each); });
        writer_.key("copied_share");
        writer_.begin_array(coverage_.copied_share.size());
        for (const float share : coverage_.copied_share) writer_.fraction(share);
        writer_.end_array();
        list("unique", coverage_.unique, '\0', [&](const coverage::SentencePlace& each) { place(each); });
        list("terms", coverage_.terms, '\0', [&](const engine::DistinctiveTerm& each) { term(each); });
        if (asked_for_pairs_)
            list("pairs", coverage_.pairs, '\0', [&](const engine::AlikePair& each) { pair(each); });
    }

private:
    template <class Item, class Write>
    void list(std::string_view key, const std::vector<Item>& items, char letter, Write write) {
        writer_.key(key);
        writer_.begin_array(items.size(), Items::on_lines);
        for (std::size_t i = 0; i < items.size(); ++i) {
            writer_.begin_object();
            if (letter != '\0') member("id", letter + std::to_string(i + 1));
            write(items[i]);
            writer_.end_object();
        }
        writer_.end_array();
    }

    template <class Sequence, class Write>
    void mentions(const Sequence& items, Write write) {
        writer_.key("mentions");
        writer_.begin_array(items.size());
        for (const auto& each : items) {
            writer_.begin_object();
            write(each);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void member(std::string_view key, std::string_view value) {
        writer_.key(key);
        writer_.string(value);
    }
    void number(std::string_view key, std::int64_t value) {
        writer_.key(key);
        writer_.number(value);
    }
    void flag(std::string_view key, bool value) {
        writer_.key(key);
        writer_.boolean(value);
    }

    void place(coverage::SentencePlace of) {
        number("document", of.document);
        number("sentence", of.sentence);
    }
    void range(std::uint32_t document, text::Range of) {
        number("begin", positions_[document].units_from_byte(of.begin));
        number("end", positions_[document].units_from_byte(of.end));
        member("text", documents_[document].slice(of));
    }

    void pair(const engine::AlikePair& pair) {
        mentions(std::array{pair.one, pair.other}, [&](const coverage::SentencePlace& each) { place(each); });
        writer_.key("likeness");
        writer_.fraction(pair.likeness);
    }

    void claim(const engine::Claim& claim) {
        mentions(claim.mentions, [&](const engine::ClaimMention& each) {
            place(each.place);
            member("relation", name_of(each.relation));
            if (each.difference != engine::Difference::none) member("difference", name_of(each.difference));
        });
        writer_.key("similarity");
        writer_.fraction(claim.similarity);
        number("origins", claim.origins);
        writer_.key("evidence");
        writer_.begin_array(claim.evidence.size());
        for (const engine::SharedEvidence& each : claim.evidence) {
            writer_.begin_object();
            member("kind", name_of(each.kind));
            member("text", each.text);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void quote(const engine::Quotation& quote) {
        member("speaker", quote.speaker);
        mentions(quote.mentions, [&](const engine::QuoteMention& each) {
            place(each.place);
            range(each.place.document, each.range);
            member("fidelity", name_of(each.fidelity));
            if (!each.speaker.empty()) member("speaker", each.speaker);
        });
    }

    void figure(const engine::Figure& figure) {
        member("quantity", figure.quantity);
        flag("agree", figure.agree);
        mentions(figure.mentions, [&](const engine::FigureMention& each) {
            place(each.place);
            range(each.place.document, each.range);
            writer_.key("value");
            writer_.decimal(each.value);
            if (each.value_high > each.value) {
                writer_.key("value_high");
                writer_.decimal(each.value_high);
            }
            member("unit", each.unit);
            flag("approximate", each.approximate);
            if (!figure.agree) number("camp", each.camp);
        });
    }

    void copied(const engine::CopiedPassage& passage) {
        number("words", passage.words);
        flag("verbatim", passage.verbatim);
        mentions(passage.mentions, [&](const engine::CopiedMention& each) {
            number("document", each.document);
            number("first_sentence", each.first_sentence);
            number("last_sentence", each.last_sentence);
        });
    }

    void term(const engine::DistinctiveTerm& term) {
        number("document", term.document);
        member("term", term.term);
        writer_.key("z");
        writer_.decimal(static_cast<double>(term.z));
        writer_.key("sentences");
        writer_.begin_array(term.sentences.size());
        for (const std::uint32_t sentence : term.sentences) writer_.number(sentence);
        writer_.end_array();
    }

    Writer& writer_;
    const engine::Coverage& coverage_;
    bool asked_for_pairs_;
    const std::vector<document::Document>& documents_;
    std::span<const Positions> positions_;
};

}  // namespace twicetold::report
