#include "engine/engine.h"

namespace twicetold::engine {

CompareResult compare(std::vector<Document> documents, const Options& options, const Progress& progress,
                      const coverage::Vectors* vectors) {
    if (options.mode == Mode::coverage)
        return compare_coverage(std::move(documents), options, progress, vectors);
    return compare_versions(std::move(documents), options, progress);
}

}  // namespace twicetold::engine
