"""The Django app of looking after accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts, as an administrator looks after them."""

    name = "onechild.service.access.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
