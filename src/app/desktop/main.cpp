// twicetold-desktop: the viewer in a window of its own.
#include <cstdio>

#include "app/desktop/arguments.h"
#include "app/desktop/documents.h"
#include "app/desktop/languages.h"
#include "app/desktop/window.h"

namespace {

constexpr int trouble = 2;  // as the command line's exit status

}  // namespace

int main(int count, char** words) {
    using namespace twicetold::desktop;
    const ParsedArguments parsed = parse_arguments(count, words);
    const Arguments& arguments = parsed.arguments;
    if (!parsed.error.empty()) {
        std::fprintf(stderr, "twicetold-desktop: %s\n%s", parsed.error.c_str(), usage());
        return trouble;
    }
    if (arguments.help) {
        std::fputs(usage(), stdout);
        return 0;
    }
    using twicetold::engine::Mode;
    const std::string language =
        arguments.language.empty() ? twicetold::platform::desktop_locale() : arguments.language;
    OpenDocuments documents(arguments.coverage ? Mode::coverage : Mode::versions, strings_in(language));
    const Opened opened = documents.open(arguments.files);
    if (!arguments.files.empty() && documents.count() == 0) {
        for (const std::string& error : opened.errors)
            std::fprintf(stderr, "twicetold-desktop: %s\n", error.c_str());
        return trouble;
    }
    std::string error;
    const std::unique_ptr<Window> window = Window::make(arguments, documents, error);
    if (!window) {
        std::fprintf(stderr, "twicetold-desktop: %s\n", error.c_str());
        return trouble;
    }
    window->refresh(opened);
    if (arguments.screenshot.empty()) {
        window->run();
        return 0;
    }
    if (!window->screenshot(arguments)) {
        std::fprintf(stderr, "twicetold-desktop: %s cannot be written\n", arguments.screenshot.c_str());
        return trouble;
    }
    return opened.errors.empty() ? 0 : trouble;
}
