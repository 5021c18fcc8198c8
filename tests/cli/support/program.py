"""Runs the program under test, named by TWICETOLD, and makes texts to compare."""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("TWICETOLD", str(ROOT / "build/native/bin/twicetold"))


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.text = process.stdout.decode("utf-8", "replace")
        self.errors = process.stderr.decode("utf-8")  # must be UTF-8

    @property
    def error_lines(self):
        return self.errors.splitlines()


class ProgramTest(unittest.TestCase):
    """A test in an empty folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="twicetold-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return name

    def run_program(self, *words, stdin=b"", environment=None, **options):
        if isinstance(stdin, str):
            stdin = stdin.encode("utf-8")
        # What colours and words depend on is not taken from whoever runs the tests.
        clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "LC_ALL")}
        process = subprocess.run(
            [PROGRAM, *words], input=stdin, capture_output=True, cwd=self.folder, timeout=120,
            env={**clean, **(environment or {})}, check=False, **options)
        result = Result(process)
        self.assertGreaterEqual(result.status, 0, f"killed by signal {-result.status}: {words}")
        return result

    def compare_json(self, before, after, *options):
        result = self.run_program("compare", before, after, "--format", "json", *options)
        self.assertIn(result.status, (0, 1), result.errors)
        return json.loads(result.out)

    def assert_trouble(self, result, *expected):
        """Status 2, nothing on standard output, and one line on standard error for each of `expected`."""
        self.assertEqual(result.status, 2, result.errors)
        self.assertEqual(result.out, b"")
        self.assertEqual(len(result.error_lines), len(expected), result.errors)
        for line, words in zip(result.error_lines, expected):
            self.assertTrue(line.startswith("twicetold: "), line)
            for word in [words] if isinstance(words, str) else words:
                self.assertIn(word, line)


def joined(edits):
    """Both texts, from the script of edits."""
    before = "".join(edit[1] for edit in edits if edit[0] in "=-")
    after = "".join(edit[-1] if edit[0] == "=" else edit[1] for edit in edits if edit[0] in "=+")
    return before, after


WORDS = ("the", "storm", "killed", "14", "41", "people", "in", "Port", "Ellery", "on", "Tuesday", "officials", "said",
         "“it", "was", "awful”", "naïve", "café", "漢字", "テスト", "🌀", "👩‍👩‍👧", "e\u0301tude", "$3.4", "3%", "مرحبا", "\x00",
         "\u200b", "-", "—", "\t", "well-known", "don't")
ENDS = (". ", "? ", "! ", ".\n", ".\n\n", ".\r\n", ".\r\n\r\n", "\n", "\r", ".”\n\n", "\n\n\n", " ", "\u2028")


def random_text(generator, sentences):
    text = "\ufeff" if generator.random() < 0.1 else ""
    for _ in range(sentences):
        text += " ".join(generator.choice(WORDS) for _ in range(generator.randrange(0, 12)))
        text += generator.choice(ENDS)
    return text.rstrip("\r\n") if generator.random() < 0.4 else text


def edited(generator, text):
    """A later version: pieces dropped, doubled, moved and replaced."""
    pieces = text.split("\n")
    for _ in range(generator.randrange(0, 5)):
        at = generator.randrange(len(pieces))
        chance = generator.random()
        if chance < 0.25:
            pieces.insert(generator.randrange(len(pieces) + 1), pieces.pop(at))
        elif chance < 0.4:
            pieces.pop(at)
        elif chance < 0.55:
            pieces.insert(at, random_text(generator, 2))
        elif chance < 0.6:
            pieces[at] = pieces[at].rstrip("\r") if pieces[at].endswith("\r") else pieces[at] + "\r"
        else:
            words = pieces[at].split(" ")
            words[generator.randrange(len(words))] = generator.choice(WORDS)
            pieces[at] = " ".join(words)
        if not pieces:
            pieces = [""]
    changed = "\n".join(pieces)
    if generator.random() < 0.2:
        changed = changed.removesuffix("\n") if changed.endswith("\n") else changed + "\n"
    return changed


def random_pairs(count, seed=20260304):
    """Pairs of texts that share much, little or nothing; some of them empty."""
    generator = random.Random(seed)
    for number in range(count):
        before = "" if number % 40 == 7 else random_text(generator, generator.randrange(1, 14))
        if number % 40 == 13:
            after = ""
        elif number % 10 == 3:
            after = random_text(generator, generator.randrange(1, 14))
        else:
            after = edited(generator, before)
        yield still_text(before), still_text(after)


def still_text(text):
    """With so few NUL bytes in it that it is not taken for a binary file."""
    return text if text.count("\0") * 20 <= len(text) else text.replace("\0", "")


def skip(reason):
    print("skipped:", reason)
    sys.exit(77)
