#!/usr/bin/env python3
"""The line to the terminal, by the clock, which `cargo test` never asks: signals and a cut line end the program at once
whatever it does, each key is answered by one write, keys that come all at once and sizes that change all the time by few
frames, and a file that is written all the time makes no key wait.

    tests/real/line.py PROGRAM ROSTER

With strace, which counts what is written to the terminal."""

import fcntl
import itertools
import json
import multiprocessing
import os
import pathlib
import random
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True
from terminal import PATIENCE, Terminal, check, done, processor_time

PROGRAM, ROSTER = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
FOLDER = pathlib.Path(tempfile.mkdtemp())
ENVIRONMENT = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": str(FOLDER),
               "XDG_CONFIG_HOME": f"{FOLDER}/config"}
# Whoever has set something was here before, and nobody is greeted.
(FOLDER / "config" / "lindungi").mkdir(parents=True)
# Read in some tenths of a second, written in some seconds.
LARGE, ACTIVE = FOLDER / "large.json", "241,702"
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)
FILES = [FOLDER / "files" / name for name in ("list.xlsx", "list.csv")]
WIPED = b"\x1b[2J"


def rest(terminal, pause=0.3):
    """Takes what comes until nothing does."""
    while terminal.take(pause):
        pass


def opened(roster=ROSTER, shown="17,640", before=None):
    terminal = Terminal([PROGRAM, roster], ENVIRONMENT, before)
    if shown:
        terminal.wait(shown)
        rest(terminal, 0.1)
    return terminal


def leave(terminal):
    terminal.press("\x03")
    check(terminal.ended() == 0, "left by Ctrl-C")
    terminal.restored()
    os.close(terminal.master)


def gone(terminal, reads):
    """In which time it ended, its exit code and its seconds of work; whether its terminal is read meanwhile."""
    began, process = time.monotonic(), os.pidfd_open(terminal.pid)
    while process not in (ready := select.select([process, *[terminal.master] * reads], [], [], 10)[0]):
        check(ready and time.monotonic() - began < 10, "it is there ten seconds later")
        # A line whose other end is closed is always ready and has nothing.
        terminal.take(0) or time.sleep(0.001)
    took = time.monotonic() - began
    os.close(process)
    _, status, used = os.wait4(terminal.pid, 0)
    while reads and terminal.take(0):
        pass
    return took, os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def resize(file, columns, rows):
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def fill(terminal):
    """Nobody reads, and keys are pressed until the terminal takes nothing more: large pages, so that it is soon."""
    slave = os.open(os.readlink(f"/proc/{terminal.pid}/fd/1"), os.O_WRONLY | os.O_NOCTTY)
    resize(terminal.master, 500, 200)
    end = time.monotonic() + PATIENCE
    for key in itertools.cycle(b"12345"):
        os.write(terminal.master, bytes([key]))
        time.sleep(0.02)
        if not select.select([], [slave], [], 0)[1]:
            break
        check(time.monotonic() < end, "the terminal is never full")
    os.close(slave)


def goes_on(terminal, seconds):
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.take(left)


def idle(turn, before=None):
    return opened(before=before)


def loading(turn):
    terminal = opened(LARGE, None)
    terminal.wait(WIPED.decode())
    goes_on(terminal, 0.03 * turn)
    return terminal


def dialog(keys, title):
    def begin(turn):
        terminal = opened()
        terminal.press("4")
        terminal.press(keys)
        terminal.wait(title)
        return terminal
    return begin


def exporting(turn):
    # Both forms, since only one of them is written row by row.
    terminal, file = opened(LARGE, ACTIVE), FILES[turn % 2]
    for keys in ("4", "e", "\x1b[B" * (turn % 2), f"\x15{file}"):
        terminal.press(keys)
    terminal.enter()
    end = time.monotonic() + PATIENCE
    while not any(file.parent.iterdir()):
        terminal.take(0.001)
        check(time.monotonic() < end, f"no file is begun: {terminal.seen[-500:]!r}")
    goes_on(terminal, 0.2 * turn)
    return terminal


