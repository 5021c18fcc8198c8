#pragma once
// The interface's languages, all of which the program carries.

#include <string_view>

#include "viewer/strings.h"

namespace twicetold::desktop {

/// The texts in the language of a BCP 47 tag, or in English where there is no table for it.
[[nodiscard]] viewer::Strings strings_in(std::string_view tag);
/// Whether there is a table for it.
[[nodiscard]] bool speaks(std::string_view tag);

}  // namespace twicetold::desktop
