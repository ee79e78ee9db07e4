#!/usr/bin/env bash
# The Debian package, built of a program that is there already, installed on this machine, used and taken away again: the
# program, its man pages, what shells are told, and the examples, whose commands are run.
#
#     tests/real/package.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
folder=$(mktemp -d)
installed=
leave() {
    [[ -z $installed ]] || dpkg --purge lindungi >/dev/null
    rm -rf "$folder"
}
trap leave EXIT
fail() { echo "package.sh: $*" >&2; exit 1; }
export LC_ALL=C.UTF-8
command -v lindungi >/dev/null && fail "there is a lindungi on this machine already"

package=$(.deb/build "$program" 2>"$folder/said" | tail -1) || { cat "$folder/said" >&2; exit 1; }
first=$(sha256sum <"$package")
package=$(.deb/build "$program" 2>/dev/null | tail -1)
[[ $(sha256sum <"$package") == "$first" ]] || fail "the same program is another package the second time"

# Images for containers leave out documentation, whatever package it is of.
dpkg --path-include='/usr/share/*' -i "$package" >"$folder/said" 2>&1 || { cat "$folder/said" >&2; exit 1; }
installed=yes
dpkg -L lindungi >"$folder/files"
doc=/usr/share/doc/lindungi
man=/usr/share/man
for path in /usr/bin/lindungi /usr/share/bash-completion/completions/lindungi \
    /usr/share/zsh/vendor-completions/_lindungi /usr/share/fish/vendor_completions.d/lindungi.fish \
    $man/man1/lindungi.1.gz $man/man1/lindungi-status.1.gz $man/id/man1/lindungi.1.gz \
    $doc/README.md $doc/copyright $doc/examples/sshd_config.d-lindungi.conf \
    $doc/examples/lindungi-status.{service,timer} $doc/examples/lindungi-status-mail.service; do
    grep -qxF "$path" "$folder/files" || fail "the package has no $path"
    [[ -s $path ]] || fail "$path is not there"
done
grep -qE '/(tests|fixtures|benches|src)(/|$)' "$folder/files" && fail "the package has what is only for its makers"
[[ $(zcat $doc/changelog.Debian.gz | sed q) == "lindungi ($(dpkg-query -W -f '${Version}' lindungi)) "* ]] ||
    fail ".deb/changelog is of another version"
# What Debian asks of packages, but for an address of its makers and a number of Debian's, which they have not.
not_ours=bogus-mail-host,bogus-mail-host-in-debian-changelog,initial-upload-closes-no-bugs
# It leaves files of its own behind.
TMPDIR=$folder lintian --allow-root --suppress-tags $not_ours "$package" >"$folder/said" 2>/dev/null || { cat "$folder/said" >&2; exit 1; }

cd /
[[ $(lindungi --version) == "lindungi "*"schema lindungi/roster/1)" ]] || fail "the version is $(lindungi --version)"
[[ $(lindungi status --demo --format line) == "DEMO 14,212/19,336 active"* ]] || fail "status says something else"

# Every command has its page in both languages, and groff has nothing to say about any.
commands=$(lindungi -h | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
(($(wc -w <<<"$commands") > 8)) || fail "no commands in the help"
for language in '' /id; do
    for page in lindungi $(printf 'lindungi-%s ' $commands); do
        file=$man$language/man1/$page.1.gz
        [[ -s $file ]] || fail "there is no $file"
        for device in utf8 ascii; do
            zcat "$file" | groff -man -T$device -wall -rLL=78n >"$folder/page" 2>"$folder/said"
            [[ ! -s $folder/said ]] || { cat "$folder/said" >&2; fail "$file is not good roff"; }
        done
        LC_ALL=C grep -q '[^ -~]' <(sed 's/\x1b\[[0-9;]*m//g; s/.\x08//g' "$folder/page") && fail "$file is not ASCII on such a terminal"
    done
done
shows() { # PAGE WORDS: to its end, since a reader that stops early is an error of man.
    man "$1" | col -b | grep -c -e "$2" >/dev/null || fail "man $1 shows no $2"
}
shows lindungi '^KEYS'
shows lindungi-status '--fail-if'
[[ $(LANGUAGE=id man -w lindungi) == "$man/id/man1/lindungi.1.gz" ]] || fail "man finds no Indonesian page"

# Each shell finds by itself what the package brought.
bash --norc -c 'source /usr/share/bash-completion/bash_completion
    _completion_loader lindungi; [[ $? == 124 ]] && complete -p lindungi' | grep -c lindungi >/dev/null || fail "bash finds nothing"
[[ $(zsh -f -c 'autoload -Uz compinit; compinit -u -D; print $_comps[lindungi]') == _lindungi ]] || fail "zsh finds nothing"
HOME=$folder fish -c 'complete -C "lindungi st"' | grep -c '^status' >/dev/null || fail "fish finds nothing"

# The units: what systemd thinks of them, and what they run, with a roster that is fine, one that is not, and none.
units=$doc/examples
mkdir "$folder/units"
cp $units/lindungi-status* "$folder/units"
systemd-analyze verify --man=no "$folder"/units/* 2>"$folder/said" || true
[[ ! -s $folder/said ]] || { cat "$folder/said" >&2; fail "systemd takes the units for wrong"; }
read -ra words < <(sed -n 's/^ExecStart=//p' $units/lindungi-status.service)
[[ ${words[*]} == "/usr/bin/lindungi status - --fail-if "* ]] || fail "the unit runs ${words[*]}"
lindungi demo >"$folder/roster.json"
"${words[@]}" <"$folder/roster.json" >"$folder/status" || fail "the unit fails where the money lasts"
grep -q '14,212' "$folder/status" || fail "the unit says nothing"
code=0
"${words[@]/<3/<30}" <"$folder/roster.json" >"$folder/status" 2>&1 || code=$?
[[ $code == 1 ]] && grep -q 'runway_months<30 holds' "$folder/status" || fail "where the money does not last it ends with $code"
code=0
"${words[@]}" </dev/null >/dev/null 2>&1 || code=$?
[[ $code == 3 ]] || fail "without a roster the unit ends with $code"
# What is mailed is what the journal has, to whom the unit names.
mkdir "$folder/bin"
printf '#!/bin/sh\ncat %q\n' "$folder/status" >"$folder/bin/journalctl"
printf '#!/bin/sh\n{ printf "%%s|" "$@"; cat; } >%q\n' "$folder/mail" >"$folder/bin/mail"
chmod +x "$folder"/bin/*
mails=$(sed -n "s/^ExecStart=\/bin\/sh -c '\(.*\)'\$/\1/p" $units/lindungi-status-mail.service)
MAIL_TO=root PATH="$folder/bin:$PATH" sh -c "$mails"
grep -q '^-s|lindungi: .*|root|' "$folder/mail" && grep -q 'runway_months<30 holds' "$folder/mail" || fail "no mail is sent"

size=$(stat -c %s /usr/bin/lindungi)
dpkg --purge lindungi >/dev/null
installed=
hash -r
command -v lindungi >/dev/null && fail "the program is still there"
left=$(xargs -d '\n' ls -d <"$folder/files" 2>/dev/null | grep -i lindungi || true)
[[ -z $left ]] || fail "left behind: $left"
echo "the package installs, works and goes: $((size / 1024)) KiB of program"
