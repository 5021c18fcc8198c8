#!/usr/bin/env python3
"""Checks that every file of src/ includes only what its layer may.

    check_layers.py SRC           prints FILE:LINE: what is wrong; exit status 1 if anything is
    check_layers.py --self-test   checks this script on made-up trees

The build enforces most of this by what it puts on include paths. A compiler does not see a relative path that climbs
out of its folder, a header of the system that happens to be installed, or a file that is in no target.
"""

import pathlib
import re
import sys
import tempfile

# A layer, the layers it may include directly, and the libraries of others. What a layer may include, those above it
# may too; a library stays where it is named. The longest matching folder decides.
LAYERS = {
    "text": ([], ["utf8proc"]),
    "document": (["text"], []),
    "diff": ([], ["dtl"]),
    "align": (["document", "diff"], []),
    "versions": (["align"], []),
    "coverage": (["align"], []),
    "engine": (["versions", "coverage"], []),
    "report": (["engine"], ["nlohmann"]),
    "viewer": (["engine"], []),
    "platform": ([], []),
    "platform/web": (["platform"], ["emscripten"]),
    "platform/desktop": (["platform"], ["pango", "GLFW", "OpenGL"]),
    "canvas": (["viewer", "platform"], ["imgui", "OpenGL"]),
    "app": (["report", "canvas"], ["imgui", "emscripten", "GLFW", "OpenGL", "gumbo"]),
}

# How a library's headers are recognised.
LIBRARIES = {
    "utf8proc": r"utf8proc\.h$",
    "dtl": r"dtl/",
    "nlohmann": r"nlohmann/",
    "imgui": r"(.*/)?imgui",
    "pango": r"(pango|cairo|glib|fontconfig|hb|ft2build|freetype)",
    "GLFW": r"GLFW/",
    "OpenGL": r"(GL|GLES[23]|EGL)/",
    "emscripten": r"emscripten",
    "gumbo": r"gumbo\.h$",
    "doctest": r"doctest",
}

# What belongs to no library of others: the standard's own headers and, below app/ and platform/, the system's.
STANDARD = re.compile(r"[a-z0-9_]+$")
SYSTEM = re.compile(r"([a-z0-9_]+\.h|(sys|netinet|arpa)/[a-z0-9_]+\.h)$")
SYSTEM_MAY = ("app", "platform")

INCLUDE = re.compile(r'^\s*#\s*(?:include|import)\s*(?:"([^"]+)"|<([^>]+)>|(\S.*))')


def layer_of(path):
    """The row of LAYERS for a path relative to src/, or None."""
    parts = path.parts[:-1]
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in LAYERS:
            return name
    return None


def reachable(layer):
    """The layers that `layer` may include: itself, those its row names, and what those may include."""
    seen, left = set(), [layer]
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            left += LAYERS[name][0]
    return seen


def without_block_comments(text):
    """The text with /* … */ blanked, lines kept."""
    return re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.DOTALL)


def complaint_about(src, file, layer, name, quoted):
    """What is wrong with including `name` from `file`, or None."""
    if ".." in pathlib.PurePosixPath(name).parts:
        return f'"{name}" climbs out of its folder; include it by its layer, as in "text/range.h"'

    # The compiler looks beside the including file first.
    own = None
    if quoted and (file.parent / name).is_file():
        own = (file.parent / name).relative_to(src)
    elif (src / name).is_file() or name.split("/")[0] in LAYERS:
        own = pathlib.PurePosixPath(name)
    if own is not None:
        target = layer_of(own)
        if target is None:
            return f'"{name}" is in no layer'
        if target.startswith("platform/") and target != layer and not layer.startswith("app"):
            return f'{layer} may not include "{name}": only platform/platform.h is for others'
        if target not in reachable(layer) and target.split("/")[0] not in reachable(layer):
            return f'{layer} may not include "{name}"'
        return None

    for library, pattern in LIBRARIES.items():
        if re.match(pattern, name):
            return None if library in LAYERS[layer][1] else f"{layer} may not use {library} (<{name}>)"
    if STANDARD.match(name):
        return None
    if SYSTEM.match(name):
        if layer.split("/")[0] in SYSTEM_MAY:
            return None
        return f"{layer} may not include <{name}>: neither standard C++ nor one of its libraries"
    return f'"{name}" is neither ours nor a library that {layer} may use'


