"""The live clocks: what PostgreSQL keeps for a child is what a build of everything would say of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onechild.knowledge.clocks import live
from tests.knowledge.clocks.adversarial import Rows, together
from tests.knowledge.clocks.drawn_edits import drawn, edited
from tests.knowledge.clocks.plain_record import built, kept, put, standards, take_away
from tests.spec.tables import standard_tables

CHILDREN = 250
PLAN = """
child_protection_plans
plan_id | child | started_on
p       | 1     | 2026-01-05
"""
VISIT = """
visits
visit_id | child | happened_on | purpose          | seen
v        | 2     | 2026-01-20  | child_protection | yes
"""


@pytest.fixture
def filled(record: Any) -> Any:
    """A record of children whose rows contradict one another, all of whose clocks are asked."""
    put(record, without_settings(drawn(seed=20261121, children=CHILDREN)))
    live.rebuild(record)
    return record


def without_settings(children: dict[str, Rows]) -> Rows:
    return {name: rows for name, rows in together(children).items() if name != "settings"}


def test_rebuild_gives_the_duties_of_duckdb(filled: Any) -> None:
    assert kept(filled) == built(filled)
    assert len(kept(filled)) > 2_000


def test_children_renewed_a_few_at_a_time_have_the_duties_of_a_rebuild(filled: Any) -> None:
    expected = kept(filled)
    filled.execute("DELETE FROM public.obligations")
    changes = live.renew(filled, map(str, range(CHILDREN // 2)))
    changes_of_one = live.renew(filled, [str(CHILDREN // 2)])
    live.renew(filled, map(str, range(CHILDREN // 2 + 1, CHILDREN)))
    assert kept(filled) == expected
    assert changes.inserted > 1000
    assert (changes_of_one.updated, changes_of_one.deleted, changes_of_one.complete) == (0, 0, True)


def test_many_children_renewed_at_once_have_the_duties_of_a_rebuild(
    filled: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = kept(filled)
    filled.execute("DELETE FROM public.obligations WHERE met_on IS NULL")
    monkeypatch.setattr(live, "FEW", 10)
    live.renew(filled, map(str, range(CHILDREN)))
    assert kept(filled) == expected


def test_rebuild_of_what_is_right_writes_nothing(filled: Any) -> None:
    assert live.differences(filled) == []
    assert live.rebuild(filled) == live.Changes(inserted=0, updated=0, deleted=0, complete=True)


def test_renewing_a_child_touches_no_row_that_stays_as_it_is(filled: Any) -> None:
    before = places(filled)
    filled.execute(
        "UPDATE public.obligations SET due_on = '2031-01-01' WHERE ctid = (SELECT min(ctid) FROM obligations)"
    )
    (wrong,) = live.differences(filled)
    changes = live.renew(filled, [wrong["child_id"]])
    assert (changes.inserted, changes.updated, changes.deleted) == (0, 1, 0)
    assert len(before - places(filled)) == 1


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_edits_renewed_child_by_child_leave_a_rebuild_nothing_to_change(filled: Any, seed: int) -> None:
    children = drawn(seed=20261121, children=CHILDREN)
    chosen = [str((seed + step * 37) % CHILDREN) for step in range(3)]
    # Given up each time, for the temporary tables of a rebuild keep their locks to the end of the transaction.
    with filled.connection.transaction(force_rollback=True):
        for number, child in enumerate(chosen):
            replaced(filled, child, edited(children[child], seed=seed + number, others=children))
            live.renew(filled, [child])
        assert live.differences(filled) == []


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_edited_children_have_the_duties_of_duckdb(filled: Any, seed: int) -> None:
    children = drawn(seed=20261121, children=CHILDREN)
    with filled.connection.transaction(force_rollback=True):
        for child, rows in children.items():
            replaced(filled, child, edited(rows, seed=seed + int(child), others=children))
        live.renew(filled, children)
        assert kept(filled) == built(filled)


def test_child_who_is_gone_has_no_duties_left(filled: Any) -> None:
    owed = len(live.differences(filled, ["7"])) + sum(row[2] == "7" for row in kept(filled))
    take_away(filled, "7")
    changes = live.renew(filled, ["7"])
    assert changes.deleted == owed > 0
    assert live.differences(filled) == []


def test_differences_tell_what_is_missing_what_is_surplus_and_what_is_not_as_it_should_be(filled: Any) -> None:
    filled.execute(
        "WITH three AS (SELECT ctid AS place, row_number() OVER (ORDER BY ctid) AS number FROM obligations LIMIT 3),"
        "gone AS (DELETE FROM obligations USING three WHERE ctid = place AND number = 1),"
        "moved AS (UPDATE obligations SET sequence = 99 FROM three WHERE ctid = place AND number = 2)"
        "UPDATE obligations SET due_on = '2031-01-01' FROM three WHERE ctid = place AND number = 3"
    )
    found = live.differences(filled)
    assert sorted(row["difference"] for row in found) == ["different", "missing", "missing", "surplus"]
    assert date(2031, 1, 1) not in {row["due_on"] for row in found}


def test_row_of_another_child_that_is_named_by_mistake_changes_nothing(record: Any) -> None:
    put(record, standard_tables("referrals\nreferral_id | child | started_on\nr | 1 | 2026-01-05\n"))
    put(record, standard_tables("assessments\nchild | started_on\n1 | 2026-01-06\n") | {"children": []})
    live.rebuild(record)
    (before,) = (row for row in kept(record) if row[3] == "assessment-from-referral")
    put(
        record,
        standard_tables(
            """
            outcomes
            child | happened_on | outcome_of | outcome_of_id | outcome
            2     | 2026-01-07  | referral   | r             | advice
            """
        ),
    )
    live.renew(record, ["1", "2"])
    assert before in kept(record)
    assert kept(record) == built(record)


def test_change_of_a_setting_is_a_change_of_law_and_a_rebuild_puts_it_through(filled: Any) -> None:
    put(filled, {"settings": [setting("child_protection_visit_days", 21, date(2020, 9, 1))]})
    assert live.load_law(filled, standards(filled)) is True
    assert live.behind(filled, standards(filled)) == ("obligations",)
    assert live.rebuild(filled).updated > 10
    assert live.behind(filled, standards(filled)) == ()
    assert kept(filled) == built(filled)


def test_length_that_no_clock_had_before_is_counted_when_a_setting_brings_it(filled: Any) -> None:
    put(filled, {"settings": [setting("child_in_need_visit_working_days", 33, date(2021, 1, 1))]})
    live.load_law(filled, standards(filled))
    live.rebuild(filled)
    assert "33 working days" in {row[7] for row in kept(filled)}
    assert kept(filled) == built(filled)


def test_setting_that_sets_no_time_is_no_change_of_law(filled: Any) -> None:
    put(filled, {"settings": [setting("caseload_social_worker", 16, date(2020, 9, 1))]})
    assert live.load_law(filled, standards(filled)) is False
    assert not live.awaits_rebuild(filled)


def test_clock_whose_needs_are_first_met_is_asked_of_the_child_at_once_and_of_all_by_the_rebuild(record: Any) -> None:
    put(record, standard_tables(PLAN))
    assert live.rebuild(record).complete
    assert kept(record) == set()
    put(record, standard_tables(VISIT) | {"children": []})
    assert live.renew(record, ["2"]) == live.Changes(inserted=0, updated=0, deleted=0, complete=False)
    assert live.renew(record, ["1"]).inserted == 1
    live.rebuild(record)
    assert live.renew(record, ["1"]).complete
    assert kept(record) == built(record)


def test_clock_that_needs_an_event_waits_until_one_has_met_it_for_somebody(record: Any) -> None:
    owed = "leaving_care_eligibility\nchild | started_on | eligibility\n1 | 2026-03-10 | Relevant\n"
    put(record, standard_tables(owed + "allocations\nchild | started_on | role | worker\n1 | 2026-03-10 | lead | w\n"))
    live.rebuild(record)
    assert kept(record) == set()
    met = standard_tables(
        "allocations\nallocation_id | child | started_on | role | worker\na | 1 | 2026-03-12 | personal_adviser | w\n"
    )
    put(record, met | {"children": []})
    changes = live.renew(record, ["1"])
    assert (changes.inserted, changes.complete) == (1, False)


def test_day_that_leaves_the_calendar_is_told_and_in_no_duty(record: Any) -> None:
    put(record, standard_tables(PLAN + "q | 2 | 2060-12-20\nz | 3 | 1899-11-05\n"))
    put(record, standard_tables(VISIT) | {"children": []})
    live.rebuild(record)
    assert {row[2] for row in kept(record)} == {"1"}
    told = {(row["what"], row["spell_id"]) for row in live.uncounted(record)}
    assert told == {("child-protection-visit", "q"), ("child_protection_plan", "z")}


def test_rebuild_keeps_other_writers_waiting_and_readers_not(record_url: str, filled: Any) -> None:
    with psycopg.connect(record_url) as connection, connection.cursor() as other:
        other.execute("SET lock_timeout = '50ms'")
        assert kept(other) == set()
        with pytest.raises(psycopg.errors.LockNotAvailable):
            live.renew(other, ["1"])


def test_clocks_are_quick_where_the_record_was_analysed_when_it_was_empty(filled: Any) -> None:
    filled.execute(
        "UPDATE pg_class SET reltuples = 0, relpages = 100 WHERE relkind = 'r' "
        "AND relnamespace IN ('contract'::regnamespace, 'public'::regnamespace)"
    )
    filled.execute("SET LOCAL statement_timeout = '60s'")
    assert live.differences(filled) == []
    assert live.renew(filled, map(str, range(live.FEW))).complete
    assert live.rebuild(filled).complete


def test_role_without_any_table_renews_a_child_where_it_is_granted_that_alone(filled: Any) -> None:
    filled.execute("CREATE ROLE renewer NOLOGIN; GRANT USAGE ON SCHEMA clocks TO renewer")
    filled.execute("GRANT EXECUTE ON FUNCTION clocks.renew(text[]) TO renewer; SET ROLE renewer")
    assert live.renew(filled, ["1"]).complete
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        live.rebuild(filled)


def test_functions_made_by_another_version_of_the_program_are_told(filled: Any) -> None:
    filled.execute("UPDATE clocks.made_from SET fingerprint = 'old' WHERE part = 'functions'")
    assert live.behind(filled, standards(filled)) == ("functions", "obligations")


def test_database_without_the_clocks_is_behind_in_everything(record: Any) -> None:
    record.execute("DROP SCHEMA clocks CASCADE")
    assert live.behind(record, ()) == ("functions", "law", "obligations")


def test_clocks_can_be_installed_again_over_what_is_there(filled: Any) -> None:
    before = kept(filled)
    live.install(filled)
    assert live.rebuild(filled) == live.Changes(inserted=0, updated=0, deleted=0, complete=True)
    assert kept(filled) == before


def setting(name: str, value: float, started_on: date) -> dict[str, Any]:
    return {"setting_id": f"{name}-new", "setting": name, "value": value, "started_on": started_on}


def replaced(cursor: Any, child: str, rows: Rows) -> None:
    take_away(cursor, child)
    cursor.execute("DELETE FROM contract.employments WHERE worker_id = %s", [f"{child}-adviser"])
    put(cursor, rows)


def places(cursor: Any) -> set[Any]:
    cursor.execute("SELECT ctid, xmin FROM public.obligations")
    return set(cursor.fetchall())
