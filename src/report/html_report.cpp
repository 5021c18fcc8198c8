#include "report/html_report.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "report/coverage_report.h"
#include "report/html_style.h"
#include "report/marked.h"
#include "report/names.h"
#include "report/paragraph_rows.h"
#include "report/summary.h"
#include "report/version.h"
#include "text/utf8.h"

namespace twicetold::report {
namespace {

using engine::Comparison;
using engine::Step;

enum class Side : std::uint8_t { before, after };

constexpr std::string_view name_of_side(Side side) { return side == Side::before ? "before" : "after"; }

/// Longest text of a change in the list; the texts themselves are complete.
constexpr std::size_t excerpt_bytes = 240;

std::string excerpt(std::string_view text) {
    if (text.size() <= excerpt_bytes) return html_escaped(text);
    std::size_t end = excerpt_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    const std::size_t space = text.rfind(' ', end);
    if (space != std::string_view::npos && space > excerpt_bytes / 2) end = space;
    return html_escaped(text.substr(0, end)) + " …";
}

/// ` lang="pt-BR"`, if the tag looks like one.
std::string language_attribute(std::string_view tag) {
    const auto is_tag_character = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (tag.empty() || tag.size() > 35 || !std::all_of(tag.begin(), tag.end(), is_tag_character)) return "";
    return " lang=\"" + std::string(tag) + "\"";
}

/// Something of another's making within a line of ours, kept from turning the line around.
std::string isolated(std::string_view text) { return "<bdi>" + html_escaped(text) + "</bdi>"; }

/// Renders stretches of one document with the marks of one step in them.
class MarkedSide {
public:
    MarkedSide(const Comparison& comparison, const Step& step, const MarkedRows& rows, Side side,
               std::string prefix)
        : document_(comparison.documents[side == Side::before ? step.before : step.after]),
          step_(step),
          side_(side),
          prefix_(std::move(prefix)) {
        for (const engine::Edit& edit : step.edits) {
            if (edit.operation != mine()) continue;
            const Range range = side == Side::before ? edit.before : edit.after;
            if (edit.move < 0)
                marks_.push_back({range, true});
            else
                moved_.push_back({range, edit.move});
        }
        for (std::size_t move = 0; move < step.moves.size(); ++move) {
            for (const engine::InnerEdit& inner : rows.inner(static_cast<std::int32_t>(move))) {
                const Range range = side == Side::before ? inner.before : inner.after;
                if (!range.empty()) marks_.push_back({range, true});
            }
        }
        sort(marks_);
        sort(moved_);
        for (std::size_t i = 0; i < step.changes.size(); ++i) {
            const engine::ChangeSide& place =
                side == Side::before ? step.changes[i].before : step.changes[i].after;
            if (place.present) places_.push_back({place.range, static_cast<std::int32_t>(i)});
        }
        sort(places_);
        find_cosmetic();
        for (const Place& place : places_) {
            if (side == Side::after || !step.changes[index(place.number)].after.present)
                ends_.push_back(place);
        }
        std::stable_sort(ends_.begin(), ends_.end(),
                         [](const Place& one, const Place& two) { return one.range.end < two.range.end; });
    }

    [[nodiscard]] const Document& document() const { return document_; }

