#!/usr/bin/env python3
"""Adds up what test runs reported, and prints one closing line.

    count_results.py [--steps-passed N] [--steps-failed N] FILE…

FILE is what ctest --output-junit wrote (.xml) or node's TAP reporter (.tap). A doctest program counts by its test cases,
anything else that ctest ran counts once. Exit status 1 if anything failed, or if nothing was run.
"""

import argparse
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

DOCTEST = re.compile(r"\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed \|\s*(\d+) skipped")
TAP = re.compile(r"^# (pass|fail|cancelled|skipped|todo) (\d+)$", re.MULTILINE)


def count_junit(path):
    passed = failed = skipped = 0
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        status = case.get("status")
        output = "".join(element.text or "" for element in case.iter("system-out"))
        inner = DOCTEST.search(output)
        if inner:
            inner_passed, inner_failed, _ = map(int, inner.groups())
            passed += inner_passed
            failed += inner_failed
            # A program may fail without a failing test case, as when a sanitizer ends it on its way out.
            if status == "fail" and inner_failed == 0:
                failed += 1
        elif status == "run":
            passed += 1
        elif status == "fail":
            failed += 1
        else:
            skipped += 1
    return passed, failed, skipped


def count_tap(path):
    counts = {name: int(number) for name, number in TAP.findall(path.read_text(encoding="utf-8"))}
    if not counts:
        return 0, 1, 0
    return counts["pass"], counts["fail"] + counts["cancelled"], counts["skipped"] + counts["todo"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps-passed", type=int, default=0)
    parser.add_argument("--steps-failed", type=int, default=0)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()

    total = [arguments.steps_passed, arguments.steps_failed, 0]
    for path in arguments.files:
        counts = count_tap(path) if path.suffix == ".tap" else count_junit(path)
        total = [sum(pair) for pair in zip(total, counts)]
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
