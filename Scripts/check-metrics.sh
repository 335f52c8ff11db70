#!/usr/bin/env bash
# Has promtool (Debian's `prometheus`) read the metrics of a daemon at work: names, kinds, help. Anything
# that it says is a fault.
#
#     Scripts/check-metrics.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:?usage: Scripts/check-metrics.sh PROGRAM}
if ! command -v promtool >/dev/null; then
    echo "check-metrics: please install Debian’s ‘prometheus’, which holds promtool" >&2
    exit 2
fi
folder=$(mktemp -d)
running=()
finish() {
    for process in "${running[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap finish EXIT

# A paper that answers and one that nobody has: so that all that is counted has something to count.
mkdir "$folder/paper"
cat >"$folder/paper/feed" <<'FEED'
<rss version="2.0"><channel><title>Paper</title><item><guid>1</guid><title>La DGSN recrute</title>
<description>La DGSN recrute des agents.</description></item></channel></rss>
FEED
python3 -u -m http.server --bind 127.0.0.1 --directory "$folder/paper" 0 >"$folder/served" 2>/dev/null &
running+=($!)
for _ in $(seq 200); do
    port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$folder/served")
    [ -n "$port" ] && break
    sleep 0.05
done
cp -r config "$folder/config"
cat >"$folder/config/feeds.yaml" <<FEEDS
feeds:
  - {id: paper, url: "http://127.0.0.1:$port/feed"}
  - {id: nobody, url: "http://127.0.0.1:9/feed"}
FEEDS
printf 'polling: {allow-networks: [127.0.0.0/8]}\n' >"$folder/config/marsad.yaml"
"$program" run --config "$folder/config" --state "$folder/state" 2>"$folder/log" &
running+=($!)

is_at_work() {
    "$program" control metrics --state "$folder/state" >"$folder/metrics" 2>/dev/null &&
        grep -q '^marsad_feed_polls_total{outcome="changed"} 1$' "$folder/metrics" &&
        grep -q '^marsad_feed_polls_total{outcome="failed"} 1$' "$folder/metrics" &&
        grep -q '^marsad_feeds{state="failing"} 1$' "$folder/metrics"
}
for _ in $(seq 400); do
    is_at_work && break
    kill -0 "${running[1]}" 2>/dev/null || break
    sleep 0.05
done
is_at_work || {
    echo "check-metrics: the daemon does not come to work:" >&2
    cat "$folder/log" >&2
    exit 1
}
code=0
said=$(promtool check metrics <"$folder/metrics" 2>&1) || code=$?
if [ "$code" != 0 ] || [ -n "$said" ]; then
    echo "$said" >&2
    echo "check-metrics: promtool finds fault with the metrics" >&2
    exit 1
fi
echo "metrics: $(grep -c '^# TYPE' "$folder/metrics") families, promtool has nothing to complain of"
