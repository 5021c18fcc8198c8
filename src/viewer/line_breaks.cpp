#include "viewer/line_breaks.h"

#include <string_view>

#include "viewer/unicode.h"

namespace twicetold::viewer {
namespace {

using enum LineClass;

constexpr char32_t dotted_circle = 0x25CC;

/// A character with the marks that rule LB9 attaches to it.
struct Unit {
    LineClass line = AL;
    std::uint8_t flags = 0;
    bool dotted = false;       // U+25CC, which carries aksara signs
    bool ends_in_zwj = false;  // LB8a
    std::uint32_t begin = 0;   // code point

    [[nodiscard]] bool has(std::uint8_t wanted) const { return (flags & wanted) != 0; }
};

template <typename... Classes>
bool is(LineClass line, Classes... classes) {
    return ((line == classes) || ...);
}

bool is_alphabetic(LineClass line) { return is(line, AL, HL); }
bool is_hard(LineClass line) { return is(line, BK, CR, LF, NL); }
bool is_hangul(LineClass line) { return is(line, JL, JV, JT, H2, H3); }

class Breaking {
public:
    Breaking(std::span<const char32_t> paragraph, LineBreakStyle style) : style_(style) {
        units_.reserve(paragraph.size());
        for (std::uint32_t at = 0; at < paragraph.size(); ++at) {
            const CharacterProperties& found = properties_of(paragraph[at]);
            Unit unit{found.line, found.flags, paragraph[at] == dotted_circle, found.line == ZWJ, at};
            if (unit.line == SA) unit.line = AL;
            if (unit.line == CJ) unit.line = NS;
            if (is(unit.line, CM, ZWJ)) {  // LB9 and LB10
                if (!units_.empty() && !is_hard(units_.back().line) && !is(units_.back().line, SP, ZW)) {
                    units_.back().ends_in_zwj = unit.ends_in_zwj;
                    continue;
                }
                unit.line = AL;
            }
            units_.push_back(unit);
        }
        mark_numbers();
    }

    void find(std::vector<bool>& out) {
        for (std::size_t index = 1; index < units_.size(); ++index) {
            // LB8, LB14 to LB17 and LB30a look back over spaces or flags.
            if (units_[index - 1].line == RI) {
                ++indicators_;
            } else {
                indicators_ = 0;
            }
            out[units_[index].begin] = may_break(index);
        }
    }

private:
    [[nodiscard]] LineClass line(std::size_t index) const { return units_[index].line; }

    /// LB25: marks every unit that is kept together with the one before it.
    void mark_numbers() {
        in_number_.assign(units_.size(), false);
        for (std::size_t index = 0; index < units_.size(); ++index) {
            if (line(index) != NU) continue;
            std::size_t first = index;
            if (first > 0 && is(line(first - 1), OP, HY)) --first;
            if (first > 0 && is(line(first - 1), PR, PO)) --first;
            std::size_t last = index;
            while (last + 1 < units_.size() && is(line(last + 1), NU, SY, IS)) ++last;
            if (last + 1 < units_.size() && is(line(last + 1), CL, CP)) ++last;
            if (last + 1 < units_.size() && is(line(last + 1), PR, PO)) ++last;
            for (std::size_t at = first + 1; at <= last; ++at) in_number_[at] = true;
            // What follows may be the sign of the next number.
            while (last > index && line(last) != NU) --last;
            index = last;
        }
    }

    /// The unit before the spaces that stand before `index`; units_.size() where only spaces do.
    [[nodiscard]] std::size_t before_spaces(std::size_t index) const {
        while (index > 0 && line(index - 1) == SP) --index;
        return index == 0 ? units_.size() : index - 1;
    }

