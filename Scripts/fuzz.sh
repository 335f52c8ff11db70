#!/bin/sh
# Feeds damaged bytes to the readers of feeds, dates and pages, with the address sanitizer on.
#
#     Scripts/fuzz.sh [MINUTES]
#
# With 0 minutes it is only built. What crashes is left as `crash-…` in the folder `.build-fuzz`;
# as a file of Tests/FeedsTests/Fixtures it is tested from then on.
set -eu
minutes=${1:-1}
cd "$(dirname "$0")/.."
root=$PWD
mkdir -p .build-fuzz/corpus
cp Tests/FeedsTests/Fixtures/* .build-fuzz/corpus/
cd .build-fuzz

compile() {
    swiftc -O -g -swift-version 6 -package-name marsad -sanitize=fuzzer,address -use-ld=lld \
        -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility \
        -Xcc -fmodule-map-file="$root/Sources/CLibXML2/module.modulemap" \
        $(pkg-config --cflags libxml-2.0 | sed 's/-I/-Xcc -I/g') -I . -L . "$@"
}

for module in News Feeds; do
    compile -parse-as-library -emit-module -emit-library -static -module-name "$module" \
        -o "lib$module.a" $(find "$root/Sources/$module" -name '*.swift')
done
compile -parse-as-library "$root/Tests/Fuzzing/FeedFuzzer.swift" \
    -lFeeds -lNews $(pkg-config --libs libxml-2.0) -o fuzz

[ "$minutes" -gt 0 ] || exit 0
./fuzz -max_total_time=$((minutes * 60)) -timeout=5 -rss_limit_mb=512 -max_len=20000 corpus
