"""The Django app of visits."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Recording a visit."""

    name = "onechild.service.journeys.visits"
    label = "visits"
    default_auto_field = "django.db.models.BigAutoField"
