#include <doctest/doctest.h>

#include "document/reader.h"

namespace {

using namespace twicetold;
using document::Document;
using document::ParagraphKind;

std::string sentence(const Document& d, std::size_t s) { return std::string(d.slice(d.sentences.at(s))); }

}  // namespace

TEST_CASE("a byline without a headline is no headline") {
    const auto read = document::read_text("a", "By Lena Ortiz\n\nThe storm hit the coast at noon.\n");
    CHECK(read.document.title.empty());
    CHECK(read.document.slice(read.document.byline) == "By Lena Ortiz");
    CHECK(read.document.sentences.size() == 1);
}

TEST_CASE("what is no text is refused with what it is") {
    const auto error = [](std::string bytes) {
        return document::read_text("a", std::move(bytes)).error_message;
    };
    CHECK(error("PK\x03\x04 and so on").find("office document") != std::string::npos);
    CHECK(error("%PDF-1.7 and so on").find("PDF") != std::string::npos);
    CHECK(error(std::string("\xFF\xFEh\0i\0", 6)).find("UTF-16") != std::string::npos);
}

TEST_CASE("a short first line without a full stop is the title, a By line the byline") {
    const Document d =
        document::read_text(
            "a",
            "Ferry hits pier\n\nBy Nora Lind\n\nThe ferry hit the pier. No one was hurt.\n\nMore follows.\n")
            .document;
    CHECK(d.slice(d.title) == "Ferry hits pier");
    CHECK(d.slice(d.byline) == "By Nora Lind");
    CHECK(d.paragraphs.size() == 2);
    CHECK(d.sentences.size() == 3);
    CHECK(d.title_guessed);
}

TEST_CASE("a line is a paragraph where there are no blank lines") {
    const Document d =
        document::read_text("a", "The first paragraph is here. It has two sentences.\nThe second is here.")
            .document;
    CHECK(d.title.empty());
    CHECK(d.paragraphs.size() == 2);
    CHECK(d.sentences.size() == 3);
}

TEST_CASE("lines wrapped by hand make one paragraph") {
    const Document d = document::read_text("a",
                                           "The ferry struck the breakwater at the mouth of the harbour\n"
                                           "shortly after seven in the morning, and all of the people\n"
                                           "aboard were taken off by the pilot boat before the tide\n"
                                           "turned against them.\n\n"
                                           "The harbour master said that the lamp on the breakwater had\n"
                                           "been out for two days, and that a notice had been sent to\n"
                                           "the owners of every vessel.\n")
                           .document;
    CHECK(d.paragraphs.size() == 2);
    CHECK(d.sentences.size() == 2);
}

TEST_CASE("CRLF, lone CR and a byte order mark leave no trace in the sentences") {
    const Document d =
        document::read_text("a", "\xEF\xBB\xBFTitle here\r\n\r\nOne sentence.\r\nAnother one.\rA third.")
            .document;
    CHECK(d.slice(d.title) == "Title here");
    CHECK(d.sentences.size() == 3);
    CHECK(sentence(d, 1) == "Another one.");
    CHECK(d.text.size() == 53);
}

TEST_CASE("Markdown: title, byline, headings, lists and quotations are told apart") {
    const Document d =
        document::read_markdown(
            "a.md",
            "# Headline\n\nBy A Person\n\nFirst paragraph\nwrapped here.\n\n## Section\n\n> Quoted words.\n\n"
            "- one item\n- another item\n\n1. numbered\n\nSetext\n------\n\nLast.\n")
            .document;
    CHECK(d.slice(d.title) == "Headline");
    CHECK(d.slice(d.byline) == "By A Person");
    REQUIRE(d.paragraphs.size() == 8);
    CHECK(d.paragraphs[0].kind == ParagraphKind::paragraph);
    CHECK(d.paragraphs[1].kind == ParagraphKind::heading);
    CHECK(d.slice(d.paragraphs[1].range) == "Section");
    CHECK(d.paragraphs[2].kind == ParagraphKind::quote);
    CHECK(d.slice(d.paragraphs[2].range) == "Quoted words.");
    CHECK(d.paragraphs[3].kind == ParagraphKind::list_item);
    CHECK(d.slice(d.paragraphs[3].range) == "one item");
    CHECK(d.paragraphs[5].kind == ParagraphKind::list_item);
    CHECK(d.paragraphs[6].kind == ParagraphKind::heading);
    CHECK(d.slice(d.paragraphs[6].range) == "Setext");
}

TEST_CASE("front matter names title, author and date") {
    const Document d =
        document::read_markdown(
            "a.md", "---\ntitle: \"The headline\"\nauthor: A Person\ndate: 2026-03-04\n---\n\nText here.\n")
            .document;
    CHECK(d.slice(d.title) == "The headline");
    CHECK(d.slice(d.byline) == "A Person");
    CHECK(d.published == "2026-03-04");
    CHECK(d.sentences.size() == 1);
}

TEST_CASE("bad bytes are read with a notice, binary data is refused") {
    const auto repaired = document::read_text("a", "Caf\xE9 open. A\0 NUL." + std::string(1, '\0'));
    CHECK(repaired.ok);
    CHECK(repaired.notices.at(0).code == "invalid-utf8");
    std::string binary =
        "\x7F"
        "ELF";
    for (int i = 0; i < 2000; ++i) binary += static_cast<char>((i * 7) % 256);
    const auto refused = document::read_text("b", binary);
    CHECK_FALSE(refused.ok);
    CHECK(refused.error_code == "not-text");
    CHECK(document::read_text("c", "").notices.at(0).code == "empty");
}

TEST_CASE("given sentences are taken as they stand, in one text with title and byline") {
    document::Parts parts;
    parts.title = "Headline.";
    parts.byline = "";
    parts.paragraphs = {{"One. Two.", "Three"}, {"Four."}};
    const Document d = document::assemble(parts).document;
    CHECK(d.text == "Headline.\n\nOne. Two. Three\n\nFour.");
    CHECK(d.slice(d.title) == "Headline.");
    CHECK(d.byline.empty());
    REQUIRE(d.sentences.size() == 3);
    CHECK(sentence(d, 0) == "One. Two.");
    CHECK(d.paragraphs.size() == 2);
}

TEST_CASE("a demoted title is the first paragraph of the body") {
    Document d = document::read_text("a", "Ferry hits pier\n\nThe ferry hit the pier.").document;
    REQUIRE_FALSE(d.title.empty());
    document::demote_title(d);
    CHECK(d.title.empty());
    CHECK(d.sentences.size() == 2);
    CHECK(d.paragraphs[1].first_sentence == 1);
    CHECK(sentence(d, 0) == "Ferry hits pier");
}
