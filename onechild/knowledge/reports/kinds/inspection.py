"""The inspection overview: what the inspector's analysis of Annex A will show, list by list, and what they would ask.

Annex A looks back six months for contacts, early help, referrals, assessments and enquiries, at who is helped today for
plans and care, and twelve months for care begun and ended and for adoption.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Basis, Better, Figure, Measure, Shape
from onechild.knowledge.measures.moments import month_of, usual
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.by_team import label_of, team_rows
from onechild.knowledge.reports.document.footnotes import footnotes
from onechild.knowledge.reports.document.model import STAFF, Cell, Column, Document, Said, Section, Table, noted
from onechild.knowledge.reports.kinds.asking import SIX_MONTHS, Asking, month_ends_to, six_months_to
from onechild.knowledge.reports.kinds.lines import by_team_table, value_cell, without_empty_columns
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.values import figure_words, parts_words
from onechild.knowledge.reports.words import does, full_date

TITLE = "What an inspector will see in Annex A"
FEWEST_ASKED, WORST = 3, 3
MOST_QUESTIONS = 8


@dataclass(frozen=True)
class Part:
    """One or more lists of Annex A: `recent` is told over six months, `standing` on the day or over the year to it."""

    key: str
    title: str
    recent: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    cuts: tuple[tuple[str, str], ...] = ()


PARTS = (
    Part("contacts", "List 1: contacts", ("contacts", "contacts-decided-in-time", "contacts-to-referrals",
         "re-contacts-in-3-months"), cuts=(("contacts", "source"), ("contacts", "outcome"))),
    Part("early-help", "List 2: early help", ("early-help-stepped-up",)),
    Part("referrals", "List 3: referrals", ("referrals", "referrals-decided-in-time", "re-referrals-in-12-months",
         "referrals-no-further-action"), cuts=(("referrals", "source"), ("re-referrals-in-12-months", "team"))),
    Part("assessments", "List 4: assessments", ("assessments-in-45-working-days", "assessment-days",
         "assessments-child-seen-alone", "assessments-no-further-action"), ("open-assessments-past-45-working-days",),
         (("assessments-in-45-working-days", "team"),)),
    Part("enquiries", "List 5: section 47 enquiries and conferences", ("enquiries-to-conference",
         "conferences-in-15-working-days", "conferences-to-plan"), cuts=(("conferences-in-15-working-days", "team"),)),
    Part("in-need", "List 6: children in need", (), ("children-in-need", "children-on-child-in-need-plans",
         "child-in-need-visits-in-time", "child-in-need-reviews-on-time", "children-in-need-two-years"),
         (("children-in-need", "age"), ("child-in-need-visits-in-time", "team"))),
    Part("protection", "List 7: child protection plans", ("second-or-subsequent-plans",), ("children-on-plans",
         "child-protection-visits-in-time", "children-on-plans-seen-alone", "children-on-plans-reviewed-in-time",
         "core-groups-on-time", "plans-two-years-current", "children-on-plans-never-seen"),
         (("children-on-plans", "category"), ("children-on-plans", "age"),
          ("child-protection-visits-in-time", "team"))),
    Part("looked-after", "List 8: children looked after", (), ("children-looked-after", "came-into-care-rate",
         "left-care-rate", "looked-after-visits-in-time", "looked-after-reviews-in-time", "three-or-more-placements",
         "in-one-placement-for-two-years", "placed-far-from-home", "unregistered-placements",
         "health-assessments-up-to-date", "teeth-checked", "education-plans-this-term",
         "looked-after-children-missing", "return-interviews-held-in-time"),
         (("children-looked-after", "placement"), ("children-looked-after", "legal_status"),
          ("children-looked-after", "age"), ("looked-after-visits-in-time", "team"))),
    Part("leaving-care", "List 9: leaving care", (), ("personal-adviser-by-16", "pathway-plans-in-date",
         "care-leavers-in-suitable-accommodation", "care-leavers-in-work-or-study", "care-leavers-not-in-touch"),
         (("pathway-plans-in-date", "team"),)),
    Part("adoption", "Lists 10 and 11: adoption, and those who would adopt", (), ("left-care-by-adoption",
         "adoption-care-to-family-days", "adoption-order-to-match-days", "waiting-for-adoption-over-a-year",
         "permanence-reports-current"), (("waiting-for-adoption-over-a-year", "age"),)),
    Part("workers", "Who does the work", (), ("cases-held", "average-caseload-per-worker", "workers-over-target",
         "cases-unallocated", "agency-rate", "cases-supervised-in-time"), (("cases-supervised-in-time", "team"),)),
)  # fmt: skip


def inspection_measures() -> list[Measure]:
    """This function will return the measures that the overview tells."""
    return _known(key for part in PARTS for key in (*part.recent, *part.standing))


def inspection_cut() -> list[Measure]:
    """This function will return the measures that it breaks down."""
    return _known(dict.fromkeys(key for part in PARTS for key, _by in part.cuts))


@dataclass(frozen=True)
class Seen:
    """A figure as the inspector has it, and of when."""

    measure: Measure
    figure: Figure
    when: str

    @property
    def missed(self) -> float:
        """How many were not done, of a share that should be high; those counted of one that should be low."""
        if self.measure.shape is not Shape.SHARE or self.measure.better is Better.NEITHER:
            return 0
        counted = self.figure.numerator
        return (self.figure.denominator or 0) - counted if self.measure.better is Better.HIGHER else counted


def inspection(asking: Asking) -> Document:
    """This function will return the overview, for staff."""
    parts = [section for part in PARTS if not (section := _part(asking, part)).empty]
    sections = (_asked(asking), *parts, _rely())
    return Document(
        kind="inspection",
        title=TITLE,
        council=asking.council,
        days=f"As at {full_date(asking.as_at)}: six months back, twelve months back, or on the day, as each list is",
        as_at=asking.as_at,
        against=asking.against,
        mark=STAFF,
        publish=False,
        invented=invented_words(asking.about),
        sections=sections,
        footnotes=footnotes(noted(sections)),
        foot=f"Extract {asking.fingerprint[:12]}. Made by OneChild." if asking.fingerprint else "Made by OneChild.",
    )


def _part(asking: Asking, part: Part) -> Section:
    seen = _seen(asking, part)
    if not seen:
        return Section(part.key, part.title)
    said = [_sentence(one) for one in seen if one.measure.shape is Shape.COUNT or one.missed]
    rows = tuple(_row(one) for one in seen)
    columns = (Column("Figure"), Column("When"), Column("Count", number=True), Column("Value", number=True))
    tables = [without_empty_columns(Table("The figures", columns, rows))]
    tables += [table for key, by in part.cuts if (table := _spread(asking, part, key, by)) is not None]
    return Section(part.key, part.title, tuple(said), tables=tuple(tables))


def _seen(asking: Asking, part: Part) -> list[Seen]:
    recent = [
        Seen(measure, figure, "last six months")
        for measure in _known(part.recent)
        if (figure := _six_months(asking, measure)) is not None
    ]
    return recent + [
        Seen(measure, figure, "on the day" if measure.basis is Basis.AS_AT else "last twelve months")
        for measure in _known(part.standing)
        if (figure := asking.now(measure)) is not None
    ]


def _six_months(asking: Asking, measure: Measure) -> Figure | None:
    """The figure of six months; where only months are kept they are added up, which a middle does not allow."""
    when = six_months_to(asking.as_at)
    found = asking.at(measure, when)
    if found is not None:
        return found
    if measure.unit != "row_id" or measure.shape not in (Shape.COUNT, Shape.SHARE):
        return None
    ends = month_ends_to(asking.as_at)
    months = [asking.at(measure, month_of(end)) for end, _number in zip(ends, range(SIX_MONTHS), strict=False)]
    known = [one for one in months if one is not None]
    return _added(measure, known, when) if len(known) == SIX_MONTHS else None


def _added(measure: Measure, months: Sequence[Figure], when: Moment) -> Figure:
    counted = sum(one.numerator for one in months)
    whole = sum(one.denominator or 0 for one in months)
    if measure.shape is Shape.COUNT:
        return Figure(when.from_on, when.to_on, counted, None, counted)
    return Figure(when.from_on, when.to_on, counted, whole, counted / whole if whole else None)


def _sentence(one: Seen) -> Said:
    words = f"{one.measure.title}, {one.when}: {figure_words(one.measure, one.figure)}"
    parts = parts_words(one.measure, one.figure.numerator, one.figure.denominator)
    return Said(f"{words} ({parts})." if parts else f"{words}.", (one.measure.key,))


def _row(one: Seen) -> tuple[Cell, ...]:
    row = team_rows(one.measure, [], one.figure)[1]
    value = value_cell(one.measure, row, one.figure.value)
    return Cell(one.measure.title, notes=(one.measure.key,)), Cell(one.when), Cell(row.parts), value


def _spread(asking: Asking, part: Part, key: str, by: str) -> Table | None:
    """How a figure is spread; of what Annex A shows for six months the twelve months to each day are shown."""
    if key not in MEASURES:
        return None
    table = by_team_table(asking, MEASURES[key], by=by)
    if table is None or key not in part.recent:
        return table
    return Table(f"{table.title}, twelve months to each day", table.columns, table.rows, table.total)


def _asked(asking: Asking) -> Section:
    """The questions that the figures raise: where most was not done in time, and in which teams."""
    seen = [one for part in PARTS for one in _seen(asking, part)]
    raised = sorted((one for one in seen if one.missed >= FEWEST_ASKED), key=lambda one: -_rate(one))[:MOST_QUESTIONS]
    said = tuple(_question(asking, one) for one in raised)
    if not said:
        return Section("asked", "What they would ask", (Said("No figure here has three or more left undone or late."),))
    first = Said(
        "An inspector reads the lists for what was late, left or different from team to team, and asks to see the "
        "records. These are the figures furthest from where they should be."
    )
    return Section("asked", "What they would ask", (first, *said))


def _rate(one: Seen) -> float:
    return one.missed / one.figure.denominator if one.figure.denominator else 0.0


def _question(asking: Asking, one: Seen) -> Said:
    few = int(one.missed)
    whole = int(one.figure.denominator or 0)
    words = (
        f"{one.measure.title}, {one.when}: {few:,} of {whole:,} {does(few, 'is', 'are')} not as "
        f"{does(few, 'it', 'they')} should be. {'Which is it' if few == 1 else 'Which are they'}, why, and who knew?"
    )
    teams = _worst_teams(asking, one.measure)
    return Said(f"{words} {teams}" if teams else words, (one.measure.key,))


def _worst_teams(asking: Asking, measure: Measure) -> str:
    """The teams furthest from the better end, where the report breaks the figure down by team."""
    if measure.key not in {key for part in PARTS for key, by in part.cuts if by == "team"}:
        return ""
    groups = asking.groups(measure, usual(measure, asking.as_at), "team")
    whole = asking.now(measure)
    known = [(one, one.value) for one in groups if one.value is not None and (one.denominator or 0) >= FEWEST_ASKED]
    if whole is None or whole.value is None or len(known) <= WORST:
        return ""
    sign = 1 if measure.better is Better.LOWER else -1
    worse = sorted((pair for pair in known if sign * pair[1] > sign * whole.value), key=lambda pair: -sign * pair[1])
    named = [f"{label_of(one)} ({figure_words(measure, one)})" for one, _value in worse[:WORST]]
    return f"Furthest from it: {', '.join(named)}." if named else ""


def _rely() -> Section:
    said = (
        Said(
            "Inspectors count from the eleven lists themselves. Write the lists for the same day (`onechild write "
            "annex-a`), read their check report, and the numbers here and there are the same rows."
        ),
        Said(
            "How a figure is spread is shown for the day, or for the twelve months to it, beside the same a year "
            "before: what an inspector will look for is a difference."
        ),
    )
    return Section("rely", "Before you rely on it", said)


def _known(keys: Iterable[str]) -> list[Measure]:
    return [MEASURES[key] for key in keys if key in MEASURES]
