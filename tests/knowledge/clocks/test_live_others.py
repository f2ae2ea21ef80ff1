"""The live clocks of subjects that are no children, and writers of one family who write at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC
from typing import Any

import psycopg
import pytest

from onechild.knowledge.clocks import live
from onechild.knowledge.clocks.subjects import OTHERS, OWNERS
from onechild.knowledge.tables.contract import TABLES
from tests.knowledge.clocks.others import others
from tests.knowledge.clocks.plain_record import built, kept, put, take_away
from tests.spec.tables import standard_tables

EACH = 12
PLAN = """
child_protection_plans
plan_id | child | started_on
p       | 1     | 2026-01-05
q       | 2     | 2026-01-05
r       | 3     | 2026-01-05
visits
visit_id | child | happened_on | purpose
v        | 3     | 2026-01-20  | child_protection
"""


@pytest.fixture
def filled(record: Any) -> Any:
    """A record of other subjects whose rows contradict one another."""
    drawn = others(seed=20261121, each=EACH)
    put(record, {name: [row for rows in drawn.values() for row in rows[name]] for name in TABLES if name != "settings"})
    live.rebuild(record)
    return record


def test_rebuild_gives_the_duties_of_duckdb(filled: Any) -> None:
    assert kept(filled) == built(filled)
    assert {row[0] for row in kept(filled)} == set(OTHERS)
    assert live.differences(filled) == []


def test_others_renewed_a_few_at_a_time_have_the_duties_of_a_rebuild(filled: Any) -> None:
    expected = kept(filled)
    filled.execute("DELETE FROM public.obligations")
    changes = live.renew_others(filled, [f"{kind}-{n}" for kind in OTHERS for n in range(EACH)])
    assert kept(filled) == expected
    assert changes.inserted == len(expected)


def test_many_others_renewed_at_once_have_the_duties_of_a_rebuild(filled: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = kept(filled)
    filled.execute("DELETE FROM public.obligations WHERE met_on IS NULL")
    monkeypatch.setattr(live, "FEW", 5)
    live.renew_others(filled, [f"{kind}-{n}" for kind in OTHERS for n in range(EACH)])
    assert kept(filled) == expected


def test_one_subject_renewed_leaves_every_other_as_it_is(filled: Any) -> None:
    before = kept(filled)
    chosen = min(row[1] for row in before if row[3] == "worker-supervision" and row[10])
    filled.execute("DELETE FROM contract.supervisions")
    changes = live.renew_others(filled, [chosen])
    assert (changes.updated + changes.deleted) > 0
    assert {row[1] for row in before ^ kept(filled)} == {chosen}


def test_child_of_the_same_id_as_a_worker_keeps_its_own_duties(record: Any) -> None:
    rows = standard_tables(
        PLAN
        + """
        employments
        employment_id | worker | started_on
        e             | 1      | 2026-01-05
        supervisions
        worker | happened_on | supervision_kind
        1      | 2026-02-02  | own
        """
    )
    put(record, rows)
    live.rebuild(record)
    before = kept(record)
    assert {row[0] for row in before if row[1] == "1"} == {"child", "worker"}
    assert live.renew(record, ["1"]) == live.Changes(inserted=0, updated=0, deleted=0, complete=True)
    assert live.renew_others(record, ["1"]) == live.Changes(inserted=0, updated=0, deleted=0, complete=True)
    take_away(record, "1")
    live.renew(record, ["1"])
    assert {row[0] for row in kept(record) if row[1] == "1"} == {"worker"}


def test_moment_of_a_duty_in_hours_is_kept_with_it(record: Any) -> None:
    put(
        record,
        standard_tables(
            "timed_powers\ntimed_power_id | child | power | began_at\nt | 1 | police_protection | 2026-03-27 23:30\n"
        ),
    )
    live.rebuild(record)
    record.execute("SELECT started_on, due_on, started_at, due_at, met_at FROM public.obligations")
    (row,) = record.fetchall()
    assert [str(day) for day in row[:2]] == ["2026-03-27", "2026-03-31"]
    moments = [moment.astimezone(UTC).isoformat() for moment in row[2:4]]
    assert moments == ["2026-03-27T23:30:00+00:00", "2026-03-30T23:30:00+00:00"]
    record.execute("SET LOCAL timezone = 'Pacific/Auckland'")
    assert live.differences(record) == []
    assert live.renew(record, ["1"]) == live.Changes(inserted=0, updated=0, deleted=0, complete=True)


def test_every_column_by_which_a_row_is_somebodys_is_one_of_its_table() -> None:
    assert {name: owner for name, owner in OWNERS.items() if owner not in TABLES[name].names} == {}


@pytest.fixture
def family(record_url: str) -> Iterator[str]:
    """A family of three on record for all to see, taken away after the test."""
    with psycopg.connect(record_url) as connection, connection.cursor() as cursor:
        put(cursor, standard_tables(PLAN))
        live.rebuild(cursor)
    yield record_url
    with psycopg.connect(record_url) as connection, connection.cursor() as cursor:
        for child in ("1", "2", "3"):
            take_away(cursor, child)
        live.rebuild(cursor)


def test_writers_of_one_family_who_write_at_once_lose_no_duty(family: str) -> None:
    writers = [threading.Thread(target=_visits, args=(family, number)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with psycopg.connect(family) as connection, connection.cursor() as cursor:
        assert live.differences(cursor) == []
        met = {(row[1], row[10]) for row in kept(cursor) if row[3] == "child-protection-visit" and row[10]}
        assert len(met) == 4 * 5 * 2 + 1
        connection.rollback()


def _visits(url: str, number: int) -> None:
    """Five visits to two of the children, each in a transaction of its own, the children locked in order."""
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        for turn in range(5):
            day = f"2026-02-{1 + number * 5 + turn:02}"
            cursor.execute("SELECT FROM contract.children WHERE child_id IN ('1', '2') ORDER BY child_id FOR UPDATE")
            for child in ("1", "2"):
                cursor.execute(
                    "INSERT INTO contract.visits (visit_id, child_id, happened_on, purpose, seen) "
                    "VALUES (%s, %s, %s, 'child_protection', true)",
                    [f"{child}-{number}-{turn}", child, day],
                )
            live.renew(cursor, ["1", "2"])
            connection.commit()
