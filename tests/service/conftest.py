"""A database for the tests of the service: PostgreSQL of our own, migrated, with a small invented council in it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from psycopg.conninfo import conninfo_to_dict

from onechild.knowledge.engines.own_postgres import own_postgres
from onechild.knowledge.tables.extract import Extract, read_extract
from tests.service.template import DATABASE, TODAY, template

__all__ = ["TODAY"]


@pytest.fixture(scope="session")
def service_template() -> Path:
    """The stopped PostgreSQL and the extract that tests start from, made once for as long as nothing of it changes."""
    return template()


@pytest.fixture(scope="session")
def postgres_url(service_template: Path) -> Iterator[str]:
    """The address of a copy of it that waits for no disk, in a folder that its user can reach (not pytest's own)."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    subprocess.run(["cp", "-a", str(service_template / "postgres"), str(folder / "postgres")], check=True)
    try:
        with own_postgres(folder / "postgres", database=DATABASE, durable=False) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgres_url: str) -> None:
    """Point Django at that PostgreSQL; its database is there already."""
    from django.db import connections

    parts = conninfo_to_dict(postgres_url)
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    connections["default"].settings_dict.update({name: str(parts.get(key, "")) for name, key in names.items()})


@pytest.fixture(scope="session")
def little_hatterton(service_template: Path) -> Extract:
    """An invented council of one fiftieth, as an extract on disk: what the test database was loaded from."""
    return read_extract(service_template / "extract", trusting=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_modify_db_settings: None) -> None:
    """The database is migrated and holds the little council: every test starts from it, none changes it."""


@pytest.fixture(autouse=True)
def over_plain_http(settings: Any) -> None:
    """Tests ask as http://testserver, and the step to HTTPS would answer each of them."""
    settings.SECURE_SSL_REDIRECT = False
