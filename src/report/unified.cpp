#include "report/unified.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace twicetold::report {
namespace {

constexpr std::size_t context_lines = 3;

/// Cells of the table that pairs the lines between two that correspond. Beyond it they stand as removed and added.
constexpr std::size_t max_cells = std::size_t{1} << 20U;

/// The lines of a text, breaks included, and where each begins.
struct Lines {
    explicit Lines(std::string_view text) {
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t line_break = text.find('\n', begin);
            const std::size_t end = line_break == std::string_view::npos ? text.size() : line_break + 1;
            lines.push_back(text.substr(begin, end - begin));
            begins.push_back(begin);
            begin = end;
        }
        begins.push_back(text.size());
    }

    std::vector<std::string_view> lines;
    std::vector<std::size_t> begins;  ///< one more than lines: the last is the text's end
};

/// Line `before` of the older text is line `after` of the newer one. 0-based.
struct Pair {
    std::size_t before = 0;
    std::size_t after = 0;
};

/// A stretch that is the same in both texts.
struct Stretch {
    std::size_t before = 0;
    std::size_t after = 0;
    std::size_t size = 0;
};

std::vector<Stretch> same_stretches(const engine::Step& step, std::string_view before,
                                    std::string_view after) {
    std::vector<Stretch> stretches;
    for (const engine::Edit& edit : step.edits) {
        if (edit.operation != engine::EditOperation::equal) continue;
        if (before.substr(edit.before.begin, edit.before.size()) !=
            after.substr(edit.after.begin, edit.after.size())) {
            continue;
        }
        if (!stretches.empty()) {
            Stretch& last = stretches.back();
            if (last.before + last.size == edit.before.begin && last.after + last.size == edit.after.begin) {
                last.size += edit.before.size();
                continue;
            }
        }
        stretches.push_back({edit.before.begin, edit.after.begin, edit.before.size()});
    }
    return stretches;
}

/// Pairs the lines that lie whole inside a stretch and begin a line in both texts.
std::vector<Pair> anchors(const std::vector<Stretch>& stretches, const Lines& before, const Lines& after) {
    std::vector<Pair> pairs;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Stretch& stretch : stretches) {
        while (i < before.lines.size() && before.begins[i] < stretch.before) ++i;
        for (; i < before.lines.size() && before.begins[i + 1] <= stretch.before + stretch.size; ++i) {
            const std::size_t begin = before.begins[i] - stretch.before + stretch.after;
            while (j < after.lines.size() && after.begins[j] < begin) ++j;
            if (j < after.lines.size() && after.begins[j] == begin && before.lines[i] == after.lines[j]) {
                pairs.push_back({i, j++});
            }
        }
    }
    return pairs;
}

/// Lines [before_begin, before_end) and [after_begin, after_end).
struct Gap {
    std::size_t before_begin = 0;
    std::size_t before_end = 0;
    std::size_t after_begin = 0;
    std::size_t after_end = 0;
};

