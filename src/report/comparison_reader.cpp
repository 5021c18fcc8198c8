#include "report/comparison_reader.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "report/coverage_reader.h"
#include "report/json_tape.h"
#include "report/names.h"
#include "report/positions.h"

namespace twicetold::report {
namespace {

using document::Document;
using document::Paragraph;
using engine::Comparison;
using engine::SentenceSpan;
using text::Range;

/// Reads one comparison from a tape. The functions return false once something is wrong, and `error` then says what.
class ComparisonReader {
public:
    bool read(const Value& root, Comparison& out) {
        Members members(root);
        const auto format = members.find("format");
        if (!format || format->string() != "twicetold-comparison") {
            return fail_with("not-a-comparison",
                             R"(This is no comparison: "format" is not "twicetold-comparison".)");
        }
        const auto version = members.find("version");
        if (!version || version->integer() != 1) {
            return fail_with(
                "unsupported-version",
                "This comparison was written in a version of the format that this program does not read.");
        }
        return word(members, "mode", out.options.mode) && word(members, "position_encoding", encoding_) &&
               options(members, out.options) && warnings(members, out.warnings) &&
               boolean(members, "degraded", out.degraded) && documents(members, out) && steps(members, out) &&
               lineage(members, out) && collation(members, out) && coverage(root, out);
    }

    engine::Error error;

private:
    // ------------------------------------------------------------------------------------------------ what went wrong

    bool fail_with(std::string code, std::string message) {
        error = {std::move(code), std::move(message)};
        return false;
    }

    /// `what` ends the sentence that the path begins: "steps[0].edits: do not reproduce the texts."
    bool fail(std::string_view what) {
        std::string message;
        for (const Place& place : path_) {
            if (!message.empty() && !place.name.empty()) message += '.';
            message += place.name;
            if (place.name.empty()) message += "[" + std::to_string(place.index) + "]";
        }
        message += ": ";
        message += what;
        return fail_with("bad-comparison", std::move(message));
    }
    bool fail_at(std::string_view member, std::string_view what) {
        const At at(*this, member);
        return fail(what);
    }

    struct Place {
        std::string_view name;  ///< of a member; empty: `index` counts
        std::size_t index = 0;
    };
    /// Where the reader is, while this lives.
    class At {
    public:
        At(ComparisonReader& reader, std::string_view name) : path_(reader.path_) {
            path_.push_back({name, 0});
        }
        At(ComparisonReader& reader, std::size_t index) : path_(reader.path_) {
            path_.push_back({{}, index});
        }
        At(const At&) = delete;
        At& operator=(const At&) = delete;
        ~At() { path_.pop_back(); }

    private:
        std::vector<Place>& path_;
    };

    // -------------------------------------------------------------------------------------------------- plain members

    /// One of the names of `E`. Required.
    template <class E>
    bool word(Members& members, std::string_view key, E& out) {
        const auto value = members.find(key);
        const auto name = value ? value->string() : std::nullopt;
        const auto known = name ? value_of<E>(*name) : std::nullopt;
        if (!known) return fail_at(key, value ? "is none of the words known here." : "is missing.");
        out = *known;
        return true;
    }

    bool string(Members& members, std::string_view key, std::string& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const auto text = value->string();
        if (!text) return fail_at(key, "is not a string.");
        out = *text;
        return true;
    }

    bool boolean(Members& members, std::string_view key, bool& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const auto flag = value->boolean();
        if (!flag) return fail_at(key, "is neither true nor false.");
        out = *flag;
        return true;
    }

    template <class Integer>
    bool integer(Members& members, std::string_view key, Integer& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const auto number = value->integer();
        if (!number || !std::in_range<Integer>(*number)) return fail_at(key, "is no whole number in range.");
        out = static_cast<Integer>(*number);
        return true;
    }

    /// An index below `count`. Required.
    bool index(Members& members, std::string_view key, std::size_t count, std::uint32_t& out) {
        const auto value = members.find(key);
        const auto number = value ? value->integer() : std::nullopt;
        if (!number || *number < 0 || std::cmp_greater_equal(*number, count)) {
            return fail_at(key, value ? "is out of range." : "is missing.");
        }
        out = static_cast<std::uint32_t>(*number);
        return true;
    }

