// From one pair of versions to another.
#include <algorithm>
#include <string>
#include <utility>

#include "viewer/implementation.h"

namespace twicetold::viewer {
namespace {

std::int32_t sentence_at(const engine::Document& document, std::uint32_t offset) {
    const auto after =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), offset,
                         [](std::uint32_t value, const text::Range& range) { return value < range.end; });
    if (after == document.sentences.end() || offset < after->begin) return -1;
    return static_cast<std::int32_t>(after - document.sentences.begin());
}

bool same_text(const engine::Document& one, const engine::Document& two) {
    return one.text == two.text && one.sentences.size() == two.sentences.size();
}

}  // namespace

void ViewModel::Implementation::label_steps() {
    step_labels.clear();
    if (empty()) return;
    for (std::size_t index = 0; index < step_count(); ++index) {
        const engine::Step& step = step_at(index);
        step_labels.push_back({static_cast<std::uint32_t>(index), step.before, step.after,
                               strings.text(Text::viewer_step, {{"before", std::uint64_t{step.before} + 1},
                                                                {"after", std::uint64_t{step.after} + 1}})});
    }
}

bool ViewModel::Implementation::select_pair(std::uint32_t earlier, std::uint32_t later) {
    if (earlier > later) std::swap(earlier, later);
    if (earlier == later || later >= comparison->documents.size()) return false;
    for (std::size_t index = 0; index < step_count(); ++index) {
        if (step_at(index).before != earlier || step_at(index).after != later) continue;
        wanted_pair.reset();
        if (index == step_index) return false;
        load_step(static_cast<std::uint32_t>(index));
        return true;
    }
    if (wanted_pair && wanted_pair->before == earlier && wanted_pair->after == later) return false;
    wanted_pair = ViewModel::Pair{earlier, later};
    touch();
    return true;
}

std::uint32_t ViewModel::Implementation::neighbouring_step(int direction) const {
    // From 2 → 3 to 3 → 4; from 1 → 3, forwards to 3 → 4 as well, backwards to what led to its end.
    const engine::Step& from = step();
    const bool neighbours = from.after == from.before + 1;
    for (std::uint32_t index = 0; index < step_count(); ++index) {
        const engine::Step& to = step_at(index);
        if (to.after != to.before + 1) continue;
        if (direction > 0 ? to.before == from.after : to.after == (neighbours ? from.before : from.after))
            return index;
    }
    // Beyond the last there may be a step from the first version to the last.
    const std::size_t own = comparison->steps.size();
    if (direction > 0 && neighbours && step_index + 1 < own) return step_index + 1;
    return step_index;
}

std::optional<SentenceHistory> ViewModel::Implementation::history_of_place(Side document,
                                                                           std::uint32_t offset) const {
    const std::uint32_t version = document == Side::before ? step().before : step().after;
    return history_of(*comparison, version, sentence_at(comparison->documents[version], offset));
}

const engine::Step& ViewModel::step() const { return implementation_->step(); }

std::optional<ViewModel::Pair> ViewModel::wanted_pair() const { return implementation_->wanted_pair; }

bool ViewModel::add_step(const engine::Comparison& pair, Pair versions) {
    Implementation& self = *implementation_;
    self.wanted_pair.reset();
    self.touch();
    if (self.empty() || pair.steps.size() != 1 || pair.documents.size() != 2 ||
        versions.before >= self.comparison->documents.size() ||
        versions.after >= self.comparison->documents.size() ||
        !same_text(pair.documents[0], self.comparison->documents[versions.before]) ||
        !same_text(pair.documents[1], self.comparison->documents[versions.after])) {
        return false;
    }
    engine::Step step = pair.steps.front();
    step.before = versions.before;
    step.after = versions.after;
    self.more_steps.push_back(std::move(step));
    self.label_steps();
    self.load_step(static_cast<std::uint32_t>(self.step_count()) - 1);
    return true;
}

const Timeline& ViewModel::timeline() const { return implementation_->timeline; }

std::optional<SentenceHistory> ViewModel::history_at(float x, float y) {
    Implementation& self = *implementation_;
    if (self.empty() || self.comparison->lineage.empty()) return std::nullopt;
    for (const WordBox& word : self.make_layout().words) {
        if (word.rect.contains(x, y)) return self.history_of_place(word.side, word.range.begin);
    }
    return std::nullopt;
}

std::optional<SentenceHistory> ViewModel::history_of_selected() const {
    const Implementation& self = *implementation_;
    if (self.empty() || self.selected < 0) return std::nullopt;
    const engine::Change& change = self.change_at(self.selected);
    const Side side = change.after.present ? Side::after : Side::before;
    return self.history_of_place(side, (side == Side::after ? change.after : change.before).range.begin);
}

}  // namespace twicetold::viewer
