#!/usr/bin/env bash
# In PostgreSQL and in DuckDB: the workers of `lindungi export` and the rest of a roster go into the tables of
# fixtures/sources, the one query there gives a roster again, and every figure of it is the one of the file; so is each
# of a district that the database selects, and each that it counts itself.
#
#     tests/real/databases.sh PROGRAM ROSTER…
set -euo pipefail
program=$(realpath "$1")
shift
rosters=()
for roster in "$@"; do rosters+=("$(realpath "$roster")"); done
sources=$(realpath "$(dirname "$0")/../../fixtures/sources")
# Debian keeps the server's programs out of the way, one folder a version.
for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V); do PATH="$bin:$PATH"; done
folder=$(mktemp -d)
chmod 700 "$folder"
# The server refuses to be root's.
ordinary=()
if [[ $(id -u) == 0 ]]; then
    chown nobody "$folder"
    ordinary=(setpriv --reuid nobody --regid "$(id -g nobody)" --clear-groups)
fi
cd "$folder"
leave() {
    [[ -e data/postmaster.pid ]] && "${ordinary[@]}" pg_ctl -D data -m immediate -w stop >/dev/null 2>&1 || true
    cd /
    rm -rf "$folder"
}
trap leave EXIT
trap 'exit 1' INT TERM HUP

export LC_ALL=C.UTF-8 PGHOST=127.0.0.1 PGUSER=lindungi PGDATABASE=lindungi PGCONNECT_TIMEOUT=10
unset PGSERVICE PGPASSWORD PGOPTIONS
"${ordinary[@]}" initdb -D data -U lindungi -A trust -E UTF8 --no-locale --no-sync >initdb.log ||
    { cat initdb.log >&2; exit 1; }
# A port that is free may be taken before the server has it.
for turn in 1 2 3 4 5; do
    PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    export PGPORT
    set="-c listen_addresses=127.0.0.1 -c port=$PGPORT -c unix_socket_directories= -c fsync=off"
    "${ordinary[@]}" pg_ctl -D data -l server.log -w -t 30 -o "$set" start >/dev/null && break
    ((turn < 5)) || { cat server.log >&2; exit 1; }
done

# `status` as JSON of a file or of standard input.
figures() { "$program" status "$@" --format json; }

# The workers as JSON Lines and the rest as one line of JSON. Not CSV: what begins like a formula (a phone as +62…) has
# an apostrophe before it there, for spreadsheets, and a name that is blank is not told from one that is absent.
unpack() {
    "$program" export "$1" --reveal --format jsonl >workers.jsonl
    python3 - "$1" >rest.json <<'PYTHON'
import json, sys
roster = json.load(open(sys.argv[1], encoding="utf-8"))
del roster["workers"]
print(json.dumps(roster, ensure_ascii=False))
PYTHON
}

# An export has the standing of the day. What the office knew is the same word, but for arrears: they are active there.
fields="id, nik, coalesce(name, ''), sex, birth_date, coalesce(\"group\", ''), segment, district, village,
    case standing when 'grace' then 'active' else standing end, registered_on, enrolled_on, protected_until, kpj, phone,
    welfare_decile, reason"
types='id text, nik text, name text, sex text, birth_date date, "group" text, segment text, district text, village text,
    standing text, registered_on date, enrolled_on date, protected_until date, kpj text, phone text,
    welfare_decile smallint, reason text'

load_postgres() {
    createdb --maintenance-db=postgres -T template0 lindungi
    psql -qX -v ON_ERROR_STOP=1 -f "$sources/tables.sql" -f - <<SQL
create temp table lines (line json);
create temp table rest (line json);
-- No character of JSON is a quote, a delimiter or an escape here.
\copy lines from 'workers.jsonl' with (format csv, quote E'\x01', delimiter E'\x02')
\copy rest from 'rest.json' with (format csv, quote E'\x01', delimiter E'\x02')
insert into workers select $fields from lines, json_to_record(line) as worker ($types);
insert into programme select (line->>'synthetic')::boolean, line->'program', line->'groups', line->'plan',
    line->'claims', line->'districts', line->'history' from rest;
insert into payments select number, p->>'kind', p->>'month', p->>'through', (p->>'workers')::bigint,
    (p->'by_segment'->>'BPU')::bigint, (p->'by_segment'->>'PU')::bigint, (p->>'amount')::numeric,
    (p->>'paid_on')::date, p->>'reference'
    from rest, json_array_elements(line->'payments') with ordinality as payment (p, number);
SQL
}
ask_postgres() { psql -qAtX -c "$1"; }
give_postgres() { psql -XqAtf "$sources/postgres.sql" ${1:+-v district="$1"}; }
drop_postgres() { dropdb --maintenance-db=postgres lindungi; }

