#include "report/comparison_json.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

#include "report/coverage_json.h"
#include "report/positions.h"
#include "report/summary.h"

namespace twicetold::report {
namespace {

using document::Document;
using document::Paragraph;
using engine::Comparison;
using text::Range;

/// "c1", "m12" without an allocation.
class Id {
public:
    Id(char letter, std::size_t index) {
        std::size_t at = sizeof characters_;
        for (std::size_t number = index + 1; number > 0; number /= 10) {
            characters_[--at] = static_cast<char>('0' + number % 10);
        }
        characters_[--at] = letter;
        begin_ = at;
    }
    [[nodiscard]] std::string_view view() const {
        return {characters_ + begin_, sizeof characters_ - begin_};
    }

private:
    char characters_[24] = {};
    std::size_t begin_ = 0;
};

/// Writes the parts of a comparison to a JsonWriter or a CborWriter.
template <class Writer>
class ComparisonWriter {
public:
    ComparisonWriter(Writer& writer, PositionEncoding encoding, bool compact)
        : writer_(writer), encoding_(encoding), compact_(compact) {}

    void comparison(const Comparison& comparison, const RequestId& id) {
        positions_.reserve(comparison.documents.size());
        for (const Document& each : comparison.documents) positions_.emplace_back(each.text, encoding_);

        writer_.begin_object(Items::on_lines);
        request_id(id);
        member("format", "twicetold-comparison");
        number("version", 1);
        member("mode", name_of(comparison.options.mode));
        member("position_encoding", name_of(encoding_));
        writer_.key("options");
        options(comparison.options);
        warnings(comparison.warnings);
        writer_.key("degraded");
        writer_.boolean(comparison.degraded);
        if (compact_) {
            writer_.key("compact");
            writer_.boolean(true);
        }
        writer_.key("documents");
        writer_.begin_array(comparison.documents.size(), Items::on_lines);
        for (std::size_t i = 0; i < comparison.documents.size(); ++i) {
            writer_.begin_object(Items::on_lines);
            document_members(comparison.documents[i], positions_[i]);
            writer_.end_object();
        }
        writer_.end_array();
        if (comparison.options.mode == engine::Mode::coverage) {
            CoverageWriter<Writer>(writer_, comparison, positions_).members();
        } else {
            versions_members(comparison);
        }
        writer_.end_object();
    }

    void document_file(const Document& document, const std::vector<engine::Warning>& list) {
        const Positions positions(document.text, encoding_);
        writer_.begin_object(Items::on_lines);
        member("format", "twicetold-document");
        number("version", 1);
        member("position_encoding", name_of(encoding_));
        warnings(list);
        document_members(document, positions);
        writer_.end_object();
    }

private:
    void versions_members(const Comparison& comparison) {
        writer_.key("steps");
        writer_.begin_array(comparison.steps.size(), Items::on_lines);
        for (const engine::Step& each : comparison.steps) step(comparison, each);
        writer_.end_array();
        lineage(comparison.lineage);
        collation(comparison);
    }

    void member(std::string_view key, std::string_view value) {
        writer_.key(key);
        writer_.string(value);
    }
    void number(std::string_view key, std::int64_t value) {
        writer_.key(key);
        writer_.number(value);
    }

    void request_id(const RequestId& id) {
        if (const auto* integer = std::get_if<std::int64_t>(&id)) number("id", *integer);
        if (const auto* word = std::get_if<std::string>(&id)) member("id", *word);
    }

    void options(const engine::Options& options) {
        const auto is_ignored = [&](const IgnoreName& each) { return ignores(options.ignore, each.flag); };
        writer_.begin_object();
        writer_.key("ignore");
        writer_.begin_array(
            static_cast<std::size_t>(std::count_if(ignore_names.begin(), ignore_names.end(), is_ignored)));
        for (const IgnoreName& each : ignore_names) {
            if (is_ignored(each)) writer_.string(each.name);
        }
        writer_.end_array();
        member("language", options.language);
        constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        number("budget", static_cast<std::int64_t>(std::min(options.budget, most)));
        writer_.key("first_to_last");
        writer_.boolean(options.first_to_last);
        writer_.key("collation");
        writer_.boolean(options.collation);
        if (options.pairs) {
            writer_.key("pairs");
            writer_.boolean(true);
        }
        writer_.end_object();
    }

