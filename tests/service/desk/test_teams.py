"""Teams and workers: who waits, who holds how much, and no difference from the caseload report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any

import pyarrow as pa
import pytest
from django.test import Client

from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.measures.question import Question, moments_of
from onechild.knowledge.reports.figures import Caseload, Figures, caseload_of
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Bar
from onechild.service.desk.listing import rows_of
from onechild.service.desk.teams.board import Board, board_of
from onechild.service.desk.teams.tables import room
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Absence, Allocation, Child, Employment, Setting, Team, TeamMembership, Worker
from onechild.service.record.queries.caseload import held_by, open_allocations
from onechild.service.record.queries.workforce import people, targets
from onechild.service.record.queries.workload.weights import weights
from tests.service.access.test_visible import NOW as MOMENT
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.people import child_of, child_of_other_team, give, make_user, sign_in, team_of

pytestmark = pytest.mark.django_db
TEAMS = ("TASM", "TFSC", "TFSE", "TFSN", "TFSS", "TFSW", "TLCT", "TCWD", "TLA1", "TLA2")


Changes = dict[str, dict[str, dict[str, Any]]]


@pytest.fixture
def shared_out(db: None, little_hatterton: Extract) -> Changes:
    """In so small a council everybody left: the last of each team come back, one is away, and share half the children.

    What was changed, by table and key, and what it was changed to.
    """
    rows = {name: little_hatterton.table(name).to_pylist() for name in ("allocations", "team_memberships")}
    waiting = [
        one for one in rows["allocations"] if one["role"] == "lead" and one["ended_on"] is None and one["team_id"]
    ]
    back = [
        *[one for one in rows["team_memberships"] if one["role"] == "social_worker"][-4:],
        *[one for one in rows["team_memberships"] if one["role"] == "team_manager"][-1:],
    ]
    turn = cycle(one["worker_id"] for one in back)
    here = {"ended_on": None}
    changes: Changes = {
        "allocations": {one["allocation_id"]: {"worker_id": next(turn)} for one in waiting[1:]},
        "team_memberships": {one["membership_id"]: here for one in back},
        "employments": _of_workers(
            little_hatterton, "employments", "employment_id", {one["worker_id"] for one in back}
        ),
        "absences": _of_workers(little_hatterton, "absences", "absence_id", {back[0]["worker_id"]}),
    }
    kinds = {
        "allocations": Allocation,
        "team_memberships": TeamMembership,
        "employments": Employment,
        "absences": Absence,
    }
    with change_set(by="a test", kind="edit", words="children shared out"):
        for name, changed in changes.items():
            for key, values in changed.items():
                kinds[name].objects.filter(pk=key).update(**values)
    return changes


def _of_workers(extract: Extract, name: str, key: str, worker_ids: set[str]) -> dict[str, dict[str, Any]]:
    """The last row of each of these workers, not ended; an absence is a long one."""
    values = {"ended_on": None} | ({"absence_kind": "other"} if name == "absences" else {})
    last = {row["worker_id"]: row[key] for row in extract.table(name).to_pylist() if row["worker_id"] in worker_ids}
    return dict.fromkeys(last.values(), values)


@pytest.fixture
def reported(little_hatterton: Extract, shared_out: Changes) -> Caseload:
    """The caseload report's own figures of the same children with the same workers."""
    tables = {name: little_hatterton.table(name) for name in little_hatterton.rows}
    for name, changed in shared_out.items():
        key = TABLES[name].key
        rows = [row | changed.get(row[key], {}) for row in tables[name].to_pylist()]
        tables[name] = pa.Table.from_pylist(rows, schema=tables[name].schema)
    return caseload_of(Question(open_memory(tables), moments_of(as_ats=[date(2026, 3, 31), TODAY])))


def board(team_id: str) -> Board:
    """The team as somebody sees it who may be told of every record."""
    with as_viewer(make_user("director"), now=MOMENT):
        return board_of(Team.objects.get(pk=team_id), today=TODAY, whole=True)


def figures_of(team: Board) -> Figures:
    """The page's numbers in the report's words."""
    return Figures(
        workers=len(team.holders),
        fte=None,
        cases=team.cases,
        over_target=len(team.over),
        unallocated=len({row.child_id for row in team.waiting}),
        held_by_managers=team.by_managers,
        held_by_absent=team.by_absent,
    )


