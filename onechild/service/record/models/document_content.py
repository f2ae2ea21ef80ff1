"""The bytes of a document, apart from what is said of it, so that lists never read them; never executed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class DocumentContent(ChildRow):
    content_id = KeyField(primary_key=True, db_default=NewKey())
    document = reference("Document", required=True)
    content = models.BinaryField()

    class Meta(ChildRow.Meta):
        db_table = "document_contents"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(gone_at__isnull=True), name="document_content_once"
            ),
        ]
