"""The law as rows: the clocks' declarations as tables that every engine joins, and every due date counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pyarrow as pa

from onechild.knowledge.clocks.model import FOREVER, Clock, OwnInterval, Rule, Standard
from onechild.knowledge.clocks.standards import InForce, versions
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY, OutsideCalendar
from onechild.knowledge.workdays.lengths import Length, add

WITHOUT_END = 1_000_000

CLOCKS_SCHEMA = pa.schema(
    [
        ("number", pa.int64()),
        ("clock", pa.string()),
        ("subject_kind", pa.string()),
        ("starts", pa.string()),
    ]
)
MEETS_SCHEMA = pa.schema(
    [
        ("number", pa.int64()),
        ("kind", pa.string()),
        ("in_force_from", pa.date32()),
        ("in_force_to", pa.date32()),
    ]
)
STEPS_SCHEMA = pa.schema(
    [
        ("number", pa.int64()),
        ("clock", pa.string()),
        ("priority", pa.int64()),
        ("during", pa.string()),
        ("restarts", pa.bool_()),
        ("step_from", pa.int64()),
        ("step_to", pa.int64()),
        ("within", pa.string()),
        ("version", pa.string()),
        ("in_force_from", pa.date32()),
        ("in_force_to", pa.date32()),
    ]
)
DUE_SCHEMA = pa.schema([("within", pa.string()), ("counted_from", pa.date32()), ("falls_on", pa.date32())])


@dataclass(frozen=True)
class Step:
    """One length of one rule in one version; `priority` 0 goes first. The duty numbered step_from to step_to has it."""

    clock: str
    priority: int
    during: str | None
    restarts: bool
    step_from: int
    step_to: int
    within: Length
    reference: str
    in_force_from: date
    in_force_to: date

    @property
    def version(self) -> str:
        """The rule's reference and the day from which its version is in force."""
        return f"{self.reference} {self.in_force_from.isoformat()}"


def steps(clock: Clock, *, standards: Iterable[InForce]) -> tuple[Step, ...]:
    """This function will return every length of a clock with its dates, the council's own standards put in."""
    standards, ranked = tuple(standards), tuple(_ranked(clock))
    asked = [step for priority, rule in ranked for step in _steps(clock, priority, rule, standards)]
    own = [
        step
        for priority, rule in ranked
        if any(isinstance(length, OwnInterval) for length in rule.lengths)
        for step in _own_steps(clock, priority, rule, asked)
    ]
    return tuple(sorted((*asked, *own), key=lambda step: (step.priority, step.step_from, step.in_force_from)))


@dataclass(frozen=True)
class LawRows:
    """The law as tables; `number` is the place of a clock in the list that was asked, which all of them share."""

    clocks: pa.Table
    meets: pa.Table
    steps: pa.Table


def law_rows(clocks: Iterable[Clock], found: Iterable[Step]) -> LawRows:
    """This function will return the clocks, what meets them and when, and the steps as tables, `within` in words."""
    numbers = {clock: number for number, clock in enumerate(clocks)}
    keys = {clock.key: number for clock, number in numbers.items()}
    starts = [
        {"number": number, "clock": clock.key, "subject_kind": clock.subject_kind, "starts": clock.starts}
        for clock, number in numbers.items()
    ]
    meets = [
        {"number": number, "kind": met.kind, "in_force_from": met.in_force_from, "in_force_to": met.in_force_to}
        for clock, number in numbers.items()
        for met in clock.met_by
    ]
    same = (
        "clock",
        "priority",
        "during",
        "restarts",
        "step_from",
        "step_to",
        "version",
        "in_force_from",
        "in_force_to",
    )
    timed = [
        {name: getattr(step, name) for name in same} | {"number": keys[step.clock], "within": str(step.within)}
        for step in found
    ]
    return LawRows(
        pa.Table.from_pylist(starts, schema=CLOCKS_SCHEMA),
        pa.Table.from_pylist(meets, schema=MEETS_SCHEMA),
        pa.Table.from_pylist(timed, schema=STEPS_SCHEMA),
    )


def due_table(lengths: Iterable[Length], *, first: date, last: date) -> pa.Table:
    """This function will return within, counted_from, falls_on for each length and each day from first to last.

    A count that leaves the calendar (1990 to 2060) has no row: whoever joins must look for the missing.
    """
    years = range(first.year, last.year + 1)
    rows = [
        (str(length), start, end)
        for length in sorted(set(lengths), key=str)
        for year in years
        for start, end in _counted(length, year)
        if first <= start <= last
    ]
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, DUE_SCHEMA, strict=True)]
    return pa.Table.from_arrays(arrays, schema=DUE_SCHEMA)


@cache
def _counted(length: Length, year: int) -> tuple[tuple[date, date], ...]:
    """Every start in a year with the day the length ends on."""
    start, found = date(year, 1, 1), []
    while start.year == year:
        with suppress(OutsideCalendar):
            found.append((start, add(start, length)))
        start += timedelta(days=1)
    return tuple(found)


def calendar_bounds() -> tuple[date, date]:
    """This function will return the first and the last day that can be counted on."""
    return FIRST_DAY, LAST_DAY


def _ranked(clock: Clock) -> Iterator[tuple[int, Rule]]:
    """Rules with room between their priorities; those that hold always are versions of one another and share theirs."""
    general = next(position for position, rule in enumerate(clock.rules) if rule.during is None)
    for position, rule in enumerate(clock.rules):
        yield (general if rule.during is None else position) * 1000, rule


def _steps(clock: Clock, priority: int, rule: Rule, standards: tuple[InForce, ...]) -> Iterator[Step]:
    for number, length in enumerate(rule.lengths, start=1):
        last = WITHOUT_END if rule.repeats and number == len(rule.lengths) else number
        for begins, ends, within in _versions(length, standards):
            begins, ends = max(begins, rule.in_force_from), min(ends, rule.in_force_to)
            if begins < ends:
                at = (rule.during, rule.restarts, number, last, within, rule.reference, begins, ends)
                yield Step(clock.key, priority, *at)


def _versions(
    length: Length | Standard | OwnInterval, standards: tuple[InForce, ...]
) -> Iterator[tuple[date, date, Length]]:
    if isinstance(length, Length):
        yield date.min, FOREVER, length
    elif isinstance(length, Standard):
        for begins, ends, value in versions(length, standards):
            yield begins, ends, Length(value, length.unit)


def _own_steps(clock: Clock, priority: int, rule: Rule, asked: list[Step]) -> Iterator[Step]:
    """An interval of a plan's own counts only where it is shorter than what the council asks of every such plan."""
    own = next(length for length in rule.lengths if isinstance(length, OwnInterval))
    for general in (step for step in asked if step.during is None):
        for n in range(1, own.most + 1):
            if n < _in_days(general.within):
                kind, span = f"{rule.during}_{n}_days", (general.step_from, general.step_to)
                dates = (general.in_force_from, general.in_force_to)
                yield Step(clock.key, priority + n, kind, False, *span, Length(n, "day"), rule.reference, *dates)


def _in_days(length: Length) -> int:
    """The fewest calendar days that a length can take, to tell which of two is the stricter."""
    return {"day": 1, "week": 7, "month": 28}.get(length.unit, 0) * length.n or length.n // 5 * 7 + length.n % 5
