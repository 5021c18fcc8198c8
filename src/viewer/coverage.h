#pragma once
// What a host sees of the coverage mode: what several outlets say about one event, two of them side by side, and a panel
// with everything that was found.

#include <cstdint>

namespace twicetold::viewer {

/// What the panel shows.
enum class PanelView : std::uint8_t {
    claims,      ///< the matrix of claims and outlets
    quotations,  ///< who is quoted, and how faithfully
    figures,     ///< the ledger of quantities
    copied,      ///< passages taken over
    unique,      ///< what one outlet alone says
    words,       ///< words that set an outlet apart
    openings,    ///< headlines and first paragraphs
};
inline constexpr std::size_t panel_view_count = 7;

enum class ClaimSort : std::uint8_t {
    story,         ///< as the story goes
    carriers,      ///< what most outlets carry first
    disagreement,  ///< what they disagree about first
};
inline constexpr std::size_t claim_sort_count = 3;

/// Which findings are shown. `quoted` and `copied` choose among claims only; the other lists then show everything.
enum class ClaimFilter : std::uint8_t { all, agreeing, differing, quoted, copied };
inline constexpr std::size_t claim_filter_count = 5;

/// Values of the filter by outlet beside the index of one.
inline constexpr std::int32_t all_outlets = -1;
inline constexpr std::int32_t shown_outlets = -2;  ///< what either of the two side by side carries

/// What an outlet has to say on a claim.
enum class Stance : std::uint8_t { says, differs, omits };

struct CoverageState {
    PanelView view = PanelView::claims;
    ClaimSort sort = ClaimSort::story;
    ClaimFilter filter = ClaimFilter::all;
    std::int32_t outlet = all_outlets;
    bool blind = false;       ///< the outlets' names are hidden
    bool wide = false;        ///< the panel stands in place of the articles
    std::int32_t claim = -1;  ///< selected claim, index into the comparison's claims
    double panel_scroll = 0;
    double panel_scroll_max = 0;
};

}  // namespace twicetold::viewer
