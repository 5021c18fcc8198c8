#!/bin/bash
# tools/format.sh [--check] [FILE…]   formats our C++, or says what is not formatted. Without files, all of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

action=(-i)
if [ "${1:-}" = --check ]; then
    action=(--dry-run -Werror)
    shift
fi
if [ $# -gt 0 ]; then files=("$@")
else mapfile -t files < <(find src tests -name '*.cpp' -o -name '*.h' | sort); fi

# The version that tools/setup.sh installs: each formats a little differently.
clang-format-19 "${action[@]}" "${files[@]}"
