"""What `django check --deploy` asks of a copy with real children, beyond Django's own checks."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def check_production(app_configs: Any, **others: Any) -> list[CheckMessage]:
    """This function will return what keeps this copy from being safe to use."""
    asked = (
        (
            not os.environ.get("ONECHILD_SECRET_KEY"),
            "E001",
            "ONECHILD_SECRET_KEY is not set: keys would not outlive a restart",
        ),
        (settings.DEMO, "E002", "ONECHILD_DEMO is on: one-time codes are not asked for"),
        (not settings.HTTPS, "E003", "ONECHILD_HTTPS is off: passwords would cross the network in the clear"),
        (bool(settings.TODAY), "E004", "ONECHILD_TODAY is set: the day would stand still"),
        (
            not settings.FRONT_DOOR_PHONE,
            "E006",
            "ONECHILD_FRONT_DOOR_PHONE is not set: the public form names no number",
        ),
        (settings.RATE_FACTOR != 1, "E005", "ONECHILD_RATE_FACTOR widens the limits of rate"),
    )
    return [Error(words, id=f"onechild.{number}") for wrong, number, words in asked if wrong]
