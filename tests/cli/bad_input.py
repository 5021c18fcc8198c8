#!/usr/bin/env python3
"""Whatever is given, the answer is clear: one line a trouble and status 2, or a comparison with a warning."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import PROGRAM, ProgramTest, joined

TEXT = "The storm killed 14 people on Tuesday, officials said. Schools closed at noon.\n" * 3


class Files(ProgramTest):
    def setUp(self):
        super().setUp()
        self.file("old.txt", TEXT)

    def test_a_missing_file(self):
        self.assert_trouble(self.run_program("compare", "old.txt", "none.txt"), ["none.txt: ", "no such file"])

    def test_every_missing_file_is_named(self):
        result = self.run_program("compare", "none.txt", "old.txt", "gone.txt")
        self.assert_trouble(result, "none.txt", "gone.txt")

    def test_a_folder(self):
        (self.folder / "folder").mkdir()
        self.assert_trouble(self.run_program("compare", "old.txt", "folder"), ["folder: ", "is a folder"])
        self.assert_trouble(self.run_program("extract", "folder"), "is a folder")

    def test_a_file_taken_for_a_folder(self):
        self.assert_trouble(self.run_program("compare", "old.txt", "old.txt/new.txt"), "no such file")

    def test_a_file_that_may_not_be_read(self):
        self.file("secret.txt", TEXT)
        os.chmod(self.folder / "secret.txt", 0)
        if os.access(self.folder / "secret.txt", os.R_OK):
            self.skipTest("whoever runs this may read everything")
        self.assert_trouble(self.run_program("compare", "old.txt", "secret.txt"), ["secret.txt: ", "permission"])

    def test_a_file_of_50_megabytes_is_refused_without_reading_it(self):
        with open(self.folder / "huge.txt", "wb") as huge:
            huge.truncate(50 << 20)
        self.assert_trouble(self.run_program("compare", "old.txt", "huge.txt"), ["huge.txt: ", "50 MB", "32 MB"])

    def test_a_pipe_that_does_not_end_is_refused(self):
        with open("/dev/zero", "rb") as zero:
            process = subprocess.run([PROGRAM, "compare", "old.txt", "-"], stdin=zero, capture_output=True,
                                     cwd=self.folder, timeout=60, check=False)
        self.assertEqual(process.returncode, 2)
        self.assertIn(b"standard input: ", process.stderr)
        self.assertIn(b"32 MB", process.stderr)

    def test_a_binary_file(self):
        self.file("picture.txt", bytes(range(256)) * 40)
        self.file("program.txt", pathlib.Path(PROGRAM).read_bytes()[:100_000])
        self.assert_trouble(self.run_program("compare", "old.txt", "picture.txt"), ["picture.txt: ", "not a text"])
        self.assert_trouble(self.run_program("compare", "program.txt", "old.txt"), ["program.txt: ", "not a text"])

    def test_one_file_only(self):
        self.assert_trouble(self.run_program("compare", "old.txt"), ["old.txt: ", "two or more"])
        self.assert_trouble(self.run_program("compare"), "two or more")

    def test_names_cannot_forge_a_terminal_line(self):
        self.assert_trouble(self.run_program("compare", "old.txt", "a\x1b[2J\nb\u202etxt.exe"), "<U+001B>[2J b<U+202E>")

    def test_names_that_are_not_utf_8(self):
        result = self.run_program("compare", "old.txt", b"\xff\xfe.txt")
        self.assert_trouble(result, "no such file")


class Texts(ProgramTest):
    """Odd texts are compared; what is odd about them is said on standard error and in the result."""

    def compared(self, before, after, *codes):
        self.file("old.txt", before)
        self.file("new.txt", after)
        result = self.run_program("compare", "old.txt", "new.txt", "--format", "json")
        self.assertIn(result.status, (0, 1), result.errors)
        comparison = json.loads(result.out)
        self.assertEqual([warning["code"] for warning in comparison["warnings"]], list(codes))
        self.assertEqual(len(result.error_lines), len(codes), result.errors)
        for line, warning in zip(result.error_lines, comparison["warnings"]):
            self.assertTrue(line.startswith("twicetold: "), line)
            self.assertIn(warning["message"], line)
        return result.status, comparison

    def test_invalid_utf_8_is_repaired_and_said(self):
        status, comparison = self.compared(TEXT, TEXT.encode() + b"caf\xe9 \xff\xfe closed.\n", "invalid-utf8")
        self.assertEqual(status, 1)
        self.assertTrue(comparison["documents"][1]["text"].endswith("caf\ufffd \ufffd\ufffd closed.\n"))

    def test_a_byte_order_mark_is_kept_and_said(self):
        status, comparison = self.compared(TEXT, "\ufeff" + TEXT, "byte-order-mark")
        self.assertEqual(joined(comparison["steps"][0]["edits"]), (TEXT, "\ufeff" + TEXT))
        self.assertEqual(status, 1)

    def test_carriage_returns_are_kept(self):
        windows = TEXT.replace("\n", "\r\n")
        status, comparison = self.compared(TEXT, windows)
        self.assertEqual(joined(comparison["steps"][0]["edits"]), (TEXT, windows))
        self.assertEqual(status, 1)
        self.assertEqual(comparison["steps"][0]["changes"], [])

    def test_nul_bytes_are_kept_and_said(self):
        with_nul = TEXT.replace("Tuesday", "Tues\0day")
        _, comparison = self.compared(TEXT, with_nul, "nul-bytes")
        self.assertEqual(joined(comparison["steps"][0]["edits"]), (TEXT, with_nul))

    def test_empty_files(self):
        status, comparison = self.compared("", "", "empty", "empty")
        self.assertEqual(status, 0)
        self.assertEqual(comparison["steps"][0]["edits"], [])
        status, comparison = self.compared("", TEXT, "empty")
        self.assertEqual(status, 1)
        self.assertEqual(joined(comparison["steps"][0]["edits"]), ("", TEXT))

    def test_two_identical_files(self):
        status, comparison = self.compared(TEXT, TEXT)
        self.assertEqual(status, 0)
        self.assertEqual(comparison["steps"][0]["changes"], [])
        self.assertEqual(comparison["steps"][0]["summary"], "no difference")

    def test_extract_warns_too(self):
        self.file("old.txt", TEXT.encode() + b"caf\xe9.\n")
        result = self.run_program("extract", "old.txt", "--format", "json")
        self.assertEqual(result.status, 0)
        document = json.loads(result.out)
        self.assertEqual(document["format"], "twicetold-document")
        self.assertEqual(document["warnings"][0]["code"], "invalid-utf8")
        self.assertEqual(len(result.error_lines), 1)


class Words(ProgramTest):
    """What is typed wrongly."""

    def setUp(self):
        super().setUp()
        self.file("old.txt", TEXT)

    def test_the_nearest_word_is_suggested(self):
        for words, suggestion in (
            (["comapre", "a", "b"], "did you mean compare?"),
            (["exrtact", "a"], "did you mean extract?"),
            (["compare", "old.txt", "old.txt", "--formt", "json"], "did you mean --format?"),
            (["compare", "old.txt", "old.txt", "--ouptut=x"], "did you mean --output?"),
            (["compare", "old.txt", "old.txt", "--format", "jsno"], "did you mean json?"),
            (["compare", "old.txt", "old.txt", "--ignore", "case,qoutes"], "did you mean quotes?"),
            (["compare", "old.txt", "old.txt", "--position-encoding", "utf16"], "did you mean utf-16?"),
            (["compare", "old.txt", "old.txt", "--color", "allways"], "did you mean always?"),
        ):
            self.assert_trouble(self.run_program(*words), suggestion)

    def test_other_slips(self):
        for words, part in (
            ([], "a command is needed"),
            (["quizzical"], "no such command"),
            (["--ignore", "case"], "a command is needed"),
            (["compare", "old.txt", "old.txt", "--zzzzzzzzzz"], "no such option"),
            (["compare", "old.txt", "old.txt", "-x"], "no such option"),
            (["compare", "old.txt", "old.txt", "--format"], "a value is missing"),
            (["compare", "old.txt", "old.txt", "--help=yes"], "takes no value"),
            (["compare", "old.txt", "old.txt", "--output="], "a file name is missing"),
            (["compare", "old.txt", "old.txt", "--mode", "coverage"], "for batch"),
            (["compare", "-", "-"], "one file only"),
            (["extract"], "one file is needed"),
            (["extract", "old.txt", "old.txt"], "one file is needed"),
            (["extract", "old.txt", "--format", "html"], "text or json"),
            (["batch", "old.txt"], "takes no files"),
            (["batch", "--format", "html"], "json only"),
        ):
            self.assert_trouble(self.run_program(*words), part)

    def test_behind_two_dashes_everything_is_a_file(self):
        self.file("--format", TEXT)
        self.assertEqual(self.run_program("compare", "--", "old.txt", "--format").status, 0)

    def test_standard_input_is_read_once(self):
        result = self.run_program("compare", "old.txt", "-", stdin=TEXT.replace("14", "41"))
        self.assertEqual(result.status, 1)
        self.assertIn("standard input", result.text)


class Writing(ProgramTest):
    def setUp(self):
        super().setUp()
        self.file("old.txt", TEXT)
        self.file("new.txt", TEXT.replace("14", "41"))

    def test_a_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full here")
        for form in ("text", "json", "html", "markdown", "csv", "unified"):
            result = self.run_program("compare", "old.txt", "new.txt", "--format", form, "--output", "/dev/full")
            self.assert_trouble(result, ["/dev/full: ", "disk is full"])
        self.assert_trouble(self.run_program("extract", "old.txt", "--output", "/dev/full"), "disk is full")

    def test_a_reader_that_has_gone(self):
        self.file("long.txt", TEXT * 2000)
        reading, writing = os.pipe()
        os.close(reading)
        process = subprocess.run([PROGRAM, "compare", "old.txt", "long.txt", "--format", "json"], stdout=writing,
                                 stderr=subprocess.PIPE, cwd=self.folder, timeout=60, check=False)
        os.close(writing)
        self.assertEqual(process.returncode, 2)
        self.assertIn(b"standard output: ", process.stderr)

    def test_a_place_where_nothing_can_be_written(self):
        result = self.run_program("compare", "old.txt", "new.txt", "--output", "none/out.txt")
        self.assert_trouble(result, ["none/out.txt: ", "folder does not exist"])
        (self.folder / "folder").mkdir()
        self.assert_trouble(self.run_program("compare", "old.txt", "new.txt", "--output", "folder"), "is a folder")

    def test_output_is_left_alone_when_there_is_nothing_to_write(self):
        self.file("out.txt", "precious")
        self.assert_trouble(self.run_program("compare", "old.txt", "none.txt", "--output", "out.txt"), "none.txt")
        self.assertEqual((self.folder / "out.txt").read_text(), "precious")

    def test_output_goes_to_the_file(self):
        to_file = self.run_program("compare", "old.txt", "new.txt", "--output", "out.txt")
        to_standard = self.run_program("compare", "old.txt", "new.txt")
        self.assertEqual((to_file.status, to_file.out), (1, b""))
        self.assertEqual((self.folder / "out.txt").read_bytes(), to_standard.out)


if __name__ == "__main__":
    unittest.main()
