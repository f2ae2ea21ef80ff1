"""Writes docs/forty-children.md: the facts, and every measure's answer with its arithmetic. Run it after a change."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from onechild.knowledge.measures.catalogue import MEASURES, TOPICS
from tests.knowledge.measures.forty import answers as every
from tests.knowledge.measures.forty.reading import FACTS, Answer

PAGE = Path(__file__).parents[4] / "docs" / "forty-children.md"
ANSWERS: tuple[Answer, ...] = tuple(
    answer
    for found in sorted(pkgutil.iter_modules(every.__path__), key=lambda module: module.name)
    for answer in importlib.import_module(f"{every.__name__}.{found.name}").ANSWERS
)

HEAD = """# Forty children, counted by hand

A council of forty invented children, small enough to count on paper. Below stand its facts as the tests hold them,
and for every measure the answer that a person works out from its definition, with the arithmetic: as at 31 March 2026,
or over 1 April 2025 to 31 March 2026. `tests/knowledge/measures/forty` holds the engine to each of them. This page is
written by `python -m tests.knowledge.measures.forty.page`.
"""


def page() -> str:
    """The whole page as text."""
    known = {answer.key: answer for answer in ANSWERS}
    lines = [HEAD, "## The answers", ""]
    for topic, measures in TOPICS.items():
        lines += [f"### {topic}", ""]
        lines += [_answer(known[measure.key]) for measure in measures if measure.key in known]
        lines += [""]
    lines += ["## The facts", ""]
    for path in sorted(FACTS.glob("*.txt")):
        lines += ["```", path.read_text(encoding="utf-8").strip(), "```", ""]
    return "\n".join(lines)


def _answer(answer: Answer) -> str:
    measure = MEASURES[answer.key]
    out = "" if answer.denominator is None else f" of {answer.denominator:g}"
    value = "" if answer.value is None else f" = {answer.value:g}"
    reference = f" ({measure.reference})" if measure.reference else ""
    return f"- **{measure.title}**{reference}: **{answer.numerator:g}{out}{value}**. {answer.because}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