def complaints(src):
    """Yields (file, line number, what is wrong) for every include that a layer may not have."""
    src = pathlib.Path(src)
    for file in sorted(path for path in src.rglob("*") if path.suffix in {".h", ".hpp", ".cpp", ".cc", ".c", ".inc"}):
        relative = file.relative_to(src)
        layer = layer_of(relative)
        if layer is None:
            yield file, 1, f"{relative.parts[0]} is no layer"
            continue
        lines = without_block_comments(file.read_text(encoding="utf-8")).split("\n")
        for number, line in enumerate(lines, start=1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quoted, bracketed, computed = match.groups()
            if computed:
                yield file, number, f"an include that cannot be checked: {computed}"
                continue
            wrong = complaint_about(src, file, layer, quoted or bracketed, quoted is not None)
            if wrong:
                yield file, number, wrong


def self_test():
    allowed = {
        "text/range.h": "#pragma once\n#include <cstdint>\n",
        "text/utf8.cpp": '#include "text/range.h"\n#include <utf8proc.h>\n#include "range.h"\n',
        "document/document.h": '#include "text/range.h"\n',
        "diff/diff.cpp": "#include <dtl/dtl.hpp>\n",
        "align/align.h": '#include "document/document.h"\n#include "text/range.h"\n',
        "engine/comparison.h": '/* #include "viewer/viewer.h" */\n#include "align/align.h"\n',
        "viewer/viewer.h": '#include "engine/comparison.h"\n',
        "report/json.cpp": "#include <nlohmann/json.hpp>\n",
        "platform/platform.h": "#include <memory>\n",
        "platform/web/platform.cpp": '#include <emscripten.h>\n#include "platform/platform.h"\n',
        "platform/desktop/platform.cpp": "#include <pango/pangocairo.h>\n#include <GLFW/glfw3.h>\n#include <unistd.h>\n",
        "canvas/canvas.cpp": '#include <imgui.h>\n#include "platform/platform.h"\n#include "viewer/viewer.h"\n',
        "app/cli/main.cpp": '#include <gumbo.h>\n#include "report/json.h"\n#include "diff/diff.h"\n#include <sys/stat.h>\n',
        "app/desktop/main.cpp": '#include <backends/imgui_impl_glfw.h>\n#include "platform/desktop/window.h"\n',
    }
    # Each of these is one offence, on its line.
    offending = {
        ("text/a.cpp", 1): '#include "document/document.h"',
        ("text/b.cpp", 1): "#include <dtl/dtl.hpp>",
        ("diff/c.cpp", 2): '\n#include "text/range.h"',
        ("diff/d.cpp", 1): '#include "../text/range.h"',
        ("align/e.cpp", 1): "#include <utf8proc.h>",
        ("align/f.cpp", 1): "#include <dtl/dtl.hpp>",
        ("versions/g.cpp", 1): '#include "coverage/coverage.h"',
        ("engine/h.cpp", 1): '#include "report/json.h"',
        ("engine/i.cpp", 1): "#include <nlohmann/json.hpp>",
        ("engine/j.cpp", 1): "#include <unistd.h>",
        ("viewer/k.cpp", 3): '/* a comment\n of two lines */\n#include <imgui.h>',
        ("viewer/l.cpp", 1): "#  include <emscripten.h>",
        ("viewer/m.cpp", 1): '#include "report/json.h"',
        ("platform/n.cpp", 1): '#include "text/range.h"',
        ("platform/web/o.cpp", 1): "#include <pango/pango.h>",
        ("platform/desktop/p.cpp", 1): "#include <emscripten/html5.h>",
        ("canvas/q.cpp", 1): "#include <GLFW/glfw3.h>",
        ("canvas/r.cpp", 1): '#include "report/json.h"',
        ("canvas/s.cpp", 1): '#include "platform/web/platform.h"',
        ("report/t.cpp", 1): "#include <doctest/doctest.h>",
        ("report/u.cpp", 1): "#include <boost/any.hpp>",
        ("report/v.cpp", 1): "#include HEADER",
        ("app/cli/w.cpp", 1): "#include <nlohmann/json.hpp>",
        ("misc/x.h", 1): "",
    }
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        src = pathlib.Path(folder)

        def write(name, text):
            path = src / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

        for name, text in allowed.items():
            write(name, text)
        failures += [f"false alarm: {file.relative_to(src)}:{line}: {what}" for file, line, what in complaints(src)]
        for (name, _), text in offending.items():
            write(name, text + "\n")
        found = {(str(file.relative_to(src)), line) for file, line, _ in complaints(src)}
        failures += [f"not found: {name}:{line}" for name, line in offending.keys() - found]
        failures += [f"false alarm: {name}:{line}" for name, line in found - offending.keys()]
    return failures


def main(arguments):
    if arguments == ["--self-test"]:
        failures = self_test()
        print("\n".join(failures) or "check_layers finds every offence it knows of, and no other")
        return 1 if failures else 0
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    found = list(complaints(arguments[0]))
    for file, line, what in found:
        print(f"{file}:{line}: {what}")
    print(f"{len(found)} includes that their layer may not have" if found else "every layer keeps to its own")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
