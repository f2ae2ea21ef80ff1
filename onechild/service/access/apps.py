"""The Django app of access."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may see what, and who looked."""

    name = "onechild.service.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
