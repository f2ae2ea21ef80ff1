"""The page on measures: every row of the list they answer to, then each with all that stands beside a figure."""

from __future__ import annotations

from collections import defaultdict

from onechild.cli.reference.grid import anchor, grid
from onechild.knowledge.benchmarks.reading import measures as published
from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.measures.catalogue import MEASURES, TOPICS
from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.model import Better, Measure, Shape, Twin

ROWS = "The list, row by row"
BETTER = {Better.HIGHER: "higher", Better.LOWER: "lower", Better.NEITHER: "neither way: no target, no colour"}


def measures_page() -> str:
    """Every row of the list and its measures; then every measure by topic: definition, why it matters, sources."""
    found: dict[str, list[Measure]] = defaultdict(list)
    for measure in MEASURES.values():
        found[measure.reference].append(measure)
    rows = [(reference, _links(found[reference])) for reference in sorted(found) if reference]
    lines = [
        "# Measures",
        "",
        f"{len(rows)} rows of the list that the service is judged on, and {len(MEASURES)} measures that answer to it.",
        "",
        *(f"- [{words}](#{anchor(words)})" for words in (ROWS, *TOPICS)),
        "",
        f"## {ROWS}",
        "",
        *grid(("row", "measures"), rows),
    ]
    for topic, measures in TOPICS.items():
        lines += ["", f"## {topic}"]
        for measure in measures:
            lines += ["", f"### {measure.key}", "", *_measure(measure)]
    return "\n".join(lines) + "\n"


def _links(measures: list[Measure]) -> str:
    return ", ".join(f"[{measure.key}](#{measure.key})" for measure in measures)


def _measure(measure: Measure) -> list[str]:
    sources = "; ".join(source.words for source in measure.sources)
    excluded = ["", f"Left out: {measure.excludes}"] if measure.excludes else []
    twin = ["", _twin(measure.twin)] if measure.twin else []
    return [
        f"**{measure.title}** ({measure.basis.value}; a {measure.shape.value}, in {measure.value_unit}; version "
        f"{measure.version}). {measure.says}",
        *excluded,
        "",
        f"Why it matters: {measure.why_it_matters}",
        "",
        f"Row: {measure.reference or 'none'}. Better: {BETTER[measure.better]}. {_target(measure)}Standing of its "
        f"limit: {measure.standing}. {_clocks(measure)}Broken down by: {_cuts(measure)}.",
        *twin,
        "",
        f"Source: {sources}. Kept by: {measure.kept_by}. Checked by: {measure.checked_by or 'nobody yet'}; review by "
        f"{measure.review_by}.",
    ]


def _target(measure: Measure) -> str:
    if measure.target is None:
        return ""
    value = f"{measure.target.value:.0%}" if measure.shape is Shape.SHARE else f"{measure.target.value:g}"
    return f"Target: {value} ({measure.target.source}). "


def _clocks(measure: Measure) -> str:
    if not measure.all_clocks:
        return ""
    links = ", ".join(f"[{clock(key).title}](clocks.md#{key})" for key in measure.all_clocks)
    return f"Read from the clocks: {links}. "


def _cuts(measure: Measure) -> str:
    return ", ".join(CUTS[cut].title[0].lower() + CUTS[cut].title[1:] for cut in measure.breakdowns) or "nothing"


def _twin(twin: Twin) -> str:
    """The published figure by its own name, and in words how ours differs."""
    known = published().get((twin.table, twin.code))
    title = known.title if known else twin.code
    differs = twin.differs or "Ours is counted the same way."
    return f"Published beside it: {title} (`{twin.code}`). {differs}"