load_duckdb() {
    local columns
    columns=$(sed -E 's/"?([a-z_]+)"? ([a-z]+)/"\1": "\2"/g' <<<"$types")
    duckdb -no-init -bail office.duckdb >/dev/null <<SQL
.read $sources/tables.sql
insert into workers select $fields
    from read_json('workers.jsonl', format = 'newline_delimited', columns = {$columns});
create temp table rest as select json as line from read_json_objects('rest.json');
insert into programme select (line->>'synthetic')::boolean, line->'program', line->'groups', line->'plan',
    line->'claims', line->'districts', line->'history' from rest;
insert into payments select number, p->>'kind', p->>'month', p->>'through', (p->>'workers')::bigint,
    (p->'by_segment'->>'BPU')::bigint, (p->'by_segment'->>'PU')::bigint, (p->>'amount')::decimal(28, 0),
    (p->>'paid_on')::date, p->>'reference'
    from (select unnest(list) as p, generate_subscripts(list, 1) as number
        from (select from_json(line->'payments', '["json"]') as list from rest));
SQL
}
ask_duckdb() { duckdb -no-init -readonly -noheader -list office.duckdb -c "$1"; }
give_duckdb() {
    local selected=()
    [[ ${1:-} ]] && selected=(-cmd "set variable district = '${1//\'/\'\'}'")
    duckdb -no-init -readonly -noheader -list office.duckdb "${selected[@]}" -f "$sources/duckdb.sql"
}
drop_duckdb() { rm office.duckdb; }

# Compares two files of figures; says the first difference, and the reasons of those that may be.
compare() { python3 - "$@" <<'PYTHON'
import json, sys
how, read, file = sys.argv[1], *(json.load(open(name)) for name in sys.argv[2:4])

def same(path, one, other):
    if type(one) is dict and type(other) is dict:
        for key in one.keys() | other.keys():
            same(f"{path}.{key}", one.get(key), other.get(key))
    elif one != other:
        sys.exit(f"{path}: {one!r} out of the database, {other!r} in the file")

if how == "whole":
    # An export is scrubbed: what a reader would not see in a name is gone. And it has the standing of the day, so that
    # nobody is active in the list any more whose protection is over.
    for rule in ["text-suspicious", "status-stale"]:
        file["findings"]["warnings"] -= file["findings"]["by_rule"].pop(rule, 0)
else:
    # The money is the whole programme's in both; a roster of one district alone is measured by the whole target, and
    # its audit finds the payments to be too many.
    keep = ["active", "standing", "funnel", "months", "pace_90_days"]
    group = ["id", "matched", "active", "standing"]
    for figures in read, file:
        figures["enrollment"] = {key: figures["enrollment"][key] for key in keep}
        figures["groups"] = [{key: row[key] for key in group} for row in figures["groups"]]
        figures["workers"] = figures["workers"]["matched"]
        figures["districts"] = [row["active"] for row in figures["districts"] if row["matched"]]
        for key in ["findings", "budget", "filter", "payments"]:
            del figures[key]
same("status", read, file)
PYTHON
}

# What the database counts: workers of each group and of each district, those active on the day of each group.
counts="select part, name, number from (
    select 1 as part, occupation as name, count(*) as number from workers group by occupation
    union all select 2, occupation, sum(case when status = 'active'
        and coalesce(protected_until >= day, true) then 1 else 0 end) from workers, today group by occupation
    union all select 3, district, count(*) from workers where district is not null group by district) as counted
    where number > 0 order by part, name"
counted() { python3 - "$1" <<'PYTHON'
import json, sys
figures = json.load(open(sys.argv[1]))
rows = [(1, row["id"], row["matched"]) for row in figures["groups"]]
rows += [(2, row["id"], row["active"]) for row in figures["groups"]]
rows += [(3, row["name"], row["matched"]) for row in figures["districts"] if row["name"]]
for row in sorted(row for row in rows if row[2] and row[1]):
    print(*row, sep="|")
PYTHON
}

for roster in "${rosters[@]}"; do
    unpack "$roster"
    figures "$roster" >file.json
    counted file.json >counts.file
    for base in postgres duckdb; do
        "load_$base"
        "give_$base" | figures - >read.json
        compare whole read.json file.json
        district=$("ask_$base" "select district from workers where district is not null
            group by district order by count(*) desc, district limit 1")
        "give_$base" "$district" | figures - >read.json
        figures "$roster" --filter "district:\"$district\"" >some.json
        compare selected read.json some.json
        day="with today as (select (program->>'as_of')::date as day from programme) "
        "ask_$base" "$day$counts" >counts.base
        diff counts.base counts.file >&2
        "drop_$base"
        echo "$base, $(basename "$roster"): every figure is that of the file, of $district too, and every count"
    done
done
