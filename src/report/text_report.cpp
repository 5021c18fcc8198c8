#include "report/text_report.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "report/coverage_report.h"
#include "report/marked.h"
#include "report/names.h"
#include "report/summary.h"
#include "text/utf8.h"

namespace twicetold::report {
namespace {

struct CodePoints {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
constexpr bool is_within(const std::array<CodePoints, N>& list, char32_t c) {
    return std::any_of(list.begin(), list.end(),
                       [&](const CodePoints& each) { return c >= each.first && c <= each.last; });
}

/// What a terminal obeys, or what turns the order of the letters around: C0 and C1 controls, and Unicode's explicit
/// bidirectional formatting (UAX #9, section 2).
constexpr bool is_obeyed(char32_t c) {
    constexpr std::array<CodePoints, 5> list{
        {{0x00, 0x1f}, {0x7f, 0x9f}, {0x61c, 0x61c}, {0x202a, 0x202e}, {0x2066, 0x2069}}};
    return is_within(list, c) || c == 0x200e || c == 0x200f || c == 0xfeff;
}

constexpr bool is_break(char32_t c) {
    return c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

/// UAX #11, in outline.
constexpr bool is_wide(char32_t c) {
    constexpr std::array<CodePoints, 9> list{{{0x1100, 0x115f},
                                              {0x2e80, 0x303e},
                                              {0x3041, 0xa4cf},
                                              {0xac00, 0xd7a3},
                                              {0xf900, 0xfaff},
                                              {0xfe30, 0xfe6f},
                                              {0xff00, 0xff60},
                                              {0x1f300, 0x1faff},
                                              {0x20000, 0x3fffd}}};
    return is_within(list, c);
}

constexpr bool has_no_width(char32_t c) {
    constexpr std::array<CodePoints, 6> list{{{0x300, 0x36f},
                                              {0x1ab0, 0x1aff},
                                              {0x200b, 0x200d},
                                              {0x20d0, 0x20ff},
                                              {0xfe00, 0xfe0f},
                                              {0xe0100, 0xe01ef}}};
    return is_within(list, c);
}

constexpr std::size_t columns(char32_t c) { return has_no_width(c) ? 0 : is_wide(c) ? 2 : 1; }

std::string code_point_name(char32_t c) {
    std::array<char, 8> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(c), 16).ptr;
    std::string name(digits.data(), end);
    for (char& digit : name) {
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    }
    return "<U+" + std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name + ">";
}

enum class Style : std::uint8_t { plain, bold, faint, removed, added, moved };

/// Blue and amber are told apart by every kind of colour vision; the line style says the same without colour.
constexpr std::string_view sgr(Style style) {
    switch (style) {
        case Style::plain: return "\x1b[0m";
        case Style::bold: return "\x1b[1m";
        case Style::faint: return "\x1b[2m";
        case Style::removed: return "\x1b[33;9m";
        case Style::added: return "\x1b[34;1;4m";
        case Style::moved: return "\x1b[35m";
    }
    return "";
}

/// Fills lines with words, and breaks them between words or East Asian characters.
class Lines {
public:
    Lines(Output& output, const TextOptions& options)
        : output_(output), colour_(options.colour), width_(std::max<std::size_t>(options.width, 20)) {}

    void indent(std::size_t columns) { indent_ = columns; }

    /// Takes `text` as it is; it must be safe.
    void put(std::string_view text, Style style = Style::plain) {
        for (std::size_t at = 0; at < text.size();) {
            const text::Decoded decoded = text::decode(text, at);
            const std::string_view character = text.substr(at, decoded.length);
            at += decoded.length;
            if (character == " ") {
                end_word();
                space_ = true;
                space_style_ = style;
                continue;
            }
            const bool wide = is_wide(decoded.code_point);
            if (wide) end_word();
            if (word_.empty() || word_.back().style != style) word_.push_back({style, {}});
            word_.back().text += character;
            word_width_ += columns(decoded.code_point);
        }
    }

    void end_line() {
        end_word();
        set(Style::plain);
        line_ += '\n';
        output_.write(line_);
        line_.clear();
        column_ = 0;
        space_ = false;
    }

    void blank_line() { output_.write("\n"); }

private:
    struct Run {
        Style style = Style::plain;
        std::string text;
    };

    void set(Style style) {
        if (style == style_) return;
        if (colour_ && style_ != Style::plain) line_ += sgr(Style::plain);
        if (colour_ && style != Style::plain) line_ += sgr(style);
        style_ = style;
    }

    void end_word() {
        if (word_.empty()) return;
        if (column_ > indent_ && column_ + (space_ ? 1 : 0) + word_width_ > width_) {
            set(Style::plain);
            line_ += '\n';
            column_ = 0;
            space_ = false;
        }
        if (column_ == 0) {
            line_.append(indent_, ' ');
            column_ = indent_;
            space_ = false;
        }
        if (space_) {
            // A space between two words of one mark belongs to it.
            if (space_style_ != style_ || style_ != word_.front().style) set(Style::plain);
            line_ += ' ';
            ++column_;
            space_ = false;
        }
        for (const Run& run : word_) {
            set(run.style);
            line_ += run.text;
        }
        column_ += word_width_;
        word_.clear();
        word_width_ = 0;
    }

