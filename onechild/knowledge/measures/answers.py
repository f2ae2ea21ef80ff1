"""Where reports and pages get their figures: a store that is asked, or whatever else keeps the same answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import Behind, behind
from onechild.knowledge.measures.engine import together
from onechild.knowledge.measures.model import Figure, Measure
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Moment, Question


class Answers(Protocol):
    """Figures of measures at moments. Nobody who reads one can tell whether it was counted now or kept."""

    def figures(self, measure: Measure, when: Moment, by: str = "", *, caseholding: bool = False) -> list[Figure]:
        """The figure in all (one of them), or of each group of a cut; none where it can't be told.

        `caseholding` counts only what lies with the teams that hold cases.
        """

    def behind(self, measure: Measure, when: Moment) -> list[Behind]:
        """The rows behind a figure."""


class Asked:
    """Answers counted by a store. Say beforehand what will be asked (`expect`), and it is counted together."""

    def __init__(self, store: Store, measures: Iterable[Measure] = (), *, built: bool = False) -> None:
        self._store = store
        self._measures = {measure.key: measure for measure in measures}
        self._built = built
        self._questions: dict[tuple[Moment, ...], Question] = {}
        self._moments: dict[Moment, tuple[Moment, ...]] = {}
        self._found: dict[tuple[str, tuple[Moment, ...], str, bool], list[Figure]] = {}

    def expect(self, moments: Sequence[Moment]) -> None:
        """Count these moments of one basis together from now on: whichever is asked first, all are counted."""
        self._moments |= dict.fromkeys(moments, tuple(moments))

    def figures(self, measure: Measure, when: Moment, by: str = "", *, caseholding: bool = False) -> list[Figure]:
        """As `Answers.figures`; raises CannotProceed where the measure can't be counted so."""
        moments = self._moments.get(when, (when,))
        key = (measure.key, moments, by, caseholding)
        if key not in self._found:
            self._count(measure, moments, by, caseholding)
        return [one for one in self._found[key] if (one.from_on, one.to_on) == (when.from_on, when.to_on)]

    def behind(self, measure: Measure, when: Moment) -> list[Behind]:
        """As `Answers.behind`; rows number their moment 0."""
        self._prepare([measure])
        return behind(self._question((when,)), measure)[measure.key]

    def _count(self, measure: Measure, moments: tuple[Moment, ...], by: str, caseholding: bool) -> None:
        """All known measures that the question can answer are counted at once with the one that was asked."""
        question = self._question(moments)
        alike = [
            other
            for other in self._measures.values()
            if other.basis is measure.basis and (not by or by in other.breakdowns) and question.can_count(other)
        ]
        asked = alike if measure.key in {other.key for other in alike} else [measure]
        self._prepare(asked)
        for key, found in together(question, asked, by=by or None, caseholding=caseholding).items():
            self._found[key, moments, by, caseholding] = found

    def _prepare(self, measures: Sequence[Measure]) -> None:
        if not self._built:
            prepare(self._store, [*self._measures.values(), *measures])
            self._built = True

    def _question(self, moments: tuple[Moment, ...]) -> Question:
        if moments not in self._questions:
            self._questions[moments] = Question(self._store, moments)
        return self._questions[moments]
