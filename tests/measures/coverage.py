#!/usr/bin/env python3
"""Coverage against gold data, through the command line: claims, quotations, figures, copied passages, unique sentences.

Needs SHARED_DIR (skips without its gold set), TWICETOLD, and ANSWERS for the hard cases. Prints the figures and fails below
floors that lie slightly under what was reached.
"""
import collections
import importlib.util
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(os.environ.get("SHARED_DIR", ""))
GOLD = SHARED / "gold" / "coverage"
PROGRAM = os.environ.get("TWICETOLD", "")

# F1 on the public set.
FLOORS = {"links": 0.72, "quotes": 0.97, "figures": 0.85, "copied": 0.94, "unique": 0.66}
# ECB+ (test half, whole topics): average precision of the ranked pairs.
ECB_FLOOR = 0.71
ECB_FLOOR_WITH_VECTORS = 0.73


def coverage(requests, words=()):
    """Answers of `twicetold batch --mode coverage` with further words, in order."""
    lines = "".join(json.dumps(each) + "\n" for each in requests)
    process = subprocess.run([PROGRAM, "batch", "--mode", "coverage", *words], input=lines, capture_output=True, encoding="utf-8")
    answers = [json.loads(line) for line in process.stdout.splitlines()]
    assert len(answers) == len(requests), process.stderr
    return answers


def request(documents):
    members = ("id", "title", "byline", "paragraphs")
    return {"documents": [{key: each[key] for key in members if key in each} for each in documents]}


def cross_pairs(mentions):
    return [(m, n) for m, n in itertools.combinations(mentions, 2) if m["document"] != n["document"]]


def predictions(answer):
    """What score.py reads."""
    name = [each["id"] for each in answer["documents"]]
    place = lambda m: [name[m["document"]], m["sentence"]]
    pairs = lambda groups, wanted=lambda m: True: [
        place(m) + place(n) for g in groups for m, n in cross_pairs([m for m in g["mentions"] if wanted(m)])]
    figures = []
    for figure in answer["figures"]:
        for m, n in cross_pairs(figure["mentions"]):
            same = figure["agree"] or m["camp"] == n["camp"]
            figures.append(place(m) + place(n) + ["agree" if same else "disagree"])
    span = lambda m: [name[m["document"]], m["first_sentence"], m["last_sentence"]]
    return {
        "links": pairs(answer["claims"]),
        "quotes": pairs(answer["quotes"], lambda m: m["fidelity"] != "paraphrase"),
        "figures": figures,
        "copied": [span(m) + span(n) for g in answer["copied"] for m, n in cross_pairs(g["mentions"])],
        "unique": [place(m) for m in answer["unique"]],
    }


def canonical(prediction):
    """The same for the same findings, whatever their order."""
    halves = {"links": 2, "quotes": 2, "figures": 2, "copied": 3}
    result = {}
    for task, items in prediction.items():
        size = halves.get(task)
        result[task] = sorted(json.dumps(item if size is None else sorted([item[:size], item[size:2 * size]]) + item[2 * size:]) for item in items)
    return result


def gold_set(failures):
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    events = score.load_gold(GOLD / "public")
    answers = coverage([request(event["documents"]) for event in events.values()])
    found = {event: predictions(answer) for event, answer in zip(events, answers)}
    counts = score.score(events, found)
    print(score.table(counts))
    for task, floor in FLOORS.items():
        f1 = score.prf(*counts["micro"][task])[2]
        if f1 < floor:
            failures.append(f"{task}: F1 {f1:.3f} is below {floor}")
    turned = coverage([request(event["documents"][::-1]) for event in events.values()])
    for event, answer in zip(events, turned):
        if canonical(predictions(answer)) != canonical(found[event]):
            failures.append(f"{event}: the order of the documents changes the result")


def consistent(failures):
    """Statements that disagree stand in one claim at least, and in none as agreeing."""
    events = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "public").glob("*.json"))]
    place = lambda m: (m["document"], m["sentence"])
    for event, answer in zip(events, coverage([request(event["documents"]) for event in events])):
        claims = [{place(m): m["relation"] for m in claim["mentions"]} for claim in answer["claims"]]
        for figure in answer["figures"]:
            for m, n in cross_pairs(figure["mentions"]):
                if figure["agree"] or m["camp"] == n["camp"]:
                    continue
                shared = [c for c in claims if place(m) in c and place(n) in c]
                if not shared or any(c[place(m)] == c[place(n)] == "same" for c in shared):
                    failures.append(f"{event.get('id')}: {m['text']} and {n['text']} disagree, but their claims do not say so")