    /// Calls `read(item)` for every item of the array at `key`. A missing array is an empty one.
    template <class Read>
    bool each(Members& members, std::string_view key, Read read) {
        const auto array = members.find(key);
        if (!array) return true;
        const At at(*this, key);
        if (!array->is_array()) return fail("is not an array.");
        std::size_t count = 0;
        for (auto item = array->first(); item; item = item->next(*array)) {
            const At at_item(*this, count++);
            if (!read(*item)) return false;
        }
        return true;
    }

    // ------------------------------------------------------------------------------------------- options and warnings

    bool options(Members& members, engine::Options& out) {
        const auto value = members.find("options");
        if (!value) return true;
        const At at(*this, "options");
        Members list(*value);
        return each(list, "ignore",
                    [&](const Value& item) {
                        const auto name = item.string();
                        const auto flag = name ? ignore_of(*name) : std::nullopt;
                        if (!flag) return fail("is nothing that can be ignored.");
                        out.ignore = out.ignore | *flag;
                        return true;
                    }) &&
               string(list, "language", out.language) && integer(list, "budget", out.budget) &&
               boolean(list, "first_to_last", out.first_to_last) &&
               boolean(list, "collation", out.collation) && boolean(list, "pairs", out.pairs);
    }

    bool warnings(Members& members, std::vector<engine::Warning>& out) {
        return each(members, "warnings", [&](const Value& item) {
            Members warning(item);
            engine::Warning& added = out.emplace_back();
            return string(warning, "code", added.code) && string(warning, "message", added.message);
        });
    }

    // ------------------------------------------------------------------------------------------------------ documents

    bool documents(Members& members, Comparison& out) {
        if (!each(members, "documents",
                  [&](const Value& item) { return document(item, out.documents.emplace_back()); })) {
            return false;
        }
        // The texts stay where they are from here on.
        positions_.clear();
        for (const Document& each : out.documents) positions_.emplace_back(each.text, encoding_);
        return true;
    }

    bool document(const Value& value, Document& out) {
        Members members(value);
        if (!string(members, "id", out.id) || !string(members, "published", out.published) ||
            !string(members, "source", out.source) || !string(members, "language", out.language)) {
            return false;
        }
        const auto body = members.find("text");
        const auto content = body ? body->string() : std::nullopt;
        if (!content) return fail_at("text", "is missing or not a string.");
        if (content->size() > engine::max_document_bytes) return fail_at("text", "is too long.");
        out.text = *content;

        const Positions positions(out.text, encoding_);
        if (!optional_range(members, "title_range", positions, out.title) ||
            !boolean(members, "title_guessed", out.title_guessed) ||
            !optional_range(members, "byline_range", positions, out.byline)) {
            return false;
        }
        const bool apart = out.title.end <= out.byline.begin || out.byline.end <= out.title.begin;
        if (!out.title.empty() && !out.byline.empty() && !apart) return fail("title and byline overlap.");
        const std::uint32_t head = std::max(out.title.end, out.byline.end);
        return each(members, "paragraphs", [&](const Value& item) {
            const std::uint32_t from = out.paragraphs.empty() ? head : out.paragraphs.back().range.end;
            return paragraph(item, positions, from, out);
        });
    }

    bool paragraph(const Value& value, const Positions& positions, std::uint32_t from, Document& out) {
        Members members(value);
        Paragraph added;
        if (!word(members, "kind", added.kind)) return false;
        const auto range_value = members.find("range");
        if (range_value) {
            const At at(*this, "range");
            if (!range(*range_value, positions, added.range)) return false;
        }
        added.first_sentence = static_cast<std::uint32_t>(out.sentences.size());
        const bool read = each(members, "sentences", [&](const Value& item) {
            Range sentence;
            if (!range(item, positions, sentence)) return false;
            const bool is_first = out.sentences.size() == added.first_sentence;
            if (!is_first && sentence.begin < out.sentences.back().end)
                return fail("overlaps the one before it.");
            out.sentences.push_back(sentence);
            return true;
        });
        if (!read) return false;
        added.last_sentence = static_cast<std::uint32_t>(out.sentences.size());
        const bool has_sentences = added.first_sentence < added.last_sentence;
        if (!range_value) {
            if (!has_sentences) return fail("has neither a range nor sentences.");
            added.range = {out.sentences[added.first_sentence].begin, out.sentences.back().end};
        }
        if (added.range.begin < from) return fail("overlaps what stands before it.");
        if (has_sentences && (out.sentences[added.first_sentence].begin < added.range.begin ||
                              out.sentences.back().end > added.range.end)) {
            return fail("does not contain its sentences.");
        }
        out.paragraphs.push_back(added);
        return true;
    }

