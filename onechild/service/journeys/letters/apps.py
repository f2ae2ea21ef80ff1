"""The Django app of letters."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Writing, checking and sending letters."""

    name = "onechild.service.journeys.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