    /// Appends document text [range) as HTML.
    void append(std::string& out, Range range) const {
        std::uint32_t at = range.begin;
        auto mark = first_behind(marks_, at);
        auto moved = first_behind(moved_, at);
        auto place = std::partition_point(places_.begin(), places_.end(),
                                          [&](const Place& each) { return each.range.begin < range.begin; });
        auto end = std::partition_point(ends_.begin(), ends_.end(),
                                        [&](const Place& each) { return each.range.end <= range.begin; });
        bool in_moved = false;
        while (true) {
            while (mark != marks_.end() && mark->range.end <= at) ++mark;
            for (; end != ends_.end() && end->range.end <= at; ++end) append_reference(out, end->number);
            if (in_moved && (moved->range.end <= at || at >= range.end)) {
                out += "</span>";
                in_moved = false;
            }
            while (moved != moved_.end() && moved->range.end <= at) ++moved;
            if (at >= range.end) return;
            if (!in_moved && moved != moved_.end() && moved->range.begin <= at) {
                open_moved(out, *moved, is_blank({moved->range.begin, at}));
                in_moved = true;
            }
            const bool in_mark = mark != marks_.end() && mark->range.begin <= at;
            // A mark carries the place of the first change in it; cutting the mark there would show as a seam.
            const std::uint32_t places_end = in_mark ? std::min(mark->range.end, range.end) : at + 1;
            std::string id;
            for (; place != places_.end() && place->range.begin < places_end; ++place) {
                if (in_mark && id.empty() && !is_move(*place))
                    id = id_of(*place);
                else
                    out += "<span class=\"place\" id=\"" + id_of(*place) + "\"></span>";
            }
            std::uint32_t next = range.end;
            if (mark != marks_.end()) next = std::min(next, in_mark ? mark->range.end : mark->range.begin);
            if (moved != moved_.end())
                next = std::min(next, in_moved ? moved->range.end : moved->range.begin);
            if (place != places_.end()) next = std::min(next, place->range.begin);
            if (end != ends_.end()) next = std::min(next, end->range.end);
            append_text(out, {at, next}, in_mark ? &*mark : nullptr, id);
            at = next;
        }
    }

private:
    struct Mark {
        Range range;
        bool is_cosmetic = true;  ///< no substantive change touches it
    };
    struct Place {
        Range range;
        std::int32_t number = 0;  ///< index of a change or a move
    };

    static std::size_t index(std::int32_t number) { return static_cast<std::size_t>(number); }

    [[nodiscard]] engine::EditOperation mine() const {
        return side_ == Side::before ? engine::EditOperation::remove : engine::EditOperation::insert;
    }

    template <class T>
    static void sort(std::vector<T>& list) {
        std::stable_sort(list.begin(), list.end(),
                         [](const T& one, const T& two) { return one.range.begin < two.range.begin; });
    }

    template <class T>
    static typename std::vector<T>::const_iterator first_behind(const std::vector<T>& list,
                                                                std::uint32_t at) {
        return std::partition_point(list.begin(), list.end(),
                                    [&](const T& each) { return each.range.end <= at; });
    }

    [[nodiscard]] bool is_blank(Range range) const {
        return document_.slice(range).find_first_not_of(" \t\r\n") == std::string_view::npos;
    }

    /// Marks that touch a substantive change, or no change at all, are not cosmetic.
    void find_cosmetic() {
        std::size_t first = 0;
        for (Mark& mark : marks_) {
            while (first < places_.size() && places_[first].range.end <= mark.range.begin &&
                   !covers_later(first))
                ++first;
            bool has_change = false;
            bool is_substantive = false;
            for (std::size_t i = first; i < places_.size() && places_[i].range.begin < mark.range.end; ++i) {
                const engine::Change& change = step_.changes[index(places_[i].number)];
                if (places_[i].range.end <= mark.range.begin || change.kind == engine::ChangeKind::move)
                    continue;
                has_change = true;
                is_substantive = is_substantive || change.significance == engine::Significance::substantive;
            }
            mark.is_cosmetic = has_change && !is_substantive;
        }
    }
    /// A moved sentence is a change around other changes, which begin behind it and end before it.
    [[nodiscard]] bool covers_later(std::size_t place) const {
        return place + 1 < places_.size() && places_[place + 1].range.end < places_[place].range.end;
    }

    [[nodiscard]] bool is_move(const Place& place) const {
        return step_.changes[index(place.number)].kind == engine::ChangeKind::move;
    }
    [[nodiscard]] std::string id_of(const Place& place) const {
        return prefix_ + "c" + std::to_string(place.number + 1) + "-" + std::string(name_of_side(side_));
    }

    void append_text(std::string& out, Range range, const Mark* mark, const std::string& id) const {
        if (range.empty()) return;
        const std::string_view text = document_.slice(range);
        if (mark == nullptr) {
            out += html_escaped(text);
            return;
        }
        const std::string tag = side_ == Side::before ? "del" : "ins";
        const bool is_space = is_blank(mark->range);
        std::string classes;
        if (mark->is_cosmetic) classes = "cosmetic";
        if (is_space) classes += classes.empty() ? "space" : " space";
        out += "<" + tag;
        if (!id.empty()) out += " id=\"" + id + "\"";
        if (!classes.empty()) out += " class=\"" + classes + "\"";
        out += ">" + html_escaped(text) + "</" + tag + ">";
    }

