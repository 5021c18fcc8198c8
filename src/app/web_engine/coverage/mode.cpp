#include "app/web_engine/mode.h"

#include <emscripten/emscripten.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace twicetold::app {

namespace {

/// Kept from one comparison to the next.
std::shared_ptr<const coverage::Vectors>& vectors() {
    static std::shared_ptr<const coverage::Vectors> loaded;
    return loaded;
}

}  // namespace

const engine::Mode module_mode = engine::Mode::coverage;

engine::CompareResult compare(std::vector<engine::Document> documents, const engine::Options& options,
                              const engine::Progress& progress) {
    return engine::compare_coverage(std::move(documents), options, progress, vectors().get());
}

}  // namespace twicetold::app

extern "C" {

/// Loads word vectors for the comparisons to come, from the bytes of their files (coverage/vectors.h). 0 where they are none; those
/// loaded before then stay.
EMSCRIPTEN_KEEPALIVE std::int32_t twicetold_load_vectors(const char* table, std::uint32_t table_size,
                                                         const char* words, std::uint32_t words_size,
                                                         const char* synonyms, std::uint32_t synonyms_size) {
    auto loaded =
        twicetold::engine::load_vectors({table, table_size}, {words, words_size}, {synonyms, synonyms_size});
    if (!loaded) return 0;
    twicetold::app::vectors() = std::move(loaded);
    return 1;
}

}  // extern "C"