def unrelated(failures):
    """Articles of different events share nothing."""
    events = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "public").glob("*.json"))]
    requests = [request([a["documents"][0] | {"id": "a"}, b["documents"][1] | {"id": "b"}]) for a, b in itertools.permutations(events, 2)]
    wrong = sum(len(answer["claims"]) for answer in coverage(requests))
    print(f"unrelated articles: {wrong} claims in {len(requests)} pairs")
    if wrong > 2:
        failures.append(f"{wrong} claims between unrelated articles")


def vectors(folder):
    """The word vectors that lie beside the corpus, under the names that --vectors wants."""
    for name, source in (("vectors.gv", "glove100_30k.i8"), ("vectors.words.txt", "glove100_30k.words.txt"), ("synonyms.tsv", "ppdb_words.tsv")):
        (Path(folder) / name).symlink_to(SHARED / "corpus" / source)
    return ["--vectors", folder]


def ecb(failures):
    """Same-event links of ECB+, whole topics: the average precision of the ranked pairs, with word vectors and without."""
    path = SHARED / "corpus" / "ecbplus_docs_devtest.jsonl"
    if not path.is_file():
        return
    documents = [json.loads(line) for line in path.open(encoding="utf-8")]
    topics = collections.defaultdict(list)
    for each in documents:
        if each["split"] == "test":
            topics[each["topic"]].append(each)
    selected = {(d["id"], i) for d in documents if d["split"] == "test" for i in d["selected"]}
    gold = set()
    for line in (SHARED / "corpus" / "ecbplus_links_devtest.jsonl").open(encoding="utf-8"):
        link = json.loads(line)
        for pair in link["gold_pairs"]:
            gold.add(frozenset([(link["a_doc"], pair[0]), (link["b_doc"], pair[1])]))
    gold = {pair for pair in gold if all(each in selected for each in pair)}
    requests = [{"documents": [{"id": d["id"], "title": "", "paragraphs": [[s] for s in d["sentences"]]} for d in docs],
                 "options": {"pairs": True}} for docs in topics.values()]
    for words, floor in (([], ECB_FLOOR), (None, ECB_FLOOR_WITH_VECTORS)):
        with tempfile.TemporaryDirectory() as folder:
            words = vectors(folder) if words is None else words
            scores = {}
            for answer in coverage(requests, words):
                name = [each["id"] for each in answer["documents"]]
                for each in answer["pairs"]:
                    pair = frozenset((name[m["document"]], m["sentence"]) for m in each["mentions"])
                    if all(place in selected for place in pair):
                        scores[pair] = each["likeness"]
        right, precision = 0, 0.0
        for rank, (pair, _) in enumerate(sorted(scores.items(), key=lambda item: (-item[1], sorted(item[0]))), 1):
            if pair in gold:
                right += 1
                precision += right / rank
        precision /= len(gold)
        print(f"ECB+ test, {'with' if words else 'without'} vectors: average precision {precision:.3f}, {right} of {len(gold)} pairs ranked")
        if precision < floor:
            failures.append(f"ECB+: average precision {precision:.3f} is below {floor}")


def speed():
    """Twenty articles of 2,000 words, put together from the gold set's. Told, not judged: how long it takes depends on the machine."""
    events = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "public").glob("*.json"))]
    articles = [d for event in events for d in event["documents"]]
    sentences = [[s for p in d["paragraphs"] for s in p] for d in articles]
    documents = []
    for i in range(20):
        body, k = [], i
        while sum(len(s.split()) for s in body) < 2000:
            body += sentences[k % len(sentences)]
            k += 7
        documents.append({"id": str(i), "title": "", "paragraphs": [[s] for s in body]})
    start = time.monotonic()
    coverage([{"documents": documents}])
    millis = 1000 * (time.monotonic() - start)
    print(f"20 articles of 2,000 words: {millis:.0f} ms")


def hard_cases(failures):
    cases = SHARED / "cases" / "public.jsonl"
    if not cases.is_file() or not os.environ.get("ANSWERS"):
        return
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.json"
        subprocess.run([os.environ["ANSWERS"], cases, answers], check=True)
        judged = subprocess.run([sys.executable, cases.parent / "check.py", cases, answers], capture_output=True, text=True).stdout
    for line in judged.splitlines():
        if line.startswith(("P21", "P22")):
            print(line)
            if not line.endswith(" ok"):
                failures.append(line)


def main():
    if not (GOLD / "score.py").is_file():
        print(f"skipped: the gold set is absent ({GOLD})")
        return 77
    failures = []
    gold_set(failures)
    consistent(failures)
    unrelated(failures)
    hard_cases(failures)
    ecb(failures)
    speed()
    for failure in failures:
        print("failed: " + failure)
    return 1 if failures else 0


sys.exit(main())