    void open_moved(std::string& out, const Place& moved, bool begins_here) const {
        out += "<span class=\"moved\"";
        if (begins_here) {
            const std::string id = prefix_ + "m" + std::to_string(moved.number + 1) + "-";
            const Side other = side_ == Side::before ? Side::after : Side::before;
            out += " id=\"" + id + std::string(name_of_side(side_)) + "\"><a class=\"jump\" href=\"#" + id +
                   std::string(name_of_side(other)) + "\">" +
                   (side_ == Side::before ? "moved away" : "moved here") + "</a> ";
        } else {
            out += ">";
        }
    }

    void append_reference(std::string& out, std::int32_t change) const {
        const std::string number = std::to_string(change + 1);
        out += "<a class=\"ref\" href=\"#" + prefix_ + "c" + number +
               "\"><span class=\"hidden\">change </span>" + number + "</a>";
    }

    const Document& document_;
    const Step& step_;
    Side side_;
    std::string prefix_;         ///< of ids: "s1-"
    std::vector<Mark> marks_;    ///< sorted, apart
    std::vector<Place> moved_;   ///< passages that are halves of a move, sorted
    std::vector<Place> places_;  ///< changes, by where they begin
    std::vector<Place> ends_;    ///< changes to be numbered on this side, by where they end
};

class HtmlReport {
public:
    HtmlReport(Output& output, const Comparison& comparison) : output_(output), comparison_(comparison) {}

    void write() {
        head();
        masthead();
        for (std::size_t i = 0; i < comparison_.steps.size(); ++i) step(i);
        out_ += "<footer><p>Made by Twicetold " + std::string(program_version) +
                " from the texts above, which it does not alter.</p></footer>\n</main>\n</body>\n</html>\n";
        pass_on();
    }

private:
    void pass_on() {
        output_.write(out_);
        out_.clear();
    }

    [[nodiscard]] std::string title() const {
        for (auto each = comparison_.documents.rbegin(); each != comparison_.documents.rend(); ++each) {
            if (!each->title.empty()) return html_escaped(each->slice(each->title));
        }
        return "Untitled";
    }

    void head() {
        out_ +=
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>What changed: ";
        out_ += title();
        out_ += "</title>\n<style>";
        out_ += html_style;
        out_ += "</style>\n</head>\n<body>\n<main>\n";
    }

    void masthead() {
        out_ += "<header>\n<p class=\"ui\">What changed</p>\n<h1 dir=\"auto\">" + title() + "</h1>\n";
        if (comparison_.steps.size() == 1) {
            out_ += "<p class=\"summary\">" + html_escaped(summary(comparison_.steps.front())) + "</p>\n";
        }
        out_ += "<dl>\n";
        for (std::size_t i = 0; i < comparison_.documents.size(); ++i) {
            const Document& document = comparison_.documents[i];
            out_ += "<dt>Version " + std::to_string(i + 1) + "</dt><dd>" + isolated(document.id);
            if (!document.published.empty()) out_ += ", published " + time(document.published);
            if (!document.source.empty() && document.source != document.id)
                out_ += ", from " + isolated(document.source);
            out_ += "</dd>\n";
        }
        std::string ignored;
        for (const IgnoreName& each : ignore_names) {
            if (ignores(comparison_.options.ignore, each.flag))
                ignored += (ignored.empty() ? "" : ", ") + std::string(each.name);
        }
        if (!ignored.empty()) out_ += "<dt>Not counted</dt><dd>differences in " + ignored + "</dd>\n";
        out_ += "</dl>\n</header>\n";
        notes();
        if (comparison_.steps.size() > 1) {
            out_ += "<nav aria-label=\"Steps\"><ol>\n";
            for (std::size_t i = 0; i < comparison_.steps.size(); ++i) {
                out_ += "<li><a href=\"#s" + std::to_string(i + 1) + "\">" + step_name(comparison_.steps[i]) +
                        "</a>: " + html_escaped(summary(comparison_.steps[i])) + "</li>\n";
            }
            out_ += "</ol></nav>\n";
        }
        pass_on();
    }

    void notes() {
        if (comparison_.warnings.empty() && !comparison_.degraded) return;
        out_ += "<div class=\"note\" role=\"note\">\n";
        if (comparison_.degraded)
            out_ += "<p><strong>This comparison is coarser than it could be.</strong></p>\n";
        for (const engine::Warning& each : comparison_.warnings)
            out_ += "<p>" + isolated(each.message) + "</p>\n";
        out_ += "</div>\n";
    }

