#!/usr/bin/env bash
# Tries installation and package under a real systemd; wants root and what `make deb` built.
# --where-possible: where it cannot be tried, says so and ends with 0.
set -euo pipefail
cd "$(dirname "$0")/.."

cannot() {
    echo "systemd: not tried: $1" >&2
    if [ "${lenient:-}" ]; then exit 0; fi
    exit 1
}

if [ "${1:-}" = --where-possible ]; then lenient=yes; fi
package=$(echo .build/deb/marsad_*.deb)
[ -e "$package" ] || cannot "no package is built; make test-systemd builds it"
Tests/Systemd/installation.sh .build/release/marsad
code=0
python3 Tests/Systemd/service.py "$package" || code=$?
if [ "$code" = 77 ]; then cannot "no container can be booted here (see above)"; fi
exit "$code"
