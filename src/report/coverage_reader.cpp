#include "report/coverage_reader.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "report/names.h"

namespace twicetold::report {
namespace {

/// The functions return false once something is wrong, and `problem` then says what.
class CoverageReader {
public:
    CoverageReader(std::span<const document::Document> documents, std::span<const Positions> positions)
        : documents_(documents), positions_(positions) {}

    bool read(const Value& root, engine::Coverage& out) {
        Members members(root);
        return each(members, "claims",
                    [&](Members& item) { return claim(item, out.claims.emplace_back()); }) &&
               each(members, "quotes",
                    [&](Members& item) { return quote(item, out.quotes.emplace_back()); }) &&
               each(members, "figures",
                    [&](Members& item) { return figure(item, out.figures.emplace_back()); }) &&
               each(members, "copied",
                    [&](Members& item) { return copied(item, out.copied.emplace_back()); }) &&
               shares(members, out.copied_share) &&
               each(members, "unique",
                    [&](Members& item) { return place(item, out.unique.emplace_back()); }) &&
               each(members, "terms", [&](Members& item) { return term(item, out.terms.emplace_back()); }) &&
               each(members, "pairs", [&](Members& item) { return pair(item, out.pairs.emplace_back()); });
    }

    std::string problem;

private:
    bool fail(std::string_view member, std::string_view what) {
        if (problem.empty()) problem = path_ + std::string(member) + ": " + std::string(what);
        return false;
    }

    /// Calls `read(members of the item)` for every item of the array at `key`. A missing array is an empty one.
    template <class Read>
    bool each(Members& members, std::string_view key, Read read) {
        const auto array = members.find(key);
        if (!array) return true;
        if (!array->is_array()) return fail(key, "is not an array.");
        const std::size_t length = path_.size();
        std::size_t count = 0;
        for (auto item = array->first(); item; item = item->next(*array)) {
            path_ += std::string(key) + "[" + std::to_string(count++) + "].";
            Members inner(*item);
            if (!read(inner)) return false;
            path_.resize(length);
        }
        return true;
    }

    bool index(Members& members, std::string_view key, std::size_t count, std::uint32_t& out) {
        const auto value = members.find(key);
        const auto number = value ? value->integer() : std::nullopt;
        if (!number || *number < 0 || std::cmp_greater_equal(*number, count)) {
            return fail(key, value ? "is out of range." : "is missing.");
        }
        out = static_cast<std::uint32_t>(*number);
        return true;
    }

    bool place(Members& members, coverage::SentencePlace& out) {
        return index(members, "document", documents_.size(), out.document) &&
               index(members, "sentence", documents_[out.document].sentences.size(), out.sentence);
    }

    bool pair(Members& members, engine::AlikePair& out) {
        std::array<coverage::SentencePlace, 2> places;
        std::size_t count = 0;
        const bool read = each(members, "mentions", [&](Members& item) {
            if (count == places.size()) return fail("", "is more than a pair.");
            return place(item, places[count++]);
        });
        if (!read) return false;
        if (count != places.size()) return fail("mentions", "are no pair.");
        out.one = places[0];
        out.other = places[1];
        double likeness = 0;
        if (!number(members, "likeness", likeness)) return false;
        out.likeness = static_cast<float>(likeness);
        return true;
    }

    bool string(Members& members, std::string_view key, std::string& out) {
        const auto value = members.find(key);
        if (!value || value->is_null()) return true;
        const auto text = value->string();
        if (!text) return fail(key, "is not a string.");
        out = *text;
        return true;
    }

    bool flag(Members& members, std::string_view key, bool& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const auto boolean = value->boolean();
        if (!boolean) return fail(key, "is neither true nor false.");
        out = *boolean;
        return true;
    }

    template <class E>
    bool word(Members& members, std::string_view key, E& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const auto name = value->string();
        const auto known = name ? value_of<E>(*name) : std::nullopt;
        if (!known) return fail(key, "is none of the words known here.");
        out = *known;
        return true;
    }

    bool number(Members& members, std::string_view key, double& out) {
        const auto value = members.find(key);
        if (!value || value->is_null()) return true;
        const auto found = value->number();
        if (!found) return fail(key, "is no number.");
        out = *found;
        return true;
    }

    bool count(Members& members, std::string_view key, std::uint32_t& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const auto found = value->integer();
        if (!found || !std::in_range<std::uint32_t>(*found)) return fail(key, "is no whole number in range.");
        out = static_cast<std::uint32_t>(*found);
        return true;
    }

