#!/usr/bin/env python3
"""A user whom the system lets do little: saved views that may not be read are left as they are, and with any number of
processes that may be started the dashboard works or says why not, and gives the terminal back.

    tests/real/limits.py PROGRAM ROSTER

As root, which may read everything and start whatever it likes: it becomes somebody else."""

import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from terminal import Terminal, check, done

# Nobody's number: whoever has it runs nothing else.
OTHER = 64321
folder = pathlib.Path(tempfile.mkdtemp())
# Copies, since a checkout may lie where nobody else may look.
program, roster = (shutil.copy(path, folder) for path in sys.argv[1:3])
environment = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/", "XDG_CONFIG_HOME": f"{folder}/config"}


def become(most=None):
    """What a child does before it begins: it is somebody else, who may have so many processes."""
    def become():
        os.chdir("/")
        os.setgroups([])
        os.setresgid(OTHER, OTHER, OTHER)
        os.setresuid(OTHER, OTHER, OTHER)
        most and resource.setrlimit(resource.RLIMIT_NPROC, (most, most))
    return become


def unreadable_views():
    views = folder / "config/lindungi/views.json"
    views.parent.mkdir(parents=True)
    views.write_text('{"schema": "lindungi/views/1", "views": [{"name": "x", "filter": "age>=60", "sort": "", "tab": 4}]}')
    for path in (views, views.parent, views.parent.parent):
        os.chown(path, OTHER, OTHER)
    before = views.read_bytes()

    def shown():
        return subprocess.run([program, "status", roster, "--view", "x"], env=environment, preexec_fn=become(),
                              capture_output=True, text=True)

    ended = shown()
    check(ended.returncode == 0 and ended.stdout, f"a view that may be read: {ended}")
    views.chmod(0)
    ended = shown()
    check(ended.returncode == 3 and not ended.stdout, f"{ended}")
    check(ended.stderr.startswith(f"lindungi: {views}: cannot be read (no permission)"), f"{ended.stderr}")
    for name in ("x", "y"):
        terminal = Terminal([program, roster], environment, become())
        terminal.wait("17,640")
        terminal.press(f":save {name}")
        check(b"permission)" not in terminal.seen, "it is said before it is asked for")
        terminal.enter()
        # The name of the file may fill the line.
        terminal.wait("permission)")
        terminal.press("q")
        check(terminal.ended() == 0, "left by q")
        terminal.restored()
        left = sorted(path.name for path in views.parent.iterdir())
        check(left == ["views.json"] and views.read_bytes() == before and views.stat().st_mode & 0o777 == 0, f"{left}")
    done(57, "views that may not be read are no views that are not there: said, exit 3, and nothing is saved over them")


def homeless():
    """Whoever has no home may say where settings lie; who does not keeps none, and is told."""
    settings = folder / "settings"
    settings.mkdir()
    os.chown(settings, OTHER, OTHER)
    none = {name: environment[name] for name in ("TERM", "LANG")}
    for more, said in (({"XDG_CONFIG_HOME": str(settings)}, "saved as the view"), ({}, "HOME names no folder"),
                       ({"LANG": "id_ID.UTF-8"}, "HOME tidak menyebut")):
        terminal = Terminal([program, roster], none | more, become())
        terminal.wait("4,212", "4.212")
        terminal.press(":save x")
        terminal.enter()
        terminal.wait(said)
        terminal.press("q")
        check(terminal.ended() == 0, "left by q")
        terminal.restored()
    check((settings / "lindungi/views.json").exists(), "the view that was saved")
    done(57, "without a home a view is saved where XDG_CONFIG_HOME says, and else it is said that there is no folder for it")


def few_processes():
    starts = []
    for most in range(1, 9):
        terminal = Terminal([program, roster], environment, become(most))
        starts.append(terminal.wait("17,640", "(ulimit -u") == "17,640")
        if starts[-1]:
            terminal.press("q")
        code = terminal.ended()
        check(code == (0 if starts[-1] else 4), f"{most} processes: exit code {code}: {terminal.seen[-500:]!r}")
        said = re.search(rb"lindungi: the dashboard cannot start: no more threads .*\(ulimit -u", terminal.seen)
        check(starts[-1] or said, f"{terminal.seen}")
        terminal.restored()
    # Between both, the moment decides how many of its threads are there at once.
    check(True in starts and False in starts, f"{starts}")
    done(57, f"of 1 to 8 processes that it may have {starts.count(False)} are too few, which is said; the terminal is as it was")


try:
    folder.chmod(0o755)
    unreadable_views()
    homeless()
    few_processes()
finally:
    shutil.rmtree(folder)
