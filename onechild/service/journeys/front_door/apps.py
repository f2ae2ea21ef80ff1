"""The Django app of the front door."""

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    """Contacts taken in, the board, and what is decided of them."""

    name = "onechild.service.journeys.front_door"
    label = "front_door"
    default_auto_field = "django.db.models.BigAutoField"
