"""A system that rows of the record come from; each row but OneChild's own belongs to one."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class SourceSystem(models.Model):
    """A source by its short code. Its keys carry `prefix` in the record; that of the main case system is empty."""

    source_system_id = models.SmallAutoField(primary_key=True)
    code = models.TextField(unique=True)
    name = models.TextField()
    prefix = models.TextField(unique=True)
    first_loaded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "source_systems"
