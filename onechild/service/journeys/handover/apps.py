"""The Django app of handovers."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """Handing a child over from one worker to the next."""

    name = "onechild.service.journeys.handover"
    label = "handover"
    default_auto_field = "django.db.models.BigAutoField"
