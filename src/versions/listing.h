#pragma once
// From the words that differ in a pair of passages to the changes that are listed. The edit script keeps the edits as they are; what
// is listed is cut, joined and widened the way an editor names a change.

#include <cstdint>
#include <vector>

#include "versions/classify.h"
#include "versions/edit_passes.h"

namespace twicetold::versions {

/// Corresponding passages. Seams are the first tokens of the second and later sentences of a side; only a split or merge has any.
struct Passages {
    const Reading& before;
    const Reading& after;
    TokenSpan before_span;
    TokenSpan after_span;
    std::vector<std::uint32_t> before_seams;
    std::vector<std::uint32_t> after_seams;
};

/// An edit with its class and the words it is shown with. The spans of a mark hold the word it leans on.
struct ListedEdit {
    WordEdit edit;
    Classification what;
};

/// Runs the passes, in this order:
/// 1. `cut_at_facts` (edit_passes.h);
/// 2. what opens a new sentence at a seam is one edit: [, and → . ] most [of them →] becomes [, and most of them → . Most];
/// 3. at a seam the end punctuation and the capital are left out: [and most of them → Most];
/// 4. each edit is classified;
/// 5. edits that touch and are alike are joined, and so are a quotation's words and marks, a phrase and its comma;
/// 6. a lone mark is shown with the word it leans on: [, →] becomes [it, → it].
[[nodiscard]] std::vector<ListedEdit> list_edits(const std::vector<WordEdit>& edits,
                                                 const Passages& passages);

}  // namespace twicetold::versions
