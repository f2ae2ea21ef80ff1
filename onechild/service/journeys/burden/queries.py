"""What forms cost: by form and month, with what nobody answers and what two forms ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from onechild.service.journeys.burden.models import FormMonth, QuestionMonth
from onechild.service.journeys.burden.spans import SPANS, reached

FEWEST = 5  # fewer sendings in a month could be one person's: they are not shown
ENOUGH, HARDLY = 20, 0.05  # a question counts as never answered under one in twenty, of twenty sendings at least
MONTHS = 6
# What many forms ask of their own matter, so that its standing in two is no asking twice.
OWN = {
    "happened_on",
    "on",
    "words",
    "reason",
    "edit_version",
    "title",
    "kind",
    "started_on",
    "ended_on",
    "children",
    "by",
}


@dataclass(frozen=True, kw_only=True)
class Month:
    """One form in one month: sendings, the median seconds and the seconds that a quarter took longer than."""

    month: date
    sent: int
    median: float | None
    upper: float | None
    left_open: int


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form over the months, the newest first; `unanswered` are questions hardly ever answered, with n of m."""

    form: str
    months: tuple[Month, ...]
    unanswered: tuple[tuple[str, int, int], ...]

    @property
    def latest(self) -> Month:
        """The newest month that may be shown."""
        return self.months[0]

    @property
    def minutes_a_month(self) -> float:
        """What all sendings of the newest month took together, by the median, in minutes."""
        return self.latest.sent * (self.latest.median or 0) / 60


@dataclass(frozen=True, kw_only=True)
class Twice:
    """A question that several forms ask under one name."""

    question: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Burden:
    """All forms that may be shown, the one that costs most first; how many are held back; what is asked twice."""

    forms: tuple[Form, ...]
    held_back: int
    twice: tuple[Twice, ...] = field(default=())


def burden(*, today: date) -> Burden:
    """This function will return what forms cost over the last six months: two queries, and nobody in them."""
    since = _months_back(today, MONTHS)
    months: dict[str, list[FormMonth]] = defaultdict(list)
    for row in FormMonth.objects.filter(month__gt=since).order_by("form", "-month"):
        months[row.form].append(row)
    questions = list(QuestionMonth.objects.filter(month__gt=since).order_by("form", "question"))
    forms = [found for form, rows in months.items() if (found := _form(form, rows, questions))]
    forms.sort(key=lambda one: (-one.minutes_a_month, one.form))
    return Burden(tuple(forms), len(months) - len(forms), _twice(questions, {one.form for one in forms}))


def _form(form: str, rows: Sequence[FormMonth], questions: Iterable[QuestionMonth]) -> Form | None:
    shown = tuple(_month(row) for row in rows if row.sent >= FEWEST)
    return Form(form=form, months=shown, unanswered=_unanswered(form, questions)) if shown else None


def _month(row: FormMonth) -> Month:
    counts = row.spans or [0] * len(SPANS)
    return Month(
        month=row.month,
        sent=row.sent,
        median=reached(counts, 0.5),
        upper=reached(counts, 0.75),
        left_open=row.left_open,
    )


def _unanswered(form: str, questions: Iterable[QuestionMonth]) -> tuple[tuple[str, int, int], ...]:
    asked: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in questions:
        if row.form == form:
            asked[row.question][0] += row.answered
            asked[row.question][1] += row.asked
    hardly = [(name, given, of) for name, (given, of) in asked.items() if of >= ENOUGH and given < HARDLY * of]
    return tuple(sorted(hardly, key=lambda one: (one[1] / one[2], one[0])))


def _twice(questions: Iterable[QuestionMonth], shown: set[str]) -> tuple[Twice, ...]:
    forms: dict[str, set[str]] = defaultdict(set)
    for row in questions:
        if row.form in shown and row.question not in OWN:
            forms[row.question].add(row.form)
    several = [Twice(question=name, forms=tuple(sorted(where))) for name, where in forms.items() if len(where) > 1]
    return tuple(sorted(several, key=lambda one: (-len(one.forms), one.question)))


def _months_back(today: date, many: int) -> date:
    """The first day of the month so many months before today's."""
    months = today.year * 12 + today.month - 1 - many
    return date(months // 12, months % 12 + 1, 1)
