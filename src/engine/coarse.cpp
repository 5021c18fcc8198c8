#include "engine/coarse.h"

#include <algorithm>

namespace twicetold::engine {

namespace {

using align::SentenceSpan;
using align::Stretch;

/// Stretches that are named one by one.
constexpr std::size_t most_named = 3;

/// "sentences 12–40", "the title"; empty for no sentence.
std::string name_of(SentenceSpan span) {
    if (span.empty()) return {};
    if (span.first == align::title_sentence) return "the title";
    if (span.first == align::byline_sentence) return "the byline";
    const std::string first = std::to_string(span.first + 1);
    return span.size() == 1 ? "sentence " + first : "sentences " + first + "–" + std::to_string(span.last);
}

std::string place_of(const std::string& text, SentenceSpan span) {
    std::string place = name_of(span);
    if (!place.empty()) place.append(" of ").append(text);
    return place;
}

/// The first of `count` places by name, the rest by number.
template <typename Name>
std::string list(std::size_t count, Name name) {
    std::string text;
    const std::size_t named = std::min(count, most_named);
    for (std::size_t k = 0; k < named; ++k) {
        if (k > 0) text += "; ";
        text += name(k);
    }
    if (count > named) {
        text.append("; and ").append(std::to_string(count - named)).append(" more stretch");
        if (count - named > 1) text += "es";
    }
    return text;
}

std::string list(const std::string& before, const std::string& after, const std::vector<Stretch>& stretches) {
    return list(stretches.size(), [&](std::size_t k) {
        std::string one = place_of(before, stretches[k].before);
        const std::string other = place_of(after, stretches[k].after);
        if (!one.empty() && !other.empty()) one += " and ";
        return one + other;
    });
}

}  // namespace

std::vector<std::string> describe_coarseness(const std::string& before, const std::string& after,
                                             const versions::StepResult& result) {
    std::vector<std::string> messages;
    const std::string step = "from " + before + " to " + after + ": ";
    if (!result.loosely_paired.empty()) {
        messages.push_back(
            step + list(before, after, result.loosely_paired) +
            " are too many to compare each with each, so only those that are much alike were paired");
    }
    if (!result.replaced.empty()) {
        messages.push_back(
            step + list(before, after, result.replaced) +
            " differ in too many words to find all that they share, so some of these words are "
            "shown as replaced");
    }
    return messages;
}

std::string describe_coarseness(const std::vector<versions::RowSpan>& rows) {
    const std::string named = list(rows.size(), [&](std::size_t k) {
        std::string row = "rows " + std::to_string(rows[k].first + 1);
        return row.append("–").append(std::to_string(rows[k].last));
    });
    return named +
           " of the collation table set the versions one behind the other, because they have no word in "
           "common "
           "that stands only once, and are too long to try each word with each";
}

}  // namespace twicetold::engine