def test_teams_count_as_the_caseload_report_does(reported: Caseload) -> None:
    theirs = {one.team_id: replace(one.now, fte=None) for one in reported.teams}
    assert min(sum(one.cases for one in theirs.values()), sum(one.held_by_absent for one in theirs.values())) > 0
    assert {team_id: figures_of(board(team_id)) for team_id in theirs} == theirs


def test_a_worker_over_target_is_over_in_both(little_hatterton: Extract, reported: Caseload) -> None:
    with change_set(by="a test", kind="setting", words="a target that everybody is over"):
        Setting.objects.filter(setting="caseload_target").update(value=0.1)
    boards = [board(one.team_id) for one in reported.teams]
    assert sum(len(one.over) for one in boards) == sum(len(one.holders) for one in boards) > 0


def test_an_average_never_stands_without_those_it_leaves_out(holder: str) -> None:
    said = board(team_of(holder)).average()
    assert "on average" in said
    assert "waiting" in said
    assert "held by a manager and" in said
    assert "held by someone absent" in said


def a_person(**facts: Any) -> str:
    """A worker employed from last year, half time unless said otherwise."""
    with change_set(by="a test", kind="edit", words="a worker"):
        worker = Worker.objects.create(newly_qualified_to=facts.pop("newly_qualified_to", None))
        Employment.objects.create(
            worker=worker, **({"fte": 0.5, "role": "social_worker", "started_on": date(2025, 1, 1)} | facts)
        )
    return str(worker.pk)


def target_of(worker_id: str, team_id: str | None = None) -> float:
    """The worker's own target today."""
    return targets(today=TODAY).of(people([worker_id], today=TODAY)[worker_id], team_id=team_id)


def test_a_part_time_worker_has_a_lower_target() -> None:
    assert target_of(a_person()) == pytest.approx(9.0)


def test_a_first_year_has_a_lower_target_until_it_ends() -> None:
    assert target_of(a_person(fte=1.0, newly_qualified_to=TODAY + timedelta(days=1))) == pytest.approx(16.2)
    assert target_of(a_person(fte=1.0, newly_qualified_to=TODAY)) == pytest.approx(18.0)


def test_unknown_hours_count_as_full_time() -> None:
    assert target_of(a_person(fte=None)) == pytest.approx(18.0)


def test_a_teams_own_standard_goes_before_the_councils() -> None:
    worker = a_person(fte=1.0)
    with change_set(by="a test", kind="setting", words="a team's own target"):
        Setting.objects.create(setting="caseload_target", value=15, team_id="TFSE", started_on=TODAY)
    assert target_of(worker, "TFSE") == pytest.approx(15.0)
    assert target_of(worker, "TFSW") == pytest.approx(18.0)


def test_annual_leave_is_no_absence_and_sickness_is_never_named(client: Client, holder: str) -> None:
    with change_set(by="a test", kind="edit", words="away"):
        Absence.objects.filter(worker_id=holder).update(ended_on=TODAY - timedelta(days=1))
        Absence.objects.create(worker_id=holder, absence_kind="sickness", started_on=TODAY, ended_on=date(2026, 12, 14))
    sign_in(client, "team_manager", team_id=team_of(holder))
    page = client.get(f"/teams/{team_of(holder)}/?show=members").content.decode()
    assert "Reduced capacity until 14 December" in page
    assert "ick" not in page.replace("Quick", "").replace("tick", "").replace("click", "")


@pytest.mark.parametrize(("show", "most"), [("", 34), ("active", 15)])
def test_a_team_asks_the_database_little(
    client: Client, holder: str, show: str, most: int, asked_of_the_database: Any
) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    with asked_of_the_database() as questions:
        assert client.get(f"/teams/{team_of(holder)}/?show={show}").status_code == 200
    assert len(questions) <= most + FRAME


