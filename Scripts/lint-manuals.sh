#!/usr/bin/env bash
# Checks the man pages as mandoc and groff read them.
set -euo pipefail
cd "$(dirname "$0")/../docs"

# What is not installed here is no fault: pages that name one another, a database of pages.
found=$(mandoc -Tlint -Wstyle marsad.1 marsad.yaml.5 marsad-topics.5 |
    grep -vE 'referenced manual not found|outdated mandoc.db' || true)
for page in marsad.1 marsad.yaml.5 marsad-topics.5; do
    found+=$(LC_ALL=C.UTF-8 MANROFFSEQ='' man -l --warnings "$page" 2>&1 >/dev/null)
done
if [ -n "$found" ]; then
    echo "$found" >&2
    exit 1
fi
