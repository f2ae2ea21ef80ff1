"""The classes of restricted record, as data: whether others are told that there is one, and who may open it in need."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.knowledge.codesets import codeset


@dataclass(frozen=True)
class RestrictionClass:
    """Why a record is restricted, by its code of the list `restriction`.

    Where existence is `told`, others see that there is a restricted record; else it answers them as if there were none.
    Where it is `sensitive`, breaking the glass waits until a second person grants it.
    """

    key: str
    told: bool = False
    sensitive: bool = True

    @property
    def words(self) -> str:
        """The class in words."""
        known = codeset("restriction")
        return (known.label(self.key) if self.key in known else None) or self.key


CLASSES: dict[str, RestrictionClass] = {
    "ordinary": RestrictionClass("ordinary", told=True, sensitive=False),
    "forced_marriage": RestrictionClass("forced_marriage"),
    "honour_based_abuse": RestrictionClass("honour_based_abuse"),
    "fgm": RestrictionClass("fgm"),
    "staff_family": RestrictionClass("staff_family"),
    "adoption": RestrictionClass("adoption"),
    "witness_protection": RestrictionClass("witness_protection"),
    "other_sensitive": RestrictionClass("other_sensitive"),
}

# Why somebody breaks the glass: a short key and its words.
GLASS_REASONS: dict[str, str] = {
    "child_at_risk": "A child may be at risk now, and I must act",
    "out_of_hours": "I am covering out of hours",
    "covering": "I am covering for a worker who is away",
    "linked_child": "I work with a brother, sister or other child of this family",
    "court": "A court has asked for this today",
    "other": "Another reason, which I say below",
}
USUAL_HOURS = 24
MOST_HOURS = 72


def class_of(key: str) -> RestrictionClass:
    """This function will return the class; one that is not known is taken as sensitive, and nobody is told of it."""
    return CLASSES.get(key) or RestrictionClass(key)
