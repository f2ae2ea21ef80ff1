"""The monthly performance pack: what changed first, then every area of the journey, sentences before tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onechild.knowledge.measures.catalogue import MEASURES, TOPICS
from onechild.knowledge.measures.model import Better, Figure, Measure, Shape
from onechild.knowledge.measures.moments import usual
from onechild.knowledge.measures.xmr import SAID, Month, Reading, Rule, read
from onechild.knowledge.reports.by_team import label_of, team_rows
from onechild.knowledge.reports.document.footnotes import footnotes
from onechild.knowledge.reports.document.model import STAFF, Cell, Chart, Column, Document, Said, Section, Table, noted
from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.kinds.caseload import Told, caseload_sections
from onechild.knowledge.reports.kinds.lines import Line, differences, figures_table, lines, sentence, value_cell
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.page.trend_chart import NARROW_TREND, WIDE_TREND, trend
from onechild.knowledge.reports.page.trends import RULES, trend_sentence
from onechild.knowledge.reports.values import figure_words, plain_value
from onechild.knowledge.reports.words import number, things

TITLE = "Monthly performance pack"
TEAM_COLUMNS = 6
SHOWN_MONTHS = 13


@dataclass(frozen=True)
class Trend:
    """A measure's months and what they tell."""

    measure: Measure
    figures: Sequence[Figure]
    reading: Reading

    @property
    def sentence(self) -> str:
        """What the months tell, in a sentence that names the measure."""
        return f"{self.measure.title}: {_small(trend_sentence(self.measure, self.reading.months, self.reading.limits))}"

    @property
    def worse(self) -> bool:
        """Whether the last month stands out on the worse side."""
        side = self.reading.side
        return bool(self.reading.last) and side == (-1 if self.measure.better is Better.HIGHER else 1)


def pack_cut() -> list[Measure]:
    """This function will return the measures that the pack shows by team."""
    return [one for measures in TOPICS.values() for one in _by_team(measures)]


def pack(asking: Asking, told: Told | None) -> Document:
    """This function will return the pack, for staff; `told` is what the caseload report says."""
    trends = {key: _trend(asking, measure) for key, measure in MEASURES.items()}
    areas = [
        section
        for place, (title, measures) in enumerate(TOPICS.items(), start=1)
        if not (section := _area(asking, f"area-{place}", title, measures, trends, told)).empty
    ]
    sections = (_changed(trends), *areas, _rely(asking))
    return Document(
        kind="pack",
        title=TITLE,
        council=asking.council,
        days=asking.days,
        as_at=asking.as_at,
        against=asking.against,
        mark=STAFF,
        publish=False,
        invented=invented_words(asking.about),
        sections=sections,
        footnotes=footnotes(noted(sections)),
        terms=tuple((term, words) for term, words in told.facts["definitions"]) if told else (),
        foot=f"Extract {asking.fingerprint[:12]}. Made by OneChild." if asking.fingerprint else "Made by OneChild.",
    )


def _changed(trends: dict[str, Trend]) -> Section:
    """Which figures stand out in the last month, those on the worse side first, and those that crossed their target."""
    stand_out = [one for one in trends.values() if one.reading.last and one.measure.better is not Better.NEITHER]
    stand_out.sort(key=lambda one: (not one.worse, Rule.OUTSIDE not in one.reading.last))
    crossed = [told for one in trends.values() if (told := _crossed(one))]
    judged = sum(one.reading.limits is not None for one in trends.values())
    said = [
        Said(
            f"Of {things(judged, 'figure', 'figures')} whose months can be judged, {number(len(stand_out))} "
            f"{'stands' if len(stand_out) == 1 else 'stand'} out in the last month; the others go up and down as "
            "chance has them, and need no cause."
        ),
        *(Said(one.sentence, (one.measure.key,)) for one in stand_out),
        *crossed,
    ]
    return Section("changed", "What changed", tuple(said))


def _crossed(one: Trend) -> Said | None:
    target, known = one.measure.target, one.reading.known
    if target is None or len(known) < 2:
        return None
    before, last = (month.value or 0.0 for month in known[-2:])
    met = [value >= target.value if one.measure.better is Better.HIGHER else value <= target.value
           for value in (before, last)]  # fmt: skip
    if met[0] == met[1]:
        return None
    verb = "now meets its target of" if met[1] else "no longer meets its target of"
    words = f"{one.measure.title} {verb} {plain_value(one.measure, target.value)}: {plain_value(one.measure, last)}."
    return Said(words, (one.measure.key,))


