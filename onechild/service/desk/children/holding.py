"""Who has held a child's case: every allocation, the times at which nobody led, and how many workers there were."""

from __future__ import annotations

from datetime import date
from typing import Any

from onechild.service.desk.children.around import span
from onechild.service.desk.children.frame import ChildFrame
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.queries.people import Gap, Holding, gaps, leads, this_time


def held_by(frame: ChildFrame) -> dict[str, Any]:
    """This function will return the workers over time, and the gaps between them: no query beyond the frame's."""
    today, held = frame.head.today, frame.head.held
    empty = gaps(held, today)
    return {
        "sentence": _sentence(held, empty, today),
        "leads": _table("Who led the case", leads(held)[::-1], today),
        "gaps": [_gap(gap, today) for gap in empty],
        "others": _table("Everybody else", [one for one in held if one.role != "lead"], today),
    }


def _sentence(held: list[Holding], empty: list[Gap], today: date) -> str:
    now = this_time(held, today)
    if not now:
        return "Nobody holds this case: it is closed, or nobody was recorded."
    workers, ever = (
        {one.worker_id for one in now if one.worker_id},
        {one.worker_id for one in leads(held) if one.worker_id},
    )
    days = sum(gap.days for gap in empty)
    without = f" For {days:,} days of that time nobody led." if days else ""
    many = {0: "No lead worker", 1: "One lead worker"}.get(len(workers), f"{len(workers)} lead workers")
    before = f" {len(ever)} in the child’s life." if len(ever) > len(workers) else ""
    return f"{many} since {date_only(now[0].started_on, today)}, when the case was last opened.{without}{before}"


def _gap(gap: Gap, today: date) -> str:
    where = f"waiting on the list of {gap.waited_on}" if gap.waited_on else "in nobody’s hands"
    return f"{span(gap.started_on, gap.ended_on, today)}: {gap.days:,} days {where}."


def _table(label: str, held: list[Holding], today: date) -> Table:
    return Table(
        label=label,
        columns=[Column("Who"), Column("Part"), Column("Team"), Column("From, to"), Column("How long"),
                 Column("Why it ended")],
        rows=[_row(one, today) for one in held],
        empty="Nobody is recorded.",
    )  # fmt: skip


def _row(one: Holding, today: date) -> list[object]:
    ended = min(one.ended_on or today, today)
    unexplained = one.ended_on is not None and not one.why
    return [
        Cell(text=one.worker) if one.worker else Tag("Waiting, no worker", "missing"),
        one.role_words,
        one.team,
        span(one.started_on, one.ended_on, today),
        f"{max((ended - one.started_on).days, 0):,} days",
        Tag("No reason recorded", "missing") if unexplained else one.why,
    ]
