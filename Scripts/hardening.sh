#!/usr/bin/env bash
# Prints what marsad.service takes away, as a drop-in for the services that timers start: one list
# of rights for all.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "# Made by Scripts/hardening.sh from marsad.service; see there what each line denies."
echo "[Service]"
sed -n '/^# A user of its own/,/^\[Install\]/p' systemd/marsad.service |
    grep -E '^[A-Z]' | grep -vE '^(RuntimeDirectory|RuntimeDirectoryMode)='
