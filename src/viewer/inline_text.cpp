#include "viewer/inline_text.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace twicetold::viewer {
namespace {

/// Words of the earlier version, and where in the later one they are put.
struct Insertion {
    std::uint32_t place = 0;  ///< in the later document
    text::Range range;        ///< in the earlier one
    bool replaced = false;    ///< other words stand in their place
};

bool ends_in_space(std::string_view text) {
    return text.empty() || is_space(static_cast<unsigned char>(text.back()));
}

bool begins_with_space(std::string_view text) {
    if (text.empty()) return true;
    std::uint32_t at = 0;
    return is_space(next_code_point(text, at));
}

/// Whether no space is wanted before the text: scripts that are set without any, and signs that close.
bool stands_close(std::string_view text) {
    if (text.empty()) return true;
    std::uint32_t at = 0;
    const char32_t c = next_code_point(text, at);
    return is_ideograph(c) || std::u32string_view(U".,;:!?)]}»”’…").find(c) != std::u32string_view::npos;
}

}  // namespace

/// Writes the text row by row.
class InlineText::Composer {
public:
    Composer(InlineText& out, const engine::Step& step, const SideBlocks& before, const SideBlocks& after,
             const StepMarks& marks)
        : out_(out), step_(step), before_(before), after_(after), marks_(marks) {}

    void add_row(const Row& row) {
        out_.first_block_.push_back(static_cast<std::uint32_t>(out_.blocks_.blocks.size()));
        if (row.empty(Side::after)) {
            for (std::uint32_t block = row.before_first; block < row.before_last; ++block) {
                begin_block(before_.blocks[block]);
                add_piece(Side::before, block, before_.blocks[block].range);
                end_block();
            }
            return;
        }
        const std::vector<Insertion> insertions = insertions_of(row);
        auto next = insertions.begin();
        for (std::uint32_t block = row.after_first; block < row.after_last; ++block) {
            const text::Range range = after_.blocks[block].range;
            const bool last = block + 1 == row.after_last;
            begin_block(after_.blocks[block]);
            std::uint32_t at = range.begin;
            while (next != insertions.end() && (last || next->place <= range.end)) {
                const std::uint32_t place = std::clamp(next->place, at, range.end);
                add_piece(Side::after, block, {at, place});
                at = place;
                insert(*next, after_text({at, range.end}));
                ++next;
            }
            add_piece(Side::after, block, {at, range.end});
            end_block();
        }
    }

    void finish() {
        out_.first_block_.push_back(static_cast<std::uint32_t>(out_.blocks_.blocks.size()));
        out_.marks_.first.push_back(static_cast<std::uint32_t>(out_.marks_.marks.size()));
    }

private:
    [[nodiscard]] std::string& text() { return out_.document_.text; }
    [[nodiscard]] std::string_view after_text(text::Range range) const {
        return after_.document->slice(range);
    }

    void begin_block(const Block& like) {
        Block block = like;
        block.range.begin = block.range.end = static_cast<std::uint32_t>(text().size());
        out_.blocks_.blocks.push_back(block);
        out_.marks_.first.push_back(static_cast<std::uint32_t>(out_.marks_.marks.size()));
    }

    void end_block() {
        out_.blocks_.blocks.back().range.end = static_cast<std::uint32_t>(text().size());
        text() += '\n';
        // In the order that the layout expects: by beginning, what holds others first.
        const auto first = out_.marks_.marks.begin() + out_.marks_.first.back();
        std::stable_sort(first, out_.marks_.marks.end(), [](const Mark& one, const Mark& two) {
            if (one.range.begin != two.range.begin) return one.range.begin < two.range.begin;
            return one.range.end > two.range.end;
        });
    }

    /// What stands in the row's earlier blocks and not in the later ones, in the order in which it is put in.
    [[nodiscard]] std::vector<Insertion> insertions_of(const Row& row) const {
        std::vector<Insertion> result;
        if (row.empty(Side::before)) return result;
        const std::uint32_t row_begin = after_.blocks[row.after_first].range.begin;
        const std::uint32_t row_end = after_.blocks[row.after_last - 1].range.end;
        for (std::uint32_t block = row.before_first; block < row.before_last; ++block) {
            std::uint32_t taken = before_.blocks[block].range.begin;
            for (std::uint32_t at = marks_.before.first[block]; at < marks_.before.first[block + 1]; ++at) {
                const Mark& mark = marks_.before.marks[at];
                // What lies inside a mark comes along with it.
                if (mark.range.end <= taken) continue;
                Insertion insertion;
                insertion.range = {std::max(mark.range.begin, taken), mark.range.end};
                taken = mark.range.end;
                const text::Range whole = marks_.before.wholes[mark.whole];
                const text::Range replacement = replacement_of(mark);
                insertion.replaced =
                    !replacement.empty() && replacement.begin >= row_begin && replacement.end <= row_end;
                insertion.place =
                    insertion.replaced
                        ? replacement.begin
                        : std::clamp(counterpart(step_, Side::before, whole.begin), row_begin, row_end);
                result.push_back(insertion);
            }
        }
        std::stable_sort(result.begin(), result.end(),
                         [](const Insertion& one, const Insertion& two) { return one.place < two.place; });
        return result;
    }

