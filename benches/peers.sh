#!/usr/bin/env bash
# What a user feels of lindungi, beside what other programs do with the same workers on the same machine: those of
# fzf, less, csvlens, jless, jq and DuckDB that are installed. They take turns, so that a busy minute falls on all of
# them, and the tables (table.py) are of medians and of ratios within this run.
#
#   benches/peers.sh                  every line of benches/README.md, as Markdown
#   BEFORE=old/lindungi benches/peers.sh        another build takes turns too
#   SIZES="19336" ROUNDS=3 BENCH= benches/peers.sh        a part of it
#
# SIZES   how many workers: some of 19336 1000000 10000000 (10 million want 6 GB of disk and 4 GB of memory)
# ROUNDS  how often each is measured at 19,336 and a million; ten million a third of it
# BENCH   empty: without `cargo bench`, which measures what is not seen from outside
# DATA    a folder that keeps the rosters and the measurements for the next time; else a temporary one
# LINDUNGI  the binary; else it is built
#
# Needs bash, cargo, Linux and python3 with pyte (pip install pyte).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sizes=${SIZES:-19336 1000000 10000000}
rounds=${ROUNDS:-5}
bench=${BENCH-yes}
before=${BEFORE:-}

python3 -c 'import pyte' 2>/dev/null || { echo "peers.sh: python3 -m pip install pyte" >&2; exit 2; }
if [ -z "${LINDUNGI:-}" ]; then
    cargo build --release --locked --manifest-path "$here/../Cargo.toml"
    LINDUNGI=${CARGO_TARGET_DIR:-$here/../target}/release/lindungi
fi
data=${DATA:-}
if [ -z "$data" ]; then
    data=$(mktemp -d)
    trap 'rm -rf "$data"' EXIT
fi
mkdir -p "$data"
data=$(realpath "$data") LINDUNGI=$(realpath "$LINDUNGI")
if [ -n "$before" ]; then before=$(realpath "$before"); fi
results=$data/results.tsv
: >"$results"
# From there, so that a file's name is short and what stands behind it on a status line is not cut.
cd "$data"

say() { echo "peers.sh: $*" >&2; }
has() { command -v "$1" >/dev/null; }

for peer in fzf less csvlens jless jq duckdb; do
    has "$peer" || say "$peer is not installed: left out"
done

# One measurement; one that fails is said and left out, and the others go on.
probe() {
    python3 "$here/ttyprobe.py" --workers "$workers" "$@" >>"$results" || say "not measured: ${*: -3}"
}

# 1000000 as the screens write it.
grouped() { sed -E ':a; s/([0-9])([0-9]{3})(,|$)/\1,\2\3/; ta' <<<"$1"; }

scroll=(--step ':<down>:25' --step 'scrolling row-down:<down>:9' --step 'page-down:<pgdn>:9')
inside=(--step 'row-down inside:<down>:8')

dashboard() {
    local name=$1 binary=$2 steps=()
    if [ "$workers" = 19336 ]; then steps=(--idle 5 --step ':4:1' "${inside[@]}" "${scroll[@]}"); fi
    probe --as "$name" --first 'Market traders +[0-9]' --loaded "Checks ■ .*$total of $total workers" "${steps[@]}" \
        --step ':/:1' --step 'first filter key:y:1' --step 'filter key:ohanis:1' --step ':<enter>:1' \
        -- "$binary" "$json"
}

status_of() { probe --as "$1" --process status -- "$2" status "$json"; }

in_terminals() {
    dashboard lindungi "$LINDUNGI"
    if [ -n "$before" ]; then dashboard before "$before"; fi
    if has fzf; then
        local steps=()
        if [ "$workers" = 19336 ]; then steps=(--idle 5 "${inside[@]}" "${scroll[@]}"); fi
        # With the line of headings there is one more.
        probe --as fzf --input "$csv" --first 'W0000' --loaded "$((workers + 1))/$((workers + 1))" "${steps[@]}" \
            --step 'first filter key:y:1' --step 'filter key:ohanis:1' --quit '<esc>' -- fzf --layout=reverse
    fi
    [ "$workers" -le 1000000 ] || return 0
    if has csvlens; then
        local steps=()
        if [ "$workers" = 19336 ]; then steps=(--idle 5 "${inside[@]}" "${scroll[@]}"); fi
        probe --as csvlens --first 'W0000' --loaded "/$workers" "${steps[@]}" -- csvlens "$csv"
    fi
    if has less; then
        local steps=()
        if [ "$workers" = 19336 ]; then steps=(--idle 5 "${scroll[@]}"); fi
        probe --as less --first 'W0000' "${steps[@]}" -- less -S "$csv"
    fi
    # It shows nothing before it has read all.
    if has jless; then probe --as jless --first 'workers' --loaded 'workers' -- jless "$json"; fi
}

as_processes() {
    status_of lindungi "$LINDUNGI"
    if [ -n "$before" ]; then status_of before "$before"; fi
    if has duckdb; then
        probe --as duckdb --process status -- duckdb -c \
            "select standing, \"group\", count(*) from read_csv('$csv') group by all"
    fi
    # It holds the whole document, some gigabytes at a million.
    if has jq && [ "$workers" -le 1000000 ]; then probe --as jq --process status -- jq '.workers | length' "$json"; fi
}

for workers in $sizes; do
    total=$(grouped "$workers")
    json=$workers.json csv=$workers.csv
    [ -e "$json" ] || { "$LINDUNGI" demo --workers "$workers" >"$json.part" && mv "$json.part" "$json"; }
    # Whole numbers, as an office's own table has them; nobody of the demonstration exists.
    [ -e "$csv" ] || { "$LINDUNGI" export --reveal --format csv "$json" >"$csv.part" && mv "$csv.part" "$csv"; }
    # Everybody finds the file in memory.
    cat "$json" "$csv" >/dev/null
    turns=$rounds
    if [ "$workers" -gt 1000000 ]; then turns=$(((rounds + 2) / 3)); fi
    for ((turn = 1; turn <= turns; turn++)); do
        say "$total workers, $turn of $turns"
        as_processes
        in_terminals
    done
done

if [ -n "$bench" ]; then
    LINDUNGI_BENCH_TSV=$results LINDUNGI_BENCH_WORKERS=${sizes// /,} \
        cargo bench --locked --manifest-path "$here/../Cargo.toml" --bench speed >&2
fi
# With what: a table that is kept says it.
version() { "$1" --version | sed -nE '1s/[^0-9]*([0-9.]+).*/\1/p'; }
printf '%s, %s cores, load %s' "$(date -u +%F)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
for peer in fzf less csvlens jless jq duckdb; do
    if has "$peer"; then printf '; %s %s' "$peer" "$(version "$peer")"; fi
done
printf '\n\n'
python3 "$here/table.py" "$results"
