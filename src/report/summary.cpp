#include "report/summary.h"

#include <algorithm>

namespace twicetold::report {

Counts count_changes(const engine::Step& step) {
    Counts counts;
    for (const engine::Change& change : step.changes) {
        ++(change.significance == engine::Significance::substantive ? counts.substantive : counts.cosmetic);
        if (change.kind == engine::ChangeKind::move) ++counts.moves;
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
    if (counts.substantive > 0) {
        sentence = counted(counts.substantive, "substantive change", "substantive changes");
        if (counts.cosmetic > 0) sentence += ", " + std::to_string(counts.cosmetic) + " cosmetic";
        sentence += step.correction_note ? ", with a correction note" : ", no correction note";
    } else if (counts.cosmetic > 0) {
        sentence = counted(counts.cosmetic, "cosmetic change", "cosmetic changes");
    } else {
        sentence = differs(step) ? "only spaces, line breaks or mark-up differ" : "no difference";
    }
    if (step.ignored > 0)
        sentence += ", " + counted(step.ignored, "difference ignored", "differences ignored");
    return sentence;
}

}  // namespace twicetold::report
