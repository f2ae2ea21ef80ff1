"""What there is to see before a contact is decided: the decider ticks what they used; nothing is ticked for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.journeys.front_door.board.words import agency, source_words
from onechild.service.journeys.front_door.taking_in.queries.history import History, histories_of
from onechild.service.record.models import Intake, IntakeChild, PartnerCheck


@dataclass(frozen=True, kw_only=True)
class ToSee:
    """All that stands beside a decision: the children, their histories, the checks, and each as something to tick."""

    children: Sequence[IntakeChild]
    names: Sequence[str]
    histories: Sequence[History]
    checks: Sequence[PartnerCheck]
    ticks: Sequence[tuple[str, str]]

    def used(self, ticked: Sequence[str]) -> list[str]:
        """This function will return what was used in words, then what was there and was not used."""
        lines = [words for key, words in self.ticks if key in ticked]
        unused = [words for key, words in self.ticks if key not in ticked]
        return [*lines, *([f"Not used: {'; '.join(unused)}"] if unused else [])]


def to_see(intake: Intake, *, today: date) -> ToSee:
    """This function will return what there is to see about a contact, for whoever is about to decide on it."""
    children = list(IntakeChild.objects.filter(intake=intake).order_by("number", "pk"))
    linked = [str(one.child_id) for one in children if one.child_id]
    contacts = [str(one.contact_id) for one in children if one.contact_id]
    histories = histories_of(linked, but=contacts, today=today)
    checks = list(PartnerCheck.objects.filter(intake=intake).order_by("asked_at", "pk"))
    heads = {one.head.child_id: one.head for one in histories}
    names = [
        heads[one.child_id].first_name if one.child_id in heads else one.forename or f"child {one.number}"
        for one in children
    ]
    return ToSee(
        children=children, names=names, histories=histories, checks=checks, ticks=_ticks(intake, histories, checks)
    )


def _ticks(intake: Intake, histories: Sequence[History], checks: Sequence[PartnerCheck]) -> list[tuple[str, str]]:
    found = [("told", f"What was told ({source_words(intake)})")]
    for place, one in enumerate(histories):
        first = one.head.first_name
        count = f" ({len(one.before)})" if one.before else ": nothing earlier is recorded"
        found.append((f"history-{place}", f"{first}’s history{count}"))
        if one.sent_away:
            found.append((f"away-{place}", f"That {first} was sent away before and came back ({len(one.sent_away)})"))
        if one.care:
            found.append((f"care-{place}", f"{first}’s warnings and orders ({len(one.care)})"))
    for check in checks:
        if check.answered_at:
            said = "nothing known" if check.nothing_known else "what they answered"
            found.append((f"check-{check.pk}", f"{agency(check)}: {said}"))
    if intake.suggested:
        found.append(("screener", "What the screener wrote"))
    return found
