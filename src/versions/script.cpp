#include "versions/script.h"

#include <string>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace twicetold::versions {

using document::Tokenized;

namespace {

/// What is left of a gap when what is ignored is left out.
std::string folded_gap(std::string_view gap, text::Ignore ignore) {
    std::string kept;
    bool space = false;    // the last character kept was white space
    bool dropped = false;  // something was left out since: the space behind it went with it
    for (std::size_t position = 0; position < gap.size();) {
        const text::Decoded d = text::decode(gap, position);
        const std::string_view character = gap.substr(position, d.length);
        position += d.length;
        if (text::is_white_space(text::classify(d.code_point))) {
            const bool once = dropped && space;
            dropped = false;
            if (once) continue;
            kept += text::ignores(ignore, text::Ignore::whitespace) ? std::string_view(" ") : character;
            space = true;
            continue;
        }
        const std::string folded = text::fold_token(character, ignore);
        kept += folded;
        if (folded.empty()) {
            dropped = true;
        } else {
            space = dropped = false;
        }
    }
    return kept;
}

}  // namespace

ScriptWriter::ScriptWriter(const Tokenized& before, const Tokenized& after, Step& step)
    : before_(before), after_(after), step_(step) {}

bool ScriptWriter::gaps_equal(Range before, Range after, bool& exactly) const {
    const std::string_view one = before_.document->slice(before);
    const std::string_view other = after_.document->slice(after);
    exactly = one == other;
    if (exactly) return true;
    const text::Ignore ignore = before_.vocabulary->ignore();
    if (ignore == text::Ignore::nothing) return false;
    std::string a = folded_gap(one, ignore);
    std::string b = folded_gap(other, ignore);
    if (text::ignores(ignore, text::Ignore::whitespace)) {
        // A space more or less is white space too.
        std::erase(a, ' ');
        std::erase(b, ' ');
    }
    return a == b;
}

void ScriptWriter::emit(EditOperation operation, std::uint32_t before_end, std::uint32_t after_end,
                        std::int32_t move) {
    if (before_end == at_before_ && after_end == at_after_) return;
    Edit edit;
    edit.operation = operation;
    edit.before = {at_before_, before_end};
    edit.after = {at_after_, after_end};
    edit.move = move;
    at_before_ = before_end;
    at_after_ = after_end;
    if (!step_.edits.empty()) {
        Edit& last = step_.edits.back();
        if (last.operation == operation && last.move == move) {
            last.before.end = before_end;
            last.after.end = after_end;
            return;
        }
    }
    step_.edits.push_back(edit);
}

void ScriptWriter::equal(std::uint32_t before_end, std::uint32_t after_end) {
    emit(EditOperation::equal, before_end, after_end, -1);
}

void ScriptWriter::remove_until(std::uint32_t end, std::int32_t move) {
    emit(EditOperation::remove, end, at_after_, move);
}

void ScriptWriter::insert_until(std::uint32_t end, std::int32_t move, const std::vector<InnerEdit>& inner) {
    const auto first = static_cast<std::uint32_t>(step_.inner.size());
    step_.inner.insert(step_.inner.end(), inner.begin(), inner.end());
    const std::size_t count = step_.edits.size();
    emit(EditOperation::insert, at_before_, end, move);
    if (step_.edits.empty() || inner.empty()) return;
    Edit& edit = step_.edits.back();
    if (step_.edits.size() > count || edit.inner_first == edit.inner_last) edit.inner_first = first;
    edit.inner_last = static_cast<std::uint32_t>(step_.inner.size());
}

void ScriptWriter::gap(std::uint32_t before_end, std::uint32_t after_end, bool listed) {
    const Range before{at_before_, before_end};
    const Range after{at_after_, after_end};
    bool exactly = false;
    if (gaps_equal(before, after, exactly)) {
        if (!exactly) ++step_.ignored;
        equal(before_end, after_end);
        return;
    }
    // The break that a passage at the very beginning or end brought or took along belongs to that passage.
    const bool continues = !step_.edits.empty() && step_.edits.back().operation != EditOperation::equal;
    if (listed && !continues) gap_changes_.push_back({before, after});
    const auto extend = [&](EditOperation operation) {
        return continues && step_.edits.back().operation == operation ? step_.edits.back().move : -1;
    };
    if (!before.empty())
        emit(EditOperation::remove, before_end, at_after_,
             after.empty() ? extend(EditOperation::remove) : -1);
    if (!after.empty())
        emit(EditOperation::insert, at_before_, after_end,
             before.empty() ? extend(EditOperation::insert) : -1);
}

