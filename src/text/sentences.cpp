#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::text {

namespace {

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t N>
std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
    std::sort(words.begin(), words.end());
    return words;
}

/// Stand before a name or number and never end a sentence there.
bool is_title(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "mr",     "mrs",  "ms",   "mx",     "dr",   "prof", "sen",  "sens", "rep",  "reps", "gov",
        "govs",   "gen",  "col",  "lt",     "cpl",  "pvt",  "capt", "cmdr", "cdr",  "adm",  "maj",
        "sgt",    "supt", "insp", "det",    "rev",  "revd", "fr",   "hon",  "pres", "ste",  "mt",
        "messrs", "mme",  "mlle", "mm",     "sra",  "srta", "dra",  "hr",   "frl",  "ing",  "dipl",
        "vs",     "ca",   "cf",   "approx", "bzw",  "bsp",  "vgl",  "bes",  "evtl", "ggf",  "inkl",
        "sog",    "zzgl", "ej",   "sig",    "sigg", "dott", "onor", "dhr",  "mevr", "drs",  "ir",
        "ft",     "viz",  "esp",  "dept",   "univ", "assn", "bros", "mult", "ул",   "им",   "просп",
        "обл",    "ph",   "atty", "treas",  "amb",  "eng",  "arch", "av",   "avda",
    }));
    return contains(words, word);
}

/// Stand before a number, and are words or the ends of names as well.
bool is_number_label(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "no",
        "nos",
        "nr",
        "art",
        "fig",
        "figs",
        "vol",
        "pp",
        "abs",
        "tel",
        "núm",
        "págs",
        "pág",
        "sec",
        "ch",
        "стр",
        "рис",
    }));
    return contains(words, word);
}

/// May end a sentence: only the next word tells.
bool is_open_abbreviation(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "jr",   "sr",    "inc",   "co",   "corp", "ltd", "plc",  "llc",  "cie",   "bro",  "etc",  "al",
        "est",  "ave",   "blvd",  "rd",   "ln",   "sq",  "ext",  "jan",  "feb",   "mar",  "apr",  "jun",
        "jul",  "aug",   "sep",   "sept", "oct",  "nov", "dec",  "mon",  "tue",   "tues", "wed",  "thu",
        "thur", "thurs", "fri",   "sat",  "sun",  "ala", "ariz", "ark",  "calif", "colo", "conn", "del",
        "fla",  "ga",    "ill",   "ind",  "kan",  "ky",  "la",   "mass", "md",    "mich", "minn", "miss",
        "mo",   "mont",  "neb",   "nev",  "okla", "ore", "pa",   "tenn", "tex",   "va",   "vt",   "wash",
        "wis",  "wyo",   "ont",   "que",  "u",    "usw", "ff",   "str",  "mio",   "mrd",  "min",  "std",
        "hrs",  "hr",    "mins",  "secs", "sek",  "ed",  "eds",  "dist", "gmbh",  "pty",  "kg",   "km",
        "cm",   "mm",    "lb",    "lbs",  "oz",   "mph", "gal",  "yd",   "yds",   "in",   "dez",  "okt",
        "janv", "févr",  "juill", "déc",  "ene",  "dic", "ago",  "st",   "тыс",   "млн",  "млрд", "руб",
        "др",   "гг",
    }));
    return contains(words, word);
}

/// Words with a capital that mostly open a sentence rather than continue a name.
bool is_starter(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "the",       "a",     "an",      "he",        "she",     "it",      "they",     "we",     "i",
        "you",       "this",  "that",    "these",     "those",   "there",   "here",     "in",     "on",
        "at",        "by",    "but",     "and",       "or",      "if",      "when",     "while",  "after",
        "before",    "as",    "for",     "from",      "with",    "his",     "her",      "their",  "its",
        "our",       "my",    "some",    "many",      "most",    "all",     "no",       "not",    "one",
        "two",       "three", "several", "both",      "each",    "another", "other",    "others", "however",
        "meanwhile", "since", "during",  "although",  "though",  "under",   "because",  "then",   "now",
        "so",        "yet",   "still",   "also",      "until",   "once",    "what",     "who",    "how",
        "why",       "where", "police",  "officials", "nearly",  "about",   "more",     "only",   "even",
        "according", "der",   "die",     "das",       "ein",     "eine",    "er",       "sie",    "es",
        "wir",       "ich",   "im",      "am",        "bei",     "nach",    "auch",     "doch",   "aber",
        "le",        "la",    "les",     "un",        "une",     "il",      "elle",     "ils",    "elles",
        "el",        "los",   "las",     "ella",      "en",      "de",      "het",      "een",    "hij",
        "zij",       "o",     "os",      "as",        "uma",     "um",      "to",       "such",   "earlier",
        "later",     "last",  "today",   "yesterday", "neither", "nobody",  "everyone", "people", "much",
    }));
    return contains(words, word);
}

