"""A load writes what differs and nothing else, on rows of its own source only; history follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.loading import Busy, Counts
from onechild.service.record.models import Allocation, ChangeSet, Child, Finding, QuarantineRow, Visit
from tests.service.exchange.tiny import CHILD, OTHER, load_of, spell, visit

pytestmark = pytest.mark.django_db


def test_the_rows_of_a_second_source_carry_its_prefix_in_every_key_and_reference(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1", worker_id="w9", plan_id="p1")])
    made = Visit.objects.get(pk="tiny:v1")
    assert (made.child_id, made.worker_id, made.plan_id) == ("tiny:K1", "tiny:w9", "tiny:p1")


def test_a_childs_own_id_is_the_public_one_where_it_will_do(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD, {"child_id": "no/good"}])
    assert Child.objects.get(pk="tiny:K1").la_child_id == "K1"
    assert Child.objects.get(pk="tiny:no/good").la_child_id.startswith("OC")


def test_a_childs_own_id_that_another_child_has_is_not_used_again(tmp_path: Path) -> None:
    taken = Child.objects.first()
    load_of(tmp_path, children=[{"child_id": taken.pk}])
    assert Child.objects.get(pk=f"tiny:{taken.pk}").la_child_id.startswith("OC")
    assert Child.objects.get(pk=taken.pk).la_child_id == taken.pk


def test_the_same_rows_again_change_nothing(tmp_path: Path) -> None:
    rows = {"children": [CHILD], "visits": [visit("v1"), visit("v2", day=2)]}
    load_of(tmp_path, **rows)
    again = load_of(tmp_path, **rows)
    assert again.tables["visits"] == Counts(rows=2)
    assert (again.tables["visits"].same, again.children) == (2, 0)
    assert _history("visits", "visit_id", "tiny:v1") == []


def test_a_changed_row_is_an_update_and_its_old_version_is_kept(tmp_path: Path) -> None:
    first = load_of(tmp_path, children=[CHILD], visits=[visit("v1", seen=False), visit("v2", day=2)])
    second = load_of(tmp_path, children=[CHILD], visits=[visit("v1", seen=True), visit("v2", day=2)])
    row = Visit.objects.get(pk="tiny:v1")
    assert second.tables["visits"] == Counts(rows=2, changed=1)
    assert (row.seen, row.change_set_id, row.edit_version) == (True, second.change_set, 2)
    assert _history("visits", "visit_id", "tiny:v1") == [(False, first.change_set)]
    assert Visit.objects.get(pk="tiny:v2").change_set_id == first.change_set


def test_an_empty_text_and_none_are_told_apart(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD | {"nationality": ""}])
    again = load_of(tmp_path, children=[CHILD | {"nationality": None}])
    assert again.tables["children"].changed == 1
    assert Child.objects.get(pk="tiny:K1").nationality is None


def test_text_with_quotes_commas_and_lines_comes_in_as_it_is(tmp_path: Path) -> None:
    words = 'He said "no, never",\nthen \\. left\\N\ttwice'
    load_of(tmp_path, children=[CHILD], visits=[visit("v1", video_reason=words)])
    assert Visit.objects.get(pk="tiny:v1").video_reason == words


def test_a_row_gone_from_its_source_is_marked_and_never_deleted(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1"), visit("v2", day=2)])
    second = load_of(tmp_path, children=[CHILD], visits=[visit("v2", day=2)])
    assert second.tables["visits"].gone == 1
    assert not Visit.objects.filter(pk="tiny:v1").exists()
    assert Visit.every.get(pk="tiny:v1").gone_at is not None


def test_a_row_that_comes_back_counts_again(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1"), visit("v2", day=2)])
    load_of(tmp_path, children=[CHILD], visits=[visit("v2", day=2)])
    third = load_of(tmp_path, children=[CHILD], visits=[visit("v1"), visit("v2", day=2)])
    assert third.tables["visits"] == Counts(rows=2, back=1)
    assert Visit.objects.get(pk="tiny:v1").gone_at is None


def test_a_table_that_the_extract_does_not_hold_is_left_as_it_is(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1")])
    load_of(tmp_path, children=[CHILD])
    assert Visit.objects.filter(pk="tiny:v1").exists()


def test_a_load_leaves_every_other_sources_rows_alone(tmp_path: Path) -> None:
    before = Visit.objects.exclude(pk__startswith="tiny:").count()
    load_of(tmp_path, children=[CHILD], visits=[visit("v1")])
    load_of(tmp_path, children=[CHILD], visits=[visit("v2")])
    assert Visit.objects.exclude(pk__startswith="tiny:").count() == before


def test_a_key_that_somebody_else_holds_is_refused_with_a_finding_and_kept_in_the_quarantine(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD])
    with change_set(by="a test", kind="edit", words="a visit of our own"):
        Visit.objects.create(
            visit_id="tiny:v1", child_id="tiny:K1", happened_on=date(2026, 6, 9), purpose="other", seen=True
        )
    loaded = load_of(tmp_path, children=[CHILD], visits=[visit("v1")])
    assert loaded.tables["visits"] == Counts(rows=1, refused=1)
    assert Visit.objects.get(pk="tiny:v1").happened_on == date(2026, 6, 9)
    assert Finding.objects.get(row_id="tiny:v1").finding_kind == "conflict"
    assert '"tiny:v1"' in QuarantineRow.objects.get(pk="tiny:load/visits/tiny:v1").row_values


def test_a_row_of_a_child_who_is_on_no_list_waits_in_the_quarantine(tmp_path: Path) -> None:
    loaded = load_of(tmp_path, children=[CHILD], visits=[visit("v1", child="nobody")])
    assert loaded.tables["visits"].refused == 1
    aside = QuarantineRow.objects.get(pk="tiny:load/visits/tiny:v1")
    assert (aside.table_name, aside.column_name, aside.value, aside.row_refused) == (
        "visits",
        "child_id",
        "tiny:nobody",
        True,
    )
    assert Finding.objects.get(child_id="tiny:nobody").finding_kind == "orphan"


def test_a_row_whose_child_has_come_since_is_taken_in_and_leaves_the_quarantine(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1", child="K2")])
    load_of(tmp_path, children=[CHILD, OTHER], visits=[visit("v1", child="K2")])
    assert Visit.objects.get(pk="tiny:v1").child_id == "tiny:K2"
    assert not QuarantineRow.objects.filter(pk="tiny:load/visits/tiny:v1").exists()
    assert not Finding.objects.filter(child_id="tiny:K2").exists()


def test_an_edit_stands_as_long_as_the_source_says_what_it_said(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1", seen=False)])
    _edit_visit(seen=True)
    again = load_of(tmp_path, children=[CHILD], visits=[visit("v1", seen=False), visit("v2", day=2)])
    assert again.tables["visits"] == Counts(rows=2, new=1, spared=1)
    assert Visit.objects.get(pk="tiny:v1").seen is True


def test_where_the_source_changes_an_edited_row_its_version_is_taken_and_a_finding_says_so(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1", seen=False)])
    _edit_visit(seen=True)
    again = load_of(tmp_path, children=[CHILD], visits=[visit("v1", seen=False, day=3)])
    assert again.tables["visits"].changed == 1
    assert Visit.objects.get(pk="tiny:v1").seen is False
    assert "edited here" in Finding.objects.get(row_id="tiny:v1").words


def test_a_restriction_put_on_here_outlives_a_source_that_is_silent(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD])
    with change_set(by="a test", kind="edit", words="restricted"):
        Child.objects.filter(pk="tiny:K1").update(restricted="ordinary")
    load_of(tmp_path, children=[CHILD | {"first_language": "Welsh"}])
    child = Child.objects.get(pk="tiny:K1")
    assert (child.first_language, child.restricted) == ("Welsh", "ordinary")


def test_two_leads_at_once_of_one_source_are_loaded_with_a_finding(tmp_path: Path) -> None:
    first = spell("allocation_id=a1", "K1", date(2026, 1, 1), role="lead", worker_id="w1")
    second = spell("allocation_id=a2", "K1", date(2026, 2, 1), role="lead", worker_id="w2")
    load_of(tmp_path, children=[CHILD], allocations=[first, second])
    found = Finding.objects.get(finding_kind="overlap", child_id="tiny:K1")
    assert (found.row_id, found.other_row_id) == ("tiny:a2", "tiny:a1")
    assert Allocation.objects.filter(child_id="tiny:K1").count() == 2


def test_a_finding_goes_when_its_source_has_put_the_rows_right(tmp_path: Path) -> None:
    first = spell("allocation_id=a1", "K1", date(2026, 1, 1), role="lead")
    second = spell("allocation_id=a2", "K1", date(2026, 2, 1), role="lead")
    load_of(tmp_path, children=[CHILD], allocations=[first, second])
    load_of(tmp_path, children=[CHILD], allocations=[first | {"ended_on": date(2026, 2, 1)}, second])
    assert not Finding.objects.filter(child_id="tiny:K1").exists()


def test_an_end_before_its_start_is_loaded_with_a_finding(tmp_path: Path) -> None:
    plan = spell("plan_id=p1", "K1", date(2026, 5, 1), date(2026, 4, 1))
    load_of(tmp_path, children=[CHILD], child_in_need_plans=[plan])
    found = Finding.objects.get(finding_kind="impossible_order", row_id="tiny:p1")
    assert found.words == "ended_on 2026-04-01 comes before started_on 2026-05-01"


def test_a_reference_that_leads_nowhere_is_kept_with_a_finding(tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1", worker_id="w1")])
    found = Finding.objects.get(finding_kind="unlinked", table_name="visits", finding_id__startswith="tiny:")
    assert found.words == "worker_id leads to no row of workers: tiny:w1"
    assert Visit.objects.get(pk="tiny:v1").worker_id == "tiny:w1"


def test_a_load_is_one_change_set_of_whoever_loads(tmp_path: Path) -> None:
    loaded = load_of(tmp_path, children=[CHILD], visits=[visit("v1")])
    made = ChangeSet.objects.get(pk=loaded.change_set)
    assert (made.kind, made.made_by) == ("load", "a test")
    assert {Child.objects.get(pk="tiny:K1").change_set_id, Visit.objects.get(pk="tiny:v1").change_set_id} == {made.pk}


def test_a_second_load_is_refused_while_one_is_under_way(tmp_path: Path) -> None:
    from onechild.service.exchange.progress import Progress

    with Progress(0) as other:
        other._connection.set_autocommit(False)
        other._call("record_load_claim")
        with pytest.raises(Busy, match="another load is under way"):
            load_of(tmp_path, children=[CHILD])


def _edit_visit(**values: object) -> None:
    with change_set(by="a test", kind="edit", words="put right by hand"):
        Visit.objects.filter(pk="tiny:v1").update(**values)


def _history(table: str, key: str, value: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT seen, change_set_id FROM history.{table} WHERE {key} = %s", [value])  # noqa: S608
        return list(cursor.fetchall())