    /// The words that a mark's change has in the later version.
    [[nodiscard]] text::Range replacement_of(const Mark& mark) const {
        if (mark.kind == MarkKind::moved || mark.source < 0) return {};
        const engine::Change& change = step_.changes[static_cast<std::size_t>(mark.source)];
        return change.after.present ? change.after.range : text::Range{};
    }

    void insert(const Insertion& insertion, std::string_view rest) {
        const std::string_view words = before_.document->slice(insertion.range);
        // A deletion between two words takes the space on one side of it along; either way one stands on both.
        if (!ends_in_space(text()) && text().size() > out_.blocks_.blocks.back().range.begin &&
            !begins_with_space(words) && !stands_close(words)) {
            text() += ' ';
        }
        add_piece(Side::before, block_of(insertion.range), insertion.range);
        if (rest.empty() || begins_with_space(rest) || ends_in_space(words)) return;
        // Old and new words stand apart even where a sign would stand close: "Hull; Hull," is not "Hull;Hull,".
        if (insertion.replaced ? !is_ideographic(rest) : !stands_close(rest)) text() += ' ';
    }

    [[nodiscard]] static bool is_ideographic(std::string_view text) {
        std::uint32_t at = 0;
        return is_ideograph(next_code_point(text, at));
    }

    [[nodiscard]] std::uint32_t block_of(text::Range range) const {
        return static_cast<std::uint32_t>(std::max(before_.block_at(range.begin), 0));
    }

    /// A stretch of a block, with its marks.
    void add_piece(Side side, std::uint32_t block, text::Range range) {
        if (range.empty()) return;
        const SideBlocks& blocks = side == Side::before ? before_ : after_;
        const SideMarks& marks = marks_.side(side);
        const auto begin = static_cast<std::uint32_t>(text().size());
        text() += blocks.document->slice(range);
        out_.pieces_.push_back({{begin, static_cast<std::uint32_t>(text().size())}, side, range.begin});
        for (std::uint32_t at = marks.first[block]; at < marks.first[block + 1]; ++at) {
            Mark mark = marks.marks[at];
            const text::Range whole = marks.wholes[mark.whole];
            const std::uint32_t from = std::max(mark.range.begin, range.begin);
            const std::uint32_t to = std::min(mark.range.end, range.end);
            if (from >= to) continue;
            mark.range = {begin + (from - range.begin), begin + (to - range.begin)};
            mark.side = side;
            mark.whole = static_cast<std::uint32_t>(out_.marks_.wholes.size());
            out_.marks_.wholes.push_back(whole);
            out_.marks_.marks.push_back(mark);
        }
    }

    InlineText& out_;
    const engine::Step& step_;
    const SideBlocks& before_;
    const SideBlocks& after_;
    const StepMarks& marks_;
};

InlineText::InlineText(const engine::Step& step, const SideBlocks& before, const SideBlocks& after,
                       const StepMarks& marks, const std::vector<Row>& rows)
    : step_(&step) {
    document_.text.reserve(after.document->text.size() + before.document->text.size() / 8);
    document_.language = after.document->language;
    Composer composer(*this, step, before, after, marks);
    for (const Row& row : rows) composer.add_row(row);
    composer.finish();
    blocks_.document = &document_;
    for (std::uint32_t index = 0; index < pieces_.size(); ++index)
        (pieces_[index].side == Side::before ? by_before_ : by_after_).push_back(index);
    const auto by_source = [this](std::uint32_t one, std::uint32_t two) {
        return pieces_[one].source < pieces_[two].source;
    };
    std::sort(by_before_.begin(), by_before_.end(), by_source);
    std::sort(by_after_.begin(), by_after_.end(), by_source);
}

std::uint32_t InlineText::shown_from_source(Side side, std::uint32_t offset) const {
    const std::vector<std::uint32_t>& index = side == Side::before ? by_before_ : by_after_;
    const auto after = std::upper_bound(
        index.begin(), index.end(), offset,
        [this](std::uint32_t value, std::uint32_t piece) { return value < pieces_[piece].source; });
    const InlinePiece* found = after == index.begin() ? nullptr : &pieces_[*std::prev(after)];
    const bool inside = found != nullptr && offset < found->source_range().end;
    if (side == Side::before && !inside) {
        // Words that both have.
        return shown_from_source(Side::after, counterpart(*step_, Side::before, offset));
    }
    if (found == nullptr) return pieces_.empty() ? 0 : pieces_[index.empty() ? 0 : index.front()].shown.begin;
    return found->shown.begin + std::min(offset - found->source, found->shown.size());
}

SourceRange InlineText::source_from_shown(text::Range shown) const {
    SourceRange result[2] = {{Side::before, {}}, {Side::after, {}}};
    bool any[2] = {false, false};
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                      [&](const InlinePiece& one) { return one.shown.end <= shown.begin; });
    for (; piece != pieces_.end() && piece->shown.begin < shown.end; ++piece) {
        const std::size_t slot = piece->side == Side::before ? 0 : 1;
        const std::uint32_t from = std::max(shown.begin, piece->shown.begin) - piece->shown.begin;
        const std::uint32_t to = std::min(shown.end, piece->shown.end) - piece->shown.begin;
        const text::Range part{piece->source + from, piece->source + to};
        text::Range& whole = result[slot].range;
        whole =
            any[slot] ? text::Range{std::min(whole.begin, part.begin), std::max(whole.end, part.end)} : part;
        any[slot] = true;
    }
    return any[1] || !any[0] ? result[1] : result[0];
}

}  // namespace twicetold::viewer
