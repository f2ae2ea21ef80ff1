"""The law as rows: the clocks' declarations as tables that every engine joins, and every due date counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from onechild.knowledge.clocks.model import FOREVER, Clock, OwnInterval, Rule, Standard
from onechild.knowledge.clocks.standards import InForce, versions
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY, CalendarName, OutsideCalendar, calendar_table
from onechild.knowledge.workdays.lengths import Length, add
from onechild.knowledge.workdays.schools import SchoolTerms

WITHOUT_END = 1_000_000
Days = npt.NDArray[np.int64]

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


def due_table(lengths: Iterable[Length], *, first: date, last: date, terms: SchoolTerms | None = None) -> pa.Table:
    """This function will return within, counted_from, falls_on for each length and each day from first to last.

    School days are counted by the council's `terms`; without them there is no row.

    A count that leaves the calendar (1990 to 2060) has no row: whoever joins must look for the missing.
    """
    ordered = sorted(set(lengths), key=str)
    return pa.concat_tables(
        [DUE_SCHEMA.empty_table(), *(_due_days(length, first=first, last=last, terms=terms) for length in ordered)]
    )


def _due_days(length: Length, *, first: date, last: date, terms: SchoolTerms | None) -> pa.Table:
    by_months = length.unit in ("month", "year") and not length.beginning_with
    if by_months or length.unit in ("day", "week") or (length.unit == "working_day" and length.n > 0):
        starts, ends = _all_at_once(length, first=max(first, FIRST_DAY), last=min(last, LAST_DAY))
        columns = [pa.array(days.astype("datetime64[D]")) for days in (starts, ends)]
    else:
        by_terms = terms if length.unit == "school_day" else None
        counted = [pair for year in range(first.year, last.year + 1) for pair in _counted(length, year, by_terms)]
        pairs = [pair for pair in counted if first <= pair[0] <= last]
        columns = [pa.array([pair[place] for pair in pairs], pa.date32()) for place in (0, 1)]
    within = pa.array([str(length)] * len(columns[0]), pa.string())
    return pa.Table.from_arrays([within, *columns], schema=DUE_SCHEMA)


def _all_at_once(length: Length, *, first: date, last: date) -> tuple[Days, Days]:
    """The same as `add` says of each day, as days since 1970; tests compare the two."""
    starts = np.arange(_number(first), _number(last) + 1)
    if length.unit == "working_day":
        numbers, working = _working(length.calendar)
        before = np.concatenate([[0], numbers[:-1]]) if length.beginning_with else numbers
        wanted = before[starts - _number(FIRST_DAY)] + length.n - 1
        inside = wanted < len(working)
        return starts[inside], working[wanted[inside]]
    if length.unit in ("month", "year"):
        ends = _months_on(starts, length.n * (12 if length.unit == "year" else 1))
    else:
        ends = starts + length.n * (7 if length.unit == "week" else 1) - length.beginning_with
    inside = (ends >= _number(FIRST_DAY)) & (ends <= _number(LAST_DAY))
    return starts[inside], ends[inside]


def _months_on(starts: Days, n: int) -> Days:
    """The corresponding date so many months on, or the last day of a month that has none."""
    days = starts.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    corresponding = (months + n).astype("datetime64[D]") + (days - months.astype("datetime64[D]"))
    last = (months + n + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    ends: Days = np.minimum(corresponding, last).astype("int64")
    return ends


@cache
def _working(calendar: CalendarName) -> tuple[Days, Days]:
    """For each day of the calendar how many working days there were, and the working days, as days since 1970."""
    table = calendar_table(calendar=calendar)
    days = np.arange(_number(FIRST_DAY), _number(LAST_DAY) + 1)
    return table.column("number").to_numpy().astype("int64"), days[table.column("working").to_numpy()]


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


@cache
def _counted(length: Length, year: int, terms: SchoolTerms | None) -> tuple[tuple[date, date], ...]:
    """Every start in a year with the day the length ends on."""
    if length.unit == "school_day" and terms is None:
        return ()
    start, found = date(year, 1, 1), []
    while start.year == year:
        with suppress(OutsideCalendar):
            found.append((start, add(start, length, terms=terms)))
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
    for number, length in enumerate(rule.lengths, start=rule.from_turn):
        at_last = number == rule.from_turn + len(rule.lengths) - 1
        last = WITHOUT_END if rule.repeats and at_last else number
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
            yield begins, ends, length.of(value)


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
