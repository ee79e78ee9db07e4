#!/usr/bin/env python3
"""Disks that are full: whatever the system refuses while a file is written, every file is the old one or the new one
and whole, nothing is left beside it, and the program says so and ends with 4. And before a file has its name its bytes
are on the disk, and then its name is.

    tests/real/disks.py PROGRAM ROSTER

As root, with strace: it refuses the n-th call of each kind. A disk of a megabyte does it by itself."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from terminal import Terminal, done

PROGRAM, ROSTER = (os.path.realpath(path) for path in sys.argv[1:3])
ENVIRONMENT = {"LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
SAID = {
    "ENOSPC": "the disk is full",
    "EDQUOT": "your share of the disk is used up (quota)",
    "EIO": "the disk reports an error",
}


def run(words, prefix=()):
    return subprocess.run([*prefix, PROGRAM, *words], env=ENVIRONMENT, capture_output=True, text=True, timeout=120)


def content(folder):
    """Every file below a folder, by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(ended, error, what, target, is_written=False):
    assert ended.returncode == 4, f"{what}: {ended}"
    # Why, behind the name of the file, or of the first in the folder.
    said = re.search(rf"^lindungi: {re.escape(str(target))}\S*: cannot be written \((.+)\)$", ended.stderr, re.M)
    # What cannot be written cannot be said either: then the line has no end.
    is_said = said and SAID[error] in said.group(1) or not ended.stderr.endswith("\n")
    assert is_said or is_written, f"{what}: {ended.stderr}"


def commands(folder):
    """What writes files, each with what it leaves where all goes well."""
    for name, words, target in [
        ("a list", ["export", ROSTER], "list.csv"),
        ("a workbook", ["export", ROSTER, "--reveal"], "list.xlsx"),
        ("a roster", ["import", str(folder / "office.csv"), "--into", ROSTER], "new.json"),
        ("a workbook for each office", ["check", ROSTER, "--by", "office"], "offices"),
    ]:
        yield name, [*words, "--force", "-o", str(folder / target)], folder / target


def made_old(folder, target):
    """A file as it was before, and what then lies in the folder."""
    if not target.is_dir():
        target.write_text("old")
    return content(folder)


OFFICE = "NIK,Nama,Pekerjaan\n9671004101800007,Siti Uji,nelayan\n"


def injected():
    refusals = 0
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        (folder / "office.csv").write_text(OFFICE)
        for name, words, target in commands(folder):
            first = run(words)
            assert first.returncode in (0, 1), f"{name}: {first}"
            new = content(folder)
            before = made_old(folder, target)
            for call, error in [
                ("write", "ENOSPC"), ("write", "EDQUOT"), ("write", "EIO"), ("fsync", "ENOSPC"), ("fsync", "EIO"),
                (NAMING, "ENOSPC"), (NAMING, "EIO"),
            ]:
                for turn in (1, 2, 3, 5, 9):
                    inject = f"inject={call}:error={error}:when={turn}+"
                    ended = run(words, ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject])
                    what = f"{name}, {call} {turn}, {error}"
                    if ended.returncode in (0, 1):
                        assert turn > 1, f"{what}: no such call is made, or nobody looks at its answer"
                        # It has fewer such calls, or those for the folder alone, which some file systems refuse.
                        before = made_old(folder, target)
                        break
                    after = content(folder)
                    refused(ended, error, what, target, is_written=after == new)
                    assert sorted(after) == sorted(before), f"{what}: {sorted(after)}"
                    # New where the file was written and what is said of it was not, and of several files those that had
                    # their names when the next was refused one.
                    assert all(whole in (before[name], new[name]) for name, whole in after.items()), what
                    refusals += 1
    done(75, f"{refusals} refused writes, syncs and renames: every file old or new and whole, nothing beside it, exit 4")


NAMING = "rename,renameat,renameat2,link,linkat"


def in_order(log, folder, name):
    """Every file is brought to the disk before one has its name, and the folder after all have."""
    calls = [line for line in log.read_text().splitlines() if line.endswith(" = 0") or "<unfinished" in line]
    synced = [place for place, call in enumerate(calls) if re.search(r"fsync\(\d+<.*/\.lindungi-[^/]*\.tmp>", call)]
    naming = r"(rename|link)(at2?)?\(.*\.lindungi-[^/]*\.tmp\""
    named = [place for place, call in enumerate(calls) if re.search(naming, call)]
    folders = [place for place, call in enumerate(calls) if re.search(rf"fsync\(\d+<{re.escape(str(folder))}>", call)]
    assert synced and len(synced) == len(named) and folders, f"{name}: {calls}"
    assert max(synced) < min(named) and max(named) < min(folders), f"{name}: {calls}"


def synced():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made).resolve()
        log = folder / "strace"
        strace = ["strace", "-f", "-y", "-qq", "-o", str(log), "-e", f"trace=fsync,fdatasync,{NAMING}"]
        (folder / "office.csv").write_text(OFFICE)
        for name, words, target in commands(folder):
            # Once with nothing there, and once over what is.
            for _ in range(2):
                assert run(words, strace).returncode in (0, 1), name
                in_order(log, target if target.is_dir() else folder, name)
        settings = {**ENVIRONMENT, "TERM": "xterm", "XDG_CONFIG_HOME": made}
        for name in ("one", "two"):
            terminal = Terminal([*strace, PROGRAM, ROSTER], settings)
            terminal.wait("17,640")
            terminal.press(f":save {name}")
            terminal.enter()
            terminal.wait(f"saved as the view {name}")
            terminal.press("q")
            assert terminal.ended() == 0, "left by q"
            in_order(log, folder / "lindungi", "views")
    done(76, "of lists, workbooks, rosters and views the bytes are synced, then they are named, then the folder is synced")


def small_disk():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", made], capture_output=True)
        if mounted.returncode != 0:
            # A container may be forbidden to; what a full disk answers was put in its calls above.
            print("no disk can be mounted here", flush=True)
            return
        try:
            (folder / "office.csv").write_text(OFFICE)
            for name, words, target in list(commands(folder))[:3]:
                before = made_old(folder, target)
                ended = run(words)
                refused(ended, "ENOSPC", name, target)
                assert content(folder) == before, name
        finally:
            subprocess.run(["umount", made], check=True)
    done(75, "a disk of a megabyte that is full: the same")


injected()
synced()
small_disk()
