#!/usr/bin/env bash
# After all suites: what they left in the folder of temporary files, which is to be nothing, and whether a number of
# anybody in the fixtures, or of the hundred persons of tests/it/canaries.rs, is whole in what they said.
#
#     tests/real/canaries.sh FOLDER SAID FIXTURES
set -euo pipefail
folder=$1
said=$2
fixtures=$3

left=$(find "$folder" -mindepth 1)
if [[ $left ]]; then
    # No file is opened here: a workbook does not show what is in it, and no suite has a reason to leave one.
    printf 'left in the folder of temporary files:\n%s\n' "$left" >&2
    exit 1
fi

# NIK, KPJ and telephone, as rosters have them. What fixtures/defects has is often shorter, or no number of anybody.
numbers() {
    grep -rhoE --include='*.json' --exclude-dir=defects '"(nik|kpj|phone)": *"[0-9]{10,16}"' "$fixtures" |
        grep -oE '[0-9]{10,}' | sort -u
}
# A telephone's number is the same without its first zero.
known=$(numbers | sed 's/^0//')
(($(wc -l <<<"$known") > 1000)) || { echo "no numbers in $fixtures" >&2; exit 1; }
if grep -qFf <(printf '%s\n' "$known") "$said" || grep -qE 'Kenariwati|967100[0-9]{4}517[78][0-9]{2}' "$said"; then
    # Which line it is, with its digits hidden.
    { grep -nFf <(printf '%s\n' "$known") "$said" || grep -nE 'Kenariwati|967100[0-9]{4}517[78][0-9]{2}' "$said"; } |
        sed -E 's/[0-9]{8,}/********/g' >&2
    exit 1
fi
echo 'case 92: after all suites no file is left and no number of anybody was said'
