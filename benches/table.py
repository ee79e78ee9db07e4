#!/usr/bin/env python3
"""The tables of README.md from measurements of peers.sh and speed.rs: table.py results.tsv

A line of LINES is what lindungi aims at: its name, the aim in words, what is measured (who, how many workers, what),
what it is divided by, if it is, and the greatest value that meets the aim. What was not measured is a dash.
"""
import collections
import math
import statistics
import sys

SMALL, MILLION, TEN = "19336", "1000000", "10000000"
OURS, BENCH = "lindungi", "bench"


def line(name, aim, measured, limit, by=None, factor=1):
    return {"name": name, "aim": aim, "measured": measured, "limit": limit, "by": by, "factor": factor}


LINES = [
    line("first content, 19,336, loaded and counted", "≤ 0.45 × fzf", (OURS, SMALL, "loaded, ms"), 0.45, ("fzf", SMALL, "first content, ms")),
    line("first content, 1 M", "≤ 2 × that of 19,336", (OURS, MILLION, "first content, ms"), 2, (OURS, SMALL, "first content, ms")),
    line("first content, 10 M", "≤ 2 × that of 19,336", (OURS, TEN, "first content, ms"), 2, (OURS, SMALL, "first content, ms")),
    line("loaded and audited, 1 M", "≤ 1.0 × fzf", (OURS, MILLION, "loaded, ms"), 1, ("fzf", MILLION, "loaded, ms")),
    line("columns alone, 1 M", "≤ 0.4 × sonic-rs", (BENCH, MILLION, "columns, ms"), 0.4, (BENCH, MILLION, "sonic-rs into the same columns, ms")),
    line("status, 1 M", "≤ 0.6 × DuckDB", (OURS, MILLION, "status, ms"), 0.6, ("duckdb", MILLION, "status, ms")),
    line("status, 10 M", "≤ 2,000 ms", (OURS, TEN, "status, ms"), 2000),
    line("status, 10 M, memory", "≤ 1,000 MB", (OURS, TEN, "status, MB"), 1000),
    line("status, 10 M, linear", "≤ 1.1 × ten times 1 M", (OURS, TEN, "status, ms"), 1.1, (OURS, MILLION, "status, ms"), 10),
    line("memory, 19,336", "≤ 10 MB", (OURS, SMALL, "memory, MB"), 10),
    line("memory, 1 M", "≤ 110 MB", (OURS, MILLION, "memory, MB"), 110),
    line("memory, 10 M", "≤ 1,000 MB", (OURS, TEN, "memory, MB"), 1000),
    line("filter key, 1 M, the first", "≤ 16.7 ms", (OURS, MILLION, "first filter key, ms"), 16.7),
    line("filter key, 1 M, two letters and more", "≤ 3 ms", (OURS, MILLION, "filter key, ms"), 3),
    line("filter key, 10 M", "≤ 100 ms", (OURS, TEN, "filter key, ms"), 100),
    line("filter key, 10 M, its echo", "≤ 16.7 ms: typing is never blocked", (OURS, TEN, "filter key, echo ms"), 16.7),
    line("scrolling row-down, bytes", "≤ 1.7 × less", (OURS, SMALL, "scrolling row-down, bytes"), 1.7, ("less", SMALL, "scrolling row-down, bytes")),
    line("page-down, bytes", "≤ 0.7 × less", (OURS, SMALL, "page-down, bytes"), 0.7, ("less", SMALL, "page-down, bytes")),
    line("row-down inside the page, bytes", "≤ 220", (OURS, SMALL, "row-down inside, bytes"), 220),
    line("idle 5 s, CPU", "0 ms", (OURS, SMALL, "idle 5 s, CPU ms"), 0),
    line("idle 5 s, wake-ups", "≤ 5, the file watched", (OURS, SMALL, "idle 5 s, wake-ups"), 5),
    line("idle 5 s, bytes", "0", (OURS, SMALL, "idle 5 s, bytes"), 0),
    line("a picked facet, 19,336", "≤ 1 ms", (BENCH, SMALL, "a picked facet, ms"), 1),
    line("a picked facet, 1 M", "≤ 1 ms", (BENCH, MILLION, "a picked facet, ms"), 1),
    line("a picked facet, 10 M", "≤ 1 ms", (BENCH, TEN, "a picked facet, ms"), 1),
    line("a draw, the slowest tab at 250×70", "≤ 1 ms", (BENCH, MILLION, "draw at 250x70, ms"), 1),
    line("a sort of 1 M names", "≤ 300 ms", (BENCH, MILLION, "sort by name, ms"), 300),
]


