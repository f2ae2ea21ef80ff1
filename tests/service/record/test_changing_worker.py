"""What a change of worker would interrupt is told before it is made; and how many workers a child has had."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.models import (
    Allocation,
    Assessment,
    Child,
    Direction,
    Handover,
    Hearing,
    Proceedings,
    Referral,
)
from onechild.service.record.queries.changing_worker import raised_by_change
from onechild.service.record.queries.continuity import in_a_year, workers_of
from tests.service.people import a_worker, a_worker_with_children, child_of, team_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def child() -> Child:
    """A child with one worker and nothing under way."""
    found = child_of(a_worker_with_children())
    with change_set(by="a test", kind="edit", words="nothing under way"):
        Assessment.objects.filter(child=found).update(ended_on=date(2026, 1, 1))
        Direction.objects.filter(child=found).update(done_on=date(2026, 1, 1))
        Allocation.objects.filter(child=found, ended_on__isnull=False).update(gone_at=NOW)
    return found


def said(child: Child) -> str:
    return " ".join(raised_by_change([child.pk], today=TODAY)[child.pk])


def test_an_assessment_in_the_middle_is_told_with_its_day(child: Child) -> None:
    with change_set(by="a test", kind="edit", words="an assessment"):
        referral = Referral.objects.create(child=child, started_on=date(2026, 11, 2), recorded_on=TODAY)
        Assessment.objects.create(
            child=child, referral=referral, started_on=date(2026, 11, 3), recorded_on=TODAY, assessment_kind=None
        )
        renew([child.pk])
    assert "An assessment is under way: day 14 of 45, due " in said(child)


def test_a_hearing_within_ten_working_days_is_told_and_a_later_one_is_not(child: Child) -> None:
    with change_set(by="a test", kind="edit", words="court"):
        court = Proceedings.objects.create(child=child, started_on=date(2026, 10, 1), recorded_on=TODAY)
        for on, kind in ((date(2026, 12, 4), "final"), (date(2026, 12, 7), "issues_resolution")):
            Hearing.objects.create(
                child=child, proceedings=court, happened_on=on, hearing_kind=kind, held=False, recorded_on=TODAY
            )
    told = said(child)
    assert "Final hearing: Friday 4 December, in 10 working days." in told
    assert "Issues resolution hearing" not in told


def test_a_third_worker_in_twelve_months_is_told_and_one_of_two_years_ago_is_not_counted(child: Child) -> None:
    now = Allocation.objects.get(child=child, role="lead", ended_on=None)
    team_id = team_of(str(now.worker_id))
    with change_set(by="a test", kind="edit", words="earlier workers"):
        Allocation.objects.filter(pk=now.pk).update(started_on=date(2026, 9, 1))
        for began, ended in ((date(2024, 1, 1), date(2024, 6, 1)), (date(2026, 2, 1), date(2026, 9, 1))):
            Allocation.objects.create(
                child=child,
                worker_id=a_worker(team_id),
                team_id=team_id,
                role="lead",
                started_on=began,
                ended_on=ended,
                recorded_on=TODAY,
            )
    assert "2 workers have led the case in 12 months: another would be number 3." in said(child)
    found = workers_of(child.pk, today=TODAY)
    assert (found.in_a_year, found.this_time, found.since, len(found.spans)) == (2, 2, date(2026, 2, 1), 3)
    assert len(in_a_year([child.pk], today=TODAY)[child.pk]) == 2


def test_a_worker_who_kept_the_child_through_a_change_of_team_is_one_worker(child: Child) -> None:
    now = Allocation.objects.get(child=child, role="lead", ended_on=None)
    other = Allocation.objects.exclude(team_id=now.team_id).exclude(team_id=None)[0].team_id
    with change_set(by="a test", kind="edit", words="another team"):
        Allocation.objects.filter(pk=now.pk).update(ended_on=date(2026, 10, 1))
        Allocation.objects.create(
            child=child,
            worker_id=now.worker_id,
            team_id=other,
            role="lead",
            started_on=date(2026, 10, 1),
            recorded_on=TODAY,
        )
    [span] = workers_of(child.pk, today=TODAY).spans
    assert (span.started_on, span.ended_on) == (now.started_on, None)


def test_open_promises_and_what_the_child_wanted_last_time_are_told(child: Child) -> None:
    with change_set(by="a test", kind="edit", words="promised"):
        for due_on in (TODAY - timedelta(days=11), TODAY + timedelta(days=11)):
            Direction.objects.create(
                child=child, happened_on=date(2026, 11, 1), words="Ring Nan", due_on=due_on, recorded_on=TODAY
            )
        Handover.objects.create(
            child=child,
            happened_on=date(2026, 5, 1),
            recorded_on=TODAY,
            childs_words="Please don’t leave without saying",
            childs_words_on=date(2026, 4, 28),
        )
    told = said(child)
    assert "2 promises are open, 1 of them late, the oldest since 10 November." in told
    assert "on 28 April: “Please don’t leave without saying”" in told


def test_nothing_is_told_of_a_child_with_nothing_under_way(child: Child) -> None:
    assert raised_by_change([], today=TODAY) == {}
    assert "assessment" not in said(child)
    assert "workers have led" not in said(child)