    /// [begin, end]
    bool range(const Value& value, const Positions& positions, Range& out) {
        const auto begin = value.is_array() && value.size() == 2 ? value.first() : std::nullopt;
        const auto end = begin ? begin->next(value) : std::nullopt;
        return end ? range(*begin, *end, positions, out) : fail("is not a pair [begin, end].");
    }
    bool range(const Value& begin, const Value& end, const Positions& positions, Range& out) {
        const auto from = byte(begin, positions);
        const auto to = byte(end, positions);
        if (!from || !to || *from > *to) return fail("is no range of the text.");
        out = {*from, *to};
        return true;
    }
    bool optional_range(Members& members, std::string_view key, const Positions& positions, Range& out) {
        const auto value = members.find(key);
        if (!value) return true;
        const At at(*this, key);
        return range(*value, positions, out);
    }
    static std::optional<std::uint32_t> byte(const Value& value, const Positions& positions) {
        const auto units = value.integer();
        if (!units || *units < 0) return std::nullopt;
        return positions.byte_from_units(static_cast<std::uint64_t>(*units));
    }

    // ---------------------------------------------------------------------------------------------------------- steps

    struct Side {
        const Document* document = nullptr;
        const Positions* positions = nullptr;
    };

    bool steps(Members& members, Comparison& out) {
        return each(members, "steps", [&](const Value& item) {
            engine::Step& step = out.steps.emplace_back();
            Members list(item);
            if (!index(list, "before", out.documents.size(), step.before) ||
                !index(list, "after", out.documents.size(), step.after)) {
                return false;
            }
            const Side before{&out.documents[step.before], &positions_[step.before]};
            const Side after{&out.documents[step.after], &positions_[step.after]};
            return boolean(list, "correction_note", step.correction_note) &&
                   integer(list, "ignored", step.ignored) && moves(list, before, after, step) &&
                   alignment(list, before, after, step) && changes(list, before, after, step) &&
                   edits(list, before, after, step);
        });
    }

    bool moves(Members& members, const Side& before, const Side& after, engine::Step& step) {
        return each(members, "moves", [&](const Value& item) {
            Members list(item);
            engine::Move& move = step.moves.emplace_back();
            const auto id = list.find("id");
            if (!id || id->string() != "m" + std::to_string(step.moves.size())) {
                return fail_at("id", "is not \"m1\", \"m2\" … in order.");
            }
            if (!span(list, "before", before, move.before) || !span(list, "after", after, move.after))
                return false;
            if (move.before.empty() || move.after.empty()) return fail("has no sentences on one side.");
            return true;
        });
    }

    /// The member "move": an id from `step.moves`, or nothing.
    bool move_member(Members& members, const engine::Step& step, std::int32_t& out) {
        const auto value = members.find("move");
        if (!value) return true;
        const auto id = value->string();
        std::size_t number = 0;
        const bool lettered = id && id->size() >= 2 && id->size() <= 10 && id->front() == 'm';
        if (lettered) {
            for (const char digit : id->substr(1)) {
                number = digit >= '0' && digit <= '9' ? number * 10 + static_cast<std::size_t>(digit - '0')
                                                      : std::numeric_limits<std::uint32_t>::max();
            }
        }
        if (number == 0 || number > step.moves.size()) return fail_at("move", "names no move of this step.");
        out = static_cast<std::int32_t>(number - 1);
        return true;
    }

    static bool is_sentence(std::int64_t number, const Document& document) {
        if (number == engine::title_sentence) return !document.title.empty();
        if (number == engine::byline_sentence) return !document.byline.empty();
        return number >= 0 && std::cmp_less(number, document.sentences.size());
    }

    /// A list of neighbouring sentences.
    bool span(Members& members, std::string_view key, const Side& of, SentenceSpan& out) {
        bool is_first = true;
        return each(members, key, [&](const Value& item) {
            const auto number = item.integer();
            if (!number || !is_sentence(*number, *of.document))
                return fail("is no sentence of the document.");
            const auto sentence = static_cast<std::int32_t>(*number);
            if (is_first)
                out.first = sentence;
            else if (sentence != out.last)
                return fail("does not follow the sentence before it.");
            out.last = sentence + 1;
            is_first = false;
            return true;
        });
    }

