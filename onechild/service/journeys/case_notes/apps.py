"""The Django app of case notes and documents."""

from django.apps import AppConfig


class CaseNotesConfig(AppConfig):
    """Case notes and documents."""

    name = "onechild.service.journeys.case_notes"
    label = "case_notes"
    default_auto_field = "django.db.models.BigAutoField"
