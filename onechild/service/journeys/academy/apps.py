"""The Django app of the academy."""

from django.apps import AppConfig


class AcademyConfig(AppConfig):
    """Cohorts, places, observations and assessed years."""

    name = "onechild.service.journeys.academy"
    label = "academy"
    default_auto_field = "django.db.models.BigAutoField"
