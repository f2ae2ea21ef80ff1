"""A figure that was told to somebody: kept with its definition, the moment it was known at, and its children."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PublishedFigure(models.Model):
    """What a measure said of a moment, as it was told, and never changed since.

    `definition` holds the measure's words and what it is counted from; `mark` is a fingerprint of how it counts.
    `known_at` with the number of `change_sets` that had taken effect by then says what of the record was known;
    `extract` is the fingerprint of the extract instead, where the figure came from one. `groups` are the figures of
    each group of `by`. `content` is a fingerprint of the `rows` behind it.
    """

    published_id = models.TextField(primary_key=True)
    measure = models.TextField()
    version = models.IntegerField()
    title = models.TextField()
    says = models.TextField()
    definition = models.JSONField()
    mark = models.TextField()
    from_on = models.DateField(null=True)
    to_on = models.DateField()
    by = models.TextField(blank=True, db_default="")
    numerator = models.FloatField()
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)
    groups = models.JSONField()
    known_at = models.DateTimeField()
    change_sets = models.BigIntegerField()
    extract = models.TextField(blank=True, db_default="")
    content = models.TextField()
    rows = models.IntegerField()
    published_at = models.DateTimeField()

    class Meta:
        db_table = "published_figures"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["measure", "to_on"], name="published_of_measure"),
        ]
