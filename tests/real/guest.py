#!/usr/bin/env python3
"""The shared login of the README with a real sshd and the real ssh client on this machine, in both of its forms: the
dashboard works, and nothing else does. And what the program asks of the system while every key and every command is
tried, by strace; what a user may who is no guest is tried with the same keys, so that the trial is known to find it.

    tests/real/guest.py PROGRAM ROSTER
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
from terminal import PATIENCE, Terminal, check, done, fail, processor_time, together

PROGRAM, ROSTER = (Path(argument).resolve() for argument in sys.argv[1:3])
HERE = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(tempfile.mkdtemp())


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def recipes():
    """Both forms of the README for this user and these files: the lines between ```sshd_config and ```, and what stands
    before the key in `authorized_keys`."""
    readme = (HERE / "README.md").read_text()
    block = re.search(r"```sshd_config\n(.*?)```", readme, re.S)
    line = re.search(r"^    (restrict,.*) ssh-ed25519 …$", readme, re.M)
    check(block and line, "the README has no recipe")
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    texts = []
    for text in (block.group(1), line.group(1)):
        text = text.replace("Match User tamu", f"Match User {user}")
        text = text.replace("/usr/local/bin/lindungi", str(PROGRAM)).replace("/srv/lindungi/roster.json", str(roster))
        check(f"{PROGRAM} --secure {roster}" in text, "the recipe is not what it was")
        texts.append(text)
    check(f"Match User {user}\n" in texts[0], "the recipe is for nobody")
    check(re.fullmatch(r'restrict,pty,command="[^"]+"', texts[1]), f"the line of the key is {texts[1]}")
    return user, *texts


def processes():
    """Processes of the program that show this roster."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if words[0] == str(PROGRAM).encode() and str(roster).encode() in words:
                found.append(int(entry.name))
    return found


def wait_until(what, holds, patience=PATIENCE):
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            fail(f"waited for {what}")
        time.sleep(0.02)


def serve(user, name, text="", front=""):
    """A server with these lines in its settings and this before the guest's key; how its client is called."""
    port, own = free_port(), FOLDER / name
    own.mkdir()
    for key in ("host", "guest"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", own / key], check=True)
    (own / "authorized").write_text(f"{front} {(own / 'guest.pub').read_text()}".lstrip())
    config = own / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {own}/host\nPidFile {own}/pid\n"
        f"AuthorizedKeysFile {own}/authorized\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
        "PermitRootLogin prohibit-password\nMaxStartups 100\nAcceptEnv LANG LC_*\nX11Forwarding yes\n"
        f"Subsystem sftp internal-sftp\n\n{text}"
    )
    os.makedirs("/run/sshd", exist_ok=True) if os.geteuid() == 0 else None
    sshd = shutil.which("sshd") or "/usr/sbin/sshd"
    tried = subprocess.run([sshd, "-t", "-f", config], capture_output=True, text=True)
    check(tried.returncode == 0, f"sshd refuses the recipe: {tried.stderr}")
    servers.append(subprocess.Popen([sshd, "-D", "-f", config, "-E", own / "log"]))
    wait_until("sshd", lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0)
    options = ["-F", "none", "-p", str(port), "-i", str(own / "guest"), "-o", "StrictHostKeyChecking=no",
               "-o", f"UserKnownHostsFile={own}/known", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes",
               "-o", "IdentitiesOnly=yes"]
    return options, f"{user}@127.0.0.1"


# The client sends the language that it has.
LANGUAGE = ["-o", "SendEnv=LANG"]


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=PATIENCE,
                          stdin=subprocess.DEVNULL)


def shows(options, host):
    terminal = Terminal(["ssh", *options, *LANGUAGE, "-tt", host])
    terminal.wait("17,640")
    terminal.press("4")
    terminal.press("/status:active\r")
    terminal.wait("14,212")
    terminal.press("q")
    check(terminal.ended() == 0, "the dashboard over ssh")


