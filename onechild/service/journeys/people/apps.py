"""The Django app of the people around a child."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Relationships, parental responsibility, household, contact details, and the drawn network."""

    name = "onechild.service.journeys.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
