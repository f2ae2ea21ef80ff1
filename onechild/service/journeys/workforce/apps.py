"""The Django app of the workforce."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """Posts, employments, absences, targets and the census."""

    name = "onechild.service.journeys.workforce"
    label = "workforce"
    default_auto_field = "django.db.models.BigAutoField"
