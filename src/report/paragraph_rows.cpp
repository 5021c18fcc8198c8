#include "report/paragraph_rows.h"

#include <algorithm>

#include "report/marked.h"

namespace twicetold::report {
namespace {

/// Paragraphs that belong beside each other, ends included in neither side.
using Link = ParagraphRow;

std::vector<Link> links_of(const Document& before, const Document& after, const engine::Step& step) {
    std::vector<Link> links;
    for (const engine::AlignmentGroup& group : step.alignment) {
        if (!is_in_place(group) || group.before.first < 0 || group.after.first < 0) continue;
        links.push_back(
            {paragraph_of(before, group.before.first), paragraph_of(before, group.before.last - 1) + 1,
             paragraph_of(after, group.after.first), paragraph_of(after, group.after.last - 1) + 1});
    }
    std::sort(links.begin(), links.end(), [](const Link& one, const Link& two) {
        return one.before_begin != two.before_begin ? one.before_begin < two.before_begin
                                                    : one.after_begin < two.after_begin;
    });
    return links;
}

/// Joins links that share a paragraph or cross, so that what remains is in order on both sides.
std::vector<Link> joined(const std::vector<Link>& links) {
    std::vector<Link> rows;
    for (Link link : links) {
        while (!rows.empty() &&
               (link.before_begin < rows.back().before_end || link.after_begin < rows.back().after_end)) {
            const Link& last = rows.back();
            link = {std::min(link.before_begin, last.before_begin),
                    std::max(link.before_end, last.before_end), std::min(link.after_begin, last.after_begin),
                    std::max(link.after_end, last.after_end)};
            rows.pop_back();
        }
        rows.push_back(link);
    }
    return rows;
}

}  // namespace

std::vector<ParagraphRow> paragraph_rows(const engine::Comparison& comparison, const engine::Step& step) {
    const Document& before = comparison.documents[step.before];
    const Document& after = comparison.documents[step.after];
    std::vector<ParagraphRow> rows;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto append_alone = [&](std::size_t before_end, std::size_t after_end) {
        for (; i < before_end; ++i) rows.push_back({i, i + 1, j, j});
        for (; j < after_end; ++j) rows.push_back({i, i, j, j + 1});
    };
    for (const Link& link : joined(links_of(before, after, step))) {
        append_alone(link.before_begin, link.after_begin);
        rows.push_back(link);
        i = link.before_end;
        j = link.after_end;
    }
    append_alone(before.paragraphs.size(), after.paragraphs.size());
    return rows;
}

}  // namespace twicetold::report