    static std::string time(std::string_view published) {
        return "<time datetime=\"" + html_escaped(published) + "\">" + html_escaped(published) + "</time>";
    }

    static std::string step_name(const Step& step) {
        return "Version " + std::to_string(step.before + 1) + " to version " + std::to_string(step.after + 1);
    }

    void step(std::size_t number) {
        const Step& step = comparison_.steps[number];
        const std::string prefix = "s" + std::to_string(number + 1) + "-";
        const MarkedRows rows(comparison_, step);
        const MarkedSide before(comparison_, step, rows, Side::before, prefix);
        const MarkedSide after(comparison_, step, rows, Side::after, prefix);
        out_ +=
            "<section id=\"s" + std::to_string(number + 1) + "\" aria-label=\"" + step_name(step) + "\">\n";
        if (comparison_.steps.size() > 1) {
            out_ += "<h2>" + step_name(step) + "</h2>\n<p class=\"summary\">" + html_escaped(summary(step)) +
                    "</p>\n";
        }
        changes(step, prefix);
        out_ +=
            "<h3>Both texts</h3>\n"
            "<p class=\"legend\"><del>removed</del> <ins>added</ins> <del class=\"cosmetic\">cosmetic</del> "
            "<span class=\"moved\">moved</span></p>\n"
            "<table>\n<thead><tr>";
        column_head(step.before, "Before");
        column_head(step.after, "After");
        out_ += "</tr></thead>\n<tbody>\n";
        line(before, after, before.document().title, after.document().title, "headline");
        line(before, after, before.document().byline, after.document().byline, "byline");
        for (const ParagraphRow& row : paragraph_rows(comparison_, step)) {
            open_row(before, after, row);
            cell(before, row.before_begin, row.before_end, "Before");
            cell(after, row.after_begin, row.after_end, "After");
            out_ += "</tr>\n";
            pass_on();
        }
        out_ += "</tbody>\n</table>\n</section>\n";
        pass_on();
    }

    void column_head(std::uint32_t index, std::string_view side) {
        const Document& document = comparison_.documents[index];
        out_ += "<th scope=\"col\">" + std::string(side) + ": version " + std::to_string(index + 1) + ", " +
                isolated(document.id);
        if (!document.published.empty()) out_ += "<br>" + time(document.published);
        out_ += "</th>";
    }

    // ------------------------------------------------------------------------------------------------ list of changes

    void changes(const Step& step, const std::string& prefix) {
        if (step.changes.empty()) return;
        out_ += "<h3>Changes</h3>\n<ol class=\"changes\">\n";
        for (std::size_t i = 0; i < step.changes.size(); ++i) {
            const engine::Change& change = step.changes[i];
            const std::string id = prefix + "c" + std::to_string(i + 1);
            const std::string_view significance = name_of(change.significance);
            out_ += "<li id=\"" + id + "\" class=\"" + std::string(significance) +
                    "\"><span class=\"number\">" + std::to_string(i + 1) + "</span><span class=\"kind\">" +
                    std::string(name_of(change.kind)) + "</span>, " + std::string(significance) + ": ";
            change_texts(step, change);
            const std::string_view side = name_of_side(change.after.present ? Side::after : Side::before);
            out_ += " <a class=\"back\" href=\"#" + id + "-" + std::string(side) + "\">show</a></li>\n";
            pass_on();
        }
        out_ += "</ol>\n";
    }

    void change_texts(const Step& step, const engine::Change& change) {
        const Document& before = comparison_.documents[step.before];
        const Document& after = comparison_.documents[step.after];
        if (change.kind == engine::ChangeKind::move && change.before.present && change.after.present) {
            out_ += "<bdi class=\"moved\">" + excerpt(after.slice(change.after.range)) + "</bdi>";
            if (change.before.sentence >= 0 && change.after.sentence >= 0) {
                out_ += ", from paragraph " +
                        std::to_string(paragraph_of(before, change.before.sentence) + 1) + " to " +
                        std::to_string(paragraph_of(after, change.after.sentence) + 1);
            }
            return;
        }
        if (change.before.present)
            out_ += "<bdi><del>" + excerpt(before.slice(change.before.range)) + "</del></bdi>";
        if (change.before.present && change.after.present) out_ += " → ";
        if (change.after.present)
            out_ += "<bdi><ins>" + excerpt(after.slice(change.after.range)) + "</ins></bdi>";
    }

