"""To whom a letter may not go as it stands, and why; and words that would tell what is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onechild.service.journeys.letters.facts import (
    CARER,
    PAST,
    PROFESSIONAL,
    SELF,
    STANDING_WORDS,
    STRANGER,
)
from onechild.service.journeys.letters.family import UNSAID, Family, Recipient
from onechild.service.journeys.letters.matching import first_line, occurs
from onechild.service.journeys.letters.standing import (
    adopter,
    against,
    at_home,
    goes_to,
    lives_with,
    nearest,
    secret_at,
    unsafe_at,
)


@dataclass(frozen=True, kw_only=True)
class Block:
    """Why a letter may not go to a recipient. Some a manager may lift with a reason; some nobody may."""

    words: str
    may_lift: bool = False


def blocks_of(who: Recipient, family: Family, guarded: Sequence[str]) -> Iterator[Block]:
    """This function will yield what stands in the way of a letter to a recipient, of whom `guarded` says why."""
    stands = nearest(who, family)
    outside = bool(who.agency) or stands == PROFESSIONAL
    if any(one.dead for one in family.adults if one.adult_id == who.adult_id):
        yield Block(words=f"{who.name} has died.")
    yield from _silence(who, family, outside)
    yield from _addresses(who, family, guarded)
    if who.adult_id and stands in (PAST, STRANGER):
        yield Block(words=f"{who.name} {STANDING_WORDS[stands]}.", may_lift=True)
    for order in family.orders:
        if order.forbids_contact is not False and against(order, who):
            words = family.said(f"{order.kind_words}: it forbids {who.name} contact.", order.child_id)
            yield Block(words=words, may_lift=True)
    for kid in family.subjects:
        if kid.adopted and not outside and stands not in (SELF, CARER) and not adopter(who, family):
            words = f"{kid.name} is adopted: a manager decides what goes to anybody before."
            yield Block(words=family.said(words, kid.child_id), may_lift=True)
        elif kid.sensitive:
            words = f"The record of {kid.name} is specially protected: a manager reads it first."
            yield Block(words=family.said(words, kid.child_id), may_lift=True)


def _silence(who: Recipient, family: Family, outside: bool) -> Iterator[Block]:
    """Where the family must not hear of it, nothing goes to the family, nor to where the family lives.

    All that is about other children is one block, that says nothing of whom or why.
    """
    kinds = [one.kind_words.lower() if family.is_own(one.child_id) else "" for one in family.silent]
    for kind in dict.fromkeys(kinds):
        if who.child_id:
            words = f"There is work on {kind}: a letter to a child is opened at home. Use the safe way to reach them."
            yield Block(words=words if kind else UNSAID, may_lift=True)
        elif not outside:
            words = f"There is work on {kind}: no letter goes to anybody of the family."
            yield Block(words=words if kind else UNSAID)
        elif any(at_home(who, kid) for kid in family.kids) or _somebody_elses(who, family):
            words = f"There is work on {kind}, and somebody of the family lives at this address."
            yield Block(words=words if kind else UNSAID)


def _somebody_elses(who: Recipient, family: Family) -> bool:
    """Whether the letter arrives at a place of another adult."""
    return any(goes_to(who, one.adult_id, family) for one in family.adults if one.adult_id != who.adult_id)


def _addresses(who: Recipient, family: Family, guarded: Sequence[str]) -> Iterator[Block]:
    if guarded and not lives_with(who, family):
        there = sorted(
            (kid for kid in family.kids if at_home(who, kid)), key=lambda kid: not family.is_own(kid.child_id)
        )
        for kid in there[:1]:
            words = f"This is where {kid.name} lives, which {who.name} must not know. Put the address right."
            yield Block(words=family.said(words, kid.child_id))
    if whose := secret_at(who, family, guarded=bool(guarded)):
        yield Block(words=f"This is {whose}. Put the address right.")
    if unsafe_at(who, family):
        yield Block(words=f"It is noted that writing to {who.name} there is not safe.", may_lift=True)


def leaks_of(
    *, subject: str, paragraphs: Sequence[str], kept_from: Sequence[str], who: Recipient, family: Family, guarded: bool
) -> Iterator[Block]:
    """This function will yield a block for words that are kept from a recipient and still stand in their version.

    `kept_from` are the marked words of what is withheld. The subject, and what stands instead, are looked through too.
    """
    for words in dict.fromkeys([*kept_from, *_known_secrets(who, family, guarded)]):
        places = [f"paragraph {number}" for number, text in enumerate(paragraphs, start=1) if occurs(words, text)]
        if occurs(words, subject):
            places.insert(0, "the subject")
        if places:
            where = " and ".join(places)
            yield Block(words=f"“{words}” is kept from {who.name}, and still stands in {where} of their version.")


def _known_secrets(who: Recipient, family: Family, guarded: bool) -> Iterator[str]:
    """Addresses and numbers that the record itself keeps from this recipient, whether or not anybody marked them."""
    for one in family.reaches:
        if one.secret and one.adult_id != who.adult_id:
            yield from (
                words
                for words in (first_line(one.value) if one.kind == "address" else one.value, one.postcode)
                if words
            )
    if guarded:
        for kid in family.kids:
            if not (lives_with(who, family) and at_home(who, kid)):
                yield from (words for words in (first_line(kid.address), kid.postcode) if words)
