#pragma once
// What the panel of the coverage mode says, as plain values without places: the rows of the matrix, and the other views
// as lists of entries. Everything that names an outlet goes through `Outlets`, which knows whether names are hidden.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/comparison.h"
#include "viewer/coverage.h"
#include "viewer/strings.h"

namespace twicetold::viewer {

/// Names of the outlets, hidden or not.
class Outlets {
public:
    /// Both must outlive it.
    Outlets(const Strings& strings, const engine::Comparison& comparison, bool blind)
        : strings_(&strings), comparison_(&comparison), blind_(blind) {}

    /// "A", "B", … in the order of the documents; it stands for the outlet where there is no room, and for its name where that is
    /// hidden.
    [[nodiscard]] std::string letter(std::uint32_t document) const;
    /// "The Harbour Courier"; blind: "Outlet B".
    [[nodiscard]] std::string name(std::uint32_t document) const;
    /// The name and, where it is known, the time of publication.
    [[nodiscard]] std::string label(std::uint32_t document) const;
    [[nodiscard]] bool blind() const { return blind_; }
    /// The language in which everything about outlets is said.
    [[nodiscard]] const Strings& strings() const { return *strings_; }
    /// A sentence of the engine's that may name outlets, without their names where these are hidden.
    [[nodiscard]] std::string without_names(std::string sentence) const;

private:
    const Strings* strings_;
    const engine::Comparison* comparison_;
    bool blind_ = false;
};

/// One claim as a row of the matrix.
struct ClaimRow {
    std::uint32_t claim = 0;
    std::vector<Stance> stances;  ///< by document
    std::uint32_t carriers = 0;   ///< outlets that do not omit it
    std::uint32_t differing = 0;  ///< of these, the ones that differ
    bool quoted = false;          ///< one of its sentences holds a quotation that several outlets have
    bool copied = false;          ///< two of its sentences are copies
    /// The mention whose words stand for the claim: one that agrees with the rest, in a sentence that says little else.
    std::uint32_t mention = 0;
};

/// What the ledger of figures says of every sentence.
class Disputes {
public:
    Disputes() = default;
    explicit Disputes(const engine::Comparison& comparison);

    struct Statement {
        std::uint32_t figure = 0;
        std::uint32_t camp = 0;
    };
    /// Statements of disputed quantities.
    [[nodiscard]] const std::vector<Statement>& at(coverage::SentencePlace place) const {
        return statements_[base_[place.document] + place.sentence];
    }
    /// Whether two sentences give numbers for one quantity that cannot both be true.
    [[nodiscard]] bool contradict(coverage::SentencePlace one, coverage::SentencePlace two) const;

private:
    std::vector<std::size_t> base_;  ///< of each document's sentences
    std::vector<std::vector<Statement>> statements_;
};

/// The claims in the order of the comparison. An outlet differs where its mention does, or where the ledger of figures
/// says that its number contradicts another's. O(mentions · log).
[[nodiscard]] std::vector<ClaimRow> claim_rows(const engine::Comparison& comparison,
                                               const Disputes& disputes);

/// Whether two sentences that mention one claim contradict each other there: never to be shown as agreeing.
[[nodiscard]] bool disagree(const Disputes& disputes, const engine::ClaimMention& one,
                            const engine::ClaimMention& two);

/// What is asked of a view.
struct PanelQuery {
    ClaimSort sort = ClaimSort::story;
    ClaimFilter filter = ClaimFilter::all;
    std::int32_t outlet = all_outlets;
    std::int32_t before = -1;  ///< documents side by side
    std::int32_t after = -1;
};

/// Indexes into `rows`: those that pass the filters, sorted. O(n log n).
[[nodiscard]] std::vector<std::uint32_t> ordered(const std::vector<ClaimRow>& rows, const PanelQuery& query);

/// A stretch of an entry's text.
struct PanelPiece {
    enum class Kind : std::uint8_t { plain, removed, added, figure };
    std::string text;
    Kind kind = Kind::plain;
};

/// What one outlet has in an entry.
struct PanelLine {
    std::int32_t document = -1;  ///< -1: of no outlet
    std::int32_t sentence = -1;  ///< where it stands; title_sentence for a headline
    std::vector<PanelPiece> pieces;
    std::string note;      ///< ours: "cut short", "differs: another figure"
    bool differs = false;  ///< contradicts, or alters, what others have
    bool headline = false;

    [[nodiscard]] std::string text() const;
};

struct PanelEntry {
    std::string heading;
    std::string note;            ///< beside the heading, softer
    std::int32_t document = -1;  ///< the entry is of this outlet alone
    bool differs = false;
    std::vector<PanelLine> lines;
};

struct PanelList {
    std::string intro;  ///< where there is nothing to show, a sentence that says so
    std::vector<PanelEntry> entries;
};

/// The entries of a view other than the matrix, filtered. O(size of the result).
[[nodiscard]] PanelList panel_list(const engine::Comparison& comparison, PanelView view,
                                   const PanelQuery& query, const Outlets& outlets);

/// The sentences of a claim, one line a mention, and what links them as the entry's note.
[[nodiscard]] PanelEntry claim_entry(const engine::Comparison& comparison, const ClaimRow& row,
                                     const Disputes& disputes, const Outlets& outlets);

/// Why the matrix is empty.
[[nodiscard]] std::string empty_matrix_sentence(const Strings& strings, const engine::Comparison& comparison,
                                                const PanelQuery& query);

/// How many findings a view holds before any filter.
[[nodiscard]] std::size_t finding_count(const engine::Comparison& comparison, PanelView view);

/// Words of `after` compared with those of `before`, in one line: what went, what came, what stayed. Quotations are short; beyond
/// 400 words a side both are shown whole. O(words²).
[[nodiscard]] std::vector<PanelPiece> word_diff(std::string_view before, std::string_view after);

}  // namespace twicetold::viewer
