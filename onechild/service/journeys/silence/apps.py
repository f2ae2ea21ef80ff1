"""The Django app of the list of what has not happened."""

from django.apps import AppConfig


class SilenceConfig(AppConfig):
    """Silences found, and snoozes."""

    name = "onechild.service.journeys.silence"
    label = "silence"
    default_auto_field = "django.db.models.BigAutoField"
