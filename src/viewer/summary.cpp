#include "viewer/summary.h"

#include <algorithm>

namespace twicetold::viewer {
namespace {

/// What is left to say where there is no change to count.
std::string unchanged(const Strings& strings, const StepSummary& summary) {
    if (summary.differs) return strings.text(Text::summary_layout);
    return summary.ignored == 0 ? std::string() : strings.plural(Plural::summary_ignored, summary.ignored);
}

}  // namespace

StepSummary summarize(const engine::Step& step) {
    StepSummary summary;
    summary.moves = static_cast<std::uint32_t>(step.moves.size());
    for (const engine::Change& change : step.changes) {
        // Each sentence of a moved passage has one.
        if (change.kind == engine::ChangeKind::move) continue;
        ++(change.significance == engine::Significance::substantive ? summary.substantive : summary.cosmetic);
    }
    summary.correction_note = step.correction_note;
    summary.ignored = step.ignored;
    summary.differs = std::any_of(step.edits.begin(), step.edits.end(), [](const engine::Edit& edit) {
        return edit.operation != engine::EditOperation::equal;
    });
    return summary;
}

std::string summary_label(const Strings& strings, const StepSummary& summary) {
    if (summary.substantive > 0) {
        return strings.text(summary.correction_note ? Text::summary_noted : Text::summary_silent,
                            {{"changes", strings.plural(Plural::summary_substantive, summary.substantive)}});
    }
    std::vector<std::string> parts;
    if (summary.cosmetic > 0)
        parts.push_back(summary.moves > 0 ? strings.plural(Plural::summary_cosmetic, summary.cosmetic)
                                          : strings.text(Text::summary_none));
    if (summary.moves > 0) parts.push_back(strings.plural(Plural::summary_moved, summary.moves));
    return parts.empty() ? unchanged(strings, summary) : strings.list(parts);
}

std::vector<std::string> summary_lines(const Strings& strings, const StepSummary& summary) {
    std::vector<std::string> parts;
    if (summary.substantive > 0)
        parts.push_back(strings.plural(Plural::summary_substantive, summary.substantive));
    if (summary.cosmetic > 0) parts.push_back(strings.plural(Plural::summary_cosmetic, summary.cosmetic));
    if (summary.moves > 0) parts.push_back(strings.plural(Plural::summary_moved, summary.moves));
    std::vector<std::string> lines;
    if (!parts.empty()) lines.push_back(strings.list(parts));
    if (summary.substantive > 0)
        lines.push_back(strings.text(summary.correction_note ? Text::summary_note : Text::summary_no_note));
    return lines;
}

std::string no_changes_sentence(const Strings& strings, const StepSummary& summary) {
    const std::string sentence = unchanged(strings, summary);
    return sentence.empty() ? strings.text(Text::viewer_same) : sentence_case(sentence) + ".";
}

}  // namespace twicetold::viewer
