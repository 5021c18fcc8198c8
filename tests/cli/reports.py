#!/usr/bin/env python3
"""No text, title or name of a stranger runs, forges or hides anything in a report."""

import csv
import html.parser
import io
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import ROOT, ProgramTest, random_pairs

HOSTILE = ('<script>alert(1)</script> <img src=x onerror=alert(1)> "><svg onload=alert(1)> javascript:alert(1) '
           "&lt;b&gt; \x1b]0;title\x07\x1b[31m \u202egnp.exe\u202c \u2066x\u2069 =cmd|' /C calc'!A0 [a](javascript:alert(1)) "
           "![i](http://example.org/x) `code` | cell ~~gone~~ <!-- x --> ]]> \x9b2J end")
FORMATS = ("text", "json", "html", "markdown", "csv", "unified")


class Collector(html.parser.HTMLParser):
    """Tags with their attributes, the text, and whether tags nest."""

    void = {"meta", "br", "link", "img", "input", "hr"}

    def __init__(self):
        super().__init__()
        self.tags, self.open, self.text, self.mismatched = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.mismatched.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def parse(page):
    collector = Collector()
    collector.feed(page)
    collector.close()
    return collector


class Hostile(ProgramTest):
    def setUp(self):
        super().setUp()
        self.old = "'><b onclick=alert(1)>old.txt"
        self.file(self.old, f"{HOSTILE} title\n\n{HOSTILE} one.\n\n=1+1\n\nSame {HOSTILE} here.\n")
        self.file("new.txt", f"{HOSTILE} headline\n\n{HOSTILE} two.\n\n@SUM(1)\n\nSame {HOSTILE} there.\n")

    def report(self, form, *options):
        result = self.run_program("compare", self.old, "new.txt", "--format", form, *options)
        self.assertEqual(result.status, 1, result.errors)
        return result.text

    def test_the_page_holds_no_element_or_attribute_but_ours(self):
        page = parse(self.report("html"))
        self.assertEqual(page.mismatched, [])
        self.assertEqual(page.open, [])
        allowed = {"html", "head", "meta", "title", "style", "body", "main", "header", "p", "h1", "h2", "h3", "h4", "dl", "dt",
                   "dd", "div", "strong", "nav", "ol", "ul", "li", "a", "section", "table", "thead", "tbody", "tr", "th", "td",
                   "span", "bdi", "ins", "del", "time", "blockquote", "br", "footer"}
        self.assertLessEqual({tag for tag, _ in page.tags}, allowed)
        for tag, attributes in page.tags:
            for name, value in attributes.items():
                self.assertFalse(name.startswith("on") or name in ("src", "style", "action"), (tag, name))
                if name == "href":
                    self.assertTrue(value.startswith("#"), value)
        policy = [attributes["content"] for tag, attributes in page.tags
                  if attributes.get("http-equiv") == "Content-Security-Policy"]
        self.assertEqual(len(policy), 1)
        self.assertTrue(policy[0].startswith("default-src 'none';"))

    def test_the_page_shows_controls_and_overrides_as_signs(self):
        page = self.report("html")
        self.assertIsNone(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]", page))
        self.assertIn("⟨U+202E⟩", page)

    def test_the_terminal_gets_no_control_but_colours(self):
        for options in (["--color", "never"], ["--color", "always"]):
            text = self.report("text", *options)
            without_colours = re.sub("\x1b\\[[0-9;]*m", "", text) if options[1] == "always" else text
            self.assertIsNone(re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", without_colours))
            self.assertIn("<U+001B>]0;title<U+0007>", re.sub(r"\s+", " ", without_colours))

    def test_no_cell_is_a_formula(self):
        rows = list(csv.reader(io.StringIO(self.report("csv"))))
        self.assertEqual(len({len(row) for row in rows}), 1)
        self.assertGreater(len(rows), 2)
        for row in rows[1:]:
            for name, cell in zip(rows[0], row):
                if name not in ("before_sentence", "after_sentence"):
                    self.assertNotRegex(cell.lstrip(" "), r"^[=+\-@\t\r]")

    def test_markdown_of_the_texts_means_nothing(self):
        report = self.report("markdown")
        self.assertNotRegex(report, r"<(?!/?(ins|del)>)")
        self.assertNotRegex(report, r"(?<!\\)(\]|`|\||~|!\[)")
        self.assertNotIn("javascript:", report)


class Collation(ProgramTest):
    def test_a_table_has_a_column_a_version_and_every_word_in_order(self):
        texts = {"1.txt": "The vote was 7 to 4.\n", "2.txt": "The vote was close: 8 to 4.\n", "3.txt": "The vote, was 8 to 4.\n"}
        for name, text in texts.items():
            self.file(name, text)
        result = self.run_program("compare", *texts, "--collation", "--format", "csv")
        rows = list(csv.reader(io.StringIO(result.text)))
        self.assertEqual(rows[0], list(texts))
        for column, text in enumerate(texts.values()):
            self.assertEqual("".join(row[column] for row in rows[1:]), text.replace(" ", "").strip())
        self.assertIn(["7", "8", "8"], rows)
        self.assert_trouble(self.run_program("compare", *texts, "--collation"), "json or csv")


class Page(ProgramTest):
    def test_both_texts_stand_complete_in_the_page(self):
        # Sentence by sentence: what a page shows has no line breaks of the source.
        for before, after in random_pairs(40, seed=5):
            self.file("old.txt", before)
            self.file("new.txt", after)
            page = parse(self.run_program("compare", "old.txt", "new.txt", "--format", "html").text)
            self.assertEqual(page.mismatched, [])
            shown = re.sub(r"change (?=\d)|\s+", "", "".join(page.text))
            shown = re.sub(r"(?<=\D)\d+(?=\D)", "", shown)
            for text in (before, after):
                for word in re.findall(r"[a-zé漢字テスト]{4,}", text):
                    self.assertIn(word, shown)

    def test_every_link_has_its_target(self):
        for folder in sorted((ROOT / "assets/samples").iterdir()):
            versions = sorted(str(path) for path in folder.glob("[0-9]*.*"))
            if len(versions) < 2:
                continue
            page = parse(self.run_program("compare", *versions, "--format", "html").text)
            ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
            links = [attributes["href"][1:] for _, attributes in page.tags if "href" in attributes]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertEqual(set(links) - set(ids), set())

    def test_a_text_report_keeps_to_the_width(self):
        self.file("old.txt", "word " * 400 + "end.\n" + "漢字" * 200)
        self.file("new.txt", "word " * 400 + "END.\n" + "漢字" * 199 + "字字")
        for line in self.run_program("compare", "old.txt", "new.txt").text.splitlines():
            width = sum(2 if character > "\u2e80" else 1 for character in line)
            self.assertLessEqual(width, 80, line)

    def test_colour_is_for_terminals_unless_asked_for(self):
        self.file("old.txt", "It killed 14 people.\n")
        self.file("new.txt", "It killed 41 people.\n")
        compare = ("compare", "old.txt", "new.txt")
        plain = self.run_program(*compare).text
        self.assertNotIn("\x1b", plain)
        self.assertIn("killed [-14-]{+41+} people.", plain)
        self.assertNotIn("\x1b", self.run_program(*compare, "--color", "never").text)
        coloured = self.run_program(*compare, "--color=always").text
        self.assertIn("\x1b[", coloured)
        self.assertEqual(re.sub("\x1b\\[[0-9;]*m", "", coloured), plain)

    def test_colour_on_a_terminal_follows_the_reader(self):
        import os
        import pty
        import subprocess
        from program import PROGRAM
        self.file("old.txt", "It killed 14 people.\n")
        self.file("new.txt", "It killed 41 people.\n")
        for environment, expected in (({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False),
                                      ({"TERM": "dumb"}, False)):
            master, slave = pty.openpty()
            with subprocess.Popen([PROGRAM, "compare", "old.txt", "new.txt"], stdout=slave, cwd=self.folder,
                                  env={"PATH": os.environ["PATH"], **environment}):
                os.close(slave)
                seen = b""
                try:
                    while piece := os.read(master, 4096):
                        seen += piece
                except OSError:
                    pass
            os.close(master)
            self.assertEqual(b"\x1b[" in seen, expected, environment)


if __name__ == "__main__":
    unittest.main()
