"""The Django app of allocation."""

from django.apps import AppConfig


class AllocationConfig(AppConfig):
    """Allocation, the waiting list's changes, transfers and co-work."""

    name = "onechild.service.journeys.allocation"
    label = "allocation"
    default_auto_field = "django.db.models.BigAutoField"
