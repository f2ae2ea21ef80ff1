"""Asks a virus scanner about some bytes: clamd over a socket, or any command that is given a path."""

from __future__ import annotations

import shlex
import socket
import struct
import subprocess
import tempfile
from dataclasses import dataclass

WAITS = 60.0  # seconds
PIECE = 64 * 1024
NOTHING_FOUND, FOUND = 0, 1


class NoAnswer(Exception):
    """The scanner could not be asked, or did not answer as one does."""


@dataclass(frozen=True)
class Verdict:
    """What the scanner says; `words` is the name of what it found."""

    clean: bool
    words: str = ""


def scan(content: bytes, *, scanner: str) -> Verdict:
    """This function will return the verdict of the scanner named, or raise NoAnswer.

    `scanner` is `host:port` or `unix:/path` of a clamd, else a command line to which a path is added.
    """
    host, _, port = scanner.rpartition(":")
    try:
        if scanner.startswith("unix:"):
            with socket.socket(socket.AF_UNIX) as asked:
                asked.settimeout(WAITS)
                asked.connect(scanner.removeprefix("unix:"))
                return _of_clamd(_stream(asked, content))
        if host and port.isdecimal():
            with socket.create_connection((host, int(port)), timeout=WAITS) as asked:
                return _of_clamd(_stream(asked, content))
        return _of_command(content, shlex.split(scanner))
    except (OSError, subprocess.TimeoutExpired, ValueError) as problem:
        raise NoAnswer(type(problem).__name__) from problem


def _stream(asked: socket.socket, content: bytes) -> str:
    """Send the bytes as clamd's INSTREAM has it: each piece after its length, nought at the end."""
    asked.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), PIECE):
        piece = content[start : start + PIECE]
        asked.sendall(struct.pack("!I", len(piece)) + piece)
    asked.sendall(struct.pack("!I", 0))
    answer = b""
    while not answer.endswith(b"\0") and (more := asked.recv(4096)):
        answer += more
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()


def _of_clamd(answer: str) -> Verdict:
    if answer.endswith(" FOUND"):
        return Verdict(False, answer.removeprefix("stream: ").removesuffix(" FOUND"))
    if answer.endswith("OK"):
        return Verdict(True)
    raise NoAnswer("the scanner reported a fault")


def _of_command(content: bytes, command: list[str]) -> Verdict:
    with tempfile.NamedTemporaryFile(prefix="onechild-scan-") as file:  # 0600, and gone when it is closed
        file.write(content)
        file.flush()
        asked = [*command, file.name]  # a command of the settings, and a name of our own
        done = subprocess.run(asked, capture_output=True, timeout=WAITS, check=False)  # noqa: S603
    if done.returncode == NOTHING_FOUND:
        return Verdict(True)
    if done.returncode == FOUND:
        return Verdict(False, "named by the scanner’s own log")
    raise NoAnswer(f"the scanner ended with {done.returncode}")