def test_a_waiting_child_stands_on_the_list_and_not_among_the_active(client: Client, holder: str) -> None:
    child, team_id = child_of(holder), team_of(holder)
    give(child, worker_id=None, team_id=team_id)
    sign_in(client, "team_manager", team_id=team_id)
    waiting = client.get(f"/teams/{team_id}/")
    assert child.pk in {one.child_id for line in waiting.context["lines"] for one in line.family.waits}
    assert child.la_child_id in waiting.content.decode()
    assert child.pk not in {row.child_id for row in waiting.context["board"].active}


def test_another_teams_page_is_refused_and_an_unknown_one_is_not_there(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    other = next(team_id for team_id in TEAMS if team_id != team_of(holder))
    assert client.get(f"/teams/{other}/").status_code == 403
    assert client.get("/teams/NONE/").status_code == 404


def test_the_list_of_teams_is_ones_own_or_all(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get("/teams/").context["page"].paginator.count == 1
    sign_in(client, "director")
    assert client.get("/teams/").context["page"].paginator.count > 10


def test_counts_leave_out_a_child_from_whom_the_viewer_is_barred(client: Client, holder: str) -> None:
    child, team_id = child_of(holder), team_of(holder)
    user = sign_in(client, "team_manager", team_id=team_id)
    before = client.get(f"/teams/{team_id}/?show=members")
    Bar.objects.create(child=child, user=user, reason="a test", began_at=MOMENT, began_by=user)
    after = client.get(f"/teams/{team_id}/?show=members")
    held = {one.person.worker_id: one.cases for one in before.context["board"].members}
    now = {one.person.worker_id: one.cases for one in after.context["board"].members}
    assert now[holder] == held[holder] - 1
    assert len(after.context["board"].active) == len(before.context["board"].active) - 1


@pytest.mark.parametrize("role", ["social_worker", "team_manager", "family_worker", "auditor", "scrutiny"])
def test_a_list_holds_just_those_whom_the_policies_let_the_viewer_see(holder: str, role: str) -> None:
    team_id, [barred, *others] = team_of(holder), [row.child_id for row in held_by(holder, today=TODAY)]
    user = make_user(role, worker_id=holder)
    with change_set(by="a test", kind="edit", words="records restricted at their source"):
        Child.objects.filter(pk__in=others[:1]).update(restricted="forced_marriage")
    Bar.objects.create(child_id=barred, user=user, reason="a test", began_at=MOMENT, began_by=user)
    with as_viewer(user, now=MOMENT):
        seen = set(open_allocations(TODAY).filter(team_id=team_id, role="lead").values_list("child_id", flat=True))
        own = set(open_allocations(TODAY).filter(worker_id=holder).values_list("child_id", flat=True))
        assert {row.child_id for row in rows_of(team_id=team_id, lead_only=True, today=TODAY)} == seen
        assert {row.child_id for row in rows_of(worker_id=holder, today=TODAY)} == own
    assert barred not in seen | own


def test_a_worker_is_seen_by_the_team_and_not_by_another(client: Client, holder: str) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert client.get(f"/workers/{holder}/").status_code == 200
    other = next(team_id for team_id in TEAMS if team_id != team_of(holder))
    sign_in(client, "team_manager", team_id=other)
    assert client.get(f"/workers/{holder}/").status_code == 403
    sign_in(client, "scrutiny")
    assert client.get(f"/workers/{holder}/").status_code == 404


def test_a_workers_page_shows_no_child_that_the_viewer_may_not_see(client: Client, holder: str) -> None:
    other = child_of_other_team(holder)
    colleague = str(
        TeamMembership.objects.filter(team_id=team_of(holder), ended_on=None).exclude(worker_id=holder)[0].worker_id
    )
    sign_in(client, "social_worker", worker_id=holder)
    page = client.get(f"/workers/{colleague}/").content.decode()
    assert other.la_child_id not in page


def test_a_child_counts_once_in_a_weighted_load() -> None:
    assert weights(today=TODAY).load(10, {"protection": 2, "looked_after": 4}) == 10 + 2 * 0.5 + 4 * 0.25


def test_weights_say_that_nobody_has_checked_them() -> None:
    assert weights(today=TODAY).label == "local standard, check"
    assert weights(today=TODAY).said.endswith("1 for any other")


def test_how_far_from_a_target_is_said_in_words() -> None:
    assert (room(1.0), room(0.0), room(-2.5)) == ("1.0 over", "at target", "room for 2.5")
