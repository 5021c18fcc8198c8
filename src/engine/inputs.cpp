#include "engine/inputs.h"

#include <algorithm>

#include "document/reader.h"

namespace twicetold::engine {

namespace {

/// A guessed title is only believed where every version has one: otherwise a first line that lost its full stop would pair with
/// nothing.
void agree_on_titles(std::vector<Document>& documents) {
    const bool all =
        std::all_of(documents.begin(), documents.end(), [](const Document& d) { return !d.title.empty(); });
    if (all) return;
    for (Document& document : documents) {
        if (document.title_guessed) document::demote_title(document);
    }
}

}  // namespace

std::string name_of(const Document& document, std::size_t index) {
    return document.id.empty() ? "document " + std::to_string(index + 1) : document.id;
}

std::optional<Error> prepare(std::vector<Document>& documents) {
    if (documents.size() < 2) {
        return Error{"too-few-documents",
                     "a comparison needs two texts; only " + std::to_string(documents.size()) + " was given"};
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents[i].text.size() > max_document_bytes) {
            return Error{"too-large", name_of(documents[i], i) + " is " +
                                          std::to_string(documents[i].text.size() >> 20U) +
                                          " MB long; texts of up to " +
                                          std::to_string(max_document_bytes >> 20U) + " MB can be compared"};
        }
    }
    agree_on_titles(documents);
    return std::nullopt;
}

}  // namespace twicetold::engine
