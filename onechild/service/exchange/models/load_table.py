"""How one table fared in one load."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.exchange.models.load import Load


class LoadTable(models.Model):
    """Rows by what became of them; `sha256` is of the table's file, by which a load of the same is told."""

    load = models.ForeignKey(Load, models.CASCADE, related_name="tables")
    table_name = models.TextField()
    sha256 = models.TextField(blank=True, default="")
    skipped = models.BooleanField(default=False)
    rows = models.BigIntegerField()
    new = models.BigIntegerField()
    changed = models.BigIntegerField()
    gone = models.BigIntegerField()
    back = models.BigIntegerField()
    spared = models.BigIntegerField()
    refused = models.BigIntegerField()

    class Meta:
        db_table = "load_tables"
        ordering: ClassVar[list[str]] = ["table_name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["load", "table_name"], name="load_table_once")
        ]

    @property
    def same(self) -> int:
        """Rows that stood in the record as the source has them."""
        return self.rows - self.new - self.changed - self.back - self.spared - self.refused
