"""Runs the council day by day on simpy's clock, up to and including the last day asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onechild.knowledge.invented.council.allocating import allocate_waiting
from onechild.knowledge.invented.council.model import Council, new_council
from onechild.knowledge.invented.council.staffing import open_doors, staff_day
from onechild.knowledge.invented.council.teams import write_standards
from onechild.knowledge.invented.days import number
from onechild.knowledge.invented.work.assessing import Steps, refer
from onechild.knowledge.invented.work.caring import care_day, mourn_day
from onechild.knowledge.invented.work.first_day import fill
from onechild.knowledge.invented.work.front_door import front_door_day
from onechild.knowledge.invented.work.helping import flow_day
from onechild.knowledge.invented.work.protecting import enquiry_day

# A year before the first day that counts: people, plans and care are open by then.
BOOKS_OPEN = date(2015, 4, 1)
COUNTS_FROM = date(2016, 4, 1)


def simulate(*, seed: int, scale: float, until: int, on_day: Callable[[int], None] | None = None) -> Council:
    """This function will return the council as its books stand when `until` ends; `on_day` is told of each day."""
    council = new_council(seed=seed, scale=scale, first_day=number(BOOKS_OPEN))
    write_standards(council)
    open_doors(council)
    fill(council)
    council.env.process(_days(council, on_day))
    council.env.run(until=until + 1)
    return council


def _days(council: Council, on_day: Callable[[int], None] | None) -> Steps:
    while True:
        staff_day(council)
        before = set(council.teams["ASM"].units)
        for family, children in front_door_day(council):
            refer(council, family, children)
        enquiry_day(council, [unit for unit in council.teams["ASM"].units if unit not in before])
        care_day(council)
        mourn_day(council)
        flow_day(council)
        allocate_waiting(council)
        if on_day is not None:
            on_day(council.day)
        yield council.env.timeout(1)
