"""The rules of safe letters: what is withheld from each recipient and why, and to whom a letter may not go at all.

Pure: everything comes as plain data (`family.py`), so that each rule can be read and tested by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onechild.service.journeys.letters.facts import FACTS, NEAR, PAST, PROFESSIONAL, STANDING_WORDS, STRANGER
from onechild.service.journeys.letters.family import Family, Kid, Part, Recipient
from onechild.service.journeys.letters.refusing import Block, blocks_of, leaks_of
from onechild.service.journeys.letters.standing import adopter, at_home, guarded_from, lives_with, nearest, standing

NOTHING_LEFT = "Nothing of the letter is left that this reader may know."


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """A fact left out of one paragraph for one recipient, and why."""

    part: int
    fact: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Version:
    """What came of the check for one recipient. `paragraphs` are the words that may leave; none where nobody may lift
    what is in the way."""

    recipient: Recipient
    standing: str
    withheld: tuple[Withheld, ...]
    blocks: tuple[Block, ...]
    notices: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def refused(self) -> bool:
        """Whether the letter may not go to this recipient as it stands."""
        return bool(self.blocks)

    @property
    def may_lift(self) -> bool:
        """Whether a manager may let it go all the same."""
        return self.refused and all(block.may_lift for block in self.blocks)


def versions_of(
    *, subject: str, parts: Sequence[Part], recipients: Sequence[Recipient], family: Family
) -> list[Version]:
    """This function will return the version of the letter for each recipient, in their order.

    No marked words of a fact that is withheld from a recipient ever stand in their version: where they would, there is
    no version, and the block says which paragraph tells them.
    """
    return [
        _version(subject, parts, who, family, tuple(one for one in recipients if one.key != who.key))
        for who in recipients
    ]


def _version(
    subject: str, parts: Sequence[Part], who: Recipient, family: Family, others: tuple[Recipient, ...]
) -> Version:
    guarded = guarded_from(who, family, others=others)
    left_out = [
        Withheld(part=part.number, fact=fact, why=why)
        for part in parts
        for fact in part.facts
        if (why := why_withheld(fact, part, who, family, guarded))
    ]
    not_theirs = {part.number for part in parts if not _theirs(part, who, family)}
    changed = {one.part for one in left_out}
    paragraphs = [words for part in parts if (words := _words(part, changed, not_theirs))]
    gone = {(one.part, one.fact) for one in left_out}
    kept_from = [
        mark.words
        for part in parts
        for mark in part.marks
        if (part.number, mark.fact) in gone or part.number in not_theirs
    ]
    blocks = [
        *blocks_of(who, family, guarded),
        *leaks_of(
            subject=subject,
            paragraphs=paragraphs,
            kept_from=kept_from,
            who=who,
            family=family,
            guarded=bool(guarded),
        ),
    ]
    if not paragraphs:
        blocks.append(Block(words=NOTHING_LEFT))
    whole = all(block.may_lift for block in blocks)
    return Version(
        recipient=who,
        standing=nearest(who, family),
        withheld=tuple(left_out),
        blocks=tuple(blocks),
        notices=tuple(_notices(who, family, not_theirs)),
        paragraphs=tuple(paragraphs) if whole else (),
    )


def _words(part: Part, changed: set[int], not_theirs: set[int]) -> str:
    return part.instead if part.number in changed | not_theirs else part.words


def why_withheld(fact: str, part: Part, who: Recipient, family: Family, guarded: Sequence[str]) -> str:
    """This function will return why a fact of a paragraph is withheld from a recipient, in a sentence; empty where not.

    `guarded` is what `guarded_from` said of the recipient.
    """
    known = FACTS[fact]
    own = bool(part.adult_id) and part.adult_id == who.adult_id
    if known.of_adult:
        return _of_adult(fact, part, who, family, own)
    if known.whereabouts and guarded and not _knows_already(fact, part, who, family):
        return guarded[0]
    if fact == "other_child":
        return _of_another(part, who, family)
    adopted = [kid.child_id for kid in _subjects(part, family) if kid.adopted]
    if fact == "new_name" and adopted and not adopter(who, family):
        return family.said("The child is adopted: a new name is told to nobody but the adopters.", *adopted)
    enquired = [kid.child_id for kid in _subjects(part, family) if kid.enquiry_open]
    if fact == "allegation_details" and own and enquired:
        return family.said(f"It is alleged against {who.name}, and an enquiry is open.", *enquired)
    if fact in ("health", "immigration") and part.adult_id:
        return _of_adult(fact, part, who, family, own)
    return _by_standing(known.knowing, part, who, family)


def _of_adult(fact: str, part: Part, who: Recipient, family: Family, own: bool) -> str:
    """Why a fact of an adult is withheld: it is theirs, and their workers’; a secret one only theirs."""
    if own:
        return ""
    name = family.name_of(part.adult_id) if part.adult_id else "an adult"
    secret = any(one.secret for one in family.reaches if one.adult_id == part.adult_id)
    if FACTS[fact].whereabouts and secret:
        return f"How to reach {name} is not to be disclosed to anybody."
    return (
        "" if who.agency or nearest(who, family) == PROFESSIONAL else f"It is about {name}, and nobody else’s to read."
    )


def _of_another(part: Part, who: Recipient, family: Family) -> str:
    """Why something about another child is withheld; `part.child_id` says which, where it is one of the family."""
    if who.agency and not who.only_child:
        return ""
    kid = family.kid(part.child_id) if part.child_id else None
    if kid is not None and standing(who, kid, family) in NEAR:
        return ""
    return f"It is about {kid.name if kid else 'another child'}, and this reader {_has_no_part(who)}."


def _has_no_part(who: Recipient) -> str:
    return "works with another child" if who.agency else "has no part in deciding for that child"


def _by_standing(knowing: frozenset[str], part: Part, who: Recipient, family: Family) -> str:
    for kid in _subjects(part, family):
        stands = standing(who, kid, family)
        if stands not in knowing:
            return f"{who.name} {STANDING_WORDS[stands].replace('the child', kid.name)}."
    return ""


def _knows_already(fact: str, part: Part, who: Recipient, family: Family) -> bool:
    """Whether they live where it tells of: nobody’s own home is a secret from them."""
    subjects = _subjects(part, family)
    return (
        fact == "childs_address"
        and bool(subjects)
        and lives_with(who, family)
        and all(at_home(who, kid) for kid in subjects)
    )


def _subjects(part: Part, family: Family) -> list[Kid]:
    """The children whom a paragraph is about: the one named, of the letter or not, else all of the letter."""
    return [kid for kid in family.kids if (kid.child_id == part.child_id if part.child_id else kid.in_letter)]


def _theirs(part: Part, who: Recipient, family: Family) -> bool:
    """Whether a paragraph about one child is for this reader, who may have to do with another one only."""
    kid = family.kid(part.child_id) if part.child_id else None
    far = (STRANGER, PAST)
    return kid is None or standing(who, kid, family) not in far or nearest(who, family) in far


def _notices(who: Recipient, family: Family, not_theirs: set[int]) -> Iterator[str]:
    if not (who.address or who.postcode or who.email):
        yield "No address is given: it can only be handed over."
    if not_theirs:
        yield "What the letter says of a child with whom this reader has nothing to do is left out."
    if family.unseen:
        yield "A brother or sister has a record that you may not open: what it warns of was not looked at."
    for kid in family.subjects:
        if kid.restricted and not kid.sensitive:
            yield f"The record of {kid.name} is restricted: be sure who opens the post."
