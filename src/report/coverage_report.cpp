#include "report/coverage_report.h"

#include <string>
#include <string_view>

#include "report/coverage_outline.h"
#include "report/csv_report.h"
#include "report/html_report.h"
#include "report/html_style.h"
#include "report/markdown_report.h"
#include "report/names.h"
#include "report/version.h"

namespace twicetold::report {
namespace {

/// Words of `text` in lines of up to `width` columns behind `indent` spaces.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    const std::string safe = terminal_safe(text);
    std::string out;
    std::size_t column = width;
    for (std::size_t at = 0; at < safe.size();) {
        const std::size_t space = std::min(safe.find(' ', at), safe.size());
        const std::string_view word = std::string_view(safe).substr(at, space - at);
        at = space + 1;
        if (word.empty()) continue;
        const std::size_t columns = terminal_width(word);
        if (column + 1 + columns > width) {
            out += (out.empty() ? "" : "\n") + std::string(indent, ' ');
            column = indent;
        } else {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns;
    }
    return out + "\n";
}

std::string styled(std::string_view text, std::string_view style, const TextOptions& options) {
    if (!options.colour) return std::string(text);
    return "\x1b[" + std::string(style) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace

void write_coverage_text(Output& output, const engine::Comparison& comparison, const TextOptions& options) {
    const Outline outline = outline_of(comparison);
    output.write(styled(outline.title, "1", options) + "\n" + wrapped(outline.summary, options.width, 0));
    for (const engine::Warning& each : comparison.warnings)
        output.write(wrapped("Note: " + each.message, options.width, 0));
    for (const OutlineSection& section : outline.sections) {
        output.write("\n" + styled(section.heading, "1;4", options) + "\n");
        if (!section.intro.empty()) output.write(wrapped(section.intro, options.width, 2));
        for (const OutlineEntry& entry : section.entries) {
            const std::string heading =
                wrapped((entry.alarming ? "! " : "") + entry.heading, options.width, 2);
            output.write(
                "\n" + styled(heading.substr(0, heading.size() - 1), entry.alarming ? "1;33" : "1", options) +
                "\n");
            for (const OutlineLine& line : entry.lines) {
                const std::string text = (line.outlet.empty() ? "" : line.outlet + ": ") + line.text;
                output.write(wrapped(text, options.width, 4));
                if (!line.note.empty())
                    output.write(styled(wrapped("(" + line.note + ")", options.width, 6),
                                        line.differs ? "33" : "2", options));
            }
        }
    }
}

void write_coverage_markdown(Output& output, const engine::Comparison& comparison) {
    const Outline outline = outline_of(comparison);
    output.write("# " + markdown_escaped(outline.title) + "\n\n" + markdown_escaped(outline.summary) + "\n");
    for (const engine::Warning& each : comparison.warnings)
        output.write("\n> " + markdown_escaped(each.message) + "\n");
    for (const OutlineSection& section : outline.sections) {
        output.write("\n## " + markdown_escaped(section.heading) + "\n");
        if (!section.intro.empty()) output.write("\n" + markdown_escaped(section.intro) + "\n");
        for (const OutlineEntry& entry : section.entries) {
            output.write("\n### " + std::string(entry.alarming ? "⚠ " : "") +
                         markdown_escaped(entry.heading) + "\n\n");
            for (const OutlineLine& line : entry.lines) {
                output.write("- " +
                             (line.outlet.empty() ? "" : "**" + markdown_escaped(line.outlet) + "**: ") +
                             markdown_escaped(line.text) +
                             (line.note.empty() ? "" : " *(" + markdown_escaped(line.note) + ")*") + "\n");
            }
        }
    }
}

void write_coverage_html(Output& output, const engine::Comparison& comparison) {
    const Outline outline = outline_of(comparison);
    const std::string title = html_escaped(outline.title);
    std::string out =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
        "content=\"no-referrer\">\n<title>" +
        title + "</title>\n<style>" + std::string(html_style) +
        ".entry { margin: 1.2rem 0; } .entry h3 { margin: 0 0 .3rem; font-size: 1rem; }\n"
        ".entry ul { margin: 0; padding: 0; list-style: none; } .entry li { margin: .25rem 0; }\n"
        ".entry.alarming { border-inline-start: 4px solid var(--removed); padding-inline-start: .8rem; }\n"
        ".entry small { color: var(--soft); }\n</style>\n</head>\n<body>\n<main>\n<header>\n<p "
        "class=\"ui\">Coverage</p>\n<h1>" +
        title + "</h1>\n<p class=\"summary\">" + html_escaped(outline.summary) + "</p>\n</header>\n";
    for (const engine::Warning& each : comparison.warnings)
        out +=
            "<div class=\"note\" role=\"note\"><p><bdi>" + html_escaped(each.message) + "</bdi></p></div>\n";
    out += "<nav aria-label=\"Sections\"><ol>\n";
    for (const OutlineSection& section : outline.sections)
        out += "<li><a href=\"#" + section.anchor + "\">" + html_escaped(section.heading) + "</a></li>\n";
    out += "</ol></nav>\n";
    for (const OutlineSection& section : outline.sections) {
        out += "<section id=\"" + section.anchor + "\">\n<h2>" + html_escaped(section.heading) + "</h2>\n";
        if (!section.intro.empty()) out += "<p>" + html_escaped(section.intro) + "</p>\n";
        for (const OutlineEntry& entry : section.entries) {
            out += std::string("<div class=\"entry") + (entry.alarming ? " alarming" : "") +
                   "\">\n<h3 dir=\"auto\">" + html_escaped(entry.heading) + "</h3>\n<ul>\n";
            for (const OutlineLine& line : entry.lines) {
                out += "<li>";
                if (!line.outlet.empty()) out += "<b><bdi>" + html_escaped(line.outlet) + "</bdi></b>: ";
                out += "<bdi>" + html_escaped(line.text) + "</bdi>";
                if (!line.note.empty()) out += " <small>(<bdi>" + html_escaped(line.note) + "</bdi>)</small>";
                out += "</li>\n";
            }
            out += "</ul>\n</div>\n";
        }
        out += "</section>\n";
    }
    out +=
        "<footer><p>Made by Twicetold " + std::string(program_version) +
        " from the texts of the outlets, which it does not alter.</p></footer>\n</main>\n</body>\n</html>\n";
    output.write(out);
}

namespace {

/// One row of the CSV.
void write_row(Output& output, const engine::Comparison& comparison, std::string_view kind,
               const std::string& id, coverage::SentencePlace place, std::string_view relation,
               std::string_view text) {
    output.write(std::string(kind) + "," + id + "," + csv_cell(outlet_name(comparison, place.document)) +
                 "," + std::to_string(place.sentence) + "," + csv_cell(relation) + "," + csv_cell(text) +
                 "\r\n");
}

std::string_view sentence_text(const engine::Comparison& comparison, coverage::SentencePlace place) {
    const document::Document& of = comparison.documents[place.document];
    return of.slice(of.sentences[place.sentence]);
}

}  // namespace

void write_coverage_csv(Output& output, const engine::Comparison& comparison) {
    const engine::Coverage& coverage = comparison.coverage;
    output.write("kind,id,document,sentence,relation,text\r\n");
    for (std::size_t i = 0; i < coverage.claims.size(); ++i) {
        for (const engine::ClaimMention& each : coverage.claims[i].mentions) {
            write_row(output, comparison, "claim", "c" + std::to_string(i + 1), each.place,
                      name_of(each.relation), sentence_text(comparison, each.place));
        }
    }
    for (std::size_t i = 0; i < coverage.quotes.size(); ++i) {
        for (const engine::QuoteMention& each : coverage.quotes[i].mentions) {
            write_row(output, comparison, "quote", "q" + std::to_string(i + 1), each.place,
                      name_of(each.fidelity), comparison.documents[each.place.document].slice(each.range));
        }
    }
    for (std::size_t i = 0; i < coverage.figures.size(); ++i) {
        for (const engine::FigureMention& each : coverage.figures[i].mentions) {
            write_row(output, comparison, "figure", "f" + std::to_string(i + 1), each.place,
                      coverage.figures[i].agree ? "agree" : "camp " + std::to_string(each.camp),
                      comparison.documents[each.place.document].slice(each.range));
        }
    }
    for (std::size_t i = 0; i < coverage.copied.size(); ++i) {
        for (const engine::CopiedMention& each : coverage.copied[i].mentions) {
            for (std::uint32_t s = each.first_sentence; s <= each.last_sentence; ++s) {
                write_row(output, comparison, "copied", "w" + std::to_string(i + 1), {each.document, s},
                          coverage.copied[i].verbatim ? "verbatim" : "edited",
                          sentence_text(comparison, {each.document, s}));
            }
        }
    }
    for (const coverage::SentencePlace& place : coverage.unique)
        write_row(output, comparison, "unique", "", place, "", sentence_text(comparison, place));
}

}  // namespace twicetold::report
