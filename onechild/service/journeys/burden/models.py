"""Counts by form and month, of nobody: how often it was sent, how long it took, and which questions were answered."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from onechild.service.journeys.burden.spans import SPANS


class FormMonth(models.Model):
    """How often one form was sent in one month, and in how many of those it took how long (`spans.SPANS`)."""

    form = models.TextField()
    month = models.DateField()
    sent = models.IntegerField(default=0)
    spans = ArrayField(models.IntegerField(), default=list, size=len(SPANS))
    left_open = models.IntegerField(default=0)

    class Meta:
        db_table = "form_months"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["form", "month"], name="form_month_once")
        ]

    def __str__(self) -> str:
        return f"{self.form} in {self.month:%B %Y}"


class QuestionMonth(models.Model):
    """How often one question of a form was there to be answered in a month, and how often it was."""

    form = models.TextField()
    question = models.TextField()
    month = models.DateField()
    asked = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)

    class Meta:
        db_table = "question_months"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["form", "question", "month"], name="question_month_once")
        ]

    def __str__(self) -> str:
        return f"{self.question} of {self.form} in {self.month:%B %Y}"
