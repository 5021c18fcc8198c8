#pragma once
// Which stems of a story may stand for each other, and how surely.

#include "coverage/story.h"

namespace twicetold::coverage {

/// Fills `Story::related` from what is known without the story (concepts, word vectors where there are any), from how words
/// are built (a common beginning, German compounds), from numbers that can be the same, and from the story itself: "Mayor Lena
/// Ostrander" makes "the mayor" and "Ostrander" relatives. Names, dates and numbers are never related by vectors.
void relate_stems(Story& story, const Vectors* vectors);

}  // namespace twicetold::coverage
