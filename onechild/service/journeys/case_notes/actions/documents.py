"""Keeps a document on a child's record, with its bytes in the database, and takes one away with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from onechild.service.access.refusals import NotPossible
from onechild.service.journeys.case_notes.checking.kinds import check, safe_name
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, Document, DocumentContent


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is said of a document. `kind` is a key of DocumentKind; `significance` is why, where it is significant."""

    title: str
    kind: str
    on: date
    written_by: str = ""
    about_others: bool | None = None
    significance: str = ""
    about: str = ""
    about_id: str = ""


class KeptAlready(Exception):
    """The very same file is on this child's record."""

    def __init__(self, document: Document) -> None:
        super().__init__("this file is kept already")
        self.document = document


def keep(
    *, child: Child, told: Told, filename: str, content: bytes, worker_id: str | None, by: Person, today: date
) -> Document:
    """This function will check a file, keep it, and return its document, which waits for the scanner.

    Raises Refused (checking.kinds) where it is of no kind that is kept, and KeptAlready where it is there.
    """
    name = safe_name(filename)
    kind = check(name=name, content=content)
    digest = sha256(content).hexdigest()
    with change_set(by=by, kind="edit", words="Document added"):
        locked([child.pk])
        same = Document.objects.filter(child=child, digest=digest, removed_on=None).first()
        if same is not None:
            raise KeptAlready(same)
        document = Document.objects.create(
            child=child,
            title=told.title,
            kind=told.kind,
            happened_on=told.on,
            filename=name,
            media_type=kind.media_type,
            size=len(content),
            digest=digest,
            written_by_words=told.written_by,
            about_others=told.about_others,
            significant=bool(told.significance),
            significance=told.significance,
            about=told.about,
            about_id=told.about_id,
            added_by_name=by.name,
            worker_id=worker_id,
            recorded_on=today,
        )
        DocumentContent.objects.create(child=child, document=document, content=content, recorded_on=today)
        return document


def remove(*, document: Document, reason: str, seen_version: int, by: Person, today: date) -> None:
    """Take a document off the record, with why; its bytes stay until the record is erased. Raises Stale."""
    if document.origin_id:
        raise NotPossible("This document is kept in the case system: take it away there.")
    typed = {"removed_on": today, "removed_by_name": by.name, "removed_reason": reason}
    with change_set(by=by, kind="edit", words="Document taken away"):
        locked([document.child_id])
        row = Document.objects.select_for_update(no_key=True).get(pk=document.pk)
        if row.removed_on is not None:
            raise NotPossible("This document was taken away already.")
        row.save(update_fields=changed(row, seen_version=seen_version, typed=typed))
