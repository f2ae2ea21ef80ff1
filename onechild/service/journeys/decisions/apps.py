"""The Django app of the decision register."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The decision register, watches and second looks."""

    name = "onechild.service.journeys.decisions"
    label = "decisions"
    default_auto_field = "django.db.models.BigAutoField"
