#include "viewer/stops.h"

namespace twicetold::viewer {

Stops make_stops(const engine::Step& step) {
    Stops stops;
    std::vector<std::int32_t> stop_of_move(step.moves.size(), -1);
    for (std::size_t index = 0; index < step.changes.size(); ++index) {
        const engine::Change& change = step.changes[index];
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
