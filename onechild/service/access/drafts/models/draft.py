"""A form half filled."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """What somebody typed into one form and has not yet sent.

    `kind` is the URL name of the page with the form, `about` what else its address names ("" where nothing), so that a
    draft can lead back to its page. `values` are the fields as a browser sends them: lists of words by name. `began_at`
    is when they sat down to it: it begins again where nothing was typed for a while.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    kind = models.TextField()
    child = models.ForeignKey("record.Child", models.CASCADE, null=True, related_name="+", db_column="child_id")
    about = models.TextField(default="")
    page = models.TextField(default="")
    values = models.JSONField(default=dict)
    began_at = models.DateTimeField(null=True)
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "drafts"
        constraints = (
            models.UniqueConstraint(
                fields=["user", "kind", "child", "about"], name="drafts_one_of_a_form", nulls_distinct=False
            ),
        )
        indexes = (models.Index(fields=["kind", "child", "saved_at"], name="drafts_of_a_form"),)

    def __str__(self) -> str:
        return f"draft of {self.kind}"