/// Verbs of saying, as they stand in the tag behind a quotation.
bool is_saying(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "said",      "says",      "say",      "asked",     "asks",       "told",     "tells",
        "added",     "adds",      "replied",  "replies",   "answered",   "shouted",  "shouts",
        "cried",     "cries",     "wrote",    "writes",    "called",     "yelled",   "whispered",
        "exclaimed", "wondered",  "recalled", "continued", "explained",  "insisted", "joked",
        "warned",    "remarked",  "demanded", "screamed",  "declared",   "tweeted",  "posted",
        "commented", "concluded", "argued",   "noted",     "stated",     "claimed",  "sagte",
        "fragte",    "rief",      "schrieb",  "erklärte",  "antwortete", "meinte",   "sagt",
        "fragt",     "ruft",      "dit",      "demande",   "lance",      "déclare",  "affirme",
        "explique",  "répond",    "dijo",     "preguntó",  "afirmó",     "añadió",   "explicó",
        "respondió", "gritó",     "disse",    "perguntou", "afirmou",    "chiese",   "rispose",
        "zei",       "vroeg",     "riep",
    }));
    return contains(words, word);
}

bool is_month(std::string_view word) {
    static const auto words = sorted(std::to_array<std::string_view>({
        "januar",    "februar",  "märz",        "april",        "mai",    "juni",       "juli",  "august",
        "september", "oktober",  "november",    "dezember",     "jänner", "marts",      "maj",   "december",
        "januari",   "februari", "mars",        "augusti",      "leden",  "ledna",      "února", "března",
        "dubna",     "května",   "června",      "července",     "srpna",  "září",       "října", "listopadu",
        "prosince",  "klasse",   "jahrhundert", "jahrhunderts", "platz",  "bundesliga", "liga",  "mal",
        "etage",     "stock",    "runde",       "spieltag",     "minute",
    }));
    return contains(words, word);
}

bool is_spaced_terminator(char32_t c) {
    // . ! ? … and those of Greek (;), Armenian, Arabic, Urdu, Devanagari, Ethiopic, Khmer, Burmese, Tibetan, double forms.
    switch (c) {
        case U'.':
        case U'!':
        case U'?':
        case 0x2026:
        case 0x203C:
        case 0x203D:
        case 0x2047:
        case 0x2048:
        case 0x2049:
        case 0x0589:
        case 0x061F:
        case 0x06D4:
        case 0x0964:
        case 0x0965:
        case 0x1362:
        case 0x1367:
        case 0x17D4:
        case 0x17D5:
        case 0x104A:
        case 0x104B: return true;
        default: return false;
    }
}

/// Ends a sentence with no space behind it: 。 ！ ？ ｡
bool is_wide_terminator(char32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61; }

class SentenceCutter {
public:
    SentenceCutter(std::string_view text, Range range, std::vector<Range>& out)
        : text_(text.substr(0, range.end)), range_(range), out_(out) {}

    void run() {
        std::size_t begin = range_.begin;
        std::size_t position = begin;
        bool solid = false;  // a letter or digit since `begin`
        while (position < range_.end) {
            const Character c = at(position);
            solid = solid || is_solid(c.kind);
            track_brackets(c.code);
            position += c.length;
            const std::size_t terminator = position - c.length;
            const bool wide = is_wide_terminator(c.code) || is_narrow_among_wide(terminator, c.code);
            if (!wide && !is_spaced_terminator(c.code) && !is_greek_question(terminator, c.code)) continue;
            const std::size_t end = behind_closers(position);
            for (std::size_t p = position; p < end; p += at(p).length) track_brackets(at(p).code);
            position = end;
            if (!solid || end >= range_.end || !is_boundary(terminator, c.code, end, wide, begin)) continue;
            const std::size_t next = behind_white_space(end);
            if (!has_solid(next) || clings_to_space(next)) continue;
            cut(begin, next);
            begin = position = next;
            solid = false;
        }
        if (begin < range_.end) cut(begin, range_.end);
    }

private:
    struct Character {
        char32_t code = 0;
        std::uint32_t length = 0;
        CharacterClass kind = CharacterClass::control;
    };

    [[nodiscard]] Character at(std::size_t position) const {
        if (position >= range_.end) return {};
        const Decoded d = decode(text_, position);
        return {d.code_point, d.length, classify(d.code_point)};
    }