    /// Which sentences have had a row.
    class Cover {
    public:
        explicit Cover(const Document& document) : seen_(document.sentences.size() + 2, false) {}
        bool add(SentenceSpan span) {
            for (std::int32_t i = span.first; i < span.last; ++i) {
                const auto at = static_cast<std::size_t>(i + 2);
                if (seen_[at]) return false;
                seen_[at] = true;
            }
            return true;
        }
        [[nodiscard]] bool has_whole_body() const {
            for (std::size_t i = 2; i < seen_.size(); ++i) {
                if (!seen_[i]) return false;
            }
            return true;
        }

    private:
        std::vector<bool> seen_;
    };

    bool alignment(Members& members, const Side& before, const Side& after, engine::Step& step) {
        Cover covered_before(*before.document);
        Cover covered_after(*after.document);
        const bool read = each(members, "alignment", [&](const Value& item) {
            engine::AlignmentGroup& group = step.alignment.emplace_back();
            return this->group(item, before, after, step, group) &&
                   ((covered_before.add(group.before) && covered_after.add(group.after)) ||
                    fail("holds a sentence that an earlier row holds."));
        });
        if (!read) return false;
        if (!covered_before.has_whole_body() || !covered_after.has_whole_body()) {
            return fail_at("alignment", "leaves out a sentence.");
        }
        return true;
    }

    bool group(const Value& value, const Side& before, const Side& after, const engine::Step& step,
               engine::AlignmentGroup& out) {
        Members members(value);
        if (!span(members, "before", before, out.before) || !span(members, "after", after, out.after) ||
            !word(members, "relation", out.relation)) {
            return false;
        }
        const bool wants_before = out.relation != engine::Relation::added;
        const bool wants_after = out.relation != engine::Relation::removed;
        if (out.before.empty() == wants_before || out.after.empty() == wants_after) {
            return fail("has sentences on a side where its relation has none, or none where it has some.");
        }
        out.reason = wants_before && wants_after ? engine::Reason::similar : engine::Reason::none;
        if (members.find("reason") && !word(members, "reason", out.reason)) return false;
        if (!move_member(members, step, out.move)) return false;
        const auto similarity = members.find("similarity");
        if (similarity) {
            const auto number = similarity->number();
            if (!number || !(*number >= 0 && *number <= 1))
                return fail_at("similarity", "is not between 0 and 1.");
            out.similarity = static_cast<float>(*number);
        }
        return true;
    }

    bool changes(Members& members, const Side& before, const Side& after, engine::Step& step) {
        return each(members, "changes", [&](const Value& item) {
            Members list(item);
            engine::Change& change = step.changes.emplace_back();
            if (!word(list, "kind", change.kind) || !word(list, "significance", change.significance))
                return false;
            std::uint32_t group = 0;
            if (list.find("group")) {
                if (!index(list, "group", step.alignment.size(), group)) return false;
                change.group = static_cast<std::int32_t>(group);
            }
            if (!move_member(list, step, change.move) ||
                !change_side(list, "before", before, change.before) ||
                !change_side(list, "after", after, change.after)) {
                return false;
            }
            return change.before.present || change.after.present || fail("has neither side.");
        });
    }

    bool change_side(Members& members, std::string_view key, const Side& of, engine::ChangeSide& out) {
        const auto value = members.find(key);
        if (!value || value->is_null()) return true;
        const At at(*this, key);
        Members list(*value);
        const auto sentence = list.find("sentence");
        const auto number = sentence ? sentence->integer() : std::nullopt;
        if (!number || !is_sentence(*number, *of.document))
            return fail_at("sentence", "is none of the document.");
        out.sentence = static_cast<std::int32_t>(*number);
        out.present = true;
        return place(list, of, out.range);
    }

    /// The members "begin" and "end".
    bool place(Members& members, const Side& of, Range& out) {
        const auto begin = members.find("begin");
        const auto end = members.find("end");
        if (!begin || !end) return fail("lacks \"begin\" or \"end\".");
        return range(*begin, *end, *of.positions, out);
    }

    // ---------------------------------------------------------------------------------------------------------- edits

