"""`onechild audit` seals the log, says that it holds, or names the minute in which it was changed."""

from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from onechild.cli import audit
from onechild.service.access.models import Seal
from tests.service.access.test_log import tampered, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    """The command line, on the database of the test."""
    monkeypatch.setattr(audit, "open_service", lambda: None)
    app = typer.Typer()
    audit.register(app)
    app.command("nothing")(lambda: None)
    return app


def test_sealing_prints_the_head_to_keep_elsewhere(app: typer.Typer) -> None:
    written(5, 3)
    said = CliRunner().invoke(app, ["audit", "seal"]).output
    assert "2 minutes sealed." in said
    assert Seal.objects.latest("minute").hash in said


def test_verifying_a_sound_log_says_so(app: typer.Typer) -> None:
    written(5, 3)
    CliRunner().invoke(app, ["audit", "seal"])
    said = CliRunner().invoke(app, ["audit", "verify"]).output
    assert said.startswith("2 sealed minutes hold, with 2 events; 0 wait for a seal.\nHead of the chain")


def test_verifying_a_changed_log_names_the_minute(app: typer.Typer) -> None:
    event, _ = written(5, 3)
    CliRunner().invoke(app, ["audit", "seal"])
    tampered("UPDATE access_events SET what = 'nothing' WHERE event_id = %s", event.event_id)
    said = app(["audit", "verify"], standalone_mode=False)
    assert said == 1
    assert f"{event.at:%H:%M} UTC" in CliRunner().invoke(app, ["audit", "verify"]).output
