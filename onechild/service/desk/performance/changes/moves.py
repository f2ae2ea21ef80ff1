"""Which figures moved in a month more than ordinary up and down, and which crossed their aim: each a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.moments import usual
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.measures.xmr import Limits, Reading, Rule
from onechild.knowledge.reports.values import plain_value
from onechild.service.desk.performance import saying
from onechild.service.desk.performance.account import Account
from onechild.service.desk.performance.asking import moment_words


@dataclass(frozen=True)
class Move:
    """A sentence of one measure, the moment its page opens at, and how near the top of the list it stands."""

    measure: Measure
    moment: Moment
    words: str
    rank: int


@dataclass(frozen=True)
class Moves:
    """What moved, what came back, which aims were crossed, and which measures can't be read so."""

    outside: list[Move]
    runs: list[Move]
    back: list[Move]
    aims: list[Move]
    drifting: list[Measure]
    too_few: list[Measure]
    read: int


WORSE, UNJUDGED, BETTER = 0, 1, 2


def moves_between(account: Account, measures: Iterable[Measure], *, now: date, before: date) -> Moves:
    """This function will return what moved between two month ends, the worse way first; no query."""
    found = Moves([], [], [], [], [], [], 0)
    read = 0
    for measure in measures:
        if not account.has(measure):
            continue
        reading = account.reading(measure, until=now)
        earlier = account.reading(measure, until=before)
        found.aims.extend(_aim(account, measure, now, before))
        if reading.limits is None or not reading.months or reading.months[-1].ends != now:
            (found.drifting if reading.drifts else found.too_few).append(measure)
            continue
        read += 1
        _limits(found, account, measure, reading, reading.limits, earlier)
    for one in (found.outside, found.runs, found.back, found.aims):
        one.sort(key=lambda move: (move.rank, move.measure.title))
    return Moves(found.outside, found.runs, found.back, found.aims, found.drifting, found.too_few, read)


def _limits(
    found: Moves, account: Account, measure: Measure, reading: Reading, limits: Limits, earlier: Reading
) -> None:
    last = account.months(measure, until=reading.months[-1].ends)[-1]
    was_outside = Rule.OUTSIDE in earlier.last
    if Rule.OUTSIDE in reading.last:
        longer = " for a second month or longer" if was_outside else ""
        words = f"{_stands(reading)}{longer}{_and(measure, reading)}"
        found.outside.append(
            Move(
                measure, last.moment, f"{words}. {_numbers(measure, reading, limits, earlier)}", _rank(measure, reading)
            )
        )
    elif Rule.RUN in reading.last and Rule.RUN not in earlier.last:
        words = (
            f"The eighth month in a row {'above' if reading.side > 0 else 'below'} the average{_and(measure, reading)}"
        )
        average = f"The average is {plain_value(measure, limits.average)}."
        found.runs.append(Move(measure, last.moment, f"{words}. {average}", _rank(measure, reading)))
    elif was_outside:
        words = f"Back inside its limits. {_numbers(measure, reading, limits, earlier)}"
        found.back.append(Move(measure, last.moment, words, UNJUDGED))


def _aim(account: Account, measure: Measure, now: date, before: date) -> list[Move]:
    """Whether the figure crossed its aim: as at the days, or over the twelve months to each."""
    ends = [account.at(measure, usual(measure, day)) for day in (now, before)]
    met = [saying.meets_aim(measure, one.number) if one else None for one in ends]
    if None in met or met[0] == met[1] or ends[0] is None or ends[1] is None:
        return []
    aim = saying.aim_words(measure)
    words = (
        f"{'Meets its aim of' if met[0] else 'No longer meets its aim of'} {aim}: {ends[0].value} "
        f"{moment_words(ends[0].moment)}, {ends[1].value} a month before."
    )
    return [Move(measure, ends[0].moment, words, BETTER if met[0] else WORSE)]


def _stands(reading: Reading) -> str:
    return f"{'Above' if reading.side > 0 else 'Below'} its limits"


def _and(measure: Measure, reading: Reading) -> str:
    way = saying.way_words(measure, reading.side)
    return f", {way}" if way else ""


def _numbers(measure: Measure, reading: Reading, limits: Limits, earlier: Reading) -> str:
    """ "61.2% in October 2026; ordinary up and down keeps between 70.1% and 98.0%. In September it was 82.0%." """
    last = reading.months[-1]
    value = plain_value(measure, last.value) if last.value is not None else "–"
    between = f"{plain_value(measure, limits.low)} and {plain_value(measure, limits.high)}"
    said = f"{value} in {last.ends:%B %Y}; ordinary up and down keeps between {between}."
    before = earlier.months[-1] if earlier.months else None
    if before is None or before.value is None or before.ends >= last.ends:
        return said
    return f"{said} In {before.ends:%B} it was {plain_value(measure, before.value)}."


def _rank(measure: Measure, reading: Reading) -> int:
    if saying.is_worse(measure, reading.side):
        return WORSE
    return BETTER if saying.is_better(measure, reading.side) else UNJUDGED
