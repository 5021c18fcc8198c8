#!/usr/bin/env python3
"""The hard cases of diff, segment and nway: all must pass.

Needs SHARED_DIR (skips without its cases), ANSWERS (the program that answers them).
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

cases = Path(os.environ.get("SHARED_DIR", "")) / "cases" / "public.jsonl"
checker = cases.parent / "check.py"
if not cases.is_file() or not checker.is_file():
    print(f"skipped: the hard cases are absent ({cases})")
    sys.exit(77)
with tempfile.TemporaryDirectory() as folder:
    answers = Path(folder) / "answers.json"
    subprocess.run([os.environ["ANSWERS"], cases, answers], check=True)
    judged = subprocess.run([sys.executable, checker, cases, answers], capture_output=True, text=True)
print(judged.stdout, judged.stderr, sep="")
failed = [line for line in judged.stdout.splitlines() if line.startswith("P") and not line.endswith((" ok", " browser", " no answer"))]
passed = [line for line in judged.stdout.splitlines() if line.endswith(" ok")]
if failed or len(passed) < 20:
    sys.exit("failed: " + "; ".join(failed or ["fewer answers than before"]))
