"""How a recipient stands to a child, where a letter arrives, and whom it must not help to find somebody."""

from __future__ import annotations

from collections.abc import Iterator

from onechild.service.journeys.letters.facts import (
    CARER,
    FAMILY,
    PAST,
    PROFESSIONAL,
    RESPONSIBLE,
    SELF,
    STANDING_WORDS,
    STRANGER,
)
from onechild.service.journeys.letters.family import Family, Kid, Order, Reach, Recipient, Tie
from onechild.service.journeys.letters.matching import same_place, tokens

CARERS = ("carer", "special_guardian", "adoptive_parent")
# Warnings that keep whereabouts from the adult whom they name; those of the second line from all outside the home too,
# where they name nobody.
GUARDING = (
    "do_not_disclose", "contact_arrangement", "protection_order",
    "risky_adult", "domestic_abuse_conference", "safeguarding_agreement",
)  # fmt: skip
GUARDING_FROM_ALL = GUARDING[:3]


def standing(who: Recipient, kid: Kid, family: Family) -> str:
    """This function will return how a recipient stands to a child, as a key of STANDING_WORDS."""
    if who.agency:
        return PROFESSIONAL if not who.only_child or who.only_child == kid.child_id else STRANGER
    if who.child_id:
        return SELF if who.child_id == kid.child_id else STRANGER
    ties = [tie for tie in family.ties if tie.adult_id == who.adult_id and tie.child_id == kid.child_id]
    now = [tie for tie in ties if not tie.ended]
    if not now:
        return PAST if ties else STRANGER
    if any(tie.responsible for tie in now):
        return RESPONSIBLE
    if any(tie.relation in CARERS for tie in now):
        return CARER
    return PROFESSIONAL if all(tie.relation == "professional" for tie in now) else FAMILY


def lives_with(who: Recipient, family: Family) -> bool:
    """This function will say whether a recipient lives, as far as is recorded, with a child of the letter or is one."""
    if who.child_id:
        return True
    mine = [tie for tie in family.ties if tie.adult_id == who.adult_id and not tie.ended]
    return any(tie.lives_with for tie in mine if (kid := family.kid(tie.child_id)) and kid.in_letter)


def at_home(who: Recipient, kid: Kid) -> bool:
    """This function will say whether the letter goes to where the child lives."""
    return bool(kid.address or kid.postcode) and same_place(who.address, who.postcode, kid.address, kid.postcode)


def guarded_from(who: Recipient, family: Family, *, others: tuple[Recipient, ...] = ()) -> list[str]:
    """This function will return, in sentences, why whereabouts are kept from a recipient; none where nothing says so.

    `others` are the letter’s other recipients: one who is guarded from may open what comes to their address.
    """
    if who.agency:
        return []
    reasons = list(_own(who, family))
    for adult in family.adults:
        if adult.adult_id != who.adult_id and not adult.dead and _shares(who, adult.adult_id, family, others):
            other = Recipient(key="", name=adult.name, adult_id=adult.adult_id)
            if any(True for _ in _named(other, family)):
                reasons.append(f"The letter will be opened at the same address as {family.name_of(adult.adult_id)}.")
    return list(dict.fromkeys(reasons))


def against(order: Order, who: Recipient) -> bool:
    """This function will say whether an order stands against a recipient: the adult linked, else one of that name."""
    if not who.adult_id:
        return False
    if order.adult_id:
        return order.adult_id == who.adult_id
    name = tokens(who.name)
    return bool(name) and set(name) <= set(tokens(order.against_words))


def _own(who: Recipient, family: Family) -> Iterator[str]:
    yield from _named(who, family)
    if who.child_id or lives_with(who, family):
        return
    for warning in family.warnings:
        if not warning.adult_id and warning.kind in GUARDING_FROM_ALL:
            kind = _small(warning.kind_words)
            words = f"A warning on the record ({kind}) names nobody, so it is taken to mean everybody."
            yield family.said(words, warning.child_id)
    for order in family.orders:
        if not order.adult_id and not against(order, who) and _forbids(order):
            words = (
                f"{order.kind_words}: whom it is against is not linked to anybody, so it is taken to mean everybody."
            )
            yield family.said(words, order.child_id)


