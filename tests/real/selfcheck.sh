#!/usr/bin/env bash
# Whether the tests notice what they are for: a program without the scrub must fail the cases of hostile texts, and one
# that watches no signals those of signals. It is built from a copy, in the same target folder, so this comes last.
#
#     tests/real/selfcheck.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath "${CARGO_TARGET_DIR:-target}")
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r Cargo.toml Cargo.lock README.md .build src tests fixtures benches "$copy"
cd "$copy"

# break FILE LINE STATEMENT: puts a statement behind a line that stands once in a file.
break_behind() {
    [[ $(grep -cF -- "$2" "$1") == 1 ]] || { echo "$1: not once: $2" >&2; exit 1; }
    python3 - "$@" <<'PYTHON'
import sys

name, line, statement = sys.argv[1:]
with open(name, encoding="utf-8") as file:
    text = file.read()
with open(name, "w", encoding="utf-8") as file:
    file.write(text.replace(line, f"{line}\n    {statement}"))
PYTHON
}
break_behind src/lang/scrub.rs "pub fn scrub(text: &str) -> Cow<'_, str> {" 'if text.len() != usize::MAX { return text.into(); }'
break_behind src/tui/screen/signals.rs 'pub fn watch(sender: Sender<Msg>) -> io::Result<()> {' \
    'if true { std::mem::forget(sender); return Ok(()); }'

cases=(case_01_ case_02_ case_04_ case_05_ case_42_ case_43_a_signal)
# Fast to build rather than to run: these are a few cases. Its libraries are those that are built already.
CARGO_TARGET_DIR=$target cargo test --config 'profile.dev.package.lindungi.opt-level=0' --locked --test it -- "${cases[@]}" >"$copy/said" 2>&1 &&
    { echo 'a program without scrub and signals passes every test' >&2; exit 1; }
for case in "${cases[@]}"; do
    grep -qE "^test .*${case}.* FAILED" "$copy/said" ||
        { cat "$copy/said" >&2; echo "$case holds without what it is about" >&2; exit 1; }
done
echo 'case 98: without the scrub the cases 1, 2, 4 and 5 fail, without the watch for signals 42 and 43 do'
