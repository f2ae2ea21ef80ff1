"""Writes the three hashed locks of requirements/, and says whether they still agree with pyproject.toml.

The locks hold no registry address, and a pin moves only when it must: an existing pin is kept for as long as
pyproject.toml allows it, so a newer release somewhere never makes the check fail. `make lock` calls
`write`, `make check` calls `check`.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
UV = Path(sys.executable).with_name("uv")

DEV = ("--group", "pyproject.toml:dev")
LOCKS: dict[str, tuple[str, ...]] = {
    "base.txt": (),
    "dev.txt": DEV,
    "spark.txt": ("--extra", "spark", *DEV),
}
SETTINGS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--custom-compile-command=make lock",
    "--quiet",
)
REMEDY = "run `make lock` and commit requirements/"


class UnresolvedError(Exception):
    """The set could not be worked out: two needs conflict, or the package registry was out of reach."""


def main(command: str) -> int:
    """Do `write` or `check`; 0 when the locks agree with pyproject.toml, 1 when not, 2 when unknown."""
    try:
        if command == "write":
            changed = [name for name in LOCKS if _write(name)]
            print("requirements/: " + (f"rewrote {', '.join(changed)}" if changed else "nothing to change"))
            return 0
        stale = [name for name in LOCKS if not _agrees(name)]
    except UnresolvedError as error:
        print(f"The locks could not be worked out. {error}", file=sys.stderr)
        return 2
    for name in stale:
        print(f"requirements/{name} does not agree with pyproject.toml: {REMEDY}", file=sys.stderr)
    return 1 if stale else 0


def _write(name: str) -> bool:
    fresh = _compiled(name)
    if fresh == _present(name):
        return False
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / name).write_bytes(fresh)
    return True


def _agrees(name: str) -> bool:
    """Ask this machine's own cache first; only a different answer is worth a trip to the registry."""
    with contextlib.suppress(UnresolvedError):
        if _compiled(name, "--offline") == _present(name):
            return True
    return _compiled(name) == _present(name)


def _present(name: str) -> bytes:
    lock = FOLDER / name
    return lock.read_bytes() if lock.exists() else b""


def _compiled(name: str, *extra: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / name
        if present := _present(name):
            fresh.write_bytes(present)  # uv keeps the pins of the file that it is asked to overwrite
        command = [
            str(UV),
            "pip",
            "compile",
            "pyproject.toml",
            *LOCKS[name],
            *SETTINGS,
            *extra,
            "-o",
            str(fresh),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise UnresolvedError(done.stderr.strip())
        return fresh.read_bytes()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {"write", "check"}:
        raise SystemExit("usage: python tools/locks.py write | check")
    raise SystemExit(main(sys.argv[1]))
