#pragma once
// What the viewer's tests share: text of a fixed width, and comparisons of given texts.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/reader.h"
#include "engine/engine.h"
#include "viewer/viewer.h"

namespace viewer_test {

using namespace twicetold;

/// Every code point is 8 pixels wide, every line 20 high. Counts what is asked.
class FixedMeasurer final : public viewer::TextMeasurer {
public:
    float advance(std::string_view run, viewer::TextRole, viewer::Direction) override {
        ++measured;
        return 8 * static_cast<float>(length(run));
    }
    void carets(std::string_view run, viewer::TextRole, viewer::Direction direction,
                std::span<const std::uint32_t> offsets, std::span<float> out) override {
        for (std::size_t index = 0; index < offsets.size(); ++index) {
            const float x = 8 * static_cast<float>(length(run.substr(0, offsets[index])));
            out[index] =
                direction == viewer::Direction::left_to_right ? x : 8 * static_cast<float>(length(run)) - x;
        }
    }
    float line_height(viewer::TextRole) override { return 20; }
    float baseline(viewer::TextRole) override { return 15; }

    static std::size_t length(std::string_view run) {
        std::size_t count = 0;
        for (const char byte : run) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
        return count;
    }

    std::size_t measured = 0;
};

inline std::shared_ptr<const engine::Comparison> compare(const std::vector<std::string>& texts,
                                                         bool first_to_last = false) {
    std::vector<engine::Document> documents;
    for (const std::string& text : texts) {
        documents.push_back(
            document::read_text("version " + std::to_string(documents.size() + 1), text).document);
    }
    engine::Options options;
    options.first_to_last = first_to_last;
    return engine::compare(std::move(documents), options).comparison;
}

/// A view of a comparison on a canvas of its own.
struct View {
    FixedMeasurer measurer;
    viewer::ViewModel model{measurer};

    explicit View(std::shared_ptr<const engine::Comparison> comparison, float width = 1200,
                  float height = 800) {
        model.resize({width, height}, {0, 0, width, height});
        model.show(std::move(comparison));
        model.set_reduced_motion(true);
    }

    [[nodiscard]] std::string text_of(viewer::Side side, text::Range range) const {
        const viewer::ViewState state = model.state();
        const engine::Document& document =
            model.comparison()->documents[side == viewer::Side::before ? state.before : state.after];
        return std::string(document.slice(range));
    }

    /// The words on screen of one side, in reading order.
    [[nodiscard]] std::vector<std::string> words(viewer::Side side) const {
        std::vector<std::string> result;
        for (const viewer::WordBox& word : model.layout().words) {
            if (word.side == side) result.push_back(text_of(side, word.range));
        }
        return result;
    }

    /// Where a word stands, the first time it occurs on screen. Height 0 where it does not.
    [[nodiscard]] viewer::Rect place(viewer::Side side, std::string_view wanted) const {
        for (const viewer::WordBox& word : model.layout().words) {
            if (word.side == side && text_of(side, word.range) == wanted) return word.rect;
        }
        return {};
    }

    [[nodiscard]] std::vector<std::string> marked(viewer::Side side) const {
        std::vector<std::string> result;
        for (const viewer::MarkBox& mark : model.layout().marks) {
            if (mark.side == side) result.push_back(text_of(side, mark.range));
        }
        return result;
    }
};

/// `count` paragraphs of `words` words each, no word twice: nothing a cache could hide.
inline std::string unique_paragraphs(int count, int words, int changed_every = 0) {
    std::string text;
    int number = 0;
    for (int paragraph = 0; paragraph < count; ++paragraph) {
        for (int word = 0; word < words; ++word, ++number) {
            const bool changed =
                changed_every > 0 && paragraph % changed_every == changed_every / 2 && word == words / 2;
            if (word > 0) text += ' ';
            text += (changed ? "new" : "word") + std::to_string(number);
        }
        text += ".\n\n";
    }
    return text;
}

}  // namespace viewer_test
