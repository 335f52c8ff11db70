#!/usr/bin/env bash
# Builds a Debian package of a built program: Scripts/deb.sh PROGRAM [FOLDER]
# The package needs no Swift on the machine; what it does need is read off the program.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:?the built program}
folder=${2:-.build/deb}
version=$(sed -n '1s/.*(\(.*\)).*/\1/p' packaging/changelog)
said=$("$program" --version)
[ "$said" = "$version" ] || {
    echo "deb: the program says $said, packaging/changelog $version" >&2
    exit 2
}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
umask 022
DESTDIR=$stage PREFIX=/usr Scripts/install.sh install "$program" >/dev/null
# The package system remembers for itself what was shipped.
rm -r "$stage/usr/share/marsad"

install -D -m 644 packaging/copyright "$stage/usr/share/doc/marsad/copyright"
gzip -9nc packaging/changelog >"$stage/usr/share/doc/marsad/changelog.gz"
install -D -m 644 packaging/lintian-overrides "$stage/usr/share/lintian/overrides/marsad"

control=$stage/DEBIAN
mkdir "$control"
for script in postinst prerm postrm; do install -m 755 "packaging/$script" "$control/$script"; done
find "$stage/etc" -type f | sed "s|^$stage||" | sort >"$control/conffiles"
(cd "$stage" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

# dpkg-shlibdeps reads the fields of a source package.
source=$(mktemp -d)
mkdir "$source/debian"
printf 'Source: marsad\nPackage: marsad\nArchitecture: any\n' >"$source/debian/control"
depends=$(cd "$source" && dpkg-shlibdeps -O "$stage/usr/bin/marsad" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
rm -r "$source"
[ -n "$depends" ] || {
    echo "deb: dpkg-shlibdeps finds no libraries of $program" >&2
    exit 2
}

architecture=$(dpkg --print-architecture)
size=$(du -sk --exclude=DEBIAN "$stage" | cut -f1)
sed -e "s|@VERSION@|$version|; s|@ARCHITECTURE@|$architecture|; s|@SIZE@|$size|; s|@DEPENDS@|$depends|" \
    packaging/control.in >"$control/control"
mkdir -p "$folder"
dpkg-deb --root-owner-group -Zxz --build "$stage" "$folder/marsad_${version}_$architecture.deb"
