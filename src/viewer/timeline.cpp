#include "viewer/timeline.h"

#include <algorithm>

#include "viewer/summary.h"

namespace twicetold::viewer {
namespace {

/// What a bar shows at least, as a share: a single changed comma can still be seen and clicked.
constexpr float least_share = 0.06F;

std::uint64_t size_of(const engine::Step& step) {
    std::uint64_t size = 0;
    for (const engine::Edit& edit : step.edits) {
        if (edit.move >= 0 || edit.operation == engine::EditOperation::equal) continue;
        size += edit.operation == engine::EditOperation::remove ? edit.before.size() : edit.after.size();
    }
    for (const engine::InnerEdit& edit : step.inner) size += edit.before.size() + edit.after.size();
    return size;
}

}  // namespace

Timeline make_timeline(const Strings& strings, const engine::Comparison& comparison) {
    Timeline result;
    for (const engine::Document& document : comparison.documents) {
        result.times.push_back(strings.date(document.published));
        result.clocks.push_back(strings.clock(document.published));
    }
    if (comparison.documents.size() < 2) return result;
    result.links.resize(comparison.documents.size() - 1);
    std::uint64_t largest = 0;
    for (const engine::Step& step : comparison.steps) {
        if (step.after != step.before + 1 || step.before >= result.links.size()) continue;
        const StepSummary summary = summarize(step);
        TimelineLink& link = result.links[step.before];
        link.substantive = summary.substantive;
        link.cosmetic = summary.cosmetic;
        link.moves = summary.moves;
        link.size = size_of(step);
        link.correction_note = summary.correction_note;
        largest = std::max(largest, link.size);
    }
    for (TimelineLink& link : result.links) {
        if (link.size + link.moves == 0) continue;
        const float share =
            largest == 0 ? 0
                         : static_cast<float>(static_cast<double>(link.size) / static_cast<double>(largest));
        link.share = std::max(share, least_share);
    }
    return result;
}

std::optional<SentenceHistory> history_of(const engine::Comparison& comparison, std::uint32_t version,
                                          std::int32_t sentence) {
    if (sentence < 0) return std::nullopt;
    const engine::SentencePlace wanted{version, static_cast<std::uint32_t>(sentence)};
    for (const engine::Lineage& lineage : comparison.lineage) {
        if (version < lineage.first || version > lineage.last) continue;
        if (std::find(lineage.sentences.begin(), lineage.sentences.end(), wanted) == lineage.sentences.end())
            continue;
        SentenceHistory history;
        history.states.assign(comparison.documents.size(), SentenceHistory::State::absent);
        history.first = lineage.first;
        history.last = lineage.last;
        history.fate = lineage.fate;
        for (const engine::SentencePlace& place : lineage.sentences) {
            if (place.version < history.states.size())
                history.states[place.version] = SentenceHistory::State::present;
        }
        for (const std::uint32_t edited : lineage.edited) {
            if (edited < history.states.size() && history.states[edited] != SentenceHistory::State::absent)
                history.states[edited] = SentenceHistory::State::reworded;
        }
        return history;
    }
    return std::nullopt;
}

}  // namespace twicetold::viewer
