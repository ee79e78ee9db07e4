#!/usr/bin/env python3
"""One run of one program, measured from outside: what its user would feel.

    ttyprobe.py --as fzf --workers 19336 --input FILE --first W000001 --loaded 19337/19337 --step 'row:<down>:8' -- fzf
    ttyprobe.py --as duckdb --workers 1000000 --process status -- duckdb -c '...'

Prints one line a measurement, `program <tab> workers <tab> measure <tab> value`, for table.py. It needs pyte
(pip install pyte) and Linux's /proc.

In a terminal, the loop that takes the times only reads the pty; the screen that the bytes draw is made afterwards, from
what was read and when, so that the emulator's slowness counts against nobody. (A thread for the emulator was tried by
others: the two fight for the interpreter.)
"""
import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

KEYS = {"<down>": b"\x1b[B", "<pgdn>": b"\x1b[6~", "<enter>": b"\r", "<esc>": b"\x1b", "<ctrl-c>": b"\x03"}
# The terminal is asked for its kind or where its cursor is, and an answer is waited for: it comes at once.
QUESTIONS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[0c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}


def keys(text):
    """'ab<enter>' as the bytes of three keys."""
    return [KEYS[key] if key in KEYS else key.encode() for key in re.findall(r"<[a-z-]+>|.", text)]


def terminal(columns, rows):
    """A screen for bytes, and what pyte lacks: scrolling by command, the blank of the other screen, and not taking the
    private sequences of newer terminals for text."""
    import pyte

    class Screen(pyte.Screen):
        def scroll(self, lines, up):
            top, bottom = self.margins or (0, self.lines - 1)
            row = self.cursor.y
            self.cursor.y = top
            for _ in range(lines or 1):
                self.delete_lines(1) if up else self.insert_lines(1)
            self.cursor.y = row

        def scroll_up(self, lines=1, **_):
            self.scroll(lines, True)

        def scroll_down(self, lines=1, **_):
            self.scroll(lines, False)

        def set_mode(self, *modes, **how):
            super().set_mode(*modes, **how)
            if 1049 in modes:
                self.erase_in_display(2)

    class Stream(pyte.ByteStream):
        csi = {**pyte.ByteStream.csi, "S": "scroll_up", "T": "scroll_down"}
        events = pyte.ByteStream.events | {"scroll_up", "scroll_down"}

    screen = Screen(columns, rows)
    return screen, Stream(screen)


