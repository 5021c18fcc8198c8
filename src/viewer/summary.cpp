#include "viewer/summary.h"

#include <algorithm>

#include "viewer/labels.h"

namespace twicetold::viewer {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string sentence;
    for (const std::string& part : parts) sentence += (sentence.empty() ? "" : ", ") + part;
    return sentence;
}

std::string moved(std::uint64_t passages) {
    return number(passages) + (passages == 1 ? " passage moved" : " passages moved");
}

/// What is left to say where there is no change to count.
std::string unchanged(const StepSummary& summary) {
    if (summary.differs) return "only spaces, line breaks or mark-up differ";
    if (summary.ignored == 0) return {};
    return number(summary.ignored) + (summary.ignored == 1 ? " difference ignored" : " differences ignored");
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

std::string summary_label(const StepSummary& summary) {
    if (summary.substantive > 0) {
        return number(summary.substantive) + " substantive, " +
               (summary.correction_note ? "with a correction note" : "no correction note");
    }
    std::vector<std::string> parts;
    if (summary.cosmetic > 0)
        parts.push_back(summary.moves > 0 ? number(summary.cosmetic) + " cosmetic"
                                          : std::string("none substantive"));
    if (summary.moves > 0) parts.push_back(moved(summary.moves));
    return parts.empty() ? unchanged(summary) : joined(parts);
}

std::vector<std::string> summary_lines(const StepSummary& summary) {
    std::vector<std::string> parts;
    if (summary.substantive > 0) parts.push_back(number(summary.substantive) + " substantive");
    if (summary.cosmetic > 0) parts.push_back(number(summary.cosmetic) + " cosmetic");
    if (summary.moves > 0) parts.push_back(moved(summary.moves));
    std::vector<std::string> lines;
    if (!parts.empty()) lines.push_back(joined(parts));
    if (summary.substantive > 0)
        lines.emplace_back(summary.correction_note ? "With a correction note" : "No correction note");
    return lines;
}

std::string no_changes_sentence(const StepSummary& summary) {
    std::string sentence = unchanged(summary);
    if (sentence.empty()) return "These versions do not differ.";
    if (sentence.front() == 'o') sentence.front() = 'O';
    return sentence + ".";
}

}  // namespace twicetold::viewer
