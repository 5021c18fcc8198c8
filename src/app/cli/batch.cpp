#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/vectors.h"
#include "engine/engine.h"
#include "report/comparison_json.h"
#include "report/documents_json.h"
#include "report/summary.h"

namespace twicetold::cli {
namespace {

/// Lines of standard input, one after the other in the same memory.
class LineReader {
public:
    LineReader() = default;
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;
    ~LineReader() { std::free(line_); }

    /// False at the end. `line` is valid until the next call.
    bool next(std::string_view& line) {
        const ssize_t length = ::getline(&line_, &capacity_, stdin);
        if (length < 0) return false;
        line = {line_, static_cast<std::size_t>(length)};
        return true;
    }
    /// Whether reading ended for another reason than the end.
    [[nodiscard]] static bool has_failed() { return std::ferror(stdin) != 0; }

private:
    char* line_ = nullptr;
    std::size_t capacity_ = 0;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// What one request comes to.
struct Answer {
    bool is_error = false;
    bool differs = false;
};

Answer answer(std::string_view line, std::uint64_t number, const Arguments& arguments,
              const coverage::Vectors* vectors, report::Output& output) {
    report::RequestResult read = report::read_request(line, arguments.options);
    if (!read.request) {
        report::write_error(output, read.id, number, read.error);
        return {true, false};
    }
    engine::CompareResult result =
        engine::compare(std::move(read.request->documents), read.request->options, {}, vectors);
    if (!result.comparison) {
        report::write_error(output, read.id, number, result.error);
        return {true, false};
    }
    report::JsonOptions options;
    options.position_encoding = arguments.position_encoding;
    options.id = std::move(read.id);
    if (read.request->warnings.empty()) {
        report::write_json(output, *result.comparison, options);
    } else {
        engine::Comparison comparison = *result.comparison;
        comparison.warnings.insert(comparison.warnings.begin(), read.request->warnings.begin(),
                                   read.request->warnings.end());
        report::write_json(output, comparison, options);
    }
    return {false, report::differs(*result.comparison)};
}

}  // namespace

ExitStatus batch(const Arguments& arguments) {
    const LoadedVectors loaded = load_vectors(arguments.vectors);
    if (!loaded.ok) return ExitStatus::trouble;
    FileOutput output(arguments.output);
    LineReader lines;
    std::string_view line;
    std::uint64_t number = 0;
    std::uint64_t errors = 0;
    bool differs = false;
    while (!output.has_failed() && lines.next(line)) {
        ++number;
        if (is_blank(line)) continue;
        const Answer given = answer(line, number, arguments, loaded.vectors.get(), output);
        errors += given.is_error ? 1 : 0;
        differs = differs || given.differs;
        // Whoever waits for the answer before asking on gets it.
        output.flush();
    }
    const bool failed = LineReader::has_failed();
    if (failed) complain("standard input", "it could not be read to its end");
    if (errors > 0) {
        complain("batch", report::counted(errors, "line was", "lines were") +
                              " answered by an error, which says what is wrong with it");
    }
    if (!output.finish() || failed || errors > 0) return ExitStatus::trouble;
    return differs ? ExitStatus::differences : ExitStatus::nothing_differs;
}

}  // namespace twicetold::cli