    /// How far the edits have come in one text.
    struct Reach {
        Side of;
        std::uint32_t byte = 0;
        std::uint64_t units = 0;
    };

    bool edits(Members& members, const Side& before, const Side& after, engine::Step& step) {
        Reach in_before{before};
        Reach in_after{after};
        const bool read = each(members, "edits", [&](const Value& item) {
            return edit(item, in_before, in_after, step, step.edits.emplace_back());
        });
        if (!read) return false;
        if (in_before.byte != before.document->text.size() || in_after.byte != after.document->text.size()) {
            return fail_at("edits", "do not reproduce the texts.");
        }
        return true;
    }

    bool edit(const Value& value, Reach& before, Reach& after, engine::Step& step, engine::Edit& out) {
        const auto sign = value.first();
        const auto word = sign ? sign->string() : std::nullopt;
        const auto piece = sign ? sign->next(value) : std::nullopt;
        if (!word || !piece) return fail("is not an array of an operation and a text.");
        const auto third = piece->next(value);
        if (*word == "=") {
            out.operation = engine::EditOperation::equal;
            if (!advance(*piece, before, out.before) || !advance(third.value_or(*piece), after, out.after))
                return false;
            return true;
        }
        if (*word != "-" && *word != "+")
            return fail("has an operation that is none of \"=\", \"-\" and \"+\".");
        const bool removes = *word == "-";
        out.operation = removes ? engine::EditOperation::remove : engine::EditOperation::insert;
        // The other side is where the script stands there, as in the engine's own results.
        out.before = {before.byte, before.byte};
        out.after = {after.byte, after.byte};
        if (!(removes ? advance(*piece, before, out.before) : advance(*piece, after, out.after)))
            return false;
        if (!third) return true;
        Members list(*third);
        if (!move_member(list, step, out.move)) return false;
        return removes || inner(list, before.of, after.of, step, out);
    }

    /// Passes over the next piece of a text, given as itself or as its length.
    bool advance(const Value& piece, Reach& reach, Range& out) {
        const std::string_view text = reach.of.document->text;
        out.begin = out.end = reach.byte;
        if (const auto expected = piece.string()) {
            if (text.substr(reach.byte, expected->size()) != *expected)
                return fail("does not reproduce the text.");
            reach.byte += static_cast<std::uint32_t>(expected->size());
            reach.units += reach.of.positions->length(*expected);
        } else {
            const auto length = piece.integer();
            if (!length || *length < 0 || std::cmp_greater(*length, text.size())) {
                return fail("has neither a text nor the length of one.");
            }
            reach.units += static_cast<std::uint64_t>(*length);
            const auto byte = reach.of.positions->byte_from_units(reach.units);
            if (!byte) return fail("goes beyond the text.");
            reach.byte = *byte;
        }
        out.end = reach.byte;
        return true;
    }

    bool inner(Members& members, const Side& before, const Side& after, engine::Step& step,
               engine::Edit& out) {
        out.inner_first = out.inner_last = static_cast<std::uint32_t>(step.inner.size());
        const bool read = each(members, "inner_at", [&](const Value& item) {
            engine::InnerEdit added;
            const auto first = item.is_array() && item.size() == 2 ? item.first() : std::nullopt;
            const auto second = first ? first->next(item) : std::nullopt;
            if (!second) return fail("is not a pair of ranges.");
            if (!range(*first, *before.positions, added.before) ||
                !range(*second, *after.positions, added.after)) {
                return false;
            }
            if (added.after.begin < out.after.begin || added.after.end > out.after.end) {
                return fail("lies outside the moved passage.");
            }
            const bool is_first = step.inner.size() == out.inner_first;
            if (!is_first && (added.after.begin < step.inner.back().after.end ||
                              added.before.begin < step.inner.back().before.end)) {
                return fail("overlaps the one before it.");
            }
            step.inner.push_back(added);
            return true;
        });
        if (!read) return false;
        out.inner_last = static_cast<std::uint32_t>(step.inner.size());
        if (out.inner_first < out.inner_last && out.move < 0)
            return fail("has edits inside, but is no move.");
        return true;
    }

    // ------------------------------------------------------------------------------------------------- all versions