    static bool is_solid(CharacterClass kind) {
        switch (kind) {
            case CharacterClass::letter:
            case CharacterClass::digit:
            case CharacterClass::ideograph:
            case CharacterClass::hiragana:
            case CharacterClass::katakana:
            case CharacterClass::complex: return true;
            default: return false;
        }
    }

    void cut(std::size_t begin, std::size_t end) {
        out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    /// CJK quotations may hold whole sentences; they are cut only outside 「 」 『 』 （ ）.
    void track_brackets(char32_t c) {
        if (c == 0x300C || c == 0x300E || c == 0xFF08) ++depth_;
        if ((c == 0x300D || c == 0x300F || c == 0xFF09) && depth_ > 0) --depth_;
    }

    /// Behind further terminators, closing quotes and brackets, and the marks and invisible characters on them. A quotation
    /// mark that may open as well (", “) closes only where a space or the end follows.
    [[nodiscard]] std::size_t behind_closers(std::size_t position) const {
        for (;;) {
            const Character c = at(position);
            if (c.length == 0) return position;
            const bool more = is_spaced_terminator(c.code) || is_wide_terminator(c.code) ||
                              is_closing(c.code) || c.kind == CharacterClass::mark || is_invisible(c.kind);
            if (!more) {
                // "?? !": terminators set off by a space.
                if (c.code == U' ' && (at(position + 1).code == U'!' || at(position + 1).code == U'?')) {
                    position += 2;
                    continue;
                }
                // French » and the like stand behind a (no-break) space.
                if (c.kind == CharacterClass::space && at(position + c.length).code == 0xBB) {
                    position += c.length;
                    continue;
                }
                return position;
            }
            if (is_closing(c.code) && may_open(c.code)) {
                const Character next = at(position + c.length);
                if (is_solid(next.kind)) return position;
            }
            position += c.length;
        }
    }

    static bool may_open(char32_t c) {
        return c == U'"' || c == U'\'' || c == 0x201C || c == 0x2018 || c == 0xAB || c == 0xBB;
    }

    [[nodiscard]] std::size_t behind_white_space(std::size_t position) const {
        for (Character c = at(position); c.length != 0; c = at(position)) {
            if (!is_white_space(c.kind) && c.code != 0x200B && c.code != 0xFEFF) break;
            position += c.length;
        }
        return position;
    }

    /// A mark makes one cluster with the space before it (UAX #29, GB9): no cut between them.
    [[nodiscard]] bool clings_to_space(std::size_t position) const {
        const CharacterClass kind = at(position).kind;
        return kind == CharacterClass::mark || kind == CharacterClass::joiner;
    }

    [[nodiscard]] bool has_solid(std::size_t position) const {
        // Looks ahead a little: a piece of signs alone would be no sentence, but most pieces begin with a word.
        for (Character c = at(position); c.length != 0; c = at(position)) {
            if (is_solid(c.kind)) return true;
            position += c.length;
        }
        return false;
    }

    /// The word that ends right before `position`, case folded (ASCII and Latin letters), with dots inside it kept.
    [[nodiscard]] std::string_view word_before(std::size_t position, std::size_t begin) const {
        std::size_t first = position;
        while (first > begin) {
            std::size_t previous = first - 1;
            while (previous > begin && (static_cast<unsigned char>(text_[previous]) & 0xC0U) == 0x80U)
                --previous;
            const Character c = at(previous);
            if (!is_solid(c.kind) && c.kind != CharacterClass::mark && c.code != U'.') break;
            first = previous;
        }
        return text_.substr(first, position - first);
    }

    [[nodiscard]] std::string_view word_at(std::size_t position) const {
        std::size_t end = position;
        for (Character c = at(end); c.kind == CharacterClass::letter || c.kind == CharacterClass::mark;
             c = at(end)) {
            end += c.length;
        }
        return text_.substr(position, end - position);
    }

    static std::string folded(std::string_view word) {
        std::string out;
        for (std::size_t position = 0; position < word.size();) {
            const Decoded d = decode(word, position);
            position += d.length;
            char32_t c = d.code_point;
            // Latin-1 capitals lie 32 below their small letters; enough for the lists above.
            if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) c += 32;
            append_utf8(out, c);
        }
        return out;
    }

    /// Behind opening quotes, brackets and inverted marks: where the next sentence's first word would begin.
    [[nodiscard]] std::size_t behind_openers(std::size_t position) const {
        for (Character c = at(position); c.length != 0; c = at(position)) {
            const bool opener = is_opening(c.code) || may_open(c.code) || c.code == 0xA1 || c.code == 0xBF;
            if (!opener) break;
            position += c.length;
        }
        return position;
    }

