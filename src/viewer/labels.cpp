#include "viewer/labels.h"

#include "viewer/segments.h"

namespace twicetold::viewer {

Text kind_text(engine::ChangeKind kind) {
    using engine::ChangeKind;
    switch (kind) {
        case ChangeKind::figure: return Text::kind_figure;
        case ChangeKind::date: return Text::kind_date;
        case ChangeKind::name: return Text::kind_name;
        case ChangeKind::quote: return Text::kind_quote;
        case ChangeKind::attribution: return Text::kind_attribution;
        case ChangeKind::hedge: return Text::kind_hedge;
        case ChangeKind::negation: return Text::kind_negation;
        case ChangeKind::wording: return Text::kind_wording;
        case ChangeKind::spelling: return Text::kind_spelling;
        case ChangeKind::punctuation: return Text::kind_punctuation;
        case ChangeKind::typography: return Text::kind_typography;
        case ChangeKind::headline: return Text::kind_headline;
        case ChangeKind::byline: return Text::kind_byline;
        case ChangeKind::addition: return Text::kind_addition;
        case ChangeKind::removal: return Text::kind_removal;
        case ChangeKind::move: return Text::kind_move;
        case ChangeKind::correction_note: return Text::kind_correction_note;
    }
    return Text::kind_wording;
}

std::string kind_name(const Strings& strings, engine::ChangeKind kind) {
    return sentence_case(strings.text(kind_text(kind)));
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

std::string fold_label(const Strings& strings, std::uint64_t paragraphs, std::uint64_t words,
                       std::uint64_t ideographs) {
    const Plural unit = ideographs > words ? Plural::count_characters : Plural::count_words;
    return strings.text(Text::viewer_folded,
                        {{"paragraphs", strings.plural(Plural::count_unchanged, paragraphs)},
                         {"words", strings.plural(unit, words + ideographs)}});
}

std::string version_name(const Strings& strings, std::uint32_t document) {
    return strings.text(Text::viewer_version, {{"number", std::uint64_t{document} + 1}});
}

std::string version_details(const Strings& strings, const engine::Document& version) {
    // A mark of direction, so that what begins with a sign stands where the language's lines go on (UAX #9).
    std::string details = strings.right_to_left() ? "\u200F" : "";
    if (!version.published.empty()) details += "  ·  " + strings.date(version.published);
    const std::string& source = version.source.empty() ? version.id : version.source;
    if (!source.empty()) details += "  ·  " + strings.isolated(source);
    return version.published.empty() && source.empty() ? std::string() : details;
}

}  // namespace twicetold::viewer