def behind(turn):
    """A file is written behind the tabs; the form that is slower to write."""
    terminal = exporting(0)
    terminal.press("\x1b")
    return terminal


def full(begin):
    def begin_and_fill(turn, **how):
        terminal = begin(turn, **how)
        fill(terminal)
        return terminal
    return begin_and_fill


STATES = {"idle": idle, "loading": loading, "exporting": exporting, "the form of a file": dialog("e", "to the file"),
          "the commands": dialog(":", " actions"), "what if": dialog("w", "WHAT IF"), "a full line": full(idle),
          "exporting, a full line": full(behind)}


def signals():
    longest = {}
    for (turn, ending), (name, begin) in itertools.product(enumerate(SIGNALS), STATES.items()):
        what, reads = f"{name}, {ending.name}", "full" not in name
        terminal = begin(turn)
        check(name != "loading" or ACTIVE.encode() not in terminal.seen, "it had read it")
        check(not any(file.exists() for file in FILES), "it had written it")
        os.kill(terminal.pid, ending)
        took, code, _ = gone(terminal, reads)
        check(code == -ending, f"{what}: exit code {code}")
        check(took < 1, f"{what}: gone after {took:.2f} s")
        longest[reads] = max(longest.get(reads, 0), took)
        if reads:
            check(b"\x1b[?1049h" in terminal.seen, f"{what}: it had no screen of its own")
            terminal.restored()
        check(termios.tcgetattr(terminal.master) == terminal.usual, f"{what}: the settings are not as they were")
        os.close(terminal.master)
        left = [path.name for path in FILES[0].parent.iterdir()]
        check(not left, f"{what}: {left} is left")
    took = {reads: f"{took:.2f} s at most" for reads, took in longest.items()}
    done(42, f"a signal at idle, while it reads or writes a file or in a dialog: gone by it at once, nothing left: {took[True]}")
    done(43, f"a signal where nobody reads and the line is full, also while it writes a file: the same: {took[False]}")


def busy(turn, before=None):
    terminal = opened(before=before)
    for key in b"41523" * 6:
        os.write(terminal.master, bytes([key]))
        terminal.take(0.02)
    os.write(terminal.master, b"4")
    return terminal


def cuts():
    longest = most = 0
    states = {"idle": idle, "drawing": busy, "a full line": full(idle)}
    for (name, begin), ignores in itertools.product(states.items(), (False, True)):
        what = f"{name}, {'SIGHUP ignored' if ignores else 'as usual'}"
        # As under `nohup`.
        terminal = begin(0, before=lambda: ignores and signal.signal(signal.SIGHUP, signal.SIG_IGN))
        before = processor_time(terminal.pid)
        os.close(terminal.master)
        took, _, worked = gone(terminal, reads=False)
        check(took < 2, f"{what}: gone {took:.2f} s after the line was cut")
        check(worked - before < 0.2, f"{what}: {worked - before:.2f} s of work after the line was cut")
        longest, most = max(longest, took), max(most, worked - before)
    took = f"{longest:.2f} s, {most:.2f} s of work at most"
    done(43, f"the line cut at idle, while it draws and while it is full, also where SIGHUP is ignored: gone at once: {took}")


class Counted(Terminal):
    """The program and when it writes to its terminal, by strace."""

    logs = itertools.count()

    def __init__(self, roster=ROSTER, shown="17,640"):
        self.log = FOLDER / f"{next(self.logs)}.strace"
        strace = ["strace", "-f", "-qq", "-y", "-ttt", "-s", "0", "--seccomp-bpf", "-e", "trace=write", "-e", "signal=none"]
        super().__init__([*strace, "-o", self.log, PROGRAM, roster], ENVIRONMENT)
        if shown:
            self.wait(shown)
            rest(self)

    def writes(self):
        """The times of all so far. One that a signal interrupts is begun again, which is no other."""
        times, begun = [], {}
        for line in self.log.read_text().splitlines():
            thread, when, call = line.split(None, 2)
            if asked := re.match(r'write\(\d+</dev/(?:pts/|tty)[^,]*, ""\.*, (\d+)', call):
                begun[thread] = float(when), asked[1]
            if thread in begun and "<unfinished" not in call:
                when, size = begun.pop(thread)
                call.endswith(f" = {size}") and times.append(when)
        return times


