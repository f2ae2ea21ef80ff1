"""The whole question of a plan, put together from the record: who, whom, by which rules, and what is left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onechild.knowledge.planning import Rules
from onechild.knowledge.planning.gathering import ChildRow, Gathered, gather
from onechild.service.journeys.planner.reading.children import InHand, children_of
from onechild.service.journeys.planner.reading.workers import Staff, staff_of
from onechild.service.journeys.planner.wishes import Wish
from onechild.service.record.queries.workload.first_year import rule_binds


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is planned, with the rows that it was made of. `aside` waits on the list and is no question of this plan."""

    gathered: Gathered
    in_hand: InHand
    staff: Staff
    on: date
    aside: int = 0

    @property
    def children(self) -> Mapping[str, ChildRow]:
        """The planned children by id."""
        return {row.child_id: row for row in self.in_hand.rows}

    def left_out(self) -> Iterator[str]:
        """What the plan does not move and why, in words; numbers, and nobody."""
        if self.staff.unseen:
            yield (
                f"{_children(self.staff.unseen)} held by these workers {_are(self.staff.unseen)} counted in their "
                "loads as numbers and stay: held for another team, restricted, settled already, or not yours to open."
            )
        if hidden := self.in_hand.hidden:
            who, wait = ("restricted child", "waits") if hidden == 1 else ("restricted children", "wait")
            yield f"{hidden:,} {who} {wait} on the list and {_are(hidden)} not in this plan: use their own pages."
        if restricted := self._elsewhere(self.in_hand.restricted):
            yield (
                f"{_children(restricted)} of these teams {_are(restricted)} restricted: move them from their own pages."
            )
        if arranged := sum(worker_id is None for worker_id in self.in_hand.arranged):
            have = "has" if arranged == 1 else "have"
            yield f"{_children(arranged)} on the list already {have} a next worker, and {have} no line here."

    def _elsewhere(self, worker_ids: Iterable[str | None]) -> int:
        """How many are held, but by none of these workers, so that no load of theirs counts them."""
        return sum(worker_id is not None and worker_id not in self.staff.persons for worker_id in worker_ids)


def picture_of(wish: Wish, *, today: date) -> Picture:
    """This function will read what a plan is made of: about eighteen queries, however many children there are."""
    on = max(today, wish.leaves_on or today)
    in_hand = children_of(wish.team_ids, today=today)
    planned = tuple(_planned(wish, in_hand.rows))
    aside = len(in_hand.rows) - len(planned)
    in_hand = replace(in_hand, rows=planned)
    staff = staff_of(wish.team_ids, children=in_hand.rows, takes_none=wish.takes_none, on=on, today=today)
    leavers = (wish.leaver_id,) if wish.leaver_id else ()
    gathered = gather(workers=staff.rows, children=in_hand.rows, on=on, leavers=leavers)
    rules = _rules(wish, gathered, today)
    gathered = gather(workers=staff.rows, children=in_hand.rows, on=on, leavers=leavers, rules=rules)
    return Picture(gathered=gathered, in_hand=in_hand, staff=staff, on=on, aside=aside)


def _planned(wish: Wish, rows: tuple[ChildRow, ...]) -> Iterator[ChildRow]:
    """On a leaver's day the waiting list stands aside: it is a question of its own."""
    return (row for row in rows if wish.kind != "leaver" or row.worker_id)


def _rules(wish: Wish, gathered: Gathered, today: date) -> Rules:
    """What assigning would refuse for the first year is not proposed.

    The manager's own lines were kept by child, because a family can be put together otherwise the next day.
    """
    group_of = {child_id: group_id for group_id, members in gathered.members.items() for child_id in members}
    known = {worker.worker_id for worker in gathered.asked.workers}
    return Rules(
        newly_qualified_lead_statutory=wish.newly_qualified_lead and not rule_binds(today=today),
        may_move_held=wish.moves_held,
        most_over=wish.most_over,
        held={
            group_of[child_id]: worker_id
            for child_id, worker_id in wish.held.items()
            if child_id in group_of and (not worker_id or worker_id in known)
        },
        never=frozenset((group_of[child_id], one) for child_id, one in wish.never if child_id in group_of),
    )


def _children(count: int) -> str:
    return "One child" if count == 1 else f"{count:,} children"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