    // ------------------------------------------------------------------------------------------------------ the texts

    void line(const MarkedSide& before, const MarkedSide& after, Range old_range, Range new_range,
              std::string_view kind) {
        if (old_range.empty() && new_range.empty()) return;
        out_ +=
            before.document().slice(old_range) == after.document().slice(new_range) ? same_row : other_row;
        for (const MarkedSide* side : {&before, &after}) {
            const Range range = side == &before ? old_range : new_range;
            open_cell(side->document(), side == &before ? "Before" : "After", range.empty());
            if (!range.empty()) {
                out_ += "<p class=\"" + std::string(kind) + "\" dir=\"auto\">";
                side->append(out_, range);
                out_ += "</p>";
            }
            out_ += "</td>";
        }
        out_ += "</tr>\n";
    }

    /// Where the columns are stacked, a row that is the same on both sides is shown once.
    static constexpr std::string_view same_row = "<tr class=\"same\">";
    static constexpr std::string_view other_row = "<tr>";

    void open_row(const MarkedSide& before, const MarkedSide& after, const ParagraphRow& row) {
        const std::size_t count = row.before_end - row.before_begin;
        bool is_same = count == row.after_end - row.after_begin;
        for (std::size_t i = 0; i < count && is_same; ++i) {
            const document::Paragraph& old_one = before.document().paragraphs[row.before_begin + i];
            const document::Paragraph& new_one = after.document().paragraphs[row.after_begin + i];
            is_same = old_one.kind == new_one.kind &&
                      before.document().slice(old_one.range) == after.document().slice(new_one.range);
        }
        out_ += is_same ? same_row : other_row;
    }

    void open_cell(const Document& document, std::string_view side, bool is_empty) {
        out_ += "<td data-side=\"" + std::string(side) + "\"" + (is_empty ? " class=\"none\"" : "") +
                language_attribute(document.language) + ">";
        if (is_empty) out_ += "<span class=\"hidden\">nothing here</span>";
    }

    void cell(const MarkedSide& side, std::size_t first, std::size_t last, std::string_view name) {
        open_cell(side.document(), name, first == last);
        for (std::size_t i = first; i < last; ++i) {
            const document::Paragraph& paragraph = side.document().paragraphs[i];
            const Tags tags = tags_of(paragraph.kind);
            out_ += tags.open;
            side.append(out_, paragraph.range);
            out_ += tags.close;
        }
        out_ += "</td>";
    }

    struct Tags {
        std::string_view open;
        std::string_view close;
    };
    static Tags tags_of(document::ParagraphKind kind) {
        switch (kind) {
            case document::ParagraphKind::heading: return {"<h4 dir=\"auto\">", "</h4>"};
            case document::ParagraphKind::list_item: return {"<ul><li dir=\"auto\">", "</li></ul>"};
            case document::ParagraphKind::quote: return {"<blockquote><p dir=\"auto\">", "</p></blockquote>"};
            case document::ParagraphKind::caption: return {"<p class=\"caption\" dir=\"auto\">", "</p>"};
            case document::ParagraphKind::paragraph: break;
        }
        return {"<p dir=\"auto\">", "</p>"};
    }

    Output& output_;
    const Comparison& comparison_;
    std::string out_;
};

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded decoded = text::decode(text, at);
        const char32_t c = decoded.code_point;
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
            text::append_utf8(out, 0x2400 + c);
        else if (c == 0x7f)
            text::append_utf8(out, 0x2421);
        else if (c > 0x7f && c < 0xa0)
            text::append_utf8(out, 0xfffd);
        else if (c == 0x202d || c == 0x202e)
            out += c == 0x202d ? "⟨U+202D⟩" : "⟨U+202E⟩";
        else
            out += text.substr(at, decoded.length);
        at += decoded.length;
    }
    return out;
}

void write_html(Output& output, const Comparison& comparison) {
    if (comparison.options.mode == engine::Mode::coverage) return write_coverage_html(output, comparison);
    HtmlReport(output, comparison).write();
}

}  // namespace twicetold::report
