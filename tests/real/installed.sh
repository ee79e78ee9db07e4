#!/usr/bin/env bash
# What others build: the package that cargo makes holds what it is built of and nothing else, builds by itself, and
# `cargo install` gives a program that knows which commit it is.
#
#     tests/real/installed.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
folder=$(mktemp -d)
# Beside the libraries that are built already, so that it can have them by links: the folder of temporary files may be
# on a small disk of its own.
built=$target/installed
trap 'rm -rf "$folder" "$built"' EXIT
rm -rf "$built"
fail() { echo "installed.sh: $*" >&2; exit 1; }

cargo package --list --allow-dirty >"$folder/list" 2>/dev/null
grep -vE '^(src/.*\.(rs|json)|src/report/page\.css|src/tui/paint/font/(LICENSE|.*\.ttf)|\.build/commit\.rs|\.cargo_vcs_info\.json|Cargo\.(lock|toml|toml\.orig)|LICENSE|README\.md)$' \
    "$folder/list" && fail "the package has more than it is built of"
grep -qx src/main.rs "$folder/list" || fail "the package has no program"
cargo package --no-verify --allow-dirty --locked -q 2>/dev/null
tar -xzf "$target"/package/lindungi-*.crate -C "$folder"
# Of what was packed, as whoever has no checkout installs it; without what makes a release slow to build, and without
# our own parts, which it is to build anew.
mkdir -p "$built/target/debug"
for part in deps build .fingerprint; do
    cp -al "$target/debug/$part" "$built/target/debug/"
done
rm -rf "$built"/target/debug/{deps,build,.fingerprint}/{,lib}lindungi-* "$built"/target/debug/deps/it-*
(cd "$folder"/lindungi-* && CARGO_TARGET_DIR=$built/target cargo install --config 'profile.dev.package.lindungi.opt-level=0' -q --path . --locked --debug --root "$built/root")
program=$built/root/bin/lindungi
version=$("$program" --version)
[[ $version == "lindungi "*"schema lindungi/roster/1)" ]] || fail "the version is $version"
[[ $(cd / && "$program" status --demo --format line) == "DEMO 14,212/19,336 active"* ]] ||
    fail "the installed program says something else"
# Its commit is what the script of the build says of the package and of the checkout; a debug build is told none.
rustc --edition 2024 -o "$folder/commit" .build/commit.rs
told() { (cd "$1" && PROFILE=release "$folder/commit" | sed -n 's/^cargo:rustc-env=LINDUNGI_COMMIT=//p'); }
packed=$(told "$folder"/lindungi-*)
[[ $(PROFILE=debug "$folder/commit") == "cargo:rerun-if-changed=.build/commit.rs" ]] || fail "a debug build knows its commit"
mkdir "$folder/bare" && [[ -z $(told "$folder/bare") ]] || fail "nothing has a commit"
if git rev-parse --git-dir >/dev/null 2>&1; then
    commit=$(git rev-parse HEAD)
    [[ $packed == "${commit:0:7}" ]] || fail "the package is of $packed, not of $commit"
    [[ $(told .) == "${commit:0:7} $(git show -s --format=%cs HEAD)" ]] || fail "the checkout is of $(told .)"
    [[ -z $(told src) ]] || fail "a folder within another checkout takes that for its own"
else
    [[ -z $packed && -z $(told .) ]] || fail "without git there is a commit"
fi
echo "the package builds by itself: $(wc -l <"$folder/list") files, $version"
