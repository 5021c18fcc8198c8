#!/usr/bin/env python3
"""Over generated pairs: edits joined give both texts, and patch and git apply make the new text of the old, byte for byte."""

import json
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import ProgramTest, joined, random_pairs

PAIRS = 400


class Edits(ProgramTest):
    def check(self, comparison, before, after):
        step = comparison["steps"][0]
        self.assertEqual(joined(step["edits"]), (before, after))
        self.assertEqual(comparison["documents"][0]["text"], before)
        self.assertEqual(comparison["documents"][1]["text"], after)
        texts = {"before": before, "after": after}
        for side in texts:
            # As UTF-16 code units, which positions count.
            units = texts[side].encode("utf-16-le")
            for change in step["changes"]:
                if change[side]:
                    place = change[side]
                    self.assertEqual(units[2 * place["begin"]:2 * place["end"]].decode("utf-16-le"), place["text"])

    def test_edits_reproduce_both_texts(self):
        # As files, so that every byte passes through the reader; many in one batch below.
        for before, after in random_pairs(60):
            self.file("old.txt", before)
            self.file("new.txt", after)
            self.check(self.compare_json("old.txt", "new.txt"), before, after)

    def test_edits_reproduce_both_texts_whatever_is_ignored(self):
        pairs = list(random_pairs(PAIRS, seed=7))
        for ignore in ([], ["whitespace"], ["quotes", "case", "punctuation"],
                       ["quotes", "dashes", "ellipsis", "whitespace", "invisible", "case", "diacritics", "punctuation",
                        "hyphenation"]):
            lines = [json.dumps({"id": number, "options": {"ignore": ignore},
                                 "documents": [{"text": before}, {"text": after}]})
                     for number, (before, after) in enumerate(pairs)]
            result = self.run_program("batch", stdin="\n".join(lines))
            self.assertEqual(result.errors, "")
            answers = [json.loads(line) for line in result.text.split("\n") if line]
            self.assertEqual([answer["id"] for answer in answers], list(range(PAIRS)))
            for answer, (before, after) in zip(answers, pairs):
                self.check(answer, before, after)


class Patches(ProgramTest):
    def differing_pairs(self, seed):
        for before, after in random_pairs(PAIRS, seed):
            self.file("old.txt", before)
            self.file("new.txt", after)
            result = self.run_program("compare", "old.txt", "new.txt", "--format", "unified")
            self.assertEqual(result.out == b"", before == after)
            if before != after:
                yield before.encode("utf-8"), after.encode("utf-8"), result.out

    @unittest.skipUnless(shutil.which("patch"), "patch is not installed")
    def test_patch_makes_the_new_text_of_the_old(self):
        for before, after, diff in self.differing_pairs(11):
            self.file("x.txt", before)
            process = subprocess.run(["patch", "--silent", "--output=out.txt", "x.txt"], input=diff, cwd=self.folder,
                                     capture_output=True, check=False)
            self.assertEqual(process.returncode, 0, (before, after, diff, process.stdout, process.stderr))
            # GNU patch removes a file that becomes empty.
            out = self.folder / "out.txt"
            self.assertEqual(out.read_bytes() if out.exists() else b"", after, (before, diff))
            out.unlink(missing_ok=True)

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_git_apply_makes_the_new_text_of_the_old(self):
        repository = self.folder / "repository"
        repository.mkdir()
        subprocess.run(["git", "init", "--quiet"], cwd=repository, check=True)
        for before, after, diff in self.differing_pairs(12):
            (repository / "old.txt").write_bytes(before)
            process = subprocess.run(["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn"], input=diff,
                                     cwd=repository, capture_output=True, check=False)
            self.assertEqual(process.returncode, 0, (before, after, diff, process.stderr))
            self.assertEqual((repository / "old.txt").read_bytes(), after, (before, diff))

    def test_a_diff_has_no_more_lines_than_needed(self):
        before = "".join(f"Line {i} of the report.\n" for i in range(40))
        after = before.replace("Line 9 of", "Line nine of").replace("Line 30 of the report.\n", "")
        self.file("a b.txt", before)
        self.file("new.txt", after)
        out = self.run_program("compare", "a b.txt", "new.txt", "--format", "unified").text
        lines = out.splitlines()
        self.assertEqual(lines[:2], ["--- a/a b.txt\t", "+++ b/a b.txt\tnew.txt"])
        self.assertEqual([line for line in lines if line.startswith("@@")], ["@@ -7,7 +7,7 @@", "@@ -28,7 +28,6 @@"])
        self.assertEqual([line for line in lines[2:] if line[0] in "+-"],
                         ["-Line 9 of the report.", "+Line nine of the report.", "-Line 30 of the report."])

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_names_that_need_quoting_are_understood_by_git(self):
        repository = self.folder / "repository"
        repository.mkdir()
        subprocess.run(["git", "init", "--quiet"], cwd=repository, check=True)
        for name in ("old text.txt", 'old"text.txt', "old\\text.txt", "old\ttext.txt", "été.txt", "in/side/old.txt"):
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            self.file(name, "one\ntwo\n")
            self.file("new.txt", "one\n2\n")
            diff = self.run_program("compare", name, "new.txt", "--format", "unified").out
            (repository / name).write_text("one\ntwo\n", encoding="utf-8")
            process = subprocess.run(["git", "apply"], input=diff, cwd=repository, capture_output=True, check=False)
            self.assertEqual(process.returncode, 0, (diff, process.stderr))
            self.assertEqual((repository / name).read_text(encoding="utf-8"), "one\n2\n")


if __name__ == "__main__":
    unittest.main()
