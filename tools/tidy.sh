#!/bin/bash
# tools/tidy.sh [FILE…]   runs clang-tidy over our sources, or over these. Needs a configured native build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ -f build/native/compile_commands.json ] || { echo "tidy: run cmake --preset native first" >&2; exit 2; }
patterns=()
for file in "$@"; do patterns+=("^$(realpath "$file")\$"); done
[ $# -gt 0 ] || patterns=("^$PWD/src/")

# What a compiler has to say, the builds have said.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
run-clang-tidy-19 -j"$(nproc)" -quiet -p build/native -extra-arg=-w "${patterns[@]}" >"$log" 2>&1 || status=$?
# A finding in a header is reported for every file that includes it, and progress by the line.
grep -vE '^\[ *[0-9]+/[0-9]+\]|warnings? (.*generated|treated as errors)|^Suppressed|^Use -header-filter|^$' "$log" | awk '!seen[$0]++' || true
exit "$status"
