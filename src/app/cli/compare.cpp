#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/vectors.h"
#include "document/reader.h"
#include "engine/engine.h"
#include "report/comparison_json.h"
#include "report/csv_report.h"
#include "report/documents_json.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/summary.h"
#include "report/text_report.h"
#include "report/unified.h"

namespace twicetold::cli {
namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

report::TextOptions text_options(const Arguments& arguments, const FileOutput& output) {
    report::TextOptions options;
    const bool is_terminal = output.is_terminal();
    const char* terminal = std::getenv("TERM");
    const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    // https://no-color.org
    options.colour = arguments.colour == Colour::always || (arguments.colour == Colour::automatic &&
                                                            is_terminal && !is_dumb && !is_set("NO_COLOR"));
    // Longer lines are harder to read.
    constexpr std::size_t widest = 100;
    if (const std::size_t columns = output.terminal_columns(); columns > 0)
        options.width = std::min(columns, widest);
    return options;
}

/// A document, and what its reader noticed, which is also told on standard error. Nothing where it could not be read.
std::optional<document::Document> read_document(const std::string& path, const engine::Options& options,
                                                std::vector<engine::Warning>& warnings) {
    FileContent content = read_file(path);
    const std::string name = name_of_file(path);
    if (!content.problem.empty()) {
        complain(name, content.problem);
        return std::nullopt;
    }
    document::ReadResult read = document::read_by_name(name, std::move(content.bytes));
    if (!read.ok) {
        complain(name, read.error_message);
        return std::nullopt;
    }
    for (const document::Notice& notice : read.notices) {
        complain(name, notice.message);
        warnings.push_back(report::warning_of(name, notice.code, notice.message));
    }
    if (read.document.language.empty()) read.document.language = options.language;
    return std::move(read.document);
}

void write(report::Output& output, const engine::Comparison& comparison, const Arguments& arguments,
           const report::TextOptions& text) {
    report::JsonOptions json;
    switch (arguments.format) {
        case Format::text: report::write_text(output, comparison, text); break;
        case Format::json:
            json.position_encoding = arguments.position_encoding;
            json.layout = report::Layout::lines;
            report::write_json(output, comparison, json);
            break;
        case Format::html: report::write_html(output, comparison); break;
        case Format::unified: report::write_unified(output, comparison); break;
        case Format::markdown: report::write_markdown(output, comparison); break;
        case Format::csv:
            if (comparison.options.collation)
                report::write_collation_csv(output, comparison);
            else
                report::write_csv(output, comparison);
            break;
    }
}

/// Whether the result would be written over one of the texts it comes from. Then that is said.
bool overwrites_input(const Arguments& arguments) {
    if (arguments.output.empty() || arguments.output == "-") return false;
    for (const std::string& path : arguments.files) {
        std::error_code ignored;  // a file that does not exist is no other
        if (path == "-" || !std::filesystem::equivalent(path, arguments.output, ignored)) continue;
        complain(arguments.output, "this is one of the texts; --output would write over it");
        return true;
    }
    return false;
}

std::string_view command_name(const Arguments& arguments) {
    return arguments.command == Command::coverage ? "coverage" : "compare";
}

}  // namespace

ExitStatus compare(const Arguments& arguments) {
    if (overwrites_input(arguments)) return ExitStatus::trouble;
    std::vector<engine::Warning> warnings;
    std::vector<document::Document> documents;
    bool all_read = true;
    for (const std::string& path : arguments.files) {
        auto read = read_document(path, arguments.options, warnings);
        if (read)
            documents.push_back(std::move(*read));
        else
            all_read = false;
    }
    if (!all_read) return ExitStatus::trouble;

    const LoadedVectors loaded = load_vectors(arguments.vectors);
    if (!loaded.ok) return ExitStatus::trouble;
    const engine::CompareResult result =
        engine::compare(std::move(documents), arguments.options, {}, loaded.vectors.get());
    if (!result.comparison) {
        complain(command_name(arguments), result.error.message);
        return ExitStatus::trouble;
    }
    for (const engine::Warning& each : result.comparison->warnings)
        complain(command_name(arguments), each.message);
    const engine::Comparison* comparison = result.comparison.get();
    std::optional<engine::Comparison> with_warnings;
    if (!warnings.empty()) {
        with_warnings = *comparison;
        with_warnings->warnings.insert(with_warnings->warnings.begin(), warnings.begin(), warnings.end());
        comparison = &*with_warnings;
    }

    FileOutput output(arguments.output);
    write(output, *comparison, arguments, text_options(arguments, output));
    if (!output.finish()) return ExitStatus::trouble;
    return report::differs(*comparison) ? ExitStatus::differences : ExitStatus::nothing_differs;
}

ExitStatus extract(const Arguments& arguments) {
    if (overwrites_input(arguments)) return ExitStatus::trouble;
    std::vector<engine::Warning> warnings;
    const auto document = read_document(arguments.files.front(), arguments.options, warnings);
    if (!document) return ExitStatus::trouble;
    FileOutput output(arguments.output);
    if (arguments.format == Format::json) {
        report::JsonOptions json;
        json.position_encoding = arguments.position_encoding;
        json.layout = report::Layout::lines;
        report::write_document_json(output, *document, warnings, json);
    } else {
        report::write_document_text(output, *document, text_options(arguments, output));
    }
    return output.finish() ? ExitStatus::nothing_differs : ExitStatus::trouble;
}

}  // namespace twicetold::cli
