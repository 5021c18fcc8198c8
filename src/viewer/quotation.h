#pragma once
// A passage quoted for use elsewhere: in the quotation marks of its language, with where it comes from.

#include <string>
#include <string_view>
#include <vector>

#include "viewer/viewer.h"

namespace twicetold::viewer {

/// “…” — part, part: empty parts are left out. `language` is a BCP 47 tag; where it is empty or not known the passage's
/// script decides, and English is what is left. The marks are CLDR's.
[[nodiscard]] std::string quoted(std::string_view passage, std::string_view language,
                                 const std::vector<std::string>& source);

}  // namespace twicetold::viewer