    /// "begin" and "end"; the whole sentence where they are missing.
    bool range(Members& members, coverage::SentencePlace of, text::Range& out) {
        out = documents_[of.document].sentences[of.sentence];
        const auto begin = members.find("begin");
        const auto end = members.find("end");
        if (!begin || !end) return true;
        const auto from = byte(*begin, of.document);
        const auto to = byte(*end, of.document);
        if (!from || !to || *from > *to) return fail("begin", "is no range of the text.");
        out = {*from, *to};
        return true;
    }
    [[nodiscard]] std::optional<std::uint32_t> byte(const Value& value, std::uint32_t document) const {
        const auto units = value.integer();
        if (!units || *units < 0) return std::nullopt;
        return positions_[document].byte_from_units(static_cast<std::uint64_t>(*units));
    }

    bool claim(Members& members, engine::Claim& out) {
        double similarity = 0;
        const bool read = each(members, "mentions", [&](Members& item) {
            engine::ClaimMention& mention = out.mentions.emplace_back();
            return place(item, mention.place) && word(item, "relation", mention.relation) &&
                   word(item, "difference", mention.difference);
        });
        if (!read || !number(members, "similarity", similarity)) return false;
        if (!(similarity >= 0 && similarity <= 1)) return fail("similarity", "is not between 0 and 1.");
        out.similarity = static_cast<float>(similarity);
        return count(members, "origins", out.origins) && each(members, "evidence", [&](Members& item) {
                   engine::SharedEvidence& evidence = out.evidence.emplace_back();
                   return word(item, "kind", evidence.kind) && string(item, "text", evidence.text);
               });
    }

    bool quote(Members& members, engine::Quotation& out) {
        return string(members, "speaker", out.speaker) && each(members, "mentions", [&](Members& item) {
                   engine::QuoteMention& mention = out.mentions.emplace_back();
                   return place(item, mention.place) && range(item, mention.place, mention.range) &&
                          word(item, "fidelity", mention.fidelity) &&
                          string(item, "speaker", mention.speaker);
               });
    }

    bool figure(Members& members, engine::Figure& out) {
        return string(members, "quantity", out.quantity) && flag(members, "agree", out.agree) &&
               each(members, "mentions", [&](Members& item) {
                   engine::FigureMention& mention = out.mentions.emplace_back();
                   if (!place(item, mention.place) || !range(item, mention.place, mention.range) ||
                       !number(item, "value", mention.value)) {
                       return false;
                   }
                   mention.value_high = mention.value;
                   return number(item, "value_high", mention.value_high) &&
                          string(item, "unit", mention.unit) &&
                          flag(item, "approximate", mention.approximate) && count(item, "camp", mention.camp);
               });
    }

    bool copied(Members& members, engine::CopiedPassage& out) {
        return count(members, "words", out.words) && flag(members, "verbatim", out.verbatim) &&
               each(members, "mentions", [&](Members& item) {
                   engine::CopiedMention& mention = out.mentions.emplace_back();
                   if (!index(item, "document", documents_.size(), mention.document)) return false;
                   const std::size_t sentences = documents_[mention.document].sentences.size();
                   return index(item, "first_sentence", sentences, mention.first_sentence) &&
                          index(item, "last_sentence", sentences, mention.last_sentence) &&
                          (mention.first_sentence <= mention.last_sentence ||
                           fail("last_sentence", "stands before the first."));
               });
    }

    bool shares(Members& members, std::vector<float>& out) {
        const auto array = members.find("copied_share");
        if (!array) return true;
        if (!array->is_array() || array->size() != documents_.size())
            return fail("copied_share", "has not a number a document.");
        for (auto item = array->first(); item; item = item->next(*array)) {
            const auto share = item->number();
            if (!share || !(*share >= 0 && *share <= 1))
                return fail("copied_share", "is not between 0 and 1.");
            out.push_back(static_cast<float>(*share));
        }
        return true;
    }

    bool term(Members& members, engine::DistinctiveTerm& out) {
        double z = 0;
        if (!index(members, "document", documents_.size(), out.document) ||
            !string(members, "term", out.term) || !number(members, "z", z))
            return false;
        out.z = static_cast<float>(z);
        const auto array = members.find("sentences");
        if (!array) return true;
        if (!array->is_array()) return fail("sentences", "is not an array.");
        for (auto item = array->first(); item; item = item->next(*array)) {
            const auto sentence = item->integer();
            if (!sentence || *sentence < 0 ||
                std::cmp_greater_equal(*sentence, documents_[out.document].sentences.size())) {
                return fail("sentences", "is no sentence of the document.");
            }
            out.sentences.push_back(static_cast<std::uint32_t>(*sentence));
        }
        return true;
    }

    std::span<const document::Document> documents_;
    std::span<const Positions> positions_;
    std::string path_;
};

}  // namespace

std::string read_coverage(const Value& root, std::span<const document::Document> documents,
                          std::span<const Positions> positions, engine::Coverage& out) {
    CoverageReader reader(documents, positions);
    return reader.read(root, out) ? std::string() : std::move(reader.problem);
}

}  // namespace twicetold::report
