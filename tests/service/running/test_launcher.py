"""A launcher refuses what can't work, in one plain line, before it starts anything."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from onechild.errors import CannotProceed
from onechild.service.config.running.launcher import Place, claimed, environment


@pytest.fixture
def free_port() -> int:
    """A port that nobody had a moment ago."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_a_port_in_use_is_refused_and_the_way_out_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(CannotProceed, match=rf"port {port} .*another with --port"),
            claimed(Place(tmp_path, port=port)),
        ):
            pass


def test_a_folder_in_use_is_refused_and_its_address_named(tmp_path: Path, free_port: int) -> None:
    place = Place(tmp_path / "data", port=free_port)
    with claimed(place), pytest.raises(CannotProceed, match=rf"already \(http://localhost:{free_port}/\)"):  # noqa: SIM117
        with claimed(place):
            pass


def test_a_folder_is_free_again_once_its_launcher_has_gone(tmp_path: Path, free_port: int) -> None:
    place = Place(tmp_path / "data", port=free_port)
    with claimed(place):
        pass
    with claimed(place):
        assert place.files.stat().st_mode & 0o777 == 0o700


def test_the_key_of_sessions_outlives_a_restart_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    place = Place(tmp_path)
    first = environment(place, url="postgresql:///x", more={})
    again = environment(place, url="postgresql:///x", more={})
    assert first["ONECHILD_SECRET_KEY"] == again["ONECHILD_SECRET_KEY"]
    assert len(first["ONECHILD_SECRET_KEY"]) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_what_the_administrator_set_goes_before_what_the_folder_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONECHILD_FILES", "/srv/files")
    env = environment(Place(tmp_path), url="postgresql:///x", more={})
    assert (env["ONECHILD_FILES"], env["DATABASE_URL"]) == ("/srv/files", "postgresql:///x")
