"""Something done or learned on a pathway: advice given, a panel held, an indicator seen, a step to safety."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class PathwayEntry(ChildEvent):
    """`kind` is a key of the list that the pathway declares; `about` names the row that the entry made, if any."""

    entry_id = KeyField(primary_key=True, db_default=NewKey())
    pathway = reference("Pathway", required=True)
    kind = models.TextField()
    words = models.TextField(blank=True, db_default="")
    set_for_on = models.DateField(null=True, blank=True)
    with_whom = models.TextField(blank=True, db_default="")
    worker = reference("Worker")
    about = models.TextField(blank=True, db_default="")
    about_id = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "pathway_entries"