    /// The character before `position`, if it belongs to this range.
    [[nodiscard]] Character previous(std::size_t position) const {
        if (position == range_.begin) return {};
        do {
            --position;
        } while (position > range_.begin && (static_cast<unsigned char>(text_[position]) & 0xC0U) == 0x80U);
        return at(position);
    }

    static bool is_wide(CharacterClass kind) {
        return kind == CharacterClass::ideograph || kind == CharacterClass::hiragana ||
               kind == CharacterClass::katakana;
    }

    /// "本当?はい!": an ASCII sign where all else is wide.
    [[nodiscard]] bool is_narrow_among_wide(std::size_t terminator, char32_t sign) const {
        if (sign != U'!' && sign != U'?' && sign != 0xFF0E) return false;
        const Character next = at(behind_closers(terminator));
        return is_wide(previous(terminator).kind) &&
               (next.length == 0 || is_wide(next.kind) || is_opening(next.code));
    }

    /// Greek asks with a semicolon.
    [[nodiscard]] bool is_greek_question(std::size_t terminator, char32_t sign) const {
        if (sign != U';' && sign != 0x037E) return false;
        const char32_t before = previous(terminator).code;
        return (before >= 0x0370 && before < 0x0400) || (before >= 0x1F00 && before < 0x2000);
    }

    /// “…？”他问道。 and not “…？”她说：“…”, which opens another quotation.
    [[nodiscard]] bool is_wide_speech_tag(std::size_t position) const {
        constexpr std::u32string_view sayings = U"说說问問道称稱喊叫答言";
        bool says = false;
        for (int characters = 0; characters < 10; ++characters) {
            const Character c = at(position);
            if (!is_wide(c.kind)) return says && c.code != U':' && c.code != 0xFF1A;
            says = says || sayings.find(c.code) != std::u32string_view::npos;
            position += c.length;
        }
        return false;
    }

    /// 「…。」と述べた: the quotation is part of a longer sentence, as is the cry in "すごい！と".
    [[nodiscard]] bool is_quoted_on(std::size_t terminator, char32_t sign, std::size_t end) const {
        const Character follower = at(end);
        if (follower.code == 0x3001 || follower.code == 0xFF0C) return true;
        if (!is_wide(follower.kind)) return false;
        bool closed = false;
        for (std::size_t p = terminator + at(terminator).length; p < end; p += at(p).length)
            closed = closed || is_closing(at(p).code);
        if (follower.kind != CharacterClass::hiragana) return closed && is_wide_speech_tag(end);
        if (closed) return true;
        constexpr char32_t particle_to = 0x3068;
        return sign != 0x3002 && sign != 0xFF61 && follower.code == particle_to;
    }

    [[nodiscard]] bool is_boundary(std::size_t terminator, char32_t sign, std::size_t end, bool wide,
                                   std::size_t begin) {
        const Character follower = at(end);
        if (wide) {
            return depth_ == 0 && !is_quoted_on(terminator, sign, end);
        }
        if (!is_white_space(follower.kind)) return false;
        const std::size_t next = behind_white_space(end);
        const std::size_t word_begin = behind_openers(next);
        const Character first = at(word_begin);
        if (first.length == 0) return false;
        if (is_lower(first.code)) return false;
        if (is_dash(first.code) || first.code == U',' || first.code == U';' || first.code == U')')
            return false;
        const bool quoted = has_closing_quote(terminator, end);
        if (quoted && next == word_begin && is_speech_tag(next)) return false;
        if (sign != U'.' || is_run(terminator)) return true;
        // ¿ and ¡ begin a sentence, whatever the dot before them belongs to.
        for (std::size_t p = next; p < word_begin; p += at(p).length) {
            if (at(p).code == 0xA1 || at(p).code == 0xBF) return true;
        }
        return is_full_stop(terminator, word_begin, begin);
    }

