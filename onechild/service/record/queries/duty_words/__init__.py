"""The words of each clock's duty in a list of work, a topic a module."""

from onechild.service.record.queries.duty_words import (
    adoption,
    child_in_need,
    court,
    education_plans,
    fostering,
    front_door,
    health,
    hours,
    in_care,
    information,
    leaving_care,
    oversight,
    placements,
    protection,
    workforce,
)
from onechild.service.record.queries.duty_words.model import OWNERS, PARTS, Next, Owner, Words

__all__ = ["OWNERS", "PARTS", "VISITS", "WORDS", "Next", "Owner", "Words"]

WORDS: dict[str, Words] = {
    **front_door.WORDS,
    **protection.WORDS,
    **child_in_need.WORDS,
    **court.WORDS,
    **oversight.WORDS,
    **in_care.WORDS,
    **placements.WORDS,
    **health.WORDS,
    **adoption.WORDS,
    **leaving_care.WORDS,
    **education_plans.WORDS,
    **hours.WORDS,
    **fostering.WORDS,
    **workforce.WORDS,
    **information.WORDS,
}
VISITS = tuple(key for key, words in WORDS.items() if words.next_kind == "visit")
