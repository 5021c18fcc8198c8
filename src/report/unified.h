#pragma once
// A unified diff of the source texts, by lines, as `patch` and `git apply` take it.
//
//     --- a/story.txt
//     +++ b/story.txt	story-2.txt
//     @@ -1,3 +1,3 @@
//
// Applied to the older text it gives the newer one, byte for byte: carriage returns are part of their line, and a last line
// without a line break is marked so. What is ignored counts as nothing here, for a patch has no such notion.
//
// The file to be patched is the older one, so both header lines name it by the id of the older document, made relative where it
// is an absolute path or climbs out of its folder; git takes the file from the second line, patch from either. Behind a tab, where
// diff puts a time, stands the id of the newer document. Names are quoted as git quotes them.
//
// Source: POSIX.1-2024, diff, "Diff -u Output Format"; gitformat-diff(5).

#include "engine/comparison.h"
#include "report/output.h"

namespace twicetold::report {

/// Writes every step in turn; one without a difference leaves nothing. Lines are paired where the comparison's own script
/// leaves them whole, and by longest common subsequence in the short stretches between. O(length of the texts).
void write_unified(Output& output, const engine::Comparison& comparison);

}  // namespace twicetold::report
