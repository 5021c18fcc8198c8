#pragma once
// Coverages made by hand for the viewer's tests, so that what they hold does not hang on the engine's judgement.

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "unit/viewer_support.h"

namespace viewer_test {

using engine::ClaimRelation;

struct Telling {
    std::uint32_t document;
    std::uint32_t sentence;
    ClaimRelation relation = ClaimRelation::same;
};

inline engine::Claim claim(std::initializer_list<Telling> tellings) {
    engine::Claim made;
    for (const Telling& each : tellings) {
        engine::ClaimMention mention;
        mention.place = {each.document, each.sentence};
        mention.relation = each.relation;
        if (each.relation == ClaimRelation::differs) mention.difference = engine::Difference::negation;
        made.mentions.push_back(mention);
    }
    made.origins = static_cast<std::uint32_t>(made.mentions.size());
    made.evidence.push_back({engine::EvidenceKind::name, "Aldwater"});
    return made;
}

/// Four outlets of four sentences each, "A0 tells …" to "D3 tells …". Claims: c0 all four; c1 A, B; c2 B, C, D, of which D
/// differs; c3 C, D.
inline engine::Comparison four_outlets() {
    engine::Comparison made;
    made.options.mode = engine::Mode::coverage;
    for (const char letter : {'A', 'B', 'C', 'D'}) {
        std::string text = std::string("Headline of ") + letter + "\n\nBy " + letter + " Writer\n\n";
        for (int sentence = 0; sentence < 4; ++sentence) {
            text += letter + std::to_string(sentence) + " tells of 4" + std::to_string(sentence) +
                    " boats near Aldwater.\n\n";
        }
        engine::Document document =
            document::read_text(std::string("file-") + letter + ".txt", std::move(text)).document;
        document.source = std::string("The ") + letter + " Gazette";
        document.published = "2026-09-17T18:40:00Z";
        made.documents.push_back(std::move(document));
    }
    engine::Coverage& found = made.coverage;
    found.claims = {claim({{0, 0}, {1, 0}, {2, 0}, {3, 0}}), claim({{0, 1}, {1, 1}}),
                    claim({{1, 2}, {2, 2}, {3, 2, ClaimRelation::differs}}), claim({{2, 3}, {3, 3}})};
    found.unique = {{0, 2}, {0, 3}, {1, 3}, {2, 1}, {3, 1}};
    found.copied_share = {0.25F, 0.25F, 0, 0};
    return made;
}

inline text::Range find(const engine::Document& document, std::string_view words) {
    const std::size_t at = document.text.find(words);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline engine::QuoteMention quoted(const engine::Comparison& in, Telling at, std::string_view words,
                                   engine::Fidelity fidelity) {
    return {{at.document, at.sentence}, find(in.documents[at.document], words), fidelity, {}};
}

inline engine::FigureMention counted(const engine::Comparison& in, Telling at, std::string_view words,
                                     double value, std::uint32_t camp) {
    engine::FigureMention made;
    made.place = {at.document, at.sentence};
    made.range = find(in.documents[at.document], words);
    made.value = made.value_high = value;
    made.unit = "boats";
    made.camp = camp;
    return made;
}

inline std::shared_ptr<const engine::Comparison> shared(engine::Comparison comparison) {
    return std::make_shared<const engine::Comparison>(std::move(comparison));
}

/// Articles and panel, side by side.
struct CoverageScreen {
    FixedMeasurer measurer;
    viewer::ViewModel model{measurer};

    explicit CoverageScreen(engine::Comparison comparison, float width = 1600, float height = 800) {
        model.set_reduced_motion(true);
        place(width, height);
        model.show(shared(std::move(comparison)));
    }

    void place(float width, float height) {
        model.resize({width, height}, {0, 0, width - 400, height}, 1, {width - 400, 100, 400, height - 100});
    }

    [[nodiscard]] std::vector<viewer::PanelBox> boxes(viewer::PanelBox::Kind kind) const {
        std::vector<viewer::PanelBox> result;
        for (viewer::PanelBox& box : model.layout().panel) {
            if (box.kind == kind) result.push_back(std::move(box));
        }
        return result;
    }

    /// The matrix as text: "++++ ++-- -++x", a row a claim in the order shown.
    [[nodiscard]] std::string matrix() const {
        std::string result;
        std::int32_t claim = -1;
        for (const viewer::PanelBox& cell : boxes(viewer::PanelBox::Kind::cell)) {
            if (claim >= 0 && cell.claim != claim) result += ' ';
            claim = cell.claim;
            result += cell.stance == viewer::Stance::says      ? '+'
                      : cell.stance == viewer::Stance::differs ? 'x'
                                                               : '-';
        }
        return result;
    }

    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> result;
        for (const viewer::PanelBox& line : boxes(viewer::PanelBox::Kind::line)) result.push_back(line.text);
        return result;
    }

    /// Every text that is drawn, one after the other.
    [[nodiscard]] std::string drawn() {
        std::string result;
        for (const viewer::DrawLayer& layer : model.display_list().layers) {
            for (const viewer::DrawText& run : layer.texts) result += std::string(run.text) + '\n';
        }
        return result;
    }

    void click(const viewer::Rect& rect) {
        model.apply(viewer::command::ClickAt{rect.x + rect.width / 2, rect.y + rect.height / 2});
    }
};

}  // namespace viewer_test
