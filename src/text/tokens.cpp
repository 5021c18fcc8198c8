#include "text/tokens.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::text {

namespace {

using enum CharacterClass;

/// Walks one range of a text and cuts tokens off its front.
class Tokenizer {
public:
    Tokenizer(std::string_view text, Range range, std::vector<Token>& out)
        : text_(text.substr(0, range.end)), position_(range.begin), start_(range.begin), out_(out) {}

    void run() {
        while (position_ < text_.size()) {
            if (plain_word()) continue;
            const Character c = at(position_);
            if (is_white_space(c.kind)) {
                position_ += c.length;
                continue;
            }
            begin_token(c);
        }
    }

private:
    static bool is_ascii_letter(char c) {
        const auto folded = static_cast<unsigned char>(static_cast<unsigned char>(c) | 0x20U);
        return folded >= 'a' && folded <= 'z';
    }

    /// Nine words of ten are ASCII letters with a space, a comma or a single full stop behind them: taken here, without
    /// decoding. The comma is a token of its own; so is the stop, where white space follows it.
    bool plain_word() {
        const std::size_t size = text_.size();
        std::size_t end = position_;
        while (end < size && is_ascii_letter(text_[end])) ++end;
        if (end == position_ || end + 1 >= size) return false;
        const char sign = text_[end];
        const char behind = text_[end + 1];
        const std::size_t begin = position_;
        if (sign == ' ' || sign == '\n') {
            if (static_cast<unsigned char>(behind) >= 0x80)
                return false;  // perhaps a mark that sits on the space
            position_ = end;
            emit(begin, TokenKind::word);
            position_ = end + 1;
            return true;
        }
        if ((sign != ',' && sign != '.') || (behind != ' ' && behind != '\n')) return false;
        if (end + 2 < size && static_cast<unsigned char>(text_[end + 2]) >= 0x80) return false;
        position_ = end;
        emit(begin, TokenKind::word);
        position_ = end + 1;
        emit(end, TokenKind::punctuation);
        return true;
    }

    struct Character {
        char32_t code = 0;
        std::uint32_t length = 0;  ///< 0: past the end
        CharacterClass kind = control;
    };

    [[nodiscard]] Character at(std::size_t position) const {
        if (position >= text_.size()) return {};
        const Decoded d = decode(text_, position);
        return {d.code_point, d.length, classify(d.code_point)};
    }

    /// Where the character before `position` begins.
    [[nodiscard]] std::size_t previous_character(std::size_t position) const {
        do {
            --position;
        } while (position > start_ && (static_cast<unsigned char>(text_[position]) & 0xC0U) == 0x80U);
        return position;
    }

    static bool extends(CharacterClass kind) { return kind == mark || kind == format || kind == joiner; }

    /// Skips marks, invisible characters and whatever a joiner glues on. A joiner after a pictograph takes the next
    /// pictograph along (UAX #29, GB11); elsewhere it only extends.
    void extend(bool pictograph) {
        for (;;) {
            const Character c = at(position_);
            if (c.length == 0 || !extends(c.kind)) return;
            position_ += c.length;
            if (c.kind == joiner && pictograph) {
                const Character next = at(position_);
                if (next.kind == symbol || next.kind == punctuation) position_ += next.length;
            }
        }
    }

