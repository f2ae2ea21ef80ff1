"""Children in a line: the name that is used now, the age, and how they stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onechild.service.govuk.parts import Tag
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    CareEpisode,
    Child,
    ChildInNeedPlan,
    ChildName,
    ChildProtectionPlan,
    PeriodOfCare,
)
from onechild.service.record.queries.names import Head, heads, together
from onechild.service.record.queries.status import statuses, tags_of
from tests.service.conftest import TODAY

pytestmark = pytest.mark.django_db
A_YEAR_AGO = TODAY - timedelta(days=365)


def a_child(**facts: object) -> Child:
    """A child with no name and no work."""
    with change_set(by="a test", kind="edit", words="a child"):
        return Child.objects.create(**({"born_on": date(2015, 1, 1)} | facts))


def named(child: Child, forename: str, surname: str, kind: str = "legal", **days: date) -> None:
    """A name of the child's."""
    with change_set(by="a test", kind="edit", words="a name"):
        ChildName.objects.create(child=child, forename=forename, surname=surname, name_kind=kind, **days)


def head_of(child: Child) -> Head:
    """The child in a line."""
    return heads([child.pk], today=TODAY)[child.pk]


def test_the_name_used_goes_before_the_legal_name() -> None:
    child = a_child()
    named(child, "Theodore", "Marsh")
    named(child, "Teddy", "Marsh", "used")
    assert head_of(child).name == "Teddy Marsh"


def test_a_name_that_ended_is_not_said() -> None:
    child = a_child()
    named(child, "Ana", "Before", started_on=A_YEAR_AGO, ended_on=TODAY)
    named(child, "Ana", "Now", started_on=TODAY)
    assert head_of(child).name == "Ana Now"


def test_an_unborn_child_without_a_name_is_said_to_be_one() -> None:
    head = head_of(a_child(born_on=None, expected_on=date(2027, 1, 14)))
    assert (head.name, head.age(TODAY)) == ("Unborn baby", "expected 14 January 2027")


def test_a_child_without_a_name_is_not_left_out() -> None:
    assert head_of(a_child()).name == "Name not recorded"


def test_brothers_and_sisters_of_one_name_share_it() -> None:
    facts = {"la_child_id": "", "born_on": None, "expected_on": None}
    kayden = Head(child_id="1", forename="Kayden", surname="Marsh", **facts)  # type: ignore[arg-type]
    skye = Head(child_id="2", forename="Skye", surname="Marsh", **facts)  # type: ignore[arg-type]
    reuben = Head(child_id="3", forename="Reuben", surname="Bello", **facts)  # type: ignore[arg-type]
    assert together([kayden, skye]) == "Kayden and Skye Marsh"
    assert together([kayden, skye, reuben]) == "Kayden Marsh, Skye Marsh and Reuben Bello"


def test_a_plan_stands_until_the_day_it_ends() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="a plan"):
        ChildProtectionPlan.objects.create(child=child, started_on=A_YEAR_AGO, ended_on=TODAY)
    assert statuses([child.pk], today=TODAY) == {}
    assert tags_of(statuses([child.pk], today=TODAY - timedelta(days=1))[child.pk]) == [Tag("CP plan", "cp")]


def test_another_councils_plan_is_not_called_ours() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="a plan"):
        ChildProtectionPlan.objects.create(child=child, started_on=A_YEAR_AGO, of_other_council=True)
    assert [status.kind for status in statuses([child.pk], today=TODAY)[child.pk]] == ["other_council"]


def test_short_breaks_are_not_called_looked_after() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="short breaks"):
        PeriodOfCare.objects.create(child=child, started_on=A_YEAR_AGO)
        CareEpisode.objects.create(child=child, started_on=A_YEAR_AGO, legal_status="V4")
    assert [status.kind for status in statuses([child.pk], today=TODAY)[child.pk]] == ["short_breaks"]


def test_need_is_not_said_of_a_child_on_a_protection_plan() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="two plans"):
        ChildProtectionPlan.objects.create(child=child, started_on=A_YEAR_AGO)
        ChildInNeedPlan.objects.create(child=child, started_on=A_YEAR_AGO)
    held = statuses([child.pk], today=TODAY)[child.pk]
    assert [tag.text for tag in tags_of(held)] == ["CP plan"]
    assert [tag.text for tag in tags_of(held, restricted="ordinary")] == ["Restricted", "CP plan"]
