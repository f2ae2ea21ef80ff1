"""A file kept on a child’s record: what it is, who wrote it, and whether it was scanned."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class DocumentKind(models.TextChoices):
    """What it is."""

    LETTER = "letter", "Letter"
    REPORT = "report", "Report"
    MINUTES = "minutes", "Minutes"
    COURT = "court", "Court document"
    MEDICAL = "medical", "Medical"
    SCHOOL = "school", "School"
    PHOTOGRAPH = "photograph", "Photograph or drawing"
    TRANSCRIPT = "transcript", "Transcript"
    IDENTITY = "identity", "Proof of identity"
    OTHER = "other", "Another"


class ScanState(models.TextChoices):
    """Whether a virus scanner has looked at it."""

    WAITING = "waiting", "Not scanned yet"
    CLEAN = "clean", "Scanned, nothing found"
    FOUND = "found", "Held back: the scanner found something"
    NO_SCANNER = "no_scanner", "Not scanned: no scanner is set up"


class Document(ChildEvent):
    document_id = KeyField(primary_key=True, db_default=NewKey())
    title = models.TextField()
    kind = models.TextField(choices=DocumentKind.choices)
    filename = models.TextField()
    media_type = models.TextField()
    size = models.IntegerField()
    digest = models.TextField()
    scan = models.TextField(choices=ScanState.choices, db_default="waiting")
    scanned_at = models.DateTimeField(null=True, blank=True)
    scan_words = models.TextField(blank=True, db_default="")
    written_by_words = models.TextField(blank=True, db_default="")
    about_others = models.BooleanField(null=True, blank=True)
    significant = models.BooleanField(db_default=False)
    significance = models.TextField(blank=True, db_default="")
    about = models.TextField(blank=True, db_default="")
    about_id = models.TextField(blank=True, db_default="")
    added_by_name = models.TextField()
    worker = reference("Worker")
    removed_on = models.DateField(null=True, blank=True)
    removed_by_name = models.TextField(blank=True, db_default="")
    removed_reason = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "documents"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="document_known_kind", condition=Q(kind__in=DocumentKind.values)),
            models.CheckConstraint(name="document_known_scan", condition=Q(scan__in=ScanState.values)),
        ]
