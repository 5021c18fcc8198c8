#pragma once
// Sentences that were cut out across a full stop, or put in across one: the words on either hand make one sentence on the other side.

#include "align/pairing.h"
#include "document/tokenized.h"

namespace twicetold::align {

/// Makes one pair of a sentence and the one or two free neighbours that only together hold its words: all words of the first, then
/// the end of the last.
///     before:  “We will rebuild. We will not give up,” she said.
///     after:   “We will rebuild,” she said.
/// The two sentences before correspond to the one after; without this, “said” would seem new. Both in one paragraph, in either
/// direction. The backbone must be up to date. O(tokens).
void join_at_seams(Pairing& pairing, const document::Tokenized& before, const document::Tokenized& after);

}  // namespace twicetold::align
