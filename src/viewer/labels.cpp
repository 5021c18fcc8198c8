#include "viewer/labels.h"

#include <array>

#include "viewer/segments.h"

namespace twicetold::viewer {

std::string_view kind_name(engine::ChangeKind kind) {
    using engine::ChangeKind;
    switch (kind) {
        case ChangeKind::figure: return "Figure";
        case ChangeKind::date: return "Date";
        case ChangeKind::name: return "Name";
        case ChangeKind::quote: return "Quotation";
        case ChangeKind::attribution: return "Attribution";
        case ChangeKind::hedge: return "Certainty";
        case ChangeKind::negation: return "Negation";
        case ChangeKind::wording: return "Wording";
        case ChangeKind::spelling: return "Spelling";
        case ChangeKind::punctuation: return "Punctuation";
        case ChangeKind::typography: return "Typography";
        case ChangeKind::headline: return "Headline";
        case ChangeKind::byline: return "Byline";
        case ChangeKind::addition: return "Addition";
        case ChangeKind::removal: return "Removal";
        case ChangeKind::move: return "Moved passage";
        case ChangeKind::correction_note: return "Correction note";
    }
    return "Change";
}

std::string date_label(std::string_view iso) {
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto digits = [&](std::size_t from, std::size_t count) -> int {
        if (from + count > iso.size()) return -1;
        int value = 0;
        for (std::size_t at = from; at < from + count; ++at) {
            if (iso[at] < '0' || iso[at] > '9') return -1;
            value = value * 10 + (iso[at] - '0');
        }
        return value;
    };
    const auto is = [&](std::size_t at, char sign) { return at < iso.size() && iso[at] == sign; };
    const int year = digits(0, 4);
    const int month = is(4, '-') ? digits(5, 2) : -1;
    const int day = is(7, '-') ? digits(8, 2) : -1;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return std::string(iso);
    std::string label = std::to_string(day) + " " + std::string(months[static_cast<std::size_t>(month - 1)]) +
                        " " + std::to_string(year);
    if ((is(10, 'T') || is(10, ' ')) && digits(11, 2) >= 0 && is(13, ':') && digits(14, 2) >= 0) {
        label += ", " + std::string(iso.substr(11, 5));
    }
    return label;
}

std::string excerpt(std::string_view text, std::size_t limit) {
    std::string result;
    std::size_t count = 0;
    bool space = false;
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (is_space(c)) {
            space = !result.empty();
            continue;
        }
        if (count + (space ? 1U : 0U) >= limit) {
            result += "…";
            return result;
        }
        if (space) {
            result += ' ';
            ++count;
        }
        space = false;
        result += text.substr(begin, at - begin);
        ++count;
    }
    return result;
}

std::string number(std::uint64_t value) {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string fold_label(std::uint64_t paragraphs, std::uint64_t words, std::uint64_t ideographs) {
    std::string label =
        number(paragraphs) + (paragraphs == 1 ? " unchanged paragraph" : " unchanged paragraphs");
    if (ideographs > words) return label + ", " + number(ideographs + words) + " characters";
    return label + ", " + number(words + ideographs) + (words + ideographs == 1 ? " word" : " words");
}

std::string version_label(const engine::Comparison& comparison, std::uint32_t document) {
    const engine::Document& version = comparison.documents[document];
    std::string label = "Version " + std::to_string(document + 1);
    if (!version.published.empty()) label += "  ·  " + date_label(version.published);
    const std::string& source = version.source.empty() ? version.id : version.source;
    if (!source.empty()) label += "  ·  " + source;
    return label;
}

}  // namespace twicetold::viewer
