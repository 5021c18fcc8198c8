#include "viewer/stops.h"

namespace twicetold::viewer {

bool passes(const ChangeFilter& filter, const engine::Change& change) {
    if ((filter.hidden_kinds & kind_bit(change.kind)) != 0) return false;
    // A move has no significance of its own.
    return !filter.hide_cosmetic || change.kind == engine::ChangeKind::move ||
           change.significance != engine::Significance::cosmetic;
}

Stops make_stops(const engine::Step& step, const ChangeFilter& filter) {
    Stops stops;
    std::vector<std::int32_t> stop_of_move(step.moves.size(), -1);
    std::vector<bool> hidden_move(step.moves.size(), false);
    for (std::size_t index = 0; index < step.changes.size(); ++index) {
        const engine::Change& change = step.changes[index];
        if (!passes(filter, change)) {
            const bool whole = change.kind == engine::ChangeKind::move && change.move >= 0 &&
                               static_cast<std::size_t>(change.move) < hidden_move.size();
            if (!whole || !hidden_move[static_cast<std::size_t>(change.move)]) ++stops.hidden;
            if (whole) hidden_move[static_cast<std::size_t>(change.move)] = true;
            stops.stop_of_change.push_back(-1);
            continue;
        }
        auto stop = static_cast<std::int32_t>(stops.first.size());
        if (change.kind == engine::ChangeKind::move && change.move >= 0 &&
            static_cast<std::size_t>(change.move) < stop_of_move.size()) {
            std::int32_t& known = stop_of_move[static_cast<std::size_t>(change.move)];
            if (known >= 0) stop = known;
            known = stop;
        }
        if (static_cast<std::size_t>(stop) == stops.first.size())
            stops.first.push_back(static_cast<std::int32_t>(index));
        stops.stop_of_change.push_back(stop);
    }
    return stops;
}

}  // namespace twicetold::viewer
