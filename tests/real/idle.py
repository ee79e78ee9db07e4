#!/usr/bin/env python3
"""A guest who leaves the dashboard alone: a quarter of an hour after the last key it closes, says why, ends well and
gives the terminal back.

    tests/real/idle.py PROGRAM ROSTER

It takes that quarter of an hour and nothing else, so other tests can run meanwhile."""

import os
import re
import sys
import time

sys.dont_write_bytecode = True
from terminal import Terminal, check, done, together

PROGRAM, ROSTER = (os.path.realpath(path) for path in sys.argv[1:3])
IDLE = 15 * 60

terminal = Terminal([PROGRAM, "--secure", ROSTER], {"TERM": "xterm-256color", "LANG": "C.UTF-8"})
terminal.wait("17,640")
# From the last key on, not from the start.
together([terminal], [b""], 10)
terminal.press("4")
touched = time.monotonic()
code = terminal.ended(IDLE + 60)
took = time.monotonic() - touched
said = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", terminal.seen[terminal.seen.rfind(b"\x1b[?1049l"):]).decode()
check(code == 0, f"exit code {code}: {said!r}")
check("nobody pressed a key for 15 minutes: closed" in said, f"{said!r}")
check(b"\x1b[?1049h" in terminal.seen, "it had no screen of its own")
check(IDLE - 1 < took < IDLE + 10, f"closed after {took:.0f} s")
terminal.restored()
done(89, f"a guest who presses no key: closed after {took:.0f} s, with a word, exit 0, the terminal as it was")
