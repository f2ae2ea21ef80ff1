"""The Django app of promises and challenges."""

from django.apps import AppConfig


class PromisesConfig(AppConfig):
    """Promises and challenges."""

    name = "onechild.service.journeys.promises"
    label = "promises"
    default_auto_field = "django.db.models.BigAutoField"
