"""What a pattern means now, as it was answered; a question that new facts have opened again is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.journeys.assessment.history.model import Fact, Pattern, title_of
from onechild.service.record.models import HistoryAnswer


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A pattern with its answer, if there is one; `new` are facts that the answer did not know."""

    pattern: Pattern
    answer: HistoryAnswer | None
    new: tuple[Fact, ...]

    @property
    def open(self) -> bool:
        """Whether it waits for an answer, or for one that knows the new facts."""
        return self.answer is None or bool(self.new)


@dataclass(frozen=True, kw_only=True)
class Given:
    """An answer as a reader may read it: `says` is drawn from what they may see, and empty where that is none."""

    title: str
    says: str
    means_now: str
    answered_by_name: str


def given_of(answers: Mapping[str, HistoryAnswer], patterns: Iterable[Pattern]) -> list[Given]:
    """This function will return the answers, each with what its pattern says to the reader with these `patterns`."""
    says = {pattern.key: pattern.says for pattern in patterns}
    return [
        Given(
            title=title_of(key),
            says=says.get(key, ""),
            means_now=answers[key].means_now,
            answered_by_name=answers[key].answered_by_name,
        )
        for key in sorted(answers)
    ]


def answers_of(assessment_id: str) -> dict[str, HistoryAnswer]:
    """This function will return the answers given in an assessment, by the key of the pattern."""
    return {row.pattern: row for row in HistoryAnswer.objects.filter(assessment_id=assessment_id)}


def asked_of(patterns: Iterable[Pattern], answers: Mapping[str, HistoryAnswer]) -> list[Asked]:
    """This function will return each pattern with its answer, and the facts that came since."""
    found = []
    for pattern in patterns:
        answer = answers.get(pattern.key)
        known = {tuple(source) for source in answer.sources} if answer else set()
        new = [fact for fact in pattern.sources if fact.source not in known] if answer else []
        found.append(Asked(pattern=pattern, answer=answer, new=tuple(new)))
    return found


def came_since(asked: Sequence[Asked], sent_on: date) -> list[Asked]:
    """This function will return the questions that facts written down since a day have opened again.

    What was on record before, and only this reader may open, opens none: the writer could not have known it.
    """
    return [one for one in asked if any(fact.recorded_on and fact.recorded_on >= sent_on for fact in one.new)]


def sources_of(pattern: Pattern) -> list[list[str]]:
    """This function will return the sources of a pattern as an answer keeps them: tables and keys."""
    return sorted([table, key] for table, key in pattern.keys)
