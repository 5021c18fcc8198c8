#!/usr/bin/env python3
"""`twicetold coverage`: what it says of good and of bad input, and that what it writes is valid."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import PROGRAM, ROOT, ProgramTest

SAMPLE = sorted(str(path) for path in (ROOT / "assets/samples/market-hall-fire").glob("[0-9]*.md"))


def run(*words, text=None):
    return subprocess.run([PROGRAM, *words], input=text, capture_output=True, encoding="utf-8", check=False)


def batch(*articles):
    documents = [{"id": str(i), "title": "", "paragraphs": [[s] for s in article]} for i, article in enumerate(articles)]
    answer = run("batch", text=json.dumps({"documents": documents, "options": {"mode": "coverage"}}) + "\n")
    return json.loads(answer.stdout)


class Coverage(ProgramTest):
    def test_the_sample_shows_every_kind_of_finding(self):
        answer = run("coverage", "--format", "json", *SAMPLE)
        self.assertEqual(answer.returncode, 1)
        found = json.loads(answer.stdout)
        self.assertEqual(found["mode"], "coverage")
        for member in ("claims", "quotes", "figures", "copied", "unique", "terms"):
            self.assertTrue(found[member], member)
        self.assertIn(False, [figure["agree"] for figure in found["figures"]])
        self.assertIn("truncated", [m["fidelity"] for quote in found["quotes"] for m in quote["mentions"]])
        text = {document["id"]: document["text"] for document in found["documents"]}
        for group in found["quotes"] + found["figures"]:
            for m in group["mentions"]:
                # Positions are UTF-16, and the sample has none beyond the basic plane.
                whole = text[found["documents"][m["document"]]["id"]]
                self.assertEqual(whole[m["begin"]:m["end"]], m["text"])

    def test_every_format_is_written(self):
        for form, opening in (("text", "How 4 outlets"), ("markdown", "# How 4"), ("html", "<!doctype html>"), ("csv", "kind,")):
            answer = run("coverage", "--format", form, *SAMPLE)
            self.assertTrue(answer.stdout.startswith(opening), form)

    def test_reports_of_hostile_texts_stay_reports(self):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for i in range(2):
                files.append(pathlib.Path(folder, f"{i}.txt"))
                files[-1].write_text("<script>alert(1)</script> said the mayor of Port Ellery on Monday.\n", encoding="utf-8")
            self.assertNotIn("<script", run("coverage", "--format", "html", *map(str, files)).stdout)
            self.assertNotIn("<script", run("coverage", "--format", "markdown", *map(str, files)).stdout)

    def test_the_result_is_valid(self):
        import schema
        self.assertEqual(schema.errors_of([json.loads(run("coverage", "--format", "json", *SAMPLE).stdout)]), "")

    def test_bad_input_is_answered_plainly(self):
        self.assertEqual(run("coverage", SAMPLE[0]).returncode, 2)
        self.assertIn("two or more", run("coverage").stderr)
        self.assertEqual(run("coverage", "--format", "unified", *SAMPLE).returncode, 2)
        codes = lambda answer: [warning["code"] for warning in answer["warnings"]]
        fire = ["Fire destroyed the market hall of Port Ellery on Monday.", "Nobody was hurt, the fire brigade said."]
        bread = ["Bakers in Lower Brenn have raised the price of rye bread.", "A loaf now costs four marks."]
        self.assertIn("same-text", codes(batch(fire, fire)))
        self.assertIn("nothing-shared", codes(batch(fire, bread)))
        self.assertIn("no-sentence", codes(batch(fire, [])))
        german = ["Am Montag hat ein Feuer die Markthalle von Port Ellery zerstört.", "Niemand wurde verletzt, sagte die Feuerwehr."]
        self.assertIn("different-languages", codes(batch(fire, german)))
        self.assertEqual(codes(batch(fire, fire[::-1])), [])


if __name__ == "__main__":
    unittest.main()
