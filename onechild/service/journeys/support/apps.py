"""The Django app of child in need plans, step-down and closure."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """Child in need plans, step-down and closure."""

    name = "onechild.service.journeys.support"
    label = "support"
    default_auto_field = "django.db.models.BigAutoField"
