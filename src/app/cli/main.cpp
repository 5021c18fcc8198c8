#include <csignal>
#include <string>
#include <vector>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "report/version.h"

namespace {

using namespace twicetold::cli;

ExitStatus print(std::string_view text) {
    FileOutput output("");
    output.write(text);
    return output.finish() ? ExitStatus::nothing_differs : ExitStatus::trouble;
}

ExitStatus run(const Arguments& arguments) {
    switch (arguments.command) {
        case Command::help: return print(help_text);
        case Command::version:
            return print("twicetold " + std::string(twicetold::report::program_version) + "\n");
        case Command::compare:
        case Command::coverage: return compare(arguments);
        case Command::extract: return extract(arguments);
        case Command::batch: return batch(arguments);
    }
    return ExitStatus::trouble;
}

}  // namespace

int main(int count, char** words) {
    // A reader that goes away shall be told of, with status 2, as any other failure to write.
    std::signal(SIGPIPE, SIG_IGN);
    const ParsedArguments parsed =
        parse_arguments(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
    if (!parsed.problem.empty()) {
        complain(parsed.subject, parsed.problem);
        return static_cast<int>(ExitStatus::trouble);
    }
    return static_cast<int>(run(parsed.arguments));
}
