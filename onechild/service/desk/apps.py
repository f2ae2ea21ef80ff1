"""The Django app of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages that cross journeys."""

    name = "onechild.service.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
