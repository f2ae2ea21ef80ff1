"""The page on clocks."""

from __future__ import annotations

from onechild.cli.obligations import described, in_words
from onechild.cli.reference.grid import anchor, grid
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.explained import accounted, topics
from onechild.knowledge.clocks.local.amber import amber_days, amber_unit
from onechild.knowledge.clocks.local.named import in_words as number_in_words
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.not_clocks import NOT_CLOCKS


def clocks_page() -> str:
    """Every row of the reference and what became of it; then every clock by topic: its law, its rules in order."""
    rows = accounted.rows()
    said = sum(row.accounted for row in rows)
    lines = [
        "# Clocks",
        "",
        f"{said} of {len(rows)} rows of the list of timescales are accounted for: {len(CLOCKS)} clocks, and "
        f"{len(NOT_CLOCKS)} rows that are no clocks, each with the reason and what serves instead.",
        "",
        *(
            f"- [{words}](#{anchor(words)})"
            for words in (ROWS, OTHERS, *(topics.TOPICS[topic] for topic in topics.by_topic()))
        ),
        "",
        f"## {ROWS}",
        "",
        *grid(("row", "clocks", "else"), (_accounted(row) for row in rows)),
        "",
        f"## {OTHERS}",
        "",
        *grid(
            ("row", "rule", "why it is no clock", "what serves instead"),
            ((one.reference, one.title, one.why, one.serves) for one in NOT_CLOCKS),
        ),
    ]
    for topic, clocks in topics.by_topic().items():
        words = "Of several rules, the first that holds on the day goes before the others."
        lines += ["", f"## {topics.TOPICS[topic]}", "", words]
        for clock in clocks:
            lines += ["", f"### {clock.key}", "", *_clock(clock)]
    return "\n".join(lines) + "\n"


ROWS, OTHERS = "Every row of the list", "Rows that are no clocks"


def _accounted(row: accounted.Row) -> tuple[str, str, str]:
    clocks = ", ".join(f"[{clock.key}](#{clock.key})" for clock in row.clocks)
    other = f"no clock: {row.instead.title}" if row.instead else ""
    return row.reference, clocks, other if row.accounted else "not yet accounted for"


def _clock(clock: Clock) -> list[str]:
    facts = described(clock)
    standing = clock.standing.value.replace("_", " ")
    rules = [f"- {in_words(version)}" for version in facts["versions"]]
    exceptions = ["", "Exceptions:", "", *(f"- {words}" for words in clock.exceptions)] if clock.exceptions else []
    notes = ["", "Notes:", "", *(f"- {words}" for words in clock.notes)] if clock.notes else []
    whose = "" if clock.subject_kind == "child" else f" Owed to no one child: about each {_subject(clock)}."
    amber = number_in_words(amber_days(clock), amber_unit(clock))
    return [
        f"{clock.title}. Owed by: {clock.owed_by}.{whose}",
        "",
        *([clock.plain, ""] if clock.plain else []),
        f"Rows: {', '.join(clock.references)}. Standing: {standing}; {facts['confidence']}. Source: {clock.source}. "
        f"Amber: {amber} before its day, unless the council sets another.",
        "",
        *rules,
        *exceptions,
        *notes,
    ]


def _subject(clock: Clock) -> str:
    return clock.subject_kind.replace("_", " ")
