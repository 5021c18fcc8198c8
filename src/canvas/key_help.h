#pragma once
// The keys in words, for the help.

#include <string>
#include <vector>

#include "canvas/bindings.h"

namespace twicetold::canvas {

struct KeyHelp {
    std::string keys;  ///< "N", "Alt ↓  F7"
    std::string meaning;
};

/// What has keys just now, in the order of the table.
[[nodiscard]] std::vector<KeyHelp> key_help(const viewer::Strings& strings, const Bindings& bindings,
                                            engine::Mode mode);

}  // namespace twicetold::canvas
