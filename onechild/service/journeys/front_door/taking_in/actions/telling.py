"""Tells those who decide, whoever holds a contact and whoever is on duty out of hours that one can't wait."""

from __future__ import annotations

from django.db import connection
from django.urls import reverse

from onechild.service.record.models import Intake

NEEDED = "A contact must be decided before a certain time. Read it now."
URGENT = "A contact was marked urgent: a child may be in danger. Read it now."


def tell(*, intake: Intake, words: str) -> int:
    """This function will put a line on each such person's first page, and return how many were told.

    The words name no child; nobody is told who may not open the contact.
    """
    with connection.cursor() as cursor:
        cursor.callproc("front_door_tell", [intake.pk, words, reverse("contact", args=[intake.pk])])
        return int(cursor.fetchone()[0])
