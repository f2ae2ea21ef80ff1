"""The Django app of the planner."""

from django.apps import AppConfig


class PlannerConfig(AppConfig):
    """Planning who holds whom."""

    name = "onechild.service.journeys.planner"
    label = "planner"
    default_auto_field = "django.db.models.BigAutoField"