def answers(options, host):
    status = subprocess.run([PROGRAM, "status", roster], capture_output=True, text=True,
                            env={"LANG": "C.UTF-8"}).stdout
    for command in (["cat /etc/passwd"], ["--", "--file", "/etc/passwd"], ["bash -i"], ["; id"], ["$(id)"], []):
        ran = run("ssh", *options, *LANGUAGE, "-T", host, *command)
        check((ran.returncode, ran.stdout) == (0, status), f"{command}: {ran}")


def copies(options, host):
    (FOLDER / "file").write_text("x")
    copied = FOLDER / "copied"
    scp = [option if option != "-p" else "-P" for option in options]
    for words in (
        ["sftp", *scp, f"{host}:/etc/passwd", copied],
        ["scp", *scp, f"{host}:/etc/passwd", copied],
        ["scp", "-O", *scp, f"{host}:/etc/passwd", copied],
        ["scp", *scp, FOLDER / "file", f"{host}:{FOLDER}/copied"],
        ["scp", "-O", *scp, FOLDER / "file", f"{host}:{FOLDER}/copied"],
    ):
        ran = run(*words)
        check(ran.returncode != 0 and not copied.exists(), f"{words}: {ran}")


def forwards(options, host):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        ran = run("ssh", *options, "-W", f"127.0.0.1:{port}", host)
        check(ran.returncode != 0, f"-W: {ran}")
        listener.settimeout(0.2)
        try:
            listener.accept()
            fail("a port was forwarded")
        except TimeoutError:
            pass
    for forward in (["-R", "0:127.0.0.1:9"], ["-w", "any"]):
        ran = run("ssh", *options, "-N", "-o", "ExitOnForwardFailure=yes", *forward, host)
        check(ran.returncode != 0, f"{forward}: {ran}")


def environment(options, host):
    agent = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
    variables = dict(re.findall(r"(SSH_\w+)=([^;]+);", agent))
    env = {**os.environ, **variables, "LC_HOSTILE": "$(id)", "TERM": "../../x", "LANG": "x;id"}
    terminal = Terminal(["ssh", *options, "-A", "-X", "-tt", "-o", "SendEnv=LANG LC_*", host], env)
    terminal.wait("17,640")
    (own,) = processes()
    names = {variable.split(b"=")[0].decode() for variable in Path(f"/proc/{own}/environ").read_bytes().split(b"\0")}
    check(not names & {"SSH_AUTH_SOCK", "DISPLAY", "LD_PRELOAD"}, f"{names}")
    terminal.press("q")
    check(terminal.ended() == 0, "with a hostile environment")
    os.kill(int(variables["SSH_AGENT_PID"]), signal.SIGTERM)


def over_ssh(servers):
    os.environ["LANG"] = "C.UTF-8"
    os.environ.pop("LC_ALL", None)
    for tried in (shows, answers, copies, forwards, environment):
        for options, host in servers:
            tried(options, host)
    done(84, "the dashboard works over ssh, by the lines of sshd_config and by that of authorized_keys")
    done(84, "by either, any command is answered by the masked status, exit 0")
    done(84, "by either, sftp and scp copy nothing in either direction")
    done(84, "by either, no port is forwarded in either direction")
    done(85, "by either, neither agent nor display nor a hostile environment changes anything")


def twenty(options, host):
    sessions = [Terminal(["ssh", *options, "-tt", host]) for _ in range(20)]
    for session in sessions:
        session.wait("17,640")
    own = processes()
    most = max(int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1)) for pid in own)
    check(len(own) == 20 and most < 60_000, f"{len(own)} sessions, {most} kB the largest")
    together(sessions, [], 1)
    before, cut = {pid: processor_time(pid) for pid in own}, time.monotonic()
    # The line is cut: no client says goodbye.
    for session in sessions:
        os.kill(session.pid, signal.SIGKILL)
        os.close(session.master)
    last = dict(before)
    while there := {pid: worked for pid in own if (worked := processor_time(pid)) is not None}:
        last |= there
        gone = time.monotonic() - cut
        check(gone < 2, f"{len(there)} sessions are there {gone:.1f} s after the line was cut")
        time.sleep(0.01)
    gone, worked = time.monotonic() - cut, max(last[pid] - before[pid] for pid in own)
    check(worked < 0.2, f"{worked} s of work after the line was cut")
    done(89, f"twenty logins at once, the largest of {most} kB")
    done(89, f"where the line is cut, each is gone within 2 s and works for less than 0.2: {gone:.2f} s, {worked:.2f} s")


WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
FORBIDDEN = ("creat(", "connect(", "unlink", "rename", "mkdir", "link", "symlink", "execveat(", "vfork(", "fork(")
CALLS = ("open,openat,openat2,creat,execve,execveat,connect,socket,unlink,unlinkat,rename,renameat,renameat2,mkdir,"
         "mkdirat,link,linkat,symlink,symlinkat,fork,vfork,prctl")


class Traced(Terminal):
    """The program with the system calls of all its threads, in a folder of its own."""

    def __init__(self, name, *words):
        self.log, self.folder = FOLDER / f"{name}.strace", FOLDER / name
        self.folder.mkdir()
        env = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(self.folder),
               "XDG_CONFIG_HOME": f"{self.folder}/config"}
        strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", self.log, "-e", f"trace={CALLS}"]
        super().__init__([*strace, PROGRAM, *words, roster], env, lambda: os.chdir(self.folder))

    def leave(self):
        """Leaves it by Ctrl-C, which it was still there for; the calls."""
        check(self.is_running(), f"{self.folder.name} has left by some key")
        self.press("\x1b\x1b\x1b")
        self.press("\x03")
        check(self.ended() == 0, f"{self.folder.name}: left by Ctrl-C")
        return [line.split(None, 1)[1] for line in self.log.read_text().splitlines() if " " in line]


def wrong(calls):
    """Those that a guest has no use for."""
    return [call for call in calls if call.startswith((*FORBIDDEN, "socket("))
            or (call.startswith("open") and WRITES.search(call))]


# The keyboard is as good as that of a person: whatever leaves is not pressed.
LETTERS = [bytes([byte]) for byte in range(0x20, 0x7F) if chr(byte) != "q"]
CONTROLS = [bytes([byte]) for byte in range(1, 0x1B) if byte != 3]
NAMED = [b"\x1bO" + bytes([end]) for end in b"ABCDHFPQRS"] + [b"\x1b[%d~" % number for number in range(1, 25)]
FIRST = (b"f", b"w", b"s", b"?", b":", b"/", b"e", b"D", b"v")
TABS = (b"1", b"2", b"3", b"4", b"5")
GUESTS = 30


def commands():
    """Whatever any command is called by, in both languages: every word of every key, and what is said of views."""
    texts = [(HERE / "src/lang/keys.rs").read_text().split("keys! {")[1]]
    texts += re.findall(r"VIEW_\w+: .*?;\n", (HERE / "src/lang/words.rs").read_text(), re.S)
    pairs = [pair for text in texts for pair in re.findall(r'"([^"]+)"\s*/\s*"([^"]+)"', text) if "{" not in pair[0]]
    leaves = next(pair for pair in pairs if pair[0] == "quit")
    words = dict.fromkeys(word for pair in pairs if pair != leaves for word in pair)
    # The README's table of keys is made by the program.
    table = re.search(r"^## Keys$(.*?)^## ", (HERE / "README.md").read_text(), re.M | re.S)
    told = {pair for pair in re.findall(r"^\| `.*` \| (.*) \| (.*) \|$", table.group(1), re.M) if pair != leaves}
    check(len(told) > 20 and told <= set(pairs), f"no words of commands: {told - set(pairs)}")
    return [*words, "save x", "view x", "unview x", "quit now", "shell", "open /etc/passwd", "!id"]


