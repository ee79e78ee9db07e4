#!/usr/bin/env python3
"""The cases of the torture list by number with their outcome, from what `cargo test` and the scripts here have shown; one
that `tests/it/torture.md` says holds, and that nothing has shown, or not all, fails.

    tests/real/cases.py FILE
"""

import collections
import pathlib
import re
import sys

sys.dont_write_bytecode = True
from terminal import check

shown = pathlib.Path(sys.argv[1]).read_text(errors="replace")
listed = pathlib.Path(__file__).resolve().parent.parent / "it/torture.md"
cases = {int(number) for number in re.findall(r"^- \*\*(\d+)\*\* holds:$", listed.read_text(), re.M)}
check(cases, f"{listed}: no cases")
# A test may show more than one: `case_14_and_82_…`; one that is to panic says so behind its name.
outcomes = re.findall(r"^test (?:\S+::)?(case_(\d+(?:_and_\d+)*)_\S*)(?: - should panic)? \.\.\. (.*)$", shown, re.M)
outcomes += [(line, number, "ok") for line, number in re.findall(r"^(case (\d+): .*)$", shown, re.M)]
tests, wrong = collections.Counter(), collections.defaultdict(list)
for name, numbers, outcome in outcomes:
    for number in map(int, numbers.split("_and_")):
        tests[number] += 1
        outcome == "ok" or wrong[number].append(f"{name} {outcome}")
for number in cases - set(tests):
    wrong[number].append("nothing has shown it")
for number in sorted(cases | set(tests)):
    print(f"case {number} does not hold: {', '.join(wrong[number])}" if number in wrong else
          f"case {number} holds: shown by {tests[number]}")
check(not wrong, f"{len(wrong)} cases do not hold")
