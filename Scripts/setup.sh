#!/usr/bin/env bash
# Installs the Debian packages named, those that are missing; says what to do where it may not.
set -euo pipefail

missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing+=("$package")
done
if ! command -v swift >/dev/null; then
    echo "setup: no Swift toolchain found; install Swift 6.3 from https://www.swift.org/install" >&2
    exit 2
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "setup: please install: ${missing[*]} (or what they are called here)" >&2
    exit 2
fi
run=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: as root, please run: apt-get install ${missing[*]}" >&2
        exit 2
    fi
    run=(sudo)
fi
echo "setup: installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
if ! "${run[@]}" apt-get update -qq >/dev/null ||
    ! "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    echo "setup: could not install; please run: sudo apt-get install ${missing[*]}" >&2
    exit 2
fi
