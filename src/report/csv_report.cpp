#include "report/csv_report.h"

#include "report/coverage_report.h"
#include "report/names.h"

namespace twicetold::report {
namespace {

void append_side(std::string& row, const document::Document& document, const engine::ChangeSide& side) {
    row += ',' + csv_cell(document.id) + ',';
    if (side.present)
        row += std::to_string(side.sentence) + ',' + csv_cell(document.slice(side.range));
    else
        row += ',';
}

}  // namespace

std::string csv_cell(std::string_view text) {
    const auto is_formula_sign = [](char c) {
        return std::string_view("=+-@\t\r\n").find(c) != std::string_view::npos;
    };
    // Spreadsheets pass over spaces before a formula, and know the signs in full width too.
    const std::size_t first = text.find_first_not_of(' ');
    const std::string_view start = first == std::string_view::npos ? std::string_view() : text.substr(first);
    const bool is_formula =
        !start.empty() && (is_formula_sign(start.front()) || start.starts_with("\xEF\xBC\x9D") ||
                           start.starts_with("\xEF\xBC\x8B") || start.starts_with("\xEF\xBC\x8D") ||
                           start.starts_with("\xEF\xBC\xA0"));
    const bool needs_quotes = is_formula || text.find_first_of("\",\r\n\t") != std::string_view::npos ||
                              (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!needs_quotes) return std::string(text);
    std::string cell = is_formula ? "\"'" : "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        // A spreadsheet cuts a cell, or a reader the file, at a NUL.
        if (c == '\0')
            cell += "\xE2\x90\x80";
        else
            cell += c;
    }
    cell += '"';
    return cell;
}

void write_csv(Output& output, const engine::Comparison& comparison) {
    if (comparison.options.mode == engine::Mode::coverage) return write_coverage_csv(output, comparison);
    output.write(
        "step,id,kind,significance,before_document,before_sentence,before_text,after_document,after_sentence,"
        "after_text\r\n");
    for (std::size_t i = 0; i < comparison.steps.size(); ++i) {
        const engine::Step& step = comparison.steps[i];
        for (std::size_t j = 0; j < step.changes.size(); ++j) {
            const engine::Change& change = step.changes[j];
            std::string row = std::to_string(i + 1) + ",c" + std::to_string(j + 1) + ',';
            row += name_of(change.kind);
            row += ',';
            row += name_of(change.significance);
            append_side(row, comparison.documents[step.before], change.before);
            append_side(row, comparison.documents[step.after], change.after);
            row += "\r\n";
            output.write(row);
        }
    }
}

void write_collation_csv(Output& output, const engine::Comparison& comparison) {
    std::string row;
    for (const document::Document& each : comparison.documents)
        row += (row.empty() ? "" : ",") + csv_cell(each.id);
    output.write(row + "\r\n");
    const engine::Collation& table = comparison.collation;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        row.clear();
        for (std::size_t version = 0; version < table.versions; ++version) {
            if (version > 0) row += ',';
            row += csv_cell(comparison.documents[version].slice(table.cells[i * table.versions + version]));
        }
        output.write(row + "\r\n");
    }
}

}  // namespace twicetold::report
