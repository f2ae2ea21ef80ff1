"""Two records that were found to be of one child, joined so that they can be parted again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import KeyField


class ChildLink(models.Model):
    """Somebody's decision that two records are of one child: `joined` is shown as part of `kept` until it is undone."""

    link_id = models.BigAutoField(primary_key=True)
    kept = models.ForeignKey("record.Child", models.PROTECT, related_name="+")
    joined = models.ForeignKey("record.Child", models.PROTECT, related_name="+")
    reason = models.TextField()
    linked_by_id = models.BigIntegerField()
    linked_at = models.DateTimeField()
    undone_by_id = models.BigIntegerField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_reason = models.TextField(blank=True)

    class Meta:
        db_table = "child_links"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["joined"], condition=models.Q(undone_at__isnull=True), name="child_link_joined_once"
            ),
            models.CheckConstraint(condition=~models.Q(kept=models.F("joined")), name="child_link_of_two"),
        ]


class ChildLinkRow(models.Model):
    """A row that a link brought over, so that undoing the link can take back exactly these."""

    link = models.ForeignKey(ChildLink, models.CASCADE, related_name="rows")
    table_name = models.TextField()
    row_key = KeyField()

    class Meta:
        db_table = "child_link_rows"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["table_name", "row_key", "link"], name="child_link_row_once")
        ]
