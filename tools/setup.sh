#!/bin/bash
# Brings a Debian 12 or 13 machine, or a container of one, to where the build and the tests run.
#
#   tools/setup.sh PART…       native   compilers, CMake, the libraries of the command line and desktop programs
#                              checks   clang-format, clang-tidy and the fuzzers
#                              web      Emscripten, and the npm packages that bundle the page
#                              browser  what the tests of the page and of the desktop window drive
#                              bench    Google Benchmark
#
# Every part may be run again at any time: it only adds what is missing. Nothing is ever asked.
#
# Debian's own packages are installed with apt-get. What Debian offers only in another release is unpacked, without
# touching the system, below the folder of dependencies, and the system's package database never learns of it:
#
#   TWICETOLD_DEPS   that folder                  (default: ${XDG_CACHE_HOME:-~/.cache}/twicetold)
#   IMGUI_DIR        a Dear ImGui source tree     (default: fetched, newest of Debian's that is >= 1.92)
#   emcc on PATH     an Emscripten >= 3.1.69      (default: Debian 13's, installed or unpacked)
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DEPS=${TWICETOLD_DEPS:-${XDG_CACHE_HOME:-$HOME/.cache}/twicetold}

# The release whose headers and Emscripten are unpacked. Both builds compile the same sources of every library that
# touches a text, so that the command line and the page never disagree about one.
SUITE=trixie
CLANG=19
EMSCRIPTEN_RECIPE="$SUITE 1"
EMSCRIPTEN_LEAST=3.1.69
IMGUI_LEAST=1.92
NODE_LEAST=18.13
PARTS='native checks web browser bench'

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# at_least VERSION LEAST
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" = "$2" ]; }

# ------------------------------------------------------------------------------------------------ Debian's packages

have_package() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

can_be_root() { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }

as_root() {
    if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
    else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

# want [COMMAND:]PACKAGE…  installs the packages that are missing. With a command, any program of that name will do:
# Node.js, for one, often comes from elsewhere, and Debian's npm would then not install beside it.
want() {
    local entry missing=()
    for entry in "$@"; do
        case $entry in
            *:*) command -v "${entry%%:*}" >/dev/null && continue ;;
            *) have_package "$entry" && continue ;;
        esac
        entry=${entry#*:}
        [[ " ${missing[*]} " = *" $entry "* ]] || missing+=("$entry")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null ||
        fail "this machine has no apt-get; install what corresponds to these Debian packages: ${missing[*]}"
    can_be_root ||
        fail "not root, and no sudo that works without asking; run as root: apt-get install ${missing[*]}"
    say "installing ${missing[*]}"
    refresh_package_lists
    as_root apt-get -qq -y -o=Dpkg::Use-Pty=0 --no-install-recommends install "${missing[@]}" >/dev/null ||
        fail "apt-get could not install: ${missing[*]}; see its message above, then run this again"
}

# The version of a package that this machine's own release offers, or nothing.
candidate() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p' | grep -v '(none)' || true; }

# Once a run, and only if something has to be fetched.
refresh_package_lists() {
    [ -z "${lists_are_fresh:-}" ] || return 0
    as_root apt-get -qq -o=Acquire::Retries=3 update >/dev/null ||
        fail "apt-get update failed; check the network and the machine's apt sources, then run this again"
    lists_are_fresh=yes
}

# ------------------------------------------------------------------------- what is unpacked instead of being installed