def number(value):
    if value is None:
        return "–"
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def read(path):
    """The medians, in the order in which they were first measured."""
    measured = collections.defaultdict(list)
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            program, workers, measure, value = row.rstrip("\n").split("\t")
            measured[program, workers, measure].append(float(value))
    medians = {key: statistics.median(values) for key, values in measured.items()}
    for workers in (SMALL, MILLION, TEN):
        for size in ("80x24", "120x40", "250x70"):
            draws = [medians.get((BENCH, workers, f"draw tab {tab} at {size}, ms")) for tab in range(1, 6)]
            if None not in draws:
                medians[BENCH, workers, f"draw at {size}, ms"] = max(draws)
    return medians


def aims(medians):
    earlier = any(program == "before" for program, _, _ in medians)
    print(f"| line | aim | {'before | ' if earlier else ''}lindungi | beside | ratio | of processor time | met | how to repeat |")
    print(f"|---|---|{'--:|' if earlier else ''}--:|--:|--:|--:|---|---|")

    def ratio(each, of):
        own, its = (medians.get((program, workers, of(measure))) for program, workers, measure in (each["measured"], each["by"]))
        return own / (its * each["factor"]) if own is not None and its else None

    for each in LINES:
        value, by, wall, cpu = medians.get(each["measured"]), medians.get(each["by"]), None, None
        if each["by"]:
            wall = ratio(each, lambda measure: measure)
            # On a busy machine this says more; it counts both of two threads.
            cpu = ratio(each, lambda measure: measure.replace(", ms", ", CPU ms") if ", ms" in measure else "")
        judged = wall if each["by"] else value
        cells = [each["name"], each["aim"]]
        if earlier:
            cells.append(number(medians.get(("before", *each["measured"][1:]))))
        cells += [number(value), number(by) if each["by"] else ""]
        cells += [f"{number(ratio)} ×" if ratio is not None else "" for ratio in (wall, cpu)]
        cells.append("–" if judged is None else "yes" if judged <= each["limit"] else "**no**")
        cells.append(repeat(each))
        print("| " + " | ".join(cells) + " |")


def repeat(each):
    """The command that measures a line, and as little else as may be."""
    program, workers, _ = each["measured"]
    if program == BENCH:
        return f"`LINDUNGI_BENCH_WORKERS={workers} cargo bench`"
    sizes = " ".join(sorted({workers, each["by"][1] if each["by"] else workers}, key=int))
    return f"`SIZES='{sizes}' BENCH= benches/peers.sh`"


def everything(medians):
    """Every measure of every program, and its ratio to lindungi's."""
    programs = list(dict.fromkeys(program for program, _, _ in medians if program != BENCH))
    print("| workers | measure | " + " | ".join(programs) + " |")
    print("|--:|---|" + "--:|" * len(programs))
    for workers, measure in dict.fromkeys(key[1:] for key in medians if key[0] != BENCH):
        own = medians.get((OURS, workers, measure))
        cells = []
        for program in programs:
            value = medians.get((program, workers, measure))
            ratio = f" ({number(value / own)} ×)" if value is not None and own and program != OURS else ""
            cells.append(number(value) + ratio)
        print(f"| {int(workers):,} | {measure} | " + " | ".join(cells) + " |")


def country(medians):
    """What one worker costs `status`, and what the whole country's 85 million informal workers would."""
    print("| `status` | a worker | 85 million workers |")
    print("|---|--:|--:|")
    for name, measure, factor, unit, whole in (
        ("time", "status, ms", 1e3, "µs", "s"),
        ("processor time", "status, CPU ms", 1e3, "µs", "s"),
        ("memory", "status, MB", 1e6, "bytes", "GB"),
    ):
        each = medians[OURS, TEN, measure] * factor / 10_000_000
        total = each * 85_000_000 / (1e9 if unit == "bytes" else 1e6)
        print(f"| {name} | {number(each)} {unit} | {number(total)} {whole} |")


def main():
    medians = read(sys.argv[1])
    aims(medians)
    print("\nEvery program, and how many times lindungi's value its own is:\n")
    everything(medians)
    if (OURS, TEN, "status, ms") in medians:
        print("\nExtrapolated from 10 M measured:\n")
        country(medians)


if __name__ == "__main__":
    main()
