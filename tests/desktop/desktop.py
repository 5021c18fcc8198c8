#!/usr/bin/env python3
"""Runs twicetold-desktop on a virtual screen and looks at its pictures.

TWICETOLD_DESKTOP is the program (default: beside TWICETOLD). Skips (77), saying so, without the program or Xvfb.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "assets" / "samples" / "ferry-in-the-fog"
OUTLETS = ROOT / "assets" / "samples" / "market-hall-fire"


def find_program():
    named = os.environ.get("TWICETOLD_DESKTOP")
    if named:
        return pathlib.Path(named)
    beside = os.environ.get("TWICETOLD")
    folder = pathlib.Path(beside).parent if beside else ROOT / "build" / "native" / "bin"
    return folder / "twicetold-desktop"


PROGRAM = find_program()


class Picture:
    """A PPM file."""

    def __init__(self, path):
        data = path.read_bytes()
        _, size, _, self.pixels = data.split(b"\n", 3)
        self.width, self.height = (int(number) for number in size.split())

    def at(self, x, y):
        start = (y * self.width + x) * 3
        return tuple(self.pixels[start:start + 3])

    def count(self, wanted):
        return sum(1 for at in range(0, len(self.pixels), 3) if wanted(*self.pixels[at:at + 3]))

    def columns(self, wanted, left, right):
        return [x for x in range(left, right) if any(wanted(*self.at(x, y)) for y in range(self.height))]


def is_blue(red, green, blue):
    return blue > 225 and blue - red > 20 and blue > green > red


def is_yellow(red, green, blue):
    return red > 235 and green > 210 and red - blue > 35


class Desktop(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_program(self, *words):
        return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=60)

    def picture(self, *words, status=0):
        target = pathlib.Path(self.folder.name) / "picture.ppm"
        result = self.run_program(*words, "--screenshot", target)
        self.assertEqual(result.returncode, status, result.stderr)
        return Picture(target)

    def test_shows_two_panes_with_old_words_left_and_new_words_right(self):
        picture = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--light", "--size", "1240x820")
        self.assertEqual((picture.width, picture.height), (1240, 820))
        # Left of the ribbons and right of them; the overview strip is left out.
        self.assertGreater(len(picture.columns(is_yellow, 0, 570)), 50)
        self.assertGreater(len(picture.columns(is_blue, 660, 1210)), 50)
        self.assertEqual(picture.columns(is_yellow, 660, 1210), [])

    def test_dark_is_dark(self):
        light = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--light")
        dark = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--dark")
        self.assertGreater(light.count(lambda *c: sum(c) > 690), light.width * light.height / 2)
        self.assertGreater(dark.count(lambda *c: sum(c) < 120), dark.width * dark.height / 2)

    def test_is_as_sharp_as_the_screen(self):
        picture = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--light", "--size", "700x500", "--pixel-ratio", "2")
        self.assertEqual((picture.width, picture.height), (1400, 1000))
        # Strokes are as black as they are once.
        self.assertGreater(picture.count(lambda *c: sum(c) < 120), 2000)

    def test_a_phone_sized_window_reads_in_one_column(self):
        picture = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--light", "--size", "400x800")
        self.assertTrue(picture.columns(is_yellow, 10, 200))
        self.assertTrue(picture.columns(is_blue, 10, 200))

    def test_keys_change_what_is_shown(self):
        plain = self.picture(*sorted(SAMPLE.glob("*.md")), "--light")
        for keys in (["n"], ["l"], ["]"], ["PageDown"], ["?"], ["Tab"]):
            words = [word for key in keys for word in ("--press", key)]
            pressed = self.picture(*sorted(SAMPLE.glob("*.md")), "--light", *words)
            self.assertNotEqual(plain.pixels, pressed.pixels, keys)

    def pressed(self, *keys):
        words = [word for key in keys for word in ("--press", key)]
        return self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--light", "--size", "1240x820", *words)

    def test_all_of_a_pane_is_selected_by_its_key_and_not_the_other_one(self):
        plain = self.pressed()
        selected = self.pressed("Control+a")

        def differs(left, right):
            return sum(plain.at(x, y) != selected.at(x, y) for y in range(100, 820, 3) for x in range(left, right, 3))

        self.assertGreater(differs(650, 1190), 5000)
        self.assertEqual(differs(0, 600), 0)
        # Marks stay to be told apart below the selection.
        self.assertEqual(self.pressed("Control+a", "Escape").pixels, plain.pixels)

    def test_the_search_field_finds_what_is_typed_and_frames_it(self):
        def is_frame(red, green, blue):
            return abs(red - 0x7A) < 6 and abs(green - 0x3E) < 6 and blue < 8

        plain = self.pressed()
        self.assertEqual(plain.count(is_frame), 0)
        found = self.pressed("Control+f", *"HARBOUR")
        self.assertGreater(found.count(is_frame), 100)
        # The next match is another one; what is typed on finds nothing; Escape ends it.
        self.assertNotEqual(found.pixels, self.pressed("Control+f", *"HARBOUR", "Enter").pixels)
        self.assertEqual(self.pressed("Control+f", *"harbourx").count(is_frame), 0)
        self.assertGreater(self.pressed("Control+f", *"harbourx", "Backspace").count(is_frame), 100)
        self.assertEqual(self.pressed("/", *"zzz", "Escape").pixels, plain.pixels)

    def test_a_copied_word_can_be_pasted_into_the_search_field(self):
        # Through the system's clipboard.
        copied = self.pressed("Control+a", "Control+c", "Control+f", "Control+a", "Delete", "Control+v")
        empty = self.pressed("Control+a", "Control+c", "Control+f", "Control+a", "Delete")
        self.assertNotEqual(copied.pixels, empty.pixels)

    def test_the_menu_over_the_text_opens_by_its_key(self):
        menu = self.pressed("Shift+F10")
        self.assertNotEqual(menu.pixels, self.pressed().pixels)
        self.assertNotEqual(menu.pixels, self.pressed("Shift+F10", "ArrowDown").pixels)

    def test_speaks_the_language_of_the_environment_or_the_one_asked_for(self):
        files = (SAMPLE / "1.md", SAMPLE / "2.md", "--light", "--size", "900x500", "--press", "l")
        saved = os.environ.get("LC_ALL")
        self.addCleanup(lambda: os.environ.pop("LC_ALL") if saved is None else os.environ.update(LC_ALL=saved))
        os.environ["LC_ALL"] = "C"
        english = self.picture(*files)
        german = self.picture(*files, "--language", "de")
        arabic = self.picture(*files, "--language", "ar-EG")
        os.environ["LC_ALL"] = "de_AT.UTF-8"
        self.assertEqual(self.picture(*files).pixels, german.pixels)
        self.assertNotEqual(english.pixels, german.pixels)
        # The list stands on the right; for Arabic on the left.
        panel = english.at(english.width - 4, 70)
        self.assertNotEqual(english.at(3, 70), panel)
        self.assertEqual(arabic.at(3, 70), panel)
        self.assertNotEqual(arabic.at(arabic.width - 4, 70), panel)
        unknown = self.run_program("--language", "tlh", *files[:2])
        self.assertEqual(unknown.returncode, 2)
        self.assertIn("tlh", unknown.stderr)

    def coverage(self, *words):
        return self.picture("--mode", "coverage", *sorted(OUTLETS.glob("*.md")), "--light", *words)

    def test_coverage_shows_two_outlets_and_the_matrix(self):
        picture = self.coverage("--size", "1280x760")

        def is_sign(red, green, blue):
            return abs(red - 0x1A) < 8 and abs(green - 0x69) < 8 and abs(blue - 0xB0) < 8

        # Discs in the panel, one below the other, for outlets that say a thing.
        self.assertGreater(len(picture.columns(is_sign, 1125, 1260)), 30)

    def test_keys_change_what_is_shown_of_a_coverage(self):
        plain = self.coverage()
        seen = {plain.pixels}
        for keys in (["n"], ["l"], ["]"], ["}"], ["b"], ["s"], ["v"], ["w"], ["?"], ["v", "v"], ["n", "Shift+Tab", "ArrowRight"],
                     ["n", "Alt+End"]):
            seen.add(self.coverage(*[word for key in keys for word in ("--press", key)]).pixels)
        self.assertEqual(len(seen), 13)

    def test_a_phone_sized_window_shows_the_matrix_and_then_one_article(self):
        matrix = self.coverage("--size", "400x800")
        article = self.coverage("--size", "400x800", "--press", "l")
        other = self.coverage("--size", "400x800", "--press", "l", "--press", "m")
        self.assertEqual(len({matrix.pixels, article.pixels, other.pixels}), 3)

    def test_coverage_of_odd_texts_is_shown(self):
        folder = pathlib.Path(self.folder.name)
        texts = {"empty.txt": b"", "one.txt": b"Rain fell.\n", "scripts.txt": "日本語。 العربية עברית 👨‍👩‍👧 e\u0301\n".encode()}
        for name, data in texts.items():
            (folder / name).write_bytes(data)
        for press in ([], ["--press", "v"], ["--press", "n"], ["--press", "V"], ["--press", "w"]):
            self.picture("--mode", "coverage", *(folder / name for name in texts), "--light", "--size", "900x500", *press)
        self.picture("--mode", "coverage", folder / "one.txt", "--light", "--size", "700x400")

    def test_the_same_twice_is_the_same_picture(self):
        one = self.picture(SAMPLE / "3.md", SAMPLE / "4.md", "--light", "--press", "n")
        two = self.picture(SAMPLE / "3.md", SAMPLE / "4.md", "--light", "--press", "n")
        self.assertEqual(one.pixels, two.pixels)

    def test_says_what_to_do_with_fewer_than_two_documents(self):
        for files in ([], [SAMPLE / "1.md"]):
            picture = self.picture(*files, "--light", "--size", "800x500")
            self.assertGreater(picture.count(lambda *c: sum(c) < 300), 500)

    def test_a_file_that_cannot_be_opened_is_trouble(self):
        missing = pathlib.Path(self.folder.name) / "missing.txt"
        result = self.run_program(missing)
        self.assertEqual(result.returncode, 2)
        self.assertIn("missing.txt", result.stderr)
        binary = pathlib.Path(self.folder.name) / "binary.txt"
        binary.write_bytes(bytes(range(256)) * 40)
        result = self.run_program(binary, missing)
        self.assertEqual(result.returncode, 2)
        self.assertEqual(len(result.stderr.strip().splitlines()), 2)
        # With two others the comparison is shown all the same, and the error on it.
        clean = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", "--light")
        told = self.picture(SAMPLE / "1.md", SAMPLE / "2.md", missing, "--light", status=2)
        self.assertNotEqual(clean.pixels, told.pixels)

    def test_bad_options_are_explained(self):
        for words in (["--size", "wide"], ["--pixel-ratio", "0"], ["--nonsense"], ["--screenshot"], ["--mode", "both"]):
            result = self.run_program(*words)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn("twicetold-desktop: ", result.stderr)

    def test_odd_texts_are_shown(self):
        folder = pathlib.Path(self.folder.name)
        texts = {"empty.txt": b"", "nul.txt": b"a\0b c\n", "invalid.txt": b"caf\xe9 au lait\n", "crlf.txt": b"\xef\xbb\xbfone\r\n\r\ntwo\r\n",
                 "scripts.txt": "日本語 한국어 العربية עברית हिन्दी ไทย 👨‍👩‍👧🇫🇷 e\u0301\n".encode()}
        for name, data in texts.items():
            (folder / name).write_bytes(data)
        names = [folder / name for name in texts]
        for one, two in zip(names, names[1:]):
            self.picture(one, two, "--light", "--size", "700x400")

    def test_sleeps_while_nothing_changes(self):
        program = subprocess.Popen([PROGRAM, SAMPLE / "1.md", SAMPLE / "2.md"])
        try:
            time.sleep(3)

            def ticks():
                fields = pathlib.Path(f"/proc/{program.pid}/stat").read_text().rsplit(")", 1)[1].split()
                return int(fields[11]) + int(fields[12])

            before = ticks()
            time.sleep(3)
            self.assertLessEqual(ticks() - before, 1)  # hundredths of a second
        finally:
            program.terminate()
            program.wait(10)


def main():
    if not PROGRAM.exists():
        print(f"skipped: {PROGRAM} is not built")
        return 77
    if shutil.which("Xvfb") is None:
        print("skipped: there is no Xvfb to show a window on")
        return 77
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "2600x1800x24", "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        number = b""
        while not number.endswith(b"\n"):
            more = os.read(read, 16)
            if not more:
                print("skipped: Xvfb does not start")
                return 77
            number += more
        os.environ["DISPLAY"] = ":" + number.decode().strip()
        os.environ.setdefault("LIBGL_ALWAYS_SOFTWARE", "1")
        result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromTestCase(Desktop))
        return 0 if result.wasSuccessful() else 1
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
