#include "app/web_engine/mode.h"

namespace twicetold::app {

const engine::Mode module_mode = engine::Mode::coverage;

engine::CompareResult compare(std::vector<engine::Document> documents, const engine::Options& options,
                              const engine::Progress& progress) {
    return engine::compare_coverage(std::move(documents), options, progress, nullptr);
}

}  // namespace twicetold::app
