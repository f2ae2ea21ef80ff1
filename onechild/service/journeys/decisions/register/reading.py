"""One decision as its page shows it: with brothers and sisters, challenges, the second look and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Fact, Happening
from onechild.service.govuk.words import moment
from onechild.service.record.models import Decision, DecisionChallenge, SecondLook, Watch, WatchReading
from onechild.service.record.queries.names import Head, heads, worker_names
from onechild.service.record.queries.work.came_back import came_back, marks


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is known of a decision. `answers` are its challenges, each with whether the viewer may answer it."""

    head: Head
    named: dict[str, Head]
    facts: Sequence[Fact]
    answers: Sequence[tuple[DecisionChallenge, bool]]
    after: Sequence[Happening]
    watch: Watch | None
    marks: Sequence[date]
    look: SecondLook | None
    reversed_by: Decision | None
    others: Sequence[tuple[Head, str]]


def told_of(row: Decision, *, viewer: Viewer, today: date) -> Told:
    """This function will return it: some fifteen queries."""
    group = list(Decision.objects.filter(group_id=row.group_id).exclude(pk=row.pk)) if row.group_id else []
    named = heads({row.child_id, *(one.child_id for one in group)}, today=today)
    challenges = DecisionChallenge.objects.filter(decision=row).order_by("happened_on", "pk")
    watch = Watch.objects.select_related("decision").filter(decision=row).first()
    return Told(
        head=named[row.child_id],
        named=named,
        facts=_facts(row, today),
        answers=[(one, one.answered_on is None and may_answer(one, row, viewer)) for one in challenges],
        after=_after(watch) if watch else [],
        watch=watch,
        marks=marks(watch) if watch else (),
        look=SecondLook.objects.filter(decision=row, read_on__isnull=False).first(),
        reversed_by=Decision.objects.filter(reverses=row).first(),
        others=[(named[one.child_id], one.pk) for one in group if one.child_id in named],
    )


def may_answer(said: DecisionChallenge, row: Decision, viewer: Viewer) -> bool:
    """Whether the viewer answers a challenge: who decided, or a manager; never who challenged."""
    if said.made_by_name == viewer.name or (said.made_by_id and said.made_by_id == viewer.worker_id):
        return False
    return is_by(row, viewer) or viewer.may("approve_work")


def is_by(row: Decision, viewer: Viewer) -> bool:
    """Whether the viewer made the decision."""
    if row.decided_by_id and viewer.worker_id:
        return str(row.decided_by_id) == viewer.worker_id
    return str(row.decided_by_name) == viewer.name


def _facts(row: Decision, today: date) -> list[Fact]:
    worker = worker_names([row.decided_by_id]).get(row.decided_by_id or "", "")
    return [
        Fact(name="Decided by", value=row.decided_by_name, note=worker if worker != row.decided_by_name else ""),
        Fact(name="When", value=moment(row.decided_at, today)),
        Fact(name="On what", value=row.get_kind_display()),
    ]


def _after(watch: Watch) -> list[Happening]:
    """What came back, with what its decider wrote of it."""
    learned = {one.came_back_id: one for one in WatchReading.objects.filter(watch=watch)}
    return [
        Happening(
            on=one.on,
            title=f"{one.words[:1].upper()}{one.words[1:]}",
            words=learned[one.row_id].learned if one.row_id in learned else "",
            note=f"Written by {learned[one.row_id].read_by_name}" if one.row_id in learned else "",
        )
        for one in came_back([watch])[watch.pk]
    ]
