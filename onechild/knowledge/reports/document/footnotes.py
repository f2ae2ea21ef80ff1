"""The footnotes of a report: what each figure counts, leaves out, is limited by, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import CONFIDENCE_WORDS, Measure, Source
from onechild.knowledge.reports.document.model import Footnote

LIMITS = {"local": "The limit is a local standard: no law sets it.", "none": ""}


def footnotes(keys: Iterable[str]) -> tuple[Footnote, ...]:
    """This function will return a footnote for each measure, numbered in the order given."""
    return tuple(_footnote(number, MEASURES[key]) for number, key in enumerate(keys, start=1))


def _footnote(number: int, measure: Measure) -> Footnote:
    return Footnote(number, measure.key, measure.title, definition(measure), _sources(measure))


def definition(measure: Measure) -> str:
    """This function will return the definition in a paragraph: what it counts, leaves out, and what limits it."""
    limit = LIMITS.get(measure.standing, f"The limit is set by {measure.standing}.")
    excludes = f"Left out: {measure.excludes[:1].lower()}{measure.excludes[1:]}" if measure.excludes else ""
    return " ".join(_stopped(words) for words in (measure.says, excludes, limit) if words)


def _sources(measure: Measure) -> str:
    sources = "; ".join(_source(source) for source in measure.sources)
    return f"Source: {sources}. Definition {measure.key}, version {measure.version}."


def _source(source: Source) -> str:
    """A source; where it is the sector's own knowledge the reader is told to check it."""
    return f"{source.title} ({CONFIDENCE_WORDS[source.confidence]})"


def _stopped(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
