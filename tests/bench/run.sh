#!/bin/bash
# tests/bench/run.sh [OPTION…]   how long everything takes: natively by Google Benchmark, then in Node.js beside the npm packages that
# compare texts. Builds what is missing. The options are those of node.mjs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tools/setup.sh bench
cmake --preset bench >/dev/null
cmake --build --preset bench --target twicetold-bench
build/bench/bin/twicetold-bench --benchmark_counters_tabular=true

[ -f dist/npm/node.js ] || ./build-wasm.sh
node tests/bench/node.mjs "$@"
