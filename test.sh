#!/bin/bash
# Runs every test, after installing what is missing and building everything. The last line is a summary.
#
#   ./test.sh [--quick]     --quick leaves out clang-tidy, the sanitizers and the browser
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

quick=
case ${1:-} in
    '') ;;
    --quick) quick=yes ;;
    *)
        echo "test.sh: unknown option '$1'; there is --quick" >&2
        exit 2
        ;;
esac

results=build/results
rm -rf "$results"
mkdir -p "$results"
# Test material beside the repository, which a clone by itself does not have.
if [ -z "${SHARED_DIR:-}" ] && [ -d ../shared ]; then
    SHARED_DIR=$(cd ../shared && pwd)
    export SHARED_DIR
fi
export PYTHONDONTWRITEBYTECODE=1

# A step is run whatever became of those before it, so that one run tells as much as it can. Those that do not report
# tests of their own are counted here.
steps_passed=0
steps_failed=0
failed_steps=()

heading() { printf '\n=== %s\n' "$1"; }

# step NAME COMMAND…
step() {
    local name=$1 began=$SECONDS
    shift
    heading "$name"
    if "$@"; then
        steps_passed=$((steps_passed + 1))
    else
        steps_failed=$((steps_failed + 1))
        failed_steps+=("$name")
        echo "=== $name failed"
        return 1
    fi
    printf '=== %s: %d s\n' "$name" $((SECONDS - began))
}

# build PRESET [TARGET…]
build() {
    local preset=$1 configured
    shift
    configured=$(cmake --preset "$preset" 2>&1) || { echo "$configured"; return 1; }
    # Every error of every file, not only the first.
    cmake --build --preset "$preset" ${1:+--target "$@"} -- -k 0
}

# run_ctest PRESET [OPTION…]  Its tests are counted from what it writes; without that file, it counts as one failure.
run_ctest() {
    local preset=$1 report=$PWD/$results/$1.xml began=$SECONDS
    shift
    heading "tests ($preset)"
    ctest --preset "$preset" -j"$(nproc)" --no-tests=error --output-junit "$report" \
        --test-output-size-passed 1000000 --test-output-size-failed 1000000 --test-output-truncation head "$@" ||
        failed_steps+=("tests ($preset)")
    [ -s "$report" ] || { steps_failed=$((steps_failed + 1)); rm -f "$report"; }
    printf '=== tests (%s): %d s\n' "$preset" $((SECONDS - began))
}

# The tests of what is in dist/. Those named …node.test.mjs need no browser.
run_node_tests() {
    local files=() began=$SECONDS
    if [ -n "$quick" ]; then mapfile -t files < <(ls tests/web/*.node.test.mjs 2>/dev/null)
    else mapfile -t files < <(ls tests/web/*.test.mjs 2>/dev/null); fi
    [ ${#files[@]} -gt 0 ] || return 0
    heading "tests (web)"
    node --test --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$results/web.tap" "${files[@]}" ||
        failed_steps+=("tests (web)")
    [ -s "$results/web.tap" ] || { steps_failed=$((steps_failed + 1)); rm -f "$results/web.tap"; }
    printf '=== tests (web): %d s\n' $((SECONDS - began))
}

heading "setting up"
parts=(native checks web)
[ -n "$quick" ] || parts+=(browser)
tools/setup.sh "${parts[@]}" || exit 2

step "format" tools/format.sh --check
if step "native build" build native; then
    run_ctest native
fi
if [ -z "$quick" ]; then
    step "clang-tidy" tools/tidy.sh
    if step "build with sanitizers" build asan unit-tests; then
        run_ctest asan -L unit
    fi
fi
if step "web build" ./build-wasm.sh; then
    run_node_tests
fi

# Each parser is fed for a while with what it was not made for.
if [ -z "$quick" ] && [ -n "$(ls tests/fuzz/*.cpp 2>/dev/null)" ] && step "build with libFuzzer" build fuzz fuzzers; then
    for program in build/fuzz/bin/fuzz-*; do
        step "fuzz ${program##*/fuzz-}" tools/fuzz.sh "$program" 15
    done
fi

heading "all"
[ ${#failed_steps[@]} -eq 0 ] || printf 'failed: %s\n' "${failed_steps[@]}"
mapfile -t reports < <(ls "$results"/*.xml "$results"/*.tap 2>/dev/null)
python3 tools/count_results.py --steps-passed "$steps_passed" --steps-failed "$steps_failed" "${reports[@]}"
