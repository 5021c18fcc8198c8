#include "align/order.h"

#include <algorithm>
#include <vector>

namespace twicetold::align {

using document::Tokenized;

namespace {

SentenceSpan span(std::uint32_t first, std::uint32_t size) {
    return {static_cast<std::int32_t>(first), static_cast<std::int32_t>(first + size)};
}

AlignmentGroup row_of(const Pair& pair) {
    AlignmentGroup group;
    group.before = span(pair.before, pair.before_size);
    group.after = span(pair.after, pair.after_size);
    group.similarity = pair.similarity;
    group.reason = pair.reason;
    if (pair.after_size > 1) {
        group.relation = Relation::split;
    } else if (pair.before_size > 1) {
        group.relation = Relation::merged;
    } else {
        group.relation = pair.reason == Reason::identical ? Relation::same : Relation::edited;
    }
    return group;
}

/// Index of the move that the group is part of: the last one, where the group goes on with it, else a new one.
std::int32_t move_of(const AlignmentGroup& group, Alignment& alignment) {
    const bool continues = !alignment.groups.empty() && alignment.groups.back().move >= 0 &&
                           alignment.moves.back().before.last == group.before.first &&
                           alignment.moves.back().after.last == group.after.first;
    if (continues) {
        alignment.moves.back().before.last = group.before.last;
        alignment.moves.back().after.last = group.after.last;
    } else {
        alignment.moves.push_back({group.before, group.after});
    }
    return static_cast<std::int32_t>(alignment.moves.size() - 1);
}

/// A removed group stands behind the row of what preceded it before.
void put_rows_in_order(Alignment& alignment) {
    struct Place {
        std::int32_t row = 0;  ///< where it stands in the later version
        std::int32_t behind =
            0;  ///< 0 for what stands in the later version, then removed sentences in their order
    };
    std::vector<std::size_t> by_before;
    for (std::size_t g = 0; g < alignment.groups.size(); ++g) {
        if (!alignment.groups[g].before.empty()) by_before.push_back(g);
    }
    // Title before byline before body: -1, -2, 0, 1 …
    const auto rank = [](std::int32_t sentence) { return sentence >= 0 ? sentence + 2 : -1 - sentence; };
    std::sort(by_before.begin(), by_before.end(), [&](std::size_t x, std::size_t y) {
        return rank(alignment.groups[x].before.first) < rank(alignment.groups[y].before.first);
    });
    std::vector<Place> places(alignment.groups.size());
    std::int32_t row = -1;
    std::int32_t behind = 0;
    for (const std::size_t g : by_before) {
        const AlignmentGroup& group = alignment.groups[g];
        if (group.after.empty()) {
            places[g] = {row, ++behind};
        } else if (group.move < 0) {
            row = rank(group.after.first);
            behind = 0;
        }
    }
    for (std::size_t g = 0; g < alignment.groups.size(); ++g) {
        if (!alignment.groups[g].after.empty()) places[g] = {rank(alignment.groups[g].after.first), 0};
    }
    std::vector<std::size_t> order(alignment.groups.size());
    for (std::size_t g = 0; g < order.size(); ++g) order[g] = g;
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return places[x].row != places[y].row ? places[x].row < places[y].row
                                              : places[x].behind < places[y].behind;
    });
    std::vector<AlignmentGroup> sorted;
    sorted.reserve(order.size());
    for (const std::size_t g : order) sorted.push_back(alignment.groups[g]);
    alignment.groups = std::move(sorted);
}

/// Moves in the order of the later version.
void sort_moves(Alignment& alignment) {
    std::vector<std::int32_t> order(alignment.moves.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = static_cast<std::int32_t>(k);
    std::sort(order.begin(), order.end(), [&](std::int32_t x, std::int32_t y) {
        return alignment.moves[static_cast<std::size_t>(x)].after.first <
               alignment.moves[static_cast<std::size_t>(y)].after.first;
    });
    std::vector<Move> sorted;
    std::vector<std::int32_t> renumbered(order.size());
    for (const std::int32_t k : order) {
        renumbered[static_cast<std::size_t>(k)] = static_cast<std::int32_t>(sorted.size());
        sorted.push_back(alignment.moves[static_cast<std::size_t>(k)]);
    }
    for (AlignmentGroup& group : alignment.groups) {
        if (group.move >= 0) group.move = renumbered[static_cast<std::size_t>(group.move)];
    }
    alignment.moves = std::move(sorted);
}

}  // namespace

Alignment rows_of(const Pairing& pairing) {
    Alignment alignment;
    for (std::uint32_t i = 0; i < pairing.before().size(); ++i) {
        const std::uint32_t index = pairing.partner_before()[i];
        if (index == none) {
            alignment.groups.push_back({span(i, 1), {}, Relation::removed, Reason::none, -1, 0.0F});
            continue;
        }
        const Pair& pair = pairing.pairs()[index];
        if (pair.before != i) continue;
        AlignmentGroup group = row_of(pair);
        if (!pair.in_chain) group.move = move_of(group, alignment);
        alignment.groups.push_back(group);
    }
    for (std::uint32_t j = 0; j < pairing.after().size(); ++j) {
        if (pairing.partner_after()[j] != none) continue;
        alignment.groups.push_back({{}, span(j, 1), Relation::added, Reason::none, -1, 0.0F});
    }
    return alignment;
}

void mirror(Alignment& alignment) {
    for (AlignmentGroup& group : alignment.groups) {
        std::swap(group.before, group.after);
        switch (group.relation) {
            case Relation::split: group.relation = Relation::merged; break;
            case Relation::merged: group.relation = Relation::split; break;
            case Relation::added: group.relation = Relation::removed; break;
            case Relation::removed: group.relation = Relation::added; break;
            default: break;
        }
    }
    for (Move& move : alignment.moves) std::swap(move.before, move.after);
    for (Stretch& stretch : alignment.coarse) std::swap(stretch.before, stretch.after);
}

void add_front_matter(Alignment& alignment, const Tokenized& before, const Tokenized& after) {
    const auto add = [&](std::uint32_t unit, std::int32_t sentence) {
        const bool has_before = !before.unit_range(unit).empty();
        const bool has_after = !after.unit_range(unit).empty();
        if (!has_before && !has_after) return;
        AlignmentGroup group;
        if (has_before) group.before = {sentence, sentence + 1};
        if (has_after) group.after = {sentence, sentence + 1};
        if (!has_before || !has_after) {
            group.relation = has_before ? Relation::removed : Relation::added;
            group.reason = Reason::none;
            group.similarity = 0;
        } else {
            const auto one = before.unit_keys(unit, unit + 1);
            const auto other = after.unit_keys(unit, unit + 1);
            std::size_t common = 0;
            for (const std::uint32_t key : one)
                common += std::find(other.begin(), other.end(), key) != other.end() ? 1U : 0U;
            const bool same = std::equal(one.begin(), one.end(), other.begin(), other.end());
            group.relation = same ? Relation::same : Relation::edited;
            group.reason = same ? Reason::identical : Reason::context;
            group.similarity = same ? 1.0F
                                    : dice(static_cast<Evidence>(common), static_cast<Evidence>(one.size()),
                                           static_cast<Evidence>(other.size()));
        }
        alignment.groups.push_back(group);
    };
    add(document::title_unit, title_sentence);
    add(document::byline_unit, byline_sentence);
}

void put_in_reading_order(Alignment& alignment) {
    sort_moves(alignment);
    put_rows_in_order(alignment);
}

}  // namespace twicetold::align
