#!/usr/bin/env python3
"""Completions in the shells that people have: each is told them as its users would tell it, and asked for the rest of a
command and of a choice. bash and zsh by the Tab of a terminal, fish by the question that its Tab asks. PowerShell is no
package of Debian: where it is there it is asked too, else that is said.

    tests/real/shells.py PROGRAM
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from terminal import Terminal, check, fail

PROGRAM = Path(sys.argv[1]).resolve()
FOLDER = Path(tempfile.mkdtemp())
BIN = FOLDER / "bin"
ENV = {"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin", "HOME": str(FOLDER), "LC_ALL": "C.UTF-8", "TERM": "xterm"}
FORMATS = ["text", "line", "json", "markdown"]
# What is typed before Tab, and what must come.
QUESTIONS = [
    ("lindungi st", ["status"]),
    ("lindungi completions fi", ["fish"]),
    ("lindungi status --fo", ["--format"]),
    ("lindungi status --demo --format ", FORMATS),
    ("lindungi diff --lang i", ["id"]),
    # A roster may stand where a command does.
    ("lindungi roster-of-m", ["roster-of-mine.json"]),
]


def script(shell):
    text = subprocess.run([PROGRAM, "completions", shell], capture_output=True, env=ENV, check=True).stdout
    path = FOLDER / f"_lindungi.{shell}"
    path.write_bytes(text)
    return path


def readable(seen):
    """What a terminal was sent, without what moves its cursor."""
    return re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x07|\r", b"", seen).decode(errors="replace")


def ask_in_terminal(shell, command, told):
    for typed, answers in QUESTIONS:
        terminal = Terminal(command, env={**ENV, "PS1": "ready> ", "PROMPT": "ready> "})
        terminal.wait("ready> ")
        for line in told:
            terminal.press(line + "\n")
        terminal.press("echo to''ld\n")
        terminal.wait("told\r\n")
        terminal.seen = b""
        # The second Tab lists where the first finds no one answer.
        terminal.press(typed)
        terminal.press("\t\t")
        for _ in range(50):
            text = readable(terminal.seen).replace(typed, "", 1) if len(answers) > 1 else readable(terminal.seen)
            if all(answer in text for answer in answers):
                break
            terminal.take()
        else:
            fail(f"{shell}: {typed!r} is completed to {readable(terminal.seen)!r}, not {answers}")
        terminal.press("\x15exit\n")
        check(terminal.ended() == 0, f"{shell} did not end well")


def ask_at_once(shell, command, questions):
    for typed, answers in questions:
        said = subprocess.run(command(typed), capture_output=True, text=True, env=ENV)
        check(said.returncode == 0 and not said.stderr, f"{shell}: {said.stderr}")
        words = {line.split("\t")[0].strip() for line in said.stdout.splitlines()}
        check(set(answers) <= words, f"{shell}: {typed!r} is completed to {sorted(words)}, not {answers}")


try:
    BIN.mkdir()
    (BIN / "lindungi").symlink_to(PROGRAM)
    (FOLDER / "roster-of-mine.json").write_text("{}")
    os.chdir(FOLDER)
    bash = script("bash")
    ask_in_terminal("bash", ["bash", "--norc", "--noprofile", "-i"], [f"source {bash}"])
    zsh = script("zsh")
    own = FOLDER / "zfunc"
    own.mkdir()
    zsh.rename(own / "_lindungi")
    told = [f"fpath=({own} $fpath)", "autoload -Uz compinit", "compinit -u -D", "setopt no_beep"]
    ask_in_terminal("zsh", ["zsh", "-f", "-i"], told)
    fish = script("fish")
    # What stands without an option before it is told to fish as a file, whatever it is.
    ask_at_once("fish", lambda typed: ["fish", "--no-config", "-c", f"source {fish}; complete -C '{typed}'"],
                [own for own in QUESTIONS if own[0] != "lindungi completions fi"])
    asked = "bash, zsh and fish complete what they are asked for"
    if shutil.which("pwsh"):
        path = script("powershell")
        ask_at_once("PowerShell", lambda typed: [
            "pwsh", "-NoProfile", "-Command",
            f". {path}; (TabExpansion2 '{typed}' {len(typed)}).CompletionMatches.CompletionText"], QUESTIONS)
        print(f"{asked}, and so does PowerShell", flush=True)
    else:
        print(f"{asked}; PowerShell is not here, and not tried", flush=True)
finally:
    shutil.rmtree(FOLDER)
