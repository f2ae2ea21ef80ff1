"""Makes the database that tests of the service start from, once, as a stopped PostgreSQL folder that each run copies.

Run as a program with a folder: migrates, loads a small invented council, stops. What it is made of is in `fingerprint`:
another migration, another layout or another invention makes another folder.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from onechild.knowledge.engines.own_postgres import own_postgres
from onechild.knowledge.invented.inventing import VERSION, write_hatterton

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = date(2026, 11, 21)
DATABASE = "test_onechild"
SCALE = 0.02
MADE_OF = (
    "onechild/service/**/migrations/*.py",
    "onechild/service/**/*.sql",
    "onechild/service/record/actions/load*.py",
    "onechild/knowledge/clocks/**/*.py",
    "onechild/knowledge/silence/**/*.py",
    "onechild/knowledge/engines/*",
    "onechild/knowledge/tables/*.py",
    "tests/service/loading.py",
    "tests/service/template.py",
)


def template() -> Path:
    """This function will return the folder of the template: `postgres` (a stopped server's) and `extract`."""
    kept = Path(tempfile.gettempdir()) / f"onechild-test-templates-{os.getuid()}"
    kept.mkdir(mode=0o755, exist_ok=True)
    folder = kept / fingerprint()
    if folder.is_dir():
        return folder
    with (kept / "making.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            fresh = kept / f"{folder.name}.making"
            shutil.rmtree(fresh, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "tests.service.template", str(fresh)], check=True, cwd=ROOT)
            for old in sorted((one for one in kept.iterdir() if one.is_dir() and one != fresh), key=_age)[:-KEPT]:
                shutil.rmtree(old, ignore_errors=True)
            fresh.rename(folder)
    return folder


KEPT = 3


def fingerprint() -> str:
    """This function will return a name that changes with anything that the template is made of."""
    found = hashlib.sha256(f"{VERSION} {SCALE} {TODAY}".encode())
    for path in sorted(path for pattern in MADE_OF for path in ROOT.glob(pattern) if path.is_file()):
        found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def main(folder: Path) -> None:
    """Make the template in a new folder."""
    folder.mkdir(mode=0o755, parents=True)
    extract = write_hatterton(folder / "extract", scale=SCALE, until=TODAY)
    with own_postgres(folder / "postgres", database=DATABASE, durable=False) as url:
        os.environ["DATABASE_URL"] = url
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onechild.service.config.settings")
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        from tests.service.loading import load_for_tests

        load_for_tests(extract)
        connections.close_all()


def _age(folder: Path) -> float:
    return folder.stat().st_mtime


if __name__ == "__main__":
    main(Path(sys.argv[1]))
