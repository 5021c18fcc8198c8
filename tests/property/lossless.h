#pragma once
// Whether the script of a step holds every byte of both texts once.

#include <string>

#include "engine/engine.h"

namespace twicetold::tests {

/// Does the script of the comparison's first step give both texts back, with nothing torn, skipped or told twice?
inline bool reproduces_both(const engine::Comparison& comparison) {
    const engine::Document& before = comparison.documents[0];
    const engine::Document& after = comparison.documents[1];
    std::uint32_t at_before = 0;
    std::uint32_t at_after = 0;
    for (const engine::Edit& edit : comparison.steps[0].edits) {
        if (edit.before.begin != at_before || edit.after.begin != at_after) return false;
        if (edit.before.end < at_before || edit.after.end < at_after) return false;
        at_before = edit.before.end;
        at_after = edit.after.end;
        switch (edit.operation) {
            case engine::EditOperation::insert:
                if (!edit.before.empty()) return false;
                break;
            case engine::EditOperation::remove:
                if (!edit.after.empty()) return false;
                break;
            case engine::EditOperation::equal:
                if (comparison.options.ignore == text::Ignore::nothing &&
                    before.slice(edit.before) != after.slice(edit.after))
                    return false;
                break;
        }
    }
    return at_before == before.text.size() && at_after == after.text.size();
}

}  // namespace twicetold::tests
