#!/usr/bin/env python3
"""twicetold batch: a line in, a line out, whatever the line is."""

import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import PROGRAM, ProgramTest, joined

GOOD = {"id": "story", "documents": [{"id": "v1", "title": "Storm hits coast", "text": "It killed 14 people."},
                                     {"id": "v2", "title": "Storm hits coast", "text": "It killed 41 people."}]}


class Batch(ProgramTest):
    def answers(self, *lines, options=(), status=None):
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        result = self.run_program("batch", *options, stdin=text)
        answers = [json.loads(line) for line in result.text.splitlines()]
        if status is not None:
            self.assertEqual(result.status, status, result.errors)
        return answers, result

    def test_status_is_0_1_or_2(self):
        same = {**GOOD, "documents": [GOOD["documents"][0]] * 2}
        self.answers(status=0)
        self.answers(same, "", same, status=0)
        self.answers(same, GOOD, status=1)
        self.answers(same, GOOD, "{", status=2)

    def test_bad_lines_are_answered_by_an_error_and_the_rest_go_on(self):
        bad = [
            ("{", "not-json"),
            ("[]", "bad-request"),
            ("null", "bad-request"),
            ('{"id": {}, "documents": []}', "bad-request"),
            ('{"documents": [{"text": "a"}, {"txt": "b"}]}', "bad-request"),
            ('{"documents": [{"text": 1}, {"text": "b"}]}', "bad-request"),
            ('{"documents": [{"paragraphs": "a"}, {"text": "b"}]}', "bad-request"),
            ('{"documents": [{"paragraphs": [["a", 2]]}, {"text": "b"}]}', "bad-request"),
            ('{"documents": "a"}', "bad-request"),
            ('{"documents": [{"text": "a"}]}', "too-few-documents"),
            ('{"documents": [{"text": "a"}, {"text": "b"}], "options": {"ignroe": []}}', "bad-request"),
            ('{"documents": [{"text": "a"}, {"text": "b"}], "options": {"ignore": ["qoutes"]}}', "bad-request"),
            ('{"documents": [{"text": "a"}, {"text": "b"}], "options": {"mode": "both"}}', "bad-request"),
            ("[" * 100_000, "too-deep"),
        ]
        lines = []
        for line, _ in bad:
            lines += [GOOD, line]
        answers, result = self.answers(*lines, GOOD, status=2)
        self.assertEqual(len(answers), 2 * len(bad) + 1)
        for number, (line, code) in enumerate(bad):
            answer = answers[2 * number + 1]
            self.assertEqual(answer["line"], 2 * number + 2)
            self.assertEqual(answer["error"]["code"], code, line[:100])
            self.assertGreater(len(answer["error"]["message"]), 20)
        for answer in answers[::2]:
            self.assertEqual(answer["id"], "story")
            self.assertEqual(answer["format"], "twicetold-comparison")
        self.assertEqual(len(result.error_lines), 1)
        self.assertIn(f"{len(bad)} lines were", result.errors)

    def test_an_error_carries_the_id_if_there_is_one(self):
        answers, _ = self.answers({"id": 7, "documents": []}, {"id": "x", "documents": [{}]}, status=2)
        self.assertEqual([answer["id"] for answer in answers], [7, "x"])
        self.assertNotIn("line", answers[0])

    def test_sentences_given_are_taken_as_they_stand(self):
        old = [["Mr. A. came in.", "So did", "B"], ["The end."]]
        answers, _ = self.answers({"documents": [
            {"title": "T", "byline": "By C", "paragraphs": old},
            {"title": "T", "byline": "By C", "paragraphs": [old[0], ["The very end."]]}]}, status=1)
        for document, paragraphs in zip(answers[0]["documents"], (old, [old[0], ["The very end."]])):
            text = document["text"]
            given = [[text[begin:end] for begin, end in paragraph["sentences"]] for paragraph in document["paragraphs"]]
            self.assertEqual(given, paragraphs)
            self.assertTrue(text.startswith("T\n\nBy C\n\nMr. A. came in. So did B\n\nThe "), text)
            self.assertEqual((document["title"], document["byline"]), ("T", "By C"))
        self.assertEqual(answers[0]["steps"][0]["changes"][0]["after"]["sentence"], 3)

    def test_dates_sources_and_languages_come_through(self):
        document = {"id": "v1", "published": "2026-03-04", "source": "example.org", "language": "de", "text": "Hallo."}
        answers, _ = self.answers({"documents": [document, document]}, status=0)
        for key, value in document.items():
            self.assertEqual(answers[0]["documents"][0][key], value)

    def test_options_of_the_line_win_over_those_of_the_command(self):
        texts = [{"text": "One “word”."}, {"text": 'One "WORD".'}]
        lines = [{"documents": texts}, {"documents": texts, "options": {"ignore": "case,quotes"}},
                 {"documents": texts, "options": {"ignore": []}}]
        answers, _ = self.answers(*lines, options=["--ignore", "quotes", "--position-encoding", "utf-32"])
        self.assertEqual([answer["options"]["ignore"] for answer in answers], [["quotes"], ["quotes", "case"], []])
        self.assertEqual({answer["position_encoding"] for answer in answers}, {"utf-32"})
        self.assertEqual([answer["steps"][0]["summary"].startswith("no difference") for answer in answers],
                         [False, True, False])

    def test_lone_surrogates_are_shown_as_replacement_characters_and_said(self):
        line = r'{"documents": [{"text": "A \ud83d\ude00 b \ud83d c \\ud83d."}, {"text": "A \ude00\ud83d\ud83d\ude00."}]}'
        answers, _ = self.answers(line, status=1)
        self.assertEqual([document["text"] for document in answers[0]["documents"]],
                         ["A 😀 b \ufffd c \\ud83d.", "A \ufffd\ufffd😀."])
        self.assertEqual(answers[0]["warnings"][0]["code"], "lone-surrogates")

    def test_a_line_that_is_not_utf_8_is_an_error(self):
        result = self.run_program("batch", stdin=b'{"documents": [{"text": "caf\xe9"}, {"text": "b"}]}\n')
        self.assertEqual(json.loads(result.out)["error"]["code"], "not-utf-8")
        self.assertEqual(result.status, 2)

    def test_each_line_is_answered_before_the_next_is_read(self):
        with subprocess.Popen([PROGRAM, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for _ in range(3):
                process.stdin.write(json.dumps(GOOD).encode() + b"\n")
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["id"], "story")
            process.stdin.close()
            self.assertEqual(process.wait(), 1)

    def test_memory_does_not_grow_with_the_number_of_lines(self):
        line = json.dumps({"documents": [{"text": "It killed 14 people. " * 100}, {"text": "It killed 41 people. " * 100}]})
        peaks = []
        for count in (20, 400):
            script = ("import resource, subprocess, sys\n"
                      "subprocess.run([sys.argv[1], 'batch'], stdout=subprocess.DEVNULL)\n"
                      "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n")
            process = subprocess.run([sys.executable, "-c", script, PROGRAM], input="\n".join([line] * count).encode(),
                                     capture_output=True, check=True)
            peaks.append(int(process.stdout))
        self.assertLess(peaks[1], peaks[0] * 1.3)

    def test_edits_reproduce_what_was_given(self):
        answers, _ = self.answers(GOOD)
        before, after = joined(answers[0]["steps"][0]["edits"])
        self.assertEqual((before, after), ("Storm hits coast\n\nIt killed 14 people.", "Storm hits coast\n\nIt killed 41 people."))


if __name__ == "__main__":
    unittest.main()
