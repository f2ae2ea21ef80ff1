"""Allegations against people who work with children, as the designated officer hears of them."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.asked.arriving import arriving
from onechild.knowledge.invented.records.steps.taking import done

A_YEAR = 110
# Four in five are resolved within a month, nine in ten within three; a few take most of a year.
WITHIN = (((3, 28), 80), ((32, 88), 11), ((95, 330), 7), (None, 2))


def write_allegations(council: Council, *, until: int) -> None:
    """This function will write allegations, up to a day."""
    for count, told in arriving(council, "allegations", A_YEAR, until=until):
        chance = council.stream("allegation", count)
        reported = done(chance, told, working_after(told, 1), late=0.12, never=0.0, over=8) or working_after(told, 1)
        within = choose(chance, WITHIN)
        council.book.write(
            "allegations",
            allegation_id=f"AG{count:05d}", happened_on=told, reported_on=reported, recorded_on=reported,
            resolved_on=None if within is None else working_after(reported + chance.randint(*within), 0),
        )  # fmt: skip
