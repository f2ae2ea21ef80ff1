"""Hands what was told to the one function that the public role may run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.urls import NoReverseMatch, reverse
from psycopg.sql import Identifier

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays import LONDON, is_working_day
from onechild.service.record.intake_form import Told

PUBLIC_ROLE = "onechild_public"
TAKE_IN = Identifier("partner_form", "take_in")
NOTICE = "A partner’s form says that something can’t wait. Read it now."


@contextmanager
def as_public() -> Iterator[None]:
    """Do the block in a transaction as the public role, which can read nothing, whoever connected."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc("set_config", ["role", PUBLIC_ROLE, True])
        yield
        cursor.callproc("set_config", ["role", "none", True])


def take_in(*, told: Told, key: str, now: datetime) -> str:
    """This function will write a contact and return its acknowledgement; call it inside `as_public`.

    The same words under the same one-time key are written once, and have the same acknowledgement.
    """
    acknowledgement = told.acknowledgement(key=key)
    sent = {
        **told.intake,
        "acknowledgement": acknowledgement,
        "children": told.children,
        "adults": told.adults,
        "working_day": is_working_day(now.astimezone(LONDON).date()),
        "opens": local_standard("front_door_opens_hour").default,
        "notice": NOTICE,
        "page": contact_page(),
        "closes": local_standard("front_door_closes_hour").default,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc(TAKE_IN, [json.dumps(sent, cls=DjangoJSONEncoder), now])  # type: ignore[arg-type]
    return acknowledgement


def contact_page() -> str:
    """Where the front door opens a contact, with "~" for its key; nothing where that page is not there."""
    try:
        return reverse("contact", args=["~"])
    except NoReverseMatch:
        return ""
