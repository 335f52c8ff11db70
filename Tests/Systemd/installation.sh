#!/usr/bin/env bash
# Installs into a folder, changes a settings file, installs a later version over it and takes all away.
#   Tests/Systemd/installation.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$(realpath "${1:?the built program}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DESTDIR=$folder/root PREFIX=/usr/local

fail() {
    echo "FAILED  $1" >&2
    exit 1
}

copy=$folder/tree
mkdir "$copy"
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy"

Scripts/install.sh install "$program" >/dev/null
"$DESTDIR/usr/local/bin/marsad" check --config "$DESTDIR/etc/marsad" >/dev/null || fail "the installed settings do not check"
grep -q 'ExecStart=/usr/local/bin/marsad' "$DESTDIR/usr/local/lib/systemd/system/marsad.service" ||
    fail "the unit names another program"
echo "ok      The program, its settings and its units are in place."

echo '# Mine.' >>"$DESTDIR/etc/marsad/feeds.yaml"
echo '# Later.' | tee -a config/feeds.yaml >>config/topics/drugs.yaml
Scripts/install.sh install "$program" >/dev/null 2>&1
grep -q '# Mine.' "$DESTDIR/etc/marsad/feeds.yaml" || fail "a changed file was overwritten"
grep -q '# Later.' "$DESTDIR/etc/marsad/feeds.yaml.new" || fail "the new file is not beside it"
grep -q '# Later.' "$DESTDIR/etc/marsad/topics/drugs.yaml" || fail "an unchanged file was not replaced"
echo "ok      A later version replaces what was not changed and lays the rest beside it."

Scripts/install.sh uninstall >/dev/null
left=$(cd "$DESTDIR" && find . -type f | sort | tr '\n' ' ')
[ "$left" = "./etc/marsad/feeds.yaml ./etc/marsad/feeds.yaml.new " ] || fail "left behind: $left"
echo "ok      Nothing but changed settings is left behind."
