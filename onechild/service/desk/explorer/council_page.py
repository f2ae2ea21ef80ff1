"""One council in the explorer: what Ofsted found, and which councils are like it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from onechild.knowledge.benchmarks.model import Area, Judgement
from onechild.knowledge.benchmarks.reading import (
    area,
    areas,
    grades,
    neighbours,
    population,
    published,
    sources,
    topics,
)
from onechild.knowledge.benchmarks.words import value_words
from onechild.service.desk.explorer.choosing import of_topic
from onechild.service.desk.explorer.comparing import latest_grade
from onechild.service.govuk.parts import Cell, Column, Table

NO_CARE_LEAVERS = "not judged apart then"
HEADS = ("Inspected", "Overall", "Leaders", "Protection", "In care", "Care leavers")


def page(council: Area) -> dict[str, Any]:
    """This function will return what the page of a council shows."""
    children = published("population_0_17", "population")
    year = children.latest(council.code)
    return {
        "council": council,
        "region": area(council.region),
        "children": value_words(children.measure, population(council.code, year)) if year else "",
        "children_year": year,
        "judged": judged(council),
        "grades": grade_table(council),
        "near": _near(council),
        "topics": [(key, title, len(of_topic(key))) for key, title in topics().items()],
        "sources": [sources()["grades"], sources()["neighbours"]],
        "before": sorted(one.name for one in areas().values() if council.code in one.became),
    }


def judged(council: Area) -> str:
    """This function will return what Ofsted found last, as a sentence."""
    found = grades(council.code)
    if not found:
        return f"The data we hold have no inspection of {council.name}."
    last = found[0]
    grade = f"Ofsted: {last.overall} overall" if last.overall else "Ofsted gave no overall grade"
    before = [f"{one.overall}, {one.on:%B %Y}" for one in found[1:] if one.overall]
    earlier = f" The inspection before that we hold: {before[0]}." if before else ""
    return f"{grade}, {', '.join(_days(last))}.{earlier}"


def grade_table(council: Area) -> Table:
    """This function will return every judgement that we hold of a council, the latest first."""
    return Table(
        label=f"Ofsted’s judgements of {council.name}",
        columns=[Column(text) for text in HEADS],
        rows=[_grades(one) for one in grades(council.code)],
        kind="stack",
        empty=f"The data we hold have no inspection of {council.name}.",
    )


def _grades(one: Judgement) -> list[object]:
    return [
        Cell(text=_inspected(one) or "Day not given", note="; ".join(_beside(one))),
        one.overall.capitalize() or "No overall grade given",
        one.leaders.capitalize() or "Not given",
        one.protection.capitalize() or "Not given",
        one.in_care.capitalize() or "Not given",
        one.care_leavers.capitalize() or NO_CARE_LEAVERS.capitalize(),
    ]


def _days(one: Judgement) -> list[str]:
    inspected = [f"inspected {_inspected(one)}"] if one.inspected_from else []
    return inspected + ([f"published {one.published_on:%-d %B %Y}"] if one.published_on else [])


def _beside(one: Judgement) -> list[str]:
    kind = [f"{one.kind} inspection"] if one.kind else []
    return kind + ([f"published {one.published_on:%-d %B %Y}"] if one.published_on else [])


def _inspected(one: Judgement) -> str:
    if one.inspected_from is None:
        return ""
    if one.inspected_to is None:
        return f"From {one.inspected_from:%-d %B %Y}"
    first, last = one.inspected_from, one.inspected_to
    alike = (first.month, first.year) == (last.month, last.year)
    began = f"{first:%-d}" if alike else f"{first:%-d %B}" if first.year == last.year else f"{first:%-d %B %Y}"
    return f"{began} to {last:%-d %B %Y}"


def _near(council: Area) -> Table:
    return Table(
        label=f"Councils like {council.name}",
        columns=[Column("Council"), Column("Region"), Column("How like it"), Column("Ofsted, overall")],
        rows=[
            [
                Cell(text=one.area.name, href=reverse("benchmarks-council", args=[one.area.code])),
                area(one.area.region).name,
                one.closeness.capitalize(),
                latest_grade(one.area),
            ]
            for one in neighbours(council.code)
        ],
        kind="stack",
    )
