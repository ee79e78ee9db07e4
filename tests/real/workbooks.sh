#!/usr/bin/env bash
# Workbooks as another program reads them (openpyxl): numbers of persons are texts, dates are dates, nothing is a formula,
# and what is set up for eyes and printers is there.
#
#     tests/real/workbooks.sh PROGRAM ROSTER
set -euo pipefail
program=$(realpath "$1")
roster=$(realpath "$2")
folder=$(mktemp -d)
chmod 700 "$folder"
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

export_to() { "$program" export "$roster" "${@:2}" -o "$folder/$1.xlsx"; }
export_to masked --lang id
export_to whole --lang en --reveal --sort district,-age
export_to split --lang en --reveal --split-by district
export_to bpu --template bpu --months 4 --reveal --accept-partial 2>/dev/null
# Who left, with a reason: the list of an office is not complete without one.
python3 - "$roster" "$folder/reasons.json" <<'PYTHON'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    roster = json.load(file)
for worker in roster["workers"]:
    worker["reason"] = "pindah"
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(roster, file)
PYTHON
roster="$folder/reasons.json" export_to na --template na --reveal --accept-partial 2>/dev/null
export_to iuran --template iuran --reveal --accept-partial 2>/dev/null
export_to bnba --template bnba --reveal --accept-partial 2>/dev/null
export_to temuan --template temuan --lang id
# What the audit found, a workbook for each office; it ends with 1, since there are errors.
"$program" check "$roster" --by office --reveal --lang id -o "$folder/offices" 2>/dev/null || [[ $? == 1 ]]

python3 - "$folder" <<'PYTHON'
import datetime
import pathlib
import sys

import openpyxl


def book(name):
    return openpyxl.load_workbook(f"{sys.argv[1]}/{name}.xlsx")


def is_number_of_person(value):
    return isinstance(value, str) and len(value) == 16 and value.isdigit()


def laid_out(sheet):
    """What every list has; the answer is its rows below the heading, without its sums."""
    assert sheet.freeze_panes and sheet.freeze_panes.endswith("2"), sheet.freeze_panes
    assert sheet.auto_filter.ref.startswith("A1:"), sheet.auto_filter.ref
    assert sheet.print_title_rows == "$1:$1", sheet.print_title_rows
    assert_page(sheet)
    last = int(sheet.auto_filter.ref.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f" and cell.hyperlink is None, cell.coordinate
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=last)]


def assert_page(sheet):
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert "&P" in sheet.oddFooter.right.text and "&N" in sheet.oddFooter.right.text


def column(sheet, rows, heading):
    place = [cell.value for cell in sheet[1]].index(heading)
    return [row[place] for row in rows]


for name, sheets, heads in [
    ("masked", ["Pekerja", "Ringkasan"], ["NIK", "Usia", "Sampai"]),
    ("whole", ["Workers", "Summary"], ["NIK", "Born", "Until"]),
]:
    own = book(name)
    assert own.sheetnames == sheets, own.sheetnames
    rows = laid_out(own[sheets[0]])
    nik, birth, until = (column(own[sheets[0]], rows, head) for head in heads)
    assert len(rows) > 1000
    everybody = len(rows)
    assert all(isinstance(day, datetime.datetime) for day in until if day is not None) and any(until)
    if name == "whole":
        assert sum(map(is_number_of_person, nik)) > 1000
        assert all(isinstance(value, str) for value in nik if value is not None)
        assert all(isinstance(day, datetime.datetime) for day in birth if day is not None)
        districts = [value for value in column(own["Workers"], rows, "District") if value is not None]
        assert districts == sorted(districts)
    else:
        assert not any(map(is_number_of_person, nik)), "masked"
        assert all(isinstance(age, int) for age in birth if age is not None)
    assert_page(own[sheets[1]])
    said = [cell.value for row in own[sheets[1]].iter_rows() for cell in row]
    assert any(isinstance(value, datetime.datetime) for value in said), "the date of the data"
    assert len(rows) in said, "how many rows"

split = book("split")
assert split.sheetnames[0] == "Summary" and len(split.sheetnames) > 3
overview = {row[0]: row[1] for row in split["Summary"].iter_rows(values_only=True)}
counts = {name: len(laid_out(split[name])) for name in split.sheetnames[1:]}
assert sum(counts.values()) == everybody, "nobody is lost"
assert all(overview[name] == count for name, count in counts.items()), overview

for name, sheet, numbers in [
    ("bpu", "Data TK Baru", "NOMOR_IDENTITAS"),
    ("na", "data_tk_na", "KPJ"),
    ("iuran", "Formulir 2a", "NIK"),
    ("bnba", None, "NIK"),
    ("temuan", "Temuan", "NIK"),
]:
    own = book(name)
    assert sheet is None or own.sheetnames == [sheet], own.sheetnames
    count = 0
    for page in own:
        rows = laid_out(page)
        count += len(rows)
        everything = [value for row in page.iter_rows(values_only=True) for value in row if value is not None]
        assert all(isinstance(value, str) for value in everything), "every cell is text, sums too"
        sums = [value for value in everything if value.startswith("Jumlah: ")]
        assert len(sums) == (name in ("iuran", "bnba")), sums
        digits = {"na": 11}.get(name, 16)
        own_numbers = [value for value in column(page, rows, numbers) if value is not None]
        assert all(len(value) == digits for value in own_numbers) or name == "temuan", name
    assert count > 0, name

offices = {path.stem: openpyxl.load_workbook(path) for path in pathlib.Path(sys.argv[1], "offices").iterdir()}
assert len(offices) >= 4, list(offices)
for name, own in offices.items():
    for page in own:
        rows = laid_out(page)
        assert rows and all(value is None for value in column(page, rows, "hasil")), name
        assert all(isinstance(value, str) for value in column(page, rows, "NIK") if value is not None), name
    assert sum(is_number_of_person(value) for page in own for value in column(page, laid_out(page), "NIK")) > 0, name
assert len(offices["temuan-kantor-distrik"].sheetnames) > 3, "a sheet for each district"

print("openpyxl: texts, dates, no formula; every list as it is set up")
PYTHON
