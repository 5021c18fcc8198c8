#pragma once
// The mode that an engine module compares in. There are two modules of this folder, `twicetold-engine` for versions and
// `twicetold-coverage`: a page that shows the history of an article need not load what compares outlets.

#include <vector>

#include "engine/engine.h"

namespace twicetold::app {

/// Each module defines it in a folder of its own.
extern const engine::Mode module_mode;

/// As engine::compare, in `module_mode`.
[[nodiscard]] engine::CompareResult compare(std::vector<engine::Document> documents,
                                            const engine::Options& options, const engine::Progress& progress);

}  // namespace twicetold::app
