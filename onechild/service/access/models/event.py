"""The access log: one event for each page that somebody asked for, sealed by the minute in a chain."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now

from onechild.service.access.models.user import User


class Event(models.Model):
    """Somebody looked: when, at what, at which children, and by what right. The database takes no change to a row."""

    event_id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_index=True, db_default=Now())
    user = models.ForeignKey(User, models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    session = models.TextField(blank=True)
    kind = models.TextField()
    what = models.TextField()
    page = models.TextField(blank=True)
    method = models.TextField()
    status = models.PositiveSmallIntegerField()
    children = ArrayField(models.TextField(), default=list)
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "access_events"
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["children"], name="events_of_child"),
            models.Index(fields=["user", "at"], name="events_of_user"),
        ]


class Seal(models.Model):
    """The hash over one minute's events and the seal before it: whoever changes an event breaks the chain there."""

    minute = models.DateTimeField(primary_key=True)
    events = models.PositiveIntegerField()
    hash = models.TextField()
    previous = models.TextField()

    class Meta:
        db_table = "access_log_seals"
