"""Checks a letter for each recipient, lets a manager lift what is in the way, and notes that it left."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any

from onechild.service.journeys.letters.actions.writing import Closed, mark
from onechild.service.journeys.letters.checking import Version
from onechild.service.journeys.letters.letter import WholeLetter, children_of, whole
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter_for_all
from onechild.service.record.actions.work.steps import note_step, refuse_own_work
from onechild.service.record.models import Letter, LetterRecipient, LetterStatus, WorkStepKind

TABLE = "letter_recipients"
BREAK = "\n\n"


class NotReady(Exception):
    """There is something to answer before the letter can be checked: what was found, of whom a fact is, a recipient."""


class CheckAgain(Exception):
    """Something changed since the check: the words, an address, a warning, an order, who lives where."""


class MayNotLift(Exception):
    """Nobody may let this go: it has to be put right."""


def check(*, letter: Letter, by: Person, now: datetime, today: date) -> WholeLetter:
    """This function will check a letter for each recipient to whom it has not gone, and keep what came of it.

    What a manager lifted stays lifted as long as nothing changed since. Raises NotReady, and Closed for one dropped.
    """
    with change_set(by=by, kind="edit", words="Letter checked"):
        row = _locked(letter)
        seen = whole(row, today=today)
        if row.status == LetterStatus.DROPPED:
            raise Closed
        if seen.unanswered or seen.unfinished or not seen.parts or not seen.recipients:
            raise NotReady
        versions, printed = seen.versions(), seen.print()
        for one in seen.recipients:
            if one.sent_at is None:
                _keep(one, versions[one.pk], printed, now, unseen=bool(seen.family.unseen))
        mark(row, LetterStatus.CHECKED)
    return seen


def ask_to_lift(
    *, recipient: LetterRecipient, why: str, worker_id: str | None, by: Person, now: datetime, today: date
) -> None:
    """Ask a manager to let a letter go to a recipient all the same. Raises MayNotLift where nobody may."""
    with change_set(by=by, kind="edit", words="Asked to let a letter go"):
        row = _recipient(recipient)
        if not row.refused or not may_lift(row):
            raise MayNotLift
        _step(row, WorkStepKind.SUBMITTED, why, worker_id, by, now, today)


def decide(
    *, recipient: LetterRecipient, allowed: bool, reason: str, worker_id: str | None, by: Person, now: datetime,
    today: date,
) -> None:  # fmt: skip
    """Let a letter go to a recipient all the same, or not; it goes into the register of each child of the letter.

    Facts withheld stay withheld. Raises OwnWork for whoever asked or wrote it, MayNotLift, and CheckAgain
    where things changed.
    """
    with change_set(by=by, kind="edit", words="A letter let go" if allowed else "A letter not let go"):
        row = _recipient(recipient)
        refuse_own_work(
            about_id=row.pk,
            worker_id=worker_id,
            by=by,
            written_by_id=row.letter.written_by_id,
            written_by_name=row.letter.written_by_name,
        )
        if not row.refused or not may_lift(row):
            raise MayNotLift
        if not still_good(row, whole(row.letter, today=today)):
            raise CheckAgain
        step = WorkStepKind.APPROVED if allowed else WorkStepKind.RETURNED
        _step(row, step, reason, worker_id, by, now, today)
        enter_for_all(
            Decided(
                kind="letter",
                outcome="allowed" if allowed else "not_allowed",
                outcome_words=f"The letter may go to {row.name}" if allowed else f"The letter may not go to {row.name}",
                reason=reason,
                options="Let it go to this recipient, or not",
                seen=_seen(row),
                about=TABLE,
                about_id=row.pk,
            ),
            children=children_of(row.letter),
            worker_id=worker_id,
            by=by,
            now=now,
            today=today,
        )
        if allowed:
            row.refused, row.allowed_by_name, row.allowed_reason = False, by.name, reason
            row.save(update_fields=["refused", "allowed_by_name", "allowed_reason"])


def send(*, recipient: LetterRecipient, how: str, by: Person, now: datetime, today: date) -> None:
    """Note that a recipient’s version left, how and when. Raises CheckAgain where anything changed since the check,
    MayNotLift where it is refused."""
    with change_set(by=by, kind="edit", words="Letter sent"):
        row = _recipient(recipient)
        if row.sent_at is not None:
            raise Closed
        if not still_good(row, whole(row.letter, today=today)):
            raise CheckAgain
        if row.refused or not row.text:
            raise MayNotLift
        row.sent_at, row.sent_by_name, row.sent_how = now, by.name, how
        row.save(update_fields=["sent_at", "sent_by_name", "sent_how"])
        if not LetterRecipient.objects.filter(letter=row.letter, sent_at__isnull=True, refused=False).exists():
            mark(row.letter, LetterStatus.SENT)


def may_lift(row: LetterRecipient) -> bool:
    """This function will say whether a manager may lift what is in the way of a recipient, as it was checked."""
    told = row.found[0] if row.found else {"blocks": []}
    return bool(told["blocks"]) and all(block["may_lift"] for block in told["blocks"])


def still_good(row: LetterRecipient, seen: WholeLetter) -> bool:
    """This function will say whether a check still holds: the words are the same, and nothing speaks against it anew.

    The outcome is compared, not what it came from: who asks may see fewer brothers and sisters than who checked.
    """
    if row.checked_at is None or row.checked_version != seen.print():
        return False
    return _at_least_as_strict(row, seen.versions()[row.pk])


def _at_least_as_strict(row: LetterRecipient, version: Version) -> bool:
    told, now = row.found[0] if row.found else {"withheld": [], "blocks": []}, _told(version)
    return _pairs(now) <= _pairs(told) and _stands(now) <= _stands(told)


def _seen(row: LetterRecipient) -> str:
    """What stood in the way, for the register; not said for a letter about several, since each may be seen apart."""
    if row.letter.group_id:
        return "What the check found, as it stands with the letter"
    return "; ".join(dict.fromkeys(block["words"] for block in row.found[0]["blocks"]))


def _pairs(told: dict[str, Any]) -> set[tuple[int, str]]:
    return {(one["part"], one["fact"]) for one in told["withheld"]}


def _stands(told: dict[str, Any]) -> Counter[tuple[str, bool]]:
    """What is in the way, counted: reasons that the page can't show all have the same words, and are not the same."""
    return Counter((one["words"], one["may_lift"]) for one in told["blocks"])


