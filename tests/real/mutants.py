#!/usr/bin/env python3
"""Faults that no test notices: thousands of them in one build (tests/mutants), each tried by the tests that reach it.

    tests/real/mutants.py FOLDER prepare PREFIX…   a copy with faults in the files of these paths, built; in FOLDER
    tests/real/mutants.py FOLDER record            which test reaches which fault, and how long each test takes
    tests/real/mutants.py FOLDER run MINUTES [SECONDS [PREFIX…]]
                                                   tries faults, at most so many seconds of tests each; goes on next time
    tests/real/mutants.py FOLDER report            what survived; UNREACHED by every test, PART: not all tests were run

As root, since each worker sees another file under one name. Left out are tests that would notice the copy itself or take
a minute. Of `src/figures src/check src/roster/text src/roster/filter src/roster/query src/lang/scrub.rs
src/capabilities.rs src/disk src/load src/tui/state` there are some 2,300 faults: a quarter of an hour to prepare and to
record, some fifty faults a minute then. Not part of `.ci/run`: what survives is for people to judge."""

import collections
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = pathlib.Path(sys.argv[1]).resolve()
COPY, HITS, TARGET = FOLDER / "copy", FOLDER / "hits", FOLDER / "target"
WORKERS = 2
NOT_THESE = re.compile(r"^(house|readme|torture_list|benches|soak)::|case_95_no_sequence")
TOO_LONG = 8
SWITCH = """
/// Whether the fault of that number is on.
#[doc(hidden)]
#[allow(warnings)]
pub fn mutant(number: u32) -> bool {
    use std::io::Write;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
    static SET: OnceLock<(u32, Option<std::fs::File>)> = OnceLock::new();
    static SEEN: [AtomicBool; 16384] = [const { AtomicBool::new(false) }; 16384];
    let (on, hits) = SET.get_or_init(|| {
        let text = std::fs::read_to_string("{FOLDER}/on").unwrap_or_default();
        let to = text.strip_prefix("record ").map(|name| format!("{HITS}/{name}"));
        let open = |to| std::fs::OpenOptions::new().append(true).create(true).open(to).ok();
        (text.parse().unwrap_or(0), to.and_then(open))
    });
    if let Some(mut file) = hits.as_ref().filter(|_| !SEEN[number as usize].swap(true, Relaxed)) {
        let _ = file.write_all(format!("{number}\\n").as_bytes());
    }
    *on == number
}
"""


def cargo(words, **more):
    environment = dict(os.environ, CARGO_TARGET_DIR=str(TARGET))
    return subprocess.run(["cargo", *words], env=environment, stdout=subprocess.PIPE, text=True, **more).stdout


def faults():
    """Number, name, line and text of each."""
    return [line.rstrip("\n").split("\t") for line in open(FOLDER / "list.tsv")]


def write_copy(prefixes):
    fresh = f"rm -rf '{COPY}' && mkdir -p '{COPY}' && git archive HEAD | tar x -C '{COPY}'"
    subprocess.run(fresh, shell=True, check=True, cwd=HOME)
    words = ["run", "--release", "-q", "--manifest-path", str(HOME / "tests/mutants/Cargo.toml"), "--"]
    print(cargo([*words, str(COPY), str(FOLDER / "skip"), str(FOLDER / "list.tsv"), *prefixes], check=True).strip())
    manifest = (COPY / "Cargo.toml").read_text()
    lints, dependencies = manifest.index("[lints.rust]"), manifest.index("[dependencies]")
    (COPY / "Cargo.toml").write_text(manifest[:lints] + manifest[dependencies:])
    with open(COPY / "src/lib.rs", "a") as lib:
        lib.write(SWITCH.replace("{FOLDER}", str(FOLDER)).replace("{HITS}", str(HITS)))


def not_compiling():
    """The names of faults that are no Rust, by the places of the compiler's errors."""
    names = {number: name for number, name, *_ in faults()}
    for line in cargo(["check", "--lib", "--message-format=json"], cwd=COPY, stderr=subprocess.DEVNULL).splitlines():
        message = json.loads(line).get("message", {})
        if message.get("level") != "error":
            continue
        for span in filter(lambda span: span["is_primary"], message["spans"]):
            text = (COPY / span["file_name"]).read_bytes()
            before = re.findall(rb"crate::mutant\((\d+)\)", text[max(0, span["byte_start"] - 400) : span["byte_start"]])
            within = re.findall(rb"crate::mutant\((\d+)\)", text[span["byte_start"] : span["byte_end"]])
            yield names[(before[-1] if before else within[0]).decode()]


def prepare(prefixes):
    FOLDER.mkdir(parents=True, exist_ok=True)
    while True:
        write_copy(prefixes)
        bad = set(not_compiling())
        if not bad:
            break
        with open(FOLDER / "skip", "a") as skip:
            skip.writelines(f"{name}\n" for name in bad)
    built = cargo(["test", "--no-run", "--lib", "--test", "it", "--message-format=json"], cwd=COPY, check=True)
    artifacts = map(json.loads, built.splitlines())
    for artifact in filter(lambda own: own.get("executable") and own["profile"]["test"], artifacts):
        link = FOLDER / ("it" if artifact["target"]["kind"] == ["test"] else "lib")
        link.unlink(missing_ok=True)
        link.symlink_to(artifact["executable"])


