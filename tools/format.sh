#!/bin/bash
# tools/format.sh [--check] [FILE…]   formats our C++, or says what is not formatted. Without files, all of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

check=
if [ "${1:-}" = --check ]; then
    check=yes
    shift
fi
if [ $# -gt 0 ]; then files=("$@")
else mapfile -t files < <(find src tests tools -name '*.cpp' -o -name '*.h' | sort); fi

# The version that tools/setup.sh installs: each formats a little differently.
if [ -z "$check" ]; then
    clang-format-19 -i "${files[@]}"
else
    status=0
    for file in "${files[@]}"; do
        clang-format-19 --dry-run -Werror --ferror-limit=1 "$file" 2>/dev/null ||
            { status=1; echo "not formatted: $file"; }
    done
    [ $status = 0 ] || echo "tools/format.sh puts it right"
    exit $status
fi
