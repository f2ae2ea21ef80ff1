"""A backup comes back as it was, every table of it; what is damaged, or would be written over, is refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from onechild.errors import CannotProceed
from onechild.knowledge.engines.own_postgres import own_postgres
from onechild.service.config.running.backups import back_up, restore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db  # the database of the tests is made only where one asks for it


@pytest.fixture(scope="module")
def url(django_db_setup: None) -> str:
    """The address of the test database."""
    given = connection.settings_dict
    return make_conninfo(dbname=given["NAME"], user=given["USER"], host=given["HOST"], port=given["PORT"])


@pytest.fixture(scope="module")
def bundle(url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the little council, with a file of its own and one that need not be kept."""
    folder = tmp_path_factory.mktemp("backup")
    kept, passing = folder / "files" / "uploads" / "annex.xlsx", folder / "files" / "static" / "page.css"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a file")
    passing.parent.mkdir()
    passing.write_bytes(b"made again")
    back_up(url=url, files=folder / "files", out=folder / "backup.zip", now=NOW)
    return folder / "backup.zip"


@pytest.fixture
def other_server() -> Iterator[str]:
    """A second PostgreSQL with an empty database."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    with own_postgres(folder / "postgres", database="restored", durable=False) as address:
        yield address
    shutil.rmtree(folder, ignore_errors=True)


def test_a_restored_record_is_the_one_that_was_backed_up(
    bundle: Path, url: str, other_server: str, tmp_path: Path
) -> None:
    manifest = restore(bundle_at=bundle, url=other_server, files=tmp_path / "files")
    assert manifest.tables["public.children"][0] == rows(url, "children") > 1000
    assert rows(other_server, "visits") == rows(url, "visits")
    assert names_of_policies(other_server) == names_of_policies(url)
    assert (tmp_path / "files" / "uploads" / "annex.xlsx").read_bytes() == b"a file"
    assert sorted(manifest.files) == ["uploads/annex.xlsx"]
    with pytest.raises(CannotProceed, match="not empty"):
        restore(bundle_at=bundle, url=other_server, files=tmp_path / "other")


def test_the_access_log_holds_after_a_restore(bundle: Path, other_server: str, tmp_path: Path) -> None:
    restore(bundle_at=bundle, url=other_server, files=tmp_path / "files")
    with psycopg.connect(other_server, autocommit=True) as opened:
        opened.execute("ALTER TABLE access_events DISABLE TRIGGER USER")  # it gives every event the moment itself
        opened.execute(
            "INSERT INTO access_events (at, session, kind, what, page, method, status, children, reason) "
            "VALUES (now() - interval '1 hour', '', 'page', 'child overview', 'child', 'GET', 200, '{C1}', '')"
        )
        opened.execute("ALTER TABLE access_events ENABLE TRIGGER USER")
        opened.execute("CREATE DATABASE third")
    third = make_conninfo(other_server, dbname="third")
    assert "1 minutes sealed" in audit("seal", other_server)
    back_up(url=other_server, files=tmp_path / "files", out=tmp_path / "again.zip", now=NOW)
    restore(bundle_at=tmp_path / "again.zip", url=third, files=tmp_path / "third")
    head = audit("verify", other_server).splitlines()[-1]
    assert head in audit("verify", third)


def test_a_restored_table_that_differs_is_named(bundle: Path, other_server: str, tmp_path: Path) -> None:
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(bundle) as before, zipfile.ZipFile(changed, "w") as after:
        facts = json.loads(before.read("manifest.json"))
        facts["tables"]["public.visits"][1] = "1"
        after.writestr("manifest.json", json.dumps(facts))
        after.writestr("database.dump", before.read("database.dump"))
        after.writestr("files/uploads/annex.xlsx", b"a file")
    with pytest.raises(CannotProceed, match=r"differs from the backup in public\.visits"):
        restore(bundle_at=changed, url=other_server, files=tmp_path / "files")


def test_a_backup_is_for_its_owner_alone_and_holds_the_history(bundle: Path) -> None:
    assert bundle.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(bundle) as opened:
        facts: dict[str, Any] = json.loads(opened.read("manifest.json"))
    assert {"public.access_events", "public.access_log_seals", "history.visits"} <= set(facts["tables"])


def test_half_a_backup_is_refused(bundle: Path, url: str, tmp_path: Path) -> None:
    half = tmp_path / "half.zip"
    half.write_bytes(bundle.read_bytes()[: bundle.stat().st_size // 2])
    with pytest.raises(CannotProceed, match="not a whole backup"):
        restore(bundle_at=half, url=url, files=tmp_path / "files")


def test_a_database_that_is_not_there_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="can't be reached"):
        back_up(url=f"postgresql:///x?host={tmp_path}", files=tmp_path / "f", out=tmp_path / "b.zip", now=NOW)
    assert list(tmp_path.iterdir()) == []


def audit(what: str, url: str) -> str:
    env = os.environ | {"DATABASE_URL": url}
    ended = subprocess.run(
        [sys.executable, "-m", "onechild", "audit", what], env=env, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def rows(url: str, table: str) -> int:
    with psycopg.connect(url) as opened:
        found = opened.execute(f"SELECT count(*) FROM {table}").fetchone()  # type: ignore[arg-type]  # noqa: S608
    return int(found[0]) if found else -1


def names_of_policies(url: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as opened:
        return opened.execute(
            "SELECT schemaname, tablename, policyname, roles::text, qual FROM pg_policies ORDER BY 1, 2, 3"
        ).fetchall()