    bool lineage(Members& members, Comparison& out) {
        return each(members, "lineage", [&](const Value& item) {
            Members list(item);
            engine::Lineage& added = out.lineage.emplace_back();
            if (!index(list, "first", out.documents.size(), added.first) ||
                !index(list, "last", out.documents.size(), added.last) || !word(list, "fate", added.fate)) {
                return false;
            }
            if (added.first > added.last) return fail("ends before it begins.");
            return each(list, "sentences",
                        [&](const Value& place) {
                            return sentence_place(place, out, added.sentences.emplace_back());
                        }) &&
                   each(list, "edited", [&](const Value& version) {
                       const auto number = version.integer();
                       if (!number || *number < added.first || *number > added.last)
                           return fail("is out of range.");
                       added.edited.push_back(static_cast<std::uint32_t>(*number));
                       return true;
                   });
        });
    }

    bool sentence_place(const Value& value, const Comparison& of, engine::SentencePlace& out) {
        const auto first = value.is_array() && value.size() == 2 ? value.first() : std::nullopt;
        const auto second = first ? first->next(value) : std::nullopt;
        const std::int64_t version = first ? first->integer().value_or(-1) : -1;
        const std::int64_t sentence = second ? second->integer().value_or(-1) : -1;
        if (version < 0 || std::cmp_greater_equal(version, of.documents.size()) || sentence < 0 ||
            !is_sentence(sentence, of.documents[static_cast<std::size_t>(version)])) {
            return fail("is no sentence of a document.");
        }
        out = {static_cast<std::uint32_t>(version), static_cast<std::uint32_t>(sentence)};
        return true;
    }

    bool collation(Members& members, Comparison& out) {
        const std::size_t versions = out.documents.size();
        std::vector<std::uint32_t> reach(versions, 0);  // how far the cells have come in each text
        return each(members, "collation", [&](const Value& row) {
            if (!row.is_array() || row.size() != versions || versions == 0)
                return fail("has not a cell a document.");
            out.collation.versions = static_cast<std::uint32_t>(versions);
            std::size_t version = 0;
            for (auto item = row.first(); item; item = item->next(row), ++version) {
                const At at(*this, version);
                Range& read = out.collation.cells.emplace_back();
                if (!cell(*item, out.documents[version], positions_[version], reach[version], read))
                    return false;
                if (!read.empty()) reach[version] = read.end;
            }
            return true;
        });
    }

    /// A word, which is the next of its kind from `from` on; or its place.
    bool cell(const Value& value, const Document& document, const Positions& positions, std::uint32_t from,
              Range& out) {
        if (value.is_null()) return true;
        if (!value.string()) {
            return range(value, positions, out) &&
                   (out.begin >= from || fail("does not follow the cell above it."));
        }
        const std::size_t found = document.text.find(*value.string(), from);
        if (found == std::string::npos) return fail("is not in the text, or not behind the cell above it.");
        out.begin = static_cast<std::uint32_t>(found);
        out.end = out.begin + static_cast<std::uint32_t>(value.string()->size());
        return true;
    }

    bool coverage(const Value& root, Comparison& out) {
        std::string problem = read_coverage(root, out.documents, positions_, out.coverage);
        return problem.empty() || fail_with("bad-comparison", std::move(problem));
    }

    PositionEncoding encoding_ = PositionEncoding::utf_16;
    std::vector<Positions> positions_;  ///< one a document
    std::vector<Place> path_;
};

ReadResult read_tape(const std::optional<engine::Error>& failure, const Tape& tape) {
    ReadResult result;
    if (failure) {
        result.error = *failure;
        return result;
    }
    ComparisonReader reader;
    result.comparison.emplace();
    if (!reader.read(tape.root(), *result.comparison)) {
        result.comparison.reset();
        result.error = std::move(reader.error);
    }
    return result;
}

}  // namespace

ReadResult read_json(std::string_view json) {
    Tape tape;
    const auto failure = parse_json(json, tape);
    return read_tape(failure, tape);
}

ReadResult read_cbor(std::string_view cbor) {
    Tape tape;
    const auto failure = parse_cbor(cbor, tape);
    return read_tape(failure, tape);
}

ReadResult read_comparison(std::string_view bytes) {
    const auto first = bytes.empty() ? 0U : static_cast<unsigned>(static_cast<unsigned char>(bytes.front()));
    return first >= 0xa0U && first <= 0xbfU ? read_cbor(bytes) : read_json(bytes);
}

}  // namespace twicetold::report
