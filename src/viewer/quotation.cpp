#include "viewer/quotation.h"

#include <array>

#include "viewer/segments.h"

namespace twicetold::viewer {
namespace {

struct Marks {
    std::string_view open;
    std::string_view close;
};

struct LanguageMarks {
    std::string_view language;
    Marks marks;
};

// The delimiters of Unicode's CLDR (common/main). French sets narrow spaces inside (U+202F); what is not named here quotes as English.
constexpr std::array<LanguageMarks, 33> known = {{
    {"ar", {"”", "“"}}, {"az", {"“", "”"}},
    {"be", {"«", "»"}}, {"bg", {"„", "“"}},
    {"ca", {"«", "»"}}, {"cs", {"„", "“"}},
    {"da", {"“", "”"}}, {"de", {"„", "“"}},
    {"el", {"«", "»"}}, {"es", {"«", "»"}},
    {"et", {"„", "“"}}, {"fa", {"«", "»"}},
    {"fi", {"”", "”"}}, {"fr", {"«\u202F", "\u202F»"}},
    {"he", {"”", "”"}}, {"hr", {"„", "“"}},
    {"hu", {"„", "”"}}, {"is", {"„", "“"}},
    {"it", {"«", "»"}}, {"ja", {"「", "」"}},
    {"lt", {"„", "“"}}, {"lv", {"“", "”"}},
    {"nb", {"«", "»"}}, {"no", {"«", "»"}},
    {"pl", {"„", "”"}}, {"pt", {"“", "”"}},
    {"ro", {"„", "”"}}, {"ru", {"«", "»"}},
    {"sk", {"„", "“"}}, {"sr", {"„", "“"}},
    {"sv", {"”", "”"}}, {"uk", {"«", "»"}},
    {"sl", {"„", "“"}},
}};

Marks marks_of(std::string_view language, std::string_view passage) {
    const std::string_view tag = language.substr(0, language.find_first_of("-_"));
    if (language == "zh-TW" || language == "zh-Hant" || language == "zh-HK") return {"「", "」"};
    for (const LanguageMarks& each : known) {
        if (each.language == tag) return each.marks;
    }
    if (!language.empty()) return {"“", "”"};
    for (std::uint32_t at = 0; at < passage.size();) {
        const char32_t c = next_code_point(passage, at);
        if (c >= 0x3041 && c <= 0x30FF) return {"「", "」"};
    }
    return {"“", "”"};
}

}  // namespace

std::string quoted(std::string_view passage, std::string_view language,
                   const std::vector<std::string>& source) {
    const Marks marks = marks_of(language, passage);
    std::string result;
    result += marks.open;
    result += passage;
    result += marks.close;
    bool first = true;
    for (const std::string& part : source) {
        if (part.empty()) continue;
        result += first ? " — " : ", ";
        result += part;
        first = false;
    }
    return result;
}

}  // namespace twicetold::viewer