def _named(who: Recipient, family: Family) -> Iterator[str]:
    """What names this adult."""
    if not who.adult_id:
        return
    for warning in family.warnings:
        if warning.adult_id == who.adult_id and warning.kind in GUARDING:
            words = f"A warning in force is about {who.name}: {_small(warning.kind_words)}."
            yield family.said(words, warning.child_id)
    for order in family.orders:
        if against(order, who) and _forbids(order):
            yield family.said(f"{order.kind_words} stands against {who.name}.", order.child_id)


def _forbids(order: Order) -> bool:
    return order.forbids_address is not False or order.forbids_contact is not False


def _shares(who: Recipient, adult_id: str, family: Family, others: tuple[Recipient, ...]) -> bool:
    """Whether what comes to the recipient may be opened by this adult."""
    if goes_to(who, adult_id, family):
        return True
    if any(other.adult_id == adult_id and _same(who, other) for other in others):
        return True
    homes = [kid for kid in family.kids if _lives_there(adult_id, kid, family)]
    return any(at_home(who, kid) or _lives_there(who.adult_id, kid, family) for kid in homes)


def _same(who: Recipient, other: Recipient) -> bool:
    return same_place(who.address, who.postcode, other.address, other.postcode) or bool(
        who.email and who.email.casefold() == other.email.casefold()
    )


def _lives_there(adult_id: str, kid: Kid, family: Family) -> bool:
    return any(_home(tie) for tie in family.ties if tie.adult_id == adult_id and tie.child_id == kid.child_id)


def _home(tie: Tie) -> bool:
    return bool(tie.lives_with) and not tie.ended


def unsafe_at(who: Recipient, family: Family) -> Reach | None:
    """This function will return the place of the recipient’s own that is noted as not safe, if this is it."""
    return next(
        (one for one in family.reaches if one.adult_id == who.adult_id and one.safe is False and _at(who, one)), None
    )


def secret_at(who: Recipient, family: Family, *, guarded: bool) -> str:
    """This function will return whose secret address the letter would go to, in words; empty where it is nobody’s else.

    Two who live together at a secret address may both be written to there, unless one of them is guarded from.
    """
    own = not guarded and bool(who.adult_id) and goes_to(who, who.adult_id, family)
    for one in family.reaches:
        if one.secret and one.kind == "address" and one.adult_id != who.adult_id and _at(who, one) and not own:
            known = any(tie.adult_id == one.adult_id and family.is_own(tie.child_id) for tie in family.ties)
            whose = f" of {family.name_of(one.adult_id)}" if known else ""
            return f"an address{whose} that is not to be disclosed"
    return ""


def goes_to(who: Recipient, adult_id: str, family: Family) -> bool:
    """This function will say whether what is sent to a recipient arrives at a place that is recorded of an adult."""
    return any(_at(who, one) for one in family.reaches if one.adult_id == adult_id)


def _at(who: Recipient, one: Reach) -> bool:
    if one.kind == "address":
        return same_place(who.address, who.postcode, one.value, one.postcode)
    return one.kind == "email" and bool(who.email) and who.email.casefold() == one.value.casefold()


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def nearest(who: Recipient, family: Family) -> str:
    """This function will return the nearest that a recipient stands to any child of the letter."""
    stands = [standing(who, kid, family) for kid in family.subjects]
    return next((key for key in STANDING_WORDS if key in stands), STRANGER)


def adopter(who: Recipient, family: Family) -> bool:
    """This function will say whether a recipient is the child or adopted them."""
    mine = [tie for tie in family.ties if tie.adult_id == who.adult_id and not tie.ended]
    return bool(who.child_id) or any(tie.relation == "adoptive_parent" for tie in mine)
