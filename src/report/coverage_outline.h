#pragma once
// A coverage as an outline: sections, their entries, and what each outlet has there. The reports for people render it as text, Markdown
// and HTML.

#include <string>
#include <vector>

#include "engine/comparison.h"

namespace twicetold::report {

/// What one outlet has: "Aldwater Courier", "The third was found …", "differs: another figure".
struct OutlineLine {
    std::string outlet;  ///< empty where the entry is of one outlet
    std::string text;    ///< of the document, or ours
    std::string note;    ///< ours; empty where there is nothing to add
    bool differs = false;
};

struct OutlineEntry {
    std::string heading;    ///< empty for an entry of one line
    bool alarming = false;  ///< a disagreement
    std::vector<OutlineLine> lines;
};

struct OutlineSection {
    std::string anchor;  ///< for links within HTML
    std::string heading;
    std::string intro;  ///< a sentence; where there is nothing in the section it says so
    std::vector<OutlineEntry> entries;
};

struct Outline {
    std::string title;
    std::string summary;  ///< "14 claims, 3 figures that disagree, 5 quotations"
    std::vector<OutlineSection> sections;
};

/// The name of an outlet: its source where it has one, else its id.
[[nodiscard]] std::string outlet_name(const engine::Comparison& comparison, std::uint32_t document);

/// O(size of the result).
[[nodiscard]] Outline outline_of(const engine::Comparison& comparison);

}  // namespace twicetold::report
