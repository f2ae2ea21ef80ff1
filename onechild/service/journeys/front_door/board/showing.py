"""What the board shows of all that waits: the columns, the sentence above them, the counts and the filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from onechild.knowledge.reports.words import capital, does, number, things
from onechild.service.govuk.parts import Jump
from onechild.service.journeys.front_door.board.cards import Card
from onechild.service.journeys.front_door.board.figures import Counted
from onechild.service.journeys.front_door.board.waiting import Contact, Hidden, Waiting
from onechild.service.journeys.front_door.board.words import GROUP_OF

MOST = 8
SOON = timedelta(hours=2)
TITLES: Mapping[str, tuple[str, str, str]] = {
    "contact": ("Contact", "Contact", "Who is it about? Do we know them? Is it urgent?"),
    "initial": ("Initial decision", "Initial", "A manager says what kind of help to consider."),
    "screening": ("Screening", "Screening", "Partners’ checks, the family’s history, consent."),
    "final": ("Final decision", "Final", "Someone other than the screener decides, and says why."),
}
One = Contact | Hidden


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of the board: its cards as far as they are shown, and how many more there are."""

    key: str
    title: str
    short: str
    says: str
    count: int
    cards: Sequence[Card]
    more: int


def columns(cards: Sequence[Card], *, whole: str) -> list[Column]:
    """This function will return the four columns; `whole` is the one of which every card is shown."""
    found = []
    for key, (title, short, says) in TITLES.items():
        of = [card for card in cards if card.stage == key]
        shown = of if whole == key else of[:MOST]
        found.append(
            Column(key=key, title=title, short=short, says=says, count=len(of), cards=shown, more=len(of) - len(shown))
        )
    return found


def is_soon(one: One) -> bool:
    """Whether less than two hours of its own time are left."""
    return not one.late and one.left < SOON


def is_for(one: One, worker_id: str | None) -> bool:
    """Whether this worker has it in hand, and a decision is what it waits for."""
    return (
        isinstance(one, Contact)
        and bool(worker_id)
        and one.intake.holder_id == worker_id
        and one.intake.stage in ("initial", "final")
        and one.intake.screener_id != worker_id
    )


SHOWS: Mapping[str, Callable[[One, str | None], bool]] = {
    "over": lambda one, worker_id: one.late,
    "soon": lambda one, worker_id: is_soon(one),
    "mine": is_for,
}


def chosen(waiting: Waiting, asked: Mapping[str, str], *, worker_id: str | None) -> Waiting:
    """This function will return what the filters leave: by priority, by who told us, by who has it, by a count above.

    A hidden contact is left wherever its priority or time is asked for, and nowhere else: nobody learns who has it.
    """

    def kept(one: One) -> bool:
        show = SHOWS.get(asked.get("show", ""))
        if show and not show(one, worker_id):
            return False
        priority = one.priority if isinstance(one, Hidden) else one.intake.priority or ""
        if asked.get("priority") and priority != asked["priority"]:
            return False
        if isinstance(one, Hidden):
            return not asked.get("source") and not asked.get("held")
        if asked.get("source") and GROUP_OF.get(one.intake.source_kind or "") != asked["source"]:
            return False
        held = {"me": bool(worker_id) and one.intake.holder_id == worker_id, "nobody": not one.intake.holder_id}
        return held.get(asked.get("held", ""), True)

    return Waiting(
        contacts=tuple(one for one in waiting.contacts if kept(one)),
        hidden=tuple(one for one in waiting.hidden if kept(one)),
        heads=waiting.heads,
        held=waiting.held,
        workers=waiting.workers,
    )


def lead(waiting: Waiting, *, worker_id: str | None, last: str) -> tuple[str, str, str]:
    """This function will return the sentence above the board in three parts, the second of them said loudest.

    "22 contacts are waiting. | One is over its time | and three have less than two hours left, one for you to decide."
    """
    there = waiting.all
    if not there:
        return f"No contacts waiting.{last}", "", ""
    first = f"{capital(things(len(there), 'contact', 'contacts'))} {does(len(there), 'is', 'are')} waiting."
    over, soon = [one for one in there if one.late], [one for one in there if is_soon(one)]
    loud = f"{capital(number(len(over)))} {does(len(over), 'is over its', 'are over their')} time" if over else ""
    mine = sum(is_for(one, worker_id) for one in soon)
    yours = f", {number(mine)} of them for you to decide" if mine and len(soon) > 1 else ""
    few = f"{number(len(soon))} {does(len(soon), 'has', 'have')} less than two hours left{yours}"
    if not soon:
        return first, loud, "." if over else " Nothing recorded is late."
    return first, loud, f" and {few}." if over else f" {capital(few)}."


def jumps(waiting: Waiting, *, worker_id: str | None, arrived: Counted, decided: Sequence[Counted]) -> list[Jump]:
    """This function will return the counts at the head of the board."""
    there = waiting.all
    over = sum(one.late for one in there)
    usual = f"usually {arrived.usual}" if arrived.usual is not None else "linked or not"
    return [
        Jump(
            count=over, text="Over its time" if over == 1 else "Over their time", href="?show=over#board", late=over > 0
        ),
        Jump(count=sum(is_soon(one) for one in there), text="Under 2 hours", href="?show=soon#board"),
        Jump(count=sum(is_for(one, worker_id) for one in there), text="Yours to decide", href="?show=mine#board"),
        Jump(count=arrived.today, text="Children in contacts of today", href="#today", note=usual),
        Jump(count=sum(one.today for one in decided), text="Decided today", href="#today"),
    ]
