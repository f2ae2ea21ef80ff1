"""What tests of the pages of data in start from: a day that stands still, a folder for uploads, an analyst."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from tests.service.conftest import TODAY
from tests.service.people import sign_in


@pytest.fixture(autouse=True)
def here(settings: Any, tmp_path: Path) -> None:
    """The day is that of the little council; files that are sent are kept in the test's own folder."""
    settings.TODAY, settings.FILES, settings.INVENTED = TODAY.isoformat(), tmp_path / "files", True


@pytest.fixture
def analyst(db: None, client: Client) -> User:
    """A performance analyst, signed in."""
    return sign_in(client, "performance_analyst")
