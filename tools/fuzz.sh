#!/bin/bash
# tools/fuzz.sh PROGRAM SECONDS   runs one of build/fuzz/bin/fuzz-… for a while, starting from tests/fuzz/corpus/NAME if
# that exists. What it finds is kept in build/fuzz/found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=$1
name=${program##*/fuzz-}
corpus=build/fuzz/corpus/$name
mkdir -p "$corpus" build/fuzz/found
seeds=()
[ ! -d "tests/fuzz/corpus/$name" ] || seeds=("tests/fuzz/corpus/$name")
# A report of a megabyte is no use, and an input of a megabyte finds nothing that one of 4 kB does not.
"$program" -max_total_time="$2" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="build/fuzz/found/$name-" "$corpus" "${seeds[@]}"
