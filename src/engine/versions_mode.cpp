#include <span>

#include "diff/sequence.h"
#include "document/tokenized.h"
#include "engine/coarse.h"
#include "engine/engine.h"
#include "engine/inputs.h"
#include "versions/collation.h"
#include "versions/compare.h"
#include "versions/lineage.h"

namespace twicetold::engine {

namespace {

std::uint64_t budget_of(const Options& options) {
    return options.budget != 0 ? options.budget : diff::default_budget;
}

void add_collation(Comparison& comparison) {
    diff::Budget budget{budget_of(comparison.options)};
    std::vector<versions::RowSpan> coarse;
    comparison.collation = versions::collate(comparison.documents, comparison.options.ignore, budget, coarse);
    if (coarse.empty()) return;
    comparison.degraded = true;
    comparison.warnings.push_back({"degraded", describe_coarseness(coarse)});
}

}  // namespace

CompareResult compare_versions(std::vector<Document> documents, const Options& options,
                               const Progress& progress) {
    if (std::optional<Error> error = prepare(documents)) return {nullptr, std::move(*error)};
    const auto report = [&](double share, std::string_view stage) {
        if (progress) progress(static_cast<float>(share), stage);
    };
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
        if (result.degraded()) {
            comparison->degraded = true;
            for (std::string& message :
                 describe_coarseness(name_of(texts[before], before), name_of(texts[after], after), result))
                comparison->warnings.push_back({"degraded", std::move(message)});
        }
        comparison->steps.push_back(std::move(result.step));
        report(0.2 + 0.8 * static_cast<double>(p + 1) / static_cast<double>(pairs.size()), "comparing");
    }
    if (texts.size() > 2) {
        bool degraded = false;
        comparison->lineage = versions::trace_lineage(
            tokenized, std::span(comparison->steps).first(texts.size() - 1), degraded);
        if (degraded) {
            comparison->degraded = true;
            comparison->warnings.push_back({"degraded",
                                            "so many sentences came and went that those which came back are "
                                            "only found where their words are the same"});
        }
    }
    if (options.collation) add_collation(*comparison);
    return {std::move(comparison), {}};
}

}  // namespace twicetold::engine