    Output& output_;
    bool colour_;
    std::size_t width_;
    std::size_t indent_ = 0;
    std::string line_;
    std::size_t column_ = 0;
    Style style_ = Style::plain;
    std::vector<Run> word_;
    std::size_t word_width_ = 0;
    bool space_ = false;
    Style space_style_ = Style::plain;
};

/// A stretch of several sentences, ready for the terminal.
struct SafePiece {
    engine::EditOperation operation = engine::EditOperation::equal;
    std::string text;
};

/// The sentences of a block in one line, so that a passage that came or went as a whole stands in one pair of brackets.
std::vector<SafePiece> joined(const std::vector<std::vector<Piece>>& sentences) {
    std::vector<SafePiece> all;
    for (const auto& pieces : sentences) {
        bool is_first = true;
        for (const Piece& piece : pieces) {
            const bool goes_on = !all.empty() && all.back().operation == piece.operation;
            if (is_first && !all.empty()) {
                if (goes_on || all.back().operation == engine::EditOperation::equal)
                    all.back().text += ' ';
                else
                    all.push_back({engine::EditOperation::equal, " "});
            }
            if (!all.empty() && all.back().operation == piece.operation)
                all.back().text += terminal_safe(piece.text);
            else
                all.push_back({piece.operation, terminal_safe(piece.text)});
            is_first = false;
        }
    }
    return all;
}

void put_pieces(Lines& lines, const std::vector<SafePiece>& pieces) {
    for (const SafePiece& piece : pieces) {
        switch (piece.operation) {
            case engine::EditOperation::equal: lines.put(piece.text); break;
            case engine::EditOperation::remove: lines.put("[-" + piece.text + "-]", Style::removed); break;
            case engine::EditOperation::insert: lines.put("{+" + piece.text + "+}", Style::added); break;
        }
    }
}

void put_heading_of(Lines& lines, const Document& document) {
    if (!document.title.empty()) {
        lines.put("“" + terminal_safe(document.slice(document.title)) + "”", Style::bold);
        lines.put(" ");
    }
    if (!document.published.empty()) lines.put(terminal_safe(document.published) + " ");
    if (!document.source.empty() && document.source != document.id) lines.put(terminal_safe(document.source));
}

/// Writes the steps of one comparison.
class TextReport {
public:
    TextReport(Output& output, const engine::Comparison& comparison, const TextOptions& options)
        : lines_(output, options), comparison_(comparison) {}

    void write() {
        bool is_first = true;
        for (const engine::Step& each : comparison_.steps) {
            if (!is_first) lines_.blank_line();
            step(each);
            is_first = false;
        }
        if (comparison_.degraded) {
            lines_.blank_line();
            lines_.indent(0);
            lines_.put("The result is coarser than it could be; a warning says where.", Style::bold);
            lines_.end_line();
        }
    }

private:
    void step(const engine::Step& step) {
        const Document& before = comparison_.documents[step.before];
        const Document& after = comparison_.documents[step.after];
        lines_.indent(0);
        lines_.put(terminal_safe(before.id) + " → " + terminal_safe(after.id), Style::bold);
        lines_.end_line();
        for (const Document* each : {&before, &after}) {
            if (each->title.empty() && each->published.empty()) continue;
            lines_.indent(2);
            lines_.put(each == &before ? "before " : "after ");
            put_heading_of(lines_, *each);
            lines_.end_line();
        }
        lines_.indent(0);
        lines_.put(summary(step));
        lines_.end_line();

        const MarkedRows rows(comparison_, step);
        for (std::size_t first = 0; first < step.alignment.size();) {
            std::size_t last = first + 1;
            while (last < step.alignment.size() && go_together(step, last - 1, last)) ++last;
            block(step, rows, first, last);
            first = last;
        }
    }

    /// Whether two neighbouring rows are parts of one passage that was added, removed or moved as a whole.
    [[nodiscard]] bool go_together(const engine::Step& step, std::size_t one, std::size_t two) const {
        const engine::AlignmentGroup& first = step.alignment[one];
        const engine::AlignmentGroup& second = step.alignment[two];
        if (first.move != second.move || first.before.first < 0 || first.after.first < 0) return false;
        if (second.before.first < 0 || second.after.first < 0) return false;
        if (first.move < 0 && first.relation != second.relation) return false;
        if (first.relation == engine::Relation::removed) {
            return is_same_paragraph(comparison_.documents[step.before], first.before, second.before);
        }
        if (first.relation != engine::Relation::added && first.move < 0) return false;
        return is_same_paragraph(comparison_.documents[step.after], first.after, second.after);
    }

    static bool is_same_paragraph(const Document& document, engine::SentenceSpan one,
                                  engine::SentenceSpan two) {
        return one.last == two.first &&
               paragraph_of(document, one.first) == paragraph_of(document, two.first);
    }

