"""What a practitioner's day holds: duties of the children in their hands, their diary, and whom they cover for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import Beside, Children, children_of, groups_of
from onechild.service.desk.my_day.lines import Line, end_of_next_week, of_duties, of_plans, part_of
from onechild.service.govuk.parts import Duty
from onechild.service.record.queries.caseload import Held, held_by
from onechild.service.record.queries.diary.cover import Covering, covered_by
from onechild.service.record.queries.diary.planned import Planned, planned
from onechild.service.record.queries.due import Due, Group, due_for
from onechild.service.record.queries.duty_words import Owner
from onechild.service.record.queries.lateness import reasons_of
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
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
class Day:
    """The lines of a day, and what the person holds. `counts` has how many lines each part holds, families together.

    `plans_today` says that a line of today's is there because it is planned, and is not due today.
    """

    held: tuple[Held, ...]
    children: Children
    lines: tuple[Line, ...]
    counts: Mapping[str, int]
    plans_today: bool
    covering: tuple[Covering, ...]
    target: float | None

    def part(self, *parts: str) -> tuple[Duty, ...]:
        """The lines of these parts of the page."""
        return tuple(one.duty for one in self.lines if one.part in parts)

    @property
    def today(self) -> tuple[Duty, ...]:
        """What is due or planned today."""
        return self.part("today")

    @property
    def late(self) -> tuple[Duty, ...]:
        """Duties whose day is past."""
        return self.part("late")

    @property
    def unwritten(self) -> tuple[Duty, ...]:
        """Visits that were planned and of which nothing is written."""
        return self.part("unwritten")

    @property
    def week(self) -> tuple[Duty, ...]:
        """What comes by Sunday."""
        return self.part("week")

    @property
    def following(self) -> tuple[Duty, ...]:
        """What comes in the week after."""
        return self.part("next")

    @property
    def shown(self) -> frozenset[str]:
        """The children on the page."""
        return frozenset(child_id for one in self.lines for child_id in one.child_ids)

    @property
    def cases(self) -> int:
        """How many children they hold the case of."""
        return sum(1 for one in self.held if one.leads)

    @property
    def families(self) -> int:
        """How many families those children are of; a child with none is one."""
        led = [one.child_id for one in self.held if one.leads]
        return len({self.children.heads[one].family_id or one for one in led if one in self.children.heads})


def day_of(viewer: Viewer, *, today: date, together: bool = True) -> Day:
    """This function will return the day of whoever is a worker of the record, in at most thirteen queries.

    With `together`, brothers and sisters who are owed the same stand in one line; else each child has a line.
    """
    worker_id, until = viewer.worker_id or "", end_of_next_week(today)
    held, covering = held_by(worker_id, today=today), covered_by(worker_id, today=today)
    led = {one.child_id for one in held if one.leads}
    covered = {one.child_id: one for one in covering if one.child_id not in led}
    dues = due_for(list(dict.fromkeys([*(one.child_id for one in held), *covered])), today=today, until=until)
    away = sorted({one.worker_id for one in covered.values()})
    plans = [one for one in planned([worker_id, *away], since=today, until=until) if _shown(one, worker_id, covered)]
    shown = {one.child_id for one in held} | {one.child_id for one in plans} | set(covered)
    children = children_of(shown, today=today)
    asked = list(dict.fromkeys([*asked_of(held, dues), *(due for due in dues if _asked_of_cover(covered, due))]))
    names = worker_names(away)
    beside = Beside(
        plans=next_plans(plans, today),
        reasons=reasons_of({due.child_id for due in asked if due.late}),
        covered={child_id: names.get(one.worker_id, NO_WORKER_NAME) for child_id, one in covered.items()},
    )
    groups = groups_of(asked, children)
    drawn = groups if together else [Group((due,)) for group in groups for due in group.dues]
    duties = of_duties(drawn, children, led=led, viewer=viewer, beside=beside, today=today, names=names)
    diary = [one for one in of_plans(plans, children, viewer=viewer, today=today) if not _said_by_a_duty(one, duties)]
    return Day(
        held=tuple(held),
        children=children,
        lines=tuple(sorted([*duties, *diary], key=lambda one: one.on)),
        counts=Counter([*(part_of(group.first.due_on, today) for group in groups), *(one.part for one in diary)]),
        plans_today=any(one.part == "today" for one in diary),
        covering=tuple(covered.values()),
        target=_target(viewer, held, today),
    )


def asked_of(held: Iterable[Held], dues: Iterable[Due]) -> list[Due]:
    """This function will keep the duties that the parts somebody plays for each child put on their list."""
    roles = {one.child_id: one.role for one in held}
    return [due for due in dues if due.child_id in roles and due.owner in ASKED_OF.get(roles[due.child_id], OTHERS)]


def next_plans(plans: Iterable[Planned], today: date) -> dict[str, Planned]:
    """This function will return the next visit planned for each child, from today on."""
    found: dict[str, Planned] = {}
    for plan in sorted(plans, key=lambda plan: (plan.planned_on, plan.round_id)):
        if plan.kind == "visit" and plan.planned_on >= today and not plan.written:
            found.setdefault(plan.child_id, plan)
    return found


def _shown(plan: Planned, worker_id: str, covered: Mapping[str, Covering]) -> bool:
    """One's own plans; of a colleague's, those for the days that one covers."""
    if plan.worker_id == worker_id:
        return True
    cover = covered.get(plan.child_id)
    return cover is not None and cover.first_day <= plan.planned_on <= cover.last_day


def _asked_of_cover(covered: Mapping[str, Covering], due: Due) -> bool:
    """Whoever covers is asked for the visits that fall due by the last day, and for those that are late."""
    cover = covered.get(due.child_id)
    return cover is not None and due.words.next_kind == "visit" and due.due_on <= cover.last_day


def _said_by_a_duty(plan: Line, duties: Sequence[Line]) -> bool:
    """Whether the lines of the duties beside it say of every child that the visit is planned."""
    if plan.part == "unwritten" or not plan.visit:
        return False
    said = {child_id for one in duties if one.visit and one.part == plan.part for child_id in one.child_ids}
    return said.issuperset(plan.child_ids)


def _target(viewer: Viewer, held: Sequence[Held], today: date) -> float | None:
    """The target of whoever holds a case, who is no manager; nobody else has one."""
    if not any(one.leads for one in held):
        return None
    person = people([viewer.worker_id or ""], today=today).get(viewer.worker_id or "")
    if person is None or person.manages:
        return None
    return targets(today=today).of(person, team_id=next(one.team_id for one in held if one.leads) or None)
