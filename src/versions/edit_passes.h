#pragma once
// From the words that differ to the spans an editor would name. Named passes, list → list; each is its own mirror image. They
// know what words are (reading.h), which the passes of diff/readable.h do not.

#include <vector>

#include "versions/reading.h"
#include "versions/word_edits.h"

namespace twicetold::versions {

/// Both sides of a pair of passages.
struct PassContext {
    const Reading& before;
    const Reading& after;
};

/// Words that changed places inside a sentence are one edit, and so is a verb of saying that did.
///     before:  [L'élu,] âgé de 56 ans, [+ l'élu]
///     after:   [L'élu, âgé de 56 ans, → Âgé de 56 ans, l'élu]
[[nodiscard]] std::vector<WordEdit> join_transposed(const std::vector<WordEdit>& edits,
                                                    const PassContext& context);

/// What came or went in whole sentences is marked by whole sentences, with their own full stop and not the one before. `before` and
/// `after` are the passages that the edits lie in.
///     before:  found in the roof[+ . It was built in 1962].
///     after:   found in the roof. [+ It was built in 1962.]
[[nodiscard]] std::vector<WordEdit> settle_on_sentences(std::vector<WordEdit> edits,
                                                        const PassContext& context, TokenSpan before,
                                                        TokenSpan after);

/// Edits within one date or time are one edit.
///     before:  [lundi → mardi] à 18 [heures → h 30]
///     after:   [lundi à 18 heures → mardi à 18 h 30]
[[nodiscard]] std::vector<WordEdit> join_dates(const std::vector<WordEdit>& edits,
                                               const PassContext& context);

/// A word that lost or gained its capital because others came or went before it belongs to them.
///     before:  [+ Some] [Fans → fans]
///     after:   [Fans → Some fans]
[[nodiscard]] std::vector<WordEdit> join_capitals(const std::vector<WordEdit>& edits,
                                                  const PassContext& context);

/// Facts side by side are changes of their own: figures and dates at the border of a longer replacement, and an aside that only one
/// side has.
///     before:  [said it was sending four → has sent six]
///     after:   [said it was sending → has sent] [four → six]
[[nodiscard]] std::vector<WordEdit> cut_at_facts(const std::vector<WordEdit>& edits,
                                                 const PassContext& context);

}  // namespace twicetold::versions