def one_write():
    terminal = Counted()
    keys = ["4", "j", "j", "k", "G", "g", "l", "h", "v", "v", "s", "\x1b", "/", "x", "\x1b", "?", "\x1b", ":", "\x1b", "f",
            "\x1b", "e", "\x1b", "w", "\x1b", "1", "2", "3", "5", "L", "L", "\x0c"]
    for key in keys:
        before = len(terminal.writes())
        os.write(terminal.master, key.encode())
        check(terminal.take(PATIENCE), f"{key!r} is not answered")
        rest(terminal)
        check((count := len(terminal.writes()) - before) == 1, f"{key!r} is answered by {count} writes")
    leave(terminal)
    done(67, f"each of {len(keys)} keys is answered by one write")


def flood():
    workers = json.loads(ROSTER.read_bytes())["workers"]
    terminal = Counted()
    terminal.press("4")
    rest(terminal)
    before, began, keys = len(terminal.writes()), time.time(), b"j" * 2_999
    while keys:
        takes = select.select([terminal.master], [terminal.master], [], PATIENCE)
        takes[0] and terminal.take(0)
        keys = keys[os.write(terminal.master, keys[:1_000]) if takes[1] else 0:]
    rest(terminal)
    drawn = terminal.writes()[before:]
    took = drawn[-1] - began if drawn else 0
    check(1 <= len(drawn) <= 15 * took + 3, f"{len(drawn)} frames in {took:.2f} s")
    terminal.press("\r")
    rest(terminal)
    terminal.seen = b""
    terminal.press("\x0c")
    rest(terminal)
    check(workers[2_999]["id"].encode() in terminal.seen, f"not {workers[2_999]['id']}: {terminal.seen!r}")
    leave(terminal)
    done(65, f"2,999 keys at once all arrive, and are drawn in few frames: {len(drawn)} in {took:.2f} s")


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1))


def pressed(terminal, seconds):
    """A key each fifth of a second: how long each waits for its answer, and the memory then."""
    began, delays, held = time.monotonic(), [], []
    for turn in range(5 * seconds):
        goes_on(terminal, began + turn / 5 - time.monotonic())
        rest(terminal, 0)
        pressed = time.monotonic()
        os.write(terminal.master, b"j")
        check(terminal.take(PATIENCE), "no answer")
        delays.append(time.monotonic() - pressed)
        held.append(resident(terminal.pid))
    median, longest = statistics.median(delays), max(delays)
    waits = f"{1000 * median:.0f} ms, {1000 * longest:.0f} at most"
    check(median < 0.1 and longest < 0.3, f"a key waits {waits}: {[round(1000 * delay) for delay in delays]}")
    return waits, held


def rewrite(path, before, after, seconds):
    """A hundred times a second, each time with another name of the programme."""
    began = time.monotonic()
    for turn in range(100 * seconds):
        time.sleep(max(0, began + turn / 100 - time.monotonic()))
        beside = path.with_suffix(".new")
        with open(beside, "wb", buffering=0) as file:
            file.writelines((before, b"turn %d" % turn, after))
        beside.rename(path)
    took = time.monotonic() - began
    check(took < 1.1 * seconds, f"{100 * seconds} files took {took:.1f} s to write: the machine is too slow or too busy")


