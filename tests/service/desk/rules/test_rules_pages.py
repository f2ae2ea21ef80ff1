"""The rules pages: every clock with its law, an example by the engine's own arithmetic, and counts of what one sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Bar
from onechild.service.desk.links import rule_page
from onechild.service.desk.rules.counts import A_YEAR, counts_of
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Obligation
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.people import child_of, make_user, sign_in
from tests.service.walk.world import NOW

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
KEYS = [clock.key for clock in CLOCKS]


def test_every_clock_has_a_page_for_whoever_is_signed_in(client: Client) -> None:
    sign_in(client, "scrutiny")
    answers = {key: client.get(rule_page(key)) for key in KEYS}
    assert [key for key, answer in answers.items() if answer.status_code != 200] == []
    assert [key for key, answer in answers.items() if 'style="' in answer.content.decode()] == []
    assert [key for key, answer in answers.items() if "An example" not in answer.content.decode()] == []


def test_every_clock_stands_on_the_list_and_is_found_by_its_words(client: Client) -> None:
    sign_in(client, "social_worker")
    page = client.get("/rules/").content.decode()
    assert [key for key in KEYS if f"/rules/{key}/" not in page] == []
    found = client.get("/rules/?q=review+conference").content.decode()
    assert "/rules/review-child-protection-conference/" in found
    assert "/rules/contact-decision/" not in found


def test_what_nobody_has_checked_says_so(client: Client) -> None:
    sign_in(client, "social_worker")
    assert "Local standard, check" in client.get(rule_page("contact-decision")).content.decode()
    assert "Local standard, check" not in client.get(rule_page("looked-after-review")).content.decode()


def test_the_law_links_to_its_text_and_the_length_to_the_councils_standard(client: Client) -> None:
    sign_in(client, "social_worker")
    assert "legislation.gov.uk/uksi/2010/959" in client.get(rule_page("looked-after-review")).content.decode()
    page = client.get(rule_page("child-protection-visit")).content.decode()
    assert "/standards/child_protection_visit_days/" in page


def test_the_example_is_drawn_and_said(client: Client) -> None:
    sign_in(client, "social_worker")
    page = client.get(rule_page("initial-child-protection-conference")).content.decode()
    assert page.count("<svg") == 2
    assert "15 working days: due by the end of" in page
    assert "Christmas Day, 25 December 2026" in page


def test_a_rule_that_there_is_not_is_not_there(client: Client) -> None:
    sign_in(client, "social_worker")
    assert client.get(reverse("rule", args=["nonsense"])).status_code == 404


@pytest.mark.parametrize("role", ["social_worker", "team_manager", "family_worker", "director", "legal", "scrutiny"])
def test_counts_are_of_just_those_children_whom_the_viewer_may_see(holder: str, role: str) -> None:
    user = make_user(role, worker_id=holder)
    barred = child_of(holder)
    hidden = Child.objects.exclude(pk=barred.pk).filter(
        pk__in=Obligation.objects.filter(met_on=None, ended_on=None).values("child_id")
    )
    with change_set(by="a test", kind="edit", words="records restricted at their source"):
        Child.objects.filter(pk__in=list(hidden.values_list("pk", flat=True)[:3])).update(restricted="forced_marriage")
    Bar.objects.create(child_id=barred.pk, user=user, reason="a test", began_at=NOW, began_by=user)
    with as_viewer(user, now=NOW):
        seen = list(Obligation.objects.filter(started_on__lte=TODAY, child__isnull=False))
        counted = counts_of(KEYS, now=NOW)
    mine = [one for one in seen if one.met_on is None and (one.ended_on is None or one.ended_on > TODAY)]
    done = [one for one in seen if one.met_on and TODAY - A_YEAR <= one.met_on <= TODAY]
    assert sum(one.late for one in counted.values()) == sum(_late(one) for one in mine)
    assert sum(one.open for one in counted.values()) == sum(not _late(one) for one in mine)
    assert sum(one.met_late for one in counted.values()) == sum(_done_late(one) for one in done)
    assert sum(one.done for one in counted.values()) == len(done)


def _late(one: Obligation) -> bool:
    """Past its moment where it has one, else past its day."""
    return one.due_at < NOW if one.due_at else one.due_on < TODAY


def _done_late(one: Obligation) -> bool:
    if one.met_at and one.due_at:
        return bool(one.met_at > one.due_at)
    return bool(one.met_on and one.met_on > one.due_on)


def test_a_duty_late_by_a_day_is_counted_late(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    before = client.get(rule_page("child-in-need-visit")).context["counts"]
    Obligation.objects.create(
        subject_kind="child",
        subject_id=child_of(holder).pk,
        child=child_of(holder),
        clock="child-in-need-visit",
        spell_id="a test",
        sequence=1,
        within="20 working days",
        version="CIN-02 1990-01-01",
        started_on=TODAY - timedelta(days=40),
        due_on=TODAY - timedelta(days=1),
    )
    after = client.get(rule_page("child-in-need-visit")).context["counts"]
    assert after.late == (before.late if before else 0) + 1