    void warnings(const std::vector<engine::Warning>& list) {
        writer_.key("warnings");
        writer_.begin_array(list.size(), Items::on_lines);
        for (const engine::Warning& each : list) {
            writer_.begin_object();
            member("code", each.code);
            member("message", each.message);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void pair(std::uint32_t begin, std::uint32_t end) {
        writer_.begin_array(2);
        writer_.number(begin);
        writer_.number(end);
        writer_.end_array();
    }
    void range(const Positions& positions, Range of) {
        pair(positions.units_from_byte(of.begin), positions.units_from_byte(of.end));
    }

    void document_members(const Document& document, const Positions& positions) {
        member("id", document.id);
        member("title", document.slice(document.title));
        member("byline", document.slice(document.byline));
        member("published", document.published);
        member("source", document.source);
        member("language", document.language);
        if (!document.title.empty()) {
            writer_.key("title_range");
            range(positions, document.title);
        }
        if (document.title_guessed) {
            writer_.key("title_guessed");
            writer_.boolean(true);
        }
        if (!document.byline.empty()) {
            writer_.key("byline_range");
            range(positions, document.byline);
        }
        writer_.key("paragraphs");
        writer_.begin_array(document.paragraphs.size(), Items::on_lines);
        for (const Paragraph& each : document.paragraphs) {
            writer_.begin_object();
            member("kind", name_of(each.kind));
            writer_.key("range");
            range(positions, each.range);
            writer_.key("sentences");
            writer_.begin_array(each.last_sentence - each.first_sentence);
            for (std::uint32_t i = each.first_sentence; i < each.last_sentence; ++i) {
                range(positions, document.sentences[i]);
            }
            writer_.end_array();
            writer_.end_object();
        }
        writer_.end_array();
        member("text", document.text);
    }

    void span(engine::SentenceSpan span) {
        writer_.begin_array(static_cast<std::size_t>(std::max(0, span.size())));
        for (std::int32_t i = span.first; i < span.last; ++i) writer_.number(i);
        writer_.end_array();
    }

    void move_member(std::int32_t move) {
        if (move < 0) return;
        member("move", Id('m', static_cast<std::size_t>(move)).view());
    }

    void step(const Comparison& comparison, const engine::Step& step) {
        const Side before{comparison.documents[step.before], positions_[step.before]};
        const Side after{comparison.documents[step.after], positions_[step.after]};
        writer_.begin_object(Items::on_lines);
        number("before", step.before);
        number("after", step.after);
        member("summary", summary(step));
        writer_.key("correction_note");
        writer_.boolean(step.correction_note);
        number("ignored", step.ignored);
        writer_.key("alignment");
        writer_.begin_array(step.alignment.size(), Items::on_lines);
        for (const engine::AlignmentGroup& each : step.alignment) group(each);
        writer_.end_array();
        writer_.key("moves");
        writer_.begin_array(step.moves.size(), Items::on_lines);
        for (std::size_t i = 0; i < step.moves.size(); ++i) {
            writer_.begin_object();
            member("id", Id('m', i).view());
            writer_.key("before");
            span(step.moves[i].before);
            writer_.key("after");
            span(step.moves[i].after);
            writer_.end_object();
        }
        writer_.end_array();
        writer_.key("changes");
        writer_.begin_array(step.changes.size(), Items::on_lines);
        for (std::size_t i = 0; i < step.changes.size(); ++i) {
            change(Id('c', i).view(), step.changes[i], before, after);
        }
        writer_.end_array();
        writer_.key("edits");
        writer_.begin_array(step.edits.size(), Items::on_lines);
        for (const engine::Edit& each : step.edits) edit(each, step, before, after);
        writer_.end_array();
        writer_.end_object();
    }

    void lineage(const std::vector<engine::Lineage>& list) {
        if (list.empty()) return;
        writer_.key("lineage");
        writer_.begin_array(list.size(), Items::on_lines);
        for (const engine::Lineage& each : list) {
            writer_.begin_object();
            number("first", each.first);
            number("last", each.last);
            writer_.key("sentences");
            writer_.begin_array(each.sentences.size());
            for (const engine::SentencePlace& place : each.sentences) pair(place.version, place.sentence);
            writer_.end_array();
            writer_.key("edited");
            writer_.begin_array(each.edited.size());
            for (const std::uint32_t version : each.edited) writer_.number(version);
            writer_.end_array();
            member("fate", name_of(each.fate));
            writer_.end_object();
        }
        writer_.end_array();
    }

    void collation(const Comparison& comparison) {
        if (!comparison.options.collation) return;
        const engine::Collation& table = comparison.collation;
        writer_.key("collation");
        writer_.begin_array(table.rows(), Items::on_lines);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            writer_.begin_array(table.versions);
            for (std::size_t version = 0; version < table.versions; ++version) {
                const Range cell = table.cells[row * table.versions + version];
                if (cell.empty())
                    writer_.null();
                else if (compact_)
                    range(positions_[version], cell);
                else
                    writer_.string(comparison.documents[version].slice(cell));
            }
            writer_.end_array();
        }
        writer_.end_array();
    }

    struct Side {
        const Document& document;
        const Positions& positions;
    };

    void group(const engine::AlignmentGroup& group) {
        writer_.begin_object();
        writer_.key("before");
        span(group.before);
        writer_.key("after");
        span(group.after);
        member("relation", name_of(group.relation));
        member("reason", name_of(group.reason));
        writer_.key("moved");
        writer_.boolean(group.move >= 0);
        move_member(group.move);
        writer_.key("similarity");
        writer_.fraction(group.similarity);
        writer_.end_object();
    }

    void change(std::string_view id, const engine::Change& change, const Side& before, const Side& after) {
        writer_.begin_object();
        member("id", id);
        member("kind", name_of(change.kind));
        member("significance", name_of(change.significance));
        if (change.group >= 0) number("group", change.group);
        move_member(change.move);
        writer_.key("before");
        change_side(change.before, before);
        writer_.key("after");
        change_side(change.after, after);
        writer_.end_object();
    }

    void change_side(const engine::ChangeSide& side, const Side& of) {
        if (!side.present) {
            writer_.null();
            return;
        }
        writer_.begin_object();
        number("sentence", side.sentence);
        place(side.range, of);
        writer_.end_object();
    }

    /// The members "begin", "end" and, in the readable form, "text".
    void place(Range range, const Side& of) {
        number("begin", of.positions.units_from_byte(range.begin));
        number("end", of.positions.units_from_byte(range.end));
        if (!compact_) member("text", of.document.slice(range));
    }

    void edit(const engine::Edit& edit, const engine::Step& step, const Side& before, const Side& after) {
        switch (edit.operation) {
            case engine::EditOperation::equal: equal(edit, before, after); return;
            case engine::EditOperation::remove:
                writer_.begin_array(edit.move < 0 ? 2 : 3);
                writer_.string("-");
                piece(edit.before, before);
                if (edit.move >= 0) {
                    writer_.begin_object();
                    move_member(edit.move);
                    writer_.end_object();
                }
                writer_.end_array();
                return;
            case engine::EditOperation::insert:
                writer_.begin_array(edit.move < 0 ? 2 : 3);
                writer_.string("+");
                piece(edit.after, after);
                if (edit.move >= 0) moved_in(edit, step, before, after);
                writer_.end_array();
                return;
        }
    }

    void equal(const engine::Edit& edit, const Side& before, const Side& after) {
        const bool alike = compact_ ? length(edit.before, before) == length(edit.after, after)
                                    : before.document.slice(edit.before) == after.document.slice(edit.after);
        writer_.begin_array(alike ? 2 : 3);
        writer_.string("=");
        piece(edit.before, before);
        if (!alike) piece(edit.after, after);
        writer_.end_array();
    }

    void moved_in(const engine::Edit& edit, const engine::Step& step, const Side& before, const Side& after) {
        writer_.begin_object();
        move_member(edit.move);
        if (edit.inner_first < edit.inner_last) {
            const auto inner =
                std::span(step.inner).subspan(edit.inner_first, edit.inner_last - edit.inner_first);
            if (!compact_) {
                writer_.key("inner");
                writer_.begin_array(inner.size());
                for (const engine::InnerEdit& each : inner) {
                    writer_.begin_array(2);
                    writer_.string(before.document.slice(each.before));
                    writer_.string(after.document.slice(each.after));
                    writer_.end_array();
                }
                writer_.end_array();
            }
            writer_.key("inner_at");
            writer_.begin_array(inner.size());
            for (const engine::InnerEdit& each : inner) {
                writer_.begin_array(2);
                range(before.positions, each.before);
                range(after.positions, each.after);
                writer_.end_array();
            }
            writer_.end_array();
        }
        writer_.end_object();
    }

    static std::uint32_t length(Range range, const Side& of) {
        return of.positions.length(of.document.slice(range));
    }

    void piece(Range range, const Side& of) {
        if (compact_)
            writer_.number(length(range, of));
        else
            writer_.string(of.document.slice(range));
    }

    Writer& writer_;
    PositionEncoding encoding_;
    bool compact_;
    std::vector<Positions> positions_;  ///< one a document
};

}  // namespace

void write_json(Output& output, const Comparison& comparison, const JsonOptions& options) {
    JsonWriter writer(output, options.layout);
    ComparisonWriter<JsonWriter>(writer, options.position_encoding, options.compact)
        .comparison(comparison, options.id);
    writer.flush();
    output.write("\n");
}

void write_cbor(Output& output, const Comparison& comparison) {
    CborWriter writer(output);
    ComparisonWriter<CborWriter>(writer, PositionEncoding::utf_8, true).comparison(comparison, {});
}

void write_document_json(Output& output, const Document& document,
                         const std::vector<engine::Warning>& warnings, const JsonOptions& options) {
    JsonWriter writer(output, options.layout);
    ComparisonWriter<JsonWriter>(writer, options.position_encoding, options.compact)
        .document_file(document, warnings);
    writer.flush();
    output.write("\n");
}

namespace {

/// About what the result takes, so that it is not copied as it grows. Measured on prose.
std::size_t expected_size(const Comparison& comparison) {
    std::size_t bytes = 4096;
    for (const Document& each : comparison.documents) bytes += each.text.size() + each.sentences.size() * 20;
    for (const engine::Step& each : comparison.steps) {
        bytes += comparison.documents[each.before].text.size() + comparison.documents[each.after].text.size();
        bytes += each.alignment.size() * 110 + each.changes.size() * 210 + each.edits.size() * 12;
    }
    return bytes;
}

}  // namespace

std::string to_json(const Comparison& comparison, const JsonOptions& options) {
    StringOutput output;
    output.text.reserve(expected_size(comparison));
    write_json(output, comparison, options);
    return std::move(output.text);
}

std::string to_cbor(const Comparison& comparison) {
    StringOutput output;
    output.text.reserve(expected_size(comparison));
    write_cbor(output, comparison);
    return std::move(output.text);
}

}  // namespace twicetold::report
