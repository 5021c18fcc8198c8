#!/usr/bin/env python3
"""Compares the fixture folders beside this file and holds the results to what is expected.

A folder holds the versions 1.txt, 2.txt … (or .md), and expected.txt, .json, .html, .md, .csv or .diff; in options.txt, if
there is one, stand further words of the command line. Where a result differs from what is expected, it is written beside it as
expected.….actual, and the test stays red until a person has looked and either mended the program or moved the file over:

    mv tests/golden/NAME/expected.txt.actual tests/golden/NAME/expected.txt

To begin a new fixture, make an empty expected file.
"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("TWICETOLD", str(HERE.parents[1] / "build/native/bin/twicetold"))
FORMATS = {".txt": "text", ".json": "json", ".html": "html", ".md": "markdown", ".csv": "csv", ".diff": "unified"}


def reproduces(comparison):
    """Whether the edits of every step give both its texts."""
    for step in comparison["steps"]:
        before = "".join(edit[1] for edit in step["edits"] if edit[0] in "=-")
        after = "".join(edit[-1] if edit[0] == "=" else edit[1] for edit in step["edits"] if edit[0] in "=+")
        if before != comparison["documents"][step["before"]]["text"] or after != comparison["documents"][step["after"]]["text"]:
            return False
    return True


def run(folder, form):
    options = folder / "options.txt"
    words = options.read_text(encoding="utf-8").split() if options.exists() else []
    versions = sorted(path.name for path in folder.iterdir() if path.stem.isdigit())
    return subprocess.run([PROGRAM, "compare", *versions, "--format", form, *words], cwd=folder, capture_output=True,
                          check=False)


def check(folder):
    """Yields a sentence for everything that is wrong."""
    result = run(folder, "json")
    if result.returncode not in (0, 1):
        yield f"exit status {result.returncode}: {result.stderr.decode()}"
        return
    if not reproduces(json.loads(result.stdout)):
        yield "the edits do not reproduce the texts"
    expectations = [path for path in sorted(folder.glob("expected.*")) if path.suffix in FORMATS]
    if not expectations:
        yield "there is nothing to hold it to"
    for expected in expectations:
        actual = pathlib.Path(str(expected) + ".actual")
        output = run(folder, FORMATS[expected.suffix]).stdout
        if output == expected.read_bytes():
            actual.unlink(missing_ok=True)
        else:
            actual.write_bytes(output)
            yield f"differs; see: diff {os.path.relpath(expected)} {os.path.relpath(actual)}"


def main():
    wrong = 0
    folders = [path for path in sorted(HERE.iterdir()) if path.is_dir() and not path.name.startswith(("_", "."))]
    for folder in folders:
        for problem in check(folder):
            print(f"{folder.name}: {problem}")
            wrong += 1
    print(f"{len(folders)} fixtures, {wrong} problems")
    return 1 if wrong or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
