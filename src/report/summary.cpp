#include "report/summary.h"

#include <algorithm>

namespace twicetold::report {

Counts count_changes(const engine::Step& step) {
    Counts counts;
    counts.moves = static_cast<std::uint32_t>(step.moves.size());
    for (const engine::Change& change : step.changes) {
        // Each sentence of a moved passage has one.
        if (change.kind == engine::ChangeKind::move) continue;
        ++(change.significance == engine::Significance::substantive ? counts.substantive : counts.cosmetic);
    }
    return counts;
}

bool differs(const engine::Step& step) {
    return std::any_of(step.edits.begin(), step.edits.end(), [](const engine::Edit& edit) {
        return edit.operation != engine::EditOperation::equal;
    });
}

bool differs(const engine::Comparison& comparison) {
    if (comparison.options.mode == engine::Mode::coverage) {
        const auto& documents = comparison.documents;
        return std::any_of(documents.begin(), documents.end(),
                           [&](const auto& each) { return each.text != documents.front().text; });
    }
    return std::any_of(comparison.steps.begin(), comparison.steps.end(),
                       [](const engine::Step& step) { return differs(step); });
}

std::string counted(std::uint64_t count, const char* singular, const char* plural) {
    return std::to_string(count) + " " + (count == 1 ? singular : plural);
}

std::string summary(const engine::Step& step) {
    const Counts counts = count_changes(step);
    std::string sentence;
    const auto add = [&sentence](const std::string& part) {
        sentence += (sentence.empty() ? "" : ", ") + part;
    };
    if (counts.substantive > 0) {
        add(counted(counts.substantive, "substantive change", "substantive changes"));
        if (counts.cosmetic > 0) add(std::to_string(counts.cosmetic) + " cosmetic");
    } else if (counts.cosmetic > 0) {
        add(counted(counts.cosmetic, "cosmetic change", "cosmetic changes"));
    }
    if (counts.moves > 0) add(counted(counts.moves, "passage moved", "passages moved"));
    if (counts.substantive > 0) add(step.correction_note ? "with a correction note" : "no correction note");
    if (sentence.empty())
        sentence = differs(step) ? "only spaces, line breaks or mark-up differ" : "no difference";
    if (step.ignored > 0)
        sentence += ", " + counted(step.ignored, "difference ignored", "differences ignored");
    return sentence;
}

}  // namespace twicetold::report
