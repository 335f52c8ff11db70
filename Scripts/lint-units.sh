#!/usr/bin/env bash
# Checks the units: what systemd finds wrong with them, and how much the daemon is exposed.
# `systemd-analyze verify` ends with 0 whatever it finds, so that any line it prints is a fault.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The program need not be installed to look at its units, nor the network target be reachable.
for unit in systemd/*.service systemd/*.timer systemd/user/*.service; do
    name=${unit#systemd/}
    sed 's|/usr/bin/marsad|/bin/true|; /^Documentation=/d' "$unit" >"$folder/${name//\//-}"
done
found=$(systemd-analyze verify "$folder"/* 2>&1 || true)
if [ -n "$found" ]; then
    echo "${found//$folder/systemd}" >&2
    echo "lint: systemd finds fault with the units" >&2
    exit 1
fi
systemd-analyze security --offline=true --threshold=11 --no-pager systemd/marsad.service | tail -n 1
# A user's systemd can take away less.
systemd-analyze security --offline=true --threshold=20 --no-pager systemd/user/marsad.service |
    tail -n 1
