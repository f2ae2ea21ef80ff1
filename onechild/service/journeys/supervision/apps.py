"""The Django app of supervision."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Supervision of workers."""

    name = "onechild.service.journeys.supervision"
    label = "supervision"
    default_auto_field = "django.db.models.BigAutoField"
