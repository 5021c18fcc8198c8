#include "app/cli/vectors.h"

#include "app/cli/files.h"

namespace twicetold::cli {

LoadedVectors load_vectors(const std::string& folder) {
    if (folder.empty()) return {};
    const FileContent table = read_file(folder + "/vectors.gv");
    const FileContent words = read_file(folder + "/vectors.words.txt");
    const FileContent synonyms = read_file(folder + "/synonyms.tsv");
    for (const FileContent* each : {&table, &words}) {
        if (each->problem.empty()) continue;
        complain(folder, "vectors.gv and vectors.words.txt are needed: " + each->problem);
        return {nullptr, false};
    }
    auto vectors = engine::load_vectors(table.bytes, words.bytes, synonyms.bytes);
    if (!vectors)
        complain(folder, "vectors.gv is no table of vectors, or vectors.words.txt has not a line a row");
    const bool ok = vectors != nullptr;
    return {std::move(vectors), ok};
}

}  // namespace twicetold::cli
