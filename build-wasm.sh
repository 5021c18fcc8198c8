#!/bin/bash
# Builds the web side: the three WebAssembly modules, and from them the static site, the one-file page and the npm package
# in dist/. Installs what is missing.
#
#   ./build-wasm.sh [--serve [--port N] [--seconds N]]     --serve also serves dist/ and prints the address
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# What a reader downloads, compressed. Growing past these is a decision to take on purpose.
ENGINE_MOST_KB=250
COVERAGE_MOST_KB=250
VIEWER_MOST_KB=450

serve=
serve_options=()
while [ $# -gt 0 ]; do
    case $1 in
        --serve) serve=yes ;;
        --port | --seconds)
            [ $# -gt 1 ] || { echo "build-wasm.sh: $1 needs a number" >&2; exit 2; }
            serve_options+=("$1" "$2")
            shift
            ;;
        *)
            echo "build-wasm.sh: unknown option '$1'; there are --serve, --port N and --seconds N" >&2
            exit 2
            ;;
    esac
    shift
done

tools/setup.sh web
configured=$(cmake --preset web 2>&1) || { echo "$configured" >&2; exit 1; }
cmake --build --preset web

if [ -f web/build.mjs ]; then
    node web/build.mjs
fi

# check_size MODULE MOST_KB
check_size() {
    local file=build/web/bin/$1.wasm raw packed
    [ -f "$file" ] || return 0
    raw=$(wc -c <"$file")
    packed=$(gzip -9 -c "$file" | wc -c)
    printf '%-24s %5d kB, %4d kB with gzip (at most %d)\n' "$1.wasm" $(((raw + 999) / 1000)) $(((packed + 999) / 1000)) "$2"
    [ "$packed" -le $(($2 * 1000)) ] ||
        { echo "build-wasm.sh: $1.wasm is larger than the $2 kB it may be; see what grew, or raise the limit on purpose" >&2; return 1; }
}
check_size twicetold-engine $ENGINE_MOST_KB
check_size twicetold-coverage $COVERAGE_MOST_KB
check_size twicetold-viewer $VIEWER_MOST_KB

if [ -n "$serve" ]; then
    exec node tools/serve.mjs dist "${serve_options[@]}"
fi
