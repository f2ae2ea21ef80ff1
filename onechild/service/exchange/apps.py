"""The Django app of the exchange."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Files in and out."""

    name = "onechild.service.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"
