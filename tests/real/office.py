#!/usr/bin/env python3
"""Lists as LibreOffice and Python's csv read them: the same people, every number whole, every text a text, and nothing
worked out.

    tests/real/office.py PROGRAM ROSTER

With openpyxl, and LibreOffice without a window."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

PROGRAM, ROSTER = (os.path.realpath(path) for path in sys.argv[1:3])
# How LibreOffice writes a table as text: comma, double quotes, UTF-8, cells as they are shown.
AS_TEXT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
# How it reads one in which every column is text: a number of sixteen digits is none to it otherwise.
FROM_TEXT = "CSV:44,34,76,1," + "/".join(f"{column}/2" for column in range(1, 31))


def done(number, words):
    print(f"case {number}: {words}", flush=True)


def export(folder, name, roster=ROSTER):
    path = folder / name
    words = [PROGRAM, "export", str(roster), "--reveal", "--lang", "en", "-o", str(path)]
    subprocess.run(words, check=True, capture_output=True, env={"LANG": "C.UTF-8"})
    return path


def by_office(folder, path, form, *more):
    """A file as LibreOffice reads it and writes it again."""
    out = folder / "again"
    own = f"-env:UserInstallation=file://{folder}/profile"
    words = ["soffice", own, "--headless", "--convert-to", form, *more, "--outdir", str(out), str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=300, env={**os.environ, "HOME": str(folder), "TMPDIR": str(folder)})
    return next(out.glob(f"{path.stem}.*"))


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def people(rows):
    """The id, name, district and village of everybody, and the numbers that are whole."""
    whole = [[own for own in row if len(own) in (11, 16) and own.isdigit()] for row in rows]
    return [row[:2] + row[4:6] + numbers for row, numbers in zip(rows, whole)]


def same_people():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        ours = table(export(folder, "list.csv"))
        book = export(folder, "book.xlsx")
        cells = openpyxl.load_workbook(book)["Workers"].iter_rows(values_only=True)
        assert len(ours) > 1000 and len(ours) == sum(1 for _ in cells)
        assert table(by_office(folder, folder / "list.csv", AS_TEXT, f"--infilter={FROM_TEXT}")) == ours
        assert people(table(by_office(folder, book, AS_TEXT))[1:]) == people(ours[1:])
        # Read back, each way gives the same roster: ours, the workbook, and both as LibreOffice wrote them again.
        with open(ROSTER, encoding="utf-8") as file:
            programme = {**json.load(file), "workers": [], "claims": []}
        (folder / "programme.json").write_text(json.dumps(programme))
        rosters = set()
        for path in (folder / "list.csv", book, folder / "again" / "list.csv", folder / "again" / "book.csv"):
            words = [str(path), "--program", str(folder / "programme.json"), "--accept-partial", "--force"]
            out = folder / "back.json"
            ended = subprocess.run([PROGRAM, "import", *words, "-o", str(out)], capture_output=True, text=True)
            assert ended.returncode in (0, 1), f"{path}: {ended}"
            rosters.add(out.read_bytes())
        assert len(rosters) == 1 and len(json.loads(rosters.pop())["workers"]) > len(ours) - 20
        done(82, f"{len(ours) - 1} people to LibreOffice, to Python and back: the same roster each way")


def no_formula():
    names = ["=1+1", "+628123456", "-5", "@SUM(1)", "=cmd|' /C calc'!A0", "＝1", "'quoted", "1+1", "=HYPERLINK(\"x\")"]
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        with open(ROSTER, encoding="utf-8") as file:
            city = json.load(file)
        people = city["workers"][: len(names)]
        city.update(workers=[{**worker, "name": name} for worker, name in zip(people, names)], claims=[])
        (folder / "city.json").write_text(json.dumps(city))
        book = export(folder, "book.xlsx", folder / "city.json")
        read = [row[1] for row in table(by_office(folder, book, AS_TEXT))[1:]]
        assert read == names, f"worked out or changed: {read}"
        done(15, "in LibreOffice a text that looks like a formula is the text")


same_people()
no_formula()