/// Pairs equal lines of a gap, in order, as many as there are.
void pair_within(Gap gap, const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after,
                 std::vector<Pair>& out) {
    while (gap.before_begin < gap.before_end && gap.after_begin < gap.after_end &&
           before[gap.before_begin] == after[gap.after_begin]) {
        out.push_back({gap.before_begin++, gap.after_begin++});
    }
    std::vector<Pair> tail;
    while (gap.before_begin < gap.before_end && gap.after_begin < gap.after_end &&
           before[gap.before_end - 1] == after[gap.after_end - 1]) {
        tail.push_back({--gap.before_end, --gap.after_end});
    }
    const std::size_t height = gap.before_end - gap.before_begin;
    const std::size_t width = gap.after_end - gap.after_begin;
    if (height > 0 && width > 0 && height <= max_cells / width) {
        // longest[i][j]: of the lines from i and from j on.
        const std::size_t row = width + 1;
        std::vector<std::uint32_t> longest((height + 1) * row, 0);
        for (std::size_t i = height; i-- > 0;) {
            for (std::size_t j = width; j-- > 0;) {
                longest[i * row + j] = before[gap.before_begin + i] == after[gap.after_begin + j]
                                           ? longest[(i + 1) * row + j + 1] + 1
                                           : std::max(longest[(i + 1) * row + j], longest[i * row + j + 1]);
            }
        }
        for (std::size_t i = 0, j = 0; i < height && j < width;) {
            if (before[gap.before_begin + i] == after[gap.after_begin + j]) {
                out.push_back({gap.before_begin + i++, gap.after_begin + j++});
            } else if (longest[(i + 1) * row + j] >= longest[i * row + j + 1]) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    out.insert(out.end(), tail.rbegin(), tail.rend());
}

/// Numbers such that equal lines have equal ones.
std::vector<std::uint32_t> number_lines(const Lines& lines,
                                        std::unordered_map<std::string_view, std::uint32_t>& known) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(lines.lines.size());
    for (const std::string_view line : lines.lines) {
        numbers.push_back(known.try_emplace(line, static_cast<std::uint32_t>(known.size())).first->second);
    }
    return numbers;
}

std::vector<Pair> pair_lines(const engine::Step& step, std::string_view old_text, std::string_view new_text,
                             const Lines& before, const Lines& after) {
    const std::vector<Pair> anchored = anchors(same_stretches(step, old_text, new_text), before, after);
    std::unordered_map<std::string_view, std::uint32_t> known;
    const std::vector<std::uint32_t> old_numbers = number_lines(before, known);
    const std::vector<std::uint32_t> new_numbers = number_lines(after, known);
    std::vector<Pair> pairs;
    Gap gap;
    const auto close_gap = [&](std::size_t i, std::size_t j) {
        gap.before_end = i;
        gap.after_end = j;
        pair_within(gap, old_numbers, new_numbers, pairs);
    };
    for (const Pair& anchor : anchored) {
        close_gap(anchor.before, anchor.after);
        pairs.push_back(anchor);
        gap.before_begin = anchor.before + 1;
        gap.after_begin = anchor.after + 1;
    }
    close_gap(before.lines.size(), after.lines.size());
    return pairs;
}

/// The stretches of lines that have no partner.
std::vector<Gap> unpaired(const std::vector<Pair>& pairs, const Lines& before, const Lines& after) {
    std::vector<Gap> gaps;
    Gap gap;
    const auto close = [&](std::size_t i, std::size_t j) {
        gap.before_end = i;
        gap.after_end = j;
        if (gap.before_begin < i || gap.after_begin < j) gaps.push_back(gap);
        gap.before_begin = i + 1;
        gap.after_begin = j + 1;
    };
    for (const Pair& pair : pairs) close(pair.before, pair.after);
    close(before.lines.size(), after.lines.size());
    return gaps;
}

void append_line(std::string& out, char sign, std::string_view line) {
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// "12,3": the first line, 1-based, and how many; the line before where there are none.
void append_range(std::string& out, std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    out += std::to_string(count == 0 ? begin : begin + 1);
    if (count != 1) out += "," + std::to_string(count);
}

/// Gaps [first, last) with the lines around and between them.
void append_hunk(std::string& out, const std::vector<Gap>& gaps, std::size_t first, std::size_t last,
                 const Lines& before, const Lines& after) {
    const Gap& front = gaps[first];
    const Gap& back = gaps[last - 1];
    const std::size_t lead = std::min(context_lines, front.before_begin);
    const std::size_t trail = std::min(context_lines, before.lines.size() - back.before_end);
    out += "@@ -";
    append_range(out, front.before_begin - lead, back.before_end + trail);
    out += " +";
    append_range(out, front.after_begin - lead, back.after_end + trail);
    out += " @@\n";
    std::size_t at = front.before_begin - lead;
    const auto append_context = [&](std::size_t end) {
        for (; at < end; ++at) append_line(out, ' ', before.lines[at]);
    };
    for (std::size_t i = first; i < last; ++i) {
        append_context(gaps[i].before_begin);
        for (; at < gaps[i].before_end; ++at) append_line(out, '-', before.lines[at]);
        for (std::size_t j = gaps[i].after_begin; j < gaps[i].after_end; ++j)
            append_line(out, '+', after.lines[j]);
    }
    append_context(back.before_end + trail);
}

/// A path that stays inside the folder where the patch is applied.
std::string relative(std::string_view id) {
    std::string path;
    while (!id.empty()) {
        const std::size_t slash = std::min(id.find('/'), id.size());
        const std::string_view part = id.substr(0, slash);
        id.remove_prefix(std::min(slash + 1, id.size()));
        if (part.empty() || part == "." || part == "..") continue;
        if (!path.empty()) path += '/';
        path += part;
    }
    return path.empty() ? "text" : path;
}

/// As git quotes: names with control characters, quotes or backslashes stand in quotes, with escapes as in C.
std::string quoted(std::string_view name) {
    const auto is_special = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '\\';
    };
    if (std::none_of(name.begin(), name.end(), is_special)) return std::string(name);
    std::string out = "\"";
    for (const char c : name) {
        if (!is_special(c)) {
            out += c;
            continue;
        }
        out += '\\';
        if (c == '"' || c == '\\') {
            out += c;
        } else {
            const auto value = static_cast<unsigned char>(c);
            for (const unsigned shift : {6U, 3U, 0U}) out += static_cast<char>('0' + ((value >> shift) & 7U));
        }
    }
    out += '"';
    return out;
}

std::string header(std::string_view before_id, std::string_view after_id) {
    const std::string path = relative(before_id);
    std::string out = "--- " + quoted("a/" + path);
    // Without a tab behind it, a name with a space would end at the space.
    const bool has_space = path.find(' ') != std::string::npos;
    if (has_space) out += '\t';
    out += "\n+++ " + quoted("b/" + path);
    if (relative(after_id) != path)
        out += "\t" + quoted(relative(after_id));
    else if (has_space)
        out += '\t';
    out += '\n';
    return out;
}

void write_step(Output& output, const document::Document& old_document,
                const document::Document& new_document, const engine::Step& step) {
    if (old_document.text == new_document.text) return;
    const Lines before(old_document.text);
    const Lines after(new_document.text);
    const std::vector<Gap> gaps =
        unpaired(pair_lines(step, old_document.text, new_document.text, before, after), before, after);
    output.write(header(old_document.id, new_document.id));
    for (std::size_t first = 0; first < gaps.size();) {
        std::size_t last = first + 1;
        while (last < gaps.size() && gaps[last].before_begin - gaps[last - 1].before_end <= 2 * context_lines)
            ++last;
        std::string hunk;
        append_hunk(hunk, gaps, first, last, before, after);
        output.write(hunk);
        first = last;
    }
}

}  // namespace

void write_unified(Output& output, const engine::Comparison& comparison) {
    for (const engine::Step& step : comparison.steps) {
        write_step(output, comparison.documents[step.before], comparison.documents[step.after], step);
    }
}

}  // namespace twicetold::report
