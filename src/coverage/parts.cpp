#include "coverage/parts.h"

#include <string_view>
#include <utility>

#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::coverage {

namespace {

using document::Tokenized;
using text::TokenKind;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the separator between two digits at `position`, 0 where there is none.
std::size_t separator_length(std::string_view text, std::size_t position) {
    const char c = text[position];
    std::size_t length = 0;
    if (c == '.' || c == ',' || c == '\'' || c == ' ') length = 1;
    if (text.substr(position, 2) == "\xC2\xA0") length = 2;
    if (text.substr(position, 3) == "\xE2\x80\xAF" || text.substr(position, 3) == "\xE2\x80\x89" ||
        text.substr(position, 3) == "\xE2\x80\x99")
        length = 3;
    return length != 0 && position + length < text.size() && is_ascii_digit(text[position + length]) ? length
                                                                                                     : 0;
}

class PartReader {
public:
    PartReader(const Tokenized& text, const PlainWords& words) : text_(text), words_(words) {}

    std::vector<Part> read(std::uint32_t unit) {
        parts_.clear();
        std::uint32_t previous_end = 0;
        for (std::uint32_t t = text_.unit_begin[unit]; t < text_.unit_begin[unit + 1]; ++t) {
            const text::Token& token = text_.tokens[t];
            glued_ = t > text_.unit_begin[unit] && token.begin == previous_end;
            previous_end = token.end;
            const std::string_view word = text_.document->slice(token.range());
            if (token.kind == TokenKind::word && word.find('-') == std::string_view::npos &&
                word.find("\xE2\x80\x93") == std::string_view::npos) {
                add_whole(t, Part::Kind::word);
            } else if (token.kind == TokenKind::punctuation || token.kind == TokenKind::ideograph ||
                       token.kind == TokenKind::invisible) {
                add_whole(t, Part::Kind::sign);
            } else {
                cut(t, word);
            }
        }
        return std::move(parts_);
    }

private:
    void add_whole(std::uint32_t token, Part::Kind kind) {
        Part part;
        part.kind = kind;
        part.range = text_.tokens[token].range();
        part.token = token;
        part.plain = words_.plain[text_.entries[token]];
        part.roles = words_.roles[text_.entries[token]];
        part.glued = glued_;
        part.capital = text::is_upper(text::decode(text_.document->text, part.range.begin).code_point);
        glued_ = true;
        parts_.push_back(std::move(part));
    }

    void add_piece(std::uint32_t token, Part::Kind kind, std::string_view word, std::size_t begin,
                   std::size_t end) {
        Part part;
        part.kind = kind;
        const std::uint32_t base = text_.tokens[token].begin;
        part.range = {base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)};
        part.token = token;
        const std::string_view piece = word.substr(begin, end - begin);
        if (kind == Part::Kind::digits) {
            const auto digits = read_digits(piece);
            if (digits) {
                part.digits = *digits;
            } else {
                part.kind = Part::Kind::sign;  // a date or an address: no number
                part.plain = "#";
            }
        } else {
            part.plain = plain_form(piece);
            if (kind == Part::Kind::word) part.roles = roles_of(part.plain);
            part.capital = text::is_upper(text::decode(word, begin).code_point);
        }
        part.glued = glued_;
        glued_ = true;
        parts_.push_back(std::move(part));
    }

    void cut(std::uint32_t token, std::string_view word) {
        std::size_t position = 0;
        while (position < word.size()) {
            std::size_t end = position;
            if (is_ascii_digit(word[position])) {
                while (end < word.size()) {
                    if (is_ascii_digit(word[end])) {
                        ++end;
                    } else if (const std::size_t separator = separator_length(word, end); separator != 0) {
                        end += separator;
                    } else {
                        break;
                    }
                }
                add_piece(token, Part::Kind::digits, word, position, end);
            } else {
                const auto first = text::decode(word, position);
                const bool letter = text::classify(first.code_point) == text::CharacterClass::letter;
                end = position + first.length;
                while (letter && end < word.size()) {
                    const auto next = text::decode(word, end);
                    const auto kind = text::classify(next.code_point);
                    if (kind != text::CharacterClass::letter && kind != text::CharacterClass::mark &&
                        !text::is_single_quote(next.code_point) && next.code_point != U'.')
                        break;
                    end += next.length;
                }
                add_piece(token, letter ? Part::Kind::word : Part::Kind::sign, word, position, end);
            }
            position = end;
        }
    }

    const Tokenized& text_;
    const PlainWords& words_;
    std::vector<Part> parts_;
    bool glued_ = false;
};

}  // namespace

std::vector<Part> read_parts(const Tokenized& text, std::uint32_t unit, const PlainWords& words) {
    return PartReader(text, words).read(unit);
}

}  // namespace twicetold::coverage
