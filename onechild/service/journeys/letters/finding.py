"""Finds what a paragraph may tell, by what the record knows and by the shape of the words; the writer says which is so.

Nothing is marked by itself: each thing found is a question, and the letter is not checked until all are answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onechild.service.journeys.letters.matching import POSTCODE, occurs


@dataclass(frozen=True, kw_only=True)
class Known:
    """Words of the record that tell a fact: an address, a number, a name; whose, where that is known."""

    fact: str
    words: str
    whose: str = ""
    adult_id: str = ""
    child_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Found:
    """Words of a paragraph that may tell a fact. `because` says how they were found.

    `exact` says that the words are the fact itself, so that they may stand nowhere in a version without it.
    """

    fact: str
    words: str
    because: str
    adult_id: str = ""
    child_id: str = ""
    exact: bool = True

    @property
    def key(self) -> str:
        """What tells it from others of the same paragraph."""
        return f"{self.fact}|{' '.join(self.words.split()).casefold()}"


PHONE = re.compile(r"(?<![\w/])(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
STREET = re.compile(
    r"\b(?:Flat\s+\d+\w?,?\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]*\s+){1,3}"
    r"(?:Road|Street|Lane|Avenue|Close|Drive|Way|Court|Place|Crescent|Gardens|Terrace|Hill|Grove|Walk|Square|Rise|View)\b"
)
SCHOOL = re.compile(
    r"\b(?:[A-Z][\w’'.-]*\s+){1,4}(?:Primary|Infants?|Junior|High|Secondary|Community|Special|Church|School|Academy|College|"
    r"Nursery|Pre-?school)(?:\s+(?:School|Academy|College|Nursery))?\b"
)
SHAPES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("childs_address", POSTCODE, "It has the shape of a postcode"),
    ("childs_address", STREET, "It has the shape of an address"),
    ("adults_phone", PHONE, "It has the shape of a telephone number"),
    ("adults_phone", EMAIL, "It has the shape of an e-mail address"),
    ("school", SCHOOL, "It has the shape of a school’s name"),
)
HINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("health", ("diagnosed", "diagnosis", "medication", "pregnant", "pregnancy", "hospital", "CAMHS", "treatment")),
    (
        "legal_plans",
        ("proceedings", "care order", "supervision order", "legal advice", "solicitor", "public law outline"),
    ),
    ("immigration", ("asylum", "visa", "immigration", "leave to remain", "Home Office")),
    ("allegation_details", ("alleged", "allegation", "disclosed that", "told us that", "hit", "assaulted", "abused")),
    (
        "adults_past",
        ("convicted", "conviction", "prison", "probation", "rehab", "alcohol", "cannabis", "heroin", "cocaine"),
    ),
    ("referrer_identity", ("the referrer", "neighbour", "anonymous", "referred by")),
    ("carers_names", ("foster carer", "foster carers")),
    ("placement_address", ("placement", "children’s home", "children's home")),
    ("whereabouts", ("family time", "contact centre", "supervised contact", "appointment")),
)


def found_in(words: str, known: Iterable[Known]) -> list[Found]:
    """This function will return what a paragraph may tell, each once: what the record knows first, then shapes, hints.

    A shape that is part of something the record knows is not asked about again.
    """
    made = {one.key: one for one in _known(words, known)}
    told = [one.words for one in made.values()]
    for fact, shape, because in SHAPES:
        for match in shape.finditer(words):
            text = " ".join(match.group().split())
            one = Found(fact=fact, words=text, because=because)
            if not any(occurs(text, other) or occurs(other, text) for other in told):
                made.setdefault(one.key, one)
                told.append(text)
    for one in _hints(words):
        made.setdefault(one.key, one)
    return list(made.values())


def unanswered(found: Sequence[Found], *, facts: Sequence[str], answers: Sequence[Sequence[str]]) -> list[Found]:
    """This function will return what was found that is neither marked as its fact nor said to be no such fact.

    `answers` are pairs of a fact and words that were said not to tell it.
    """
    said = {f"{fact}|{' '.join(words.split()).casefold()}" for fact, words in answers}
    return [one for one in found if one.fact not in facts and one.key not in said]


def _known(words: str, known: Iterable[Known]) -> Iterator[Found]:
    for one in known:
        if occurs(one.words, words):
            because = f"The record has it: {one.whose}" if one.whose else "The record has it"
            yield Found(fact=one.fact, words=one.words, because=because, adult_id=one.adult_id, child_id=one.child_id)


def _hints(words: str) -> Iterator[Found]:
    """One question a fact and a paragraph, for words that often go with it."""
    for fact, hints in HINTS:
        text = next((hint for hint in hints if occurs(hint, words)), "")
        if text:
            yield Found(fact=fact, words=text, because="These words often tell it", exact=False)
