"""The Django app of the record."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """Every table of the one record."""

    name = "onechild.service.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"