def _area(
    asking: Asking,
    key: str,
    title: str,
    measures: Sequence[Measure],
    trends: dict[str, Trend],
    told: Told | None,
) -> Section:
    found = lines(asking, measures)
    inner = tuple(caseload_sections(told, publish=False)) if told and title == "Caseload" else ()
    if not found:
        return Section(key, title)
    said = [sentence(asking, one) for one in found if _leads(one)]
    missing = [measure for measure in measures if measure.key not in {one.measure.key for one in found}]
    after = [*differences(asking, found), *([_not_told(missing)] if missing else [])]
    chosen = _chosen(found, trends)
    charts, months = _drawn(key, trends[chosen.key]) if chosen else ((), ())
    tables = [figures_table(asking, found, title=f"{title}: every figure"), *months, *_team_table(asking, measures)]
    return Section(key, title, tuple(said), charts, tuple(tables), tuple(after), inner)


def _leads(one: Line) -> bool:
    """Sentences are for figures with a better way, or that moved; the rest stand in the table."""
    return one.measure.better is not Better.NEITHER and one.now.value != "–"


def _not_told(missing: Sequence[Measure]) -> Said:
    names = "; ".join(measure.title for measure in missing)
    return Said(f"Not told, because the data holds nothing to count it from: {names}.")


def _chosen(found: Sequence[Line], trends: dict[str, Trend]) -> Measure | None:
    """The figure whose months are drawn: one that stands out on the worse side, one that stands out, or the first."""
    judged = [one.measure for one in found if one.measure.better is not Better.NEITHER]
    enough = [one for one in judged if trends[one.key].reading.limits is not None]
    enough.sort(key=lambda one: (not trends[one.key].worse, not trends[one.key].reading.last))
    return next(iter(enough), None)


def _drawn(key: str, one: Trend) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    measure, reading = one.measure, one.reading
    wide, narrow = (
        trend(measure, reading.months, reading.limits, title=one.sentence, name=name, canvas=canvas)
        for name, canvas in ((f"{key}-wide", WIDE_TREND), (f"{key}-narrow", NARROW_TREND))
    )
    rows = tuple(
        (
            Cell(f"{figure.to_on:%B %Y}"),
            value_cell(measure, team_rows(measure, [], figure)[1], figure.value),
            Cell("; ".join(SAID[rule] for rule in broken)),
        )
        for figure, broken in list(zip(one.figures, reading.broken, strict=True))[-SHOWN_MONTHS:]
    )
    columns = (Column("Month"), Column("Figure", number=True), Column("What stands out"))
    return (Chart(one.sentence, wide, narrow),), (Table(f"{measure.title}, each month", columns, rows),)


def _trend(asking: Asking, measure: Measure) -> Trend:
    figures = asking.months(measure)
    months = [Month(one.to_on, one.value) for one in figures]
    return Trend(measure, figures, read(months, highest=1.0 if measure.shape is Shape.SHARE else None))


def _by_team(measures: Sequence[Measure]) -> list[Measure]:
    judged = [one for one in measures if one.better is not Better.NEITHER and "team" in one.breakdowns]
    return judged[:TEAM_COLUMNS]


def _team_table(asking: Asking, measures: Sequence[Measure]) -> list[Table]:
    """The teams down, figures across: what a manager looks along and down."""
    chosen = [(one, asking.groups(one, usual(one, asking.as_at), "team")) for one in _by_team(measures)]
    chosen = [(one, found) for one, found in chosen if found]
    if not chosen:
        return []
    teams = dict.fromkeys(label_of(figure) for _one, found in chosen for figure in found)
    by_team = [{label_of(figure): figure for figure in found} for _one, found in chosen]
    columns = (Column("Team"), *(Column(one.title, number=True) for one, _found in chosen))
    rows = tuple(
        (Cell(team), *(_team_cell(one, found.get(team)) for (one, _all), found in zip(chosen, by_team, strict=True)))
        for team in sorted(teams, key=lambda team: (team == "Under no team", team))
    )
    return [Table("By team", columns, rows, says="A dash: the team has nothing to count.")]


def _team_cell(measure: Measure, figure: Figure | None) -> Cell:
    if figure is None or figure.value is None:
        return Cell("–")
    return Cell(figure_words(measure, figure), figure.value, per_cent=measure.shape is Shape.SHARE)


def _rely(asking: Asking) -> Section:
    said = [Said(RULES)]
    known = asking.about.known_at
    if known:
        said.append(Said(f"Counted from what was recorded by {known.day} {known:%B %Y}, every month alike."))
    said.append(Said("“England” is the figure last published for a year no later than this pack’s, with its year."))
    return Section("rely", "Before you rely on it", tuple(said))


def _small(words: str) -> str:
    """A sentence that follows a colon; a month keeps its capital."""
    return words if words[:3] in MONTHS else words[:1].lower() + words[1:]


MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
