#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/fold.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

namespace {

using namespace twicetold;
using Strings = std::vector<std::string>;

Strings tokens(std::string_view text) {
    std::vector<text::Token> found;
    text::append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, found);
    Strings out;
    for (const text::Token& token : found)
        out.emplace_back(text.substr(token.begin, token.end - token.begin));
    return out;
}

Strings sentences(std::string_view text) {
    std::vector<text::Range> found;
    text::append_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, found);
    Strings out;
    std::uint32_t at = 0;
    for (const text::Range range : found) {
        CHECK(range.begin == at);
        at = range.end;
        const text::Range shown = text::trimmed(text, range);
        out.emplace_back(text.substr(shown.begin, shown.size()));
    }
    CHECK(at == text.size());
    return out;
}

}  // namespace

TEST_CASE("figures, dates, times and money are one word each") {
    CHECK(tokens("$35,000,000 or 3.5% at 10:30 on 2026-03-04") ==
          Strings{"$35,000,000", "or", "3.5%", "at", "10:30", "on", "2026-03-04"});
    CHECK(tokens("1 234,50 €, 12\u00A0000, 5\u202F000") ==
          Strings{"1 234,50", "€", ",", "12\u00A0000", ",", "5\u202F000"});
    CHECK(tokens("In 2026 300 came, 12 2000, 12 000-tonne") ==
          Strings{"In", "2026", "300", "came", ",", "12", "2000", ",", "12", "000-tonne"});
    CHECK(tokens("12/03/2027, 21°C, £4.3m.") == Strings{"12/03/2027", ",", "21°C", ",", "£4.3m", "."});
}

TEST_CASE("hyphenated words, contractions and abbreviations are one word each") {
    CHECK(tokens("state-of-the-art don't don’t") == Strings{"state-of-the-art", "don't", "don’t"});
    CHECK(tokens("the U.S. and a.m. or e.g. this.") ==
          Strings{"the", "U.S.", "and", "a.m.", "or", "e.g.", "this", "."});
}

TEST_CASE("a sentence that lacks its space does not glue two words") {
    CHECK(tokens("the end.Then") == Strings{"the", "end", ".", "Then"});
}

TEST_CASE("addresses stay whole and leave the sentence's own punctuation alone") {
    CHECK(tokens("See https://example.org/a?b=1,2. Or mail a.b@example.org.") ==
          Strings{"See", "https://example.org/a?b=1,2", ".", "Or", "mail", "a.b@example.org", "."});
    CHECK(tokens("(www.example.org)") == Strings{"(", "www.example.org", ")"});
    CHECK(tokens("@name #topic") == Strings{"@name", "#topic"});
}

TEST_CASE("scripts without spaces are cut finely, katakana words stay whole") {
    CHECK(tokens("橋のカタカナ50名") == Strings{"橋", "の", "カタカナ", "50", "名"});
    CHECK(tokens("二十一日 一つ") == Strings{"二十一", "日", "一", "つ"});
    CHECK(tokens("한국어 문장") == Strings{"한국어", "문장"});
}

TEST_CASE("an emoji sequence, a flag and a letter with its marks are never torn") {
    CHECK(tokens("👨‍👩‍👧👍🏽🇫🇷🇩🇪") ==
          Strings{"👨‍👩‍👧", "👍🏽", "🇫🇷", "🇩🇪"});
    CHECK(tokens("cafe\u0301s") == Strings{"cafe\u0301s"});
}

TEST_CASE("invisible characters belong to the word they follow") {
    CHECK(tokens("mini\u00ADster new\u200B x") == Strings{"mini\u00ADster", "new\u200B", "x"});
}

TEST_CASE("titles, initials, states and times do not end a sentence") {
    CHECK(
        sentences("Sen. Ruth K. Alder met staff at 9 a.m. Tuesday in Washington, D.C. The meeting ran on.") ==
        Strings{"Sen. Ruth K. Alder met staff at 9 a.m. Tuesday in Washington, D.C.", "The meeting ran on."});
    CHECK(sentences("The firm, Harlan & Co. of Leeds, fell 3.5 points.").size() == 1);
    CHECK(sentences("Er kam am 3. März an. Dann ging er.").size() == 2);
}

TEST_CASE("short forms of several languages do not end a sentence, and words that look like them do") {
    CHECK(sentences("He lives at No. 10 Main St. Nobody knew. He said no. Then he left.") ==
          Strings{"He lives at No. 10 Main St.", "Nobody knew.", "He said no.", "Then he left."});
    CHECK(sentences("Es regnet z. B. in Berlin. Prof. Dr. h.c. mult. Meyer kam.") ==
          Strings{"Es regnet z. B. in Berlin.", "Prof. Dr. h.c. mult. Meyer kam."});
    CHECK(sentences("Il arrive à 18 h. C'est tout ce qu'il y a. Cf. p. 12.") ==
          Strings{"Il arrive à 18 h.", "C'est tout ce qu'il y a.", "Cf. p. 12."});
    CHECK(sentences("Llegó a las 3 p.m. ¿Qué pasó? EE. UU. calló.") ==
          Strings{"Llegó a las 3 p.m.", "¿Qué pasó?", "EE. UU. calló."});
    CHECK(sentences("Он вернулся в г. Москву, на ул. Ленина. Потом ушёл.") ==
          Strings{"Он вернулся в г. Москву, на ул. Ленина.", "Потом ушёл."});
    CHECK(sentences("Το δεύτερο; Ναι. Ο κ. Παππάς έφυγε.") ==
          Strings{"Το δεύτερο;", "Ναι.", "Ο κ. Παππάς έφυγε."});
}

