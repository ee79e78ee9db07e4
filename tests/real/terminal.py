"""A command in a terminal of 80 columns and 24 rows, and how the scripts here say what they found."""

import fcntl
import os
import pathlib
import select
import struct
import sys
import termios
import time

PATIENCE = 60
# Longer than what the program takes for the pause of a person: a key that comes sooner, or with others, writes no file.
PAUSE = 0.25


def fail(why):
    raise SystemExit(f"{pathlib.Path(sys.argv[0]).name}: {why}")


def check(holds, why):
    if not holds:
        fail(why)


def done(case, what):
    print(f"case {case}: {what}", flush=True)


def processor_time(pid):
    """Seconds that a process has worked, if it is there."""
    try:
        words = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK") if words[0] != "Z" else None


class Terminal:
    """The command; `before` is done in its process before it begins."""

    def __init__(self, command, env=None, before=None):
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.usual = termios.tcgetattr(slave)
        self.seen = b""
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for own in (0, 1, 2):
                    os.dup2(slave, own)
                before and before()
                os.execvpe(command[0], [str(word) for word in command], env or os.environ)
            finally:
                os._exit(127)
        os.close(slave)

    def take(self, patience=0.1):
        """What comes within a time; whether anything did."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            block = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += block
        return bool(block)

    def wait(self, *texts):
        """Waits for one of these texts; which it was."""
        end = time.monotonic() + PATIENCE
        while True:
            for text in texts:
                if text.encode() in self.seen:
                    return text
            self.take()
            if time.monotonic() > end:
                fail(f"waited for {texts}, there is {self.seen[-2000:]!r}")

    def press(self, keys):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())
        while self.take(0.05):
            pass

    def enter(self):
        """Enter as a person presses it, alone and after a pause."""
        together([self], [b""])
        self.press("\r")

    def is_running(self):
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def ended(self, patience=PATIENCE):
        """Its exit code."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.take(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.take(0):
                    pass
                return os.waitstatus_to_exitcode(status)
        fail(f"does not end: {self.seen[-500:]!r}")

    def restored(self):
        """The terminal is as it was: settings, screen, cursor, pastes."""
        check(termios.tcgetattr(self.master) == self.usual, "the settings are not as they were")
        for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"),
                        (b"\x1b[?2004h", b"\x1b[?2004l"), (b"\x1b[?7l", b"\x1b[?7h"),
                        (b"\x1b[?1000h", b"\x1b[?1000l"), (b"\x1b[?1006h", b"\x1b[?1006l")):
            check(self.seen.rfind(on) <= self.seen.rfind(off), f"{on} is not taken back: {self.seen[-300:]!r}")


def together(terminals, keys, pause=PAUSE):
    """Keys for each of several terminals, then a pause of all, in which is taken what comes."""
    for terminal, own in zip(terminals, keys):
        own and os.write(terminal.master, own)
    end = time.monotonic() + pause
    while (left := end - time.monotonic()) > 0:
        ready = select.select([terminal.master for terminal in terminals], [], [], left)[0]
        for terminal in terminals:
            # One that has ended is always ready and has nothing.
            if terminal.master in ready and not terminal.take(0):
                time.sleep(0.01)
