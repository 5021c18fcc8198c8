#include "coverage/coverage.h"
#include "coverage/vectors.h"
#include "engine/engine.h"
#include "engine/inputs.h"

namespace twicetold::engine {

namespace {

CompareResult failure(std::string code, std::string message) {
    return {nullptr, {std::move(code), std::move(message)}};
}

/// What a reader of the coverage should know before they read it.
void add_coverage_warnings(Comparison& comparison) {
    const std::vector<Document>& texts = comparison.documents;
    const auto warn = [&](std::string code, std::string message) {
        comparison.warnings.push_back({std::move(code), std::move(message)});
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].sentences.empty())
            warn("no-sentence", name_of(texts[i], i) + " has no sentence; there is nothing in it to compare");
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (texts[i].text != texts[j].text || texts[i].sentences.empty()) continue;
            warn("same-text", name_of(texts[i], i) + " and " + name_of(texts[j], j) +
                                  " are the same text; they count as one origin");
            break;
        }
    }
    if (comparison.coverage.mixed_languages) {
        warn("different-languages",
             "the articles are not all in one language; between languages only names, figures and the "
             "commonest words of news are compared, so much that they share is not found");
    }
    if (comparison.coverage.claims.empty()) {
        warn("nothing-shared",
             "these articles have no claim in common, as far as their words show; they may not be about the "
             "same event");
    }
}

}  // namespace

CompareResult compare_coverage(std::vector<Document> documents, const Options& options,
                               const Progress& progress, const coverage::Vectors* vectors) {
    if (std::optional<Error> error = prepare(documents)) return {nullptr, std::move(*error)};
    std::size_t sentences = 0;
    for (const Document& document : documents) sentences += document.sentences.size();
    if (documents.size() > max_outlets) {
        return failure("too-many-documents", std::to_string(documents.size()) +
                                                 " articles were given; the coverage of up to " +
                                                 std::to_string(max_outlets) + " can be compared");
    }
    if (sentences > max_coverage_sentences) {
        return failure("too-large", "the articles have " + std::to_string(sentences) +
                                        " sentences together; the coverage of up to " +
                                        std::to_string(max_coverage_sentences) + " can be compared");
    }
    auto comparison = std::make_shared<Comparison>();
    comparison->options = options;
    comparison->documents = std::move(documents);
    if (progress) progress(0, "reading");
    comparison->coverage = coverage::compare(comparison->documents, {options.ignore, vectors, options.pairs});
    add_coverage_warnings(*comparison);
    if (progress) progress(1, "comparing");
    return {std::move(comparison), {}};
}

std::shared_ptr<const coverage::Vectors> load_vectors(std::string_view table, std::string_view words,
                                                      std::string_view synonyms) {
    auto vectors = std::make_shared<coverage::Vectors>();
    if (!vectors->load(table, words, synonyms)) return nullptr;
    return vectors;
}

}  // namespace twicetold::engine
