"""What every row of the record carries besides the contract's own columns, and the shapes that rows come in."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models

from onechild.service.record.models.fields import CodeField


class CurrentRows(models.Manager[Any]):
    """Rows that their source still sends, or that OneChild itself owns."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Leave out what is marked gone."""
        return super().get_queryset().filter(gone_at__isnull=True)


class ChangeSetInForce(models.Func):
    """The number of the change-set that the transaction writes under; the database refuses where there is none."""

    function = "record_change_set"
    output_field = models.BigIntegerField()


class RecordRow(models.Model):
    """One row: whose it is, whether it is gone from its source, and which change-set made this version of it."""

    recorded_on = models.DateField(null=True, blank=True)
    source = models.TextField(null=True, blank=True)
    source_row = models.TextField(null=True, blank=True)
    origin = models.ForeignKey(
        "record.SourceSystem",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        db_constraint=False,
        related_name="+",
    )
    gone_at = models.DateTimeField(null=True, blank=True)
    edit_version = models.IntegerField(db_default=1)
    change_set_id = models.BigIntegerField(db_default=ChangeSetInForce())

    objects: ClassVar[models.Manager[Self]] = CurrentRows()
    every: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = "every"
        default_manager_name = "objects"


class ChildRow(RecordRow):
    """A row about a child."""

    child = models.ForeignKey("record.Child", models.PROTECT, related_name="+", db_column="child_id")
    restricted = CodeField("restriction", null=True, blank=True)

    class Meta(RecordRow.Meta):
        abstract = True


class Spell(RecordRow):
    """A row that holds from `started_on` until the day before `ended_on`; of our own, none ends before it starts."""

    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    end_recorded_on = models.DateField(null=True, blank=True)

    class Meta(RecordRow.Meta):
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts",
                condition=models.Q(origin__isnull=False)
                | models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("started_on")),
                violation_error_message="It can't end before it starts.",
            )
        ]


class UndatedSpell(RecordRow):
    """A spell whose first day its source may not say."""

    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_recorded_on = models.DateField(null=True, blank=True)

    class Meta(RecordRow.Meta):
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts",
                condition=models.Q(origin__isnull=False)
                | models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("started_on")),
                violation_error_message="It can't end before it starts.",
            )
        ]


class Event(RecordRow):
    """A row about something that happened on one day."""

    happened_on = models.DateField()

    class Meta(RecordRow.Meta):
        abstract = True


class UndatedEvent(RecordRow):
    """An event whose day its source may not say."""

    happened_on = models.DateField(null=True, blank=True)

    class Meta(RecordRow.Meta):
        abstract = True


class ChildSpell(ChildRow, Spell):
    """A spell of a child."""

    class Meta(Spell.Meta):
        abstract = True


class ChildEvent(ChildRow, Event):
    """An event of a child."""

    class Meta(Event.Meta):
        abstract = True


class ChildUndatedSpell(ChildRow, UndatedSpell):
    """A spell of a child whose first day its source may not say."""

    class Meta(UndatedSpell.Meta):
        abstract = True


class ChildUndatedEvent(ChildRow, UndatedEvent):
    """An event of a child whose day its source may not say."""

    class Meta(UndatedEvent.Meta):
        abstract = True
