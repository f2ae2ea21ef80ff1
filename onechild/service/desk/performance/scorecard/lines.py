"""One measure as a line of a scorecard: what it found, its figure, what it was, its aim, others, and its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.measures.xmr import Reading, Rule
from onechild.knowledge.reports.page.spark import spark
from onechild.knowledge.reports.words import full_date
from onechild.service.desk.performance import asking, saying
from onechild.service.desk.performance.account import Account, Stood, a_month_before, a_year_before
from onechild.service.desk.performance.others import Beside
from onechild.service.govuk.charts import safe_drawing

NOT_DRAWN = SafeString("")


@dataclass(frozen=True)
class Line:
    """A measure at a moment, as its scorecard shows it. `now` is None where the record holds nothing to count."""

    measure: Measure
    href: str
    finding: str
    now: Stood | None = None
    month: Stood | None = None
    year: Stood | None = None
    on_month: str = ""
    on_year: str = ""
    aim: str = ""
    missed: bool = False
    met: bool = False
    outside: bool = False
    others: Beside | None = None
    drawing: SafeString = NOT_DRAWN

    day: date | None = None

    @property
    def over_time(self) -> str:
        """How long it is counted over, with its day where that is not the scorecard's own; empty as at a day."""
        if self.now is None or self.now.moment.from_on is None:
            return "" if self.now is None or self.now.moment.to_on == self.day else full_date(self.now.moment.to_on)
        to_on = self.now.moment.to_on
        return "12 months" if to_on == self.day else f"12 months to {full_date(to_on)}"


def line_of(
    account: Account,
    measure: Measure,
    day: date,
    beside: Callable[[Measure, date], Beside | None],
    *,
    drawn: bool = True,
) -> Line:
    """This function will return a measure's line as at a day, `drawn` or not; no query."""
    moment = _moment(account, measure, day)
    now = account.at(measure, moment)
    if moment is None or now is None:
        return Line(measure, asking.address(measure), "The record holds nothing to count this from.")
    month = account.at(measure, a_month_before(account, measure, moment))
    year = account.at(measure, a_year_before(account, measure, moment))
    reading = account.reading(measure, until=moment.to_on)
    met = saying.meets_aim(measure, now.number)
    return Line(
        measure,
        asking.address(measure, moment),
        _finding(account, measure, now, year, reading),
        now,
        month,
        year,
        on_month=saying.change_words(measure, now.number, month.number if month else None),
        on_year=saying.change_words(measure, now.number, year.number if year else None),
        aim=saying.aim_words(measure),
        missed=met is False,
        met=met is True,
        outside=Rule.OUTSIDE in reading.last,
        others=beside(measure, day),
        drawing=_drawing(measure, reading) if drawn else NOT_DRAWN,
        day=day,
    )


def _moment(account: Account, measure: Measure, day: date) -> Moment | None:
    """The day itself, or the last one kept before it."""
    return next((one for one in account.moments(measure) if one.to_on <= day), None)


def _finding(account: Account, measure: Measure, now: Stood, year: Stood | None, reading: Reading) -> str:
    first = saying.on_a_year_before(measure, now.number, year.number if year else None)
    trend = saying.UNTOLD if measure.key in account.untold else saying.trend_in_short(measure, reading)
    return f"{first} {trend}".strip()


def _drawing(measure: Measure, reading: Reading) -> SafeString:
    """The months' way. Its title says what it shows; the months as numbers stand on the measure's own page."""
    title = f"{measure.title}, each month: {saying.trend_in_short(measure, reading)}"
    return safe_drawing(spark(reading.months, reading.limits, title=title, name=f"way-{measure.key}"))
