"""The Django app of child protection."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """From a strategy discussion to the end of a child protection plan."""

    name = "onechild.service.journeys.protection"
    label = "protection"
    default_auto_field = "django.db.models.BigAutoField"
