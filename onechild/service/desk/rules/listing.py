"""The list of all clocks by topic, and of the rows of the reference that are no clocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.explained.topics import TOPICS, by_topic
from onechild.knowledge.clocks.model import Clock, Confidence, Standing
from onechild.knowledge.clocks.not_clocks import NOT_CLOCKS
from onechild.service.desk.links import rule_page
from onechild.service.desk.rules.counts import Counts
from onechild.service.desk.rules.saying import how_long
from onechild.service.govuk.parts import Cell, Column, Table, Tag

SHORT: Mapping[Standing, str] = {
    Standing.STATUTE: "Act",
    Standing.REGULATION: "Regulations",
    Standing.COURT: "Court",
    Standing.STATUTORY_GUIDANCE: "Statutory guidance",
    Standing.MINIMUM_STANDARD: "Minimum standard",
    Standing.PROGRAMME: "National programme",
    Standing.DATA_STANDARD: "National statistics",
    Standing.LOCAL: "Local standard",
}


@dataclass(frozen=True)
class TopicPart:
    """A topic and its clocks."""

    title: str
    id: str
    count: int
    table: Table


def found(typed: str) -> list[Clock]:
    """This function will return the clocks that hold every word typed in their title, topic, reference or law."""
    words = typed.lower().split()
    return [one for one in CLOCKS if all(word in _told(one) for word in words)]


def topics(clocks: Sequence[Clock], counts: Mapping[str, Counts]) -> list[TopicPart]:
    """This function will return the clocks as a table for each topic."""
    columns = [
        Column("Duty"),
        Column("How long"),
        Column("Rests on"),
        Column("Open", number=True),
        Column("Late", number=True),
    ]
    return [
        TopicPart(
            TOPICS[topic],
            topic.value,
            len(mine),
            Table(label=TOPICS[topic], columns=columns, rows=[_row(one, counts) for one in mine], kind="stack"),
        )
        for topic, mine in by_topic(clocks).items()
    ]


def not_clocks(typed: str) -> Table:
    """This function will return the rows that are no clocks, with what serves instead."""
    words = typed.lower().split()
    rows = [
        [Cell(text=one.title, note=one.reference), one.why, one.serves]
        for one in NOT_CLOCKS
        if all(word in f"{one.title} {one.reference} {one.why}".lower() for word in words)
    ]
    columns = [Column("Rule"), Column("Why it is no clock"), Column("What serves instead")]
    return Table(label="Rules that are no clocks", columns=columns, rows=rows, kind="stack", heading="not-clocks")


def _row(clock: Clock, counts: Mapping[str, Counts]) -> list[object]:
    stands = counts.get(clock.key)
    check = Tag("Check", "missing") if clock.confidence is Confidence.K else None
    said = how_long(clock)
    ours = clock.subject_kind == "child"
    return [
        Cell(text=clock.title, href=rule_page(clock.key)),
        said[0].upper() + said[1:],
        Cell(text=SHORT[clock.standing], tag=check),
        (stands.open if stands else 0) if ours else "",
        (stands.late if stands else 0) if ours else "",
    ]


def _told(clock: Clock) -> str:
    parts = (clock.title, TOPICS[clock.topic], *clock.references, clock.plain, clock.source.title, clock.owed_by)
    return " ".join(parts).lower()
