"""What a letter may tell that somebody must not know, as data: a key, a name, a sentence, who may know."""

from __future__ import annotations

from dataclasses import dataclass

# How a recipient stands to a child, from nearest to farthest.
SELF, RESPONSIBLE, CARER, PROFESSIONAL, FAMILY, PAST, STRANGER = (
    "self",
    "responsible",
    "carer",
    "professional",
    "family",
    "past",
    "stranger",
)
STANDING_WORDS = {
    SELF: "the child",
    RESPONSIBLE: "has parental responsibility",
    CARER: "cares for the child",
    PROFESSIONAL: "works with the child",
    FAMILY: "has no parental responsibility that is recorded",
    PAST: "is no longer around the child",
    STRANGER: "is nobody to the child, as far as is recorded",
}
NEAR = frozenset({SELF, RESPONSIBLE, CARER, PROFESSIONAL})


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that can be told. `of_adult` means that it is always about one adult, who may know it themselves.

    `whereabouts` marks what leads to where somebody is: it is kept from whoever somebody is protected from.
    `knowing` are the standings that may know it where nothing speaks against it.
    """

    key: str
    name: str
    says: str
    knowing: frozenset[str] = NEAR
    of_adult: bool = False
    whereabouts: bool = False


_ADULTS = frozenset({PROFESSIONAL})
_FACTS = (
    Fact(
        key="childs_address",
        name="Where the child lives",
        says="An address, or anything that leads to it: a street, a bus, a view.",
        whereabouts=True,
    ),
    Fact(
        key="placement_address",
        name="Where the child is placed",
        says="The address or the area of foster carers, a home or relatives.",
        whereabouts=True,
    ),
    Fact(
        key="school", name="School or nursery", says="Its name, its place, when the day begins or ends.",
        whereabouts=True,
    ),
    Fact(
        key="whereabouts",
        name="When and where somebody can be met",
        says="A clinic, a club, family time, a meeting: a place with its time.",
        knowing=NEAR | {FAMILY},
        whereabouts=True,
    ),
    Fact(
        key="carers_names", name="Carers’ names", says="Names of foster carers or of whoever cares for the child.",
        whereabouts=True,
    ),
    Fact(
        key="new_name", name="A new name", says="A name taken so as not to be found, or given by adoption.",
        whereabouts=True,
    ),
    Fact(
        key="adults_address", name="Where an adult lives", says="A parent’s, a relative’s or a refuge’s address.",
        knowing=_ADULTS, of_adult=True, whereabouts=True,
    ),
    Fact(
        key="adults_phone", name="How to reach an adult", says="A telephone number or an e-mail address.",
        knowing=_ADULTS, of_adult=True, whereabouts=True,
    ),
    Fact(
        key="adults_past",
        name="An adult’s health or past",
        says="Illness, treatment, drink or drugs, convictions, their own childhood.",
        knowing=_ADULTS,
        of_adult=True,
    ),
    Fact(
        key="allegation_details",
        name="What was alleged",
        says="Who said what was done to whom.",
        knowing=frozenset({RESPONSIBLE, PROFESSIONAL}),
    ),
    Fact(
        key="referrer_identity",
        name="Who told us",
        says="The name or the part of whoever made the contact, or anything that gives them away.",
        knowing=frozenset({PROFESSIONAL}),
    ),
    Fact(key="health", name="The child’s health", says="Illness, treatment, a diagnosis, a pregnancy."),
    Fact(key="legal_plans", name="Legal plans", says="Legal advice, proceedings, an order that may be asked for."),
    Fact(
        key="immigration",
        name="Immigration",
        says="Somebody’s status, claim or visa.",
        knowing=frozenset({SELF, RESPONSIBLE, PROFESSIONAL}),
    ),
    Fact(
        key="other_child",
        name="Another child",
        says="Anything about a child besides the one that the reader has to do with.",
        knowing=frozenset({PROFESSIONAL}),
    ),
)  # fmt: skip
FACTS: dict[str, Fact] = {fact.key: fact for fact in _FACTS}
WHEREABOUTS = frozenset(fact.key for fact in _FACTS if fact.whereabouts)


def names_of(keys: list[str] | tuple[str, ...]) -> list[str]:
    """This function will return the names of facts by their keys, in the order of the list."""
    return [fact.name for fact in _FACTS if fact.key in keys]