def pressed_by(guests, items, user=None, shown=None):
    """Each item, keys with a pause behind each, to one of the guests. The one who gets the item `shown` has a user who
    presses the same."""
    own = items.index(shown) % len(guests) if user else len(guests)
    for start in range(0, len(items), len(guests)):
        turn = items[start:start + len(guests)]
        sessions = guests[:len(turn)]
        if own < len(turn):
            # What would stop the process of a user.
            turn = [*turn, [key.replace(b"\x1a", b"") for key in turn[own]]]
            sessions = [*sessions, user]
        for keys in zip(*turn):
            together(sessions, keys)


def under_strace():
    # The screen that a shared login has, without ssh: many of them, since a person pauses; and two who are no guests.
    guests = [Traced(f"guest{number}", "--secure") for number in range(GUESTS)]
    users = {name: Traced(name) for name in ("keys", "words")}
    for session in (*guests, *users.values()):
        session.wait("17,640")
    keys = [[b"\x1b\x1b" + tab, key, b"\r"] for tab in TABS for key in LETTERS + CONTROLS + NAMED]
    pressed_by(guests, keys, users["keys"], [b"\x1b\x1b4", b"e", b"\r"])
    # A form that a command opened gets an Enter too.
    words = [[b"\x1b\x1b:" + word.encode(), b"\r", b"\r"] for word in commands()]
    pressed_by(guests, words, users["words"], [b"\x1b\x1b:export", b"\r", b"\r"])
    pairs = [[b"\x1b\x1b\x1b\x154" + first, second] for first in FIRST for second in LETTERS + CONTROLS]
    pressed_by(guests, pairs)
    for name, user in users.items():
        check(wrong(user.leave()), f"none of the {name} made a file though it may: of a guest nothing would be noticed")
    calls = []
    for guest in guests:
        own = guest.leave()
        calls += own
        begun = [call for call in own if call.startswith("execve(")]
        check(len(begun) == 1, f"programs were run: {begun}")
        for asked in ("prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE) = 0", "prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) = 0"):
            check(any(" ".join(call.split()) == asked for call in own), f"{asked}: not among {own[:9]}")
        check(not wrong(own), f"{wrong(own)[:5]}")
        check(any(roster.name in call for call in own), "strace saw nothing")
        check(not any(guest.folder.iterdir()), "a guest has a file")
        check(b"\x1b]" not in guest.seen and b"\x1bP" not in guest.seen, "a title, a clipboard or a link")
    tried = f"{len(keys)} keys and {len(words)} commands, an Enter behind each, {len(pairs)} pairs, each key after a pause"
    done(83, f"no file is opened to be written, nothing is run, nothing is connected to: {tried}")
    done(83, "the same keys and commands are seen to write a file where nobody is a guest")
    done(88, "no title, clipboard or link in the stream, and Ctrl-Z does nothing")
    done(93, "a guest's process has said that no image may be made of it, and that it wants to become nothing more")
    numbers = set(re.findall(r'"(?:nik|phone|kpj)":\s*"(\d{9,16})"', roster.read_text()))
    seen = b"".join(guest.seen for guest in guests)
    runs = set(re.findall(r"\d{9,}", seen.decode(errors="replace")))
    parts = {run[start:end] for run in runs for start in range(len(run)) for end in range(start + 9, start + 17)}
    check(numbers and not numbers & parts, f"{len(numbers & parts)} whole numbers of {len(numbers)}")
    done(87, f"none of {len(numbers)} numbers is whole in {len(seen)} bytes of the screen")


roster = FOLDER / "roster.json"
shutil.copy(ROSTER, roster)
FOLDER.chmod(0o755)
servers = []
try:
    user, block, front = recipes()
    recipe, key = serve(user, "recipe", text=block), serve(user, "key", front=front)
    over_ssh((recipe, key))
    twenty(*recipe)
    under_strace()
finally:
    for server in servers:
        server.terminate()
        server.wait()
    shutil.rmtree(FOLDER, ignore_errors=True)
