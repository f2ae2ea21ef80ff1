"""Homeless at 16 or 17: the day counts, bed and breakfast is refused, both sections are explained before a choice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import Notice, User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Child,
    Decision,
    HomelessChoice,
    Obligation,
    Pathway,
    PeriodOfCare,
    StepTaken,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
ON = {"happened_on_day": "21", "happened_on_month": "11", "happened_on_year": "2026"}
CHOICE = {
    **ON,
    "safe_tonight": "yes",
    "place": "lodgings",
    "place_words": "With a host of the scheme.",
    "section_17_explained": "yes",
    "section_20_explained": "yes",
    "explained_how": "By me, with the leaflet, and told back to me.",
    "advocate_offered": "yes",
    "advocate_accepted": "yes",
    "choice": "section_17",
    "childs_words": "I don’t want to be in care.",
}


@pytest.fixture
def homeless(worker: User, manager: User, born: Any, begin: Any) -> Pathway:
    """A young person of 16 who came today."""
    born(date(2010, 3, 1))
    found: Pathway = begin("homeless_16_17", manager)
    return found


def page(row: Pathway, name: str) -> str:
    """A page of the pathway."""
    return f"/children/{row.child.la_child_id}/pathways/{row.pk}/{name}/"


def test_the_assessment_with_housing_is_owed_by_the_next_working_day_and_met_by_it(
    client: Client, homeless: Pathway
) -> None:
    owed = Obligation.objects.get(child=homeless.child, clock="homeless-16-17")
    assert (owed.started_on, owed.due_on, owed.met_on) == (TODAY, date(2026, 11, 23), None)
    assert "Assess the need together with housing" in client.get(page(homeless, "")[:-1]).content.decode()
    typed = {"kind": "joint_assessment", "words": "Nowhere to go back to.", **ON}
    assert "Say: who assessed" in client.post(page(homeless, "done"), typed).content.decode()
    client.post(page(homeless, "done"), typed | {"whom": "I, and Jo Bell of housing options"})
    assert Obligation.objects.get(child=homeless.child, clock="homeless-16-17").met_on == TODAY


@pytest.mark.parametrize(("on", "says"), [(date(2010, 11, 22), "They were 15"), (date(2008, 11, 21), "They were 18")])
def test_who_is_not_16_or_17_on_the_day_is_refused_and_told_what_instead(
    client: Client, worker: User, manager: User, child: Child, born: Any, on: date, says: str
) -> None:
    born(on)
    sent = {"kind": "homeless_16_17", "overseer": str(manager.pk)}
    assert says in client.post(f"/children/{child.la_child_id}/pathways/new/", sent).content.decode()
    assert not Pathway.objects.filter(child=child).exists()
    assert not StepTaken.objects.filter(child=child, step="presented_homeless").exists()


def test_who_is_looked_after_is_not_homeless_and_the_council_finds_a_placement(
    client: Client, worker: User, manager: User, child: Child, born: Any
) -> None:
    born(date(2010, 3, 1))
    with change_set(by="a test", kind="edit", words="looked after"):
        PeriodOfCare.objects.create(child=child, started_on=date(2026, 1, 1))
    sent = {"kind": "homeless_16_17", "overseer": str(manager.pk)}
    shown = client.post(f"/children/{child.la_child_id}/pathways/new/", sent).content.decode()
    assert "They are looked after" in shown
    assert not Pathway.objects.filter(child=child).exists()


def test_bed_and_breakfast_is_refused_in_words_and_what_was_typed_stays(client: Client, homeless: Pathway) -> None:
    shown = client.post(page(homeless, "choice"), CHOICE | {"place": "bed_and_breakfast"}).content.decode()
    assert "not suitable for a young person of 16 or 17, even in an emergency" in shown
    assert "I don’t want to be in care." in shown
    assert not HomelessChoice.objects.exists()


def test_nobody_chooses_before_both_sections_are_explained(client: Client, homeless: Pathway) -> None:
    shown = client.post(page(homeless, "choice"), CHOICE | {"section_20_explained": "no"}).content.decode()
    assert "Explain both sections before they choose" in shown
    client.post(page(homeless, "choice"), CHOICE | {"section_20_explained": "no", "choice": "undecided"})
    assert HomelessChoice.objects.get().choice == "undecided"


def test_a_choice_stands_in_their_own_words_and_may_change(client: Client, homeless: Pathway) -> None:
    client.post(page(homeless, "choice"), CHOICE)
    client.post(
        page(homeless, "choice"), CHOICE | {"choice": "section_20", "childs_words": "I want a worker after all."}
    )
    shown = client.get(page(homeless, "")[:-1]).content.decode()
    assert "I want a worker after all." in shown
    assert "I don’t want to be in care." in shown
    assert "Begin the period of care" in shown
    reasons = Decision.objects.filter(kind="homeless_choice").order_by("pk").values_list("outcome", flat=True)
    assert list(reasons) == ["section_17", "section_20"]


def test_nowhere_safe_tonight_is_told_to_the_overseer_at_once(client: Client, homeless: Pathway, manager: User) -> None:
    client.post(page(homeless, "choice"), CHOICE | {"safe_tonight": "no", "place": "none", "choice": "undecided"})
    assert Notice.objects.filter(user=manager, words="A young person has nowhere safe for tonight.").exists()


def test_a_panel_says_who_was_there_and_when_it_looks_again(client: Client, homeless: Pathway) -> None:
    typed = {"kind": "panel", "words": "Supported lodgings until spring.", **ON, "whom": "Housing, health, school"}
    assert "The panel looks again on that day" in client.post(page(homeless, "done"), typed).content.decode()
    again = {"next_on_day": "12", "next_on_month": "12", "next_on_year": "2026"}
    client.post(page(homeless, "done"), typed | again)
    assert "The panel looks again on 12 December" in client.get(page(homeless, "")[:-1]).content.decode()
