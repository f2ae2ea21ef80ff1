"""Four children whom a test can tell apart in any page: my own, another team's, a restricted one, one I am barred from.

Each has words in its record that stand nowhere else, so that a page which holds them shows that child.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from onechild.service.access.actions.bars import bar
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.models import User
from onechild.service.access.roles import BY_ROLE
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Address, Allocation, Child, ChildName, Visit
from tests.service.people import (
    a_worker_with_children,
    child_of,
    child_of_other_team,
    give,
    make_user,
    team_of,
)

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
KINDS = ("own", "other", "restricted", "barred")
# What each reach shows of an ordinary child of one's own team and of another's; restricted and barred never.
SEES = {"none": set[str](), "all": {"own", "other"}}
OWN_ONLY = {"own"}


@dataclass(frozen=True)
class World:
    """Somebody with a role, and the four children by kind."""

    user: User
    team_id: str
    worker_id: str
    children: dict[str, Child]

    @property
    def seen(self) -> set[str]:
        """The kinds of child whom the role may open, said here a second time on purpose."""
        [role] = [held.role for held in self.user.roles_held.all()]
        return SEES.get(BY_ROLE[role].reach, OWN_ONLY)

    @property
    def permissions(self) -> frozenset[str]:
        """What the role may do."""
        [role] = [held.role for held in self.user.roles_held.all()]
        return BY_ROLE[role].permissions

    @property
    def other_worker_id(self) -> str | None:
        """Who holds the child of another team, if anybody does."""
        return Allocation.objects.get(child=self.children["other"], role="lead", ended_on=None).worker_id

    @property
    def other_team_id(self) -> str | None:
        """The team that the child of another team is with."""
        return Allocation.objects.get(child=self.children["other"], role="lead", ended_on=None).team_id

    def hidden_words(self) -> dict[str, tuple[str, ...]]:
        """For each child who may not be opened, what would give them away."""
        return {kind: marks(kind, child) for kind, child in self.children.items() if kind not in self.seen}


def marks(kind: str, child: Child) -> tuple[str, ...]:
    """The words that stand in this child's record alone, and their public id."""
    return (f"Zz{kind}ine", f"{kind} Zigzag Lane", child.la_child_id)


def a_world(role: str) -> World:
    """Somebody with the role who works with a child, in a council where three more may not all be known to them."""
    worker_id = a_worker_with_children()
    team_id = team_of(worker_id)
    own = child_of(worker_id)
    other = child_of_other_team(worker_id)
    taken = {own.pk, other.pk}
    plain = Child.objects.filter(restricted=None, born_on__gt=date(2012, 1, 1)).exclude(pk__in=taken).order_by("pk")
    restricted, barred = plain[0], plain[1]
    user = make_user(role, worker_id=worker_id)
    manager = make_user("director")
    give(barred, worker_id=worker_id, team_id=team_id)
    restrict(child_id=restricted.pk, restriction="ordinary", people=[manager], reason="A test", by=manager, at=NOW)
    bar(child_id=barred.pk, public_id=barred.la_child_id, user=user, reason="A relative", by=manager, at=NOW)
    children = {"own": own, "other": other, "restricted": restricted, "barred": barred}
    for kind, child in children.items():
        _mark(kind, child, worker_id)
    return World(user, team_id, worker_id, children)


def _mark(kind: str, child: Child, worker_id: str) -> None:
    with change_set(by="a test", kind="edit", words="words that stand in one record alone"):
        ChildName.objects.filter(child=child).update(surname=f"Zz{kind}ine")
        Address.objects.filter(child=child).update(lines=f"1 {kind} Zigzag Lane")
        Visit.objects.create(
            child=child, happened_on=date(2026, 11, 2), purpose="child_in_need", seen=True, worker_id=worker_id
        )
