#!/usr/bin/env python3
"""The shared login of the README with a real sshd and the real ssh client on this machine: the dashboard works, and
nothing else does. And what the program asks of the system while every key and every command is tried, by strace.

    tests/real/guest.py PROGRAM ROSTER
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

PROGRAM, ROSTER = (Path(argument).resolve() for argument in sys.argv[1:3])
HERE = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(tempfile.mkdtemp())
PATIENCE = 60


class Terminal:
    """A command in a terminal of 80 columns and 24 rows."""

    def __init__(self, command, env=None):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env or os.environ)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def take(self, patience=0.1):
        """What comes within a time; whether anything did."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            block = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += block
        return bool(block)

    def wait(self, text):
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            self.take()
            if time.monotonic() > end:
                fail(f"waited for {text!r}, there is {self.seen[-2000:]!r}")

    def press(self, keys):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())
        while self.take(0.05):
            pass

    def ended(self):
        """Its exit code."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.take(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
        fail(f"does not end: {self.seen[-500:]!r}")


def fail(why):
    raise SystemExit(f"guest.py: {why}")


def check(holds, why):
    if not holds:
        fail(why)


def done(case, what):
    print(f"case {case}: {what}")


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


def recipe():
    """The lines of the README between ```sshd_config and ```, for this user and these files."""
    readme = (HERE / "README.md").read_text()
    block = re.search(r"```sshd_config\n(.*?)```", readme, re.S)
    check(block, "the README has no recipe")
    text = block.group(1)
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    text = text.replace("Match User tamu", f"Match User {user}")
    text = text.replace("/usr/local/bin/lindungi", str(PROGRAM)).replace("/srv/lindungi/roster.json", str(roster))
    check(str(PROGRAM) in text and str(roster) in text and user in text, "the recipe is not what it was")
    return user, text


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


def serve(user, text):
    port = free_port()
    for name in ("host", "guest"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", FOLDER / name], check=True)
    shutil.copy(FOLDER / "guest.pub", FOLDER / "authorized")
    config = FOLDER / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {FOLDER}/host\nPidFile {FOLDER}/pid\n"
        f"AuthorizedKeysFile {FOLDER}/authorized\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
        "PermitRootLogin prohibit-password\nMaxStartups 100\nAcceptEnv LANG LC_*\n"
        f"Subsystem sftp internal-sftp\n\n{text}"
    )
    os.makedirs("/run/sshd", exist_ok=True) if os.geteuid() == 0 else None
    sshd = shutil.which("sshd") or "/usr/sbin/sshd"
    tried = subprocess.run([sshd, "-t", "-f", config], capture_output=True, text=True)
    check(tried.returncode == 0, f"sshd refuses the recipe: {tried.stderr}")
    server = subprocess.Popen([sshd, "-D", "-f", config, "-E", FOLDER / "log"])
    wait_until("sshd", lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0)
    options = ["-F", "none", "-p", str(port), "-i", str(FOLDER / "guest"), "-o", "StrictHostKeyChecking=no",
               "-o", f"UserKnownHostsFile={FOLDER}/known", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes"]
    return server, options, f"{user}@127.0.0.1"


def over_ssh(options, host):
    ssh = ["ssh", *options]
    def run(*words, **how):
        return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=PATIENCE,
                              stdin=subprocess.DEVNULL, **how)

    status = subprocess.run([PROGRAM, "status", roster], capture_output=True, text=True,
                            env={"LANG": "C.UTF-8"}).stdout
    # The client sends the language that it has.
    lang = ["-o", "SendEnv=LANG"]
    os.environ["LANG"] = "C.UTF-8"
    os.environ.pop("LC_ALL", None)

    terminal = Terminal([*ssh, *lang, "-tt", host])
    terminal.wait("17,640")
    terminal.press("4")
    terminal.press("/status:active\r")
    terminal.wait("14,212")
    terminal.press("q")
    check(terminal.ended() == 0, "the dashboard over ssh")
    done(84, "the dashboard works over ssh")

    for command in (["cat /etc/passwd"], ["--", "--file", "/etc/passwd"], ["bash -i"], ["; id"], ["$(id)"], []):
        ran = run(*ssh, *lang, "-T", host, *command)
        check((ran.returncode, ran.stdout) == (0, status), f"{command}: {ran}")
    done(84, "any command is answered by the masked status, exit 0")

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
    done(84, "sftp and scp copy nothing in either direction")

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        ran = run(*ssh, "-W", f"127.0.0.1:{port}", host)
        check(ran.returncode != 0, f"-W: {ran}")
        listener.settimeout(0.2)
        try:
            listener.accept()
            fail("a port was forwarded")
        except TimeoutError:
            pass
    for forward in (["-R", "0:127.0.0.1:9"], ["-w", "any"]):
        ran = run(*ssh, "-N", "-o", "ExitOnForwardFailure=yes", *forward, host)
        check(ran.returncode != 0, f"{forward}: {ran}")
    done(84, "no port is forwarded in either direction")

    agent = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
    variables = dict(re.findall(r"(SSH_\w+)=([^;]+);", agent))
    env = {**os.environ, **variables, "LC_HOSTILE": "$(id)", "TERM": "../../x", "LANG": "x;id"}
    terminal = Terminal([*ssh, "-A", "-X", "-tt", "-o", "SendEnv=LANG LC_*", host], env)
    terminal.wait("17,640")
    (own,) = processes()
    environment = Path(f"/proc/{own}/environ").read_bytes().split(b"\0")
    names = {variable.split(b"=")[0].decode() for variable in environment}
    check(not names & {"SSH_AUTH_SOCK", "DISPLAY", "LD_PRELOAD"}, f"{names}")
    terminal.press("q")
    check(terminal.ended() == 0, "with a hostile environment")
    os.kill(int(variables["SSH_AGENT_PID"]), signal.SIGTERM)
    done(85, "neither agent nor display nor a hostile environment changes anything")

    sessions = [Terminal([*ssh, "-tt", host]) for _ in range(20)]
    for session in sessions:
        session.wait("17,640")
    most = max(int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{own}/status").read_text()).group(1)) for own in processes())
    check(len(processes()) == 20 and most < 60_000, f"{len(processes())} sessions, {most} kB the largest")
    # The line is cut: no client says goodbye.
    for session in sessions:
        os.kill(session.pid, signal.SIGKILL)
        os.close(session.master)
    wait_until("the sessions to be gone", lambda: not processes(), 5)
    done(89, f"twenty logins at once, the largest of {most} kB; where the line is cut nothing is left")


WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
CALLS = "open,openat,openat2,creat,execve,execveat,connect,socket,unlink,unlinkat,rename,renameat,renameat2,mkdir,link,symlink,fork,vfork"


def under_strace():
    log = FOLDER / "strace"
    env = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    # The screen that a shared login has, without ssh: every call of every thread.
    terminal = Terminal(["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}", str(PROGRAM), "--secure",
                         str(roster)], env)
    terminal.wait("17,640")
    # The keyboard is as good as that of a person: whatever leaves is not pressed.
    letters = [bytes([byte]) for byte in range(0x20, 0x7F) if chr(byte) != "q"]
    controls = [bytes([byte]) for byte in range(1, 0x1B) if byte != 3]
    named = [b"\x1bO" + bytes([end]) for end in b"ABCDHFPQRS"] + [b"\x1b[%d~" % number for number in range(1, 25)]
    keys = letters + controls + named
    for tab in b"12345":
        for key in keys:
            terminal.press(b"\x1b\x1b" + bytes([tab]) + key)
    for first in (b"f", b"w", b"s", b"?", b":", b"/", b"e", b"D", b"v"):
        for second in letters + controls:
            os.write(terminal.master, b"4" + first + second)
            terminal.take(0)
            os.write(terminal.master, b"\x1b\x1b\x1b\x15\x1b")
        terminal.press(b"\x1b")
    for word in ("export", "copy", "copy all", "print", "save x", "view x", "unview x", "compare", "reload", "reveal",
                 "language", "what if", "facets", "sort", "undo", "quit now", "shell", "open /etc/passwd", "!id"):
        terminal.press(f"\x1b\x1b:{word}")
        terminal.press("\r")
        terminal.press("\x1b\x1b")
    terminal.press("\x1b\x1b\x1b")
    terminal.press("\x03")
    check(terminal.ended() == 0, "left by Ctrl-C")
    calls = [line.split(None, 1)[1] for line in log.read_text().splitlines() if " " in line]
    begun = [call for call in calls if call.startswith("execve(")]
    check(len(begun) == 1, f"programs were run: {begun}")
    forbidden = ("creat(", "connect(", "unlink", "rename", "mkdir", "link", "symlink", "execveat(", "vfork(", "fork(")
    wrong = [call for call in calls if call.startswith(forbidden) or (call.startswith("open") and WRITES.search(call))]
    sockets = [call for call in calls if call.startswith("socket(")]
    check(not wrong and not sockets, f"{wrong[:5]} {sockets[:5]}")
    check(any(str(roster) in call or roster.name in call for call in calls), "strace saw nothing")
    check(b"\x1b]" not in terminal.seen and b"\x1bP" not in terminal.seen, "a title, a clipboard or a link")
    done(83, f"no file is opened to be written, nothing is run, nothing is connected to: {len(calls)} calls")
    done(88, "no title, clipboard or link in the stream, and Ctrl-Z does nothing")
    numbers = set(re.findall(r'"(?:nik|phone|kpj)":\s*"(\d{9,16})"', roster.read_text()))
    told = [number for number in numbers if number.encode() in terminal.seen]
    check(numbers and not told, f"{len(told)} whole numbers of {len(numbers)}")
    done(87, f"none of {len(numbers)} numbers is whole in {len(terminal.seen)} bytes of the screen")


roster = FOLDER / "roster.json"
shutil.copy(ROSTER, roster)
FOLDER.chmod(0o755)
server = None
try:
    user, text = recipe()
    server, options, host = serve(user, text)
    over_ssh(options, host)
    under_strace()
finally:
    if server:
        server.terminate()
        server.wait()
    shutil.rmtree(FOLDER, ignore_errors=True)
