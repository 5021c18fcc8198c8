#include "engine/engine.h"

#include <algorithm>

#include "coverage/coverage.h"
#include "coverage/vectors.h"
#include "diff/sequence.h"
#include "document/reader.h"
#include "document/tokenized.h"
#include "versions/collation.h"
#include "versions/compare.h"
#include "versions/lineage.h"

namespace twicetold::engine {

namespace {

CompareResult failure(std::string code, std::string message) {
    return {nullptr, {std::move(code), std::move(message)}};
}

std::string name_of(const Document& document, std::size_t index) {
    return document.id.empty() ? "document " + std::to_string(index + 1) : document.id;
}

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

std::uint64_t budget_of(const Options& options) {
    return options.budget != 0 ? options.budget : diff::default_budget;
}

void add_collation(Comparison& comparison) {
    diff::Budget budget{budget_of(comparison.options)};
    bool degraded = false;
    comparison.collation =
        versions::collate(comparison.documents, comparison.options.ignore, budget, degraded);
    if (!degraded) return;
    comparison.degraded = true;
    comparison.warnings.push_back({"degraded",
                                   "the collation table sets long stretches without a common word one behind "
                                   "the other, because the budget ran out"});
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

CompareResult compare_coverage(std::vector<Document> documents, const Options& options,
                               const Progress& progress, const coverage::Vectors* vectors) {
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
    comparison->coverage = coverage::compare(comparison->documents, {options.ignore, vectors});
    add_coverage_warnings(*comparison);
    if (progress) progress(1, "comparing");
    return {std::move(comparison), {}};
}

}  // namespace

CompareResult compare(std::vector<Document> documents, const Options& options, const Progress& progress,
                      const coverage::Vectors* vectors) {
    if (documents.size() < 2) {
        return failure("too-few-documents", "a comparison needs two texts; only " +
                                                std::to_string(documents.size()) + " was given");
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents[i].text.size() > max_document_bytes) {
            return failure("too-large",
                           name_of(documents[i], i) + " is " +
                               std::to_string(documents[i].text.size() >> 20U) + " MB long; texts of up to " +
                               std::to_string(max_document_bytes >> 20U) + " MB can be compared");
        }
    }
    const auto report = [&](double share, std::string_view stage) {
        if (progress) progress(static_cast<float>(share), stage);
    };
    agree_on_titles(documents);
    if (options.mode == Mode::coverage)
        return compare_coverage(std::move(documents), options, progress, vectors);
    auto comparison = std::make_shared<Comparison>();
    comparison->options = options;
    comparison->documents = std::move(documents);
    const std::vector<Document>& texts = comparison->documents;

    report(0, "reading");
    text::Vocabulary vocabulary(options.ignore);
    std::vector<document::Tokenized> tokenized;
    tokenized.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        tokenized.push_back(document::tokenize(texts[i], vocabulary));
        report(0.2 * static_cast<double>(i + 1) / static_cast<double>(texts.size()), "reading");
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i + 1 < texts.size(); ++i) pairs.emplace_back(i, i + 1);
    if (options.first_to_last && texts.size() > 2)
        pairs.emplace_back(0, static_cast<std::uint32_t>(texts.size() - 1));
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const auto [before, after] = pairs[p];
        diff::Budget budget{budget_of(options)};
        versions::StepResult result = versions::compare(tokenized[before], tokenized[after], budget);
        result.step.before = before;
        result.step.after = after;
        if (result.degraded) {
            comparison->degraded = true;
            comparison->warnings.push_back({"degraded", "from " + name_of(texts[before], before) + " to " +
                                                            name_of(texts[after], after) +
                                                            ": too much differs to compare every word in the "
                                                            "budget; some stretches are shown as replaced"});
        }
        comparison->steps.push_back(std::move(result.step));
        report(0.2 + 0.8 * static_cast<double>(p + 1) / static_cast<double>(pairs.size()), "comparing");
    }
    if (texts.size() > 2) {
        comparison->lineage =
            versions::trace_lineage(tokenized, std::span(comparison->steps).first(texts.size() - 1));
    }
    if (options.collation) add_collation(*comparison);
    return {std::move(comparison), {}};
}

std::shared_ptr<const coverage::Vectors> load_vectors(std::string_view table, std::string_view words,
                                                      std::string_view synonyms) {
    auto vectors = std::make_shared<coverage::Vectors>();
    if (!vectors->load(table, words, synonyms)) return nullptr;
    return vectors;
}

}  // namespace twicetold::engine
