"""The Django app of the diary."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    """Planned visits and meetings, cover, and private calendar feeds."""

    name = "onechild.service.journeys.diary"
    label = "diary"
    default_auto_field = "django.db.models.BigAutoField"
