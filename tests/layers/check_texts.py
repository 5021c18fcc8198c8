#!/usr/bin/env python3
"""Checks the tables of the interface's texts, and that no text of it is written anywhere else.

    check_texts.py ROOT           prints what is wrong; exit status 1 if anything is
    check_texts.py --self-test    checks this script on made-up files

Every table has the keys of the English one, and the forms by number that Unicode's plural rules give its language; a text
says the same {names} as the English one (a form for one number may leave out {count}); no text is empty or holds a line's end
or a tab. In src/viewer and src/canvas, which draw, no string literal is words for a reader.
"""
import json
import pathlib
import re
import sys
import tempfile

ENGLISH = "en"
FORMS = {
    "en": ["one", "other"],
    "de": ["one", "other"],
    "fr": ["one", "many", "other"],
    "es": ["one", "many", "other"],
    "ar": ["zero", "one", "two", "few", "many", "other"],
}
NAME = re.compile(r"\{(\w+)\}")
# A literal, or a comment in which none is looked for.
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"((?:[^"\\\n]|\\.)*)"', re.S)
# What a literal may be that nobody reads: an identifier, a key as browsers name it, chords of such, a language's tag, a
# printf's pattern; a sign alone.
UNREAD = [
    re.compile(r"[a-z0-9]+([-_.:/ ][a-z0-9]+)*\.h"),
    re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    re.compile(r"((Alt|Shift|Ctrl|Cmd|Mod)\+?)?(.|Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Tab|Escape|Enter|Space|Backspace|Delete|ContextMenu|F\d+)?"),
    re.compile(r"[a-z]{2,3}-[A-Z][A-Za-z]+"),
    re.compile(r"%[-\d.]*[a-z]"),
    re.compile(r"#version .*"),
]
# Tags of languages and scripts, with a space before and behind each.
TAGS = re.compile(r" ([a-z]{2,4} )+")
# Prose that is measured and never shown.
MEASURED = {"the quick brown foxes read"}
LETTERS = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
# Where words are drawn, not even an identifier may stand.
DRAWN = re.compile(r'(?:painter->text|painter_?\.label|put_label|offer_tooltip)\((?:[^()"]|\([^()"]*\))*"([^"]+)"')


def is_unread(text):
    parts = text.split(" ")
    return text in MEASURED or bool(TAGS.fullmatch(text)) or all(any(rule.fullmatch(part) for rule in UNREAD) or not LETTERS.search(part) for part in parts) and (
        len(parts) == 1 or all(not re.fullmatch(r"[a-z]{2,}", part) for part in parts))


def table_complaints(folder):
    tables = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    english = tables.get(ENGLISH, {})
    plurals = {key[: -len(".other")] for key in english if key.endswith(".other")}

    def base_of(key):
        base, _, form = key.rpartition(".")
        return base if base in plurals and form in FORMS["ar"] else None

    names = {}
    for key, text in english.items():
        names.setdefault(base_of(key) or key, set()).update(NAME.findall(text))
    for language in sorted(set(FORMS) - set(tables)):
        yield f"{language}.json is missing"
    for language, table in tables.items():
        if language not in FORMS:
            yield f"{language}.json: the plural forms of this language are not known here"
            continue
        wanted = {key for key in english if not base_of(key)}
        wanted |= {f"{base}.{form}" for base in plurals for form in FORMS[language]}
        for key in sorted(wanted - set(table)):
            yield f"{language}.json lacks {key}"
        for key in sorted(set(table) - wanted):
            yield f"{language}.json has {key}, which English or the language has not"
        for key in sorted(wanted & set(table)):
            text, base = table[key], base_of(key)
            if not text.strip() or "\n" in text or "\t" in text:
                yield f"{language}.json: {key} is empty, or more than a line"
            said, meant = set(NAME.findall(text)), names[base or key]
            if said != meant and not (base and said | {"count"} == meant | {"count"}):
                yield f"{language}.json: {key} says {sorted(said)}, English says {sorted(meant)}"


def code_complaints(src):
    for layer in ("viewer", "canvas"):
        for file in sorted((src / layer).rglob("*")):
            if file.suffix not in {".cpp", ".h"}:
                continue
            text = file.read_text(encoding="utf-8")
            drawn = {match.start(1) for match in DRAWN.finditer(text) if LETTERS.search(match[1])}
            for match in TOKEN.finditer(text):
                literal = match[1]
                if literal is None:
                    continue
                line_start = text.rfind("\n", 0, match.start()) + 1
                if text[line_start:].lstrip().startswith("#include"):
                    continue
                if match.start(1) in drawn or (LETTERS.search(literal) and not is_unread(literal)):
                    number = text.count("\n", 0, match.start()) + 1
                    yield f'{file.relative_to(src)}:{number}: "{literal}" is for a reader; it belongs into assets/i18n'


def complaints(root):
    yield from table_complaints(root / "assets" / "i18n")
    yield from code_complaints(root / "src")


def self_test():
    good = {"a.next": "Next", "a.count.one": "{count} thing", "a.count.other": "{count} things", "a.of": "{x} of {y}"}
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        tables = root / "assets" / "i18n"
        tables.mkdir(parents=True)
        for layer in ("viewer", "canvas"):
            (root / "src" / layer).mkdir(parents=True)

        def table_for(language):
            made = {key: text for key, text in good.items() if ".count." not in key}
            return made | {f"a.count.{form}": "{count}" for form in FORMS[language]}

        for language in FORMS:
            (tables / f"{language}.json").write_text(json.dumps(good if language == "en" else table_for(language)))
        code = root / "src" / "canvas" / "bar.cpp"
        harmless = ['#include "canvas/bar.h"', '// "Not read"', 'button({"close-list"', 'key == "ArrowDown"', 'text("·")',
                    '"n Alt+ArrowDown F7"', 'say("kind" + id)', '"%.6g"']
        code.write_text("\n".join(harmless))
        assert list(complaints(root)) == [], list(complaints(root))
        for line in ('label = "Close (Escape)";', 'x = "Changes";', 'painter->text("cosmetic", x, y);', 'n + " changes"',
                     'painter->text(of(x), "moved")', '"next change"'):
            code.write_text(line)
            assert len(list(complaints(root))) == 1, line
        code.write_text("")
        for change in ({"a.next": None}, {"a.more": "more"}, {"a.of": "{x} of {z}"}, {"a.next": ""}, {"a.count.one": None}):
            made = table_for("de") | change
            (tables / "de.json").write_text(json.dumps({key: text for key, text in made.items() if text is not None}))
            assert len(list(complaints(root))) == 1, (change, list(complaints(root)))
    print("check_texts.py finds what it should")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        sys.exit(0)
    found = list(complaints(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "the tables agree, and no other text is drawn")
    sys.exit(1 if found else 0)
