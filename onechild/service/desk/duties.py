"""Duties as lines of a list: what, for whom, why, by when, who owes it, and what to do next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onechild.service.access.viewer import Viewer
from onechild.service.desk.links import change_plan, child_page, late_reason, new_visit, plan_visit
from onechild.service.govuk.parts import Duty, Link, Tag
from onechild.service.govuk.words import clock, day
from onechild.service.record.models import LateReason
from onechild.service.record.queries.caseload import Held
from onechild.service.record.queries.diary.planned import Planned
from onechild.service.record.queries.due import Due, Group, grouped
from onechild.service.record.queries.duty_words import OWNERS, PARTS
from onechild.service.record.queries.lateness import Key, said
from onechild.service.record.queries.names import Head, heads, joined, together
from onechild.service.record.queries.status import Status, statuses, tags_of


@dataclass(frozen=True)
class Children:
    """What the lines say of the children they are about."""

    heads: Mapping[str, Head]
    statuses: Mapping[str, list[Status]]

    def tags(self, child_ids: Iterable[str]) -> list[Tag]:
        """The tags of these children together, each once."""
        found = [tag for one in child_ids for tag in self.tags_of(one)]
        return list(dict.fromkeys(found))

    def tags_of(self, child_id: str) -> list[Tag]:
        """The tags of one child."""
        restricted = self.heads[child_id].restricted if child_id in self.heads else ""
        return tags_of(self.statuses.get(child_id, []), restricted=restricted)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What stands beside duties: the visit planned next for a child, why one is late, for whom somebody covers."""

    plans: Mapping[str, Planned] = field(default_factory=dict)
    reasons: Mapping[Key, LateReason] = field(default_factory=dict)
    covered: Mapping[str, str] = field(default_factory=dict)
    may_plan: bool = True  # not where the lines are of colleagues' visits, which go in their own diaries


NOTHING = Beside()


def children_of(child_ids: Collection[str], *, today: date) -> Children:
    """This function will read what lists say of these children: two queries."""
    return Children(heads(child_ids, today=today), statuses(child_ids, today=today))


def groups_of(dues: Sequence[Due], children: Children) -> list[Group]:
    """This function will return the duties, brothers and sisters together; those of a child not seen are left out."""
    families = {child_id: head.family_id for child_id, head in children.heads.items()}
    return grouped([due for due in dues if due.child_id in children.heads], families)


def line(
    group: Group,
    children: Children,
    *,
    viewer: Viewer,
    around: Mapping[str, list[Held]] | None = None,
    names: Mapping[str, str] | None = None,
    beside: Beside = NOTHING,
) -> Duty:
    """This function will return a duty's line; for a child in `around` it says who owes it, if not the viewer."""
    due, found = group.first, [children.heads[child_id] for child_id in group.child_ids]
    when, note = due.when()
    owed = _owed_by(group, viewer, around or {}, names or {})
    said_why = " ".join(dict.fromkeys(told for one in group.dues if (told := reason_said(one, beside.reasons))))
    next_way, *others = _ways(group, found, viewer, beside)
    return Duty(
        what=due.title(together(found)),
        href=child_page(found[0].la_child_id),
        after=joined([age for head in found if (age := head.age(due.today))] or [""]),
        tags=[*_covering(group.child_ids, beside), *children.tags(group.child_ids)],
        basis=due.basis,
        why=" ".join(part for part in (due.why(), _planned(group, beside), owed, said_why) if part),
        when=when,
        note=note,
        late=due.late,
        next=next_way,
        also=others,
    )


def reason_said(due: Due, reasons: Mapping[Key, LateReason]) -> str:
    """Why the duty is late, as somebody said; nothing where nobody has."""
    given = reasons.get((due.child_id, due.clock, due.spell_id, due.due_on))
    return said(given) if given else ""


def planned_when(plan: Planned, today: date) -> str:
    """ "Friday 27 November, 2pm"."""
    at = f", {clock(plan.starts_at)}" if plan.starts_at else ""
    return f"{day(plan.planned_on, today)}{at}"


def _planned(group: Group, beside: Beside) -> str:
    """When the visit is planned; and that it is too late for the duty, where it is."""
    plan = _plan_of(group, beside)
    if plan is None:
        return ""
    after = ", after it is due" if plan.planned_on > group.first.due_on and not group.first.late else ""
    return f"Planned for {planned_when(plan, group.first.today)}{after}."


def _plan_of(group: Group, beside: Beside) -> Planned | None:
    """The plan for all children of a visit's line; none where one of them has none."""
    if group.first.words.next_kind != "visit":
        return None
    plans = [beside.plans.get(child_id) for child_id in group.child_ids]
    return plans[0] if all(plans) else None


def _ways(group: Group, found: Sequence[Head], viewer: Viewer, beside: Beside) -> list[Link]:
    """What to do about a duty, the next thing first: a visit is recorded when its day has come, and planned before."""
    due, first = group.first, found[0]
    whom = joined([head.first_name for head in found])
    ways = [Link("Open record", child_page(first.la_child_id), hidden=f"of {whom}")]
    if due.words.next_kind == "visit" and viewer.may("record_visit"):
        record = Link(due.words.next_words, new_visit(first.la_child_id), hidden=f"to {whom}")
        plan = _plan_of(group, beside)
        diary: Link | None
        if plan is None and not beside.may_plan:
            diary = None
        elif plan is None:
            others = [head.la_child_id for head in found[1:]]
            diary = Link("Plan this visit", plan_visit(first.la_child_id, due.clock, others), hidden=f"to {whom}")
        elif plan.ours:
            diary = Link("Change the plan", change_plan(plan), hidden=f"to visit {whom}")
        else:
            diary = None
        come = due.due_on <= due.today or (plan is not None and plan.planned_on <= due.today)
        ways = [way for way in ((record, diary) if come else (diary, record)) if way and way.href]
    unsaid = [one for one in zip(group.dues, found, strict=True) if not reason_said(one[0], beside.reasons)]
    if due.late and unsaid and viewer.may("record_visit"):
        one, head = unsaid[0]  # brothers and sisters have a reason each: the link leads to the next who has none
        why = late_reason(head.la_child_id, one.clock, one.spell_id, one.due_on)
        ways += [Link("Say why it is late", why, hidden=one.title(head.name))] if why else []
    return ways


def _covering(child_ids: Iterable[str], beside: Beside) -> list[Tag]:
    names = dict.fromkeys(beside.covered[one] for one in child_ids if one in beside.covered)
    return [Tag(f"You cover for {name}") for name in names]


def _owed_by(group: Group, viewer: Viewer, around: Mapping[str, list[Held]], names: Mapping[str, str]) -> str:
    """ "Owed by the conference chair, Judith Lamptey."; nothing where it is the viewer's own."""
    owner = group.first.owner
    if group.first.child_id not in around:
        return ""
    held = [one for one in around[group.first.child_id] if one.role == PARTS.get(owner)]
    if any(one.worker_id == viewer.worker_id for one in held):
        return ""
    known = [names[one.worker_id] for one in held if one.worker_id in names]
    return f"Owed by {OWNERS[owner]}{f', {joined(known)}' if known else ''}."
