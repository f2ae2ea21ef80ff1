"""The Django app of the burden of recording."""

from django.apps import AppConfig


class BurdenConfig(AppConfig):
    """What forms cost those who fill them."""

    name = "onechild.service.journeys.burden"
    label = "burden"
    default_auto_field = "django.db.models.BigAutoField"