    [[nodiscard]] bool may_break(std::size_t index) const {
        const Unit& left = units_[index - 1];
        const Unit& right = units_[index];
        const LineClass before = left.line;
        const LineClass after = right.line;
        if (before == BK || (before == CR && after != LF) || before == LF || before == NL) return true;
        if (before == CR || is_hard(after)) return false;  // LB4 to LB6
        if (is(after, SP, ZW)) return false;               // LB7
        const std::size_t far = before_spaces(index);
        const bool has_far = far < units_.size();
        if (has_far && line(far) == ZW) return true;                                           // LB8
        if (left.ends_in_zwj) return false;                                                    // LB8a
        if (after == WJ || before == WJ) return false;                                         // LB11
        if (before == GL) return false;                                                        // LB12
        if (after == GL && !is(before, SP, BA, HY)) return false;                              // LB12a
        if (is(after, CL, CP, EX, IS, SY)) return false;                                       // LB13
        if (has_far && line(far) == OP) return false;                                          // LB14
        if (has_far && units_[far].has(flag::initial_quote) && opens_here(far)) return false;  // LB15a
        if (right.has(flag::final_quote) && closes_here(index)) return false;                  // LB15b
        if (has_far && is(line(far), CL, CP) && after == NS) return false;                     // LB16
        if (has_far && line(far) == B2 && after == B2) return false;                           // LB17
        if (before == SP) return true;                                                         // LB18
        if (before == QU || after == QU) return false;                                         // LB19
        if (before == CB || after == CB) return true;                                          // LB20
        if (is(after, BA, HY, NS) || before == BB) return false;                               // LB21
        if (index >= 2 && line(index - 2) == HL && is(before, HY, BA) &&
            (style_ == LineBreakStyle::plain || after != HL)) {
            return false;  // LB21a
        }
        if (before == SY && after == HL) return false;                    // LB21b
        if (after == IN) return false;                                    // LB22
        if (is_alphabetic(before) && after == NU) return false;           // LB23
        if (before == NU && is_alphabetic(after)) return false;           // LB23
        if (before == PR && is(after, ID, EB, EM)) return false;          // LB23a
        if (is(before, ID, EB, EM) && after == PO) return false;          // LB23a
        if (is(before, PR, PO) && is_alphabetic(after)) return false;     // LB24
        if (is_alphabetic(before) && is(after, PR, PO)) return false;     // LB24
        if (in_number_[index]) return false;                              // LB25
        if (before == JL && is(after, JL, JV, H2, H3)) return false;      // LB26
        if (is(before, JV, H2) && is(after, JV, JT)) return false;        // LB26
        if (is(before, JT, H3) && after == JT) return false;              // LB26
        if (is_hangul(before) && after == PO) return false;               // LB27
        if (before == PR && is_hangul(after)) return false;               // LB27
        if (is_alphabetic(before) && is_alphabetic(after)) return false;  // LB28
        if (in_aksara(index)) return false;                               // LB28a
        if (before == IS && is_alphabetic(after)) return false;           // LB29
        const bool word_before = is_alphabetic(before) || before == NU;
        const bool word_after = is_alphabetic(after) || after == NU;
        if (word_before && after == OP && !right.has(flag::wide)) return false;                  // LB30
        if (before == CP && !left.has(flag::wide) && word_after) return false;                   // LB30
        if (before == RI && after == RI && indicators_ % 2 == 1) return false;                   // LB30a
        if (after == EM && (before == EB || left.has(flag::reserved_pictograph))) return false;  // LB30b
        return true;                                                                             // LB31
    }

    /// Whether an initial quotation mark stands where one opens.
    [[nodiscard]] bool opens_here(std::size_t index) const {
        if (index == 0) return true;
        const LineClass before = line(index - 1);
        return is_hard(before) || is(before, OP, QU, GL, SP, ZW);
    }
    [[nodiscard]] bool closes_here(std::size_t index) const {
        if (index + 1 == units_.size()) return true;
        const LineClass after = line(index + 1);
        return is_hard(after) || is(after, SP, GL, WJ, CL, QU, CP, EX, IS, SY, ZW);
    }

    /// LB28a: the orthographic syllables of Javanese, Balinese and their like.
    [[nodiscard]] bool in_aksara(std::size_t index) const {
        const auto base = [&](std::size_t at) { return is(line(at), AK, AS) || units_[at].dotted; };
        const LineClass before = line(index - 1);
        const LineClass after = line(index);
        if (before == AP && base(index)) return true;
        if (base(index - 1) && is(after, VF, VI)) return true;
        if (index >= 2 && base(index - 2) && before == VI && (after == AK || units_[index].dotted))
            return true;
        return base(index - 1) && base(index) && index + 1 < units_.size() && line(index + 1) == VF;
    }

    LineBreakStyle style_;
    std::vector<Unit> units_;
    std::vector<bool> in_number_;
    std::size_t indicators_ = 0;  // regional indicators right before the place
};

bool is_collapsible(char32_t c) { return c == U' ' || (c >= 0x09 && c <= 0x0D); }
bool is_ascii_sign(char32_t c) { return c > 0x20 && c < 0x7F; }

}  // namespace

bool breaks_between_ascii(char before, char after, bool word_begins) {
    constexpr std::string_view after_hyphen = "\"#%&'(*+<=>@[\\^_`{|~";
    constexpr std::string_view after_question = "#$%&(*+-<=>@[\\^_`{|~";
    constexpr std::string_view before_bracket = "!\"#%&)*+,.:;=>\\]|}~";
    const bool word =
        (after >= '0' && after <= '9') || (after >= 'A' && after <= 'Z') || (after >= 'a' && after <= 'z');
    if (before == '-') return !word_begins && (word || after_hyphen.find(after) != std::string_view::npos);
    if (before == '?') return word || after_question.find(after) != std::string_view::npos;
    return (after == '(' || after == '[' || after == '{') &&
           before_bracket.find(before) != std::string_view::npos;
}

std::vector<bool> line_breaks(std::span<const char32_t> paragraph, LineBreakStyle style) {
    std::vector<bool> result(paragraph.size(), false);
    Breaking(paragraph, style).find(result);
    if (style == LineBreakStyle::plain) return result;
    for (std::size_t at = 1; at < paragraph.size(); ++at) {
        const char32_t before = paragraph[at - 1];
        const char32_t after = paragraph[at];
        if (is_collapsible(before)) {
            result[at] = !is_collapsible(after);
            continue;
        }
        const bool begins = at == 1 || is_collapsible(paragraph[at - 2]);
        if (is_ascii_sign(before) && is_ascii_sign(after)) {
            result[at] = breaks_between_ascii(static_cast<char>(before), static_cast<char>(after), begins);
        } else if (begins && (before == U'-' || before == 0x2010)) {
            result[at] = false;
        }
    }
    return result;
}

}  // namespace twicetold::viewer