def writes(seconds=10):
    before, name, after = ROSTER.read_bytes().partition(b"Perlindungan Pekerja Rentan Kota Sorong")
    check(name, "the roster has another name")
    path = FOLDER / "written.json"
    path.write_bytes(before + name + after)
    terminal = opened(path)
    terminal.press("4")
    waits, _ = pressed(terminal, seconds)
    done(66, f"a key each fifth of a second is answered at once where what comes is read at once: {waits}")
    storm = multiprocessing.Process(target=rewrite, args=(path, before, after, seconds))
    storm.start()
    try:
        waits, held = pressed(terminal, seconds)
        storm.join()
    finally:
        storm.kill()
    check(storm.exitcode == 0, "not a hundred files a second")
    # The least in a second, since a reading holds the old and the new.
    early, late = min(held[10:15]), min(held[-5:])
    check(late < early + 20_000, f"{early} kB after two seconds, {late} kB at the end")
    last, end = b"turn %d" % (100 * seconds - 1), time.monotonic() + PATIENCE
    while last not in terminal.seen:
        check(time.monotonic() < end, f"not what was written last: {terminal.seen[-500:]!r}")
        terminal.seen = b""
        terminal.press("\x0c")
    leave(terminal)
    waits = f"{waits}, {early} kB and then {late}"
    done(70, f"a file that is written a hundred times a second makes no key wait, and the last of it is shown: {waits}")


def last_frame(seen):
    """What stands behind the last wipe, and whether the cursor is shown, which is said only where it changes."""
    return seen[seen.rfind(WIPED):].replace(b"\x1b[?25h", b""), seen.rfind(b"\x1b[?25h") > seen.rfind(b"\x1b[?25l")


def fresh(roster, shown, keys):
    """The screen of a start at the last size, whole."""
    terminal = opened(roster, shown, lambda: resize(0, 100, 30))
    terminal.press(keys)
    wiped = terminal.seen.count(WIPED)
    os.write(terminal.master, b"\x0c")
    while terminal.take(0.3) or terminal.seen.count(WIPED) == wiped:
        check(terminal.is_running(), "it has left")
    whole = last_frame(terminal.seen)
    leave(terminal)
    return whole


def sizes():
    chance, counts, late = random.Random(7), [], 0
    for roster, shown, keys in ((ROSTER, "17,640", ""), (ROSTER, "17,640", ":"), (LARGE, ACTIVE, "")):
        whole = fresh(roster, shown, keys)
        terminal = Counted(roster, None if roster == LARGE else shown)
        terminal.wait(WIPED.decode())
        keys and terminal.press(keys)
        before, began = len(terminal.writes()), time.time()
        for turn in range(1_000):
            goes_on(terminal, began + turn / 200 - time.time())
            resize(terminal.master, *((0, 0) if turn % 100 == 0 else (chance.randint(1, 200), chance.randint(1, 60))))
        resize(terminal.master, 100, 30)
        ended = time.time()
        check(ended - began < 5.2, f"a thousand sizes took {ended - began:.1f} s: the machine is too slow or too busy")
        while (last := last_frame(terminal.seen)) != whole:
            check(time.time() - ended < PATIENCE, f"not the screen of a fresh start: {last!r}, {whole!r}")
            terminal.take()
        late = max(late, time.time() - ended)
        rest(terminal)
        drawn = terminal.writes()[before:]
        took = drawn[-1] - began
        # Fifteen may come at once, then one in each 66 ms.
        check(1 <= len(drawn) <= 15 + took / 0.066 + 1, f"{len(drawn)} frames in {took:.2f} s")
        counts.append(len(drawn))
        leave(terminal)
    few = f"{counts} frames, the last {late:.2f} s later at most"
    done(50, f"1,000 sizes in 5 s, also with a dialog open and while it reads: few frames, then that of a fresh start: {few}")


try:
    FILES[0].parent.mkdir()
    with open(LARGE, "wb") as file:
        subprocess.run([PROGRAM, "demo", "--workers", "300000"], stdout=file, check=True)
    for tried in (signals, cuts, one_write, flood, sizes, writes):
        tried()
finally:
    shutil.rmtree(FOLDER)
