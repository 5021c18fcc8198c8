#!/usr/bin/env python3
"""How well do changes between versions match what an editor wrote down?

Runs the hand-made histories of SHARED_DIR/gold/versions through `twicetold batch`, prints their scorer's table and fails where a
measure falls below its floor. TWICETOLD is the program. Skips (77) where the histories are not at hand.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

# A little below what is reached, so that only a real loss fails. What must be reached is less: changes .90, kinds .92,
# significance .93, substantive changes .87.
FLOORS = {
    ("change", "f1"): 0.915,
    ("kind", "acc"): 0.970,
    ("sig", "acc"): 0.955,
    ("subst", "f1"): 0.890,
}

SKIPPED = 77


def load_scorer(folder):
    spec = importlib.util.spec_from_file_location("gold_versions_score", folder / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def request(history, pair):
    """One line of batch input for a pair of versions."""
    documents = []
    for index in (pair["before"], pair["after"]):
        version = history["versions"][index]
        documents.append({"id": str(index), "title": version["title"], "byline": version["byline"], "paragraphs": version["paragraphs"]})
    return {
        "id": f"{history['id']}:{pair['before']}-{pair['after']}",
        "documents": documents,
        "options": {"language": history.get("language", "")},
    }


def prediction(result):
    """A step of a comparison as the scorer wants it."""
    step = result.get("comparison", result)["steps"][0]
    both = [g for g in step["alignment"] if g["before"] and g["after"] and g["before"][0] >= 0]
    return {
        "alignment": [[g["before"], g["after"]] for g in both],
        "moved": [[g["before"][0], g["before"][-1], g["after"][0]] for g in both if g["moved"]],
        "changes": step["changes"],
    }


def main():
    folder = Path(os.environ.get("SHARED_DIR", "")) / "gold" / "versions"
    if not os.environ.get("SHARED_DIR") or not (folder / "public").is_dir():
        print("skipped: the gold histories (SHARED_DIR/gold/versions) are not at hand")
        return SKIPPED
    scorer = load_scorer(folder)
    requests = [request(history, pair) for history in scorer.load_gold(folder / "public") for pair in history["pairs"]]
    batch = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in requests)
    run = subprocess.run([os.environ["TWICETOLD"], "batch"], input=batch, capture_output=True, text=True, encoding="utf-8", check=False)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    failed = [r for r in results if "error" in r]
    if failed or len(results) != len(requests):
        print("batch failed:", failed[:3], run.stderr)
        return 1
    rows, total, _, _ = scorer.score(folder / "public", {r["id"]: prediction(r) for r in results})
    for name, counts in rows + [("ALL (micro)", total)]:
        print(scorer.line(name, counts))
    values = scorer.summary(total)
    status = 0
    print()
    for (measure, part), floor in FLOORS.items():
        reached = values[measure][part]
        fine = reached is not None and reached >= floor
        print(f"{'ok  ' if fine else 'FAIL'} {measure} {part}: {reached:.3f}, floor {floor:.3f}")
        if not fine:
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
