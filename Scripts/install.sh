#!/usr/bin/env bash
# Puts a built program in place, with unit, man pages, completions and settings; or takes it away.
#
#   Scripts/install.sh install PROGRAM      Scripts/install.sh uninstall
#
# PREFIX (/usr/local), SYSCONFDIR (/etc) and DESTDIR (empty) say where. A settings file that was
# changed is never overwritten: the new one is put beside it, as FILE.new.
set -euo pipefail
cd "$(dirname "$0")/.."

prefix=${PREFIX:-/usr/local}
destination=${DESTDIR:-}
settings=${SYSCONFDIR:-/etc}/marsad
share=$prefix/share/marsad
manifest=$destination$share/installed

# put MODE SOURCE TARGET: installs a file and remembers it for the uninstallation.
put() {
    install -D -m "$1" "$2" "$destination$3"
    echo "$3" >>"$manifest.partial"
}

# put_text MODE TARGET: the same with standard input.
put_text() {
    local made
    made=$(mktemp)
    cat >"$made"
    put "$1" "$made" "$2"
    rm "$made"
}

put_program() {
    local stripped
    stripped=$(mktemp)
    strip --remove-section=.comment -o "$stripped" "$1"
    put 755 "$stripped" "$prefix/bin/marsad"
    rm "$stripped"
    "$1" --generate-completion-script bash | sed 1d | put_text 644 "$prefix/share/bash-completion/completions/marsad"
    "$1" --generate-completion-script zsh | put_text 644 "$prefix/share/zsh/vendor-completions/_marsad"
    "$1" --generate-completion-script fish | put_text 644 "$prefix/share/fish/vendor_completions.d/marsad.fish"
}

put_manuals() {
    local page
    for page in docs/marsad.1 docs/marsad.yaml.5 docs/marsad-topics.5; do
        gzip -9nc "$page" | put_text 644 "$prefix/share/man/man${page##*.}/${page##*/}.gz"
    done
    for page in tuning operations architecture; do
        put 644 "docs/$page.md" "$prefix/share/doc/marsad/$page.md"
    done
    for page in docs/tutorial/*; do
        put 644 "$page" "$prefix/share/doc/marsad/tutorial/${page##*/}"
    done
    for page in systemd/drop-ins/*.conf; do
        put 644 "$page" "$prefix/share/doc/marsad/drop-ins/${page##*/}"
    done
}

put_units() {
    local unit
    for unit in systemd/*.service systemd/*.timer; do
        sed "s|/usr/bin/|$prefix/bin/|" "$unit" | put_text 644 "$prefix/lib/systemd/system/${unit##*/}"
    done
    sed "s|/usr/bin/|$prefix/bin/|" systemd/user/marsad.service |
        put_text 644 "$prefix/lib/systemd/user/marsad.service"
    Scripts/hardening.sh | put_text 644 "$prefix/lib/systemd/system/marsad-.service.d/hardening.conf"
    put 644 systemd/marsad.sysusers "$prefix/lib/sysusers.d/marsad.conf"
    put 644 systemd/marsad.tmpfiles "$prefix/lib/tmpfiles.d/marsad.conf"
}

# A file that is as it was shipped last time may be replaced; one that was changed may not.
put_settings() {
    local file target shipped
    find config -type f -name '*.yaml' | sort | while read -r file; do
        target=$destination$settings/${file#config/}
        shipped=$destination$share/$file
        if [ ! -e "$target" ] || cmp -s "$target" "$shipped"; then
            install -D -m 644 "$file" "$target"
        elif ! cmp -s "$target" "$file"; then
            install -m 644 "$file" "$target.new"
            echo "install: $target was changed and stays; the new one is $target.new" >&2
        fi
        put 644 "$file" "$share/$file"
    done
}

install_all() {
    [ -x "${1:-}" ] || {
        echo "install: no program to install; run make release first" >&2
        exit 2
    }
    mkdir -p "$destination$share"
    : >"$manifest.partial"
    put_program "$1"
    put_manuals
    put_units
    put_settings
    mv "$manifest.partial" "$manifest"
    echo "installed below $destination$prefix; settings in $destination$settings"
}

uninstall_all() {
    [ -e "$manifest" ] || {
        echo "uninstall: nothing of Marsad was installed below $destination$prefix" >&2
        exit 2
    }
    local file
    while read -r file; do
        if [[ $file == "$share"/config/* ]]; then
            target=$destination$settings/${file#"$share"/config/}
            if cmp -s "$destination$file" "$target"; then rm -f "$target"; fi
        fi
        rm -f "$destination$file"
        rmdir -p --ignore-fail-on-non-empty "$(dirname "$destination$file")" 2>/dev/null || true
    done <"$manifest"
    rm -f "$manifest"
    find "$destination$settings" -depth -type d -empty -delete 2>/dev/null || true
    rmdir -p --ignore-fail-on-non-empty "$destination$share" 2>/dev/null || true
    echo "uninstalled; changed settings ($settings) and the archive (/var/lib/marsad) stay"
}

case ${1:-} in
install) install_all "${2:-}" ;;
uninstall) uninstall_all ;;
*)
    echo "usage: Scripts/install.sh install PROGRAM | uninstall" >&2
    exit 2
    ;;
esac