    void block(const engine::Step& step, const MarkedRows& rows, std::size_t first, std::size_t last) {
        std::vector<std::vector<Piece>> texts;
        bool is_changed = step.alignment[first].move >= 0;
        for (std::size_t i = first; i < last; ++i) {
            texts.push_back(rows.pieces(step.alignment[i]));
            is_changed = is_changed || !rows.changes(i).empty() ||
                         std::any_of(texts.back().begin(), texts.back().end(), [](const Piece& piece) {
                             return piece.operation != engine::EditOperation::equal;
                         });
        }
        if (!is_changed) return;
        lines_.blank_line();
        lines_.indent(0);
        label(step, rows, first, last);
        lines_.end_line();
        lines_.indent(4);
        put_pieces(lines_, joined(texts));
        lines_.end_line();
    }

    void label(const engine::Step& step, const MarkedRows& rows, std::size_t first, std::size_t last) {
        const engine::AlignmentGroup& group = step.alignment[first];
        lines_.put(place(step, group), Style::bold);
        if (group.move >= 0) lines_.put(" · " + move_label(step, group.move), Style::moved);
        if (group.relation == engine::Relation::split || group.relation == engine::Relation::merged) {
            lines_.put(group.relation == engine::Relation::split ? " · split" : " · merged", Style::faint);
        }
        std::vector<std::string_view> kinds;
        for (std::size_t i = first; i < last; ++i) {
            for (const std::uint32_t change : rows.changes(i)) {
                const std::string_view kind = name_of(step.changes[change].kind);
                const bool is_known = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
                // The place or the label of the move has said it already.
                const bool is_said = kind == name_of(engine::ChangeKind::move) || kind == place(step, group);
                if (!is_said && !is_known) kinds.push_back(kind);
            }
        }
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            lines_.put((i == 0 ? " · " : ", ") + std::string(kinds[i]), Style::faint);
        }
    }

    [[nodiscard]] std::string place(const engine::Step& step, const engine::AlignmentGroup& group) const {
        const bool has_after = !group.after.empty();
        const engine::SentenceSpan span = has_after ? group.after : group.before;
        if (span.first == engine::title_sentence) return "headline";
        if (span.first < 0) return "byline";
        const Document& document = comparison_.documents[has_after ? step.after : step.before];
        const std::string name = "paragraph " + std::to_string(paragraph_of(document, span.first) + 1);
        return has_after ? name : name + " before";
    }

    [[nodiscard]] std::string move_label(const engine::Step& step, std::int32_t move) const {
        const engine::Move& of = step.moves[static_cast<std::size_t>(move)];
        const Document& before = comparison_.documents[step.before];
        const Document& after = comparison_.documents[step.after];
        if (of.before.first < 0 || of.after.first < 0) return "moved";
        const std::size_t from = paragraph_of(before, of.before.first) + 1;
        const std::size_t to = paragraph_of(after, of.after.first) + 1;
        // Within one paragraph, or across others that came or went, the paragraph's number says nothing.
        if (from == to) {
            return "moved from sentence " + std::to_string(of.before.first + 1) + " to " +
                   std::to_string(of.after.first + 1);
        }
        return "moved from paragraph " + std::to_string(from) + " to " + std::to_string(to);
    }

    Lines lines_;
    const engine::Comparison& comparison_;
};

}  // namespace

std::string terminal_safe(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded decoded = text::decode(text, at);
        if (is_break(decoded.code_point)) {
            if (!(decoded.code_point == '\n' && at > 0 && text[at - 1] == '\r')) out += ' ';
        } else if (is_obeyed(decoded.code_point)) {
            out += code_point_name(decoded.code_point);
        } else {
            out += text.substr(at, decoded.length);
        }
        at += decoded.length;
    }
    return out;
}

std::size_t terminal_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded decoded = text::decode(text, at);
        width += columns(decoded.code_point);
        at += decoded.length;
    }
    return width;
}

void write_text(Output& output, const engine::Comparison& comparison, const TextOptions& options) {
    if (comparison.options.mode == engine::Mode::coverage)
        return write_coverage_text(output, comparison, options);
    TextReport(output, comparison, options).write();
}

void write_document_text(Output& output, const Document& document, const TextOptions& options) {
    Lines lines(output, options);
    bool has_head = false;
    const auto member = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        has_head = true;
        lines.put(name, Style::faint);
        lines.put(" " + terminal_safe(value));
        lines.end_line();
    };
    lines.indent(0);
    member("title:", document.slice(document.title));
    member("byline:", document.slice(document.byline));
    member("published:", document.published);
    member("language:", document.language);
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
        const document::Paragraph& paragraph = document.paragraphs[i];
        if (has_head || i > 0) lines.blank_line();
        lines.indent(0);
        lines.put(std::string(name_of(paragraph.kind)) + " " + std::to_string(i + 1), Style::bold);
        lines.end_line();
        for (std::uint32_t j = paragraph.first_sentence; j < paragraph.last_sentence; ++j) {
            lines.indent(4);
            lines.put(std::to_string(j) + ":", Style::faint);
            lines.put(" " + terminal_safe(document.slice(document.sentences[j])));
            lines.end_line();
        }
    }
}

}  // namespace twicetold::report
