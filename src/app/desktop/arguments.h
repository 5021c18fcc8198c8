#pragma once
// What the command line asks of the desktop program.

#include <optional>
#include <string>
#include <vector>

namespace twicetold::desktop {

struct Arguments {
    std::vector<std::string> files;
    bool coverage = false;  ///< the files are outlets' articles on one event, not versions of one
    int width = 1240;       ///< of the window, in CSS pixels
    int height = 820;
    std::string language;              ///< of the interface; empty: as the desktop says
    std::string preferences;           ///< see canvas/preferences.h; empty: those remembered
    std::optional<bool> dark;          ///< absent: as the desktop says
    std::optional<float> pixel_ratio;  ///< absent: as the screen says
    std::string screenshot;            ///< empty: a window to read in
    std::vector<std::string> keys;  ///< pressed in order before the screenshot, named as in KeyboardEvent.key
    bool help = false;
};

struct ParsedArguments {
    Arguments arguments;
    std::string error;  ///< a sentence; empty where all is well
};

[[nodiscard]] ParsedArguments parse_arguments(int count, const char* const* words);
[[nodiscard]] const char* usage();

}  // namespace twicetold::desktop
