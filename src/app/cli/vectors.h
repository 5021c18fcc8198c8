#pragma once
// The word vectors that the command line was given.

#include <memory>
#include <string>

#include "engine/engine.h"

namespace twicetold::cli {

struct LoadedVectors {
    std::shared_ptr<const coverage::Vectors> vectors;  ///< null where none were asked for
    bool ok = true;  ///< false: they were asked for and could not be had, which was complained of
};

/// Reads vectors.gv, vectors.words.txt and, where there is one, synonyms.tsv of `folder`; nothing for an empty name.
[[nodiscard]] LoadedVectors load_vectors(const std::string& folder);

}  // namespace twicetold::cli
