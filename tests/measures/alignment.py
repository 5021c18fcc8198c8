#!/usr/bin/env python3
"""Alignment of sentences against human gold: how often `twicetold batch` pairs the right ones.

Needs TWICETOLD (the binary) and SHARED_DIR (skips without its gold). Prints the figures of the test halves of the two corpora
and of the public version histories; fails where one falls below its floor. A floor lies a little under what was reached when
it was set: raise it with the figures, never lower it to get a change in. Tune on the dev halves (`--dev` prints those).
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(os.environ.get("SHARED_DIR", ""))
CORPUS = SHARED / "corpus"
HISTORIES = SHARED / "gold" / "versions" / "public"

FLOORS = {
    "argrewrite": {"F1": 0.972, "changed F1": 0.936, "split/merge": 0.79},
    "deplain_cc": {"F1": 0.933, "changed F1": 0.885, "split/merge": 0.77},
    "histories": {"F1": 0.958, "changed F1": 0.942, "split/merge": 0.78, "move F1": 0.92},
}


def compare(records):
    """The first step of each record's comparison, by id."""
    lines = "".join(json.dumps(record) + "\n" for record in records)
    run = subprocess.run([os.environ["TWICETOLD"], "batch"], input=lines, capture_output=True, text=True, encoding="utf-8")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(records) or any("error" in answer for answer in answers):
        sys.exit(f"batch failed on some of {len(records)} records: {run.stderr[:500]}")
    return {answer["id"]: answer["steps"][0] for answer in answers}


def paragraphs(sentences, numbers):
    """Sentences grouped by the number of their paragraph; one paragraph where there are no numbers."""
    grouped = []
    last = None
    for sentence, number in zip(sentences, numbers or [0] * len(sentences)):
        if number != last:
            grouped.append([])
            last = number
        grouped[-1].append(sentence)
    return grouped


def paired_groups(step):
    """Groups of the body that have sentences on both sides."""
    return [g for g in step["alignment"] if g["before"] and g["after"] and g["before"][0] >= 0]


def run_scorer(*arguments):
    return subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def measure_corpus(name, half, folder):
    gold = CORPUS / f"{name}.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    steps = compare([{"id": row["id"], "documents": [
        {"id": side, "paragraphs": paragraphs(row[side + "_sentences"], row.get(side + "_par"))} for side in "ab"]} for row in rows])
    predictions = folder / f"{name}.jsonl"
    predictions.write_text("".join(
        json.dumps({"id": key, "pairs": [[i, j] for g in paired_groups(step) for i in g["before"] for j in g["after"]]}) + "\n"
        for key, step in steps.items()), encoding="utf-8")
    printed = run_scorer(CORPUS / "score_alignment.py", gold, predictions, "--half", half)
    every, changed = re.findall(r"F1 ([\d.]+)", printed)
    return {"F1": float(every), "changed F1": float(changed), "split/merge": float(re.search(r"recall ([\d.]+)", printed).group(1))}


def measure_histories(folder):
    records = []
    for path in sorted(HISTORIES.glob("*.json")):
        history = json.loads(path.read_text(encoding="utf-8"))
        for pair in history["pairs"]:
            documents = [{"id": str(n), **{key: history["versions"][n][key] for key in ("title", "byline", "paragraphs")}}
                         for n in (pair["before"], pair["after"])]
            records.append({"id": f"{history['id']}:{pair['before']}-{pair['after']}", "documents": documents,
                            "options": {"language": history.get("language", "")}})
    predictions = folder / "histories.json"
    predictions.write_text(json.dumps({key: {
        "alignment": [[g["before"], g["after"]] for g in paired_groups(step)],
        "moved": [[g["before"][0], g["before"][-1], g["after"][0]] for g in step["alignment"] if g["moved"]],
        "changes": []} for key, step in compare(records).items()}), encoding="utf-8")
    scores = json.loads(run_scorer(HISTORIES.parent / "score.py", HISTORIES, predictions, "--json"))["all"]
    return {"F1": scores["align"]["f1"], "changed F1": scores["align.changed"]["f1"], "split/merge": scores["split/merge"]["r"],
            "move F1": scores["move"]["f1"]}


def main():
    missing = [str(p) for p in (CORPUS / "argrewrite.jsonl", CORPUS / "deplain_cc.jsonl", HISTORIES) if not p.exists()]
    if missing:
        print("skipped: the gold is absent:", ", ".join(missing))
        return 77
    half = "dev" if "--dev" in sys.argv else "test"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {corpus: measure_corpus(corpus, half, folder) for corpus in ("argrewrite", "deplain_cc")}
        figures["histories"] = measure_histories(folder)
    low = []
    for source, measures in figures.items():
        print(f"{source:12}" + "".join(f"  {measure} {value:.3f}" for measure, value in measures.items()))
        low += [f"{source} {measure} {value:.3f} < {FLOORS[source][measure]:.3f}"
                for measure, value in measures.items() if value < FLOORS[source][measure]]
    if low and half == "test":
        print("below the floor: " + "; ".join(low))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
