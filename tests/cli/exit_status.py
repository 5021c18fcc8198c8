#!/usr/bin/env python3
"""The exit status is that of diff: 0 nothing differs, 1 something does, 2 trouble."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import ProgramTest

OLD = "Storm hits coast\n\nThe storm killed 14 people on Tuesday. “It was awful,” said Bob.\n"


class ExitStatus(ProgramTest):
    def status(self, before, after, *options):
        self.file("old.txt", before)
        self.file("new.txt", after)
        result = self.run_program("compare", "old.txt", "new.txt", *options)
        self.assertEqual(result.errors, "")
        return result.status

    def test_a_text_does_not_differ_from_itself_in_any_format(self):
        for form in ("text", "json", "html", "markdown", "csv", "unified"):
            self.assertEqual(self.status(OLD, OLD, "--format", form), 0, form)

    def test_one_changed_figure_is_a_difference_in_any_format(self):
        for form in ("text", "json", "html", "markdown", "csv", "unified"):
            self.assertEqual(self.status(OLD, OLD.replace("14", "41"), "--format", form), 1, form)

    def test_a_line_break_more_is_a_difference_unless_ignored(self):
        self.assertEqual(self.status(OLD, OLD + "\n"), 1)
        self.assertEqual(self.status(OLD, OLD + "\n", "--ignore", "whitespace"), 0)

    def test_nothing_differs_where_all_that_does_is_ignored(self):
        curly = OLD.replace("“", '"').replace("”", '"')
        self.assertEqual(self.status(OLD, curly), 1)
        self.assertEqual(self.status(OLD, curly, "--ignore", "quotes"), 0)
        self.assertEqual(self.status(OLD, OLD.upper(), "--ignore", "case"), 0)
        self.assertEqual(self.status(OLD, curly.upper(), "--ignore", "quotes"), 1)
        self.assertEqual(self.status(OLD, curly.upper(), "--ignore=case,quotes"), 0)

    def test_one_step_of_several_is_enough(self):
        self.file("old.txt", OLD)
        self.file("new.txt", OLD.replace("14", "41"))
        self.assertEqual(self.run_program("compare", "old.txt", "old.txt", "old.txt").status, 0)
        self.assertEqual(self.run_program("compare", "old.txt", "old.txt", "new.txt").status, 1)
        # There and back again: something changed on the way.
        self.assertEqual(self.run_program("compare", "old.txt", "new.txt", "old.txt").status, 1)

    def test_help_and_version_are_no_trouble(self):
        self.assertIn("twicetold compare", self.run_program("--help").text)
        self.assertRegex(self.run_program("--version").text, r"^twicetold \d+\.\d+\.\d+\n$")
        for words in (["--help"], ["-h"], ["--version"], ["compare", "--help"]):
            self.assertEqual(self.run_program(*words).status, 0)

    def test_a_result_is_not_written_over_a_text(self):
        self.file("old.txt", OLD)
        self.file("new.txt", OLD.replace("14", "41"))
        run = self.run_program("compare", "old.txt", "new.txt", "--output", "./new.txt")
        self.assertEqual(run.status, 2)
        self.assertEqual((pathlib.Path(self.folder) / "new.txt").read_text(encoding="utf-8"), OLD.replace("14", "41"))
        self.assertEqual(self.run_program("compare", "old.txt", "new.txt", "--output", "out.txt").status, 1)

    def test_extract_succeeds_with_0(self):
        self.file("old.txt", OLD)
        self.assertEqual(self.run_program("extract", "old.txt").status, 0)
        self.assertEqual(self.run_program("extract", "old.txt", "--format", "json").status, 0)


if __name__ == "__main__":
    unittest.main()
