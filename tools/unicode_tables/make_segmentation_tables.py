#!/usr/bin/env python3
"""Writes the tables by which src/viewer breaks lines, orders mixed directions and finds clusters.

They come from the Unicode Character Database, as Debian packages it; utf8proc, of which the tables of src/text are made,
knows neither line breaking classes nor paired brackets. Both builds read the same files, so that the page and the desktop
program break a line at the same place.

    make_segmentation_tables.py FOLDER > segmentation_tables.h

What a character is like is one of about two hundred combinations of properties, so that a byte a character will do, in
blocks that are stored once each.
"""

import re
import sys
import unicodedata
from pathlib import Path

LAST = 0x10FFFF
BLOCK = 64

# The files' @missing lines spell classes out.
LONG_NAMES = {
    "Left_To_Right": "L",
    "Right_To_Left": "R",
    "Arabic_Letter": "AL",
    "European_Terminator": "ET",
    "Other": "Other",
}


def read(path, wanted=None):
    """[(first, last, value)] of a file of the database, its defaults first. `wanted`: of a file that holds several
    properties, the one whose name the second field must be (or the value itself, where it has no third field)."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        missing = line.startswith("# @missing:")
        if missing:
            line = line[len("# @missing:") :]
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) < 2 or not fields[0]:
            continue
        if wanted is not None:
            if fields[1] != wanted:
                continue
            value = fields[2] if len(fields) > 2 else fields[1]
        else:
            value = fields[1]
        ends = fields[0].split("..")
        first, last = int(ends[0], 16), int(ends[-1], 16)
        found.append((missing, first, last, LONG_NAMES.get(value, value)))
    # Defaults stand among the rest, from the widest to the narrowest.
    found.sort(key=lambda entry: not entry[0])
    return [entry[1:] for entry in found]


def spread(entries, default):
    values = [default] * (LAST + 1)
    for first, last, value in entries:
        values[first : last + 1] = [value] * (last + 1 - first)
    return values


def line_classes(folder, categories):
    """Rule LB1: what needs no judgement is resolved here. SA stays, for the platform knows its words."""
    entries = read(folder / "LineBreak.txt")
    ideographic = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
    ideographic += [(0x1F000, 0x1FAFF), (0x1FC00, 0x1FFFD)]
    defaults = [(first, last, "ID") for first, last in ideographic] + [(0x20A0, 0x20CF, "PR")]
    values = spread([entries[0]] + defaults + entries[1:], "XX")
    for c, value in enumerate(values):
        if value in ("AI", "SG", "XX"):
            values[c] = "AL"
        elif value == "SA" and categories[c] in ("Mn", "Mc"):
            values[c] = "CM"
    return values


def numbers(type_name, name, values, per_line=24):
    lines = [f"inline constexpr {type_name} {name}[] = {{"]
    for at in range(0, len(values), per_line):
        lines.append("    " + ",".join(str(value) for value in values[at : at + per_line]) + ",")
    return "\n".join(lines) + "\n};\n"


def main():
    folder = Path(sys.argv[1])
    version = re.search(r"-([0-9.]+)\.txt", (folder / "LineBreak.txt").read_text(encoding="utf-8")[:200]).group(1)
    categories = spread(read(folder / "extracted/DerivedGeneralCategory.txt"), "Cn")
    raw_lines = spread(read(folder / "LineBreak.txt"), "XX")
    lines = line_classes(folder, categories)
    bidi = spread(read(folder / "extracted/DerivedBidiClass.txt"), "L")
    clusters = spread(read(folder / "auxiliary/GraphemeBreakProperty.txt"), "Other")
    widths = spread(read(folder / "EastAsianWidth.txt"), "N")
    conjuncts = spread(read(folder / "DerivedCoreProperties.txt", "InCB"), "None")
    pictographs = spread(read(folder / "emoji/emoji-data.txt", "Extended_Pictographic"), "")

    combinations = {}
    blocks = {}
    index = []
    cells = []
    for first in range(0, LAST + 1, BLOCK):
        block = []
        for c in range(first, first + BLOCK):
            cluster = clusters[c]
            pictographic = pictographs[c] == "Extended_Pictographic"
            if pictographic and cluster == "Other":
                cluster = "Extended_Pictographic"
            flags = []
            if widths[c] in ("F", "W", "H"):
                flags.append("wide")
            if pictographic and categories[c] == "Cn":
                flags.append("reserved_pictograph")
            if lines[c] == "QU" and categories[c] == "Pi":
                flags.append("initial_quote")
            if lines[c] == "QU" and categories[c] == "Pf":
                flags.append("final_quote")
            if raw_lines[c] == "SA":
                flags.append("south_east_asian")
            if conjuncts[c] != "None":
                flags.append("conjunct_" + conjuncts[c].lower())
            key = (bidi[c], lines[c], cluster, tuple(flags))
            block.append(combinations.setdefault(key, len(combinations)))
        block = tuple(block)
        if block not in blocks:
            blocks[block] = len(blocks)
            cells.extend(block)
        index.append(blocks[block])
    assert len(combinations) <= 256, "a byte a character no longer does"

    print(f"// Made by tools/unicode_tables from the Unicode Character Database {version}. Not edited by hand.")
    print("#pragma once\n\n#include <cstdint>\n\n#include \"viewer/unicode.h\"\n\nnamespace twicetold::viewer::tables {\n")
    print(f"inline constexpr char32_t block_size = {BLOCK};\n")
    print("inline constexpr CharacterProperties combinations[] = {")
    for (bidi_class, line_class, cluster, flags), _ in sorted(combinations.items(), key=lambda item: item[1]):
        spelled = " | ".join(f"flag::{name}" for name in flags) or "0"
        print(f"    {{BidiClass::{bidi_class}, LineClass::{line_class}, ClusterClass::{cluster}, {spelled}}},")
    print("};\n")
    print(numbers("std::uint16_t", "blocks", index))
    print(numbers("std::uint8_t", "cells", cells))

    # Canonical equivalents count as the same bracket (BD16).
    brackets = []
    for line in (folder / "BidiBrackets.txt").read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) == 3 and fields[2] in "oc":
            one = int(fields[0], 16)
            other = int(fields[1], 16)
            plain = [ord(unicodedata.normalize("NFD", chr(c))) for c in (one, other)]
            opening = fields[2] == "o"
            brackets.append((one, plain[0] if opening else plain[1], opening))
    print("// Brackets, the opening bracket of each one's pair, and whether it is that one.")
    brackets.sort()
    print(numbers("std::uint16_t", "bracket_from", [one for one, _, _ in brackets]))
    print(numbers("std::uint16_t", "bracket_pair", [pair for _, pair, _ in brackets]))
    print(numbers("bool", "bracket_opens", ["true" if opening else "false" for _, _, opening in brackets]))
    print("}  // namespace twicetold::viewer::tables")


main()