/// One replacement: the gaps around it stay equal where both sides have them. `before_limit` and `after_limit` are where the
/// next equal word begins (or the passage ends).
void ScriptWriter::replace(const WordEdit& edit, std::uint32_t before_limit, std::uint32_t after_limit) {
    const auto begin_of = [](const Tokenized& text, TokenSpan span, std::uint32_t limit) {
        return span.empty() ? limit : text.tokens[span.begin].begin;
    };
    const auto end_of = [](const Tokenized& text, TokenSpan span, std::uint32_t at) {
        return span.empty() ? at : text.tokens[span.end - 1].end;
    };
    bool exactly = false;
    if (!edit.before.empty() && !edit.after.empty()) {
        gap(begin_of(before_, edit.before, before_limit), begin_of(after_, edit.after, after_limit), false);
        remove_until(end_of(before_, edit.before, at_before_), -1);
        insert_until(end_of(after_, edit.after, at_after_), -1, {});
        return;
    }
    // Words that only came or went: one side has a single gap where the other has one on either hand of them.
    if (edit.before.empty()) {
        const Range single{at_before_, before_limit};
        const Range leading{at_after_, begin_of(after_, edit.after, after_limit)};
        if (gaps_equal(single, leading, exactly) && !single.empty()) equal(before_limit, leading.end);
        insert_until(end_of(after_, edit.after, at_after_), -1, {});
        // The gap behind the words came with them where the one before them was kept.
        if (at_before_ == before_limit) insert_until(after_limit, -1, {});
        return;
    }
    const Range single{at_after_, after_limit};
    const Range leading{at_before_, begin_of(before_, edit.before, before_limit)};
    if (gaps_equal(leading, single, exactly) && !single.empty()) equal(leading.end, after_limit);
    remove_until(end_of(before_, edit.before, at_before_), -1);
    if (at_after_ == after_limit) remove_until(before_limit, -1);
}

void ScriptWriter::pair(TokenSpan before_tokens, std::uint32_t before_end, TokenSpan after_tokens,
                        std::uint32_t after_end, const std::vector<WordEdit>& edits) {
    if (edits.empty() && !before_tokens.empty()) {
        // Most pairs of two versions are the same bytes: one operation for all of it.
        const std::uint32_t before_begin = before_.tokens[before_tokens.begin].begin;
        const std::uint32_t after_begin = after_.tokens[after_tokens.begin].begin;
        if (before_.document->slice({before_begin, before_end}) ==
            after_.document->slice({after_begin, after_end})) {
            gap(before_begin, after_begin);
            equal(before_end, after_end);
            return;
        }
    }
    std::uint32_t b = before_tokens.begin;
    std::uint32_t a = after_tokens.begin;
    const auto take_equal = [&](std::uint32_t until) {
        for (; b < until; ++b, ++a) {
            gap(before_.tokens[b].begin, after_.tokens[a].begin);
            const bool exactly = before_.entries[b] == after_.entries[a];
            if (!exactly) ++step_.ignored;
            equal(before_.tokens[b].end, after_.tokens[a].end);
        }
    };
    for (const WordEdit& edit : edits) {
        take_equal(edit.before.begin);
        b = edit.before.end;
        a = edit.after.end;
        const std::uint32_t before_limit = b < before_tokens.end ? before_.tokens[b].begin : before_end;
        const std::uint32_t after_limit = a < after_tokens.end ? after_.tokens[a].begin : after_end;
        replace(edit, before_limit, after_limit);
    }
    take_equal(before_tokens.end);
    gap(before_end, after_end);
}

void ScriptWriter::finish() {
    gap(static_cast<std::uint32_t>(before_.document->text.size()),
        static_cast<std::uint32_t>(after_.document->text.size()));
}

}  // namespace twicetold::versions
