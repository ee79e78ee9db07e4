#!/usr/bin/env bash
# The laws of tests/fuzz against bytes that nobody thought of: each target begins with its seeds and goes on for so many
# seconds. What breaks a law is kept beside the targets, its name is said, and the script fails.
#
#     tests/real/fuzz.sh TARGET_DIR SECONDS [TARGET…]
#
# For a release: ten minutes each, `tests/real/fuzz.sh target 600`. What was found to go new ways stays in
# TARGET_DIR/fuzz/corpus, where the next run begins. A finding becomes a seed, cut small, once it is mended.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath -m "$1")/fuzz seconds=$2
shift 2
targets=("$@")
((${#targets[@]})) || targets=(roster query import keys)
# The version is the one that was tried. No sanitizer: there is no `unsafe` of ours, and without one a stable compiler does.
PATH="$PATH:$target/tools/bin"
command -v cargo-fuzz >/dev/null || cargo install -q cargo-fuzz --version 0.13.2 --locked --root "$target/tools"
cargo fuzz build --fuzz-dir tests/fuzz --sanitizer none --codegen-units 16 --target-dir "$target" 2>&1 | grep -v Compiling
programs=$(echo "$target"/*/release)

mkdir -p "$target/artifacts"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
failed=()
for name in "${targets[@]}"; do
    corpus=$target/corpus/$name log=$scratch/$name.log
    mkdir -p "$corpus" "$scratch/files"
    # Lists and packed rosters go through files, and each law may leave none behind.
    TMPDIR=$scratch/files "$programs/$name" "$corpus" "tests/fuzz/seeds/$name" -dict="tests/fuzz/words/$name.dict" \
        -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="$target/artifacts/$name-" >"$log" 2>&1 || failed+=("$name")
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    reach=$(grep -ao 'cov: [0-9]* ft: [0-9]*' "$log" | tail -1)
    found=$(sed -n 's/.*Test unit written to //p' "$log")
    echo "fuzz $name: ${runs:-0} runs, ${reach:-no coverage}, found ${found:-nothing}"
    [[ -z $found ]] || grep -a -m1 -A4 -E 'panicked|ERROR: libFuzzer' "$log" || true
    rm -r "$scratch/files"
done
((${#failed[@]} == 0)) || { echo "no law holds against this: ${failed[*]}" >&2; exit 1; }
