#!/usr/bin/env python3
"""Disks that are full: whatever the system refuses while a file is written, every file is the old one or the new one
and whole, nothing is left beside it, and the program says so and ends with 4.

    tests/real/disks.py PROGRAM ROSTER

As root, with strace: it refuses the n-th call of each kind. A disk of a megabyte does it by itself."""

import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, ROSTER = (os.path.realpath(path) for path in sys.argv[1:3])
ENVIRONMENT = {"LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
SAID = {"ENOSPC": "the disk is full", "EDQUOT": "your share of the disk is used up (quota)", "EIO": ""}


def done(number, words):
    print(f"case {number}: {words}", flush=True)


def run(words, prefix=()):
    return subprocess.run([*prefix, PROGRAM, *words], env=ENVIRONMENT, capture_output=True, text=True, timeout=120)


def content(folder):
    """Every file below a folder, by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(ended, error, what, is_written=False):
    assert ended.returncode == 4, f"{what}: {ended}"
    # What cannot be written cannot be said either: then the line has no end.
    is_said = SAID[error] in ended.stderr or not ended.stderr.endswith("\n")
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
                ("rename,renameat,renameat2,link,linkat", "ENOSPC"), ("rename,renameat,renameat2,link,linkat", "EIO"),
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
                    refused(ended, error, what, is_written=after == new)
                    assert sorted(after) == sorted(before), f"{what}: {sorted(after)}"
                    # New where the file was written and what is said of it was not, and of several files those that had
                    # their names when the next was refused one.
                    assert all(whole in (before[name], new[name]) for name, whole in after.items()), what
                    refusals += 1
    done(75, f"{refusals} refused writes, syncs and renames: every file old or new and whole, nothing beside it, exit 4")


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
                refused(ended, "ENOSPC", name)
                assert content(folder) == before, name
        finally:
            subprocess.run(["umount", made], check=True)
    done(75, "a disk of a megabyte that is full: the same")


injected()
small_disk()
