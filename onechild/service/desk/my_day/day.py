"""What a practitioner's day holds: duties of the children in their hands, by what the parts they play ask of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import Children, children_of, groups_of, line
from onechild.service.govuk.parts import Duty
from onechild.service.record.models import Visit
from onechild.service.record.queries.caseload import Held, around, held_by
from onechild.service.record.queries.due import Due, Group, due_for
from onechild.service.record.queries.duty_words import Owner
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.workforce import people, targets

# Whose duties stand on whose day: whoever holds the case is shown all of the child's, and who owes them.
ALL: tuple[Owner, ...] = ("lead", "manager", "front_door", "chair", "reviewing_officer", "adviser", "service")
ASKED_OF: dict[str, tuple[Owner, ...]] = {
    "lead": ALL,
    "reviewing_officer": ("chair", "reviewing_officer"),
    "personal_adviser": ("adviser",),
}
OTHERS: tuple[Owner, ...] = ("lead",)


@dataclass(frozen=True, kw_only=True)
class Unwritten:
    """A visit that was planned for a day now past, of which nothing is written."""

    visit_id: str
    child_id: str
    planned_on: date


@dataclass(frozen=True, kw_only=True)
class Day:
    """The lines of a day, and what the person holds."""

    held: tuple[Held, ...]
    children: Children
    today: tuple[Duty, ...]
    late: tuple[Duty, ...]
    soon: tuple[Duty, ...]
    unwritten: tuple[Unwritten, ...]
    target: float | None
    shown: frozenset[str]

    @property
    def cases(self) -> int:
        """How many children they hold the case of."""
        return sum(1 for one in self.held if one.leads)

    @property
    def families(self) -> int:
        """How many families those children are of; a child with none is one."""
        led = [one.child_id for one in self.held if one.leads]
        return len({self.children.heads[one].family_id or one for one in led if one in self.children.heads})


def day_of(viewer: Viewer, *, today: date) -> Day:
    """This function will return the day of whoever is a worker of the record, in at most ten queries."""
    held = held_by(viewer.worker_id or "", today=today)
    dues = asked_of(held, due_for([one.child_id for one in held], today=today, until=end_of_next_week(today)))
    unwritten = _unwritten(viewer.worker_id or "", today)
    ids = {one.child_id for one in held} | {one.child_id for one in unwritten}
    children = children_of(ids, today=today)
    groups = groups_of(dues, children)
    led = {one.child_id for one in held if one.leads}
    lines = lines_of(groups, children, led=led, viewer=viewer, today=today)
    shown = {child_id for group in groups for child_id in group.child_ids} | {one.child_id for one in unwritten}
    return Day(
        held=tuple(held),
        children=children,
        today=lines["today"],
        late=lines["late"],
        soon=lines["soon"],
        unwritten=tuple(one for one in unwritten if one.child_id in children.heads),
        target=_target(viewer, held, today),
        shown=frozenset(shown),
    )


def asked_of(held: Iterable[Held], dues: Iterable[Due]) -> list[Due]:
    """This function will keep the duties that the parts somebody plays for each child put on their list."""
    roles = {one.child_id: one.role for one in held}
    return [due for due in dues if due.owner in ASKED_OF.get(roles.get(due.child_id, ""), OTHERS)]


def lines_of(
    groups: Sequence[Group], children: Children, *, led: Collection[str], viewer: Viewer, today: date
) -> Mapping[str, tuple[Duty, ...]]:
    """This function will return the lines late, due today and to come: at most two queries.

    Of the children in `led` the viewer owes what their lead worker owes; whoever else owes something is named.
    """
    elsewhere = [one.first.child_id for one in groups if one.first.owner != "lead" or one.first.child_id not in led]
    parts = around(elsewhere, today=today)
    names = worker_names(one.worker_id for held in parts.values() for one in held)
    drawn = []
    for group in groups:
        own = group.first.owner == "lead" and group.first.child_id in led
        drawn.append((group, line(group, children, viewer=viewer, around={} if own else parts, names=names)))
    return {
        "late": tuple(duty for group, duty in drawn if group.first.due_on < today),
        "today": tuple(duty for group, duty in drawn if group.first.due_on == today),
        "soon": tuple(duty for group, duty in drawn if group.first.due_on > today),
    }


def end_of_next_week(today: date) -> date:
    """The Sunday of the week after this one."""
    return today + timedelta(days=13 - today.weekday())


def _unwritten(worker_id: str, today: date) -> list[Unwritten]:
    rows = Visit.objects.filter(worker_id=worker_id, seen__isnull=True, planned_on__lte=today).order_by("planned_on")
    return [
        Unwritten(visit_id=visit_id, child_id=child_id, planned_on=planned_on)
        for visit_id, child_id, planned_on in rows.values_list("visit_id", "child_id", "planned_on")
        if planned_on
    ]


def _target(viewer: Viewer, held: Sequence[Held], today: date) -> float | None:
    """The target of whoever holds a case, who is no manager; nobody else has one."""
    if not any(one.leads for one in held):
        return None
    person = people([viewer.worker_id or ""], today=today).get(viewer.worker_id or "")
    if person is None or person.manages:
        return None
    return targets(today=today).of(person, team_id=next(one.team_id for one in held if one.leads) or None)