class Session:
    """A program in a pty."""

    def __init__(self, command, columns, rows, given=None):
        self.screen, self.stream = terminal(columns, rows)
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        environment = {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        begun, tell = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                os.dup2(os.open(given, os.O_RDONLY) if given else slave, 0)
                os.dup2(slave, 1)
                os.dup2(slave, 2)
                os.set_inheritable(tell, False)
                os.write(tell, struct.pack("q", time.monotonic_ns()))
                os.execvpe(command[0], command, environment)
            finally:
                os._exit(127)
        os.close(slave)
        os.close(tell)
        # The clock starts in the child, right before the program does: forking Python is not the program's time.
        self.start = struct.unpack("q", os.read(begun, 8))[0]
        os.close(begun)
        self.ended = False

    def read(self, quiet, limit):
        """What comes until nothing came for `quiet` seconds: pairs of a time and bytes."""
        chunks = []
        until = time.monotonic() + limit
        while time.monotonic() < until and select.select([self.master], [], [], quiet)[0]:
            try:
                data = os.read(self.master, 1 << 16)
            except OSError:
                data = b""
            if not data:
                self.ended = True
                break
            chunks.append((time.monotonic_ns(), data))
            for question, answer in QUESTIONS.items():
                if question in data:
                    os.write(self.master, answer)
        return chunks

    def draw(self, chunks, wanted):
        """Draws what was read; the answer is when each of the wanted patterns was first on the screen."""
        seen = {}
        for at, data in chunks:
            # A private sequence that begins with < = > is none of pyte's.
            self.stream.feed(re.sub(rb"\x1b\[[<=>][0-9;:]*[@-~]", b"", data))
            if len(seen) < len(wanted):
                text = "\n".join(self.screen.display)
                for name, pattern in wanted.items():
                    if name not in seen and re.search(pattern, text, re.S):
                        seen[name] = at
        return seen

    def until(self, wanted, limit):
        """Reads until every pattern has been on the screen, and says when, in milliseconds from the start."""
        seen = {}
        deadline = time.monotonic() + limit
        while len(seen) < len(wanted) and time.monotonic() < deadline and not self.ended:
            left = {name: pattern for name, pattern in wanted.items() if name not in seen}
            # By the second: some programs (csvlens) are never quiet.
            seen.update(self.draw(self.read(0.3, min(1.0, deadline - time.monotonic())), left))
        if len(seen) < len(wanted):
            shown = "\n".join(self.screen.display)
            sys.exit(f"ttyprobe: {sorted(set(wanted) - set(seen))} never shown; the screen:\n{shown}")
        return {name: (at - self.start) / 1e6 for name, at in seen.items()}

    def press(self, key):
        """One key: milliseconds to the first and to the last byte of its answer, and bytes; no times without an answer."""
        # Who has asked for application cursor keys (DECCKM, which pyte keeps as 1 << 5) takes only those.
        if 1 << 5 in self.screen.mode and re.fullmatch(rb"\x1b\[[A-D]", key):
            key = b"\x1bO" + key[-1:]
        start = time.monotonic_ns()
        os.write(self.master, key)
        chunks = self.read(0.15, 30)
        # A letter is often echoed at once and answered later: quiet counts only while no thread of it is at work.
        while self.at_work():
            chunks += self.read(0.15, 30)
        self.draw(chunks, {})
        times = [(at - start) / 1e6 for at, _ in chunks]
        return times[:1] + times[-1:], sum(len(data) for _, data in chunks)

    def tasks(self, file, value):
        """Sums over the threads what `value` finds in their `file`."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{task}/{file}") as text:
                    total += value(text.read())
            except (FileNotFoundError, ProcessLookupError):
                pass  # it has just ended
        return total

    def at_work(self):
        """Whether a thread of it runs, or would if it were let."""
        return any(self.tasks("stat", lambda text: text.rsplit(")", 1)[1].split()[0] in "RD") for _ in range(3))

    def used(self):
        """Milliseconds of processor time so far, of threads that have ended too; in steps of ten."""
        with open(f"/proc/{self.pid}/stat") as text:
            fields = text.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def cpu(self):
        """Milliseconds of processor time of the threads that live, exactly."""
        return self.tasks("schedstat", lambda text: int(text.split()[0])) / 1e6

    def wakeups(self):
        """How often a thread has gone to sleep."""
        return self.tasks("status", lambda text: int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.M)[1]))

    def peak(self):
        """The most memory so far, in MB of a million bytes."""
        with open(f"/proc/{self.pid}/status") as text:
            return int(re.search(r"VmHWM:\s+(\d+)", text.read())[1]) * 1024 / 1e6

    def end(self, quit_keys):
        for key in keys(quit_keys):
            os.write(self.master, key)
            self.read(0.2, 2)
        for _ in range(50):
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return
            self.read(0.1, 0.1)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def in_terminal(asked, say):
    columns, rows = map(int, asked.size.split("x"))
    session = Session(asked.command, columns, rows, asked.input)
    wanted = {"first content, ms": asked.first}
    if asked.loaded:
        wanted["loaded, ms"] = asked.loaded
    for name, value in session.until(wanted, 300).items():
        say(name, value)
    say("loaded, CPU ms", session.used())
    say("memory, MB", session.peak())
    if asked.idle:
        session.draw(session.read(1.0, 10), {})
        cpu, wakeups, until = session.cpu(), session.wakeups(), time.monotonic() + asked.idle
        written = []
        while time.monotonic() < until:
            written += session.read(until - time.monotonic(), until - time.monotonic())
        say("idle 5 s, CPU ms", session.cpu() - cpu)
        say("idle 5 s, wake-ups", session.wakeups() - wakeups)
        say("idle 5 s, bytes", sum(len(data) for _, data in written))
    for step in asked.step:
        name, text, repeat = step.split(":")
        for key in keys(text) * int(repeat):
            times, size = session.press(key)
            if name and times:
                say(f"{name}, echo ms", times[0])
                say(f"{name}, ms", times[1])
                say(f"{name}, bytes", size)
    if asked.show:
        print("\n".join(session.screen.display), file=sys.stderr)
    session.end(asked.quit)


def as_process(asked, say):
    start = time.monotonic()
    with subprocess.Popen(asked.command, stdout=subprocess.PIPE) as child:
        output = child.stdout.read()
        _, ended, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(ended)
    if child.returncode != 0 or not output:
        sys.exit(f"ttyprobe: {asked.command} ended with {child.returncode} and wrote {len(output)} bytes")
    say(f"{asked.process}, ms", (time.monotonic() - start) * 1000)
    say(f"{asked.process}, CPU ms", (used.ru_utime + used.ru_stime) * 1000)
    # Linux counts the memory of this interpreter before the program began (some 15 MB) as a floor.
    say(f"{asked.process}, MB", used.ru_maxrss * 1024 / 1e6)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--as", dest="program", required=True, help="the name in the first column")
    options.add_argument("--workers", required=True, help="how many; the second column")
    options.add_argument("--process", metavar="NAME", help="no terminal: wall, processor and memory of the whole process")
    options.add_argument("--input", metavar="FILE", help="its standard input; else the terminal")
    options.add_argument("--size", default="80x24")
    options.add_argument("--first", default=".", metavar="REGEX", help="what the first content shows")
    options.add_argument("--loaded", metavar="REGEX", help="what is shown once everything is read")
    options.add_argument("--idle", type=float, default=0, metavar="SECONDS", help="then nothing is done for so long")
    options.add_argument("--step", action="append", default=[], metavar="NAME:KEYS:REPEAT", help="each key is measured; without a name it only acts")
    options.add_argument("--quit", default="q", metavar="KEYS")
    options.add_argument("--show", action="store_true", help="the last screen, on standard error")
    options.add_argument("command", nargs="+")
    asked = options.parse_args()
    say = lambda measure, value: print(asked.program, asked.workers, measure, f"{value:.3f}", sep="\t")
    (as_process if asked.process else in_terminal)(asked, say)


if __name__ == "__main__":
    main()
