"""The pages on clocks and measures."""

from __future__ import annotations

from onechild.cli.obligations import described, in_words
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.measures.catalogue import TOPICS
from onechild.knowledge.measures.model import Measure


def clocks_page() -> str:
    """Every clock: its law, its rules in order of precedence, its exceptions."""
    lines = ["# Clocks", "", "Of several rules, the first that holds on the day goes before the others."]
    for clock in CLOCKS:
        lines += ["", f"## {clock.key}", "", *_clock(clock)]
    return "\n".join(lines) + "\n"


def measures_page() -> str:
    """Every measure: its definition, why it matters, its sources."""
    lines = ["# Measures"]
    for topic, measures in TOPICS.items():
        lines += ["", f"## {topic}"]
        for measure in measures:
            lines += ["", f"### {measure.key}", "", *_measure(measure)]
    return "\n".join(lines) + "\n"


def _clock(clock: Clock) -> list[str]:
    facts = described(clock)
    standing = clock.standing.value.replace("_", " ")
    rules = [f"- {in_words(version)}" for version in facts["versions"]]
    exceptions = ["", "Exceptions:", "", *(f"- {words}" for words in clock.exceptions)] if clock.exceptions else []
    notes = ["", "Notes:", "", *(f"- {words}" for words in clock.notes)] if clock.notes else []
    return [
        f"{clock.title}. Owed by: {clock.owed_by}.",
        "",
        f"Standing: {standing}; {facts['confidence']}. Source: {clock.source}.",
        "",
        *rules,
        *exceptions,
        *notes,
    ]


def _measure(measure: Measure) -> list[str]:
    sources = "; ".join(source.words for source in measure.sources)
    broken_down = ", ".join(measure.breakdowns)
    return [
        f"**{measure.title}** ({measure.basis.value}; a {measure.shape.value}, in {measure.value_unit}; version "
        f"{measure.version}). {measure.says}",
        "",
        f"Why it matters: {measure.why_it_matters}",
        "",
        f"Better: {measure.better.value}. Standing of its limit: {measure.standing}. Broken down by: {broken_down}.",
        "",
        f"Source: {sources}. Checked by: {measure.checked_by or 'nobody yet'}; review by {measure.review_by}.",
    ]
