"""A folder that the user who runs PostgreSQL can reach: pytest's own is closed to all but its owner."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onechild.knowledge.engines.own_postgres import own_postgres


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that is gone after the test."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a PostgreSQL that waits for no disk."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    with own_postgres(folder / "postgres", durable=False) as address:
        yield address
    shutil.rmtree(folder, ignore_errors=True)