def _keep(row: LetterRecipient, version: Version, printed: str, now: datetime, *, unseen: bool) -> None:
    """Keep what came of a check. Whoever can’t see all brothers and sisters loosens nothing that another found."""
    same = row.checked_version == printed
    row.checked_at, row.checked_version = now, printed
    if same and unseen and _at_least_as_strict(row, version):
        row.save(update_fields=["checked_at"])
        return
    lifted = same and bool(row.allowed_by_name) and _at_least_as_strict(row, version)
    row.found = [_told(version)]
    row.withheld = list(dict.fromkeys(one.fact for one in version.withheld))
    row.refused = version.refused and not (lifted and version.may_lift)
    row.text = BREAK.join(version.paragraphs)
    if not lifted:
        row.allowed_by_name = row.allowed_reason = ""
    row.save()


def _told(version: Version) -> dict[str, Any]:
    return {
        "standing": version.standing,
        "withheld": [{"part": one.part, "fact": one.fact, "why": one.why} for one in version.withheld],
        "blocks": [{"words": one.words, "may_lift": one.may_lift} for one in version.blocks],
        "notices": list(version.notices),
    }


def _step(row: LetterRecipient, step: str, words: str, worker_id: str | None, by: Person, now: datetime,
          today: date) -> None:  # fmt: skip
    note_step(
        child_id=row.child_id,
        about=TABLE,
        about_id=row.pk,
        step=step,
        worker_id=worker_id,
        by=by,
        now=now,
        today=today,
        words=words,
    )


def _locked(letter: Letter) -> Letter:
    locked([child.pk for child in children_of(letter)])
    return Letter.objects.select_for_update().get(pk=letter.pk)


def _recipient(recipient: LetterRecipient) -> LetterRecipient:
    _locked(recipient.letter)
    return LetterRecipient.objects.select_for_update().get(pk=recipient.pk)
