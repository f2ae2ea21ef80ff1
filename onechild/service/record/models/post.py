"""A post in the establishment; vacant on a day that no employment fills it."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class Post(Spell):
    post_id = KeyField(primary_key=True, db_default=NewKey())
    team = reference("Team")
    role = CodeField("worker_role", null=True, blank=True)
    fte = models.FloatField(null=True, blank=True)
    caseholding = models.BooleanField(null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "posts"
