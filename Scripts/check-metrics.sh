#!/usr/bin/env bash
# Has promtool (Debian's `prometheus`) read the metrics of a daemon: names, kinds, help.
#
#     Scripts/check-metrics.sh PROGRAM
set -euo pipefail

program=${1:?usage: Scripts/check-metrics.sh PROGRAM}
if ! command -v promtool >/dev/null; then
    echo "check-metrics: please install Debian’s ‘prometheus’, which holds promtool" >&2
    exit 2
fi
folder=$(mktemp -d)
trap 'kill "$daemon" 2>/dev/null || true; wait "$daemon" 2>/dev/null || true; rm -rf "$folder"' EXIT
cp -r config "$folder/config"
printf 'feeds:\n  - {id: nobody, url: "http://127.0.0.1:9/feed"}\n' >"$folder/config/feeds.yaml"
"$program" run --config "$folder/config" --state "$folder/state" 2>"$folder/log" &
daemon=$!
for _ in $(seq 200); do
    if "$program" control metrics --state "$folder/state" >"$folder/metrics" 2>/dev/null &&
        grep -q '^marsad_feed_polls_total{outcome="failed"} [1-9]' "$folder/metrics"; then
        break
    fi
    sleep 0.05
done
said=$(promtool check metrics <"$folder/metrics" 2>&1) || { echo "$said" >&2; exit 1; }
if [ -n "$said" ]; then
    echo "$said" >&2
    exit 1
fi
echo "$(grep -c '^# TYPE' "$folder/metrics") families, nothing to complain of"
