"""A database for the tests of the service: PostgreSQL of our own, migrated, with a small invented council in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from psycopg.conninfo import conninfo_to_dict

from onechild.knowledge.engines.own_postgres import own_postgres
from onechild.knowledge.invented.inventing import write_hatterton
from onechild.knowledge.tables.extract import Extract

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL that waits for no disk, in a folder that its user can reach (not pytest's own)."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    try:
        with own_postgres(folder / "postgres", durable=False) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgres_url: str) -> None:
    """Point Django at that PostgreSQL before the test database is made."""
    from django.db import connections

    parts = conninfo_to_dict(postgres_url)
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    connections["default"].settings_dict.update({name: str(parts.get(key, "")) for name, key in names.items()})


@pytest.fixture(scope="session")
def little_hatterton(tmp_path_factory: pytest.TempPathFactory) -> Extract:
    """An invented council of one fiftieth, as an extract on disk."""
    folder = tmp_path_factory.mktemp("hatterton") / "extract"
    return write_hatterton(folder, scale=0.02, until=TODAY)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any, little_hatterton: Extract
) -> None:
    """The test database with the little council loaded: every test starts from it, and none changes it for another."""
    from tests.service.loading import load_for_tests

    with django_db_blocker.unblock():
        load_for_tests(little_hatterton)


@pytest.fixture(autouse=True)
def over_plain_http(settings: Any) -> None:
    """Tests ask as http://testserver: the step to HTTPS, which every other setting assumes, would answer each of them."""
    settings.SECURE_SSL_REDIRECT = False
