#pragma once
// Comparisons made by hand, so that the reports are tested without the engine.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::tests {

using document::Document;
using engine::Comparison;
using text::Range;

/// Paragraphs and sentences laid out as a plain text file would hold them.
inline Document make_document(std::string id, std::string_view title, std::string_view byline,
                              const std::vector<std::vector<std::string>>& paragraphs) {
    Document document;
    document.id = std::move(id);
    const auto append = [&](std::string_view piece) {
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += piece;
        return Range{begin, static_cast<std::uint32_t>(document.text.size())};
    };
    if (!title.empty()) {
        document.title = append(title);
        document.text += "\n\n";
    }
    if (!byline.empty()) {
        document.byline = append(byline);
        document.text += "\n\n";
    }
    for (const auto& sentences : paragraphs) {
        if (!document.paragraphs.empty()) document.text += "\n\n";
        document::Paragraph paragraph;
        paragraph.first_sentence = static_cast<std::uint32_t>(document.sentences.size());
        for (const std::string& sentence : sentences) {
            if (document.sentences.size() > paragraph.first_sentence) document.text += " ";
            document.sentences.push_back(append(sentence));
        }
        paragraph.last_sentence = static_cast<std::uint32_t>(document.sentences.size());
        paragraph.range = {document.sentences[paragraph.first_sentence].begin, document.sentences.back().end};
        document.paragraphs.push_back(paragraph);
    }
    document.text += "\n";
    return document;
}

/// Where `words` stand in `document`, for the first time from `from` on.
inline Range find(const Document& document, std::string_view words, std::size_t from = 0) {
    const std::size_t at = document.text.find(words, from);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// Lays a script of edits over both texts, in order.
class Script {
public:
    explicit Script(engine::Step& step) : step_(step) {}
    Script& equal(std::size_t before, std::size_t after) {
        add(engine::EditOperation::equal, before, after);
        return *this;
    }
    Script& equal(std::size_t both) { return equal(both, both); }
    engine::Edit& remove(std::size_t bytes) { return add(engine::EditOperation::remove, bytes, 0); }
    engine::Edit& insert(std::size_t bytes) { return add(engine::EditOperation::insert, 0, bytes); }
    [[nodiscard]] std::uint32_t before() const { return before_; }
    [[nodiscard]] std::uint32_t after() const { return after_; }

private:
    engine::Edit& add(engine::EditOperation operation, std::size_t before, std::size_t after) {
        engine::Edit edit;
        edit.operation = operation;
        edit.before = {before_, before_ + static_cast<std::uint32_t>(before)};
        edit.after = {after_, after_ + static_cast<std::uint32_t>(after)};
        before_ = edit.before.end;
        after_ = edit.after.end;
        step_.edits.push_back(edit);
        return step_.edits.back();
    }
    engine::Step& step_;
    std::uint32_t before_ = 0;
    std::uint32_t after_ = 0;
};

/// Two versions of a report on a storm: a headline and a figure changed, a sentence moved with a word changed in it, one
/// removed, one added, a quotation mark ignored. Letters beyond ASCII and beyond the BMP stand before every change.
inline Comparison storm() {
    Comparison comparison;
    comparison.options.ignore = engine::Ignore::quotes | engine::Ignore::letter_case;
    comparison.options.language = "en";
    comparison.warnings.push_back({"byte-order-mark", "old.txt: a byte order mark was left out."});

    Document before = make_document("old.txt", "Storm 🌀 hits coast", "By Zoë Lee",
                                    {{"The storm killed 14 people.", "\"Awful\", said Bob."},
                                     {"Schools closed.", "Trains stopped at noon."},
                                     {"More follows."}});
    Document after = make_document("new.txt", "Storm 🌀 batters coast", "By Zoë Lee",
                                   {{"Trains halted at noon."},
                                    {"The storm killed 41 people.", "“Awful”, said Bob."},
                                    {"Schools closed.", "Roads flooded."}});
    before.published = "2026-03-04T08:00Z";
    after.published = "2026-03-04T17:30Z";
    after.source = "example.org";

    engine::Step step;
    using engine::Reason;
    using engine::Relation;
    step.alignment = {
        {{-1, 0}, {-1, 0}, Relation::edited, Reason::similar, -1, 0.75F},
        {{-2, -1}, {-2, -1}, Relation::same, Reason::identical, -1, 1.0F},
        {{3, 4}, {0, 1}, Relation::edited, Reason::similar, 0, 0.8333F},
        {{0, 1}, {1, 2}, Relation::edited, Reason::similar, -1, 0.9F},
        {{1, 2}, {2, 3}, Relation::same, Reason::identical, -1, 1.0F},
        {{2, 3}, {3, 4}, Relation::same, Reason::identical, -1, 1.0F},
        {{4, 5}, {0, 0}, Relation::removed, Reason::none, -1, 0.0F},
        {{0, 0}, {4, 5}, Relation::added, Reason::none, -1, 0.0F},
    };
    step.moves = {{{3, 4}, {0, 1}}};
    using engine::ChangeKind;
    using engine::Significance;
    const auto side = [](std::int32_t sentence, Range range) {
        return engine::ChangeSide{sentence, range, true};
    };
    const engine::ChangeSide nothing;
    step.changes = {
        {ChangeKind::headline, Significance::substantive, side(-1, find(before, "hits")),
         side(-1, find(after, "batters")), 0, -1},
        {ChangeKind::move, Significance::cosmetic, side(3, before.sentences[3]), side(0, after.sentences[0]),
         2, 0},
        {ChangeKind::wording, Significance::cosmetic, side(3, find(before, "stopped")),
         side(0, find(after, "halted")), 2, -1},
        {ChangeKind::figure, Significance::substantive, side(0, find(before, "14")),
         side(1, find(after, "41")), 3, -1},
        {ChangeKind::removal, Significance::substantive, side(4, before.sentences[4]), nothing, 6, -1},
        {ChangeKind::addition, Significance::substantive, nothing, side(4, after.sentences[4]), 7, -1},
    };
    step.ignored = 1;
    step.inner = {{find(before, "stopped"), find(after, "halted")}};

    Script script(step);
    script.equal(std::string_view("Storm 🌀 ").size());
    script.remove(4);
    script.insert(7);
    script.equal(std::string_view(" coast\n\nBy Zoë Lee\n\n").size());
    engine::Edit& moved_in = script.insert(after.sentences[0].size());
    moved_in.move = 0;
    moved_in.inner_first = 0;
    moved_in.inner_last = 1;
    script.insert(2);
    script.equal(std::string_view("The storm killed ").size());
    script.remove(2);
    script.insert(2);
    script.equal(find(before, "Schools closed. ").end - script.before(),
                 find(after, "Schools closed. ").end - script.after());
    script.remove(before.sentences[3].size()).move = 0;
    script.remove(before.text.size() - 1 - script.before());
    script.insert(after.text.size() - 1 - script.after());
    script.equal(1);

    comparison.documents = {std::move(before), std::move(after)};
    comparison.steps = {std::move(step)};
    return comparison;
}

}  // namespace twicetold::tests
