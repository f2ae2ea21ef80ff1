"""The months of a measure: the chart, the table with the rule that each month breaks, and what they say."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.moments import usual
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.measures.xmr import METHOD, RULES, SAID, Reading, Rule
from onechild.knowledge.reports.page.trend_chart import NARROW_TREND, WIDE_TREND, trend
from onechild.knowledge.reports.page.trends import trend_sentence
from onechild.knowledge.reports.values import plain_value
from onechild.knowledge.reports.words import full_date
from onechild.service.desk.performance import asking, saying
from onechild.service.desk.performance.account import Account
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Cell, Column, Table

FEWEST = 2


@dataclass(frozen=True)
class Trend:
    """What a page shows of a measure's months."""

    sentence: str
    wide: SafeString
    narrow: SafeString
    table: Table
    limits: str
    method: str
    rules: list[str]
    single_months: bool


def trend_of(account: Account, measure: Measure, moment: Moment) -> Trend | None:
    """This function will return the trend up to a moment; None where fewer than two months are kept. No query."""
    months = account.months(measure, until=moment.to_on)
    if len(months) < FEWEST:
        return None
    reading = account.reading(measure, until=moment.to_on)
    told = measure.key not in account.untold
    sentence = trend_sentence(measure, reading.months, reading.limits) if told else saying.UNTOLD
    wide, narrow = _drawn(measure, reading, sentence) if told else (SafeString(""), SafeString(""))
    broken = dict(zip((month.ends for month in reading.months), reading.broken, strict=True))
    rows = [
        _row(measure, one.moment, one.parts, one.value, broken.get(one.moment.to_on, ())) for one in reversed(months)
    ]
    counts = any(one.parts for one in months)
    columns = [Column("Month"), Column("Count", number=True), Column("Figure", number=True), Column("Stands out")]
    if not counts:
        del columns[1]
        rows = [[row[0], *row[2:]] for row in rows]
    return Trend(
        sentence=sentence,
        wide=wide,
        narrow=narrow,
        table=Table(label=f"{measure.title}, each month", columns=columns, rows=rows, kind="scroll"),
        limits=_limits(measure, reading),
        method=METHOD,
        rules=list(RULES.values()),
        single_months=measure.basis is Basis.PERIOD and usual(measure, moment.to_on) == moment,
    )


def _drawn(measure: Measure, reading: Reading, sentence: str) -> tuple[SafeString, SafeString]:
    first, last = reading.months[0].ends, reading.months[-1].ends
    title = f"{measure.title}, each month from {full_date(first)} to {full_date(last)}. {sentence}"
    marked = [bool(rules) and Rule.OUTSIDE not in rules for rules in reading.broken]
    # Of a period the aim is for twelve months, and the months of a count or a sum have no part of it.
    aim = measure.target.value if measure.target and _same_scale(measure) else None
    wide, narrow = (
        safe_drawing(
            trend(
                measure,
                reading.months,
                reading.limits,
                title=title,
                name=name,
                canvas=canvas,
                target=aim,
                marked=marked,
            )
        )
        for name, canvas in (("trend-wide", WIDE_TREND), ("trend-narrow", NARROW_TREND))
    )
    return wide, narrow


def _same_scale(measure: Measure) -> bool:
    """Whether a month's value is on the scale of twelve months': a share is, a count of events is not."""
    return measure.basis is Basis.AS_AT or measure.shape.value in ("share", "mean", "median", "ratio")


def _row(measure: Measure, moment: Moment, parts: str, value: str, rules: tuple[Rule, ...]) -> list[object]:
    said = "; ".join(SAID[rule] for rule in rules)
    ends = Cell(text=f"{moment.to_on:%B %Y}", href=asking.address(measure, moment))
    return [ends, parts, value, f"{said[:1].upper()}{said[1:]}"]


def _limits(measure: Measure, reading: Reading) -> str:
    if reading.limits is None:
        return ""
    low, average, high = (
        plain_value(measure, value) for value in (reading.limits.low, reading.limits.average, reading.limits.high)
    )
    return f"Limits {low} and {high}, about an average of {average}."