    [[nodiscard]] bool has_closing_quote(std::size_t terminator, std::size_t end) const {
        for (std::size_t p = terminator; p < end; p += at(p).length) {
            if (is_double_quote(at(p).code) || is_single_quote(at(p).code)) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_run(std::size_t dot) const { return at(dot + 1).code == U'.'; }

    /// "Mara Lind asked", "the harbour master shouted": a verb of saying among the next few words, before any sign.
    [[nodiscard]] bool is_speech_tag(std::size_t position) const {
        for (int words = 0; words < 5; ++words) {
            const std::string_view word = word_at(position);
            if (word.empty()) return false;
            if (words > 0 && is_saying(folded(word))) return true;
            position += word.size();
            while (at(position).code == U'-' || at(position).code == U'\'' || at(position).code == 0x2019) {
                position += at(position).length;
                position += word_at(position).size();
            }
            if (at(position).kind != CharacterClass::space) return false;
            position = behind_white_space(position);
        }
        return false;
    }

    /// Is the single dot at `dot` a full stop? What follows, at `word_begin`, has no small letter.
    [[nodiscard]] bool is_full_stop(std::size_t dot, std::size_t word_begin, std::size_t begin) const {
        const std::string_view before = word_before(dot, begin);
        if (before.empty()) return true;
        const std::string word = folded(before);
        const std::string_view next = word_at(word_begin);
        const std::string next_word = folded(next);
        const bool digit_follows = at(word_begin).kind == CharacterClass::digit;
        const bool all_digits = word.find_first_not_of("0123456789") == std::string::npos;
        if (all_digits) {
            // A list number opens its sentence; "3. März" is an ordinal.
            const bool opens = static_cast<std::size_t>(before.data() - text_.data()) <= begin + 1;
            if (opens && word.size() <= 3) return false;
            return !(word.size() <= 2 && is_month(next_word));
        }
        const std::size_t last_dot = word.rfind('.');
        if (last_dot != std::string::npos) {
            // "U.S", "a.m", "D.C": single letters with dots. Otherwise a word glued to the one before.
            if (word.size() - last_dot - 1 == 1) return is_starter(next_word);
            return true;
        }
        if (is_title(word)) return false;
        const Character only = at(static_cast<std::size_t>(before.data() - text_.data()));
        const bool single = only.length == before.size();
        if (single && !is_upper(only.code)) return ends_on_letter(word, before, word_begin);
        if (is_number_label(word)) return !digit_follows;
        if (is_doubled(before)) return !is_doubled(next) && is_starter(next_word);
        const bool initial = single && is_upper(only.code);
        if (initial) return is_starter(next_word) && next_word != "a" && word != "i";
        if (is_open_abbreviation(word)) {
            // "in" and "mar" are words too: only after a figure, or with a capital, are they short forms.
            if (digit_follows) return false;
            if (!is_upper(only.code) && !follows_figure(before)) return true;
            return is_starter(next_word);
        }
        return true;
    }

    /// May a sentence end on a single small letter? "il y a." and "18 h." may; the "z." of "z. B." and the "p." of "p. 12" are short
    /// forms.
    [[nodiscard]] bool ends_on_letter(std::string_view word, std::string_view shown,
                                      std::size_t word_begin) const {
        const Character next = at(word_begin);
        if (next.kind == CharacterClass::letter && at(word_begin + next.length).code == U'.') return false;
        constexpr auto words =
            std::to_array<std::string_view>({"a", "e", "i", "o", "u", "y", "à", "è", "é", "ó", "я"});
        return std::find(words.begin(), words.end(), word) != words.end() || follows_figure(shown);
    }

    /// "EE" of "EE. UU.": Spanish doubles the letters of plurals.
    static bool is_doubled(std::string_view word) {
        return word.size() == 2 && word[0] == word[1] && word[0] >= 'A' && word[0] <= 'Z';
    }

    [[nodiscard]] bool follows_figure(std::string_view word) const {
        const auto at_word = static_cast<std::size_t>(word.data() - text_.data());
        if (at_word < 2 || text_[at_word - 1] != ' ') return false;
        const char c = text_[at_word - 2];
        return c >= '0' && c <= '9';
    }

    std::string_view text_;
    Range range_;
    std::vector<Range>& out_;
    int depth_ = 0;
};

}  // namespace

void append_sentences(std::string_view text, Range range, std::vector<Range>& out) {
    SentenceCutter(text, range, out).run();
}

Range trimmed(std::string_view text, Range range) {
    std::uint32_t last_space =
        range.end;  // the white space right before range.begin, if it is one that a mark can sit on
    while (range.begin < range.end) {
        const Decoded d = decode(text, range.begin);
        const CharacterClass kind = classify(d.code_point);
        if (!is_white_space(kind)) {
            if ((kind == CharacterClass::mark || kind == CharacterClass::joiner) && last_space < range.begin)
                range.begin = last_space;
            break;
        }
        last_space = kind == CharacterClass::space ? range.begin : range.end;
        range.begin += d.length;
    }
    while (range.begin < range.end) {
        std::uint32_t last = range.end - 1;
        while (last > range.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        if (!is_white_space(classify(decode(text, last).code_point))) break;
        range.end = last;
    }
    return range;
}

}  // namespace twicetold::text