# The address from which this machine gets its own Debian.
mirror() {
    local query=(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main')
    local codename address
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    [ "$(. /etc/os-release && echo "${ID:-}")" = debian ] || return 1
    address=$("${query[@]}" "Codename: $codename" | head -n1)
    if [ -z "$address" ]; then
        refresh_package_lists
        address=$("${query[@]}" "Codename: $codename" | head -n1)
    fi
    [ -n "$address" ] && echo "$address"
}

# isolated_apt SUITE WORDS…  is apt-get for another release with its own sources, lists and cache, and with a status
# file that says nothing is installed. It must only ever download: an install would upgrade the machine's libc.
isolated_apt() {
    local suite=$1 dir=$DEPS/apt/$1
    shift
    apt-get -qq -o=Dpkg::Use-Pty=0 \
        -o=Dir::Etc::sourcelist="$dir/debian.sources" -o=Dir::Etc::sourceparts=/dev/null \
        -o=Dir::Etc::preferencesparts=/dev/null -o=Dir::Etc::preferences=/dev/null \
        -o=Dir::State="$dir/state" -o=Dir::State::status="$dir/status" -o=Dir::Cache="$dir/cache" \
        -o=APT::Sandbox::User= -o=Acquire::Languages=none -o=Acquire::Retries=3 \
        -o=Acquire::Check-Valid-Until=false "$@"
}

prepare_isolated_apt() {
    local suite=$1 dir=$DEPS/apt/$1 address
    # Its own package list serves the whole run.
    [[ ${prepared_suites:-} != *" $suite "* ]] || return 0
    prepared_suites="${prepared_suites:-} $suite "
    address=$(mirror) || fail "no Debian mirror in this machine's apt sources, so $suite's packages cannot be fetched;" \
        "put Emscripten >= $EMSCRIPTEN_LEAST on PATH and see tools/setup.sh for the rest"
    mkdir -p "$dir/state/lists/partial" "$dir/cache/archives/partial" "$dir/sources"
    : >"$dir/status"
    cat >"$dir/debian.sources" <<END
Types: deb deb-src
URIs: $address
Suites: $suite
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
    isolated_apt "$suite" update >/dev/null || fail "could not read the package list of Debian $suite; check the network"
}

# unpacked NAME RECIPE DIR  is true if DIR was finished by this very recipe. The stamp is written last, so a folder
# whose unpacking was interrupted has none and is made anew.
unpacked() { [ "$(cat "$2/.complete" 2>/dev/null)" = "$1" ]; }
begin() { rm -rf "$2"; mkdir -p "$2"; say "unpacking $1"; }
finish() { echo "$1" >"$2/.complete"; }

# Header-only libraries, each in a folder of its own: a layer that may use one of them must not see the others. The Unicode
# Character Database beside them is in the same version everywhere, or lines would break differently on the page.
unpack_headers() {
    local package dir deb
    for package in libdtl-dev doctest-dev nlohmann-json3-dev unicode-data; do
        dir=$DEPS/$package
        unpacked "$SUITE 1" "$dir" && continue
        prepare_isolated_apt "$SUITE"
        begin "$package of Debian $SUITE" "$dir"
        (cd "$DEPS/apt/$SUITE/sources" && rm -f "$package"_*.deb && isolated_apt "$SUITE" download "$package" >/dev/null) ||
            fail "could not download $package; check the network, then run this again"
        for deb in "$DEPS/apt/$SUITE/sources/$package"_*.deb; do dpkg-deb -x "$deb" "$dir"; rm -f "$deb"; done
        finish "$SUITE 1" "$dir"
    done
}

# unpack_source PACKAGE DIR SUITE…  unpacks the upstream tarball of a Debian source package, from the first of these
# releases whose tarball the mirror really has: some keep only the newest sources.
unpack_source() {
    local package=$1 dir=$2 suite archive
    shift 2
    begin "the source of $package" "$dir"
    for suite in "$@"; do
        prepare_isolated_apt "$suite"
        rm -f "$DEPS/apt/$suite/sources/${package}_"*
        (cd "$DEPS/apt/$suite/sources" && isolated_apt "$suite" source --download-only --tar-only "$package" >/dev/null 2>&1) ||
            continue
        archive=$(ls "$DEPS/apt/$suite/sources/${package}_"*.orig.tar.* 2>/dev/null | head -n1)
        [ -n "$archive" ] || continue
        tar -xf "$archive" -C "$dir" --strip-components=1
        rm -f "$archive"
        return 0
    done
    fail "could not download the source of $package; check the network, then run this again"
}

unpack_sources() {
    local dir
    dir=$DEPS/utf8proc
    if ! unpacked 1 "$dir"; then
        unpack_source utf8proc "$dir" forky "$SUITE" bookworm
        finish 1 "$dir"
    fi
    [ -z "${IMGUI_DIR:-}" ] || return 0
    dir=$DEPS/imgui
    if ! unpacked 1 "$dir"; then
        unpack_source imgui "$dir" forky sid
        local version
        version=$(sed -n 's/^#define IMGUI_VERSION  *"\([0-9.]*\).*/\1/p' "$dir/imgui.h")
        at_least "$version" "$IMGUI_LEAST" ||
            fail "Debian offers Dear ImGui $version; set IMGUI_DIR to the source of $IMGUI_LEAST or newer"
        finish 1 "$dir"
    fi
}

# ------------------------------------------------------------------------------------------------------- Emscripten

# Sets `emscripten` to where it comes from: path, package or unpacked.
choose_emscripten() {
    local version
    if command -v emcc >/dev/null; then
        version=$(emcc --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p')
        emscripten=path
        if at_least "${version:-0}" "$EMSCRIPTEN_LEAST"; then return; fi
    fi
    # A release that is new enough has it among its own packages.
    emscripten=package
    version=$(candidate emscripten)
    if at_least "${version%%[~+-]*}" "$EMSCRIPTEN_LEAST"; then return; fi
    emscripten=unpacked
}

unpack_emscripten() {
    local dir=$DEPS/emscripten
    unpacked "$EMSCRIPTEN_RECIPE" "$dir" && return 0
    unpack_programs "Emscripten of Debian $SUITE (about a minute, 1 GB)" "$dir" emscripten

    local root=$dir/usr/share/emscripten llvm version
    llvm=$(llvm_of "$dir")
    # Beside emcc, where Emscripten looks for them by itself: then no environment variable has to be set to use it.
    ln -sfn ../nodejs "$root/node_modules"
    cat >"$root/.emscripten" <<END
LLVM_ROOT = '$dir/usr/bin'
BINARYEN_ROOT = '$dir/usr'
NODE_JS = '$(command -v node)'
LLVM_ADD_VERSION = '$llvm'
CLANG_ADD_VERSION = '$llvm'
EMSCRIPTEN_ROOT = '$root'
CACHE = '$root/cache'
END
    # Debian 13 ships its system libraries compiled.
    [ ! -d "$root/cache" ] || echo 'FROZEN_CACHE = True' >>"$root/.emscripten"
    version=$(env -u EM_CONFIG "$root/emcc" --version | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p')
    at_least "${version:-0}" "$EMSCRIPTEN_LEAST" ||
        fail "the unpacked Emscripten does not start or is older than $EMSCRIPTEN_LEAST; put a newer emcc on PATH"
    finish "$EMSCRIPTEN_RECIPE" "$dir"
    say "Emscripten $version is in $root"
}

# unpack_programs WHAT TREE PACKAGE…  Programs of another release are made for a newer libc than the machine's. They are
# unpacked together with that libc, and every one of them is told, with patchelf, to load it. The tree cannot be moved.
unpack_programs() {
    local what=$1 dir=$2 cache=$DEPS/apt/$SUITE/cache/archives deb libraries exclude
    # More than half of the tree would be Emscripten's libraries for threads and workers, which we cannot use, and its
    # own tests.
    exclude=(--exclude='./usr/share/'{doc,man,locale} --exclude='./'{var,dev,proc,etc}
        --exclude='./usr/share/emscripten/test' --exclude='./usr/share/emscripten/cache/*-'{mt,ww}'[-.]*')
    shift 2
    prepare_isolated_apt "$SUITE"
    begin "$what" "$dir"
    rm -f "$cache"/*.deb
    # The status file is empty, so this downloads the whole closure: programs, libraries and libc.
    isolated_apt "$SUITE" -y --download-only --no-install-recommends install "$@" >/dev/null ||
        fail "could not download $*; check the network, then run this again"
    for deb in "$cache"/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" |
            tar -x -C "$dir" "${exclude[@]}"
        rm -f "$deb"
    done
    libraries=$(dirname "$(find "$dir/usr/lib" -maxdepth 2 -name 'ld-linux-*.so*' | head -n1)")
    patch_programs "$dir" "$libraries" "$dir/usr/lib/llvm-$(llvm_of "$dir")"
}

# The version of the newest LLVM in an unpacked tree.
llvm_of() { ls "$1/usr/lib" | sed -n 's/^llvm-//p' | sort -n | tail -n1; }

# patch_programs TREE LIBRARIES LLVM
patch_programs() {
    local search=$2:$3/lib loader file
    loader=$(find "$2" -maxdepth 1 -name 'ld-linux-*.so*' | head -n1)
    find "$1/usr/bin" "$2" "$3" -maxdepth 2 -type f -print0 | while IFS= read -r -d '' file; do
        [ "$(head -c4 "$file" | tr -d '\0')" = $'\x7fELF' ] || continue
        if patchelf --print-interpreter "$file" >/dev/null 2>&1; then
            patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$search" "$file"
        elif [ -n "$(patchelf --print-rpath "$file" 2>/dev/null)" ]; then
            patchelf --force-rpath --set-rpath "$search" "$file"
        fi
    done
}

# -------------------------------------------------------------------------------------------------------------- npm

install_npm_packages() {
    [ -f "$ROOT/package-lock.json" ] || return 0
    at_least "$(node --version | tr -d v)" "$NODE_LEAST" ||
        fail "Node.js on PATH is $(node --version); at least $NODE_LEAST is needed: remove it, or install a newer one"
    local wanted
    wanted=$(cat "$ROOT/package.json" "$ROOT/package-lock.json" | sha256sum | cut -d' ' -f1)
    [ "$(cat "$ROOT/node_modules/.twicetold" 2>/dev/null)" != "$wanted" ] || return 0
    say "installing the npm packages of package-lock.json"
    (cd "$ROOT" && npm ci --loglevel=error >&2) || fail "npm ci failed; see its message above, then run this again"
    echo "$wanted" >"$ROOT/node_modules/.twicetold"
}

# ------------------------------------------------------------------------------------------------------------ parts

# For each part the packages it needs, and what has to be done once they are there.

packages_native() {
    echo g++:build-essential cmake:cmake ninja:ninja-build pkg-config:pkg-config git:git python3:python3 xz:xz-utils
    echo libglfw3-dev libgl-dev libpango1.0-dev libgumbo-dev
}
finish_native() { unpack_headers && unpack_sources; }

# One version of clang-format everywhere, because each formats a little differently. It is also the oldest clang that
# understands the C++20 of the GNU library of both releases, which clang-tidy and the fuzzers need.
packages_checks() { echo patch:patch "clang-format-$CLANG" "clang-tidy-$CLANG" "clang-$CLANG" "libclang-rt-$CLANG-dev"; }
finish_checks() { :; }

packages_web() {
    echo cmake:cmake ninja:ninja-build python3:python3 xz:xz-utils node:nodejs npm:npm ca-certificates
    choose_emscripten
    case $emscripten in
        package) echo emscripten ;;
        unpacked) unpacked "$EMSCRIPTEN_RECIPE" "$DEPS/emscripten" || echo patchelf:patchelf ;;
    esac
}
finish_web() {
    unpack_headers && unpack_sources
    choose_emscripten
    [ "$emscripten" != unpacked ] || unpack_emscripten
    install_npm_packages
}

packages_browser() {
    echo node:nodejs npm:npm ca-certificates
    echo chromium:chromium Xvfb:xvfb xauth:xauth import:imagemagick xdotool:xdotool
    echo fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji libgl1-mesa-dri
}
finish_browser() { install_npm_packages; }

packages_bench() { echo libbenchmark-dev; }
finish_bench() { :; }

main() {
    local part
    [ $# -gt 0 ] || fail "say which parts to set up: $PARTS"
    for part in "$@"; do
        [[ " $PARTS " = *" $part "* ]] || fail "no part is called '$part'; there are $PARTS"
    done
    mkdir -p "$DEPS"
    # Two builds that start together must not unpack over each other.
    exec 9>"$DEPS/.lock"
    flock 9
    # What this machine's own release offers decides where Emscripten comes from.
    if can_be_root && command -v apt-get >/dev/null && ! ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1; then
        refresh_package_lists
    fi
    # All at once: whoever has to install them by hand is told once.
    # shellcheck disable=SC2046
    want $(for part in "$@"; do "packages_$part"; done)
    for part in "$@"; do "finish_$part"; done
}

main "$@"