    void emit(std::size_t begin, TokenKind kind) {
        out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(position_), kind});
    }

    void begin_token(const Character& c) {
        std::size_t begin = position_;
        switch (c.kind) {
            case letter:
            case digit:
            case currency: word_or_number(begin, c); return;
            case mark:
            case format:
            case joiner:
                // A mark on a space makes one cluster with it (UAX #29, GB9): the space belongs to the token.
                if (c.kind != format && begin > start_ && (out_.empty() || out_.back().end < begin)) {
                    const std::size_t previous = previous_character(begin);
                    if (at(previous).kind == space) begin = previous;
                }
                extend(false);
                emit(begin, c.kind == mark ? TokenKind::symbol : TokenKind::invisible);
                return;
            case ideograph:
            case hiragana:
            case complex:
                position_ += c.length;
                extend(false);
                // "十一" is one figure, as "11" is.
                if (is_han_numeral(c.code)) {
                    for (Character next = at(position_); is_han_numeral(next.code); next = at(position_)) {
                        position_ += next.length;
                        extend(false);
                    }
                }
                if (c.kind == complex) complex_cluster(c.code);
                emit(begin, TokenKind::ideograph);
                return;
            case katakana: katakana_run(begin); return;
            case regional:
                position_ += c.length;
                if (at(position_).kind == regional) position_ += at(position_).length;
                extend(false);
                emit(begin, TokenKind::symbol);
                return;
            case punctuation: sign(begin, c); return;
            default:
                position_ += c.length;
                extend(true);
                emit(begin, TokenKind::symbol);
                return;
        }
    }

    /// Thai and Lao write some vowels before their consonant (Prepend-like in sound, own clusters in UAX #29); SARA AM
    /// and its Lao twin extend (GB9a).
    void complex_cluster(char32_t) {
        for (Character next = at(position_); next.code == 0x0E33 || next.code == 0x0EB3;
             next = at(position_)) {
            position_ += next.length;
            extend(false);
        }
    }

    void katakana_run(std::size_t begin) {
        for (Character c = at(position_); c.kind == katakana; c = at(position_)) {
            position_ += c.length;
            extend(false);
        }
        emit(begin, TokenKind::ideograph);
    }

    /// One sign; runs of dots and of dashes stay whole; @name and #topic join the word that follows.
    void sign(std::size_t begin, const Character& c) {
        position_ += c.length;
        if (c.code == U'.' || c.code == U'-' || is_dash(c.code)) {
            while (at(position_).code == c.code && at(position_).length != 0)
                position_ += at(position_).length;
        }
        extend(true);
        if (is_minus(begin, c)) {
            word_or_number(begin, at(position_));
            return;
        }
        if ((c.code == U'@' || c.code == U'#') && position_ == begin + 1) {
            const Character next = at(position_);
            if (next.kind == letter || next.kind == digit) {
                word_or_number(begin, next);
                return;
            }
        }
        emit(begin, TokenKind::punctuation);
    }

    /// The sign of "-5": behind a space, before a digit.
    [[nodiscard]] bool is_minus(std::size_t begin, const Character& c) const {
        if ((c.code != U'-' && c.code != 0x2212) || position_ != begin + c.length) return false;
        if (at(position_).kind != digit) return false;
        if (begin == start_) return true;
        const Character before = at(previous_character(begin));
        return is_white_space(before.kind) || is_opening(before.code);
    }

    static bool is_word_character(CharacterClass kind) { return kind == letter || kind == digit; }

    void word_or_number(std::size_t begin, const Character& first) {
        if (first.kind == letter && web_address(begin)) return;
        bool number = first.kind == digit;
        if (first.kind == currency) {
            position_ += first.length;
            extend(false);
            if (at(position_).kind != digit) {
                emit(begin, TokenKind::symbol);
                return;
            }
            number = true;
        }
        bool dotted = false;      // "U.S" so far: single letters with dots between
        std::size_t letters = 0;  // letters since the last dot or the beginning
        CharacterClass previous = control;
        for (;;) {
            const Character c = at(position_);
            if (is_word_character(c.kind)) {
                position_ += c.length;
                extend(false);
                previous = c.kind;
                ++letters;
                continue;
            }
            if (c.length == 0) break;
            if (c.code == U'_') {
                position_ += 1;
                previous = letter;
                continue;
            }
            const Character next = at(position_ + c.length);
            if (c.code == U'@' && is_word_character(next.kind) && mail_address(begin)) return;
            if (!joins(c, previous, next, letters, position_ + c.length)) break;
            dotted = c.code == U'.' && letters == 1 && previous == letter && next.kind == letter;
            position_ += c.length;
            letters = 0;
        }
        // The last dot of "U.S." and "a.m." belongs to it.
        if (dotted && letters == 1 && at(position_).code == U'.') ++position_;
        if (number) number_suffix();
        extend(false);
        emit(begin, number ? TokenKind::number : TokenKind::word);
    }

    /// Does the sign `c` hold a word or figure together? `previous` is the class before it, `next` the character after it.
    [[nodiscard]] bool joins(const Character& c, CharacterClass previous, const Character& next,
                             std::size_t letters, std::size_t next_position) const {
        if (!is_word_character(next.kind) || !is_word_character(previous)) return false;
        const bool digits = previous == digit && next.kind == digit;
        if (c.kind == space) return digits && letters <= 3 && is_group_of_three(next_position);
        switch (c.code) {
            case U'\'':
            case 0x2019:
            case 0x02BC:
            case U'-':
            case 0x2010:
            case 0x2011:
            case 0x2013: return true;                                     // "9–5", "Monday–Friday"
            case 0xB7: return previous == letter && next.kind == letter;  // Catalan l·l
            case U'.':
                if (digits) return true;
                if (previous != letter || next.kind != letter) return false;
                // "U.S", "e.g", "example.org", but not the end of a sentence that lacks its space.
                return letters == 1 || !is_upper(next.code) || single_letter(next_position);
            case U',':
            case U':':
            case U'/':
            case 0x66B:
            case 0x66C: return digits;
            default: return false;
        }
    }

    /// Are there three digits at `position`, and no more? "1 234,50" is one figure, with whatever space the author had at hand.
    [[nodiscard]] bool is_group_of_three(std::size_t position) const {
        for (int k = 0; k < 3; ++k) {
            const Character c = at(position);
            if (c.kind != digit) return false;
            position += c.length;
        }
        const Character behind = at(position);
        return !is_word_character(behind.kind) && behind.code != U'-' && behind.code != U':' &&
               behind.code != U'/';
    }

    /// Is the character at `position` a letter followed by another dot ("U.S.")?
    [[nodiscard]] bool single_letter(std::size_t position) const {
        const Character c = at(position);
        return c.kind == letter && at(position + c.length).code == U'.';
    }

    void number_suffix() {
        const Character c = at(position_);
        if (c.code == U'%' || c.code == 0x2030 || c.code == 0xB0 || c.code == 0xFF05 || c.kind == currency) {
            position_ += c.length;
            const Character unit = at(position_);
            if (c.code == 0xB0 && (unit.code == U'C' || unit.code == U'F')) position_ += 1;
        }
    }

    [[nodiscard]] bool looking_at(std::size_t position, std::string_view lower) const {
        if (position + lower.size() > text_.size()) return false;
        for (std::size_t i = 0; i < lower.size(); ++i) {
            const char c = text_[position + i];
            const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            if (folded != lower[i]) return false;
        }
        return true;
    }

    /// "https://…", "www.…" up to the next white space, without the punctuation that ends the sentence around it.
    bool web_address(std::size_t begin) {
        if (!looking_at(begin, "http://") && !looking_at(begin, "https://") && !looking_at(begin, "www."))
            return false;
        std::size_t end = begin;
        std::size_t solid = begin;  // behind the last character that may end an address
        int depth = 0;
        for (Character c = at(end); c.length != 0 && !is_white_space(c.kind); c = at(end)) {
            if (c.code == U'<' || c.code == U'>' || is_double_quote(c.code) || c.kind == ideograph ||
                c.kind == hiragana)
                break;
            if (c.code == U'(') ++depth;
            if (c.code == U')' && --depth < 0) break;
            end += c.length;
            const bool ends_sentence = c.code == U'.' || c.code == U',' || c.code == U';' || c.code == U':' ||
                                       c.code == U'!' || c.code == U'?' || c.code == U'\'' ||
                                       c.code == 0x2019;
            if (!ends_sentence) solid = end;
        }
        position_ = solid;
        extend(false);
        emit(begin, TokenKind::word);
        return true;
    }

    /// At "@" behind a local part: takes the domain along.
    bool mail_address(std::size_t begin) {
        std::size_t end = position_ + 1;
        std::size_t solid = position_;
        for (Character c = at(end); c.length != 0; c = at(end)) {
            if (is_word_character(c.kind)) {
                solid = end + c.length;
            } else if (c.code != U'.' && c.code != U'-') {
                break;
            }
            end += c.length;
        }
        if (solid == position_) return false;
        position_ = solid;
        extend(false);
        emit(begin, TokenKind::word);
        return true;
    }

    std::string_view text_;
    std::size_t position_;
    std::size_t start_;
    std::vector<Token>& out_;
};

}  // namespace

void append_tokens(std::string_view text, Range range, std::vector<Token>& out) {
    Tokenizer(text, range, out).run();
}

}  // namespace twicetold::text
