#pragma once
// Reads the members of a comparison in mode `coverage` back, see coverage_json.h.

#include <span>
#include <string>
#include <vector>

#include "engine/comparison.h"
#include "report/json_tape.h"
#include "report/positions.h"

namespace twicetold::report {

/// Fills `out` from the members of `root`. `positions`: one a document. Returns what is wrong, with its place ("claims[2].mentions[0]: is no
/// sentence of a document."); empty where nothing is. O(length).
[[nodiscard]] std::string read_coverage(const Value& root, std::span<const document::Document> documents,
                                        std::span<const Positions> positions, engine::Coverage& out);

}  // namespace twicetold::report
