"""Writes case notes, one row for each child that a note is about; pins them; and takes one away with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from onechild.service.access.refusals import NotPossible
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import CaseNote, Child


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a note says. `kind` and `way` are keys of NoteKind and NoteWay; `significance` is why, where it is."""

    kind: str
    on: date
    subject: str
    words: str
    at: time | None = None
    way: str = ""
    with_whom: str = ""
    significance: str = ""
    about_others: bool = False
    from_transcript: bool = False


def write(
    *,
    children: Sequence[Child],
    written: Written,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
    childs_words: str = "",
) -> list[CaseNote]:
    """This function will write a note on the record of each child and return the rows, the first child's first.

    `childs_words` are the first child's own, and stand on no other record.
    """
    with change_set(by=by, kind="edit", words="Case note written"):
        locked(sorted({child.pk for child in children}))
        made: list[CaseNote] = []
        for child in children:
            note = CaseNote.objects.create(
                child=child,
                kind=written.kind,
                happened_on=written.on,
                at=written.at,
                subject=written.subject,
                words=written.words,
                childs_words="" if made else childs_words,
                way=written.way,
                with_whom=written.with_whom,
                significant=bool(written.significance),
                significance=written.significance,
                about_others=written.about_others,
                from_transcript=written.from_transcript,
                group_id=made[0].pk if made else "",
                worker_id=worker_id,
                written_by_name=by.name,
                written_at=now,
                recorded_on=today,
            )
            made.append(note)
        if len(made) > 1:
            CaseNote.objects.filter(pk=made[0].pk).update(group_id=made[0].pk)
        return made


def pin(*, note: CaseNote, pinned: bool, by: Person) -> None:
    """Keep a note at the head of the list, or no longer."""
    with change_set(by=by, kind="edit", words="Case note pinned" if pinned else "Case note no longer pinned"):
        locked([note.child_id])
        CaseNote.objects.filter(pk=note.pk, removed_on=None).update(pinned=pinned)


def remove(
    *, note: CaseNote, asked_by: str, reason: str, everywhere: bool, seen_version: int, by: Person, today: date
) -> int:
    """Take a note off the record, `everywhere` from the other children it was written for too; say how many rows.

    Its words stay in history until the record is erased. Raises Stale where somebody changed it meanwhile.
    """
    if note.origin_id:
        raise NotPossible("This note is kept in the case system: take it away there.")
    typed = {
        "removed_on": today,
        "removed_by_name": by.name,
        "removed_reason": reason,
        "removal_asked_by": asked_by,
        "pinned": False,
    }
    with change_set(by=by, kind="edit", words="Case note taken away"):
        others = CaseNote.objects.filter(group_id=note.group_id, removed_on=None).exclude(pk=note.pk)
        alike = list(others) if everywhere and note.group_id else []
        locked(sorted({note.child_id, *(one.child_id for one in alike)}))
        row = CaseNote.objects.select_for_update(no_key=True).get(pk=note.pk)
        if row.removed_on is not None:
            raise NotPossible("This note was taken away already.")
        row.save(update_fields=changed(row, seen_version=seen_version, typed=typed))
        CaseNote.objects.filter(pk__in=[one.pk for one in alike]).update(**typed)
        return 1 + len(alike)