def try_tests(binary, names, limit, temporary):
    """How the tests end: 0, another code, or that they do not."""
    environment = dict(os.environ, CARGO_MANIFEST_DIR=str(COPY), TMPDIR=temporary, RUST_BACKTRACE="0")
    words = [FOLDER / binary, "--exact", *names, "--test-threads=2"]
    quiet = dict.fromkeys(["stdin", "stdout", "stderr"], subprocess.DEVNULL)
    # Not a session of its own: the first terminal that a test opens would be its own, and hang it up.
    tests = subprocess.Popen(words, cwd=COPY, env=environment, process_group=0, **quiet)
    try:
        return tests.wait(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(tests.pid, signal.SIGKILL)
        tests.wait()
        return "timeout"


def set_on(text):
    with open(FOLDER / "on", "r+") as on:
        on.truncate(0)
        on.write(text)


def all_tests():
    for binary in ("lib", "it"):
        words = [FOLDER / binary, "--list", "--format", "terse"]
        listed = subprocess.run(words, stdout=subprocess.PIPE, text=True).stdout
        names = (line.removesuffix(": test") for line in listed.splitlines() if line.endswith(": test"))
        yield from ((binary, name) for name in names if not (binary == "it" and NOT_THESE.search(name)))


def record(worker, temporary):
    with open(FOLDER / f"times{worker}.tsv", "w") as times:
        for binary, name in list(all_tests())[worker::WORKERS]:
            set_on(f"record {binary}.{name}")
            start = time.time()
            ended = try_tests(binary, [name], 60, temporary)
            if ended == 0 and time.time() - start < TOO_LONG:
                print(binary, name, f"{time.time() - start:.2f}", sep="\t", file=times, flush=True)


def reached():
    """The tests that reach each fault: seconds, binary, name."""
    tests = collections.defaultdict(list)
    for path in FOLDER.glob("times?.tsv"):
        for binary, name, seconds in (line.split() for line in open(path)):
            hits = HITS / f"{binary}.{name}"
            for number in set(hits.read_text().split()) if hits.exists() else ():
                tests[number].append((float(seconds), binary, name))
    return tests


def in_parts(tests):
    """The quick ones first; those of a part take some seconds together."""
    parts = []
    for binary in ("lib", "it"):
        part, most = [], 1
        for test in sorted(test for test in tests if test[1] == binary):
            if part and sum(own[0] for own in part) + test[0] > most:
                parts.append(part)
                part, most = [], min(2 * most, TOO_LONG)
            part.append(test)
        parts += [part] if part else []
    return sorted(parts, key=lambda part: sum(test[0] for test in part) / len(part))


def outcome(tests, seconds, temporary):
    if not tests:
        return "UNREACHED"
    spent = 0
    for part in in_parts(tests):
        takes = sum(test[0] for test in part)
        if spent and spent + takes > seconds:
            return "PART"
        spent += takes
        ended = try_tests(part[0][1], [test[2] for test in part], 4 * takes + 12, temporary)
        if ended != 0:
            return f"killed {ended}"
    return "SURVIVED"


def results():
    """The outcome of each fault that was tried, by its name."""
    lines = (line.rstrip("\n").split("\t") for path in FOLDER.glob("results?.tsv") for line in open(path))
    return {name: own for own, name in lines}


def run(worker, temporary, minutes, seconds=30, *prefixes):
    tests, known, end = reached(), results(), time.time() + 60 * float(minutes)
    todo = [fault for fault in faults() if fault[1] not in known and (not prefixes or fault[1].startswith(prefixes))]
    random.Random(7).shuffle(todo)
    with open(FOLDER / f"results{worker}.tsv", "a") as out:
        for number, name, *_ in todo[worker::WORKERS]:
            if time.time() > end:
                break
            set_on(number)
            print(outcome(tests[number], float(seconds), temporary), name, sep="\t", file=out, flush=True)


def report():
    known = results()
    print(collections.Counter(known.get(name, "not tried").split(" ")[0] for _, name, *_ in faults()))
    for _, name, line, text in faults():
        if known.get(name, "killed").split(" ")[0] != "killed":
            print(known[name], name, line, text, sep="\t")


def in_workers(words):
    """Each worker has a file of its own under the name of the switch."""
    (FOLDER / "on").touch()
    HITS.mkdir(exist_ok=True)
    workers = []
    for worker in range(WORKERS):
        (FOLDER / f"on{worker}").touch()
        temporary = FOLDER / f"temporary{worker}"
        temporary.mkdir(exist_ok=True)
        own = [sys.executable, __file__, FOLDER, f"{words[0]}-worker", str(worker), temporary, *words[1:]]
        bound = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
        own = ["unshare", "-m", "sh", "-c", bound, "sh", FOLDER / f"on{worker}", FOLDER / "on", *own]
        workers.append(subprocess.Popen(own))
    sys.exit(max(worker.wait() for worker in workers))


match sys.argv[2:]:
    case ["prepare", *prefixes]:
        prepare(prefixes)
    case [("record" | "run"), *_] as words:
        in_workers(words)
    case ["record-worker", worker, temporary]:
        record(int(worker), temporary)
    case ["run-worker", worker, temporary, *rest]:
        run(int(worker), temporary, *rest)
    case ["report"]:
        report()
    case _:
        sys.exit(__doc__)
