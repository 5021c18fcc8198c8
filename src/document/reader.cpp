#include "document/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/characters.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace twicetold::document {

namespace {

/// Above this share of bytes that no text has, a file is taken for binary. Texts in Latin-1 stay below 0.1 even in French;
/// images, archives and office files lie above 0.25.
constexpr double binary_limit = 0.15;

/// One line without its break, [begin, end).
struct Line {
    Range range;
    bool blank = false;
};

Range make_range(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.find_first_of("\r\n", begin);
        if (end == std::string_view::npos) end = text.size();
        const Range range = make_range(begin, end);
        lines.push_back({range, text::trimmed(text, range).empty()});
        begin = end;
        if (begin < text.size()) begin += text.substr(begin, 2) == "\r\n" ? 2 : 1;
    }
    return lines;
}

/// Lines that belong together: a block between blank lines, or a line of it.
struct Block {
    std::size_t first = 0;  ///< index of lines
    std::size_t last = 0;   ///< half-open
};

std::vector<Block> split_blocks(const std::vector<Line>& lines) {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines.size();) {
        if (lines[i].blank) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < lines.size() && !lines[end].blank) ++end;
        blocks.push_back({i, end});
        i = end;
    }
    return blocks;
}

bool ends_with_full_stop(std::string_view text, Range range) {
    range = text::trimmed(text, range);
    std::size_t end = range.end;
    while (end > range.begin) {
        std::size_t last = end - 1;
        while (last > range.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        const char32_t c = text::decode(text, last).code_point;
        if (!text::is_closing(c)) {
            constexpr std::array<char32_t, 11> ends = {U'.',   U'!',   U':',   U';',   U',',  0x2026,
                                                       0x3002, 0xFF01, 0x0964, 0x06D4, 0xFF0C};
            return std::find(ends.begin(), ends.end(), c) != ends.end();
        }
        end = last;
    }
    return false;
}

/// Are the lines of multi-line blocks wrapped by hand? Then most of them, but for each block's last, are of about the same
/// length, under 100 bytes, and do not end a sentence.
bool is_hard_wrapped(std::string_view text, const std::vector<Line>& lines,
                     const std::vector<Block>& blocks) {
    std::size_t inner = 0;
    std::size_t open = 0;
    std::size_t longest = 0;
    for (const Block& block : blocks) {
        for (std::size_t i = block.first; i + 1 < block.last; ++i) {
            ++inner;
            longest = std::max<std::size_t>(longest, lines[i].range.size());
            if (!ends_with_full_stop(text, lines[i].range)) ++open;
        }
    }
    if (inner < 2 || longest > 110 || longest < 35 || open * 10 < inner * 6) return false;
    std::size_t full = 0;
    for (const Block& block : blocks) {
        for (std::size_t i = block.first; i + 1 < block.last; ++i) {
            if (lines[i].range.size() * 10 >= longest * 7) ++full;
        }
    }
    return full * 10 >= inner * 8;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

bool looks_like_title(std::string_view text, Range range) {
    const std::string_view line = text.substr(range.begin, range.size());
    return !line.empty() && line.size() <= 200 && count_words(line) <= 25 &&
           !ends_with_full_stop(text, range);
}

bool looks_like_byline(std::string_view text, Range range) {
    constexpr auto openings =
        std::to_array<std::string_view>({"By ", "BY ", "by ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ",
                                         "Af ", "Words by ", "Reporting by "});
    std::string_view line = text.substr(range.begin, range.size());
    while (line.starts_with('*') || line.starts_with('_')) line.remove_prefix(1);
    if (line.size() > 150 || count_words(line) > 16 || ends_with_full_stop(text, range)) return false;
    for (const std::string_view opening : openings) {
        if (!line.starts_with(opening) || line.size() == opening.size()) continue;
        const char32_t first = text::decode(line, opening.size()).code_point;
        return text::is_upper(first) || text::classify(first) != text::CharacterClass::letter;
    }
    return false;
}

void append_paragraph(Document& document, Range range, ParagraphKind kind) {
    range = text::trimmed(document.text, range);
    if (range.empty()) return;
    Paragraph paragraph{kind, range, static_cast<std::uint32_t>(document.sentences.size()), 0};
    std::vector<Range> pieces;
    text::append_sentences(document.text, range, pieces);
    for (const Range piece : pieces) {
        const Range sentence = text::trimmed(document.text, piece);
        if (!sentence.empty()) document.sentences.push_back(sentence);
    }
    paragraph.last_sentence = static_cast<std::uint32_t>(document.sentences.size());
    document.paragraphs.push_back(paragraph);
}

/// Why these bytes are not read, as a clause; empty where they are text.
std::string_view what_it_is(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"))
        return "this is an archive or an office document; save its text as .txt, or paste it";
    if (bytes.starts_with("%PDF-"))
        return "this is a PDF file; copy its text and paste it, or save it as .txt";
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return "this text is in UTF-16; save it as UTF-8";
    if (text::binary_share(bytes) > binary_limit)
        return "this is not a text file; open a .txt or .md file, or paste the text";
    return {};
}

/// Repairs and inspects the bytes; fills `result.document.text`.
void take_bytes(ReadResult& result, std::string id, std::string bytes) {
    result.document.id = std::move(id);
    if (const std::string_view problem = what_it_is(bytes); !problem.empty()) {
        result.ok = false;
        result.error_code = "not-text";
        result.error_message = problem;
        return;
    }
    const text::Repair repair = text::repair_utf8(bytes);
    if (repair.invalid_bytes > 0) {
        result.notices.push_back(
            {"invalid-utf8", std::to_string(repair.invalid_bytes) + " byte" +
                                 (repair.invalid_bytes == 1 ? " is" : "s are") + " not UTF-8 (the first at " +
                                 std::to_string(repair.first_invalid) + ") and shown as \xEF\xBF\xBD"});
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        result.notices.push_back({"byte-order-mark", "the text begins with a byte order mark; it is kept"});
    }
    if (const auto nuls = std::count(bytes.begin(), bytes.end(), '\0'); nuls > 0) {
        result.notices.push_back(
            {"nul-bytes",
             std::to_string(nuls) + (nuls == 1 ? " NUL byte is" : " NUL bytes are") + " kept in the text"});
    }
    result.document.text = std::move(bytes);
    if (text::trimmed(result.document.text, make_range(0, result.document.text.size())).empty()) {
        result.notices.push_back({"empty", "the text is empty"});
    }
}

std::size_t behind_mark(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

/// Plain text from `body_begin` on. `guess`: look for a title and byline.
void read_plain(Document& document, std::size_t body_begin, bool guess) {
    const std::string_view text = document.text;
    std::vector<Line> lines = split_lines(text.substr(body_begin));
    for (Line& line : lines) {
        line.range.begin += static_cast<std::uint32_t>(body_begin);
        line.range.end += static_cast<std::uint32_t>(body_begin);
    }
    const std::vector<Block> blocks = split_blocks(lines);
    std::vector<Range> paragraphs;
    const bool wrapped = is_hard_wrapped(text, lines, blocks);
    for (const Block& block : blocks) {
        if (wrapped) {
            paragraphs.push_back(make_range(lines[block.first].range.begin, lines[block.last - 1].range.end));
            continue;
        }
        for (std::size_t i = block.first; i < block.last; ++i) paragraphs.push_back(lines[i].range);
    }
    std::size_t first = 0;
    if (guess && paragraphs.size() > 1) {
        Range title = paragraphs[0];
        if (title.begin == 0) title.begin += static_cast<std::uint32_t>(behind_mark(text));
        title = text::trimmed(text, title);
        if (looks_like_byline(text, title)) {
            document.byline = title;  // of an article without a headline
            first = 1;
        } else if (looks_like_title(text, title)) {
            document.title = title;
            document.title_guessed = true;
            first = 1;
            const Range second = text::trimmed(text, paragraphs[1]);
            if (looks_like_byline(text, second)) {
                document.byline = second;
                first = 2;
            }
        }
    }
    for (std::size_t i = first; i < paragraphs.size(); ++i) {
        append_paragraph(document, paragraphs[i], ParagraphKind::paragraph);
    }
}

/// Value of `key` in a front matter line "key: value", without quotes.
bool front_matter_value(std::string_view text, Range line, std::string_view key, Range& value) {
    const std::string_view content = text.substr(line.begin, line.size());
    if (!content.starts_with(key) || content.size() <= key.size() || content[key.size()] != ':') return false;
    value = text::trimmed(text, make_range(line.begin + key.size() + 1, line.end));
    if (value.size() >= 2 && (text[value.begin] == '"' || text[value.begin] == '\'') &&
        text[value.end - 1] == text[value.begin]) {
        ++value.begin;
        --value.end;
    }
    return !value.empty();
}

class MarkdownReader {
public:
    explicit MarkdownReader(Document& document)
        : document_(document), text_(document.text), lines_(split_lines(text_)) {}

    void run() {
        if (!lines_.empty() && lines_[0].range.begin == 0) {
            lines_[0].range.begin += static_cast<std::uint32_t>(behind_mark(text_));
        }
        std::size_t i = front_matter();
        while (i < lines_.size()) i = block(i);
    }

private:
    [[nodiscard]] std::string_view content(std::size_t i) const {
        const Range range = text::trimmed(text_, lines_[i].range);
        return text_.substr(range.begin, range.size());
    }

    std::size_t front_matter() {
        if (lines_.empty() || content(0) != "---") return 0;
        std::size_t end = 1;
        while (end < lines_.size() && content(end) != "---" && content(end) != "...") ++end;
        if (end >= lines_.size()) return 0;
        for (std::size_t i = 1; i < end; ++i) {
            Range value;
            if (document_.title.empty() && front_matter_value(text_, lines_[i].range, "title", value))
                document_.title = value;
            if (document_.byline.empty() && front_matter_value(text_, lines_[i].range, "author", value)) {
                document_.byline = value;
            }
            if (front_matter_value(text_, lines_[i].range, "date", value)) {
                document_.published = std::string(text_.substr(value.begin, value.size()));
            }
        }
        return end + 1;
    }

    /// Length of an ATX heading's opening ("## "), or 0; `level` is 1 to 6.
    static std::size_t heading_marker(std::string_view line, std::size_t& level) {
        level = 0;
        while (level < line.size() && line[level] == '#') ++level;
        if (level == 0 || level > 6 || level >= line.size() || line[level] != ' ') return 0;
        return line.find_first_not_of(' ', level);
    }

    /// Length of a list marker ("- ", "12. "), or 0.
    static std::size_t list_marker(std::string_view line) {
        if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
            return 2;
        std::size_t digits = 0;
        while (digits < line.size() && digits < 9 && line[digits] >= '0' && line[digits] <= '9') ++digits;
        if (digits == 0 || digits + 2 >= line.size()) return 0;
        return (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ' ? digits + 2 : 0;
    }

    static bool is_rule(std::string_view line) {
        if (line.size() < 3 || (line[0] != '-' && line[0] != '*' && line[0] != '_')) return false;
        return line.find_first_not_of(line.substr(0, 1)) == std::string_view::npos;
    }

    [[nodiscard]] bool opens_block(std::size_t i) const {
        std::size_t level = 0;
        const std::string_view line = content(i);
        return line.starts_with('>') || list_marker(line) != 0 || heading_marker(line, level) != 0 ||
               is_rule(line);
    }

    void add(Range range, ParagraphKind kind) {
        range = text::trimmed(text_, range);
        const bool opening = document_.paragraphs.empty();
        if (kind == ParagraphKind::paragraph && opening && document_.byline.empty() &&
            !document_.title.empty() && looks_like_byline(text_, range)) {
            document_.byline = range;
            return;
        }
        append_paragraph(document_, range, kind);
    }

    void add_heading(Range range, std::size_t level) {
        range = text::trimmed(text_, range);
        while (!range.empty() && text_[range.end - 1] == '#') --range.end;  // closing sequence
        range = text::trimmed(text_, range);
        if (level == 1 && document_.title.empty() && document_.paragraphs.empty()) {
            document_.title = range;
        } else {
            append_paragraph(document_, range, ParagraphKind::heading);
        }
    }

    /// Reads the block at line `i`; returns the line behind it.
    std::size_t block(std::size_t i) {
        if (lines_[i].blank) return i + 1;
        const Range line = text::trimmed(text_, lines_[i].range);
        const std::string_view shown = content(i);
        std::size_t level = 0;
        if (const std::size_t length = heading_marker(shown, level); length != 0) {
            add_heading(make_range(line.begin + length, line.end), level);
            return i + 1;
        }
        if (is_rule(shown)) return i + 1;
        if (shown.starts_with('>')) {
            // A quotation's lines are paragraphs of their own: the signs between them are no text.
            std::size_t begin = line.begin;
            while (begin < line.end && (text_[begin] == '>' || text_[begin] == ' ')) ++begin;
            append_paragraph(document_, make_range(begin, line.end), ParagraphKind::quote);
            return i + 1;
        }
        const std::size_t marker = list_marker(shown);
        std::size_t end = i + 1;
        while (end < lines_.size() && !lines_[end].blank && !opens_block(end) && !is_underline(end)) ++end;
        if (marker == 0 && end < lines_.size() && !lines_[end].blank && is_underline(end)) {
            add_heading(make_range(line.begin, lines_[end - 1].range.end),
                        text_[text::trimmed(text_, lines_[end].range).begin] == '=' ? 1 : 2);
            return end + 1;
        }
        add(make_range(line.begin + marker, lines_[end - 1].range.end),
            marker != 0 ? ParagraphKind::list_item : ParagraphKind::paragraph);
        return end;
    }

    /// "====" or "----" under a line: a setext heading.
    [[nodiscard]] bool is_underline(std::size_t i) const {
        const std::string_view line = content(i);
        return line.size() >= 2 && (line.find_first_not_of('=') == std::string_view::npos ||
                                    line.find_first_not_of('-') == std::string_view::npos);
    }

    Document& document_;
    std::string_view text_;
    std::vector<Line> lines_;
};

bool ends_with_folded(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    name.remove_prefix(name.size() - ending.size());
    return std::equal(name.begin(), name.end(), ending.begin(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    });
}

/// Appends `part` to the document's text behind a blank line; its range without white space at the ends.
Range append_part(Document& document, std::string_view part, std::string_view separator) {
    if (part.empty()) return make_range(document.text.size(), document.text.size());
    if (!document.text.empty()) document.text += separator;
    const std::size_t begin = document.text.size();
    document.text += part;
    return text::trimmed(document.text, make_range(begin, document.text.size()));
}

}  // namespace

ReadResult read_text(std::string id, std::string bytes) {
    ReadResult result;
    take_bytes(result, std::move(id), std::move(bytes));
    if (result.ok) read_plain(result.document, 0, true);
    return result;
}

ReadResult read_markdown(std::string id, std::string bytes) {
    ReadResult result;
    take_bytes(result, std::move(id), std::move(bytes));
    if (result.ok) MarkdownReader(result.document).run();
    return result;
}

ReadResult read_by_name(std::string name, std::string bytes) {
    const bool markdown = ends_with_folded(name, ".md") || ends_with_folded(name, ".markdown");
    return markdown ? read_markdown(std::move(name), std::move(bytes))
                    : read_text(std::move(name), std::move(bytes));
}

ReadResult assemble(Parts parts) {
    ReadResult result;
    if (!parts.title && !parts.byline && !parts.paragraphs) {
        result = read_text(std::move(parts.id), std::move(parts.text));
    } else {
        Document& document = result.document;
        const auto repaired = [&result](std::string& part) -> std::string_view {
            if (const text::Repair repair = text::repair_utf8(part); repair.invalid_bytes > 0) {
                result.notices.push_back(
                    {"invalid-utf8",
                     "a part of the document is not UTF-8; its stray bytes are shown as \xEF\xBF\xBD"});
            }
            return part;
        };
        if (parts.title) document.title = append_part(document, repaired(*parts.title), "");
        if (parts.byline) document.byline = append_part(document, repaired(*parts.byline), "\n\n");
        if (parts.paragraphs) {
            for (std::vector<std::string>& sentences : *parts.paragraphs) {
                Paragraph paragraph;
                paragraph.first_sentence = static_cast<std::uint32_t>(document.sentences.size());
                std::string_view separator = "\n\n";
                for (std::string& sentence : sentences) {
                    document.sentences.push_back(append_part(document, repaired(sentence), separator));
                    separator = " ";
                }
                paragraph.last_sentence = static_cast<std::uint32_t>(document.sentences.size());
                if (paragraph.first_sentence == paragraph.last_sentence) continue;
                paragraph.range = {document.sentences[paragraph.first_sentence].begin,
                                   document.sentences.back().end};
                document.paragraphs.push_back(paragraph);
            }
        } else {
            const std::size_t before = document.text.size();
            (void)append_part(document, repaired(parts.text), "\n\n");
            read_plain(document, before, !parts.title);
        }
        document.id = std::move(parts.id);
    }
    result.document.source = std::move(parts.source);
    result.document.language = std::move(parts.language);
    if (!parts.published.empty()) result.document.published = std::move(parts.published);
    return result;
}

void demote_title(Document& document) {
    if (document.title.empty()) return;
    std::vector<Range> pieces;
    text::append_sentences(document.text, document.title, pieces);
    std::vector<Range> sentences;
    for (const Range piece : pieces) {
        if (const Range sentence = text::trimmed(document.text, piece); !sentence.empty())
            sentences.push_back(sentence);
    }
    const auto added = static_cast<std::uint32_t>(sentences.size());
    for (Paragraph& paragraph : document.paragraphs) {
        paragraph.first_sentence += added;
        paragraph.last_sentence += added;
    }
    document.paragraphs.insert(document.paragraphs.begin(),
                               Paragraph{ParagraphKind::heading, document.title, 0, added});
    document.sentences.insert(document.sentences.begin(), sentences.begin(), sentences.end());
    document.title = {};
    document.title_guessed = false;
}

}  // namespace twicetold::document
