"""What a report asks of whoever keeps the figures: a measure now and then, by groups, and month by month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from onechild.errors import CannotProceed
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.answers import Answers, Asked
from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.model import Basis, Figure, Measure
from onechild.knowledge.measures.moments import as_at as at_end_of
from onechild.knowledge.measures.moments import month_of, twelve_months_to, usual
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.words import full_date
from onechild.knowledge.tables.extract import About
from onechild.knowledge.workdays.lengths import Length, add
from onechild.knowledge.workdays.years import month_end

MONTHS = 24
SIX_MONTHS = 6


@dataclass
class Asking:
    """Who is asked, of which two days, and whether the report may leave the service (`publish`).

    `area` is the code of the council whose own published figures may stand beside; none for an invented one. `titles`
    are the report's own plain words for measures. What was printed is kept in `used`, so that it can be published and
    found again.
    """

    answers: Answers
    about: About
    as_at: date
    against: date
    publish: bool = False
    fingerprint: str = ""
    area: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    used: dict[tuple[str, Moment, str], None] = field(default_factory=dict)

    def title(self, measure: Measure) -> str:
        """What the report calls a measure: plain words where it has its own."""
        return self.titles.get(measure.key, measure.title)

    @property
    def council(self) -> str:
        """What the council is called."""
        return self.about.council_name or f"Council {self.about.council}"

    @property
    def days(self) -> str:
        """The days of the report in words."""
        return f"Figures at {full_date(self.as_at)}, set beside {full_date(self.against)}, counted the same way"

    def now(self, measure: Measure) -> Figure | None:
        """The figure of the day, or of the twelve months to it; None where it can't be told."""
        return self.at(measure, usual(measure, self.as_at))

    def then(self, measure: Measure) -> Figure | None:
        """The same of the earlier day."""
        return self.at(measure, usual(measure, self.against))

    def at(self, measure: Measure, when: Moment) -> Figure | None:
        """The figure of a moment; None where it can't be told."""
        return next(iter(self.groups(measure, when)), None)

    def groups(self, measure: Measure, when: Moment, by: str = "") -> list[Figure]:
        """The figures of a moment by a cut; none where they can't be told."""
        try:
            found = self.answers.figures(measure, when, by)
        except CannotProceed:
            return []
        if found:
            self.used[measure.key, when, by] = None
        return found

    def months(self, measure: Measure) -> list[Figure]:
        """The last 24 month ends, or whole months, up to the day: oldest first."""
        ends = list(islice(month_ends_to(self.as_at), MONTHS))
        single = at_end_of if measure.basis is Basis.AS_AT else month_of
        found = (self.at(measure, single(end)) for end in reversed(ends))
        return [one for one in found if one is not None]


def month_ends_to(day: date) -> Iterable[date]:
    """This function will give the ends of months up to a day, the latest first."""
    end = day if day == month_end(day) else day.replace(day=1) - timedelta(days=1)
    while True:
        yield end
        end = end.replace(day=1) - timedelta(days=1)


def six_months_to(day: date) -> Moment:
    """This function will return the six months that end with a day, as Annex A has them."""
    return Moment(add(day + timedelta(days=1), Length(-SIX_MONTHS, "month")), day)


class Counted:
    """Answers that count what a report asks in a few queries: in all for every month, by cuts for its two days."""

    def __init__(
        self, store: Store, measures: Iterable[Measure], *, as_at: date, against: date, cut: Iterable[Measure] = ()
    ) -> None:
        measures, cut = list(measures), list(cut)
        prepare(store, {one.key: one for one in (*measures, *cut)}.values())
        self._whole, self._cut = (Asked(store, some, built=True) for some in (measures, cut))
        ends = list(islice(month_ends_to(as_at), MONTHS))
        days = [at_end_of(day) for day in (as_at, against)]
        years = [twelve_months_to(day) for day in (as_at, against)]
        self._whole.expect(list(dict.fromkeys([*days, *map(at_end_of, ends)])))
        self._whole.expect([*years, six_months_to(as_at)])
        self._whole.expect([month_of(end) for end in ends])
        self._cut.expect(days)
        self._cut.expect(years)

    def figures(self, measure: Measure, when: Moment, by: str = "", *, caseholding: bool = False) -> list[Figure]:
        """As `Answers.figures`."""
        return (self._cut if by else self._whole).figures(measure, when, by, caseholding=caseholding)

    def behind(self, measure: Measure, when: Moment) -> list[Behind]:
        """As `Answers.behind`."""
        return self._whole.behind(measure, when)
