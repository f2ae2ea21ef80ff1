"""What the page of a letter shows: each paragraph with its facts, each recipient with what came of the check."""

from __future__ import annotations

from typing import Any, Protocol

from onechild.knowledge.reports.words import things
from onechild.service.govuk.parts import Tag
from onechild.service.journeys.letters.actions.sending import may_lift, still_good
from onechild.service.journeys.letters.facts import FACTS, STANDING_WORDS, names_of
from onechild.service.journeys.letters.letter import Asked, WholeLetter, needs_whom
from onechild.service.record.models import Letter, LetterRecipient, LetterStatus, WorkStep
from onechild.service.record.queries.work.steps import steps_of

STATUS_TAGS = {
    LetterStatus.OPEN: Tag("Being written", "missing"),
    LetterStatus.CHECKED: Tag("Checked", "plain"),
    LetterStatus.SENT: Tag("Sent", "done"),
    LetterStatus.DROPPED: Tag("Dropped", "plain"),
}
SAID = {
    "marked": "What the letter tells is marked.",
    "changed": "The letter is changed. Check the letter again before it leaves.",
    "taken_out": "The paragraph is taken out.",
    "recipient": "The recipient is added. Check the letter before it leaves.",
    "recipient_out": "The recipient is taken off the letter.",
    "checked": "The letter is checked. What each recipient gets stands below.",
    "not_ready": "It can’t be checked yet: answer what was found, say of whom each fact is, and add a recipient.",
    "check_again": "Something changed since the check: the words, an address, a warning or an order. Check it again.",
    "asked": "A manager is asked. You are told on My day what they say.",
    "allowed": "The letter may go to this recipient. It stands in the register of decisions.",
    "not_allowed": "The letter may not go to this recipient. It stands in the register of decisions.",
    "sent": "It is noted that the letter left. The words that left are kept.",
}


class Holder(Protocol):
    """An opened letter, as far as this needs to know it."""

    @property
    def seen(self) -> WholeLetter:
        """The letter, whole."""


class Somebody(Protocol):
    """Who looks at the page."""

    def may(self, permission: str) -> bool:
        """Whether they hold a permission."""


def page_of(letter: Holder, *, viewer: Somebody, said: str) -> dict[str, Any]:
    """This function will return the context of a letter’s page."""
    seen = letter.seen
    return {
        "letter": letter,
        "head": getattr(letter, "head", None),
        "tag": STATUS_TAGS[LetterStatus(seen.letter.status)],
        "said": SAID.get(said, ""),
        "about": [kid.name for kid in seen.family.subjects],
        "parts": [_part(one, seen) for one in seen.parts],
        "recipients": [recipient_told(letter, one, viewer=viewer) for one in seen.recipients],
        "unanswered": seen.unanswered,
        "unanswered_words": things(seen.unanswered, "thing", "things"),
        "ready": not seen.unanswered and not seen.unfinished and bool(seen.parts) and bool(seen.recipients),
        "may_write": viewer.may("do_casework") and not seen.closed,
        "may_send": viewer.may("do_casework") and seen.letter.status != LetterStatus.DROPPED,
    }


def recipient_told(letter: Holder, row: LetterRecipient, *, viewer: Somebody) -> dict[str, Any]:
    """This function will return what a page shows of one recipient."""
    seen = letter.seen
    told = row.found[0] if row.found else None
    fresh = bool(row.sent_at) or still_good(row, seen)
    steps = steps_of(row.pk)
    return {
        "row": row,
        "where": ", ".join(part for part in (row.address.replace("\n", ", "), row.postcode, row.email) if part),
        "standing": STANDING_WORDS.get(told["standing"], "") if told else "",
        "checked": told is not None and fresh,
        "stale": told is not None and not fresh,
        "blocks": _blocks(told["blocks"]) if told else [],
        "notices": told["notices"] if told else [],
        "withheld": _withheld(told["withheld"]) if told else [],
        "paragraphs": row.text.split("\n\n") if row.text else [],
        "may_lift": may_lift(row),
        "asked": _asked(steps),
        "returned": steps[-1] if steps and steps[-1].step == "returned" else None,
        "may_decide": viewer.may("approve_work"),
        "tag": _tag(row, fresh=fresh, told=told is not None),
    }


def _asked(steps: list[WorkStep]) -> WorkStep | None:
    return steps[-1] if steps and steps[-1].step == "submitted" else None


def _tag(row: LetterRecipient, *, fresh: bool, told: bool) -> Tag:
    if row.sent_at:
        return Tag("Sent", "done")
    if not told:
        return Tag("Not checked", "missing")
    if not fresh:
        return Tag("Check again", "missing")
    if row.refused:
        return Tag("May not go", "over")
    return Tag("Version without some facts", "plain") if row.withheld else Tag("Whole letter", "plain")


def _blocks(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each thing in the way, said once."""
    return list({(one["words"], one["may_lift"]): one for one in found}.values())


def _withheld(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Each fact left out once for each reason, with its paragraphs."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in found:
        places.setdefault((one["fact"], one["why"]), []).append(str(one["part"]))
    return [
        {"fact": FACTS[fact].name if fact in FACTS else fact, "why": why, "where": f"paragraph {', '.join(numbers)}"}
        for (fact, why), numbers in places.items()
    ]


def _part(asked: Asked, seen: WholeLetter) -> dict[str, Any]:
    row = asked.row
    kid = seen.family.kid(row.related_child_id) if row.related_child_id else None
    return {
        "row": row,
        "facts": names_of(list(row.facts or [])),
        "adult": seen.family.name_of(row.about_adult_id) if row.about_adult_id else "",
        "kid": kid.name if kid else "",
        "open": len(asked.open),
        "needs_whom": needs_whom(row),
    }


def status_tag(row: Letter) -> Tag:
    """This function will return the tag that says where a letter stands."""
    return STATUS_TAGS[LetterStatus(row.status)]
