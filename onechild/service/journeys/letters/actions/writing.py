"""Writes the words of a letter and whom it goes to; whatever changes there makes it a letter to be checked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, Letter, LetterPart, LetterRecipient, LetterStatus


class Closed(Exception):
    """The letter has left or was dropped: its words stay as they are."""


def write(
    *,
    children: Sequence[Child],
    subject: str,
    kind: str,
    paragraphs: Sequence[str],
    about: str = "",
    about_id: str = "",
    worker_id: str | None,
    by: Person,
    today: date,
) -> Letter:
    """This function will begin a letter about these children, the first of whom it stands with, and return it."""
    with change_set(by=by, kind="edit", words="Letter begun"):
        locked([child.pk for child in children])
        made: list[Letter] = []
        for child in children:
            made.append(
                Letter.objects.create(
                    child=child,
                    subject=subject,
                    kind=kind,
                    group_id=made[0].pk if made else "",
                    happened_on=today,
                    recorded_on=today,
                    written_by_id=worker_id,
                    written_by_name=by.name,
                    about=about,
                    about_id=about_id,
                )
            )
        first = made[0]
        if len(made) > 1:
            first.group_id = first.pk
            first.save(update_fields=["group_id"])
        for number, words in enumerate(paragraphs, start=1):
            _part(first, number, words, today)
    return first


def change_head(*, letter: Letter, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Change what a letter is about and for, on its rows with all of its children. Raises Stale, and Closed."""
    with _writing(letter, by, "Head of a letter changed") as row:
        if names := changed(row, seen_version=seen_version, typed=typed):
            row.save(update_fields=names)
            if row.group_id:
                others = Letter.objects.filter(group_id=row.group_id).exclude(pk=row.pk)
                others.update(**{name: typed[name] for name in names})


def add_part(*, letter: Letter, words: str, by: Person, today: date) -> None:
    """Add a paragraph at the end. Raises Closed."""
    with _writing(letter, by, "Paragraph added to a letter") as row:
        last = LetterPart.objects.filter(letter=row).order_by("-number").values_list("number", flat=True).first()
        _part(row, (last or 0) + 1, words, today)


def change_part(*, part: LetterPart, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Change a paragraph’s words and marks. Raises Stale where somebody else changed it meanwhile, and Closed.

    Answers to what was found are kept: other words are found anew.
    """
    with _writing(part.letter, by, "Paragraph of a letter changed"):
        row = LetterPart.objects.select_for_update().get(pk=part.pk)
        if names := changed(row, seen_version=seen_version, typed=typed):
            row.save(update_fields=names)


def take_out_part(*, part: LetterPart, by: Person, today: date, now: datetime) -> None:
    """Take a paragraph out of a letter; history keeps it. Raises Closed."""
    with _writing(part.letter, by, "Paragraph taken out of a letter"):
        LetterPart.objects.filter(pk=part.pk).update(gone_at=now)


def answer(*, part: LetterPart, facts: Sequence[str], no_such: Sequence[tuple[str, str]], adult_id: str = "",
           child_id: str = "", by: Person, today: date) -> None:  # fmt: skip
    """Keep what was said of things found in a paragraph: facts that it tells, and words that are no such fact."""
    with _writing(part.letter, by, "What a letter tells was marked"):
        row = LetterPart.objects.select_for_update().get(pk=part.pk)
        row.facts = list(dict.fromkeys([*(row.facts or []), *facts]))
        row.answers = [*(row.answers or []), *([fact, words] for fact, words in no_such)]
        row.about_adult_id = row.about_adult_id or adult_id or None
        row.related_child_id = row.related_child_id or child_id or None
        row.save(update_fields=["facts", "answers", "about_adult", "related_child"])


def add_recipient(*, letter: Letter, by: Person, today: date, **who: Any) -> LetterRecipient:
    """This function will add somebody whom the letter goes to and return the row; `who` has its columns from `name` on.

    Raises Closed where the letter was dropped. One that has left may still go to somebody more, once checked.
    """
    with _writing(letter, by, "Recipient of a letter added", sent_too=True) as row:
        return LetterRecipient.objects.create(child_id=row.child_id, letter=row, recorded_on=today, **who)


def take_out_recipient(*, recipient: LetterRecipient, by: Person, today: date, now: datetime) -> None:
    """Take a recipient to whom nothing was sent off a letter. Raises Closed where it was sent."""
    with _writing(recipient.letter, by, "Recipient of a letter taken out", sent_too=True):
        row = LetterRecipient.objects.select_for_update().get(pk=recipient.pk)
        if row.sent_at is not None:
            raise Closed
        row.gone_at = now
        row.save(update_fields=["gone_at"])


def drop(*, letter: Letter, by: Person, today: date) -> None:
    """Drop a letter that has not left. Raises Closed where it has."""
    with _writing(letter, by, "Letter dropped") as row:
        mark(row, LetterStatus.DROPPED)


def mark(letter: Letter, status: str) -> None:
    """Say where a letter stands, on its rows with all of its children; inside the caller’s change-set."""
    rows = Letter.objects.filter(group_id=letter.group_id) if letter.group_id else Letter.objects.filter(pk=letter.pk)
    rows.exclude(status=status).update(status=status)


@contextmanager
def _writing(letter: Letter, by: Person, words: str, *, sent_too: bool = False) -> Iterator[Letter]:
    """A change-set with the letter locked; what was checked is to be checked again."""
    with change_set(by=by, kind="edit", words=words):
        locked([letter.child_id])
        row = Letter.objects.select_for_update().get(pk=letter.pk)
        sent = LetterRecipient.objects.filter(letter=row, sent_at__isnull=False).exists()
        if row.status == LetterStatus.DROPPED or ((sent or row.status == LetterStatus.SENT) and not sent_too):
            raise Closed
        yield row
        row.refresh_from_db()
        if row.status in (LetterStatus.CHECKED, LetterStatus.SENT):
            mark(row, LetterStatus.OPEN)


def _part(letter: Letter, number: int, words: str, today: date) -> None:
    LetterPart.objects.create(child_id=letter.child_id, letter=letter, number=number, words=words, recorded_on=today)
