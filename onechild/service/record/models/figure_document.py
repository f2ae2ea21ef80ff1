"""What a page says of figures, made when they were worked out: words, tables and drawings, stored ready to show."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class FigureDocument(models.Model):
    """The caseload report of two days, or the account of one measure: `kind` "caseload" or "measure".

    `published` marks the copy without small numbers, which is all that somebody without children behind the figures
    may read. `content` is what it was drawn from: the same content is not drawn again.
    """

    figure_document_id = models.BigAutoField(primary_key=True)
    variant = models.TextField(blank=True, db_default="")
    kind = models.TextField()
    measure = models.TextField(blank=True, db_default="")
    as_at = models.DateField()
    against = models.DateField(null=True)
    published = models.BooleanField()
    content = models.TextField()
    facts = models.JSONField()
    wide = models.TextField(blank=True, db_default="")
    narrow = models.TextField(blank=True, db_default="")

    class Meta:
        db_table = "figure_documents"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["variant", "kind", "measure", "as_at", "against", "published"],
                name="figure_document_once",
                nulls_distinct=False,
            )
        ]
