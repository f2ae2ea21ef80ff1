"""Children whose whole case is OneChild's own: no row of theirs came with a load, so all of it can be ended here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.outcomes import NewAction, NewOutcome, add_action, add_outcome
from onechild.service.record.actions.work.people import NewChild, new_child, relate
from onechild.service.record.actions.work.referrals import open_referral
from onechild.service.record.models import (
    Allocation,
    Child,
    ChildProtectionCategory,
    ChildProtectionPlan,
    PlanOutcome,
    Referral,
)
from tests.service.people import a_worker_with_children, make_user, team_of

OPENED, PROTECTED = date(2026, 2, 2), date(2026, 3, 2)


@dataclass(frozen=True)
class Somebody:
    """Who a test's work is written by."""

    name: str
    pk: int


@dataclass(frozen=True)
class Family:
    """Two children of one family, whose worker and team hold them under referrals of our own."""

    children: tuple[Child, Child]
    referrals: tuple[Referral, Referral]
    worker_id: str
    team_id: str
    writer: Somebody


def a_family() -> Family:
    """Zadie and Zeb Quillfeather, referred in February and held by a worker."""
    worker_id = a_worker_with_children()
    team_id = team_of(worker_id)
    user = make_user("social_worker", worker_id=worker_id)
    writer = Somebody(user.name, user.pk)
    with change_set(by=writer, kind="edit", words="a family"):
        children = tuple(
            new_child(NewChild(forename=name, surname="Quillfeather", born_on=born), today=OPENED)
            for name, born in (("Zadie", date(2015, 5, 1)), ("Zeb", date(2018, 7, 3)))
        )
        first, second = children
        for child, other in ((first, second), (second, first)):
            relate(child=child, relation="sibling", related_child_id=other.pk, today=OPENED)
        referrals = tuple(
            open_referral(
                child=child,
                source_kind="2B",
                source_words="Health visitor",
                contact_id=None,
                decided_on=OPENED,
                team_id=team_id,
                by=writer,
                today=OPENED,
            )
            for child in children
        )
        for child in children:
            Allocation.objects.create(
                child=child, role="lead", worker_id=worker_id, team_id=team_id, started_on=OPENED, recorded_on=OPENED
            )
        clocks.renew([child.pk for child in children])
    return Family((first, second), (referrals[0], referrals[1]), worker_id, team_id, writer)


def protected(family: Family, *, outcomes: Mapping[str, int] | None = None) -> dict[str, ChildProtectionPlan]:
    """Plans of our own for the children from March, each with so many outcomes under it; by the child's forename."""
    with change_set(by=family.writer, kind="edit", words="protection plans"):
        made = {}
        for name, child, referral in zip(("Zadie", "Zeb"), family.children, family.referrals, strict=True):
            plan = ChildProtectionPlan.objects.create(
                child=child,
                referral=referral,
                started_on=PROTECTED,
                initial_category="NEG",
                latest_category="NEG",
                previous_plans=0,
                recorded_on=PROTECTED,
            )
            ChildProtectionCategory.objects.create(
                child=child, plan=plan, category="NEG", started_on=PROTECTED, recorded_on=PROTECTED
            )
            for number in range((outcomes or {}).get(name, 0)):
                an_outcome(child, plan.pk, f"{name} is at school every day, part {number}", family)
            made[name] = plan
        clocks.renew([child.pk for child in family.children])
    return made


def an_outcome(child: Child, plan_id: str, words: str, family: Family, kind: str = "protection") -> PlanOutcome:
    """An outcome with one action that somebody has yet to do."""
    new = NewOutcome(worry="Days at school are missed.", outcome=words, known_by="The school's register.")
    row = add_outcome(new, child=child, plan_kind=kind, plan_id=plan_id, by=family.writer, today=PROTECTED)
    action = NewAction(words="A walking bus is arranged.", owner_words="The school", due_on=date(2026, 12, 1))
    add_action(action, outcome=row, by=family.writer, today=PROTECTED)
    return row


def boxes(name: str, on: date) -> dict[str, str]:
    """A day as the three boxes of a form send it."""
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}
