#pragma once
// What both kinds of comparison ask of their documents before they begin.

#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace twicetold::engine {

/// What a message calls document `index` (0-based).
[[nodiscard]] std::string name_of(const Document& document, std::size_t index);

/// Refuses what cannot be compared, and settles what the first line of each document is. O(documents), or O(their length) where a
/// guessed title is taken back.
[[nodiscard]] std::optional<Error> prepare(std::vector<Document>& documents);

}  // namespace twicetold::engine
