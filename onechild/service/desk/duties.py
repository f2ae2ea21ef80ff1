"""Duties as lines of a list: what, for whom, why, by when, who owes it, and what to do next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.access.viewer import Viewer
from onechild.service.desk.links import child_page, new_visit
from onechild.service.govuk.parts import Duty, Link, Tag
from onechild.service.record.queries.caseload import Held
from onechild.service.record.queries.due import Due, Group, grouped
from onechild.service.record.queries.duty_words import OWNERS, PARTS
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
) -> Duty:
    """This function will return a duty's line; for a child in `around` it says who owes it, if not the viewer."""
    due, found = group.first, [children.heads[child_id] for child_id in group.child_ids]
    when, note = due.when()
    owed = _owed_by(group, viewer, around or {}, names or {})
    return Duty(
        what=due.title(together(found)),
        href=child_page(found[0].la_child_id),
        after=joined([age for head in found if (age := head.age(due.today))] or [""]),
        tags=children.tags(group.child_ids),
        basis=due.basis,
        why=f"{due.why()} {owed}".strip(),
        when=when,
        note=note,
        late=due.late,
        next=_next(group, found, viewer),
    )


def _next(group: Group, found: Sequence[Head], viewer: Viewer) -> Link:
    first, words = found[0], group.first.words
    whom = joined([head.first_name for head in found])
    if words.next_kind == "visit" and viewer.may("record_visit"):
        return Link(words.next_words, new_visit(first.la_child_id), hidden=f"to {whom}")
    return Link("Open record", child_page(first.la_child_id), hidden=f"of {whom}")


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
