#include "report/markdown_report.h"

#include "report/coverage_report.h"
#include "report/marked.h"
#include "report/names.h"
#include "report/summary.h"
#include "report/text_report.h"

namespace twicetold::report {
namespace {

class MarkdownReport {
public:
    MarkdownReport(Output& output, const engine::Comparison& comparison)
        : output_(output), comparison_(comparison) {}

    void write() {
        output_.write("# What changed\n\n");
        for (std::size_t i = 0; i < comparison_.documents.size(); ++i) {
            const Document& document = comparison_.documents[i];
            std::string line = std::to_string(i + 1) + ". " + markdown_escaped(document.id);
            if (!document.title.empty())
                line += ": “" + markdown_escaped(document.slice(document.title)) + "”";
            if (!document.published.empty()) line += ", " + markdown_escaped(document.published);
            output_.write(line + "\n");
        }
        if (comparison_.degraded) output_.write("\n**This comparison is coarser than it could be.**\n");
        for (const engine::Warning& each : comparison_.warnings) {
            output_.write("\n> " + markdown_escaped(each.message) + "\n");
        }
        for (const engine::Step& each : comparison_.steps) step(each);
    }

private:
    void step(const engine::Step& step) {
        output_.write("\n## Version " + std::to_string(step.before + 1) + " to version " +
                      std::to_string(step.after + 1) + "\n\n" + summary(step) + "\n");
        const MarkedRows rows(comparison_, step);
        for (std::size_t i = 0; i < step.alignment.size(); ++i) {
            if (rows.changes(i).empty()) continue;
            std::string list = "\n";
            for (const std::uint32_t number : rows.changes(i)) {
                const engine::Change& change = step.changes[number];
                list += "- **" + std::string(name_of(change.kind)) + "**, " +
                        std::string(name_of(change.significance)) + where(step, change) + "\n";
            }
            output_.write(list + "\n> " + sentence(rows.pieces(step.alignment[i])) + "\n");
        }
    }

    [[nodiscard]] std::string where(const engine::Step& step, const engine::Change& change) const {
        const bool has_after = change.after.present;
        const engine::ChangeSide& side = has_after ? change.after : change.before;
        if (side.sentence < 0) return "";
        const Document& document = comparison_.documents[has_after ? step.after : step.before];
        return ", paragraph " + std::to_string(paragraph_of(document, side.sentence) + 1) +
               (has_after ? "" : " before");
    }

    static std::string sentence(const std::vector<Piece>& pieces) {
        std::string out;
        for (const Piece& piece : pieces) {
            const std::string text = markdown_escaped(piece.text);
            switch (piece.operation) {
                case engine::EditOperation::equal: out += text; break;
                case engine::EditOperation::remove: out += "<del>" + text + "</del>"; break;
                case engine::EditOperation::insert: out += "<ins>" + text + "</ins>"; break;
            }
        }
        return out;
    }

    Output& output_;
    const engine::Comparison& comparison_;
};

}  // namespace

std::string markdown_escaped(std::string_view text) {
    std::string out;
    for (const char c : terminal_safe(text)) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        // A colon would make a bare address a link where a renderer does so.
        else if (c == ':')
            out += "&#58;";
        else if (std::string_view("\\`*_{}[]()#+-!|~@").find(c) != std::string_view::npos)
            (out += '\\') += c;
        else
            out += c;
    }
    return out;
}

void write_markdown(Output& output, const engine::Comparison& comparison) {
    if (comparison.options.mode == engine::Mode::coverage) return write_coverage_markdown(output, comparison);
    MarkdownReport(output, comparison).write();
}

}  // namespace twicetold::report
