"""One letter as the rules see it: its children, paragraphs, recipients and family, and the print of all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.journeys.letters.checking import Version, versions_of
from onechild.service.journeys.letters.facts import FACTS
from onechild.service.journeys.letters.family import Family, Mark, Part, Recipient
from onechild.service.journeys.letters.finding import Found, Known, found_in, unanswered
from onechild.service.journeys.letters.gathering import family_around, known_words
from onechild.service.record.models import Child, Letter, LetterPart, LetterRecipient, LetterStatus


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A paragraph with what was found in it, and what of that is not answered yet."""

    row: LetterPart
    found: tuple[Found, ...]
    open: tuple[Found, ...]


@dataclass(frozen=True, kw_only=True)
class WholeLetter:
    """A letter with all that a check of it needs."""

    letter: Letter
    children: tuple[Child, ...]
    family: Family
    parts: tuple[Asked, ...]
    recipients: tuple[LetterRecipient, ...]

    @property
    def unanswered(self) -> int:
        """How many things were found that nobody has answered."""
        return sum(len(one.open) for one in self.parts)

    @property
    def unfinished(self) -> list[Asked]:
        """Paragraphs that tell a fact of an adult without saying of which, or a fact of another child likewise."""
        return [one for one in self.parts if needs_whom(one.row)]

    @property
    def closed(self) -> bool:
        """Whether its words can't be changed any more: it has left, or was dropped."""
        ended = self.letter.status in (LetterStatus.SENT, LetterStatus.DROPPED)
        return ended or any(one.sent_at for one in self.recipients)

    def print(self) -> str:
        """This function will return what changes when the words, their marks or the recipients do."""
        told = (self.letter.subject, self._parts(), self._recipients())
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]

    def versions(self) -> dict[str, Version]:
        """This function will return the version for each recipient, by the recipient's key."""
        made = versions_of(
            subject=self.letter.subject, parts=self._parts(), recipients=self._recipients(), family=self.family
        )
        return {one.recipient.key: one for one in made}

    def _parts(self) -> list[Part]:
        return [_part(one) for one in self.parts]

    def _recipients(self) -> list[Recipient]:
        return [_recipient(one) for one in self.recipients]


def whole(letter: Letter, *, today: date) -> WholeLetter:
    """This function will return a letter with its paragraphs, recipients and what is known of the family on the day."""
    children = children_of(letter)
    family = family_around(children, today=today)
    known = known_words(family, today=today)
    rows = LetterPart.objects.filter(letter=letter).order_by("number", "pk")
    return WholeLetter(
        letter=letter,
        children=tuple(children),
        family=family,
        parts=tuple(asked_of(row, known) for row in rows),
        recipients=tuple(LetterRecipient.objects.filter(letter=letter).order_by("pk")),
    )


def children_of(letter: Letter) -> list[Child]:
    """This function will return the children of a letter, the one whose page it stands on first."""
    if not letter.group_id:
        return [Child.every.get(pk=letter.child_id)]
    ids = Letter.objects.filter(group_id=letter.group_id).values_list("child_id", flat=True)
    return sorted(Child.every.filter(pk__in=list(ids)), key=lambda child: (child.pk != letter.child_id, child.pk))


def asked_of(row: LetterPart, known: Sequence[Known]) -> Asked:
    """This function will return a paragraph with what is found in it by what the record knows."""
    found = found_in(row.words, known)
    return Asked(
        row=row, found=tuple(found), open=tuple(unanswered(found, facts=row.facts or [], answers=row.answers or []))
    )


def needs_whom(row: LetterPart) -> bool:
    """This function will say whether a paragraph tells a fact of an adult and not of which adult."""
    return any(FACTS[fact].of_adult for fact in row.facts or () if fact in FACTS) and not row.about_adult_id


def _part(asked: Asked) -> Part:
    row = asked.row
    no_such = {f"{fact}|{' '.join(words.split()).casefold()}" for fact, words in row.answers or []}
    marks = [one for one in asked.found if one.exact and one.fact in row.facts and one.key not in no_such]
    return Part(
        number=row.number,
        words=row.words,
        facts=tuple(row.facts or ()),
        adult_id=row.about_adult_id or "",
        child_id=row.related_child_id or "",
        instead=row.instead,
        marks=tuple(Mark(fact=one.fact, words=one.words) for one in marks),
    )


def _recipient(row: LetterRecipient) -> Recipient:
    agency = row.agency
    return Recipient(
        key=row.pk,
        name=row.name,
        adult_id=row.adult_id or "",
        child_id="" if agency else row.related_child_id or "",
        agency=agency,
        only_child=row.related_child_id or "" if agency else "",
        address=row.address,
        postcode=row.postcode,
        email=row.email,
    )
