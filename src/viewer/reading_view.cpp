// What a host asks of selection and search.
#include <algorithm>

#include "viewer/implementation.h"
#include "viewer/quotation.h"

namespace twicetold::viewer {

SelectedText ViewModel::selection() const {
    const Implementation& self = *implementation_;
    const TextSelection& selection = self.reading.selection();
    if (!self.texts || selection.empty()) return {};
    return self.texts->source_of(selection.side(), selection.range());
}

std::string ViewModel::selected_text() const {
    const SelectedText selected = selection();
    std::string text;
    for (const text::Range range : selected.ranges)
        text += comparison()->documents[selected.document].slice(range);
    return text;
}

std::string ViewModel::selected_quotation() const {
    const Implementation& self = *implementation_;
    const SelectedText selected = selection();
    if (selected.empty()) return {};
    const engine::Document& document = self.comparison->documents[selected.document];
    std::vector<std::string> source;
    if (self.coverage) {
        source.push_back(self.coverage->outlets().name(selected.document));
    } else {
        source.push_back(document.source);
    }
    source.push_back(excerpt(document.slice(document.title), 200));
    source.push_back(self.strings.date(document.published));
    if (!self.coverage)
        source.push_back(self.strings.text(Text::viewer_version, {{"number", selected.document + 1ULL}}));
    std::string passage = selected_text();
    const auto is_white = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!passage.empty() && is_white(passage.back())) passage.pop_back();
    passage.erase(passage.begin(), std::find_if_not(passage.begin(), passage.end(), is_white));
    return quoted(passage, document.language, source);
}

SearchState ViewModel::search() const { return implementation_->reading.search(); }

bool ViewModel::is_selected(float x, float y) {
    Implementation& self = *implementation_;
    return self.texts && self.reading.is_selected(*self.texts, x, y);
}

bool ViewModel::is_text(float x, float y) {
    Implementation& self = *implementation_;
    return self.texts && is_over_text(*self.texts, x, y);
}

bool ViewModel::is_article(float x, float y) {
    Implementation& self = *implementation_;
    return self.texts && self.texts->view().contains(x, y) && !self.texts->on_screen().empty();
}

std::optional<Rect> ViewModel::selection_box() {
    Implementation& self = *implementation_;
    return self.texts ? self.reading.selection_box(*self.texts) : std::nullopt;
}

}  // namespace twicetold::viewer
