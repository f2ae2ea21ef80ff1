"""Patterns at the front door: contacts that nobody assessed, and families sent away who came back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from onechild.service.journeys.assessment.history.model import Fact, Past, Pattern
from onechild.service.journeys.assessment.history.saying import month

TWO_YEARS, A_YEAR = timedelta(days=730), timedelta(days=365)
SENT_AWAY = ("early_help", "advice", "no_further_action", "other_service")
MANY = 3
FAMILY = ("child", "sibling")


def contacts_unassessed(past: Past) -> Pattern | None:
    """Three or more days of contact about one child in two years, and no assessment began since the first of them.

    A contact about an open case goes to its worker, and is none of these.
    """
    found: list[Fact] = []
    said = []
    for child_id, contacts in by_child(past.of("contact", ties=FAMILY)).items():
        assessed = [fact.on for fact in past.of("assessment_began") if fact.child_id == child_id]
        since = max([*assessed, past.today - TWO_YEARS])
        mine = [fact for fact in contacts if fact.on > since and not fact.detail.get("worked_already")]
        if len({fact.on for fact in mine}) >= MANY:
            found += mine
            said.append(f"{len(mine)} contacts about {past.name(child_id)} since {month(mine[0].on)}")
    if not found:
        return None
    return Pattern(
        key="contacts_unassessed",
        says=f"{'; '.join(said)}: no assessment before this one.",
        sources=tuple(found),
    )


def came_back(past: Past) -> Pattern | None:
    """Sent to early help, or no further action at the front door, and another contact or referral within a year."""
    found: list[Fact] = []
    times, names = 0, []
    returns = by_child(past.of("contact", "referral_began", ties=FAMILY))
    for sent in past.of("front_door_decision", "early_help_ended", ties=FAMILY):
        if sent.what == "front_door_decision" and sent.detail.get("outcome") not in SENT_AWAY:
            continue
        back = next((one for one in returns.get(sent.child_id, ()) if sent.on < one.on <= sent.on + A_YEAR), None)
        if back is not None:
            found += [sent, back]
            times += 1
            names.append(past.name(sent.child_id))
    if not found:
        return None
    often = "once" if times == 1 else f"{times} times"
    return Pattern(
        key="came_back",
        says=f"Sent to early help, or closed at the front door, {often}, and back within a year: {listed(names)}.",
        sources=_once(found),
    )


def by_child(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """This function will return the facts of each child, in the order that they came."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.child_id].append(fact)
    return found


def listed(names: Iterable[str]) -> str:
    """ "Kayden, Skye and Reuben", each once."""
    once = list(dict.fromkeys(name for name in names if name))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}" if once else ""


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({fact.source: fact for fact in facts}.values())
