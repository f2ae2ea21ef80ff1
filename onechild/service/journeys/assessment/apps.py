"""The Django app of assessments."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    """Assessments."""

    name = "onechild.service.journeys.assessment"
    label = "assessment"
    default_auto_field = "django.db.models.BigAutoField"