TEST_CASE("Japanese and Chinese sentences end where they end, quotations and narrow signs included") {
    CHECK(sentences("市長は述べた。この橋は古い。そして閉じた。") ==
          Strings{"市長は述べた。", "この橋は古い。", "そして閉じた。"});
    CHECK(sentences("彼は「行くぞ!」と言った。本当?はい!") ==
          Strings{"彼は「行くぞ!」と言った。", "本当?", "はい!"});
    CHECK(sentences("「行くぞ。」と叫んだ。") == Strings{"「行くぞ。」と叫んだ。"});
    CHECK(sentences("“你好吗？”他问道。“很好。”她说。") == Strings{"“你好吗？”他问道。", "“很好。”她说。"});
    CHECK(sentences("他说：“你好吗？”她说：“很好。”") == Strings{"他说：“你好吗？”", "她说：“很好。”"});
}

TEST_CASE("a speech tag stays with its quotation") {
    CHECK(sentences("“Will it run?” Mara Lind asked. “No!” he shouted. “It will not.” She left.") ==
          Strings{"“Will it run?” Mara Lind asked.", "“No!” he shouted.", "“It will not.”", "She left."});
}

TEST_CASE("Japanese, Chinese, Hindi and Arabic sentences end at their own signs") {
    CHECK(sentences("橋を直した。工事は来月だ。").size() == 2);
    CHECK(sentences("「直した。」と述べた。次は来月だ。") ==
          Strings{"「直した。」と述べた。", "次は来月だ。"});
    CHECK(sentences("यह पुल है। यह नया है।").size() == 2);
    CHECK(sentences("هل فتح الجسر؟ نعم فتح.").size() == 2);
}

TEST_CASE("no sentence is punctuation alone, and nothing is lost") {
    CHECK(sentences("The mayor paused .. then went on. Who pays ?? Nobody knows…\r\nThe vote is on Monday.")
              .size() == 4);
    CHECK(sentences("...").size() == 1);
    CHECK(sentences("").empty());
}

TEST_CASE("invalid UTF-8 is repaired, valid UTF-8 is left alone") {
    std::string good = "né 橋 👍";
    CHECK(text::repair_utf8(good).invalid_bytes == 0);
    CHECK(good == "né 橋 👍");
    std::string bad =
        "a\xFFz\xC3(\xED\xA0\x80"
        "b";
    const text::Repair repair = text::repair_utf8(bad);
    CHECK(repair.first_invalid == 1);
    CHECK(repair.invalid_bytes == 5);
    CHECK(bad == "a\uFFFDz\uFFFD(\uFFFD\uFFFD\uFFFDb");
}

TEST_CASE("binary data is told from text") {
    CHECK(text::binary_share("plain text, né") == doctest::Approx(0));
    std::string binary;
    for (int i = 0; i < 512; ++i) binary += static_cast<char>(i % 256);
    CHECK(text::binary_share(binary) > 0.3);
}

TEST_CASE("what is ignored counts as equal, and nothing else does") {
    using text::fold_token;
    using text::Ignore;
    CHECK(fold_token("“", Ignore::quotes) == fold_token("\"", Ignore::quotes));
    CHECK(fold_token("–", Ignore::dashes) == fold_token("-", Ignore::dashes));
    CHECK(fold_token("…", Ignore::ellipsis) == "...");
    CHECK(fold_token("mini\u00ADster", Ignore::invisible) == "minister");
    CHECK(fold_token("STRASSE", Ignore::letter_case) == fold_token("straße", Ignore::letter_case));
    CHECK(fold_token("café", Ignore::diacritics) == "cafe");
    CHECK(fold_token("हिन्दी", Ignore::diacritics) == "हिन्दी");
    CHECK(fold_token(",", Ignore::punctuation).empty());
    CHECK(fold_token("co-operate", Ignore::hyphenation) == "cooperate");
    CHECK(fold_token("5\u202F000", Ignore::whitespace) == fold_token("5 000", Ignore::whitespace));
    CHECK(text::match_form("5\u202F000") == "5 000");
    CHECK(fold_token("“", Ignore::nothing) == "“");
}

TEST_CASE("words of one stem weigh as one, figures do not") {
    CHECK(text::content_form("reported") == text::content_form("Reports"));
    CHECK(text::content_form("14") != text::content_form("41"));
    CHECK(text::content_form("https://example.org/a") != text::content_form("https://example.org/b"));
}

TEST_CASE("interning gives one number to one key") {
    text::Vocabulary vocabulary(text::Ignore::letter_case);
    const auto one = vocabulary.intern("Police", text::TokenKind::word);
    const auto other = vocabulary.intern("police", text::TokenKind::word);
    CHECK(one != other);
    CHECK(vocabulary.entry(one).key == vocabulary.entry(other).key);
    CHECK(vocabulary.entry(one).hash == vocabulary.entry(other).hash);
}
