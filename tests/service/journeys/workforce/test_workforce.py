"""Posts, employments, absences, targets and the census through their pages, and what the figures make of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from onechild.knowledge.formats.workforce_census import read_census, totals_of
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Event
from onechild.service.journeys.workforce.counted import workforce_now
from onechild.service.journeys.workforce.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Employment,
    EmploymentNote,
    Obligation,
    Post,
    Team,
    TeamMembership,
    WorkerDetail,
    WorkerName,
    WorkforceTarget,
)
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.people import sign_in

__all__ = ["a_day_that_stands_still"]
pytestmark = pytest.mark.django_db
CENSUS_DAY = date(2026, 9, 30)
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def team() -> str:
    """A team that is there today."""
    return str(Team.objects.filter(ended_on=None).order_by("team_id")[0].pk)


def _day(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def _begin(client: Client, team: str, **more: Any) -> Any:
    said = {"name": "Morgan Quill", "registration_number": "SW90001", "kind": "agency", "role": "social_worker"}
    typed = {**said, "fte": "1", "team": team, **_day("started_on", date(2026, 9, 1)), **more}
    return client.post(reverse("employment-new"), typed)


def _newest(kind: str) -> Employment:
    return Employment.objects.filter(employment_kind=kind, origin=None, ended_on=None).order_by("-change_set_id")[0]


def _leave(client: Client, row: Employment, last_day: date) -> Any:
    typed = {"reason": "resigned", "words": "A post nearer home.", "destination": "1", "edit_version": row.edit_version}
    return client.post(reverse("employment-end", args=[row.pk]), {**typed, **_day("last_day", last_day)})


def test_nobody_but_those_who_keep_the_workforce_opens_its_pages(client: Client) -> None:
    sign_in(client, "team_manager")
    answer = client.get(reverse("workforce"))
    assert answer.status_code == 403
    assert "Workforce lead" in answer.content.decode()
    assert client.get(reverse("workforce-census-file")).status_code == 403


def test_a_post_is_vacant_until_somebody_is_employed_in_it_and_an_agency_worker_only_covers_it(
    client: Client, team: str
) -> None:
    sign_in(client, "workforce_lead")
    before = workforce_now().vacancy_rate(TODAY).part
    client.post(
        reverse("post-new"),
        {"team": team, "role": "social_worker", "fte": "1", "caseholding": "yes", **_day("started_on", TODAY)},
    )
    post = Post.objects.get(origin=None)
    assert workforce_now().vacancy_rate(TODAY).part == before + 1
    _begin(client, team, post=post.pk, rules_read="on")
    [vacancy] = [one for one in workforce_now().vacancies(TODAY) if one.post.post_id == post.pk]
    assert (vacancy.vacant, vacancy.covered) == (1, 1)
    assert "1 covered by agency workers" in client.get(f"{reverse('workforce-posts')}?vacant=yes").content.decode()


def test_the_agency_rules_are_told_on_the_form_and_do_not_block(client: Client, team: str) -> None:
    sign_in(client, "workforce_lead")
    told = _begin(client, team, **_day("qualified_on", date(2025, 7, 1)))
    words = told.content.decode()
    assert "not been qualified for three years until 1 July 2028" in words
    assert "31 October 2024 (check)" in words
    assert not WorkerName.objects.filter(name="Morgan Quill").exists()
    assert _begin(client, team, rules_read="on", **_day("qualified_on", date(2025, 7, 1))).status_code == 302
    assert WorkerName.objects.filter(name="Morgan Quill").exists()


def test_who_left_a_post_of_ours_is_told_of_the_three_months_before_they_come_back_by_an_agency(
    client: Client, team: str
) -> None:
    sign_in(client, "workforce_lead")
    _begin(client, team, kind="permanent", start_origin="2", **_day("qualified_on", date(2015, 7, 1)))
    row = _newest("permanent")
    _leave(client, row, date(2026, 10, 31))
    told = _begin(client, team, name="", worker=row.worker_id, **_day("started_on", date(2026, 11, 20)))
    assert "within three months, before 1 February" in told.content.decode()


def test_an_agency_worker_is_made_permanent_in_one_act_and_every_figure_has_it(client: Client, team: str) -> None:
    sign_in(client, "workforce_lead")
    _begin(client, team, rules_read="on")
    row = _newest("agency")
    agency = workforce_now().agency_rate(TODAY).part
    made = client.post(
        reverse("employment-convert", args=[row.pk]),
        {"fte": "0.8", "edit_version": row.edit_version, **_day("last_day", date(2026, 11, 15))},
    )
    assert made.status_code == 302
    row.refresh_from_db()
    permanent = _newest("permanent")
    assert (row.ended_on, row.end_reason) == (date(2026, 11, 16), "became_permanent")
    assert (permanent.worker_id, permanent.started_on, permanent.fte) == (row.worker_id, date(2026, 11, 16), 0.8)
    assert EmploymentNote.objects.get(employment=permanent).start_origin == "4"
    workforce = workforce_now()
    assert workforce.agency_rate(TODAY).part == agency - 1
    assert [one.employment_id for one in workforce.conversions(date(2026, 11, 1), TODAY)] == [row.pk]
    assert TeamMembership.objects.filter(worker_id=row.worker_id, ended_on=None).count() == 1


def test_who_begins_owes_and_is_owed_what_the_clocks_say_in_the_same_breath(client: Client, team: str) -> None:
    sign_in(client, "workforce_lead")
    _begin(client, team, kind="permanent", start_origin="2")
    worker = _newest("permanent").worker_id
    duties = Obligation.objects.filter(subject_kind="worker", subject_id=worker, clock="worker-supervision")
    assert duties.count() == 1
    _leave(client, _newest("permanent"), date(2026, 11, 1))
    assert not Obligation.objects.filter(
        subject_kind="worker", subject_id=worker, met_on=None, ended_on=None, clock="worker-supervision"
    ).exists()


def test_changed_hours_are_no_leaving(client: Client, team: str) -> None:
    sign_in(client, "workforce_lead")
    _begin(client, team, kind="permanent", start_origin="2")
    row = _newest("permanent")
    left = len(workforce_now().leavers(date(2025, 11, 22), TODAY))
    typed = {"fte": "0.6", "edit_version": row.edit_version, **_day("on", date(2026, 11, 2))}
    assert client.post(reverse("employment-hours", args=[row.pk]), typed).status_code == 302
    workforce = workforce_now()
    assert len(workforce.leavers(date(2025, 11, 22), TODAY)) == left
    now = next(one for one in workforce.in_post(TODAY) if one.worker_id == row.worker_id)
    assert (now.fte, workforce.role_began(now)) == (0.6, date(2026, 9, 1))


def test_who_holds_children_does_not_leave_today_but_may_on_a_day_to_come_and_it_waits_for_somebody(
    client: Client, team: str
) -> None:
    user = sign_in(client, "workforce_lead")
    _begin(client, team, kind="permanent", start_origin="2")
    row = _newest("permanent")
    held = Allocation.objects.filter(role="lead", ended_on=None).order_by("pk").values_list("pk", flat=True)[:2]
    with change_set(by="a test", kind="edit", words="two children"):
        Allocation.objects.filter(pk__in=list(held)).update(worker_id=row.worker_id)
    page = client.get(reverse("employment-end", args=[row.pk])).content.decode()
    assert "leads the work with 2 children" in page
    refused = _leave(client, row, TODAY).content.decode()
    assert "They lead the work with 2 children. Allocate them to others first" in refused
    assert "A post nearer home." in refused  # nothing typed is lost
    assert Employment.objects.get(pk=row.pk).ended_on is None
    done = _leave(client, row, date(2026, 12, 11))
    assert "leads the work with 2 children" in client.get(done["Location"]).content.decode()
    with as_viewer(user, now=NOW) as viewer:
        [waiting] = waiting_for(viewer, today=TODAY, now=NOW)
    assert (waiting.title, waiting.due_on) == ("Morgan Quill leaves, and holds 2 children", date(2026, 12, 11))


def test_an_employment_of_the_staff_system_is_not_ended_here_and_says_so(client: Client) -> None:
    sign_in(client, "workforce_lead")
    row = (
        Employment.objects.exclude(origin=None)
        .filter(ended_on=None)
        .exclude(worker_id__in=Allocation.objects.filter(ended_on=None).exclude(worker=None).values("worker_id"))[0]
    )
    refused = _leave(client, row, TODAY).content.decode()
    assert "This is kept in the staff system" in refused
    assert Employment.objects.get(pk=row.pk).ended_on is None


def test_two_who_end_the_same_employment_are_told_and_nothing_typed_is_lost(client: Client, team: str) -> None:
    sign_in(client, "workforce_lead")
    _begin(client, team, kind="permanent", start_origin="2")
    row = _newest("permanent")
    _leave(client, row, date(2026, 11, 20))
    second = _leave(client, row, date(2026, 11, 10)).content.decode()
    assert "Somebody else ended this meanwhile" in second
    assert "A post nearer home." in second
    assert Employment.objects.get(pk=row.pk).ended_on == date(2026, 11, 21)


def test_sickness_is_kept_with_its_kind_and_only_that_one_is_away_is_told_beyond(client: Client, team: str) -> None:
    sign_in(client, "workforce_lead")
    _begin(client, team, kind="permanent", start_origin="2", **_day("started_on", date(2026, 9, 1)))
    row = _newest("permanent")
    typed = {"kind": "sickness", **_day("first_day", date(2026, 11, 16)), **_day("last_day", date(2026, 11, 17))}
    assert client.post(reverse("workforce-absence", args=[row.worker_id]), typed).status_code == 302
    workforce = workforce_now()
    mine = next(one for one in workforce.in_post(TODAY) if one.worker_id == row.worker_id)
    assert workforce.days_lost(mine, date(2026, 11, 1), TODAY) == 2
    again = client.post(reverse("workforce-absence", args=[row.worker_id]), typed)
    assert "recorded on these days already" in again.content.decode()


def test_a_target_has_its_months_against_the_line_and_its_finding_as_title(client: Client) -> None:
    sign_in(client, "workforce_lead")
    typed = {"target": "agency_rate", "from_value": "40", "value": "10", "words": "Convert two a month."}
    days = {**_day("started_on", date(2026, 1, 1)), **_day("reach_by", date(2026, 12, 31))}
    assert client.post(reverse("workforce-target-new"), {**typed, **days}).status_code == 302
    page = client.get(reverse("workforce-targets")).content.decode()
    now = 100 * (workforce_now().agency_rate(TODAY).value or 0)
    line = 40 - 30 * (TODAY - date(2026, 1, 1)).days / 364
    side = "above the line, behind it" if now > line else "below the line, ahead of it"
    assert f"Agency workers: {now:.1f}%, {abs(now - line):.1f} points {side}; aim 10.0% by 31 December" in page
    assert page.count("<svg") == 2
    row = WorkforceTarget.objects.get()
    ended = {"edit_version": row.edit_version, **_day("ended_on", TODAY)}
    assert client.post(reverse("workforce-target-end", args=[row.pk]), ended).status_code == 302
    assert "Targets past" in client.get(reverse("workforce-targets")).content.decode()


def test_the_census_counts_restricted_children_too_and_its_file_is_an_export_in_the_log(client: Client) -> None:
    user = sign_in(client, "workforce_lead")
    held = Allocation.objects.filter(role="lead", started_on__lte=CENSUS_DAY).exclude(worker=None)
    held = held.exclude(ended_on__lte=CENSUS_DAY)
    truth = dict(held.values_list("worker_id").annotate(n=Count("child_id", distinct=True)))
    client.get(reverse("workforce-census"))
    answer = client.get(f"{reverse('workforce-census-file')}?year=2026")
    assert answer["Content-Disposition"] == 'attachment; filename="csww-2026.xml"'
    read = read_census(answer.content)
    assert sum(int(row.get("Cases30", 0)) for row in read.workers) <= sum(truth.values())
    totals = totals_of(read.workers, vacant=read.whole["NumberOfVacancies"])
    workforce = workforce_now()
    assert totals.agency_rate == pytest.approx(workforce.agency_rate(CENSUS_DAY).value, abs=1e-6)
    assert totals.vacancy_rate == pytest.approx(workforce.vacancy_rate(CENSUS_DAY).value, abs=1e-3)
    assert Event.objects.filter(user=user, kind="export").exists()


def test_what_the_census_asks_is_kept_beside_a_loaded_worker_and_leaves_the_check(client: Client) -> None:
    sign_in(client, "workforce_lead")
    row = Employment.objects.exclude(origin=None).filter(ended_on=None, role="social_worker")[0]
    page = reverse("workforce-details", args=[row.worker_id])
    typed = {"sex": "F", "ethnicity": "WBRI", "qualification_level": "2", "route": "step_up", "edit_version": "0"}
    assert client.post(page, {**typed, **_day("born_on", date(1988, 5, 4))}).status_code == 302
    assert WorkerDetail.objects.get(worker_id=row.worker_id).route == "step_up"
    file = client.get(f"{reverse('workforce-census-file')}?year=2026").content.decode()
    assert "<PersonBirthDate>1988-05-04</PersonBirthDate>" in file
    stale = client.post(page, {**typed, "sex": "M", **_day("born_on", date(1988, 5, 4))})
    assert stale.status_code == 409
    assert "Somebody else changed this while you were typing" in stale.content.decode()
