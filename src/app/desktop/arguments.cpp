#include "app/desktop/arguments.h"

#include <cstdlib>
#include <string_view>

#include "app/desktop/languages.h"

namespace twicetold::desktop {
namespace {

bool parse_size(const std::string& text, int& width, int& height) {
    char* end = nullptr;
    const long wide = std::strtol(text.c_str(), &end, 10);
    if (end == text.c_str() || *end != 'x') return false;
    const char* rest = end + 1;
    const long high = std::strtol(rest, &end, 10);
    if (end == rest || *end != '\0' || wide < 1 || high < 1 || wide > 16384 || high > 16384) return false;
    width = static_cast<int>(wide);
    height = static_cast<int>(high);
    return true;
}

}  // namespace

const char* usage() {
    return "usage: twicetold-desktop [OPTION…] [FILE FILE…]\n"
           "Shows how an article changed between versions, oldest first, or how several outlets tell one "
           "event. Files can also be dropped on the window.\n"
           "\n"
           "  --mode MODE          versions (default) or coverage\n"
           "  --language TAG       of the interface: en, fr, de, es, ar (default: as the desktop)\n"
           "  --dark, --light      colours (default: as the desktop)\n"
           "  --prefer LIST        how to read, not remembered: palette=red-green;contrast=high;size=1.25;…\n"
           "  --size WxH           size of the window\n"
           "  --pixel-ratio R      device pixels in a pixel (default: as the screen)\n"
           "  --screenshot FILE    write a picture (.png, .ppm) and exit\n"
           "  --press KEY          press a key before the picture is taken; may be repeated\n"
           "  --help               show this\n";
}

ParsedArguments parse_arguments(int count, const char* const* words) {
    ParsedArguments result;
    Arguments& arguments = result.arguments;
    bool options = true;
    for (int index = 1; index < count; ++index) {
        std::string word = words[index];
        if (!options || word.size() < 2 || word[0] != '-') {
            arguments.files.push_back(std::move(word));
            continue;
        }
        if (word == "--") {
            options = false;
            continue;
        }
        std::string value;
        bool has_value = false;
        if (const std::size_t equals = word.find('='); equals != std::string::npos) {
            value = word.substr(equals + 1);
            word.resize(equals);
            has_value = true;
        }
        const auto take = [&] {
            if (!has_value && index + 1 < count) {
                value = words[++index];
                has_value = true;
            }
            if (!has_value) result.error = word + " needs a value";
            return has_value;
        };
        if (word == "--help" || word == "-h") {
            arguments.help = true;
        } else if (word == "--mode") {
            if (!take()) break;
            if (value != "versions" && value != "coverage")
                result.error = "--mode is versions or coverage, not " + value;
            arguments.coverage = value == "coverage";
        } else if (word == "--language") {
            if (!take()) break;
            arguments.language = value;
            if (!speaks(value)) result.error = "there is no interface in the language " + value;
        } else if (word == "--prefer") {
            if (!take()) break;
            arguments.preferences = value;
        } else if (word == "--dark") {
            arguments.dark = true;
        } else if (word == "--light") {
            arguments.dark = false;
        } else if (word == "--size") {
            if (take() && !parse_size(value, arguments.width, arguments.height)) {
                result.error = "--size needs two numbers, such as 1200x800, not " + value;
            }
        } else if (word == "--pixel-ratio") {
            if (!take()) break;
            const float ratio = std::strtof(value.c_str(), nullptr);
            if (ratio >= 0.5F && ratio <= 8) {
                arguments.pixel_ratio = ratio;
            } else {
                result.error = "--pixel-ratio needs a number from 0.5 to 8, not " + value;
            }
        } else if (word == "--screenshot") {
            if (take()) arguments.screenshot = value;
        } else if (word == "--press") {
            if (take()) arguments.keys.push_back(value);
        } else {
            result.error = "there is no option " + word;
        }
        if (!result.error.empty()) break;
    }
    return result;
}

}  // namespace twicetold::desktop
