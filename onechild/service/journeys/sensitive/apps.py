"""The Django app of specially careful work."""

from django.apps import AppConfig


class SensitiveConfig(AppConfig):
    """Sensitive pathways, orders that protect a child, missing episodes and return interviews."""

    name = "onechild.service.journeys.sensitive"
    label = "sensitive"
    default_auto_field = "django.db.models.BigAutoField"
